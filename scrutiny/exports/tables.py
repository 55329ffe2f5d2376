"""The register as tables: one for each kind of record, with a column for each field and the words for its codes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

import pandas as pd

from scrutiny.analysis.answers import answered_concerns
from scrutiny.analysis.facts import reference, voice_label
from scrutiny.analysis.measures import elsewhere_words
from scrutiny.analysis.pairs import differences, pairs
from scrutiny.analysis.panel import came_words
from scrutiny.analysis.recommendations import replies_to, said_later
from scrutiny.register import records
from scrutiny.register.dates import PartialDate
from scrutiny.register.places import Place
from scrutiny.register.records import Entry, Event, Record
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum
from scrutiny.wording import NOT_STATED, STATED, document_name, lower_first, office, place_name, upper_first

WORDS = "words"
NONE = "none"
FULL_ID = "The code of this row, which is its own and never changes."
Cell = str | int | float | PartialDate | None

_HEADINGS = {
    "full_id": "Full code",
    "id": "Code",
    "glossary.id": "Acronym",
    "themes.label": "Theme",
    "words.label": "Word",
    "words.tables": "Sheets",
    "words.value": "Code",
    "polarity": "Concern or strength",
    "voice": "Whose words",
    "scope": "Local or national",
    "excerpt": "The document’s words",
    "document.words": "Where it stands",
    "themes.main": "Main theme",
    "themes.second": "Second theme",
    "themes.third": "Third theme",
    "bodies": "Organisations",
    "body": "Organisation",
    "source": "From elsewhere",
    "restates": "Says again",
    "answers": "Answered by",
    "answers.words": "What the reply offers",
    "status": "Progress",
    "vouched_by": "Acknowledged by",
    "result.summary": "Claimed result",
    "result.excerpt": "The words on the result",
    "general": "About the report as a whole",
    "by": "Said by",
    "owner": "Who must act",
    "specific": "Specific act",
    "due": "When",
    "measure": "How measured",
    "bound": "Exact or a limit",
    "counts": "What it counts",
    "addressee": "Who is asked",
    "replies.document": "Replies",
    "replies.answer": "Whether accepted",
    "replies.excerpt": "The replies’ words",
    "replies.paragraph": "Paragraphs of the replies",
    "replies.entries": "Points of the replies",
    "replies": "What the replies say",
    "grades.excerpt": "Grades, as stated",
    "grades.document": "Documents with grades",
    "grades.paragraph": "Paragraphs of grades",
    "later.document": "Later documents",
    "later.excerpt": "Words of later texts",
    "later.paragraph": "Paragraphs of later documents",
    "later.summary": "Later texts in our words",
    "later.address": "Addresses of later texts",
    "recommendations.later": "What later texts say",
    "later": "Said later",
    "earlier": "Said before",
    "relation": "Compared with before",
    "strength": "Link",
    "subject": "What was inspected",
    "held": "Read",
    "notes": "Notes to editors",
    "entries": "Points",
    "addressed_to": "To",
    "asked.text": "Question",
    "comments.text": "Comment",
    "asked.by": "Who answered",
    "came": "What came of it",
    "came.date": "When something came",
    "came.summary": "What came, in our words",
    "came.document": "Documents in which it came",
    "came.address": "Addresses of what came",
    "comments.by": "Comment by",
    "measures.label": "What is counted",
    "elsewhere": "Known from elsewhere",
    "elsewhere.value": "Numbers from elsewhere",
    "elsewhere.bound": "Exact or a limit (elsewhere)",
    "elsewhere.unit": "Units (elsewhere)",
    "elsewhere.stated": "The words elsewhere",
    "elsewhere.source": "Texts not read",
    "elsewhere.date": "Dates of texts not read",
    "elsewhere.address": "Addresses (elsewhere)",
}
_TITLES = {
    "needs": "Said to be needed",
    "pairs": "Then and since",
    "bodies": "Organisations",
    "glossary": "Acronyms",
    "highlights": "What these papers say",
    "measures": "Counted more than once",
    "question_templates": "Wordings of questions",
    "asked": "Asked before",
    "words": "Definitions",
}
_PARTS = {"printed": "(as stated)", "date": "(as a date)", "doubt": "(why uncertain)"}
_MEANINGS = {
    "answers.words": "What the letter in reply offers to the concern, or why there is nothing to show.",
    "document.words": "The document and the paragraph in which the excerpt stands.",
    "specific.words": "Whether the document states an act of which one could check that it was done.",
    "themes.main": "The main theme.",
    "themes.second": "The second theme, if it has one.",
    "themes.third": "The third theme, if it has one.",
}
_DIFFERENCES = "How the two differ in subject, scope and source, and what came in between."
_WORD_COLUMNS = {
    "column": "The column that uses one of these words, by its code.",
    "column.words": "The column that uses one of these words.",
    "tables": "The tables that have this column, by their codes.",
    "tables.words": "The tables that have this column.",
    "value": "The code that stands for the word.",
    "label": "The word.",
    "meaning": "What the word means.",
}


def part_of(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds one or several of, or None if it holds plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(part_of, get_args(annotation))), None)


def vocabulary_of(annotation: Any) -> type[LabelledEnum] | None:
    """Return the closed list that a field's words are of, or None if it has none."""
    return annotation if isinstance(annotation, type) and issubclass(annotation, LabelledEnum) else None


