"""What to follow: the papers that were read and the days that were kept, as a feed in the Atom format (RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from scrutiny.exports.about import LICENCE_WORDS
from scrutiny.exports.xml_text import xml_text
from scrutiny.register.records import Document, Inspection
from scrutiny.register.register import Register
from scrutiny.wording import date_as_printed, office, upper_first

FEED = "feed.xml"
MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = UUID("5d0f2c5e-6a43-4d0e-9a55-3b8f0c0c9b1d")  # of no other use; ids rest on it, so it never changes
_PAGE = "../entry?id="


@dataclass(frozen=True)
class _Item:
    """One thing that is new. `id` is that of its record, of which the feed's own is made; `link` leads to its page."""

    id: str
    title: str
    summary: str
    day: date
    link: str


def feed_xml(register: Register) -> bytes:
    """Write the feed, the newest first; the same register gives the same bytes.

    The id of an item is made of the force and the id of its record, so that neither an edit nor a move of the website
    changes it. Links are relative to the feed. Days are those of the documents, never of the clock.
    """
    settings = register.settings
    items = sorted([*_documents(register), *_releases(register)], key=lambda item: (item.day, item.id), reverse=True)
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB"})
    newest = max([settings.reviewed_on.earliest, *(item.day for item in items)])
    _add(feed, "id", _lasting_id(register, ""))
    _add(feed, "title", settings.title)
    _add(feed, "subtitle", "The papers that were read, the newest first. Times of day are not known.")
    _add(feed, "updated", _time(newest))
    _add(ET.SubElement(feed, "author"), "name", settings.author)
    _add(feed, "rights", LICENCE_WORDS)
    ET.SubElement(feed, "link", rel="self", type=MEDIA_TYPE, href=FEED)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href="../")
    for item in items:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", _lasting_id(register, item.id))
        _add(entry, "title", item.title)
        _add(entry, "updated", _time(item.day))
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=item.link)
        _add(entry, "summary", item.summary)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _documents(register: Register) -> Iterator[_Item]:
    """Yield every document that was read."""
    for inspection, document in register.documents():
        if document.held:
            full_id = f"{inspection.id}.{document.id}"
            dated = f"Date as stated: {date_as_printed(document.date)}."
            doubt = "The date is uncertain." if document.date and document.date.doubt else ""
            about = f"By: {upper_first(office(register.bodies_by_id[document.body]))}. About: {inspection.title}."
            summary = " ".join(filter(None, [about, dated, doubt]))
            title = f"{document.kind.label}: {document.title}"
            yield _Item(full_id, title, summary, _day(inspection, document), f"{_PAGE}{full_id}")


def _releases(register: Register) -> Iterator[_Item]:
    """Yield every day as of which everything was kept, with the way to what it was like then."""
    for one in register.settings.releases:
        title = f"Everything as it was {one.when}"
        summary = f"The SHA-256 of its files is {one.digest}."
        yield _Item(f"releases.{one.date}", title, summary, one.day, f"../?as_of={one.date}")


def _day(inspection: Inspection, document: Document) -> date:
    """Return the first day that the date of a document can mean: it is never one to come, as the last could be.

    Without a date it is that of the publication or of the fieldwork, or else of the year in the name of the inspection.
    """
    for dated in (document.date, inspection.published, inspection.fieldwork):
        if dated and dated.date:
            return dated.date.earliest
    return date(int(inspection.id[:4]), 1, 1)


def _lasting_id(register: Register, name: str) -> str:
    """Return the id of an item, or of the feed, that lasts as long as the force and the record keep theirs."""
    return uuid5(_NAMESPACE, f"{register.settings.force}/{name}").urn


def _time(day: date) -> str:
    """Write a day as a time (RFC 3339), which Atom asks for."""
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = xml_text(text)
