"""The annex, with the words of every entry, and how an entry is written wherever it stands."""

from itertools import groupby

from scrutiny.analysis.facts import NOTE, facts, kind_label, reference
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Run
from scrutiny.register.records import Action, Document, Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind
from scrutiny.wording import document_name, upper_first


def write_annex(brief: BriefingContext) -> None:
    """Write every entry that fits the choice, in the order in which its document is read."""
    brief.paper.annex("Annex: source extracts")
    if not brief.bookmarks:
        brief.paper.paragraph("Nothing fits what is chosen.")
        return
    brief.paper.paragraph(
        "Every point, in the order of its document: our summary, then the exact words, quoted. In small "
        "type: its code, where it is, whose words it is in, local or national, and about whom. A dashed line at "
        "the side shows the letter's own view."
    )
    chosen = [entry for entry in brief.register.entries if entry.full_id in brief.bookmarks]
    for inspection in brief.inspections:
        of_it = [entry for entry in chosen if entry.inspection == inspection.id]
        if of_it:
            brief.name_inspection(inspection)
        for document in inspection.documents:
            entries = [entry for entry in of_it if entry.document == document.id]
            if not entries:
                continue
            other = _told_apart(brief.register, inspection.id, document)
            brief.paper.heading(f"{upper_first(document_name(document))}{other}", brief.level)
            entries.sort(key=lambda entry: entry.paragraph)
            for paragraph, of_paragraph in groupby(entries, key=lambda entry: entry.paragraph):
                brief.paper.heading(paragraph.label.capitalize(), brief.level + 1)
                for entry in of_paragraph:
                    bookmark = brief.bookmarks[entry.full_id]
                    brief.paper.paragraph(*lines(brief, entry), style=style_of(entry), name=bookmark)


def lines(brief: BriefingContext, entry: Entry) -> list[Line]:
    """Return an entry's id, kind, summary, excerpt and claimed results, and in small type what to read it with."""
    document = brief.register.document(entry)
    place = f"{document.kind.label}{_told_apart(brief.register, entry.inspection, document)}, {entry.paragraph.label}"
    short = filter(None, (fact.short for fact in facts(brief.register, entry)))
    small = " · ".join([reference(brief.register, entry), place, *short]).removesuffix(".")
    if entry.note:
        small = f"{small}. {NOTE}: {entry.note}"
    lead: Line = [Run(entry.id, "Strong"), f"  {kind_of(entry)}. {entry.summary} “{entry.excerpt}”"]
    results = entry.result if isinstance(entry, Action) else ()
    claimed = [f"Claimed result: {result.summary} “{result.excerpt}”" for result in results]
    return [lead, *claimed, [Run(small, "Small Print")]]


def style_of(entry: Entry) -> str:
    """Name the style of an entry: a bar of its kind's colour at the left, broken for the letter's own view."""
    kind = EntryKind.COMMITMENT if entry.entry_kind is EntryKind.NEED else entry.entry_kind  # of the same colour
    return f"{kind.capitalize()}{' Own View' if entry.is_own_view else ''}"


def kind_of(entry: Entry) -> str:
    """Name an entry's kind; a finding that is a letter's own view is said to be."""
    return f"{kind_label(entry)} in the letter's own view" if entry.is_own_view else kind_label(entry)


def _told_apart(register: Register, inspection: str, document: Document) -> str:
    """Return a document's id in brackets where several of its kind were read."""
    documents = register.inspections_by_id[inspection].documents
    return f" ({document.id})" if sum(one.held and one.kind is document.kind for one in documents) > 1 else ""
