"""Pairs of entries side by side, and the concerns that no later document mentions, read for that."""

from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated, Entry, Finding, Pair
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind


@dataclass(frozen=True)
class Said:
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
            return f"{self.dated.date.printed}{' (date uncertain)' if self.dated.doubt else ''}"
        return f"after the inspection of {self.place.printed} ({kind}, undated)" if self.place else f"{kind}, undated"

    def in_short(self, other: "Said") -> str:
        """When it was said, as exactly as tells it from another: “in 2025”, “in March 2026”."""
        if not self.place:
            return f"in an undated {self.document.label.lower()}"
        if not self.dated:
            return f"after the inspection of {self.place.earliest.year}"
        one_year = other.place is not None and other.place.earliest.year == self.place.earliest.year
        month = PartialDate.parse(self.place.text[:7]).printed if one_year else self.place.earliest.year
        return f"in {month}{' (date uncertain)' if self.dated.doubt else ''}"


@dataclass(frozen=True)
class PairView:
    """A pair with both of its entries, and when each was said."""

    pair: Pair
    earlier: Entry
    later: Entry
    earlier_said: Said
    later_said: Said

    @property
    def doubt(self) -> str | None:
        """What is in doubt about a date on which the order of the two rests, None where nothing is."""
        return " ".join(filter(None, [self.later_said.doubt, self.earlier_said.doubt])) or None

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of both entries, each once, those of the later first."""
        return tuple(dict.fromkeys((*self.later.themes, *self.earlier.themes)))


@cached_per_register
def pairs(register: Register) -> tuple[PairView, ...]:
    """Return every pair, in the order of the register."""
    return tuple(_view(register, pair) for pair in register.pairs)


def pairs_of(register: Register, full_id: str) -> list[PairView]:
    """Return the pairs that an entry stands in, in the order of the register."""
    return [_view(register, pair) for pair in register.pairs if full_id in (pair.later, pair.earlier)]


def not_mentioned_again(register: Register, entries: Iterable[Entry]) -> list[Finding]:
    """Return the concerns of inspectors for which every later document held was read, none of which takes them up.

    `entries` are those among which to look. Later are the documents of later inspections of the same force. That a
    document was read for a concern stands in `not_mentioned_in`; that nothing is paired with it is not enough. The
    last inspection of a force has nothing after it and is left out; so are own views and what another inspection found.
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
    """Return the full ids of the documents held of later inspections of the same force."""
    in_order = list(register.inspections_by_id.values())  # all of them, also where a part of a register is shown
    own = register.inspections_by_id[inspection]
    return {
        f"{later.id}.{document.id}"
        for later in in_order[in_order.index(own) + 1 :]
        if register.force(later) == register.force(own)
        for document in later.documents
        if document.held
    }


def _view(register: Register, pair: Pair) -> PairView:
    earlier, later = register.entries_by_id[pair.earlier], register.entries_by_id[pair.later]
    return PairView(pair, earlier, later, _said(register, earlier), _said(register, later))


def _said(register: Register, entry: Entry) -> Said:
    document, inspection = register.document(entry), register.inspections_by_id[entry.inspection]
    known = [
        dated if dated and dated.date else None for dated in (document.date, inspection.published, inspection.fieldwork)
    ]
    return Said(document.kind, known[0], known[1] or known[2])
