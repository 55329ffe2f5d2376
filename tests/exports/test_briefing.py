"""The briefing: whole, in order, fair, the same bytes each time, and readable by machines that read aloud."""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice
from scrutiny.exports.briefing import briefing
from scrutiny.exports.json import register_json
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire

TODAY = date(2030, 11, 20)
ALL = Choice()
KINDS = ("findings", "actions", "commitments", "figures")
CHAPTERS = [
    "In short", "What inspectors found", "What was answered", "Work reported, and figures", "Commitments", "Pairs",
    "Questions", "Documents and doubts", "Limits and licence",
]  # fmt: skip


def loaded(testshire: Testshire) -> Register:
    """Load a register that has no mistakes."""
    register = testshire.load().register
    assert register is not None
    return register


def made(register: Register, choice: Choice = ALL, picked: Sequence[str] = ()) -> Document:
    """Make a briefing and read it back."""
    return docx.Document(io.BytesIO(briefing(register, choice, picked=picked, today=TODAY)))


def said(document: Document) -> list[str]:
    """Give every paragraph of a document, those in tables as well, in its order."""
    return ["".join(_text(paragraph)) for paragraph in document.element.body.iter(qn("w:p"))]


def _text(paragraph: Iterable[object]) -> Iterable[str]:
    """Give the words of a paragraph, those of links as well."""
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):  # type: ignore[attr-defined]
        yield node.text if node.tag == qn("w:t") else " "


def headings(document: Document, level: int | None = None) -> list[str]:
    """Give the headings of a level, or of all."""
    name = f"Heading {level}" if level else "Heading"
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith(name)]


def chapter(document: Document, name: str) -> str:
    """Give what stands under a heading of the first level, up to the next."""
    words = said(document)
    begins = len(words) - 1 - words[::-1].index(name)
    ends = next((place for place in range(begins + 1, len(words)) if words[place] in CHAPTERS), len(words))
    return "\n".join(words[begins + 1 : ends])


def entries(register: Register, choice: Choice = ALL) -> set[str]:
    """Give the full ids that the JSON export has of the entries that fit a choice."""
    exported = json.loads(register_json(register))
    return {
        entry["full_id"]
        for kind in KINDS
        for entry in exported[kind]
        if (not choice.inspections or entry["inspection"] in choice.inspections)
        and (not choice.themes or set(entry["themes"]) & set(choice.themes))
    }


@pytest.mark.parametrize(
    "choice",
    [ALL, Choice(inspections=("2030-second-look",)), Choice(themes=("workforce",))],
    ids=["all", "an inspection", "a theme"],
)
def test_entries_are_those_of_the_json(register: Register, choice: Choice) -> None:
    """Every entry that fits the choice stands in the briefing with its full id and its excerpt, and no other."""
    document = made(register, choice)
    written = "\n".join(chapter(document, name) for name in CHAPTERS if name not in ("Pairs", "Questions"))
    assert set(re.findall(r"\d{4}-[a-z-]+\.[CSAKF]\d\d", written)) == entries(register, choice)
    assert [full_id for full_id in entries(register, choice) if _excerpt(register, full_id) not in written] == []


def _excerpt(register: Register, full_id: str) -> str:
    """Give the exact words of an entry in quotation marks."""
    return f"“{register.entries_by_id[full_id].excerpt}”"


def test_chapters_stand_in_order(register: Register) -> None:
    """The title comes first, then the chapters, and no level of heading is skipped."""
    document = made(register)
    assert document.paragraphs[0].style.name == "Title"
    assert headings(document, 1) == CHAPTERS
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_choice_is_said_first(register: Register) -> None:
    """For whom, what was chosen, and when the register was reviewed stand above everything else."""
    document = made(register, Choice(inspections=("2030-second-look",), themes=("workforce",)))
    assert [paragraph.text for paragraph in document.paragraphs[:5]] == [
        "Second inspection of Testshire Police. Theme: Skills and training",
        "For: Testshire Panel",
        "Chosen: Inspections: Second look. Themes: Skills and training.",
        "From: the register “How Testshire Police protects children” (Testshire)",
        "As of: Register reviewed on 15 November 2030; this briefing is of 20 November 2030",
    ]


