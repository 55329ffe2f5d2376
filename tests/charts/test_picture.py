"""A chart is drawn once for all who look at the same view."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts.picture import MOST_KEPT, Picture, cached_picture


@cached_picture
def drawn(frame: pd.DataFrame, *, name: str) -> Picture:
    """Stand for a chart."""
    return Picture(go.Figure(), name, "", "", (), frame, {})


@cached_picture
def also_drawn(frame: pd.DataFrame, *, name: str) -> Picture:
    """Stand for another chart."""
    return Picture(go.Figure(), name, "", "", (), frame, {})


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


def test_what_is_kept_is_bounded() -> None:
    """What was looked at longest ago is let go of, by how much is kept in all, so that memory is bounded."""
    half = ["a row"] * (MOST_KEPT // 2)
    first = drawn(rows("first"), name="x")
    drawn(rows(*half), name="large")
    assert drawn(rows("first"), name="x") is first
    drawn(rows(*half), name="as large")
    assert drawn(rows("first"), name="x") is first
    drawn(rows(*half, "and one more"), name="larger")
    drawn(rows(*half), name="last")
    assert drawn(rows("first"), name="x") is not first


def test_two_charts_of_one_frame_are_two_pictures() -> None:
    """What is kept is kept of all charts together, each under its name."""
    assert drawn(rows("a"), name="x") is not also_drawn(rows("a"), name="x")


def test_what_is_too_large_is_kept_until_the_next() -> None:
    """One picture is kept however large it is."""
    large = drawn(rows(*["a row"] * (MOST_KEPT + 1)), name="too large")
    assert drawn(rows(*["a row"] * (MOST_KEPT + 1)), name="too large") is large
