"""Pairs on a time axis: two marks a pair, joined, and the words around them are true."""

import pandas as pd

from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.charts.picture import Picture
from tests.testshire import FIRST, Testshire


def draw(testshire: Testshire) -> Picture:
    """Draw the pairs of the made-up register."""
    register = testshire.load().register
    assert register is not None
    return pairs_in_time(pairs(register), frames(register).entries, as_of="15 November 2030")


def marks(drawn: Picture) -> pd.DataFrame:
    """Give where each mark stands, indexed by entry."""
    rows = [
        (custom[0], x, y)
        for trace in drawn.figure.data
        for custom, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    ]
    return pd.DataFrame(rows, columns=["id", "x", "y"]).set_index("id")


def test_a_pair_is_two_marks_on_one_line(testshire: Testshire) -> None:
    """The earlier stands left of the later, at the same height, and a line joins them."""
    drawn = draw(testshire)
    where = marks(drawn)
    assert where.loc["2029-first-look.C09", "x"] < where.loc["2030-second-look.C01", "x"]
    assert where["y"].nunique() == 1
    joined = [shape for shape in drawn.figure.layout.shapes if shape.y0 == shape.y1 == where["y"].iloc[0]]
    assert [(line.x0, line.x1) for line in joined] == [(where["x"].min(), where["x"].max())]


def test_the_headline_counts_by_relation(testshire: Testshire) -> None:
    """Singular and plural, and each relation that there is."""
    assert draw(testshire).headline == "1 pair: the later says it again in 1."
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10", relation="qualifies")
    assert draw(testshire).headline == "2 pairs: the later says it again in 1 and qualifies it in 1."


def test_a_pair_without_a_date_is_in_the_table_alone(testshire: Testshire) -> None:
    """No place on the axis is made up for it."""
    testshire.change("first.press_release", date=None).change("first", fieldwork=None)
    drawn = draw(testshire)
    assert marks(drawn).empty
    assert list(drawn.table["Pair"]) == ["P01"]


def test_an_empty_choice_says_so(testshire: Testshire) -> None:
    """Without a pair there is no mark, and words that say so."""
    testshire.records["pairs.yaml"] = []
    drawn = draw(testshire)
    assert drawn.headline == "No pair fits what is chosen."
    assert drawn.alt == "An empty chart: no pair fits what is chosen."
    assert drawn.table.empty
