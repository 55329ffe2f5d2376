"""Rules on ids: their form, and that each is used once."""

import re
from collections import Counter
from collections.abc import Iterator

from scrutiny.register.checks.context import Draft, duplicate_ids, problem
from scrutiny.register.problems import Problem, shorten
from scrutiny.register.records import PanelMeeting, Record
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
    EntryKind.EVENT: "E",
}
_NUMBER = re.compile(r"\d{2,3}", re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_MEETING = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*", re.ASCII)
FOLDER = re.compile(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def entry_ids_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of an entry, event, pair, highlight … is the letter of its kind and two or three digits: C07."""
    numbered: list[tuple[Record, str, str]] = [
        (entry, entry.id, _LETTERS[entry.entry_kind]) for entry in draft.register.entries
    ]
    numbered += [(event, event.id, _LETTERS[EntryKind.EVENT]) for event in draft.register.events]
    numbered += [(pair, pair.id, "P") for pair in draft.register.pairs]
    numbered += [(highlight, highlight.id, "H") for highlight in draft.register.highlights]
    numbered += [(question, question.id, "Q") for question in draft.register.questions]
    numbered += [(asked, asked.id, "B") for asked in draft.register.asked]
    numbered += [(comment, comment.id, "W") for comment in draft.register.comments]
    numbered += [(measure, measure.id, "M") for measure in draft.register.measures]
    for record, written, letter in numbered:
        if written[:1] != letter or not _NUMBER.fullmatch(written, 1):
            message = f"{shorten(written)} is not {letter} and two or three digits, like {letter}07"
            yield problem(record, message, "id", value=written)


def names_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of a theme, body, document or meeting is up to 40 small letters; a folder is named like 2017-example.

    A meeting may be named by its date.
    """
    register = draft.register
    named: list[tuple[Record, tuple[str | int, ...], str]] = [
        *((theme, ("id",), theme.id) for theme in register.themes),
        *((body, ("id",), body.id) for body in register.bodies),
        *((meeting, ("id",), meeting.id) for meeting in register.meetings),
    ]
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
    for records in (
        register.themes, register.bodies, register.glossary, register.events, register.pairs, register.highlights,
        register.questions, register.meetings, register.asked, register.comments, register.measures,
    ):  # fmt: skip
        yield from duplicate_ids((record.id, record) for record in records)
    yield from duplicate_ids((entry.full_id, entry) for entry in register.entries)
    for inspection in register.inspections:
        counted = Counter(document.id for document in inspection.documents)
        for index, document in enumerate(inspection.documents):
            if counted[document.id] > 1:
                yield problem(inspection, f"{shorten(document.id)} is used twice", "documents", index, "id")
