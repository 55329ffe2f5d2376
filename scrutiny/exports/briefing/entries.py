"""The annex, with the words of every entry, and how an entry is written wherever it stands."""

from collections.abc import Iterator
from itertools import groupby

from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Run
from scrutiny.register.records import Action, Commitment, Document, Entry, Figure, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, Voice
from scrutiny.wording import GENERAL, document_name


def write_annex(brief: BriefingContext) -> None:
    """Write every entry that fits the choice, in the order in which its document is read."""
    brief.paper.annex("Annex: the words")
    if not brief.bookmarks:
        brief.paper.paragraph("No entry fits what is chosen.")
        return
    brief.paper.paragraph(
        "Every entry that fits what is chosen, document by document and paragraph by paragraph: our summary, then "
        "the exact words of the document in quotation marks; below, in small type, the entry's id, where it "
        "stands, whose words it is, of where and about whom. A broken bar marks the respondent's own view."
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
            name = document_name(document)
            other = _told_apart(brief.register, inspection.id, document)
            brief.paper.heading(f"{name[:1].upper()}{name[1:]}{other}", brief.level)
            entries.sort(key=lambda entry: entry.paragraph)
            for paragraph, of_paragraph in groupby(entries, key=lambda entry: entry.paragraph):
                brief.paper.heading(paragraph.label.capitalize(), brief.level + 1)
                for entry in of_paragraph:
                    bookmark = brief.bookmarks[entry.full_id]
                    brief.paper.paragraph(*lines(brief, entry), style=style_of(entry), name=bookmark)


def lines(brief: BriefingContext, entry: Entry) -> list[Line]:
    """Return an entry's id, kind, summary, excerpt and claimed results, and in small type what to read it with."""
    facts = " · ".join(_facts(brief, entry)).removesuffix(".")
    small = Run(f"{facts}. Read with care: {entry.note}" if entry.note else facts, "Small Print")
    lead: Line = [Run(entry.id, "Strong"), f"  {kind_of(entry)}. {entry.summary} “{entry.excerpt}”"]
    results = entry.result if isinstance(entry, Action) else ()
    return [lead, *(f"Claimed result: {result.summary} “{result.excerpt}”" for result in results), [small]]


def style_of(entry: Entry) -> str:
    """Name the style of an entry: a bar of its kind's colour at the left, broken for the respondent's own view."""
    kind = EntryKind.COMMITMENT if entry.entry_kind is EntryKind.NEED else entry.entry_kind  # of the same colour
    return f"{kind.capitalize()}{' Own View' if entry.is_own_view else ''}"


def kind_of(entry: Entry) -> str:
    """Name an entry's kind; a finding that is the respondent's own view is said to be."""
    label = entry.kind.label if isinstance(entry, Commitment) else entry.entry_kind.label
    return f"{label} in the respondent's own view" if entry.is_own_view else label


def labels(entry: Entry) -> str:
    """Say in few words what must be known of an entry where it stands without its words."""
    told = [entry.voice.label] if entry.voice is Voice.QUOTED else []
    told += list(_of_finding(entry)) if isinstance(entry, Finding) else []
    return " · ".join(told)


def _facts(brief: BriefingContext, entry: Entry) -> Iterator[str]:
    """Yield an entry's id and place, whose words it is and of where, about whom, and what its kind adds."""
    yield entry.full_id
    document = brief.register.document(entry)
    yield f"{document.kind.label}{_told_apart(brief.register, entry.inspection, document)}, {entry.paragraph.label}"
    yield f"Said by: {brief.names([entry.by])}" if isinstance(entry, Commitment) else entry.voice.label
    yield entry.scope.label
    if entry.bodies:
        yield f"About: {brief.names(entry.bodies)}"
    match entry:
        case Finding():
            yield from _of_finding(entry)
        case Action():
            yield entry.status.label
            if entry.vouched_by:
                yield f"Vouched for by: {brief.names([entry.vouched_by])}"
        case Commitment():
            yield from _of_commitment(brief, entry)
        case Figure():
            yield f"{entry.bound.label.capitalize()} {entry.value:,} {entry.unit}"
            yield f"Counts: {entry.counts}"
            if entry.period:
                yield f"Period: {entry.period.printed}"
                if entry.period.doubt:
                    yield f"In doubt: {entry.period.doubt}"


def _of_finding(finding: Finding) -> Iterator[str]:
    """Say what a finding was taken from."""
    if finding.source:
        yield f"From elsewhere: {finding.source}"


def _of_commitment(brief: BriefingContext, commitment: Commitment) -> Iterator[str]:
    """Yield that a promise is general, and what is printed of who must act, a date with its doubt, and a measure."""
    if commitment.general:
        yield GENERAL
    if commitment.owner:
        yield f"Who must act: {brief.names([commitment.owner])}"
    if commitment.due:
        yield f"Date: “{commitment.due.printed}”"
        if commitment.due.doubt:
            yield f"The date is in doubt: {commitment.due.doubt}"
    if commitment.measure:
        yield f"Measure: “{commitment.measure}”"


def _told_apart(register: Register, inspection: str, document: Document) -> str:
    """Return a document's id in brackets where several of its kind are held."""
    documents = register.inspections_by_id[inspection].documents
    return f" ({document.id})" if sum(one.held and one.kind is document.kind for one in documents) > 1 else ""
