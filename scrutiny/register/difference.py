"""What differs between two registers: records added, changed field by field, and removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from scrutiny.register.records import Entry, Record
from scrutiny.register.register import Register


class What(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class FieldChange:
    """A field of a record, `due.printed` for one of a date, before and after; None where it was left out."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """What became of a record of this id: as it is now or, where it was removed, as it was.

    `before` is a record that was changed as it was.
    """

    what: What
    id: str
    record: Record
    fields: tuple[FieldChange, ...] = ()
    before: Record | None = None


def changes(old: Register, new: Register) -> tuple[Change, ...]:
    """Return what differs, in the order of the new register; what was removed comes last.

    What could not be read of either is not compared. The order of records makes no difference.
    """
    before, after = dict(_records(old)), dict(_records(new))
    found = []
    for name, record in after.items():
        if name not in before:
            found.append(Change(What.ADDED, name, record))
        elif different := tuple(_different(before[name], record)):
            found.append(Change(What.CHANGED, name, record, different, before[name]))
    return (*found, *(Change(What.REMOVED, name, record) for name, record in before.items() if name not in after))


def noun(record: Record) -> str:
    """Return what a curator calls a record: “concern”, “document”."""
    return record.entry_kind.label.lower() if isinstance(record, Entry) else record.noun()


def words(record: Record) -> str:
    """Return the text by which a record is known."""
    names = ("summary", "sentence", "text", "reason", "title", "label", "name", "expansion")
    return str(next(getattr(record, name) for name in names if hasattr(record, name)))


def _records(register: Register) -> Iterator[tuple[str, Record]]:
    """Yield every record with an id that no other has."""
    yield "register", register.settings
    for inspection in register.inspections:
        yield inspection.id, inspection
    for inspection, document in register.documents():
        yield f"{inspection.id}.{document.id}", document
    for entry in register.entries:
        yield entry.full_id, entry
    for name, records in register.lists.items():
        if name not in ("inspections", "entries"):
            yield from ((record.full_id, record) for record in records)


def _different(before: Record, after: Record) -> Iterator[FieldChange]:
    unread = before.unread_fields | after.unread_fields
    old, new = (dict(_flat(record.model_dump(mode="json", exclude_unset=True))) for record in (before, after))
    for name in dict.fromkeys(chain(old, new)):
        if old.get(name) != new.get(name) and name.partition(".")[0] not in {"documents", "releases", *unread}:
            yield FieldChange(name, old.get(name), new.get(name))


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the values within a value, each with its path; a list of words is one value."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = {str(index): item for index, item in enumerate(value, start=1)}
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _flat(item, f"{path}.{name}" if path else name)
    else:
        yield path, ", ".join(value) or "[]" if isinstance(value, list) else str(value)
