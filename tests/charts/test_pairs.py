"""Pairs on a time axis: two marks a pair, joined, and the words around them are true."""

import pandas as pd
import pytest

from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.charts import headlines
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.charts.picture import Picture
from scrutiny.register.vocabulary import Relation
from tests.testshire import FIRST, Testshire


def draw(testshire: Testshire) -> Picture:
    """Draw the pairs of the made-up register."""
    register = testshire.load().register
    assert register is not None
    return pairs_in_time(pairs(register), frames(register).entries)


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


@pytest.mark.parametrize(
    ("clear", "possible", "headline"),
    [
        (0, 1, "1 comparison, a possible link"),
        (1, 0, "1 comparison, a clear link"),
        (0, 2, "2 comparisons, all of them possible links"),
        (2, 0, "2 comparisons, all of them clear links"),
        (1, 1, "2 comparisons: 1 clear link and 1 possible link"),
        (5, 1200, "1,205 comparisons: 5 clear links and 1,200 possible links"),
        (0, 0, headlines.NOTHING),
    ],
)
def test_the_headline_counts_links(clear: int, possible: int, headline: str) -> None:
    """None, one and many."""
    assert headlines.pairs(clear, possible) == headline


def test_headline_and_subtitle_are_of_what_is_drawn(testshire: Testshire) -> None:
    """Clear and possible links are told apart, and in how many the order is uncertain."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10", strength="strong")
    assert draw(testshire).headline == "2 comparisons: 1 clear link and 1 possible link"
    assert draw(testshire).subtitle == "We chose these by hand. Read the caution before using one."
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert draw(testshire).subtitle.endswith(" The order is uncertain in 2, because a date is.")
    assert len(draw(testshire).subtitle.split()) <= 30


@pytest.mark.parametrize(
    ("relation", "title"),
    [
        ("repeats", "Sharing information: said in 2025 and again in 2026"),
        ("bears_out", "Sharing information: said in 2025, and supported in 2026"),
        ("qualifies", "Sharing information: said in 2025, with a limit added in 2026"),
        ("conflicts_with", "Sharing information: statements in 2025 and in 2026 are hard to square"),
    ],
)
def test_a_pair_has_a_title(relation: str, title: str) -> None:
    """Each relation has its own words."""
    assert headlines.pair("Sharing information", Relation(relation), "in 2025", "in 2026") == title


def test_a_title_leaves_out_a_long_theme() -> None:
    """Where theme and words are too long together, the words stand alone."""
    theme = "Missing children, domestic abuse and other linked risks"
    assert headlines.pair(theme, Relation.CONFLICTS_WITH, "in 2025", "in 2026") == (
        "Statements in 2025 and in 2026 are hard to square"
    )


def test_an_undated_document_stands_at_its_inspection(testshire: Testshire) -> None:
    """It has a place on the axis, and its words say that it is undated."""
    drawn = draw(testshire.change("first.press_release", date=None))
    assert len(marks(drawn)) == 2
    assert drawn.table["Said earlier"].iloc[0].startswith("after the inspection of May 2029 (press release, undated): ")


def test_a_pair_without_a_date_is_in_the_table_alone(testshire: Testshire) -> None:
    """No place on the axis is made up for it."""
    testshire.change("first.press_release", date=None).change("first", fieldwork=None)
    drawn = draw(testshire)
    assert marks(drawn).empty
    assert list(drawn.table["Code"]) == ["P01"]


def test_an_empty_choice_says_so(testshire: Testshire) -> None:
    """Without a pair there is no mark, and words that say so."""
    testshire.records["pairs.yaml"] = []
    drawn = draw(testshire)
    assert drawn.headline == headlines.NOTHING
    assert drawn.alt == "An empty chart: no comparison fits what is chosen."
    assert drawn.table.empty
