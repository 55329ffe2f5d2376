"""How tests make a briefing and read it back."""

import io
import json
from collections.abc import Iterable
from datetime import date

import docx
from docx.document import Document
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import briefing
from scrutiny.exports.json import register_json
from scrutiny.register.register import Register
from tests.testshire import Testshire

TODAY = date(2030, 11, 20)
ALL = Choice()
KINDS = ("findings", "actions", "commitments", "figures")
FOUND, ANNEX = "What inspectors found, and what was answered", "Annex: source extracts"
CHAPTERS = [
    "Summary", FOUND, "Commitments", "Work reported, and figures", "Then and since", "Questions",
    "Sources and uncertain dates", "What the numbers do not tell, and licence", ANNEX,
]  # fmt: skip


def loaded(testshire: Testshire) -> Register:
    """Load a register that has no mistakes."""
    register = testshire.load().register
    assert register is not None
    return register


def made(register: Register, choice: Choice = ALL, sheet: Sheet | None = None) -> Document:
    """Make a briefing and read it back."""
    return docx.Document(io.BytesIO(briefing(register, choice, sheet=sheet or Sheet(), today=TODAY)))


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
    words = said(document)
    begins = len(words) - 1 - words[::-1].index(name)
    ends = next((place for place in range(begins + 1, len(words)) if words[place] in CHAPTERS), len(words))
    return "\n".join(words[begins + 1 : ends])


def table(document: Document, name: str) -> list[list[str]]:
    """Give the rows of the table that a screen reader names so."""
    named = {table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")): table for table in document.tables}
    return [
        [" ".join("".join(text_of(paragraph._p)) for paragraph in cell.paragraphs) for cell in row.cells]
        for row in named[name].rows
    ]


def main_part(document: Document) -> str:
    """Give the words that stand before the annex, which begins on a page of its own."""
    blocks = list(document.element.body)
    begins = next(
        place for place, block in enumerate(blocks) if block.find(f".//{qn('w:pageBreakBefore')}") is not None
    )
    return "\n".join("".join(text_of(block)) for block in blocks[:begins])


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
