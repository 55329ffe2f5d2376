"""How tests make reports, annexes and sheets of questions, and read them back."""

import io
from collections.abc import Iterable
from datetime import date
from functools import cache

import docx
from docx.document import Document
from docx.oxml.ns import qn

from scrutiny.analysis.choice import NO_MEETING, Choice, Meeting
from scrutiny.analysis.questions import Sheet, questions
from scrutiny.exports.briefing import annex, briefing, question_sheet
from scrutiny.register.register import Register
from tests.real import real
from tests.testshire import Testshire

TODAY = date(2030, 11, 20)
ALL = Choice()
SECOND_LOOK = Choice(inspections=("2030-second-look",))
FOUND, PROMISED, COMPARED = "What was found, and what was answered", "What was promised", "Then and since"
CHAPTERS = [
    "Purpose",
    "Recommendation",
    "Summary",
    FOUND,
    PROMISED,
    COMPARED,
    "What this rests on",
    "Background papers",
    "Papers to ask for",
]
"""The chapters of a report on the made-up register, which gives rise to no question."""


def loaded(testshire: Testshire) -> Register:
    """Load a register that has no mistakes."""
    outcome = testshire.load()
    assert outcome.register is not None, outcome.errors
    return outcome.register


def ten_questions(words: str = "") -> Sheet:
    """Pick ten questions on the register that is served, with the same words for each if asked for."""
    ids = tuple(questions(real(), TODAY))[:10]
    return Sheet(ids, dict.fromkeys(ids, words) if words else {})


@cache
def report_of_real(choice: Choice, *, ten: bool = False) -> bytes:
    """Write the report on a choice of the register that is served once, with the questions suggested or with ten."""
    return briefing(real(), choice, sheet=ten_questions() if ten else Sheet(), today=TODAY)


def made(
    register: Register, choice: Choice = ALL, sheet: Sheet | None = None, *, meeting: Meeting = NO_MEETING
) -> Document:
    """Make a report and read it back."""
    return read(briefing(register, choice, sheet=sheet or Sheet(), today=TODAY, meeting=meeting))


def made_annex(register: Register, choice: Choice = ALL) -> Document:
    """Make an annex and read it back."""
    return read(annex(register, choice, today=TODAY))


def made_sheet(register: Register, sheet: Sheet, meeting: Meeting = NO_MEETING) -> Document:
    """Make a sheet of questions and read it back."""
    return read(question_sheet(register, sheet, today=TODAY, meeting=meeting))


def read(content: bytes) -> Document:
    """Read a file."""
    return docx.Document(io.BytesIO(content))


def said(document: Document) -> list[str]:
    """Give every paragraph of a document, those in tables as well, in its order."""
    return ["".join(text_of(paragraph)) for paragraph in document.element.body.iter(qn("w:p"))]


def text_of(paragraph: Iterable[object]) -> Iterable[str]:
    """Give the words of a paragraph, those of links as well."""
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):  # type: ignore[attr-defined]
        yield node.text if node.tag == qn("w:t") else " "


def headings(document: Document, level: int | None = None) -> list[str]:
    """Give the headings of a level, or of all."""
    name = f"Heading {level}" if level else "Heading"
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith(name)]


def chapter(document: Document, name: str) -> str:
    """Give what stands under a heading of the first level, up to the next."""
    found: list[str] = []
    inside = False
    for paragraph in document.element.body.iter(qn("w:p")):
        if paragraph.style == document.styles["Heading 1"].style_id:
            inside = "".join(text_of(paragraph)) == name
        elif inside:
            found.append("".join(text_of(paragraph)))
    return "\n".join(found)


def numbered(document: Document) -> list[str]:
    """Give the numbered paragraphs: the first is number 1."""
    return ["".join(text_of(one._p)) for one in document.paragraphs if one.style.name == "List Number"]


def table(document: Document, name: str) -> list[list[str]]:
    """Give the rows of the table that a screen reader names so."""
    named = {table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")): table for table in document.tables}
    return [
        [" ".join("".join(text_of(paragraph._p)) for paragraph in cell.paragraphs) for cell in row.cells]
        for row in named[name].rows
    ]