@dataclass(frozen=True)
class Kind:
    """A kind of record: what its table holds, and the record that its columns are the fields of, without some."""

    what: str
    record: type[Record]
    without: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "findings": Kind(
        "What inspectors are said to have found, and the letters’ own views in the same form.", records.Finding
    ),
    "actions": Kind("Work that a document says is done or under way: claims, whoever makes them.", records.Action),
    "commitments": Kind("Undertakings and expectations, and whether each states who, what, when and how measured.",
        records.Commitment),
    "needs": Kind(
        "What is said to be needed and nobody takes on. It is never counted as a commitment.", records.Commitment,
        without=("kind", "general", "owner", "specific", "due", "measure"),
    ),
    "figures": Kind("Numbers that documents give. They are never added up.", records.Figure),
    "recommendations": Kind(
        "What inspectorates ask of named organisations, and what replies and later texts say of it.",
        records.Recommendation,
    ),
    "events": Kind("Things with a date, outside the inspections.", Event),
    "pairs": Kind(
        "Two points from different inspections compared, chosen by hand, each with its caution.", records.Pair
    ),
    "inspections": Kind("Every inspection, oldest first.", records.Inspection),
    "documents": Kind("Every document known to exist about an inspection, read or not.", records.Document),
    "themes": Kind("The themes that points are sorted under.", records.Theme),
    "bodies": Kind("Organisations and office-holders.", records.Body),
    "glossary": Kind("Acronyms and what they stand for.", records.Term),
    "highlights": Kind("What these papers say, in a few sentences, each with its points.", records.Highlight),
    "questions": Kind("Questions written by hand, the best first, each with its points.", records.Question),
    "question_templates": Kind(
        "The wording of questions that are based on gaps in the papers.", records.QuestionTemplate
    ),
    "meetings": Kind("Meetings of the panel.", records.PanelMeeting),
    "asked": Kind("What was asked in these meetings, what was answered, and what came of it.", records.AskedQuestion),
    "comments": Kind(
        "Comments of those concerned, in their own words. They change nothing of what they are about.", records.Comment
    ),
    "measures": Kind(
        "One thing that several documents count in the same way. Two numbers do not make a trend.", records.Measure
    ),
}  # fmt: skip
WHAT: Mapping[str, str] = {kind: known.what for kind, known in KINDS.items()} | {
    WORDS: "What the words in some columns mean."
}


