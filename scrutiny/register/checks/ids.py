"""Rules on ids: their form, and that each is used once."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from scrutiny.register.checks.context import Draft, duplicate_ids, problem
from scrutiny.register.problems import Problem, shorten
from scrutiny.register.records import PanelMeeting
from scrutiny.register.register import INSPECTION_DATES
from scrutiny.register.vocabulary import EntryKind

LONGEST_ID = 40
_LETTERS = {
    EntryKind.CONCERN: "C",
    EntryKind.STRENGTH: "S",
    EntryKind.ACTION: "A",
    EntryKind.COMMITMENT: "K",
    EntryKind.NEED: "K",
    EntryKind.FIGURE: "F",
    EntryKind.RECOMMENDATION: "R",
}
_LETTERS_OF_LISTS = {
    "events": "E", "pairs": "P", "highlights": "H", "questions": "Q", "asked": "B", "comments": "W", "measures": "M"
}  # fmt: skip
_NUMBER = re.compile(r"\d{2,3}", re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_MEETING = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*", re.ASCII)
FOLDER = re.compile(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def entry_ids_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of an entry, event, pair, highlight … is the letter of its kind and two or three digits: C07."""
    numbered: list[tuple[Any, str]] = [(entry, _LETTERS[entry.entry_kind]) for entry in draft.register.entries]
    for name, letter in _LETTERS_OF_LISTS.items():
        numbered += [(record, letter) for record in draft.register.lists[name]]
    for record, letter in numbered:
        if record.id[:1] != letter or not _NUMBER.fullmatch(record.id, 1):
            message = f"{shorten(record.id)} is not {letter} and two or three digits, like {letter}07"
            yield problem(record, message, "id", value=record.id)


def names_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of a theme, body, document or meeting is up to 40 small letters; a folder is named like 2017-example.

    A meeting may be named by its date.
    """
    register = draft.register
    named: list[tuple[Any, tuple[str | int, ...], str]]
    named = [(one, ("id",), one.id) for name in ("themes", "bodies", "meetings") for one in register.lists[name]]
    for inspection in register.inspections:
        named += [(inspection, ("documents", i, "id"), document.id) for i, document in enumerate(inspection.documents)]
        if not FOLDER.fullmatch(inspection.id):
            yield problem(inspection, "its folder is not named like 2017-child-protection", value=inspection.id)
    for record, path, written in named:
        if written in INSPECTION_DATES:
            yield problem(record, f"{shorten(written)} is the id of a date of the inspection", *path, value=written)
        if len(written) > LONGEST_ID:
            yield problem(record, f"{len(written)} characters; an id has at most {LONGEST_ID}", *path, value=written)
        if not (_MEETING if isinstance(record, PanelMeeting) else _ID).fullmatch(written):
            message = f"{shorten(written)} is not small letters, digits and underscores"
            yield problem(record, message, *path, value=written)


def ids_are_unique(draft: Draft) -> Iterator[Problem]:
    """No two records of a kind have the same id; an entry's id is unique within its inspection."""
    register = draft.register
    for name, records in register.lists.items():
        if name not in ("entries", "question_templates"):
            yield from duplicate_ids((record.id, record) for record in records)
    yield from duplicate_ids((entry.full_id, entry) for entry in register.entries)
    for inspection in register.inspections:
        counted = Counter(document.id for document in inspection.documents)
        for index, document in enumerate(inspection.documents):
            if counted[document.id] > 1:
                yield problem(inspection, f"{shorten(document.id)} is used twice", "documents", index, "id")
