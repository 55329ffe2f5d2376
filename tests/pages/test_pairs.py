"""The page Then and since: said earlier, said later, with the caution between."""

import re

from scrutiny.charts.headlines import NOTHING
from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import FIRST, Testshire


def test_a_pair_shows_both_sides_and_its_caution(open_page: OpenPage) -> None:
    """Both excerpts, the reason, the caution, the relation and the strength stand together."""
    page = open_page("pairs")
    assert not page.exception
    said = words(page)
    for text in (
        "meetings often went ahead without health",
        "planning meetings were not always attended",
        "Both are about meetings.",
        "<b>Caution.</b> Different meetings.",
        "Said again · Possible link",
        "Said earlier, July 2029",
        "Said later, 2 September 2030",
    ):
        assert text in said
    assert sorted(drawn(page)) == ["2029-first-look.C09", "2030-second-look.C01"]


def test_a_doubtful_date_makes_the_order_uncertain(open_page: OpenPage, testshire: Testshire) -> None:
    """The page says so of each pair, and the headline of how many."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    said = words(open_page("pairs"))
    assert "The order is uncertain.</b>" in said
    assert "The order is uncertain in 1, because a date is." in said


def test_filters_narrow_the_pairs(open_page: OpenPage) -> None:
    """Relation, strength and theme each leave out what is not asked for."""
    for query in ({"relation": "qualifies"}, {"strength": "strong"}, {"theme": "workforce"}):
        page = open_page("pairs", **query)
        assert not page.exception
        assert NOTHING in words(page)


def test_what_is_not_mentioned_again_is_no_more_than_that(open_page: OpenPage, testshire: Testshire) -> None:
    """A concern that later documents do not take up is listed, with what their silence does not mean."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=["2030-second-look.reply"])
    assert (
        "1 concern is not taken up in any later document read. That does not mean that it was resolved, or that it was "
        "not."
    ) in words(open_page("pairs"))
    testshire.add(f"{FIRST}/findings.yaml", "C10", id="C11")
    assert (
        "2 concerns are not taken up in any later document read. That does not mean that they were resolved, or that "
        "they were not."
    ) in words(open_page("pairs"))


def test_nothing_is_said_of_concerns_that_nobody_looked_for(open_page: OpenPage) -> None:
    """Without one for which later documents were read, there is no such part."""
    assert "Not mentioned again" not in words(open_page("pairs"))


def test_an_undated_document_is_said_to_be(open_page: OpenPage, testshire: Testshire) -> None:
    """The month of the fieldwork does not stand for its day."""
    testshire.change("first.press_release", date=None)
    assert "Said earlier, after the inspection of May 2029 (press release, undated)" in words(open_page("pairs"))


def test_clear_links_come_first(open_page: OpenPage, testshire: Testshire) -> None:
    """Possible links follow them, whatever the order of the data."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10", strength="strong")
    assert re.findall(r"<small>(P\d+)</small>", words(open_page("pairs"))) == ["P02", "P01"]


def test_without_pairs_the_page_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """No pair is no error."""
    testshire.records["pairs.yaml"] = []
    page = open_page("pairs")
    assert not page.exception
    assert NOTHING in words(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """Neither is no inspection."""
    testshire.empty()
    page = open_page("pairs")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