def tables(register: Register) -> dict[str, pd.DataFrame]:
    """Return every table of a register, by kind; the first column, by which rows are known, is the index.

    Columns are the fields in the order of the files, named as in the files; a part of a field is named as
    `due.printed`. What a field says in codes stands beside it in words, in a column named as `voice.words`; of themes
    there are `themes.main`, `themes.second` and `themes.third`. A cell has text, a number, a date (PartialDate), or
    nothing (None). Several values in a cell stand with “; ” between them, points and claimed results on lines of their
    own, and a list that was written but is empty as “none”. `words` explains the closed lists.
    """
    found = {kind: _table(columns(kind), _rows(register, kind)) for kind in KINDS}
    return found | {WORDS: _table(_WORD_COLUMNS, words())}


@cache
def columns(kind: str) -> Mapping[str, str]:
    """Return the columns of a table in their order, each with what it means."""
    if kind == WORDS:
        return _WORD_COLUMNS
    record = KINDS[kind].record
    result: dict[str, str] = {}
    if issubclass(record, Entry | Event | records.Document):
        result["full_id"] = FULL_ID
    if record is records.Document:
        result |= _with_words("inspection", "The code of the inspection that the document belongs to.")
    for name in (*record.path_fields, *record.field_order()):
        if name in KINDS[kind].without:
            continue
        field = record.model_fields[name]
        meaning = (field.description or "").replace("“true”", "“yes”").replace("“false”", "“no”")
        part = part_of(field.annotation)
        if part is None:
            result |= _with_words(name, meaning)
        elif part is records.Dated:
            # “When it was.” and “The date: in the document's own words.” are “When it was: in the …”.
            for part_name, part_field in part.model_fields.items():
                words_of_part = (part_field.description or "").removeprefix("The date")
                result[f"{name}.{part_name}"] = f"{meaning.removesuffix('.')}{words_of_part}"
        elif part is not records.Document:  # documents have a table of their own
            result |= {f"{name}.{key}": each.description or "" for key, each in part.model_fields.items()}
            result |= {f"{name}.{WORDS}": meaning} if name in _IN_WORDS else {}
    return MappingProxyType(result | ({"differences": _DIFFERENCES} if record is records.Pair else {}))


def _with_words(name: str, meaning: str) -> dict[str, str]:
    """Return a field as a column and, if it holds codes, the columns that say them in words, each with its meaning."""
    parts = ("main", "second", "third") if name == "themes" else (WORDS,) if name in _IN_WORDS else ()
    plain = upper_first(re.sub(r"\b[Tt]he codes? of ", "", meaning))
    return {name: meaning} | {f"{name}.{part}": _MEANINGS.get(f"{name}.{part}", plain) for part in parts}


def is_code(kind: str, column: str) -> bool:
    """Tell whether a column is for programs: it holds codes that stand in words beside it, or the name of a file."""
    known = columns(kind)
    named = column == "id" and issubclass(
        KINDS[kind].record, records.Inspection | records.Document | records.Theme | records.Body
    )
    for_programs = column in ("full_id", "themes", "file") or (column == "paragraph" and "document" in known)
    name, _, part = column.partition(".")
    return named or for_programs or (part != WORDS and f"{name}.{WORDS}" in known)


def table_title(kind: str) -> str:
    """Return the title of a table for those who read it; programs know it by its kind."""
    return _TITLES.get(kind, kind.capitalize())


def heading(kind: str, column: str) -> str:
    """Return the heading of a column for those who read it; programs know it by its name."""
    name, _, part = column.partition(".")
    known = next(filter(None, map(_HEADINGS.get, (f"{kind}.{column}", column, f"{kind}.{name}", name))), None)
    return " ".join(filter(None, [known or upper_first(name.replace("_", " ")), _PARTS.get(part)]))


