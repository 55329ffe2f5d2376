"""What is in the register, one row for each inspection."""

import pandas as pd

from scrutiny.analysis.frames import Frames

COUNTED = {
    "concern": "Concerns",
    "strength": "Strengths",
    "elsewhere": "From other inspections",
    "own_view": "Respondent's own views",
    "action": "Reported actions",
    "commitment": "Commitments",
    "figure": "Figures",
}
"""What is counted of each inspection, with the heading of its column."""


def contents(frames: Frames) -> pd.DataFrame:
    """Count what is held of each inspection.

    Gives one row for each inspection, in the order of time, indexed by its id: short_title, scope, held and
    not_held (numbers of documents), and the numbers of entries: concern and strength (in inspectors' voices),
    elsewhere (findings taken from another inspection), own_view (findings in the respondent's voice), action,
    commitment, figure. A count is of what was written, never of how things are.
    """
    inspections = frames.inspections
    documents = frames.documents.groupby("inspection", observed=False)["held"].agg(["sum", "count"])
    kinds = frames.entries["kind"].astype("str").mask(frames.entries["elsewhere"], "elsewhere")
    kinds = kinds.mask(frames.entries["own_view"], "own_view")
    entries = pd.crosstab(frames.entries["inspection"], kinds, dropna=False)
    counted = entries.reindex(index=inspections.index, columns=list(COUNTED), fill_value=0).astype(int)
    held = documents["sum"].reindex(inspections.index).astype(int)
    known = documents["count"].reindex(inspections.index).astype(int)
    return inspections[["short_title", "scope"]].assign(held=held, not_held=known - held).join(counted)
