"""The tables of a register as an officer reads them: headings and values in words, codes to the right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from scrutiny.analysis.answers import answer_kind, answered_concerns
from scrutiny.analysis.facts import voice_label
from scrutiny.analysis.panel import asked_on
from scrutiny.analysis.questions import KINDS as QUESTION_KINDS
from scrutiny.analysis.questions import Sheet, SheetQuestion, questions, suggest
from scrutiny.exports import tables
from scrutiny.register.register import Register
from scrutiny.wording import NOT_STATED

Row = tuple[str | int | None, ...]
COLUMNS = "Columns"
_ORDER = (
    "highlights", "findings", "Replies", "recommendations", "commitments", "needs", "actions", "pairs", "Questions",
    "asked", "comments", "figures", "measures", "events", "inspections", "documents", "meetings", "themes", "bodies",
    "glossary", tables.WORDS,
)  # fmt: skip
_GAPS = ("owner.words", "due.printed", "measure")
"""What a commitment states or does not: where it does not, the cell says so."""
_ASIDE = ("themes.second", "themes.third", "bodies.words", "not_mentioned_in.words", "result.excerpt", "role")
_ASIDE_OF = {"commitments": ("voice.words", "themes.main"), "needs": ("voice.words",)}
"""What is left out on paper, of any table and of some: it would make the type too small to be read."""
_EXAMPLES = re.compile(r" \(2025-[^)]*\)")
_REPLIES = {
    "Code": "The code of the concern.",
    "Inspection": "The inspection in which the concern was raised.",
    "Local or national": "Whether the concern is about this area or about the country.",
    "Whose words": "Whose words the concern is in.",
    "Main theme": "The main theme of the concern.",
    "Concern": "One plain sentence of ours.",
    "What the reply offers": "The kind of answer, or why there is none.",
    "Answer": "What the letter offers, in one plain sentence of ours.",
    "The letter’s words": "A few words of the letter, exactly as they stand.",
    "Where it stands": "The document and the paragraph in which the answer stands.",
    "Code of the answer": "The code of the action, commitment or need that answers the concern.",
}
_QUESTIONS = {
    "Number": "The place of the question on the sheet; empty where it is not on it.",
    "To": "The office that is asked.",
    "Question": "The question, as it can be asked aloud.",
    "Kind": "Whether it was written by hand, or the gap in the papers on which it is based.",
    "Inspection": "The inspection that the main point of the question is about.",
    "Main theme": "The main theme of that point.",
    "Based on": "The points on which the question is based, and where these stand.",
    "Caution": "How the two statements differ that the question sets side by side.",
}


_ASKED = {"Asked before": "When something was asked before about one of the points."}


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet: its title, what it holds, the meaning of each column by heading, and how many columns are printed.

    The others stand to the right of these: further themes, organisations, and the codes.
    """

    title: str
    what: str
    columns: Mapping[str, str]
    table: pd.DataFrame
    printed: int


def sheets(register: Register, today: date, sheet: Sheet) -> list[WorkbookSheet]:
    """Return the sheets that have rows, what is read first in front; the last explains all columns of the others."""
    data = tables.tables(register)
    found = {kind: _of_table(kind, data[kind].reset_index()) for kind in _ORDER if kind in tables.WHAT}
    found["Replies"] = _sheet(
        "Replies", "Each concern, and each thing in the letter that answers it.", _REPLIES, _replies(register)
    )
    heads = _QUESTIONS | (_ASKED if register.whole.asked else {})
    rows = [row[: len(heads)] for row in _asked(register, today, sheet)]
    found["Questions"] = _sheet("Questions", "Questions for the meeting, those on the sheet first.", heads, rows)
    full = [found[name] for name in _ORDER if len(found[name].table)]
    explained: dict[tuple[str, str], list[str]] = {}
    for one in full:
        for column in one.columns.items():
            explained.setdefault(column, []).append(one.title)
    heads = {"Column": "The heading of a column.", "Sheets": "The sheets that have it.", "Meaning": "What it means."}
    rows = [(head, "; ".join(titles), meaning) for (head, meaning), titles in explained.items()]
    return [*full, _sheet(COLUMNS, "What each column means.", heads, rows)]


def _sheet(title: str, what: str, heads: Mapping[str, str], rows: Iterable[Row]) -> WorkbookSheet:
    return WorkbookSheet(title, what, heads, pd.DataFrame(list(rows), columns=list(heads), dtype=object), len(heads))


def _of_table(kind: str, table: pd.DataFrame) -> WorkbookSheet:
    """Make a sheet of a table: what is printed, then what is not, then the codes."""
    for column in (name for name in _GAPS if kind == "commitments"):
        table[column] = table[column].fillna(NOT_STATED)
    names = list(map(str, table))
    coded = [name for name in names if tables.is_code(kind, name)]
    aside = [name for name in names if name in (*_ASIDE, *_ASIDE_OF.get(kind, ()))]
    aside += [name for name in names if name not in (*coded, *aside) and table[name].isna().all()]
    printed = [name for name in names if name not in (*coded, *aside)]
    if "id" in printed:
        printed = ["id", *(name for name in printed if name != "id")]
    heads = {name: tables.heading(kind, name) for name in (*printed, *aside, *coded)}
    heads |= {name: f"{heads[name]} (code)" for name in coded if f"{name}.{tables.WORDS}" in heads}
    meanings = tables.columns(kind)
    return WorkbookSheet(
        title=tables.table_title(kind),
        what=tables.WHAT[kind],
        columns={head: _EXAMPLES.sub("", meanings[name]) for name, head in heads.items()},
        table=table[list(heads)].rename(columns=heads),
        printed=len(printed),
    )


def _replies(register: Register) -> Iterator[Row]:
    """Go through the concerns with what answers each, or why nothing does."""
    concerns = answered_concerns(register.whole)
    for finding in register.findings:
        if not (found := concerns.get(finding.full_id)):
            continue
        about = (
            finding.id,
            register.inspections_by_id[finding.inspection].short_title,
            finding.scope.label,
            voice_label(register, finding),
            register.themes_by_id[finding.themes[0]].label,
            finding.summary,
        )
        for entry in found.answered_by:
            place = tables.where_it_stands(register, entry)
            yield (*about, answer_kind(entry).label, entry.summary, entry.excerpt, place, entry.id)
        if not found.answered_by:
            yield (*about, found.answers[0].label, None, None, None, None)


def _asked(register: Register, today: date, sheet: Sheet) -> Iterator[Row]:
    """Go through the questions about points that are here, as they are asked: those of the sheet, then all others."""
    here = {entry.full_id for entry in register.entries}
    about = {name: one for name, one in questions(register.whole, today).items() if not here.isdisjoint(one.entries)}
    on_sheet = sheet.asked(register.whole, today) if sheet.picked else suggest(about.values())
    others = [sheet.reword(one) for one in about.values() if one.id not in {asked.id for asked in on_sheet}]
    for number, one in enumerate([*on_sheet, *others], start=1):
        yield (number if number <= len(on_sheet) else None, *_question(register, one))


def _question(register: Register, question: SheetQuestion) -> Row:
    """Return the cells of a question; a member's own names no office and rests on no point."""
    inspection = register.inspections_by_id.get(question.inspection)
    theme = register.themes_by_id.get(question.theme)
    return (
        question.addressee or None,
        question.text,
        QUESTION_KINDS[question.kind],
        inspection.short_title if inspection else None,
        theme.label if theme else None,
        "\n".join(tables.describe_point(register, full_id) for full_id in question.entries) or None,
        question.caution,
        asked_on(register, question.entries) or None,
    )
