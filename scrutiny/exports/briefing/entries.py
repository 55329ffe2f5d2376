"""How a single entry is written down: its summary, its exact words, and what is to be known of it."""

from collections.abc import Iterator

from scrutiny.analysis.frames import IMPLIED
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Words
from scrutiny.exports.briefing.styles import entry_style
from scrutiny.register.records import Action, Commitment, Document, Entry, Figure, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Voice


def write_entry(brief: BriefingContext, entry: Entry) -> None:
    """Write an entry as a paragraph that links can find."""
    brief.paper.paragraph(*lines(brief, entry), style=style_of(entry), name=brief.bookmarks[entry.full_id])


def lines(brief: BriefingContext, entry: Entry) -> list[Line]:
    """Give an entry's id, kind, summary and excerpt, and in small type what is to be known of it."""
    facts = " · ".join(_facts(brief, entry)).removesuffix(".")
    small = Words(f"{facts}. Read with care: {entry.note}" if entry.note else facts, "Small Print")
    lead: Line = [Words(entry.id, "Strong"), f"  {kind_of(entry)}. {entry.summary} “{entry.excerpt}”"]
    return [lead, *_results(entry), [small]]


def style_of(entry: Entry) -> str:
    """Name the style of an entry, which tells its kind and the respondent's own view."""
    return entry_style(entry.entry_kind, own_view=entry.is_own_view)


def kind_of(entry: Entry) -> str:
    """Name an entry's kind; a finding that is the respondent's own view is said to be."""
    label = entry.kind.label if isinstance(entry, Commitment) else entry.entry_kind.label
    return f"{label} in the respondent's own view" if entry.is_own_view else label


def labels(entry: Entry) -> str:
    """Say in few words what must be known of an entry where it stands without its words."""
    told = [entry.voice.label] if entry.voice is Voice.QUOTED else []
    told += list(_of_finding(entry)) if isinstance(entry, Finding) else []
    return " · ".join(told)


def place(register: Register, entry: Entry) -> str:
    """Name where an entry stands: “Reply, paragraph 5”, with the document's id where several of its kind are held."""
    document = register.document(entry)
    return f"{document.kind.label}{told_apart(register, entry.inspection, document)}, {entry.paragraph.label}"


def told_apart(register: Register, inspection: str, document: Document) -> str:
    """Give a document's id in brackets where several of its kind are held."""
    documents = register.inspections_by_id[inspection].documents
    return f" ({document.id})" if sum(one.held and one.kind is document.kind for one in documents) > 1 else ""


def _facts(brief: BriefingContext, entry: Entry) -> Iterator[str]:
    """Give an entry's id and place, whose words it is and of where, about whom, and what its kind adds."""
    yield entry.full_id
    yield place(brief.register, entry)
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
            yield from _of_figure(entry)


def _results(entry: Entry) -> list[Line]:
    """Give what an action is claimed to have brought, with the words of the claim."""
    if not isinstance(entry, Action):
        return []
    return [f"Claimed result: {result.summary} “{result.excerpt}”" for result in entry.result]


def _of_finding(finding: Finding) -> Iterator[str]:
    """Say what a finding was taken from, and that no failing was printed."""
    if finding.source:
        yield f"From elsewhere: {finding.source}"
    if (finding.note or "").startswith(IMPLIED):
        yield "Implied"


def _of_commitment(brief: BriefingContext, commitment: Commitment) -> Iterator[str]:
    """Give what is printed of who must act, of a date with its doubt, and of a measure."""
    if commitment.owner:
        yield f"Who must act: {brief.names([commitment.owner])}"
    if commitment.due:
        yield f"Date: “{commitment.due.printed}”"
        if commitment.due.doubt:
            yield f"The date is in doubt: {commitment.due.doubt}"
    if commitment.measure:
        yield f"Measure: “{commitment.measure}”"


def _of_figure(figure: Figure) -> Iterator[str]:
    """Give a figure with its bound, what it counts, and the period it belongs to with its doubt."""
    yield f"{figure.bound.label.capitalize()} {figure.value:,} {figure.unit}"
    yield f"Counts: {figure.counts}"
    if figure.period:
        yield f"Period: {figure.period.printed}"
        if figure.period.doubt:
            yield f"In doubt: {figure.period.doubt}"
