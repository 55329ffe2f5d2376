"""Questions for a meeting: written by hand, or made from gaps in the papers in the documents' own words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.records import Action, Commitment, Entry, Finding, Pair, Recommendation
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Acceptance, BodyKind, DocumentKind, Gap, PairStrength, Polarity, Scope, Voice
from scrutiny.wording import office

MAX_QUESTIONS = 10
"""How many questions a sheet holds: more are not asked in two hours."""
OWN_PREFIX = "own."
"""What the id of a member's own question begins with."""
WRITTEN = "written"
_MOST_SUGGESTED = 5
KINDS = {WRITTEN: "Written by hand"} | {str(gap): gap.label for gap in Gap}
"""The kinds of question, each with its label: written by hand, or made from a gap."""

_CHANGE = re.compile(
    r"(?<!be )\b(improved|improving|increased|reduced|reducing|strengthened|sooner|earlier|faster|better)\b"
)
_OF_WHAT = re.compile(r"\b(this|these) (has|have|is|are|does|do|will|remains)\b|^which\b", re.IGNORECASE)
"""Words that cannot stand alone, as nobody could tell what “this” is."""


@dataclass(frozen=True)
class SheetQuestion:
    """A question for the sheet: written by hand, or made from a gap.

    `id` is `Q01`, or the gap and what the question is about: `no_date.2026-family-environment.K12`, `strong_pair.P36`.
    `gap` is None where it was written by hand. `entries` are the full ids of those on which it rests, the main one
    first; `theme` is the main theme of that entry and `inspection` the id of its inspection. `text` is what is asked,
    `addressee` the short name of the office that is asked, and `caution` that of the pair it is about, if any. A
    member's own question rests on nothing and names nobody.
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
        """The kind in words, and whom the question is for."""
        return f"{KINDS[self.kind]}, to: {self.addressee}"


@dataclass(frozen=True)
class Sheet:
    """A member's questions: their ids in their order, `own.1` for an own one, and the member's wordings by these ids.

    A sheet on which nothing was picked stands for the questions that are suggested.
    """

    picked: tuple[str, ...] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)

    def asked(self, register: Register, today: date) -> list[SheetQuestion]:
        """Return the questions that were picked, as the member words them; unknown ones are left out."""
        found = askable_questions(register, today)
        own = {name: text for name, text in self.wordings.items() if name.startswith(OWN_PREFIX)}
        known = {name: SheetQuestion(name, None, (), "", "", text, "") for name, text in own.items()} | dict(found)
        return [self.reword(known[name]) for name in self.picked if name in known]

    def reword(self, question: SheetQuestion) -> SheetQuestion:
        """Return a question as the member words it."""
        return replace(question, text=self.wordings.get(question.id, question.text))


@cached_per_register
def questions(register: Register, today: date) -> Mapping[str, SheetQuestion]:
    """Return every question that the register has or gives rise to on a day, by its id.

    Those written by hand come first, in their order; then those made from gaps, of the newest inspection first. Gaps
    without a template give no question, and nothing is asked a second time that was written by hand.
    """
    rank = {inspection.id: -place for place, inspection in enumerate(register.inspections)}
    from_gaps = {question.id: question for question in _from_gaps(register, today)}
    in_order = sorted(from_gaps.values(), key=lambda one: rank[one.inspection])
    return {question.id: question for question in (*_written(register), *in_order)}


def suggest(among: Iterable[SheetQuestion]) -> list[SheetQuestion]:
    """Choose at most five questions by a plain rule: those written by hand in their order, then some made from gaps.

    The gaps are gone through in the vocabulary's order, again and again. Each time the first question of a gap is
    taken whose theme no question taken before has, and whose entry none rests on; when there is none for any gap, the
    choice is made.
    """
    chosen: list[SheetQuestion] = []
    of_gap: dict[Gap, list[SheetQuestion]] = {gap: [] for gap in Gap}
    for question in among:
        if question.gap:
            of_gap[question.gap].append(question)
        elif len(chosen) < _MOST_SUGGESTED:
            chosen.append(question)
    themes = {question.theme for question in chosen}
    asked_about = {entry for question in chosen for entry in question.entries}
    while True:
        before = len(chosen)
        for candidates in of_gap.values():
            fresh = next((one for one in candidates if one.theme not in themes and one.about not in asked_about), None)
            if fresh and len(chosen) < _MOST_SUGGESTED:
                chosen.append(fresh)
                themes.add(fresh.theme)
        if len(chosen) == before:
            return chosen


@cached_per_register
def askable_questions(register: Register, today: date) -> Mapping[str, SheetQuestion]:
    """Return all that can be put on a sheet, by id: the questions, and one about each pair that has none of its own.

    The latter are not suggested, as a member puts them on the sheet from the pair itself.
    """
    found = dict(questions(register, today))
    for pair in register.pairs:
        question = _about_pair(register, pair)
        if question:
            found.setdefault(question.id, question)
    return found


def question_about_pair(register: Register, pair: Pair) -> str | None:
    """Return the id of the question about a pair: one written by hand about both sides, or that made from it."""
    both = {pair.later, pair.earlier}
    written = next((question.id for question in register.questions if both <= set(question.entries)), None)
    made = any(template.id == Gap.STRONG_PAIR for template in register.question_templates)
    return written or (f"{Gap.STRONG_PAIR}.{pair.id}" if made else None)


def entries_asked_about(register: Register, ids: Sequence[str]) -> list[str]:
    """Return the full id of the main entry that each of some ids of questions names, as far as it names one."""
    mains = {question.id: question.entries[0] for question in register.questions}
    if any(name.startswith(Gap.STRONG_PAIR) for name in ids):
        mains |= {f"{Gap.STRONG_PAIR}.{pair.id}": pair.later for pair in register.pairs}
    return [mains.get(name, name.partition(".")[2]) for name in ids]


def _written(register: Register) -> Iterator[SheetQuestion]:
    for question in register.questions:
        main = register.entries_by_id[question.entries[0]]
        addressee = register.bodies_by_id[question.addressed_to].short
        yield SheetQuestion(
            question.id, None, question.entries, main.themes[0], main.inspection, question.text, addressee
        )


def _from_gaps(register: Register, today: date) -> Iterator[SheetQuestion]:
    templates = {template.id: template.text for template in register.question_templates}
    written = [set(question.entries) for question in register.questions]
    for gap, entry, words in _gaps_of_entries(register, today):
        stands_alone = not _OF_WHAT.search(words.get("words", entry.excerpt))
        if gap in templates and stands_alone and not any(entry.full_id in entries for entries in written):
            yield _from_gap(register, gap, [entry], templates[gap], words)
    for pair in register.pairs:
        is_written = any({pair.later, pair.earlier} <= entries for entries in written)
        about = None if is_written or pair.strength is not PairStrength.STRONG else _about_pair(register, pair)
        if about:
            yield about


def _about_pair(register: Register, pair: Pair) -> SheetQuestion | None:
    template = next((one.text for one in register.question_templates if one.id == Gap.STRONG_PAIR), None)
    if template is None:
        return None
    later, earlier = register.entries_by_id[pair.later], register.entries_by_id[pair.earlier]
    words = {
        "earlier_words": earlier.excerpt,
        "earlier_place": describe_place(register, earlier, _addressee(register, later)),
    }
    return _from_gap(register, Gap.STRONG_PAIR, [later, earlier], template, words, pair)


def _from_gap(
    register: Register,
    gap: Gap,
    entries: Sequence[Entry],
    template: str,
    words: dict[str, str],
    pair: Pair | None = None,
) -> SheetQuestion:
    main = entries[0]
    addressee = _addressee(register, main)
    filled = {"words": main.excerpt, "place": describe_place(register, main, addressee)} | words
    return SheetQuestion(
        id=f"{gap}.{pair.id if pair else main.full_id}",
        gap=gap,
        entries=tuple(entry.full_id for entry in entries),
        theme=main.themes[0],
        inspection=main.inspection,
        text=template.format(**filled),
        addressee=register.bodies_by_id[addressee].short,
        caution=pair.caution if pair else None,
    )


def _addressee(register: Register, entry: Entry) -> str:
    """Return the id of the office that is asked about an entry: that which signed the letter, or its successor."""
    document = register.document(entry)
    body = document.body if document.kind is DocumentKind.REPLY else register.settings.commissioner
    return register.present_office(body)


def _gaps_of_entries(register: Register, today: date) -> Iterator[tuple[Gap, Entry, dict[str, str]]]:
    """Go through the gaps of entries, one of each, with what its template needs besides the entry's words and place."""
    figures = {_paragraph(figure) for figure in register.figures}
    promised = {_paragraph(one) for one in register.commitments if not one.general}
    for entry in register.entries:
        match entry:
            case Finding(polarity=Polarity.CONCERN, answers=()) if not entry.is_own_view:
                yield Gap.ACKNOWLEDGED_ONLY, entry, {}
            case Action() if entry.result and _paragraph(entry) not in figures:
                if words := _claimed_change(entry):
                    yield Gap.CLAIM_WITHOUT_FIGURE, entry, {"words": words}
            # What others are asked to do is not the Commissioner's to accept.
            case Recommendation() if _is_unanswered(entry) and _is_police(register, entry.addressee):
                yield Gap.NOT_ACCEPTED_OR_REFUSED, entry, {}
            # What the country needs is not the Commissioner's to take on.
            case Commitment(voice=Voice.RESPONDENT, is_need=True, scope=Scope.LOCAL):
                if _paragraph(entry) not in promised:
                    yield Gap.NO_OWNER, entry, {}
            # The inspectorate's own commitments are not the Commissioner's to answer.
            case Commitment(voice=Voice.RESPONDENT, is_need=False):
                if gap := _gap_of_promise(entry, today):
                    yield gap, entry, {"due": entry.due.printed} if entry.due else {}


