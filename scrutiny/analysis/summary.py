"""What is in the register, counted by inspection, by theme, and for the pages that hold to account."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import pandas as pd

from scrutiny.analysis import counts
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.counts import Count
from scrutiny.analysis.frames import frames
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind

COUNT_COLUMNS: Mapping[str, Count[pd.DataFrame]] = {
    "concern": counts.concerns,
    "strength": counts.strengths,
    "elsewhere": counts.from_elsewhere,
    "own_view": counts.own_views,
    "action": counts.actions,
    "commitment": counts.commitments,
    "inspectorate_commitment": counts.inspectorate_commitments,
    "need": counts.needs,
    "figure": counts.figures,
}
"""What is counted of each inspection, each in a column that has the name of its number."""


@dataclass(frozen=True)
class InspectionCounts:
    """What is held of an inspection: numbers of documents, held and not, and of entries by the keys of COUNT_COLUMNS.

    `points` is the number of all entries but figures. A count is of what was written, never of how things are.
    """

    inspection: Inspection
    held: int
    not_held: int
    points: int
    entries: Mapping[str, int]


@cached_per_register
def counts_by_inspection(register: Register) -> tuple[InspectionCounts, ...]:
    """Count what is held of each inspection, in the order of time."""
    entries = frames(register).entries
    points = _by_inspection(counts.points, entries)
    numbers = {kind: _by_inspection(count, entries) for kind, count in COUNT_COLUMNS.items()}
    return tuple(
        InspectionCounts(
            inspection=inspection,
            held=sum(document.held for document in inspection.documents),
            not_held=sum(not document.held for document in inspection.documents),
            points=points[inspection.id],
            entries={kind: of_kind[inspection.id] for kind, of_kind in numbers.items()},
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


def _by_inspection(count: Count[pd.DataFrame], entries: pd.DataFrame) -> dict[str, int]:
    """Take a number of each inspection, in one go: a register can have hundreds."""
    taken = cast(pd.DataFrame, count.take(entries))
    return {str(inspection): int(number) for inspection, number in taken["inspection"].value_counts().items()}
