"""Pairs of entries side by side, and the concerns that no later document mentions, read for that."""

from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated, Entry, Finding, Pair
from scrutiny.register.register import Register
from scrutiny.wording import NO_DATE


@dataclass(frozen=True)
class PairView:
    """A pair with both of its entries.

    `earlier_date` and `later_date` are when each was said, None where that is not known. `doubt` says what is in doubt
    about a date on which the order of the two rests, None where nothing is.
    """

    pair: Pair
    earlier: Entry
    later: Entry
    earlier_date: PartialDate | None
    later_date: PartialDate | None
    doubt: str | None

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of both entries, each once, those of the later first."""
        return tuple(dict.fromkeys((*self.later.themes, *self.earlier.themes)))

    @property
    def earlier_printed(self) -> str:
        """When the earlier was said, in words."""
        return self.earlier_date.printed if self.earlier_date else NO_DATE

    @property
    def later_printed(self) -> str:
        """When the later was said, in words."""
        return self.later_date.printed if self.later_date else NO_DATE


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
    last inspection of a force has nothing after it and is left out; so are own views.
    """
    paired = {pair.earlier for pair in register.pairs}
    return [
        entry
        for entry in entries
        if isinstance(entry, Finding)
        and entry.not_mentioned_in
        and not entry.is_own_view
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


def date_said(register: Register, entry: Entry) -> Dated | None:
    """Return when an entry was said: the date of its document or, where that has none, of its inspection."""
    inspection = register.inspections_by_id[entry.inspection]
    candidates = (register.document(entry).date, inspection.published, inspection.fieldwork)
    return next((dated for dated in candidates if dated and dated.date), None)


def _view(register: Register, pair: Pair) -> PairView:
    earlier, later = register.entries_by_id[pair.earlier], register.entries_by_id[pair.later]
    earlier_said, later_said = date_said(register, earlier), date_said(register, later)
    doubts = [f"{dated.printed}: {dated.doubt}" for dated in (later_said, earlier_said) if dated and dated.doubt]
    return PairView(
        pair=pair,
        earlier=earlier,
        later=later,
        earlier_date=earlier_said.date if earlier_said else None,
        later_date=later_said.date if later_said else None,
        doubt=" ".join(doubts) or None,
    )
