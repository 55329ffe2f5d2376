"""Pairs of entries side by side, how the two differ, and what later documents say of a concern, or do not."""

from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny.analysis.batches import subset
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.facts import basis
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated, Document, Entry, Finding, Inspection, Pair
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis, DocumentKind, Polarity
from scrutiny.wording import UNCERTAIN, format_date, lower_first, office, upper_first


@dataclass(frozen=True)
class WhenSaid:
    """When something was said: the date of its document, if that has one.

    `inspected` is when its inspection was published or, where that is not known, made. It stands in for no date: it
    says no more than that an undated document came after it.
    """

    document: DocumentKind
    dated: Dated | None
    inspected: Dated | None

    @property
    def place(self) -> PartialDate | None:
        """Where it stands on an axis of time: at its date, or at that of its inspection."""
        known = self.dated or self.inspected
        return known.date if known else None

    @property
    def doubt(self) -> str | None:
        """What is in doubt about the date that it stands at."""
        known = self.dated or self.inspected
        return f"{self.place.printed}: {known.doubt}" if known and self.place and known.doubt else None

    @property
    def words(self) -> str:
        """When it was said: “26 March 2026”, “after the inspection of January 2017 (press release, undated)”."""
        kind = self.document.label.lower()
        if self.dated and self.dated.date:
            return format_date(self.dated)
        return f"after the inspection of {self.place.printed} ({kind}, undated)" if self.place else f"{kind}, undated"

    def in_short(self, other: "WhenSaid") -> str:
        """When it was said, as exactly as tells it from another: “in 2025”, “in March 2026”."""
        if not self.place:
            return f"in an undated {self.document.label.lower()}"
        if not self.dated:
            return f"after the inspection of {self.place.earliest.year}"
        one_year = other.place is not None and other.place.earliest.year == self.place.earliest.year
        begins, _, _ = self.place.text.partition("/")
        month = PartialDate.parse(begins[:7]).printed if one_year else self.place.earliest.year
        return f"in {month}{UNCERTAIN if self.dated.doubt else ''}"


@dataclass(frozen=True)
class PairView:
    """A pair with both of its entries, and when each was said."""

    pair: Pair
    earlier: Entry
    later: Entry
    earlier_said: WhenSaid
    later_said: WhenSaid

    @property
    def doubt(self) -> str | None:
        """What is in doubt about a date on which the order of the two rests, None where nothing is."""
        return " ".join(filter(None, [self.later_said.doubt, self.earlier_said.doubt])) or None

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of both entries, each once, those of the later first."""
        return tuple(dict.fromkeys((*self.later.themes, *self.earlier.themes)))

    @property
    def inspections(self) -> tuple[str, str]:
        """The ids of the inspections of both entries."""
        return self.earlier.inspection, self.later.inspection

    @property
    def theme(self) -> str:
        """The theme that both have, or else the main one of the later."""
        return next((theme for theme in self.later.themes if theme in self.earlier.themes), self.themes[0])


@dataclass(frozen=True)
class LaterMentions:
    """A concern with the pairs in which it is the earlier, and the later documents read for it without finding it."""

    concern: Finding
    pairs: tuple[PairView, ...]
    not_in: tuple[tuple[Inspection, Document], ...]


@cached_per_register
def pairs(register: Register) -> tuple[PairView, ...]:
    """Return every pair, in the order of the register."""
    return tuple(_view(register, pair) for pair in register.pairs)


def chosen_pairs(register: Register, choice: Choice) -> list[PairView]:
    """Return the pairs of which an entry is of a chosen inspection and that name a chosen theme."""
    chosen = {inspection.id for inspection in choice.inspections_in(register)}
    fitting = (view for view in pairs(register) if not chosen.isdisjoint(view.inspections))
    return [view for view in fitting if choice.includes_theme(view.themes)]


def pairs_of(register: Register, full_id: str) -> list[PairView]:
    """Return the pairs that an entry stands in, in the order of the register."""
    return [_view(register, pair) for pair in register.pairs if full_id in (pair.later, pair.earlier)]


def differences(register: Register, view: PairView) -> list[str]:
    """Say how the two sides of a pair differ in subject, scope and source, always in this order, and what is between.

    “Inspections on different subjects”, “National, then local”, “Inspectors, then the Deputy Commissioner”,
    “A review of 2018, not read, came in between”.
    """
    earlier, later = view.earlier, view.later
    inspections = [register.inspections_by_id[entry.inspection] for entry in (earlier, later)]
    same_subject = inspections[0].subject == inspections[1].subject
    scopes = [entry.scope.label for entry in (earlier, later)]
    speakers = [_speaker(register, entry) for entry in (earlier, later)]
    return [
        "Same subject" if same_subject else "Inspections on different subjects",
        f"Both {lower_first(scopes[0])}" if scopes[0] == scopes[1] else f"{scopes[0]}, then {lower_first(scopes[1])}",
        f"Same source: {speakers[0]}"
        if speakers[0] == speakers[1]
        else upper_first(f"{speakers[0]}, then {speakers[1]}"),
        *(
            f"A review{f' of {day.date.earliest.year}' if day and day.date else ''}, not read, came in between"
            for review in unread_reviews(inspections[0])
            if _is_before(day := review.date, view.later_said)
        ),
        *(["Order uncertain"] if view.doubt else []),
    ]


def unread_reviews(inspection: Inspection) -> list[Document]:
    """Return the inspectorate's later checks on an inspection that are known and were not read."""
    return [one for one in inspection.documents if one.kind is DocumentKind.REVIEW and not one.held]


