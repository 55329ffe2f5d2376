"""What can be found in a register (entries, events, highlights, questions, inspections and more), by which texts."""

from collections.abc import Iterable, Mapping

from scrutiny.register.records import (
    Action,
    Body,
    Commitment,
    Entry,
    Event,
    Figure,
    Finding,
    Highlight,
    Inspection,
    Question,
    Term,
)
from scrutiny.register.register import Register

Searchable = Entry | Event | Highlight | Question | Inspection | Body | Term

KINDS = (
    "highlight", "concern", "strength", "own_view", "commitment", "need", "action", "figure", "event", "question",
    "inspection", "body", "term",
)  # fmt: skip
"""The kinds of results. A finding in the respondent's voice is of a kind of its own: it is not inspectors'."""

WEIGHTS = {
    "acronym": 5, "id": 5, "title": 4, "name": 4, "expansion": 4, "summary": 4, "sentence": 4, "question": 4,
    "excerpt": 4,
    "about": 2, "theme": 2, "further words": 2, "description": 2, "meaning": 2, "note": 1, "year": 1,
}  # fmt: skip
"""The fields that are searched; a word weighs more in some than in others."""


def full_id_of(item: Searchable) -> str:
    """Return the id that is unique among all that can be found: `events.E01`, `bodies.mash`, `glossary.MASH`."""
    match item:
        case Entry() | Event() | Highlight() | Question():
            return item.full_id
        case Inspection():
            return f"inspections.{item.id}"
        case Body():
            return f"bodies.{item.id}"
    return f"glossary.{item.id}"


def kind_of(item: Searchable) -> str:
    """Return which of KINDS an item is."""
    match item:
        case Entry():
            return "own_view" if item.is_own_view else str(item.entry_kind)
        case Event() | Highlight() | Question() | Inspection():
            return type(item).__name__.lower()
        case Body():
            return "body"
    return "term"


def inspection_of(item: Searchable) -> str | None:
    """Return the inspection that an item belongs to; a body or a term belongs to none.

    An event belongs to that whose document tells of it, a highlight or a question to that of its first entry.
    """
    match item:
        case Entry():
            return item.inspection
        case Event():
            return item.document.partition(".")[0] if item.document else None
        case Highlight() | Question():
            return item.entries[0].partition(".")[0]
        case Inspection():
            return item.id
    return None


def search_texts(register: Register, item: Searchable) -> dict[str, str]:
    """Return the texts that an item is found by, as far as there are any, by the names of WEIGHTS."""
    texts: Mapping[str, str | None]
    match item:
        case Entry():
            further, year = _lines(_further(item)), item.inspection.partition("-")[0]
            texts = {**_common_texts(register, item), "further words": further, "year": year}
        case Event():
            texts = {"title": item.title, **_common_texts(register, item)}
        case Highlight():
            texts = {"id": item.id, "sentence": item.sentence}
        case Question():
            addressee = register.bodies_by_id[item.addressed_to]
            texts = {"id": item.id, "question": item.text, "about": _lines((addressee.name, addressee.acronym))}
        case Inspection():
            texts = {
                "title": item.title,
                "name": _lines([item.short_title, *item.inspectorates]),
                "description": item.subject,
                "note": item.note,
                "year": item.id.partition("-")[0],
            }
        case Body():
            texts = {"name": item.name, "acronym": item.acronym, "description": item.description}
        case Term():
            texts = {"acronym": item.id, "expansion": item.expansion, "meaning": item.meaning}
    return {name: text for name, text in texts.items() if text}


def _common_texts(register: Register, item: Entry | Event) -> dict[str, str | None]:
    """Return the texts that entries and events both have."""
    bodies = [register.bodies_by_id[body] for body in item.bodies]
    return {
        "id": item.id,
        "summary": item.summary,
        "excerpt": item.excerpt,
        "about": _lines(text for body in bodies for text in (body.name, body.acronym)),
        "theme": _lines(register.themes_by_id[theme].label for theme in item.themes),
        "note": item.note,
    }


def _further(entry: Entry) -> list[str | None]:
    """Return the other texts that only entries of this kind have."""
    match entry:
        case Finding():
            return [entry.source]
        case Action():
            return [text for result in entry.result for text in (result.summary, result.excerpt)]
        case Commitment():
            return [entry.due.printed if entry.due else None, entry.measure]
        case Figure():
            return [f"{entry.value}", entry.unit, entry.counts, entry.period.printed if entry.period else None]
    return []


def _lines(texts: Iterable[str | None]) -> str:
    """Put texts under one another, so that no phrase runs from one into the next."""
    return "\n".join(text for text in texts if text)
