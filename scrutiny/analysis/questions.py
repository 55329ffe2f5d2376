"""Questions made from gaps in the papers: neutral, to the Commissioner, in the documents' own words."""

from collections.abc import Container, Iterator
from datetime import date

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.pairs import date_said
from scrutiny.register.records import Action, Commitment, Document, Entry, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Gap, PairStrength, Polarity, Voice

MAX_SUGGESTED = 10
_COLUMNS = ["gap", "about", "theme", "inspection", "text", "caution"]
_Row = tuple[Gap, str, str | None, str, dict[str, str], str | None]


@cached_per_register
def questions(register: Register, today: date) -> pd.DataFrame:
    """Give every question that the register gives rise to, on a day.

    One row for each, indexed by gap and what it is about (`no_date.2026-family-environment.K12`): gap (category in
    the vocabulary's order), about (an id with words to show), theme (main theme, missing for a document), inspection,
    text (the template filled in), caution (of a pair, or missing). The newest inspection comes first; gaps without a
    template give no question.
    """
    templates = {question.id: question.text for question in register.questions}
    rows = {
        f"{gap}.{about}": (str(gap), about, theme, inspection, templates[gap].format(**words), caution)
        for gap, about, theme, inspection, words, caution in _gaps(register, today)
        if gap in templates
    }
    frame = pd.DataFrame(rows.values(), index=pd.Index(list(rows), dtype="str", name="question"), columns=_COLUMNS)
    order = {inspection.id: -place for place, inspection in enumerate(register.inspections)}
    frame["gap"] = pd.Categorical(frame["gap"], [str(gap) for gap in Gap], ordered=True)
    return frame.sort_values("inspection", key=lambda ids: ids.map(order), kind="stable")


def suggest(found: pd.DataFrame) -> list[str]:
    """Choose at most ten questions, spread over gaps and themes, by a plain rule.

    The gaps are gone through in the vocabulary's order, again and again. Each time the first question of a gap is
    taken whose theme no question taken before has; when there is none for any gap, the choice is made.
    """
    left: dict[str, list[tuple[str, object]]] = {str(gap): [] for gap in Gap}
    for name, gap, theme in zip(found.index, found["gap"], found["theme"].fillna(""), strict=True):
        left[gap].append((name, theme))
    taken: list[str] = []
    themes: set[object] = set()
    while len(taken) < MAX_SUGGESTED:
        before = len(taken)
        for of_gap in left.values():
            fresh = next((one for one in of_gap if one[1] not in themes), None)
            if fresh and len(taken) < MAX_SUGGESTED:
                taken.append(fresh[0])
                themes.add(fresh[1])
        if len(taken) == before:
            break
    return taken


def _gaps(register: Register, today: date) -> Iterator[_Row]:
    """Go through the register for gaps."""
    figures = {(figure.inspection, figure.document, figure.paragraph) for figure in register.figures}
    for entry in register.entries:
        match entry:
            case Finding():
                yield from _of_concern(register, entry)
            case Action():
                yield from _of_claim(register, entry, figures)
            case Commitment():
                yield from _of_commitment(register, entry, today)
    yield from _of_pairs(register)
    for inspection, document in register.documents():
        yield from _of_document(inspection, document)


def _of_concern(register: Register, finding: Finding) -> Iterator[_Row]:
    """A concern of inspectors to which the reply names no answer."""
    if finding.polarity is Polarity.CONCERN and not finding.is_own_view and finding.answers == ():
        yield _row(register, Gap.ACKNOWLEDGED_ONLY, finding, finding.excerpt)


def _of_claim(register: Register, action: Action, figures: Container[object]) -> Iterator[_Row]:
    """A claimed result without a digit in its words, nor a figure of the same paragraph, of those there are."""
    has_figure = (action.inspection, action.document, action.paragraph) in figures
    if action.result and not has_figure and not any(c.isdigit() for r in action.result for c in r.excerpt):
        yield _row(register, Gap.CLAIM_WITHOUT_FIGURE, action, action.result[0].excerpt)


def _of_commitment(register: Register, commitment: Commitment, today: date) -> Iterator[_Row]:
    """What a respondent's commitment does not print; the inspectorate's own are not the Commissioner's to answer."""
    if commitment.voice is not Voice.RESPONDENT:
        return
    due = commitment.due
    if due and due.date and due.date.latest < today:
        yield _row(register, Gap.DATE_PASSED, commitment, commitment.excerpt, due=due.printed)
    for gap, printed in ((Gap.NO_OWNER, commitment.owner), (Gap.NO_MEASURE, commitment.measure), (Gap.NO_DATE, due)):
        if not printed:
            yield _row(register, gap, commitment, commitment.excerpt)


def _of_pairs(register: Register) -> Iterator[_Row]:
    """A strong pair, with its caution."""
    for pair in register.pairs:
        if pair.strength is PairStrength.STRONG:
            later, earlier = register.entries_by_id[pair.later], register.entries_by_id[pair.earlier]
            words = {"earlier_words": earlier.excerpt, "earlier_place": describe_place(register, earlier)}
            gap, about, theme, inspection, filled, _ = _row(register, Gap.STRONG_PAIR, later, later.excerpt, **words)
            yield gap, about, theme, inspection, filled, pair.caution


def _of_document(inspection: Inspection, document: Document) -> Iterator[_Row]:
    """A document that is known and not held, which has no public address."""
    if not document.held and not document.address:
        words = {"document": f"“{document.title}” ({inspection.short_title})"}
        yield Gap.DOCUMENT_NOT_HELD, f"{inspection.id}.{document.id}", None, inspection.id, words, None


def _row(register: Register, gap: Gap, entry: Entry, words: str, **more: str) -> _Row:
    """Give what a question about an entry needs."""
    filled = {"words": words, "place": describe_place(register, entry), **more}
    return gap, entry.full_id, entry.themes[0], entry.inspection, filled, None


def describe_place(register: Register, entry: Entry) -> str:
    """Name where an entry stands: “the reply of 26 March 2026 (Abuse in families), paragraph 5”."""
    document = register.document(entry)
    dated = date_said(register, entry) if document.kind is DocumentKind.REPLY else document.date
    kind = {DocumentKind.REPLY: "your reply"}.get(document.kind, f"the {document.kind.label.lower()}")
    when = f" of {dated.date.printed}" if dated and dated.date else ""
    doubt = ", as printed" if dated and dated.date and dated.doubt else ""
    inspection = register.inspections_by_id[entry.inspection].short_title
    return f"{kind}{when}{doubt} ({inspection}, {entry.paragraph.label})"
