"""How numbers, lists, dates, documents and inspections are put in words, alike on pages, on slides and in files."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from scrutiny.register.dates import PartialDate
from scrutiny.register.places import Place
from scrutiny.register.records import Body, Dated, Document, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import BodyKind, DocumentKind

NO_DATE = "date not known"
UNCERTAIN = " (date uncertain)"
"""What follows a date about which there is a doubt."""
STATED, NOT_STATED = "stated", "not stated"
GENERAL = "About the report as a whole"
_MOST_FORCES = 2
_NOUNS = {DocumentKind.MINUTES: ("set of minutes", "sets of minutes"), DocumentKind.ANNEX: ("annex", "annexes")}
"""What one document of a kind is called, and what several are, where that is not the label with an s."""


def count_of(number: int, singular: str, plural: str = "") -> str:
    """Put a number before its noun: “no concerns”, “1 concern”, “1,200 concerns”. The plural adds an s by default."""
    return f"{f'{number:,}' if number else 'no'} {singular if number == 1 else plural or singular + 's'}"


def number_word(number: int) -> str:
    """Write a number up to nine in letters, as at the beginning of a sentence; others in digits."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if number < len(words) else f"{number:,}"


def join_list(items: Sequence[str]) -> str:
    """Join words as a sentence does: “a, b and c”."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def upper_first(text: str) -> str:
    """Return a text with a capital at its beginning, and the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a text with a small letter at its beginning, and the rest as it is."""
    return text[:1].lower() + text[1:]


def format_day(day: date) -> str:
    """Return a day in words, whatever the language of the machine: “26 March 2026”."""
    return PartialDate.parse(day.isoformat()).printed


def office(body: Body) -> str:
    """Return what somebody is called in a sentence: “Commissioner”, “Deputy Commissioner”; another body by its name."""
    if body.kind is not BodyKind.COMMISSIONER:
        return body.short
    return body.name.partition(" for ")[0].replace("Police and Crime ", "")


def format_date(dated: Dated | None) -> str:
    """Return a date as precisely as it is known: “March 2026”, “March 2026 (date uncertain)”, “date not known”."""
    if not dated or not dated.date:
        return NO_DATE
    return f"{dated.date.printed}{UNCERTAIN if dated.doubt else ''}"


def date_as_printed(dated: Dated | None) -> str:
    """Return a date in the words of the document.

    Words that name no date are quoted, so that nobody takes the “today” of a press release for today.
    """
    if dated is None:
        return "no date given"
    return dated.printed if dated.date else f"{NO_DATE}; the document says “{dated.printed}”"


def count_kinds(kinds: Iterable[DocumentKind]) -> str:
    """Say how many documents there are of each kind, in the order given: “two reports and one review”."""
    told = []
    for kind, number in Counter(kinds).items():
        singular, plural = _NOUNS.get(kind, (kind.label.lower(), f"{kind.label.lower()}s"))
        told.append(f"{number_word(number)} {singular if number == 1 else plural}")
    return join_list(told)


def name_with_date(name: str, dated: Dated | None) -> str:
    """Name something with its date: “fieldwork of May 2017”, “letter of 22 January 2025 (date uncertain)”."""
    if not dated or not dated.date:
        return f"{name} ({NO_DATE})"
    return f"{name} of {format_date(dated)}"


def document_name(document: Document) -> str:
    """Name a document by its kind and its date: “letter of 26 March 2026”."""
    return name_with_date(document.kind.label.lower(), document.date)


def place_name(document: Document, place: Place | None) -> str:
    """Name a place in a document: “letter of 26 March 2026, paragraph 5”."""
    return ", ".join([document_name(document), *([place.label] if place else [])])


def list_sources(register: Register, inspections: Iterable[str]) -> str:
    """Name the documents that were read for some inspections, given by their ids: “the letter of 26 March 2026”."""
    ids = set(inspections)
    read = [document for inspection, document in register.documents() if document.held and inspection.id in ids]
    return join_list([f"the {document_name(document)}" for document in read]) or "no document that was read"


def who_reports(inspection: Inspection) -> str:
    """Begin a sentence on what an inspection found with who says so, by the documents of it that were read."""
    kinds = {document.kind for document in inspection.documents if document.held}
    if kinds == {DocumentKind.REPLY}:
        return "The letter reports"
    return "The documents report" if DocumentKind.REPLY in kinds or not kinds else "Inspectors reported"


def inspection_name(register: Register, inspection: Inspection) -> str:
    """Return the short title of an inspection, with its force where the register is about several."""
    if len(register.forces) <= 1:
        return inspection.short_title
    return f"{inspection.short_title} ({join_list(force_names(register, inspection))})"


def force_names(register: Register, inspection: Inspection) -> list[str]:
    """Name the forces that an inspection is about; more than would fit a heading are only counted."""
    forces = register.forces_of(inspection)
    if len(forces) > _MOST_FORCES:
        return [count_of(len(forces), "force")]
    return [register.bodies_by_id[force].short for force in forces]


def year_of(inspection: Inspection) -> str:
    """Return the year in which an inspection was published, or else of its fieldwork or its first paper, if known."""
    dates = (inspection.published, inspection.fieldwork, *(one.date for one in inspection.documents if one.held))
    return next((str(dated.date.earliest.year) for dated in dates if dated and dated.date), "")
