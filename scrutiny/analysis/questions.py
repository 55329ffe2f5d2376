"""Questions made from gaps in the papers: neutral, to the Commissioner, in the documents' own words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.pairs import date_said
from scrutiny.register.records import Action, Commitment, Entry, Finding, Pair
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Gap, PairStrength, Polarity, Voice

MAX_SUGGESTED = 10


@dataclass(frozen=True)
class GapQuestion:
    """A question that a gap gives rise to.

    `about` is the full id of an entry, or of a document as inspection.document; `theme` the entry's main theme, None
    for a document; `inspection` an id; `text` the template filled in; `caution` that of the pair it is about, if any.
    """

    gap: Gap
    about: str
    theme: str | None
    inspection: str
    text: str
    caution: str | None = None

    @property
    def id(self) -> str:
        """The gap and what the question is about: `no_date.2026-family-environment.K12`."""
        return f"{self.gap}.{self.about}"


@cached_per_register
def questions(register: Register, today: date) -> Mapping[str, GapQuestion]:
    """Return every question that the register gives rise to on a day, by its id, those of the newest inspection first.

    Gaps without a template give no question.
    """
    found = {question.id: question for question in _questions(register, today)}
    rank = {inspection.id: -place for place, inspection in enumerate(register.inspections)}
    return {question.id: question for question in sorted(found.values(), key=lambda one: rank[one.inspection])}


def suggest(among: Iterable[GapQuestion]) -> list[GapQuestion]:
    """Choose at most ten questions, spread over gaps and themes, by a plain rule.

    The gaps are gone through in the vocabulary's order, again and again. Each time the first question of a gap is
    taken whose theme no question taken before has; when there is none for any gap, the choice is made.
    """
    of_gap: dict[Gap, list[GapQuestion]] = {gap: [] for gap in Gap}
    for question in among:
        of_gap[question.gap].append(question)
    chosen: list[GapQuestion] = []
    themes: set[str | None] = set()
    while True:
        before = len(chosen)
        for candidates in of_gap.values():
            fresh = next((question for question in candidates if question.theme not in themes), None)
            if fresh and len(chosen) < MAX_SUGGESTED:
                chosen.append(fresh)
                themes.add(fresh.theme)
        if len(chosen) == before:
            return chosen


def _questions(register: Register, today: date) -> Iterator[GapQuestion]:
    templates = {question.id: question.text for question in register.questions}
    for gap, entry, words in _gaps_of_entries(register, today):
        if gap in templates:
            filled = {"words": entry.excerpt, "place": describe_place(register, entry)} | words
            yield GapQuestion(gap, entry.full_id, entry.themes[0], entry.inspection, templates[gap].format(**filled))
    for pair in register.pairs:
        if pair.strength is PairStrength.STRONG and Gap.STRONG_PAIR in templates:
            yield _about_pair(register, pair, templates[Gap.STRONG_PAIR])
    for inspection, document in register.documents():
        # One with a public address can be read by members themselves.
        if not document.held and not document.address and Gap.DOCUMENT_NOT_HELD in templates:
            name = f"“{document.title}” ({inspection.short_title})"
            text = templates[Gap.DOCUMENT_NOT_HELD].format(document=name)
            yield GapQuestion(Gap.DOCUMENT_NOT_HELD, f"{inspection.id}.{document.id}", None, inspection.id, text)


def _gaps_of_entries(register: Register, today: date) -> Iterator[tuple[Gap, Entry, dict[str, str]]]:
    """Go through the gaps of entries, each with what its template needs besides the entry's words and place."""
    figures = {(figure.inspection, figure.document, figure.paragraph) for figure in register.figures}
    for entry in register.entries:
        match entry:
            case Finding(polarity=Polarity.CONCERN, answers=()) if not entry.is_own_view:
                yield Gap.ACKNOWLEDGED_ONLY, entry, {}
            case Action() if entry.result:
                has_digit = any(letter.isdigit() for result in entry.result for letter in result.excerpt)
                if not has_digit and (entry.inspection, entry.document, entry.paragraph) not in figures:
                    yield Gap.CLAIM_WITHOUT_FIGURE, entry, {"words": entry.result[0].excerpt}
            # The inspectorate's own commitments are not the Commissioner's to answer.
            case Commitment(voice=Voice.RESPONDENT):
                due = entry.due
                if due and due.date and due.date.latest < today:
                    yield Gap.DATE_PASSED, entry, {"due": due.printed}
                if not entry.owner:
                    yield Gap.NO_OWNER, entry, {}
                if not entry.measure:
                    yield Gap.NO_MEASURE, entry, {}
                if not due:
                    yield Gap.NO_DATE, entry, {}


def _about_pair(register: Register, pair: Pair, template: str) -> GapQuestion:
    later, earlier = register.entries_by_id[pair.later], register.entries_by_id[pair.earlier]
    text = template.format(
        words=later.excerpt,
        place=describe_place(register, later),
        earlier_words=earlier.excerpt,
        earlier_place=describe_place(register, earlier),
    )
    return GapQuestion(Gap.STRONG_PAIR, later.full_id, later.themes[0], later.inspection, text, pair.caution)


def describe_place(register: Register, entry: Entry) -> str:
    """Name where an entry stands: “the reply of 26 March 2026 (Abuse in families), paragraph 5”."""
    document = register.document(entry)
    dated = date_said(register, entry) if document.kind is DocumentKind.REPLY else document.date
    kind = {DocumentKind.REPLY: "your reply"}.get(document.kind, f"the {document.kind.label.lower()}")
    when = f" of {dated.date.printed}" if dated and dated.date else ""
    doubt = ", as printed" if dated and dated.date and dated.doubt else ""
    inspection = register.inspections_by_id[entry.inspection].short_title
    return f"{kind}{when}{doubt} ({inspection}, {entry.paragraph.label})"
