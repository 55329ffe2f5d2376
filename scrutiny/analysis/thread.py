"""One theme as a thread: everything said under it in the order of time, with nothing left out between."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scrutiny.register.records import Document, Entry, Inspection
from scrutiny.register.register import Register


@dataclass(frozen=True)
class ThreadStep:
    """A document with the entries in which it speaks of a theme, in reading order; none where it is not held."""

    inspection: Inspection
    document: Document
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The document's id in the register, as inspection.document."""
        return f"{self.inspection.id}.{self.document.id}"


def thread(register: Register, full_ids: Iterable[str], theme: str) -> list[ThreadStep]:
    """Return the documents in the order of time, each with what it says under a theme.

    `full_ids` are those of entries; those that name the theme, as their main one or not, are taken. Documents that
    are not held stand where they would stand, since their silence may mislead: by their date, or before the first
    document held of their inspection. A held document without an entry is left out.
    """
    said: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for full_id in full_ids:
        entry = register.entries_by_id[full_id]
        if theme in entry.themes:
            said[entry.inspection, entry.document].append(entry)
    concerned = {inspection for inspection, _ in said}
    steps = [
        ThreadStep(inspection, document, tuple(sorted(said[inspection.id, document.id], key=lambda one: one.paragraph)))
        for inspection, document in register.documents()
        if inspection.id in concerned and ((inspection.id, document.id) in said or not document.held)
    ]
    return sorted(steps, key=lambda step: (_day(step), step.document.held))


def _day(step: ThreadStep) -> date:
    """Return the day by which a document is placed: its own, or else its inspection's."""
    own = step.document.date.date if step.document.date else None
    known = own or step.inspection.begins
    return known.earliest if known else date.max
