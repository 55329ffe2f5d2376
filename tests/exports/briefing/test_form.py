"""The form of a briefing: in order, the same bytes each time, and readable by machines that read aloud."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import plotly.graph_objects as go
import pytest
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import briefing
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import PairStrength
from tests.exports.briefing.reading import (
    ALL,
    ANNEX,
    CHAPTERS,
    TODAY,
    chapter,
    headings,
    loaded,
    made,
    main_part,
    text_of,
)
from tests.testshire import Testshire

DATA = Path(__file__).parents[3] / "data"


def test_chapters_stand_in_order(register: Register) -> None:
    """The title comes first, then the chapters, and no level of heading is skipped."""
    document = made(register)
    assert document.paragraphs[0].style.name == "Title"
    assert headings(document, 1) == CHAPTERS
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize(("choice", "level"), [(ALL, 2), (Choice(inspections=("2030-second-look",)), 1)])
def test_contents_list_is_filled_in(register: Register, choice: Choice, level: int) -> None:
    """A field lists the headings, each linked to its place, before any program has brought it up to date."""
    document = made(register, choice)
    listed = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    assert f' TOC \\o "1-{level}" \\n \\h \\z \\u ' in document.element.xml
    anchors = [paragraph.hyperlinks[0].fragment for paragraph in listed]
    named = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert ["".join(text_of(named[anchor])) for anchor in anchors] == [
        paragraph.hyperlinks[0].text for paragraph in listed
    ]
    assert len(listed) == len(headings(document, 1)) + (len(headings(document, 2)) if level > 1 else 0)


def test_every_link_has_its_place(register: Register) -> None:
    """No link leads nowhere, and no two places have the same name."""
    body = made(register).element.body
    named = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(named) == len(set(named))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= set(named)


def test_tables_can_be_read_aloud(register: Register) -> None:
    """Each table is named, its header row is one and repeats, and no row breaks across pages."""
    tables = made(register).tables
    assert len(tables) == 5
    for table in tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
            place == 0 for place in range(len(table.rows))
        ]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_no_paragraph_is_empty(register: Register) -> None:
    """Space is made by styles and not by empty paragraphs; only a cell with nothing to say has one."""
    document = made(register)
    assert [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()] == []


def test_annex_can_be_taken_off(register: Register) -> None:
    """The annex is the last chapter, begins on a page of its own, and has no number in the row of chapters."""
    document = made(register)
    begins = next(paragraph for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before)
    assert (begins.text, begins._p.pPr.numPr.numId.val) == (ANNEX, 0)
    listed = ["".join(text_of(paragraph._p)) for paragraph in document.paragraphs if paragraph.style.name == "toc 1"]
    assert listed == [*(f"{number} {name}" for number, name in enumerate(CHAPTERS[:-1], start=1)), f" {ANNEX}"]


@pytest.mark.parametrize("inspection", sorted(folder.name for folder in (DATA / "inspections").iterdir()))
def test_main_part_is_short(inspection: str) -> None:
    """Of the register that is served, an inspection's main part has few words.

    They are a thousand, 35 for each entry, 50 for each strong pair, which stands there whole, and 20 for each table of
    what other inspections found, which is counted apart.
    """
    register = load(DATA).register
    assert register is not None
    document = made(register, Choice(inspections=(inspection,)))
    number = sum(entry.inspection == inspection for entry in register.entries)
    strong = [view for view in pairs(register) if view.pair.strength is PairStrength.STRONG]
    whole = sum(inspection in (view.earlier.inspection, view.later.inspection) for view in strong)
    of_others = [name for name in headings(document) if name.startswith("From other inspections: ")]
    assert len(main_part(document).split()) <= 1000 + 35 * number + 50 * whole + 20 * len(of_others)


def test_nothing_is_drawn(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the charts say is had without drawing them, which would take most of the time."""
    monkeypatch.setattr(go, "Figure", None)
    assert "1 concern" in chapter(made(register), "Summary")


def test_file_says_what_it_is(register: Register) -> None:
    """Title, subject, language and day are set; nothing of the library's template is left."""
    properties = made(register, Choice(themes=("workforce",))).core_properties
    assert properties.title == "How Testshire Police protects children. Theme: Skills and training"
    assert properties.subject == "Inspections: all. Themes: Skills and training."
    assert properties.author == properties.last_modified_by == "Scrutiny, for the Testshire Panel"
    assert properties.language == "en-GB"
    assert {properties.created.date(), properties.modified.date()} == {date(2030, 11, 15)}
    with zipfile.ZipFile(io.BytesIO(briefing(register, ALL, sheet=Sheet(), today=TODAY))) as archive:
        assert {datetime(*member.date_time).date() for member in archive.infolist()} == {date(2030, 11, 15)}  # noqa: DTZ001 - zip knows no zone
        assert 'w:lang w:val="en-GB"' in archive.read("word/styles.xml").decode()
        assert [name for name in archive.namelist() if "thumbnail" in name] == []


def test_foot_of_each_page_says_as_of_when(register: Register) -> None:
    """Title, day of review and the page of how many are at the foot."""
    foot = made(register).sections[0].footer.paragraphs[0]
    assert foot.text == "How Testshire Police protects children · Last checked 15 November 2030\tPage 1 of 1"
    fields = [node.text.strip() for node in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_briefing_is_the_same_each_time(testshire: Testshire) -> None:
    """The same files, choice and day give the same bytes."""
    choice = Choice(inspections=("2030-second-look",))
    first, second = (briefing(loaded(testshire), choice, sheet=Sheet(), today=TODAY) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<w:p/> & ]]> “{braces}”", "<w:p/> & ]]> “{braces}”"),
        ("a\x00b\x1fc\ufffe", "a�b�c�"),
        ("Long" * 500, "Long" * 500),
        ("one\ntwo\tthree", "one two three"),
    ],
    ids=["markup", "control characters", "a long word", "line ends"],
)
def test_hostile_text_stays_text(register: Register, text: str, shown: str) -> None:
    """Whatever stands in the data comes out as text, and the file can still be read."""
    changed = [entry.model_copy(update={"summary": text, "note": text, "excerpt": text}) for entry in register.entries]
    settings = register.settings.model_copy(update={"title": text})
    document = made(replace(register, entries=tuple(changed), settings=settings))
    assert document.paragraphs[0].text == shown
    assert f"“{shown}”" in chapter(document, ANNEX)
