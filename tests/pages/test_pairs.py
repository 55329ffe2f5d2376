"""The Pairs page: said then, said later, with the caution between."""

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
        "the later says again the earlier",
        "Arguable",
    ):
        assert text in said
    assert sorted(drawn(page)) == ["2029-first-look.C09", "2030-second-look.C01"]


def test_a_doubtful_date_makes_the_order_uncertain(open_page: OpenPage, testshire: Testshire) -> None:
    """The page says so of each pair, and the headline of how many."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    said = words(open_page("pairs"))
    assert "The order is uncertain:" in said
    assert "The order of 1 pair rests on a date in doubt." in said


def test_filters_narrow_the_pairs(open_page: OpenPage) -> None:
    """Relation, strength and theme each leave out what is not asked for."""
    for query in ({"relation": "qualifies"}, {"strength": "strong"}, {"theme": "workforce"}):
        page = open_page("pairs", **query)
        assert not page.exception
        assert "No pair fits what is chosen." in words(page)


def test_what_is_not_mentioned_again_is_no_more_than_that(open_page: OpenPage, testshire: Testshire) -> None:
    """A concern that later documents do not take up is listed, with what their silence does not mean."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=["2030-second-look.reply"])
    said = words(open_page("pairs"))
    assert "1 concern of inspectors: no later document held mentions it." in said
    assert "it does not mean that the matter is settled" in said


def test_without_pairs_the_page_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """No pair is no error."""
    testshire.records["pairs.yaml"] = []
    page = open_page("pairs")
    assert not page.exception
    assert "No pair fits what is chosen." in words(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """Neither is no inspection."""
    testshire.empty()
    page = open_page("pairs")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
