"""What is said above pairs, and their table to download."""

from collections.abc import Sequence

import pandas as pd

from scrutiny.analysis.pairs import PairView
from scrutiny.charts import headlines
from scrutiny.register.vocabulary import PairStrength


def pairs_headline(pairs: Sequence[PairView]) -> str:
    """State how many comparisons there are, and how many of them are clear."""
    clear = sum(view.pair.strength is PairStrength.STRONG for view in pairs)
    return headlines.pairs(clear, len(pairs) - clear)


def pairs_subtitle(pairs: Sequence[PairView]) -> str:
    """Say how they came about, and of how many the order is uncertain."""
    if not pairs:
        return ""
    doubtful = sum(view.doubt is not None for view in pairs)
    order = f" In {doubtful} the order is uncertain." if doubtful else ""
    return f"We chose these by hand. Read the caution before using one.{order}"


def pairs_table(pairs: Sequence[PairView]) -> pd.DataFrame:
    """Return pairs in words, indexed by the later entry's full id."""
    return pd.DataFrame(
        {
            "Compared with before": [view.pair.relation.label for view in pairs],
            "Code": [view.pair.id for view in pairs],
            "Said earlier": [f"{view.earlier_said.words}: {view.earlier.summary}" for view in pairs],
            "Said later": [f"{view.later_said.words}: {view.later.summary}" for view in pairs],
            "Link": [view.pair.strength.label for view in pairs],
            "Reason": [view.pair.reason for view in pairs],
            "Caution": [view.pair.caution or "" for view in pairs],
        },
        index=pd.Index([view.pair.later for view in pairs], dtype="str", name="full_id"),
        dtype="str",
    )