def words() -> list[dict[str, Cell]]:
    """Return every word of every closed list, in the order of the tables, with the columns that it may stand in."""
    lists: dict[tuple[str, type[LabelledEnum]], list[str]] = {}
    for kind, known in KINDS.items():
        for name, vocabulary in _closed_lists(known.record):
            if name not in known.without:
                lists.setdefault((name, vocabulary), []).append(kind)
    return [
        {
            "column": name,
            "column.words": heading(kinds[0], name),
            "tables": "; ".join(kinds),
            "tables.words": "; ".join(map(table_title, kinds)),
            "value": str(word),
            "label": word.label,
            "meaning": word.meaning,
        }
        for (name, vocabulary), kinds in lists.items()
        for word in vocabulary
    ]


def _closed_lists(record: type[Record]) -> Iterator[tuple[str, type[LabelledEnum]]]:
    """Yield the columns of a record, and of its parts, whose words are of a closed list, with the list."""
    for name, field in record.model_fields.items():
        part, vocabulary = part_of(field.annotation), vocabulary_of(field.annotation)
        if vocabulary:
            yield name, vocabulary
        elif part and part is not records.Document:
            yield from ((f"{name}.{within}", words) for within, words in _closed_lists(part))


def _table(names: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> pd.DataFrame:
    """Make a table whose columns do not depend on how many rows there are; numbers stay as they are."""
    cells = [[row.get(name) for name in names] for row in rows]
    table = pd.DataFrame(cells, columns=list(names), dtype=object)
    return table.set_index(table.columns[0])


def _rows(register: Register, kind: str) -> Iterator[Mapping[str, Cell]]:
    """Go through the records of a kind, each as the cells of its row."""
    match kind:
        case "documents":
            for inspection, document in register.documents():
                of = {"inspection": inspection.id, "inspection.words": inspection.short_title}
                yield {"full_id": f"{inspection.id}.{document.id}"} | of | cells(register, document)
        case "pairs":
            for view in pairs(register):
                yield cells(register, view.pair) | {"differences": "; ".join(differences(register, view))}
        case _:
            for record in getattr(register, kind):
                yield {"full_id": record.full_id} | cells(register, record)


def kind_of(record: Record) -> str:
    """Return the table that a record stands in."""
    is_need = isinstance(record, records.Commitment) and record.is_need
    return "needs" if is_need else next(kind for kind, known in KINDS.items() if type(record) is known.record)


def cells(register: Register, record: Record) -> dict[str, Cell]:
    """Return what stands in the cells of a record, by column."""
    found: dict[str, Cell] = {}
    for name, field in type(record).model_fields.items():
        value, part = getattr(record, name), part_of(field.annotation)
        if isinstance(value, Record):
            found |= {f"{name}.{key}": getattr(value, key) for key in type(value).model_fields}
        elif part:
            lines = {
                key: "\n".join(_line(_plain(getattr(one, key))) for one in value or ()) for key in part.model_fields
            }
            found |= {f"{name}.{key}": text if text.strip() else None for key, text in lines.items()}
        else:
            found[name] = _plain(value)
        if name in _IN_WORDS:
            found[f"{name}.{WORDS}"] = _IN_WORDS[name](register, record, value)
    if isinstance(record, records.Finding) and record.answers == ():
        found["answers"] = NONE
    if isinstance(record, Entry | Event):
        labels = [register.themes_by_id[theme].label for theme in record.themes]
        found |= dict(zip(("themes.main", "themes.second", "themes.third"), labels, strict=False))
    return found


def _plain(value: Any) -> Cell:
    """Return the value of a field as a cell has it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Place():
            return value.plain
        case tuple():
            return "; ".join(value) or None
    cell: Cell = str(value) if isinstance(value, LabelledEnum) else value
    return cell


def shown(cell: object) -> str:
    """Return the text of a cell for those who read it: a date in words, and nothing where there is nothing."""
    return cell.printed if isinstance(cell, PartialDate) else "" if cell is None else str(cell)


def _line(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def what_is_offered(register: Register, concern: records.Finding) -> str | None:
    """Say what a letter in reply offers to a concern: all kinds of answer, or why there is none."""
    found = answered_concerns(register.whole).get(concern.full_id)
    return "; ".join(answer.label for answer in found.answers) if found else None


def describe_point(register: Register, full_id: str) -> str:
    """Say what a point says and where it stands: “… (Abuse in families, C03; letter of 26 March 2026, paragraph 5)”."""
    point = register.entries_by_id[full_id]
    return f"{point.summary} ({reference(register, point)}; {lower_first(where_it_stands(register, point))})"


def where_it_stands(register: Register, item: Entry | Event) -> str:
    """Name the document and the place that an excerpt stands in: “Letter of 26 March 2026, paragraph 5”."""
    document = register.document(item) if isinstance(item, Entry) else register.documents_by_id[str(item.document)]
    return upper_first(place_name(document, item.paragraph))


def _name_documents(register: Register, _: Record, full_ids: Iterable[str]) -> str | None:
    """Name documents, each with its inspection."""
    names = []
    for full_id in full_ids:
        inspection = register.inspections_by_id[full_id.partition(".")[0]].short_title
        names.append(f"{upper_first(document_name(register.documents_by_id[full_id]))} ({inspection})")
    return "; ".join(names) or None


def _name_bodies(register: Register, _: Record, ids: str | Iterable[str] | None) -> str | None:
    """Name one organisation or several."""
    several = (ids,) if isinstance(ids, str) else ids or ()
    return "; ".join(office(register.bodies_by_id[body]) for body in several) or None


def _describe_points(register: Register, _: Record, full_ids: str | Iterable[str]) -> str:
    """Describe one point or several, each on a line of its own."""
    several = (full_ids,) if isinstance(full_ids, str) else full_ids
    return "\n".join(describe_point(register, full_id) for full_id in several)


def _name_subject(register: Register, _: Record, about: str) -> str:
    """Say what a comment is about: a point, a sentence of what these papers say, or an inspection."""
    if about in register.entries_by_id:
        return describe_point(register, about)
    sentences = {highlight.id: highlight.sentence for highlight in register.whole.highlights}
    return sentences.get(about) or register.inspections_by_id[about].title


_CLOSED = [
    name
    for known in KINDS.values()
    for name, field in known.record.model_fields.items()
    if name != "id" and vocabulary_of(field.annotation)
]
_IN_WORDS: Mapping[str, Callable[[Register, Any, Any], str | None]] = {
    **dict.fromkeys(_CLOSED, lambda _register, _record, word: word.label),
    **dict.fromkeys(
        ("body", "bodies", "by", "owner", "vouched_by", "addressed_to", "addressee", "followed_by", "force"),
        _name_bodies,
    ),
    **dict.fromkeys(("earlier", "entries"), _describe_points),
    "about": _name_subject,
    "came": lambda register, one, _: "\n".join(came_words(register, came) for came in one.came) or None,
    "meeting": lambda register, _, meeting: register.meetings_by_id[meeting].label,
    "figures": _describe_points,
    "elsewhere": lambda _register, one, _: "\n".join(map(elsewhere_words, one.elsewhere)) or None,
    "voice": lambda register, entry, _: voice_label(register, entry),
    "inspection": lambda register, _, full_id: register.inspections_by_id[full_id].short_title,
    "document": lambda register, item, named: where_it_stands(register, item) if named else None,
    "specific": lambda _register, _record, is_specific: STATED if is_specific else NOT_STATED,
    "answers": lambda register, concern, _: what_is_offered(register, concern),
    "replies": lambda register, one, _: "\n".join(said.text for said in replies_to(register, one)) or None,
    "restates": lambda register, one, named: describe_point(register, f"{one.inspection}.{named}") if named else None,
    "later": lambda register, one, _: (
        describe_point(register, one.later)
        if isinstance(one, records.Pair)
        else "\n".join(said.text for said in said_later(register, one)) or None
    ),
    "not_mentioned_in": _name_documents,
}
"""The fields that hold codes, and how each says them in words."""
