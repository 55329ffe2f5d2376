"""What can be found in a register: entries, events, inspections, bodies and glossary terms, and by which texts."""

from collections.abc import Iterable

from scrutiny.register.records import Action, Body, Commitment, Entry, Event, Figure, Finding, Inspection, Term
from scrutiny.register.register import Register

Searchable = Entry | Event | Inspection | Body | Term

KINDS = ("concern", "strength", "own_view", "commitment", "action", "figure", "event", "inspection", "body", "term")
"""The kinds of results. A finding in the respondent's voice is of a kind of its own: it is not inspectors'."""

WEIGHTS = {
    "acronym": 5, "id": 5, "title": 4, "name": 4, "expansion": 4, "summary": 4, "excerpt": 4,
    "about": 2, "theme": 2, "further words": 2, "description": 2, "meaning": 2, "note": 1, "year": 1,
}  # fmt: skip
"""The fields that are searched, by the name that `where` gives them; a word weighs more in some than in others."""


def id_parts(thing: Searchable) -> tuple[str, str]:
    """Give the two parts of a full id: for entries the inspection, else a list of the register; and the own id."""
    match thing:
        case Entry():
            return thing.inspection, thing.id
        case Event():
            return "events", thing.id
        case Inspection():
            return "inspections", thing.id
        case Body():
            return "bodies", thing.id
    return "glossary", thing.id


def full_id_of(thing: Searchable) -> str:
    """Give the full id of a thing."""
    return ".".join(id_parts(thing))


def find_by_id(register: Register, full_id: str) -> Searchable:
    """Give the thing that has a full id."""
    if found := register.entries_by_id.get(full_id) or register.events_by_id.get(full_id):
        return found
    folder, _, own_id = full_id.partition(".")
    if folder == "glossary":
        return next(term for term in register.glossary if term.id == own_id)
    return register.bodies_by_id[own_id] if folder == "bodies" else register.inspections_by_id[own_id]


def kind_of(thing: Searchable) -> str:
    """Name the kind of a thing, the respondent's own views apart."""
    match thing:
        case Entry():
            return "own_view" if thing.is_own_view else str(thing.entry_kind)
        case Event():
            return "event"
        case Inspection():
            return "inspection"
        case Body():
            return "body"
    return "term"


def inspection_of(thing: Searchable) -> str | None:
    """Give the inspection that a thing belongs to: of an event that whose document tells of it, of a body none."""
    match thing:
        case Entry():
            return thing.inspection
        case Event():
            return thing.document.partition(".")[0] if thing.document else None
        case Inspection():
            return thing.id
    return None


def search_texts(register: Register, thing: Searchable) -> dict[str, str]:
    """Give the texts that a thing is found by, as far as they are there."""
    return {name: text for name, text in _all_texts(register, thing).items() if text}


def _all_texts(register: Register, thing: Searchable) -> dict[str, str | None]:
    """Give the texts that a thing is found by, None for those that are left out."""
    match thing:
        case Entry():
            return _entry_texts(register, thing)
        case Event():
            return {"title": thing.title} | _common_texts(register, thing)
        case Inspection():
            return _inspection_texts(thing)
        case Body():
            return _body_texts(thing)
    return _term_texts(thing)


def _entry_texts(register: Register, entry: Entry) -> dict[str, str | None]:
    """Give the texts that an entry is found by."""
    year = entry.inspection.partition("-")[0]
    return _common_texts(register, entry) | {"further words": _lines(_further(entry)), "year": year}


def _common_texts(register: Register, item: Entry | Event) -> dict[str, str | None]:
    """Give the texts that entries and events both have."""
    bodies = (register.bodies_by_id[body] for body in item.bodies)
    return {
        "id": item.id,
        "summary": item.summary,
        "excerpt": item.excerpt,
        "about": _lines(text for body in bodies for text in (body.name, body.acronym)),
        "theme": _lines(register.themes_by_id[theme].label for theme in item.themes),
        "note": item.note,
    }


def _further(entry: Entry) -> list[str | None]:
    """Give the other words that only entries of this kind have."""
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


def _inspection_texts(inspection: Inspection) -> dict[str, str | None]:
    """Give the texts that an inspection is found by."""
    return {
        "title": inspection.title,
        "name": _lines([inspection.short_title, *inspection.inspectorates]),
        "description": inspection.subject,
        "note": inspection.note,
        "year": inspection.id.partition("-")[0],
    }


def _body_texts(body: Body) -> dict[str, str | None]:
    """Give the texts that a body is found by."""
    return {"name": body.name, "acronym": body.acronym, "description": body.description}


def _term_texts(term: Term) -> dict[str, str | None]:
    """Give the texts that a glossary term is found by."""
    return {"acronym": term.id, "expansion": term.expansion, "meaning": term.meaning}


def _lines(texts: Iterable[str | None]) -> str:
    """Put texts under one another, so that no phrase runs from one into the next."""
    return "\n".join(text for text in texts if text)
