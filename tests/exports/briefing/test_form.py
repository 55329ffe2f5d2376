"""The form of Word files: in order, the same bytes each time, and readable by machines that read aloud."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import annex, briefing, question_sheet
from scrutiny.register.register import Register
from tests.exports.briefing.reading import SECOND_LOOK, TODAY, chapter, headings, loaded, read, said
from tests.testshire import Testshire

Make = Callable[[Register], bytes]
FILES: dict[str, Make] = {
    "Panel briefing": lambda register: briefing(register, SECOND_LOOK, sheet=Sheet(("Q01",)), today=TODAY),
    "Annex": lambda register: annex(register, SECOND_LOOK, today=TODAY),
    "Questions for the meeting": lambda register: question_sheet(register, Sheet(("Q01",)), today=TODAY),
}
every_file = pytest.mark.parametrize("make", FILES.values(), ids=FILES)


@pytest.fixture
def register(testshire: Testshire) -> Register:
    """Load a register with a question and a clear link."""
    return loaded(testshire.add_panel().change("P01", strength="strong"))


@every_file
def test_headings_are_headings(register: Register, make: Make) -> None:
    """The title comes first, no level of heading is skipped, and space is made by styles, not by empty paragraphs."""
    document = read(make(register))
    assert document.paragraphs[0].style.name == "Title"
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [pair for pair in pairwise([0, *levels]) if pair[1] > pair[0] + 1] == []
    assert [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()] == []


def test_only_the_annex_has_a_contents_list(register: Register) -> None:
    """Four pages need none."""
    listed = {
        name: [one for one in read(make(register)).paragraphs if one.style.name.startswith("toc")]
        for name, make in FILES.items()
    }
    assert [name for name, some in listed.items() if some] == ["Annex"]


@every_file
def test_tables_can_be_read_aloud(register: Register, make: Make) -> None:
    """Each table is named, no row breaks across pages, and a row of headings, where there is one, repeats."""
    for table in read(make(register)).tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        heads = [{p.style.name for cell in row.cells for p in cell.paragraphs} == {"Table Head"} for row in table.rows]
        assert repeated == heads
        assert not any(heads[1:])


def test_the_chart_stands_on_one_page(register: Register) -> None:
    """Its rows stay together."""
    (chart,) = [table for table in read(FILES["Panel briefing"](register)).tables if table.cell(0, 0).text == "Theme"]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in chart.rows[1:]]
    assert kept == [True] * (len(kept) - 1) + [None]


def test_nothing_is_drawn(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the charts say is had without drawing them, which would take most of the time."""
    monkeypatch.setattr(go, "Figure", None)
    assert "1 concern" in chapter(read(FILES["Panel briefing"](register)), "Summary")


@pytest.mark.parametrize("kind", FILES)
def test_a_file_says_what_it_is(register: Register, kind: str) -> None:
    """Title, subject, author, keywords, language and day are set; nothing of the library's template is left."""
    content = FILES[kind](register)
    properties = read(content).core_properties
    about = (
        "How Testshire Police protects children" if kind.startswith("Q") else "Second inspection of Testshire Police"
    )
    assert properties.title == f"{kind}: {about}"
    assert properties.subject == f"Inspections: {'all' if kind.startswith('Q') else 'Second look'}. Themes: all."
    assert properties.author == properties.last_modified_by == "Prepared for members of the Testshire Panel"
    assert properties.keywords.startswith("Testshire Panel; Testshire; ")
    assert properties.language == "en-GB"
    assert {properties.created.date(), properties.modified.date()} == {date(2030, 11, 15)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {datetime(*member.date_time).date() for member in archive.infolist()} == {date(2030, 11, 15)}  # noqa: DTZ001 - zip knows no zone
        assert 'w:lang w:val="en-GB"' in archive.read("word/styles.xml").decode()
        assert [name for name in archive.namelist() if "thumbnail" in name] == []


@pytest.mark.parametrize("kind", FILES)
def test_the_foot_of_each_page_says_as_of_when(register: Register, kind: str) -> None:
    """What it is, the day of the last check and the page of how many."""
    foot = read(FILES[kind](register)).sections[0].footer.paragraphs[0]
    title = "How Testshire Police protects children"
    assert foot.text == f"{kind}: {title} · Last checked 15 November 2030\tPage 1 of 1"
    assert [node.text.strip() for node in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


@every_file
def test_a_file_is_the_same_each_time(testshire: Testshire, make: Make) -> None:
    """The same data, choice and day give the same bytes."""
    first, second = (make(loaded(testshire)) for _ in range(2))
    assert first == second


@every_file
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<w:p/> & ]]> “{braces}”", "<w:p/> & ]]> “{braces}”"),
        ("a\x00b\x1fc\ufffe", "a�b�c�"),
        ("Long" * 50, "Long" * 50),
        ("one\ntwo\tthree", "one two three"),
    ],
    ids=["markup", "control characters", "a long word", "line ends"],
)
def test_hostile_text_stays_text(register: Register, make: Make, text: str, shown: str) -> None:
    """Whatever stands in the data comes out as text, and the file can still be read."""
    words = {"summary": text, "note": text, "excerpt": text}
    entries = tuple(entry.model_copy(update=words) for entry in register.entries)
    changed = replace(
        register,
        entries=entries,
        settings=register.settings.model_copy(update={"title": text, "contact": text}),
        questions=tuple(one.model_copy(update={"text": text}) for one in register.questions),
        inspections=tuple(one.model_copy(update={"title": text}) for one in register.inspections),
    )
    document: Document = read(make(changed))
    assert any(shown in words for words in said(document))
    assert headings(document) or document.paragraphs[0].text == "Questions for the meeting"
