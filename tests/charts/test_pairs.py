"""What is said above pairs is true of them, and their table has all of them."""

import pytest

from scrutiny.analysis.pairs import PairView, pairs
from scrutiny.charts import headlines
from scrutiny.charts.pairs import pairs_headline, pairs_subtitle, pairs_table
from tests.testshire import FIRST, Testshire


def views(testshire: Testshire) -> tuple[PairView, ...]:
    """Give the pairs of the made-up register."""
    register = testshire.register()
    return pairs(register)


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


def test_headline_and_subtitle_are_of_what_is_shown(testshire: Testshire) -> None:
    """Clear and possible links are told apart, and in how many the order is uncertain."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10", strength="strong")
    assert pairs_headline(views(testshire)) == "2 comparisons: 1 clear link and 1 possible link"
    assert pairs_subtitle(views(testshire)) == "We chose these by hand. Read the caution before using one."
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert pairs_subtitle(views(testshire)).endswith(" In 2 the order is uncertain.")
    assert len(pairs_subtitle(views(testshire)).split()) <= 30


def test_the_table_has_both_sides_and_the_caution(testshire: Testshire) -> None:
    """It says when each was said, or that a document is undated, and how the two are to be read."""
    (row,) = pairs_table(views(testshire.change("first.press_release", date=None))).to_dict("records")
    assert row["Said earlier"].startswith("after the inspection of May 2029 (press release, undated): ")
    assert (row["Code"], row["Link"], row["Caution"]) == ("P01", "Possible link", "Different meetings.")


def test_no_pair_says_so(testshire: Testshire) -> None:
    """Without a pair there is nothing to say about the order."""
    testshire.records["pairs.yaml"] = []
    assert (pairs_headline(views(testshire)), pairs_subtitle(views(testshire))) == (headlines.NOTHING, "")
