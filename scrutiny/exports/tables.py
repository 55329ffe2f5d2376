"""The register as tables: one for each kind of record, with a column for each of its fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd

from scrutiny.exports.json import register_document
from scrutiny.register.records import (
    Action,
    Body,
    Commitment,
    Dated,
    Document,
    Entry,
    Event,
    Figure,
    Finding,
    Highlight,
    Inspection,
    Pair,
    Question,
    QuestionTemplate,
    Record,
    Term,
    Theme,
)
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum
from scrutiny.wording import upper_first

_HEADINGS = {
    "full_id": "Code",
    "id": "Short code",
    "voice": "Whose words",
    "scope": "Local or national",
    "bodies": "Organisations",
    "body": "Organisation",
    "held": "Read",
    "owner": "Who must act",
    "by": "Said by",
    "specific": "Specific act",
    "due": "When",
    "measure": "How measured",
    "vouched_by": "Acknowledged by",
    "polarity": "Concern or strength",
    "general": "About the report as a whole",
    "entries": "Points",
    "strength": "Link",
    "value": "Value",
    "source": "From elsewhere",
}
_TITLES = {
    "needs": "Said to be needed",
    "pairs": "Then and since",
    "bodies": "Organisations",
    "glossary": "Acronyms",
    "highlights": "What these papers say",
    "question_templates": "Wordings of questions",
    "words": "Definitions",
}
_PARTS = {
    "printed": "(as stated)",
    "date": "(as a date)",
    "doubt": "(why uncertain)",
    "summary": "(our summary)",
    "excerpt": "(the words)",
}
WORDS = "words"
NONE = "none"
FULL_ID = "The code of this row, which is its own and never changes."
_WORD_COLUMNS = {
    "column": "The column that uses one of these words.",
    "tables": "The tables that have this column.",
    "value": "The word as it is in these tables.",
    "label": "What the dashboard says for it.",
    "meaning": "What the word means.",
}
_Cell = str | int | float | None


@dataclass(frozen=True)
class Kind:
    """A kind of record: what its table holds, and the record that its columns are the fields of, without some."""

    what: str
    record: type[Record]
    without: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "findings": Kind("What inspectors are said to have found, and the letters' own views in the same form.", Finding),
    "actions": Kind("Work that a document says is done or under way: claims, whoever makes them.", Action),
    "commitments": Kind("Undertakings and expectations.", Commitment),
    "needs": Kind(
        "What is said to be needed and nobody takes on. It is never counted as a commitment.", Commitment,
        without=("kind", "general", "owner", "specific", "due", "measure"),
    ),
    "figures": Kind("Numbers that documents give. They are never added up.", Figure),
    "events": Kind("Things with a date, outside the inspections.", Event),
    "pairs": Kind("Two points from different inspections compared, chosen by hand, each with its caution.", Pair),
    "inspections": Kind("Every inspection, oldest first.", Inspection),
    "documents": Kind("Every document known to exist about an inspection, read or not.", Document),
    "themes": Kind("The themes that points are sorted under.", Theme),
    "bodies": Kind("Organisations and office-holders.", Body),
    "glossary": Kind("Acronyms and what they stand for.", Term),
    "highlights": Kind("What these papers say, in a few sentences, each with its points.", Highlight),
    "questions": Kind("Questions written by hand, the best first, each with its points.", Question),
    "question_templates": Kind(
        "The wording of questions that are based on gaps in the papers.", QuestionTemplate
    ),
}  # fmt: skip
WHAT: Mapping[str, str] = {kind: known.what for kind, known in KINDS.items()} | {
    WORDS: "What the words in some columns mean."
}


def tables(register: Register) -> dict[str, pd.DataFrame]:
    """Return every table of a register, by kind; the first column, by which rows are known, is the index.

    Columns are the fields in the order of the files; a part of a field is named as `due.printed`. A cell has text, a
    number, or nothing (None). Several values in a cell stand with “; ” between them, the results of an action on lines
    of their own, and a list that was written but is empty as “none”. `words` explains the closed lists.
    """
    document = register_document(register)
    rows = document | {"documents": list(_documents(document["inspections"]))}
    found = {kind: _table(columns(kind), rows[kind]) for kind in KINDS}
    return found | {WORDS: _table(_WORD_COLUMNS, words())}


def columns(kind: str) -> Mapping[str, str]:
    """Return the columns of a table in their order, each with what it means."""
    if kind == WORDS:
        return _WORD_COLUMNS
    record = KINDS[kind].record
    result: dict[str, str] = {}
    if issubclass(record, Entry | Event | Document):
        result["full_id"] = FULL_ID
    if record is Document:
        result["inspection"] = "The code of the inspection that the document belongs to."
    for name in (*record.path_fields, *record.field_order()):
        if name in KINDS[kind].without:
            continue
        field = record.model_fields[name]
        meaning = field.description or ""
        part = part_of(field.annotation)
        if part is None:
            result[name] = meaning
        elif part is Dated:
            # “When it was.” and “The date: in the document's own words.” are “When it was: in the …”.
            for part_name, part_field in part.model_fields.items():
                words_of_part = (part_field.description or "").removeprefix("The date")
                result[f"{name}.{part_name}"] = f"{meaning.removesuffix('.')}{words_of_part}"
        elif part is not Document:  # documents have a table of their own
            result |= {f"{name}.{key}": each.description or "" for key, each in part.model_fields.items()}
    return result


def table_title(kind: str) -> str:
    """Return the title of a table for those who read it; programs know it by its kind."""
    return _TITLES.get(kind, kind.capitalize())


def heading(column: str) -> str:
    """Return the heading of a column for those who read it; programs know it by its name."""
    name, _, part = column.partition(".")
    return " ".join(filter(None, [_HEADINGS.get(name, upper_first(name.replace("_", " "))), _PARTS.get(part, "")]))


def words() -> list[dict[str, Any]]:
    """Return every word of every closed list, in the order of the tables, with the columns that it may stand in."""
    lists: dict[tuple[str, type[LabelledEnum]], list[str]] = {}
    for kind, known in KINDS.items():
        for name, field in known.record.model_fields.items():
            if name in known.without:
                continue
            if isinstance(field.annotation, type) and issubclass(field.annotation, LabelledEnum):
                lists.setdefault((name, field.annotation), []).append(kind)
    return [
        {"column": name, "tables": kinds, "value": str(word), "label": word.label, "meaning": word.meaning}
        for (name, vocabulary), kinds in lists.items()
        for word in vocabulary
    ]


def part_of(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds one or several of, or None if it holds plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(part_of, get_args(annotation))), None)


def _documents(inspections: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Return the documents of all inspections, each with its full id and its inspection."""
    for inspection in inspections:
        for document in inspection["documents"]:
            yield {"full_id": f"{inspection['id']}.{document['id']}", "inspection": inspection["id"]} | document


def _table(names: Iterable[str], rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Make a table whose columns do not depend on how many rows there are."""
    cells = [[_cell(row, name) for name in names] for row in rows]
    table = pd.DataFrame(cells, columns=list(names), dtype=object)
    return table.set_index(table.columns[0])


def _cell(row: dict[str, Any], column: str) -> _Cell:
    """Return what stands in a cell."""
    field, _, part = column.partition(".")
    value = row.get(field)
    if isinstance(value, dict):
        value = value.get(part)
    elif part and value:
        return "\n".join(item[part] for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(value) or NONE
    return value