def followed_inspections(register: Register, among: Iterable[Inspection]) -> list[Inspection]:
    """Return those of some inspections that raised a concern and were followed by another of the same force."""
    return [one for one in among if one.id in _followed(register)]


@cached_per_register
def _followed(register: Register) -> frozenset[str]:
    """Return the ids of all `followed_inspections`."""
    concerned = {one.inspection for one in register.distinct_findings if one.polarity is Polarity.CONCERN}
    return frozenset(inspection for inspection in concerned if _later_documents(register, inspection))


def later_mentions(register: Register, inspection: Inspection) -> list[LaterMentions]:
    """Return the concerns of an inspection, in the order of the data, with what later documents say of each."""
    concerns = [
        one
        for one in subset(register, (inspection.id,)).distinct_findings
        if one.inspection == inspection.id and one.polarity is Polarity.CONCERN
    ]
    later: dict[str, list[PairView]] = {one.full_id: [] for one in concerns}
    for pair in register.pairs:
        if pair.earlier in later:
            later[pair.earlier].append(_view(register, pair))
    return [
        LaterMentions(one, tuple(later[one.full_id]), tuple(_document(register, name) for name in one.not_mentioned_in))
        for one in concerns
    ]


@cached_per_register
def taken_up_later(register: Register) -> list[Finding]:
    """Return the concerns of inspectors with which a point of a later inspection is compared."""
    paired = {pair.earlier for pair in register.pairs}
    return [
        one
        for one in register.distinct_findings
        if one.polarity is Polarity.CONCERN and not one.is_own_view and not one.source and one.full_id in paired
    ]


def not_mentioned_again(register: Register, entries: Iterable[Entry]) -> list[Finding]:
    """Return the concerns of inspectors for which every later document held was read, none of which takes them up.

    `entries` are those among which to look. Later are the documents of later inspections of the same force, or of
    several with it. That a document was read for a concern stands in `not_mentioned_in`; that nothing is paired with it
    is not enough. The last inspection of a force has nothing after it and is left out; so are own views and what
    another inspection found.
    """
    paired = {pair.earlier for pair in register.pairs}
    return [
        entry
        for entry in entries
        if isinstance(entry, Finding)
        and entry.not_mentioned_in
        and not entry.is_own_view
        and entry.source is None
        and entry.full_id not in paired
        and _later_documents(register, entry.inspection) <= set(entry.not_mentioned_in)
    ]


def _later_documents(register: Register, inspection: str) -> set[str]:
    """Return the full ids of the documents held of later inspections of the same force, or of one of its forces."""
    in_order = list(register.inspections_by_id.values())  # all of them, also where a part of a register is shown
    own = register.inspections_by_id[inspection]
    return {
        f"{later.id}.{document.id}"
        for later in in_order[in_order.index(own) + 1 :]
        if not set(register.forces_of(own)).isdisjoint(register.forces_of(later))
        for document in later.documents
        if document.held
    }


def _document(register: Register, full_id: str) -> tuple[Inspection, Document]:
    inspection = register.inspections_by_id[full_id.partition(".")[0]]
    return inspection, inspection.document(full_id.partition(".")[2])


def _speaker(register: Register, entry: Entry) -> str:
    """Name on whose word an entry rests: “inspectors”, “the Commissioner”."""
    if basis(register, entry) is not Basis.OWN:
        return "inspectors"
    return f"the {office(register.bodies_by_id[register.document(entry).body])}"


def _is_before(dated: Dated | None, said: WhenSaid) -> bool:
    """Tell whether a date comes before something was said, as far as both are known."""
    return not (dated and dated.date and said.place) or dated.date.earliest < said.place.latest


def _view(register: Register, pair: Pair) -> PairView:
    earlier, later = register.entries_by_id[pair.earlier], register.entries_by_id[pair.later]
    return PairView(pair, earlier, later, _said(register, earlier), _said(register, later))


def _said(register: Register, entry: Entry) -> WhenSaid:
    document, inspection = register.document(entry), register.inspections_by_id[entry.inspection]
    known = [
        dated if dated and dated.date else None for dated in (document.date, inspection.published, inspection.fieldwork)
    ]
    return WhenSaid(document.kind, known[0], known[1] or known[2])
