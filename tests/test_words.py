"""What readers see is in their own words: no term of the data or of the program stands on a page or in a file."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest
import streamlit as st
from docx.oxml.ns import qn
from pptx import Presentation

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet, questions
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.charts.picture import Picture
from scrutiny.exports.about import WRITING, file_facts
from scrutiny.exports.briefing import annex, briefing, question_sheet
from scrutiny.exports.open_data import INDEX, open_files
from scrutiny.exports.powerpoint.deck import write_deck
from scrutiny.exports.schema import schema
from scrutiny.exports.tables import WHAT, columns, words
from scrutiny.exports.workbook import workbook
from scrutiny.register.loading import load
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.server.error_page import _TEXTS
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import Part, Slide
from tests.app import ROOT, page_of
from tests.shown import shown

TODAY = date(2026, 11, 28)
FORBIDDEN = re.compile(
    r"\b(register|entry|entries|held|printed|respondents?|voices?|marks?|matter|decks?|body|bodies|ids?|"
    r"(take|taken|takes|took|taking) (it |them |the sheet )?away|(?<!own )views?(?! of\b))\b"
    r"|\w(?:'|&#39;)[a-z]",  # the apostrophe of a keyboard, where print has another
    re.IGNORECASE,
)
ALLOWED = re.compile(
    "|".join(
        [
            r"held (fully )?(to account|accountable)",  # how everybody says it
            "quotation marks",
            "byte order mark",
            "sex offenders’ register",
            "as a matter of routine",
            "welfare, safety and voice",  # the child's own
            "(commissioning|law enforcement|national) bodies",  # as the letters have it
        ]
    ),
    re.IGNORECASE,
)
"""What may be said with these words in it, in the sentences of the data."""
PAGES = [
    ("overview", {}),
    *(("inspection", {"inspection": path.name}) for path in sorted((ROOT / "data/inspections").iterdir())),
    ("themes", {}),
    ("themes", {"theme": "partnership", "entry": "2026-family-environment.C08"}),
    ("replies", {}),
    ("commitments", {}),
    ("then-and-since", {}),
    ("timeline", {"entry": "2017-child-protection.review"}),
    ("timeline", {"lane": "figures", "entry": "2017-child-protection.published"}),
    ("questions", {}),
    ("present", {}),
    ("present", {"slide": "2"}),
    ("present", {"slide": "1", "notes": "1"}),
    ("search", {}),
    ("search", {"q": "children"}),
    ("search", {"q": "police 2017", "kind": "body"}),
    ("search", {"q": "nothingatall"}),
    ("entry", {"id": "2026-family-environment.C08"}),
    ("entry", {"id": "2026-online-abuse.S01"}),
    ("entry", {"id": "2025-group-exploitation.A01"}),
    ("entry", {"id": "2026-family-environment.K07"}),
    ("entry", {"id": "2017-child-protection.F01"}),
    ("entry", {"id": "2017-child-protection.report"}),
    ("entry", {"id": "events.E01"}),
    ("entry", {"id": "2026-family-environment.C8"}),
    ("since", {}),
    ("about", {}),
    ("about", {"entry": "nothing"}),
    # the page of problems is the curator's, and speaks of files and entries
]
"""Every page, with whatever it shows only when it is asked for."""


def _name(value: object) -> str:
    return "-".join(value.values()) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("name", "query"), PAGES, ids=_name)
def test_a_page_speaks_the_words_of_its_readers(
    name: str, query: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its text nor a label, a chart or a hidden description has a term of the data."""
    monkeypatch.setenv("SCRUTINY_DATA", str(ROOT / "data"))
    monkeypatch.setenv("SCRUTINY_TODAY", TODAY.isoformat())
    monkeypatch.setenv("SCRUTINY_OPEN_DATA", "../open/")
    monkeypatch.chdir(ROOT)
    st.cache_resource.clear()
    page = page_of(name, **query).run()
    assert not page.exception
    texts = shown(page)
    assert texts
    assert _found(text.replace(str(ROOT), "").replace("/open/register", "") for text in texts) == []


OF_SLIDES = pytest.mark.parametrize(
    ("folder", "parts"), [("data", {*Part} - {Part.RECOMMENDATIONS}), ("data/templates", {Part.RECOMMENDATIONS})]
)
"""The register in which each part of the slides has something to say."""


@OF_SLIDES
def test_slides_speak_the_words_of_their_readers(folder: str, parts: set[Part]) -> None:
    """Nor has a slide, its source or its notes."""
    slides = _slides(folder, parts)
    assert {slide.part for slide in slides} == parts
    assert _found(_texts(slides)) == []


@OF_SLIDES
def test_the_presentation_speaks_the_words_of_its_readers(folder: str, parts: set[Part]) -> None:
    """Nor has the PowerPoint file, in its slides, the names and descriptions of what stands on them, or its notes."""
    title = _register(folder).settings.title
    presentation = Presentation(io.BytesIO(write_deck(_slides(folder, parts), title=title, made=TODAY)))
    texts = []
    for slide in presentation.slides:
        notes = slide.notes_slide.notes_text_frame
        texts += [paragraph.text for paragraph in notes.paragraphs] if notes else []
        for element in slide.element.iter():
            texts += [element.get(name) for name in ("name", "descr") if element.get(name)]
            texts += [element.text] if element.tag.endswith("}t") and element.text else []
    assert texts
    assert _found(texts) == []


