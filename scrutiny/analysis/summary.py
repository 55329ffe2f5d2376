"""What is in the register, counted by inspection, by theme, and for the pages that hold to account."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.records import Entry, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind

COUNT_COLUMNS = {
    "concern": "Concerns",
    "strength": "Strengths",
    "elsewhere": "From other inspections",
    "own_view": "Own views",
    "action": "Reported actions",
    "commitment": "Commitments",
    "need": "Said to be needed",
    "figure": "Figures",
}
"""What is counted of each inspection, with the heading of its column."""


@dataclass(frozen=True)
class InspectionCounts:
    """What is held of an inspection: numbers of documents, held and not, and of entries by the keys of COUNT_COLUMNS.

    Concerns and strengths are those in inspectors' voices; `elsewhere` are findings taken from another inspection,
    `own_view` findings in the respondent's voice. A count is of what was written, never of how things are.
    """

    inspection: Inspection
    held: int
    not_held: int
    entries: Mapping[str, int]


@cached_per_register
def counts_by_inspection(register: Register) -> tuple[InspectionCounts, ...]:
    """Count what is held of each inspection, in the order of time."""
    numbers = Counter((entry.inspection, _counted_as(entry)) for entry in register.entries)
    return tuple(
        InspectionCounts(
            inspection=inspection,
            held=sum(document.held for document in inspection.documents),
            not_held=sum(not document.held for document in inspection.documents),
            entries={kind: numbers[inspection.id, kind] for kind in COUNT_COLUMNS},
        )
        for inspection in register.inspections
    )


def inspections_raising_concerns(entries: pd.DataFrame) -> pd.Series:
    """Count, for each theme, the inspections in which inspectors are said to have raised a concern.

    `entries` is the frame of entries or rows of it. An entry counts under its main theme. The respondent's own views
    are left out: only inspectors raise concerns here. So is what a document takes from another inspection, as it is not
    this inspection's. Returns whole numbers indexed by every theme of the register in its order; a theme without a
    concern counts 0.
    """
    concerns = entries[(entries["kind"] == EntryKind.CONCERN) & ~entries["own_view"] & ~entries["elsewhere"]]
    numbers = concerns.groupby("theme", observed=False)["inspection"].nunique()
    return numbers.reindex(entries["theme"].cat.categories, fill_value=0).astype(int)


def _counted_as(entry: Entry) -> str:
    if entry.is_own_view:
        return "own_view"
    return "elsewhere" if isinstance(entry, Finding) and entry.source else str(entry.entry_kind)
