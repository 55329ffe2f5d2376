"""What can be found in a register (entries, events, highlights, questions, inspections and more), by which texts."""

from collections.abc import Mapping

from scrutiny.analysis.facts import facts
from scrutiny.register.records import AskedQuestion, Body, Comment, Entry, Event, Highlight, Inspection, Question, Term
from scrutiny.register.register import Register

Searchable = Entry | Event | Highlight | Question | AskedQuestion | Comment | Inspection | Body | Term

NAMES = {
    "highlight": ("sentence in What these papers say", "sentences in What these papers say"),
    "concern": ("concern", "concerns"),
    "strength": ("strength", "strengths"),
    "own_view": ("letter’s own view", "letters’ own views"),
    "recommendation": ("recommendation", "recommendations"),
    "commitment": ("commitment", "commitments"),
    "need": ("point said to be needed", "points said to be needed"),
    "action": ("reported action", "reported actions"),
    "figure": ("figure", "figures"),
    "event": ("event", "events"),
    "question": ("question", "questions"),
    "asked": ("question asked before", "questions asked before"),
    "comment": ("comment", "comments"),
    "inspection": ("inspection", "inspections"),
    "body": ("organisation", "organisations"),
    "term": ("acronym", "acronyms"),
}
"""The kinds of results, with the names of one and of several.

A finding in the respondent's voice is of a kind of its own: it is not inspectors'.
"""
KINDS = tuple(NAMES)

WEIGHTS = {
    "acronym": 5, "id": 5, "title": 4, "name": 4, "expansion": 4, "summary": 4, "sentence": 4, "question": 4,
    "excerpt": 4, "comment": 4, "answer": 2,
    "about": 2, "theme": 2, "signed by": 2, "further words": 2, "description": 2, "meaning": 2, "note": 1, "year": 1,
}  # fmt: skip
"""The fields that are searched; a word weighs more in some than in others."""

_FIELDS = {"bodies": "about", "themes": "theme", "note": "note"}  # every other fact is “further words”


def kind_of(item: Searchable) -> str:
    """Return which of KINDS an item is."""
    if isinstance(item, Entry):
        return "own_view" if item.is_own_view else str(item.entry_kind)
    return "asked" if isinstance(item, AskedQuestion) else type(item).__name__.lower()


def inspection_of(item: Searchable) -> str | None:
    """Return the inspection that an item belongs to; a body, a term or a comment on a highlight belongs to none.

    An event belongs to that whose document tells of it, a highlight or a question to that of its first entry.
    """
    match item:
        case Entry():
            return item.inspection
        case Event():
            return item.told_by
        case Comment():
            return item.about.partition(".")[0]
        case Highlight() | Question() | AskedQuestion():
            return item.entries[0].partition(".")[0]
        case Inspection():
            return item.id
    return None


def search_texts(register: Register, item: Searchable) -> dict[str, str]:
    """Return the texts that an item is found by, as far as there are any, by the names of WEIGHTS."""
    texts: Mapping[str, str | None]
    match item:
        case Entry() | Event():
            lines: dict[str, list[str]] = {}
            for fact in facts(register, item):
                lines.setdefault(_FIELDS.get(fact.key, "further words"), []).extend(filter(None, fact.searched))
            texts = {
                "id": item.id,
                "title": item.title if isinstance(item, Event) else None,
                "summary": item.summary,
                "excerpt": item.excerpt,
                "year": item.inspection.partition("-")[0] if isinstance(item, Entry) else None,
                **{name: "\n".join(each) for name, each in lines.items()},
            }
        case Highlight():
            texts = {"id": item.id, "sentence": item.sentence}
        case Question():
            texts = {"id": item.id, "question": item.text, "about": _names(register, item.addressed_to)}
        case AskedQuestion():
            answer = [item.answer or "", *(came.summary for came in item.came)]
            texts = {
                "id": item.id,
                "question": item.text,
                "answer": "\n".join(filter(None, answer)),
                "about": _names(register, item.addressed_to),
            }
        case Comment():
            texts = {"id": item.id, "comment": item.text, "about": _names(register, item.by)}
        case Inspection():
            texts = {
                "title": item.title,
                "name": "\n".join([item.short_title, *item.inspectorates]),
                "description": "\n".join([item.subject, *(grade.excerpt for grade in item.grades)]),
                "note": item.note,
                "year": item.id.partition("-")[0],
                "signed by": "\n".join(document.author for document in item.documents if document.author),
            }
        case Body():
            texts = {"name": item.name, "acronym": item.acronym, "description": item.description}
        case Term():
            texts = {"acronym": item.id, "expansion": item.expansion, "meaning": item.meaning}
    return {name: text for name, text in texts.items() if text}


def _names(register: Register, body_id: str) -> str:
    body = register.bodies_by_id[body_id]
    return "\n".join(filter(None, (body.name, body.acronym)))