def _is_unanswered(one: Recommendation) -> bool:
    """Whether a recommendation was replied to, and no reply says whether it is accepted."""
    return bool(one.replies) and all(reply.answer is Acceptance.NOT_STATED for reply in one.replies)


def _is_police(register: Register, body: str) -> bool:
    """Whether a body is of the police, or holds them to account."""
    return register.bodies_by_id[body].kind in (BodyKind.POLICE, BodyKind.COMMISSIONER)


def _gap_of_promise(promise: Commitment, today: date) -> Gap | None:
    """Return what is most to be asked of a commitment, if anything is.

    A promise about a report as a whole can hardly have a date or a measure of its own, and what goes on without a
    specific act has no day on which it is done.
    """
    due = promise.due
    if due and due.date and due.date.latest < today:
        return Gap.DATE_PASSED
    if promise.general:
        return None
    if promise.specific and not due:
        return Gap.NO_DATE
    return None if promise.measure else Gap.NO_MEASURE


def _paragraph(entry: Entry) -> tuple[str, str, str]:
    return entry.inspection, entry.document, str(entry.paragraph)


def _claimed_change(action: Action) -> str:
    """Return the words that claim a change, as only these can have a figure; empty if none do or a number is given."""
    if any(letter.isdigit() for result in action.result for letter in result.excerpt):
        return ""
    claims = [one.excerpt for one in action.result if _CHANGE.search(one.excerpt) and not _OF_WHAT.search(one.excerpt)]
    return claims[0] if claims else ""


def describe_place(register: Register, entry: Entry, reader: str) -> str:
    """Name where an entry stands, to a body: “your letter dated 26 March 2026 (paragraph 5)”.

    A document without a date is told by its inspection: “the press release (Child protection, paragraph 5)”.
    """
    document = register.document(entry)
    name = f"the {document.kind.label.lower()}"
    if document.kind is DocumentKind.REPLY:
        name = (
            "your letter" if document.body == reader else f"the {office(register.bodies_by_id[document.body])}’s letter"
        )
    dated = document.date if document.date and document.date.date else None
    when = f" dated {dated.date.printed}" if dated and dated.date else ""
    doubt = "; date uncertain" if dated and dated.doubt else ""
    inspection = "" if dated else f"{register.inspections_by_id[entry.inspection].short_title}, "
    return f"{name}{when} ({inspection}{entry.paragraph.label}{doubt})"
