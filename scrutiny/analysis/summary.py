"""How many inspections raised a concern, by theme."""

import pandas as pd

from scrutiny.register.vocabulary import EntryKind


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
