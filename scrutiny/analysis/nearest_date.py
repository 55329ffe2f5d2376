"""What is known nearest to a date that is not known: the edge at which a timeline draws it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from scrutiny.register.records import Dated, Document, Event, Inspection
from scrutiny.register.register import Register


@dataclass(frozen=True)
class NearestDate:
    """The nearest date that is known, and in words what it is the date of: “the reply of 26 March 2026”."""

    day: date
    words: str


def nearest_date(inspection: Inspection) -> NearestDate | None:
    """Return the nearest date known of an inspection: its publication, the end of its fieldwork, or a document's.

    Of its documents, those that are held come first.
    """
    candidates = [("the publication", inspection.published), ("the fieldwork", inspection.fieldwork)]
    documents = sorted(inspection.documents, key=lambda document: not document.held)
    candidates += [(_kind(document), document.date) for document in documents]
    return next((edge for words, dated in candidates if (edge := _at(words, dated))), None)


def nearest_date_of_event(register: Register, event: Event) -> NearestDate | None:
    """Return the date of the document that tells of an event, or the nearest date known of its inspection."""
    for inspection, document in register.documents():
        if f"{inspection.id}.{document.id}" == event.document:
            return _at(_kind(document), document.date) or nearest_date(inspection)
    return None


def read_document_names(register: Register, inspections: Collection[str] | None = None) -> list[str]:
    """Name the documents that are held, of all inspections or of some, each with its date."""
    return [
        _named(_kind(document), document.date)
        for inspection, document in register.documents()
        if document.held and (inspections is None or inspection.id in inspections)
    ]


def as_printed(dated: Dated | None) -> str:
    """Give a date as printed; words that name no date are quoted as such, so that “today” is not read as today."""
    if dated is None:
        return "no date printed"
    return dated.printed if dated.date else f"date not known, printed as “{dated.printed}”"


def _at(words: str, dated: Dated | None) -> NearestDate | None:
    """Give an edge at the end of a date, if that is known."""
    return NearestDate(dated.date.latest, _named(words, dated)) if dated and dated.date else None


def _named(words: str, dated: Dated | None) -> str:
    """Name something with its date and whether that is in doubt: “the reply of 22 January 2025 (in doubt)”."""
    if not dated or not dated.date:
        return f"{words} (date not known)"
    return f"{words} of {dated.date.printed}{' (in doubt)' if dated.doubt else ''}"


def _kind(document: Document) -> str:
    """Name a document by its kind."""
    return f"the {document.kind.label.lower()}"
