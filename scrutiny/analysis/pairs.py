"""Pairs of entries side by side, and the concerns that no later document held mentions."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.records import Dated, Entry, Pair
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, PairStrength, Relation
from scrutiny.wording import format_date


@cached_per_register
def pairs(register: Register) -> pd.DataFrame:
    """Give every pair of the register.

    One row for each, indexed by its id, in the register's order: later and earlier (full ids), relation and
    strength (categories in the vocabulary's order), reason, caution (missing if there is none), themes (tuple, of
    both entries), later_on and earlier_on (the first day that the date of each can mean, missing if it is not
    known), later_printed and earlier_printed (these dates in words), doubt (what is in doubt about a date on which
    the order of the two rests, missing if nothing is).
    """
    return _frame(register, register.pairs)


def pairs_of(register: Register, full_id: str) -> pd.DataFrame:
    """Give the pairs that an entry stands in, as `pairs` gives them."""
    return _frame(register, [pair for pair in register.pairs if full_id in (pair.later, pair.earlier)])


def not_mentioned_again(register: Register, entries: pd.DataFrame) -> pd.DataFrame:
    """Give the concerns of inspectors after which other inspections came, and to which no later entry is paired.

    Rows of the frame of entries that are given. That nothing later is paired with a concern says only that no later
    document held mentions it. The last inspection of a force has nothing after it and is left out; so are own views.
    """
    paired = {pair.earlier for pair in register.pairs}
    last = {register.force(inspection): inspection.id for inspection in register.inspections}
    nothing_after = frozenset(last.values())
    told = zip(entries.index.tolist(), entries["kind"], entries["own_view"], entries["inspection"], strict=True)
    fits = [
        kind == EntryKind.CONCERN and not own_view and inspection not in nothing_after and full_id not in paired
        for full_id, kind, own_view, inspection in told
    ]
    return entries[fits]


def date_said(register: Register, entry: Entry) -> Dated | None:
    """Give when an entry was said: the date of its document or, where that has none, of its inspection."""
    inspection = register.inspections_by_id[entry.inspection]
    candidates = (register.document(entry).date, inspection.published, inspection.fieldwork)
    return next((dated for dated in candidates if dated and dated.date), None)


def _frame(register: Register, pairs: Sequence[Pair]) -> pd.DataFrame:
    """Make a frame of pairs."""
    rows = {pair.id: _row(register, pair.later, pair.earlier) for pair in pairs}
    columns = ["themes", "later_on", "earlier_on", "later_printed", "earlier_printed", "doubt"]
    frame = pd.DataFrame(rows.values(), index=pd.Index(list(rows), dtype="str", name="id"), columns=columns)
    return frame.assign(
        later=[pair.later for pair in pairs],
        earlier=[pair.earlier for pair in pairs],
        relation=pd.Categorical([pair.relation for pair in pairs], [str(r) for r in Relation], ordered=True),
        strength=pd.Categorical([pair.strength for pair in pairs], [str(s) for s in PairStrength], ordered=True),
        reason=[pair.reason for pair in pairs],
        caution=pd.Series([pair.caution for pair in pairs], index=frame.index, dtype="str"),
    )


def _row(register: Register, later: str, earlier: str) -> tuple[object, ...]:
    """Give the columns of a pair that come from its entries."""
    first, second = register.entries_by_id[later], register.entries_by_id[earlier]
    dates = [date_said(register, entry) for entry in (first, second)]
    doubts = [f"{dated.printed}: {dated.doubt}" for dated in dates if dated and dated.doubt]
    themes = tuple(dict.fromkeys((*first.themes, *second.themes)))
    return (themes, *map(_day, dates), *map(format_date, dates), " ".join(doubts) or None)


def _day(dated: Dated | None) -> date | None:
    """Give the first day that a date can mean."""
    return dated.date.earliest if dated and dated.date else None