@pytest.mark.parametrize(("choice", "level"), [(ALL, 2), (Choice(inspections=("2030-second-look",)), 1)])
def test_contents_list_is_filled_in(register: Register, choice: Choice, level: int) -> None:
    """A field lists the headings, each linked to its place, before any program has brought it up to date."""
    document = made(register, choice)
    listed = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    assert f' TOC \\o "1-{level}" \\n \\h \\z \\u ' in document.element.xml
    anchors = [paragraph.hyperlinks[0].fragment for paragraph in listed]
    named = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert ["".join(_text(named[anchor])) for anchor in anchors] == [
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
    assert len(tables) == 4
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


def test_file_says_what_it_is(register: Register) -> None:
    """Title, subject, language and day are set; nothing of the library's template is left."""
    properties = made(register, Choice(themes=("workforce",))).core_properties
    assert properties.title == "How Testshire Police protects children. Theme: Skills and training"
    assert properties.subject == "Inspections: all. Themes: Skills and training."
    assert properties.author == properties.last_modified_by == "Scrutiny, for the Testshire Panel"
    assert properties.language == "en-GB"
    assert {properties.created.date(), properties.modified.date()} == {date(2030, 11, 15)}
    with zipfile.ZipFile(io.BytesIO(briefing(register, ALL, picked=(), today=TODAY))) as archive:
        assert {datetime(*member.date_time).date() for member in archive.infolist()} == {date(2030, 11, 15)}  # noqa: DTZ001 - zip knows no zone
        assert 'w:lang w:val="en-GB"' in archive.read("word/styles.xml").decode()
        assert [name for name in archive.namelist() if "thumbnail" in name] == []


def test_foot_of_each_page_says_as_of_when(register: Register) -> None:
    """Title, day of review and the page of how many are at the foot."""
    foot = made(register).sections[0].footer.paragraphs[0]
    assert foot.text == "How Testshire Police protects children · Register reviewed on 15 November 2030\tPage 1 of 1"
    fields = [node.text.strip() for node in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_briefing_is_the_same_each_time(testshire: Testshire) -> None:
    """The same files, choice and day give the same bytes."""
    choice = Choice(inspections=("2030-second-look",))
    first, second = (briefing(loaded(testshire), choice, picked=(), today=TODAY) for _ in range(2))
    assert first == second


def test_acknowledged_only_comes_first(testshire: Testshire) -> None:
    """A concern without an answer stands above those with one; all answers are named by kind."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", summary="Health was late.", answers=[])
    table = made(loaded(testshire), Choice(inspections=("2030-second-look",))).tables[0]
    rows = [[" ".join("".join(_text(p._p)) for p in cell.paragraphs) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Concern", "What the reply offers, and in which entries"],
        ["C02 (local)  Health was late.", "Acknowledged only"],
        ["C01 (local)  Planning in the MASH lacked health services.", "Undertaking K01; action A01"],
    ]


def test_answers_beyond_the_choice_are_told(testshire: Testshire) -> None:
    """An entry that answers a concern and does not stand in the briefing itself is named with its summary."""
    testshire.change("K01", themes=["workforce"])
    answered = chapter(made(loaded(testshire), Choice(themes=("partnership",))), "What was answered")
    assert "Undertaking K01 (The Commissioner will write to health services); action A01" in answered


def test_no_reply_is_a_gap_in_the_papers(register: Register) -> None:
    """Where no reply is held, nothing is said of an answer."""
    answered = chapter(made(register), "What was answered")
    assert "No reply is held. So nothing can be said here of an answer to C09." in answered


def test_ticks_are_words(testshire: Testshire) -> None:
    """What is printed is quoted, what is not is said not to be; the kind stands with the words."""
    testshire.change("K01", owner=None, measure=None)
    row = made(loaded(testshire), Choice(inspections=("2030-second-look",))).tables[1].rows[1]
    words, *ticks = (" ".join("".join(_text(p._p)) for p in cell.paragraphs) for cell in row.cells)
    assert words.startswith("K01  Undertaking. The Commissioner will write to health services. “I will write to")
    assert "2030-second-look.K01 · Reply, paragraph 3 · Said by: PCC" in words
    assert ticks == ["□ not printed", "■ printed", "■ printed: “by the end of the year”", "□ not printed"]


def test_voices_stand_apart(testshire: Testshire) -> None:
    """The respondent's own views, and what is from elsewhere, are not among what inspectors found."""
    testshire.change("C01", source="A review of hospitals").change("S01", voice="respondent")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", note="Implied: the letter asks for more.")
    testshire.change("C02", source=None)
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    found = headings(document, 2)[:3]
    assert found == [
        "Concerns",
        "Concerns taken from another inspection or source",
        "The respondent's own view, not inspectors': strengths",
    ]
    written = chapter(document, "What inspectors found")
    assert "Local · About: Testshire Police · Implied. Read with care: Implied: the letter asks for more." in written
    assert "From another inspection or source: A review of hospitals" in written
    assert "Reply, paragraph 4 · Respondent's own view · National" in written


def test_strong_pairs_stand_whole(testshire: Testshire) -> None:
    """Strong pairs, and the first arguable one of each relation, carry their caution; the rest are named."""
    testshire.add("pairs.yaml", "P01", id="P02", caution="Other years.", earlier="2029-first-look.C09")
    testshire.change("P02", later="2030-second-look.S01")
    testshire.add(
        "pairs.yaml", "P01", id="P03", later="2030-second-look.A01", strength="strong", caution="Strongly put."
    )
    document = made(loaded(testshire), Choice(inspections=("2029-first-look",)))
    assert [text for text in headings(document, 2) if text.startswith(("P0", "Arg"))] == [
        "P03: the later says again the earlier (strong)",
        "P01: the later says again the earlier (arguable)",
        "Arguable pairs by reference",
    ]
    written = chapter(document, "Pairs")
    assert "Caution. Strongly put." in written
    assert "Caution. Different meetings." in written
    assert "P02 (2029-first-look.C09 with 2030-second-look.S01)" in written


def test_doubts_show(testshire: Testshire) -> None:
    """A doubt about a date stands wherever something rests on the date."""
    doubted = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}
    testshire.change("second.reply", date=doubted)
    testshire.change("K01", due={"printed": "by the end of the year", "doubt": "Which year is not said."})
    document = made(loaded(testshire))
    assert "2 September 2030 as printed, and that date is in doubt" in chapter(document, "What was answered")
    assert "The date is in doubt: Which year is not said" in chapter(document, "Commitments")
    assert "“by the end of the year” in doubt" in chapter(document, "Commitments")
    assert "The order rests on a date in doubt. 2 September 2030: The letter prints" in chapter(document, "Pairs")
    assert "In doubt: The letter prints two dates." in chapter(document, "Documents and doubts")


def test_documents_not_held_show(register: Register) -> None:
    """A document that is known and was not read is said to be so, at the head and in the list."""
    document = made(register)
    assert "1 document is known to exist and not held." in chapter(document, "In short")
    assert "Known, not held" in chapter(document, "Documents and doubts")


def test_questions_are_those_picked(register: Register) -> None:
    """What was picked stands in its order, each with what it rests on; a name that is unknown is left out."""
    picked = ("document_not_held.2029-first-look.report", "gone.2029-first-look.C01")
    asked = chapter(made(register, Choice(themes=("workforce",)), picked), "Questions").splitlines()
    assert asked == [
        "Picked for this meeting. Each is made from a gap in the papers held and from the documents' own words.",
        "Commissioner, where can members read “A report” (First look)? Document not held. "
        "Rests on 2029-first-look.report.",
    ]


def test_questions_are_suggested_of_those_that_fit(testshire: Testshire) -> None:
    """With none picked, the suggested stand there, narrowed by inspection and by theme, with their cautions."""
    testshire.change("P01", strength="strong").change("K01", due=None)
    asked = chapter(made(loaded(testshire), Choice(inspections=("2030-second-look",))), "Questions")
    assert "How so? Caution. Different meetings. Strong pair. Rests on 2030-second-look.C01." in asked
    other = Choice(inspections=("2030-second-look",), themes=("workforce",))
    assert chapter(made(loaded(testshire), other), "Questions") == "What is chosen gives rise to no question."


def test_nothing_fits(register: Register) -> None:
    """A choice without any entry says so in every chapter."""
    document = made(register, Choice(inspections=("2029-first-look",), themes=("workforce",)))
    for name in CHAPTERS[2:6]:
        assert "fits what is chosen." in chapter(document, name)
    assert "No finding fits what is chosen." in chapter(document, "What inspectors found")


def test_empty_register(testshire: Testshire) -> None:
    """A register without any inspection gives a briefing that says so."""
    document = made(loaded(testshire.empty()))
    assert headings(document, 1) == CHAPTERS
    assert chapter(document, "Documents and doubts") == "The register holds no inspection yet."


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
    assert f"“{shown}”" in chapter(document, "What inspectors found")


def test_documents_of_one_kind_are_told_apart(testshire: Testshire) -> None:
    """Where an inspection has two documents of a kind that are held, an entry names which it stands in."""
    release = testshire.record("first.press_release")
    testshire.record("first")["documents"].append(release | {"id": "later_release", "file": "later.txt"})
    found = chapter(made(loaded(testshire)), "What inspectors found")
    assert "2029-first-look.C09 · Press release (press_release), paragraph 2" in found
    assert "2030-second-look.C01 · Reply, paragraph 2" in found
