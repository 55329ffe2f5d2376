"""What is known nearest to a date that is not known: the edge at which a timeline draws it."""

from dataclasses import dataclass
from datetime import date

from scrutiny.register.records import Dated, Event, Inspection
from scrutiny.register.register import Register
from scrutiny.wording import name_with_date


@dataclass(frozen=True)
class NearestDate:
    """The nearest date that is known, and in words what it is the date of: “the reply of 26 March 2026”."""

    day: date
    words: str


def nearest_date(inspection: Inspection) -> NearestDate | None:
    """Return the nearest date known of an inspection: its publication, the end of its fieldwork, or a document's.

    Of its documents, those that are held come first.
    """
    candidates = [("publication", inspection.published), ("fieldwork", inspection.fieldwork)]
    documents = sorted(inspection.documents, key=lambda document: not document.held)
    candidates += [(document.kind.label.lower(), document.date) for document in documents]
    return next((nearest for name, dated in candidates if (nearest := _end_of(name, dated))), None)


def nearest_date_of_event(register: Register, event: Event) -> NearestDate | None:
    """Return the date of the document that tells of an event, or the nearest date known of its inspection."""
    if not event.document or not event.told_by:
        return None
    document = register.documents_by_id[event.document]
    return _end_of(document.kind.label.lower(), document.date) or nearest_date(
        register.inspections_by_id[event.told_by]
    )


def _end_of(name: str, dated: Dated | None) -> NearestDate | None:
    """Return the last day that a date can mean, if it is known."""
    return NearestDate(dated.date.latest, f"the {name_with_date(name, dated)}") if dated and dated.date else None