@pytest.mark.parametrize("choice", [Choice(), Choice(("2017-child-protection",)), Choice(themes=("partnership",))])
def test_word_files_speak_the_words_of_their_readers(choice: Choice) -> None:
    """Nor have the briefing, its annex and the sheet of questions, in text, tables, descriptions or footer."""
    register = _register()
    sheet = Sheet(tuple(questions(register, TODAY))[:10])
    for content in (
        briefing(register, choice, sheet=Sheet(), today=TODAY),
        annex(register, choice, today=TODAY),
        question_sheet(register, sheet, today=TODAY),
    ):
        document = docx.Document(io.BytesIO(content))
        texts = [text.text or "" for part in (document, document.sections[0].footer) for text in part._element.iter()]
        texts += ["".join(run.text or "" for run in p.iter() if run.tag.endswith("}t")) for p in _paragraphs(document)]
        told = document._element.iter(qn("w:tblCaption"), qn("w:tblDescription"))
        texts += [one.get(qn("w:val")) for one in told]
        properties = document.core_properties
        assert _found([*texts, properties.title, properties.subject, properties.keywords]) == []


def test_the_workbook_speaks_the_words_of_its_readers() -> None:
    """Nor have the workbook's first sheet, the names of its sheets and the headings of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(_register(), "Inspections: all.", today=TODAY)))
    texts = []
    for sheet in book:
        heads = [str(cell.value) for cell in sheet[1]]
        codes = [place for place, head in enumerate(heads) if "ode" in head]
        for row in sheet.iter_rows(min_row=2, values_only=True):
            texts += [str(value) for place, value in enumerate(row) if value and place not in codes]
        texts += [*heads, sheet.oddFooter.center.text]
    assert _found([*book.sheetnames, *texts]) == []


def test_what_files_say_of_themselves_is_in_the_words_of_their_readers() -> None:
    """Nor has what explains tables, columns, words and schema. Names of columns are those of the data."""
    register = _register()
    index = json.loads(open_files(register)[INDEX].content)
    texts = [text for _, text in file_facts(register, "Themes: all.", WRITING)]
    texts += [*WHAT.values(), *(meaning for kind in WHAT for meaning in columns(kind).values())]
    texts += [word[name] for word in words() for name in ("label", "meaning")]
    texts += [
        index["caution"],
        index["writing"],
        *(file[name] for file in index["files"] for name in ("title", "what")),
    ]
    assert _found([*texts, *_descriptions(schema())]) == []


def test_tables_of_charts_have_headings_in_the_words_of_their_readers() -> None:
    """Nor have the headings of the CSV file of a chart, which are those of its table."""
    register = _register()
    columns = columns_of(register, register.inspections)
    themes = {theme.id: theme.label for theme in register.themes}
    rows = frames(register)
    pictures = [
        matrix(rows.entries, columns=columns, themes=themes, by_recurrence=False),
        findings_by_theme(rows.findings, author="The letter reports", themes=themes),
        answer_grid(answers(register), scope=Scope.LOCAL, columns=columns, themes=themes),
        commitments_by_tick(checkable_commitments(register, TODAY), bodies={}, inspections={}),
    ]
    assert _found(name for picture in pictures for name in picture.table.columns) == []


def test_error_pages_speak_the_words_of_their_readers() -> None:
    """Nor has what is said when there is no page."""
    assert _found(text for texts in _TEXTS.values() for text in texts) == []


def _slides(folder: str, parts: set[Part]) -> tuple[Slide, ...]:
    register = _register(folder)
    return build_deck(DeckRequest(register, frames(register), Choice(), Sheet(), TODAY), parts)


@cache
def _register(folder: str = "data") -> Register:
    register = load(ROOT / folder).register
    assert register is not None
    return register


@cache
def _quotations() -> tuple[str, ...]:
    """Return all words of documents that stand in the data, the longest first."""
    register = _register()
    quoted = [text for entry in register.entries for _, text in entry.quotations()]
    quoted += [entry.measure for entry in register.entries if isinstance(entry, Commitment) and entry.measure]
    quoted += [event.excerpt for event in register.events if event.excerpt]
    quoted += [document.title for _, document in register.documents()]
    quoted += [one.title for one in register.inspections]
    quoted += [document.address for _, document in register.documents() if document.address]
    return tuple(sorted({" ".join(text.split()) for text in quoted}, key=len, reverse=True))


def _found(texts: Any) -> list[str]:
    """Return the forbidden words in some texts, each with what stands around it; quotations are not looked at."""
    found: list[str] = []
    for text in texts:
        plain = ALLOWED.sub("…", " ".join(str(text).split()))
        if FORBIDDEN.search(plain):
            for quotation in _quotations():
                plain = plain.replace(quotation, "…")
            plain = re.sub(r"“[^”]*”|<[^>]*>|\S+/\S+", "…", plain)
        found += [plain[max(match.start() - 60, 0) : match.end() + 40] for match in FORBIDDEN.finditer(plain)]
    return list(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    """Go through all texts of a slide, except names by which the program knows what is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Picture):
        yield from (value.headline, value.subtitle, value.key, value.alt)
        yield from _texts([*value.table.columns])
    elif isinstance(value, pd.DataFrame):
        yield from _texts([*value.columns, *value.index])
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("entries", "full_id", "kind", "looks", "part"):
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _paragraphs(document: Any) -> list[Any]:
    return [element for element in document._element.iter() if element.tag.endswith("}p")]


def _descriptions(part: Any) -> Iterator[str]:
    """Go through what a JSON Schema says to its readers."""
    if isinstance(part, dict):
        names = ("description",) if "properties" in part or "oneOf" in part else ("title", "description")
        yield from (part[name] for name in names if isinstance(part.get(name), str))
        for each in part.values():
            yield from _descriptions(each)
    elif isinstance(part, list):
        for each in part:
            yield from _descriptions(each)
