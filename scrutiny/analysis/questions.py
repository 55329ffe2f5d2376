"""Questions for a meeting: written by hand, or made from gaps in the papers in the documents' own words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.pairs import date_said
from scrutiny.register.records import Action, Commitment, Entry, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Gap, PairStrength, Polarity, Voice

MAX_SUGGESTED = 10
WRITTEN = "written"
KINDS = {WRITTEN: "Written by hand"} | {str(gap): gap.label for gap in Gap}
"""The kinds of question, each with its label: written by hand, or made from a gap."""


@dataclass(frozen=True)
class SheetQuestion:
    """A question for the sheet: written by hand, or made from a gap.

    `id` is `Q01`, or the gap and what the question is about: `no_date.2026-family-environment.K12`. `gap` is None where
    it was written by hand. `entries` are the full ids of those on which it rests, the main one first; `theme` is the
    main theme of that entry and `inspection` the id of its inspection. `text` is what is asked, `addressee` the short
    name of the office that is asked, and `caution` that of the pair it is about, if any.
    """

    id: str
    gap: Gap | None
    entries: tuple[str, ...]
    theme: str
    inspection: str
    text: str
    addressee: str
    caution: str | None = None

    @property
    def about(self) -> str:
        """The full id of the main entry."""
        return self.entries[0]

    @property
    def kind(self) -> str:
        """The gap, or that it was written by hand."""
        return self.gap or WRITTEN

    @property
    def label(self) -> str:
        """The kind in words, and whom a question written by hand is for."""
        return self.gap.label if self.gap else f"{KINDS[WRITTEN]}, to: {self.addressee}"


@cached_per_register
def questions(register: Register, today: date) -> Mapping[str, SheetQuestion]:
    """Return every question that the register has or gives rise to on a day, by its id.

    Those written by hand come first, in their order; then those made from gaps, of the newest inspection first. Gaps
    without a template give no question.
    """
    rank = {inspection.id: -place for place, inspection in enumerate(register.inspections)}
    from_gaps = {question.id: question for question in _from_gaps(register, today)}
    in_order = sorted(from_gaps.values(), key=lambda one: rank[one.inspection])
    return {question.id: question for question in (*_written(register), *in_order)}


def suggest(among: Iterable[SheetQuestion]) -> list[SheetQuestion]:
    """Choose at most ten questions by a plain rule: those written by hand in their order, then some made from gaps.

    The gaps are gone through in the vocabulary's order, again and again. Each time the first question of a gap is
    taken whose theme no question taken before has, and whose entry none rests on; when there is none for any gap, the
    choice is made.
    """
    chosen: list[SheetQuestion] = []
    of_gap: dict[Gap, list[SheetQuestion]] = {gap: [] for gap in Gap}
    for question in among:
        if question.gap:
            of_gap[question.gap].append(question)
        elif len(chosen) < MAX_SUGGESTED:
            chosen.append(question)
    themes = {question.theme for question in chosen}
    asked_about = {entry for question in chosen for entry in question.entries}
    while True:
        before = len(chosen)
        for candidates in of_gap.values():
            fresh = next((one for one in candidates if one.theme not in themes and one.about not in asked_about), None)
            if fresh and len(chosen) < MAX_SUGGESTED:
                chosen.append(fresh)
                themes.add(fresh.theme)
        if len(chosen) == before:
            return chosen


def entries_asked_about(register: Register, ids: Iterable[str]) -> list[str]:
    """Return the full id of the main entry that each of some ids of questions names, as far as it names one."""
    written = {question.id: question.entries[0] for question in register.questions}
    return [written.get(name, name.partition(".")[2]) for name in ids]


def _written(register: Register) -> Iterator[SheetQuestion]:
    for question in register.questions:
        main = register.entries_by_id[question.entries[0]]
        addressee = register.bodies_by_id[question.addressed_to].short
        yield SheetQuestion(
            question.id, None, question.entries, main.themes[0], main.inspection, question.text, addressee
        )


def _from_gaps(register: Register, today: date) -> Iterator[SheetQuestion]:
    templates = {template.id: template.text for template in register.question_templates}
    for gap, entry, words in _gaps_of_entries(register, today):
        if gap in templates:
            filled = {"words": entry.excerpt, "place": describe_place(register, entry)} | words
            yield _from_gap(register, gap, [entry], templates[gap].format(**filled))
    for pair in register.pairs:
        if pair.strength is PairStrength.STRONG and Gap.STRONG_PAIR in templates:
            later, earlier = register.entries_by_id[pair.later], register.entries_by_id[pair.earlier]
            text = templates[Gap.STRONG_PAIR].format(
                words=later.excerpt,
                place=describe_place(register, later),
                earlier_words=earlier.excerpt,
                earlier_place=describe_place(register, earlier),
            )
            yield _from_gap(register, Gap.STRONG_PAIR, [later, earlier], text, pair.caution)


def _from_gap(
    register: Register, gap: Gap, entries: Sequence[Entry], text: str, caution: str | None = None
) -> SheetQuestion:
    main = entries[0]
    addressee = register.bodies_by_id[register.settings.commissioner].short
    ids = tuple(entry.full_id for entry in entries)
    return SheetQuestion(f"{gap}.{main.full_id}", gap, ids, main.themes[0], main.inspection, text, addressee, caution)


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
            case Commitment(voice=Voice.RESPONDENT, is_need=True):
                yield Gap.NO_OWNER, entry, {}
            case Commitment(voice=Voice.RESPONDENT):
                due = entry.due
                if due and due.date and due.date.latest < today:
                    yield Gap.DATE_PASSED, entry, {"due": due.printed}
                # A promise about a report as a whole can hardly have a measure or a date of its own.
                if not entry.measure and not entry.general:
                    yield Gap.NO_MEASURE, entry, {}
                if not due and not entry.general:
                    yield Gap.NO_DATE, entry, {}


def describe_place(register: Register, entry: Entry) -> str:
    """Name where an entry stands: “your letter of 26 March 2026 (Abuse in families, paragraph 5)”."""
    document = register.document(entry)
    dated = date_said(register, entry) if document.kind is DocumentKind.REPLY else document.date
    kind = {DocumentKind.REPLY: "your letter"}.get(document.kind, f"the {document.kind.label.lower()}")
    when = ""
    if dated and dated.date:  # “dated” leaves open whether the date is right
        when = f" {'dated' if dated.doubt else 'of'} {dated.date.printed}"
    inspection = register.inspections_by_id[entry.inspection].short_title
    return f"{kind}{when} ({inspection}, {entry.paragraph.label})"
