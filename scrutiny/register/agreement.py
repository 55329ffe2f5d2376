"""How far two readings of the same documents agree: which entries make the same point, and say the same of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from scrutiny.register.quoting import fold
from scrutiny.register.records import Dated, Entry
from scrutiny.register.register import Register

SHARED_WORDS = 4
"""Entries that quote so many words of a paragraph alike, one after another, make the same point."""
SHARED_ELSEWHERE = 6
"""So many where the two name different paragraphs: one of them is a slip."""

COMPARED = ("entry_kind", "paragraph", "voice", "scope", "source", "kind", "general", "by", "owner", "addressee",
            "specific", "due", "measure", "status", "value", "bound")  # fmt: skip
NOT_STATED = "not stated"


@dataclass(frozen=True)
class Alone:
    """An entry that only one reading has; `beside` are entries of the other with the same words and another match."""

    entry: Entry
    beside: tuple[Entry, ...]


@dataclass(frozen=True)
class Agreement:
    """Entries of two readings, of the inspections that both have: those that make the same point, and the rest."""

    both: tuple[tuple[Entry, Entry], ...]
    only_first: tuple[Alone, ...]
    only_second: tuple[Alone, ...]

    def compared(self, one: Entry, other: Entry) -> Iterator[tuple[str, str, str]]:
        """Yield what two entries on the same point say, field by field, where both can say it."""
        for name in COMPARED:
            if hasattr(one, name) and hasattr(other, name):
                yield name, _said(name, getattr(one, name)), _said(name, getattr(other, name))
        yield "main theme", "".join(one.themes[:1]), "".join(other.themes[:1])
        answers, answers_there = (getattr(entry, "answers", None) for entry in (one, other))
        if answers is not None and answers_there is not None:
            theirs = {first.full_id: second.id for first, second in self.both}
            same = {theirs.get(f"{one.inspection}.{answer}") for answer in answers} == set(answers_there)
            said = ", ".join(answers) or "none"
            yield "answers", said, said if same else ", ".join(answers_there) or "none"


def agreement(first: Register, second: Register) -> Agreement:
    """Compare two readings.

    An entry is matched with one other at most: first in its own paragraph and of its own kind, then by shared words.
    """
    shared = first.inspections_by_id.keys() & second.inspections_by_id.keys()
    ours, theirs = ([entry for entry in one.entries if entry.inspection in shared] for one in (first, second))
    alike = sorted(_alike(ours, theirs), key=lambda pair: pair[0], reverse=True)
    partners: dict[str, Entry] = {}
    taken: set[str] = set()
    for _, one, other in alike:
        if one.full_id not in partners and other.full_id not in taken:
            partners[one.full_id] = other
            taken.add(other.full_id)
    return Agreement(
        tuple((entry, partners[entry.full_id]) for entry in ours if entry.full_id in partners),
        tuple(
            Alone(entry, tuple(other for _, one, other in alike if one is entry))
            for entry in ours
            if entry.full_id not in partners
        ),
        tuple(
            Alone(entry, tuple(one for _, one, other in alike if other is entry))
            for entry in theirs
            if entry.full_id not in taken
        ),
    )


def _said(name: str, value: Any) -> str:
    """Return a value as it is told; of words that two people cut differently only whether there are any."""
    if isinstance(value, Dated):
        return str(value.date) if value.date else "stated without a date"
    if value is None:
        return NOT_STATED
    if name in {"measure", "source"}:
        return "stated"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _alike(ours: list[Entry], theirs: list[Entry]) -> Iterator[tuple[tuple[bool, bool, int], Entry, Entry]]:
    """Yield entries that quote the same words, with what makes them a better match."""
    there: dict[tuple[str, str], list[tuple[Entry, list[str]]]] = {}
    for entry in theirs:
        there.setdefault((entry.inspection, entry.document), []).append((entry, fold(entry.excerpt).lower().split()))
    for one in ours:
        said = fold(one.excerpt).lower().split()
        for other, said_there in there.get((one.inspection, one.document), []):
            is_here = one.paragraph == other.paragraph
            size = SequenceMatcher(None, said, said_there, autojunk=False).find_longest_match().size
            if size >= (SHARED_WORDS if is_here else SHARED_ELSEWHERE):
                yield (is_here, one.entry_kind is other.entry_kind, size), one, other
