"""How far two readings of the same documents agree: which entries make the same point, and say the same of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from scrutiny.register.quoting import fold
from scrutiny.register.records import Entry
from scrutiny.register.register import Register

SHARED_WORDS = 4
"""Entries that quote so many words of a paragraph alike, one after another, make the same point."""

COMPARED = ("entry_kind", "voice", "scope", "kind", "owner", "specific", "status", "value", "bound")


@dataclass(frozen=True)
class Agreement:
    """Entries of two readings, of the inspections that both have: those that make the same point, and the rest."""

    both: tuple[tuple[Entry, Entry], ...]
    only_first: tuple[Entry, ...]
    only_second: tuple[Entry, ...]


def agreement(first: Register, second: Register) -> Agreement:
    """Compare two readings. An entry is matched with one other at most: first of its own kind, then by shared words."""
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
        tuple(entry for entry in ours if entry.full_id not in partners),
        tuple(entry for entry in theirs if entry.full_id not in taken),
    )


def compared(one: Entry, other: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what two entries on the same point say, field by field, where both can say it."""
    for name in COMPARED:
        if hasattr(one, name) and hasattr(other, name):
            yield name, str(getattr(one, name)), str(getattr(other, name))
    yield "main theme", "".join(one.themes[:1]), "".join(other.themes[:1])


def _alike(ours: list[Entry], theirs: list[Entry]) -> Iterator[tuple[tuple[bool, int], Entry, Entry]]:
    """Yield entries that quote the same words, with what makes them a better match."""
    there: dict[tuple[str, str, object], list[Entry]] = {}
    for entry in theirs:
        there.setdefault((entry.inspection, entry.document, entry.paragraph), []).append(entry)
    for one in ours:
        for other in there.get((one.inspection, one.document, one.paragraph), []):
            said, said_there = (fold(entry.excerpt).lower().split() for entry in (one, other))
            size = SequenceMatcher(None, said, said_there, autojunk=False).find_longest_match().size
            if size >= SHARED_WORDS:
                yield (one.entry_kind is other.entry_kind, size), one, other
