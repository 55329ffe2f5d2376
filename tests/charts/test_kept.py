"""A chart is drawn once for all who look at the same view."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts.kept import MOST_KEPT, kept
from scrutiny.charts.picture import Picture


@kept
def drawn(frame: pd.DataFrame, *, name: str) -> Picture:
    """Stand for a chart."""
    return Picture(go.Figure(), name, "", "", "", frame)


def rows(*words: str) -> pd.DataFrame:
    """Give a frame of words."""
    return pd.DataFrame({"word": list(words)})


def test_equal_views_share_a_picture() -> None:
    """Frames are compared by what they hold."""
    assert drawn(rows("a", "b"), name="x") is drawn(rows("a", "b"), name="x")


def test_another_word_is_another_picture() -> None:
    """One changed cell, another order or another title is drawn anew."""
    first = drawn(rows("a", "b"), name="x")
    others = [drawn(rows("a", "c"), name="x"), drawn(rows("b", "a"), name="x"), drawn(rows("a", "b"), name="y")]
    assert all(other is not first for other in others)
    assert [other.headline for other in others] == ["x", "x", "y"]


def test_few_are_kept() -> None:
    """What was looked at longest ago is let go of, so that memory is bounded."""
    first = drawn(rows("first"), name="x")
    for number in range(MOST_KEPT - 1):
        drawn(rows(str(number)), name="x")
    assert drawn(rows("first"), name="x") is first
    for number in range(MOST_KEPT):
        drawn(rows(str(number), "again"), name="x")
    assert drawn(rows("first"), name="x") is not first
