"""The annex: the words of every entry in the order in which they are read, and the arguable pairs."""

from collections.abc import Iterator
from itertools import groupby

from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.entries import told_apart, write_entry
from scrutiny.exports.briefing.questions import write_arguable_pairs
from scrutiny.register.records import Document, Entry, Inspection
from scrutiny.wording import document_name


def write_annex(brief: BriefingContext) -> None:
    """Write every entry that fits the choice, for somebody who holds the documents beside it."""
    brief.paper.annex("Annex: the words")
    if not brief.bookmarks:
        brief.paper.paragraph("No entry fits what is chosen.")
    else:
        brief.paper.paragraph(
            "Every entry that fits what is chosen, document by document and paragraph by paragraph: our summary, then "
            "the exact words of the document in quotation marks; below, in small type, the entry's id, where it "
            "stands, whose words it is, of where and about whom. A broken bar marks the respondent's own view."
        )
    for inspection in brief.inspections:
        _of_inspection(brief, inspection)
    write_arguable_pairs(brief)


def _of_inspection(brief: BriefingContext, inspection: Inspection) -> None:
    """Write the entries of an inspection under the documents that they stand in."""
    documents = [
        (document, entries) for document in inspection.documents if (entries := _entries(brief, inspection, document))
    ]
    if documents:
        brief.name_inspection(inspection)
    for document, entries in documents:
        name = document_name(document)
        apart = told_apart(brief.register, inspection.id, document)
        brief.paper.heading(f"{name[:1].upper()}{name[1:]}{apart}", brief.level)
        for place, standing in groupby(entries, key=lambda entry: entry.paragraph):
            brief.paper.heading(place.label.capitalize(), brief.level + 1)
            for entry in standing:
                write_entry(brief, entry)


def _entries(brief: BriefingContext, inspection: Inspection, document: Document) -> list[Entry]:
    """Give the entries of a document that fit the choice, in the order in which they are read."""
    return sorted(_of_document(brief, inspection, document), key=lambda entry: entry.paragraph)


def _of_document(brief: BriefingContext, inspection: Inspection, document: Document) -> Iterator[Entry]:
    """Go through the entries of a document that fit the choice."""
    for entry in brief.register.entries:
        if entry.full_id in brief.bookmarks and (entry.inspection, entry.document) == (inspection.id, document.id):
            yield entry
