"""The page Then and since: two quotations side by side, and what came back from an inspection."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from scrutiny.charts.headlines import NOTHING
from tests.pages.conftest import OpenPage, words
from tests.testshire import FIRST, Testshire

PAGE = "then-and-since"
FROM_FIRST = {"came_back": "2029-first-look"}


def test_a_pair_shows_both_quotations_and_its_caution(open_page: OpenPage) -> None:
    """Who said what and when, the words, our sentences, how the two differ, and how to read them."""
    page = open_page(PAGE)
    assert not page.exception
    said = unescape(words(page))
    for text in (
        "<blockquote>meetings often went ahead without health</blockquote>",
        "<blockquote>planning meetings were not always attended</blockquote>",
        "<b>Then</b> July 2029 · First look · Inspectors’ own words",
        "<b>Since</b> 2 September 2030 · Second look · Inspectors, as the letter tells it",
        "Inspections on different subjects · Both local · Same source: inspectors.",
        "<b>Read with care.</b> Different meetings.",
        "Both are about meetings.",
        "Said again",
    ):
        assert text in said


def test_clear_links_are_open_and_the_rest_is_folded_by_theme(open_page: OpenPage, testshire: Testshire) -> None:
    """Each fold says how many it has."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10", strength="strong")
    said = words(open_page(PAGE))
    assert re.findall(r"<small>(P\d+)</small>", said) == ["P02", "P01"]
    assert said.index('<section class="pair">') < said.index("<summary><bdi>Working together</bdi> (1)</summary>")
    assert '<details class="rows" open>' not in said


def test_differences_come_from_the_data(open_page: OpenPage, testshire: Testshire) -> None:
    """Subject, scope and source in the same place on each, a review that was not read, and a date in doubt."""
    testshire.change("C01", voice="respondent", scope="national", answers=[])
    testshire.change("second", subject="The force")
    testshire.record("first")["documents"].append(
        {
            "id": "review", "kind": "review", "held": "false", "title": "A review", "body": "inspectors",
            "date": {"printed": "March 2030", "date": "2030-03"},
        }
    )  # fmt: skip
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert (
        "Same subject · Local, then national · Inspectors, then the Commissioner · A review of 2030, not read, came in "
        "between · Order uncertain."
    ) in words(open_page(PAGE))


def test_a_review_after_both_did_not_come_in_between(open_page: OpenPage, testshire: Testshire) -> None:
    """It is not said of one that came later."""
    testshire.record("first")["documents"].append(
        {
            "id": "review", "kind": "review", "held": "false", "title": "A review", "body": "inspectors",
            "date": {"printed": "March 2031", "date": "2031-03"},
        }
    )  # fmt: skip
    assert "came in between" not in words(open_page(PAGE))


def test_a_doubtful_date_makes_the_order_uncertain(open_page: OpenPage, testshire: Testshire) -> None:
    """The page says so of each pair, and above them of how many."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    said = words(open_page(PAGE))
    assert "<b>The order is uncertain.</b> 2 September 2030: The year is odd." in said
    assert "In 1 the order is uncertain." in said


@pytest.mark.parametrize(
    "query",
    [{"relation": "qualifies"}, {"strength": "strong"}, {"themes": "workforce"}, {"theme": "workforce"}],
)
def test_filters_narrow_the_pairs(open_page: OpenPage, query: dict[str, str]) -> None:
    """Relation, link and theme each leave out what is not asked for, and the page says so."""
    page = open_page(PAGE, **query)
    assert not page.exception
    assert NOTHING in words(page)
    assert "Showing only:" in words(page)


def test_several_themes_of_an_old_link_are_still_shown(open_page: OpenPage) -> None:
    """The link shows the choice of several."""
    page = open_page(PAGE, themes="workforce,partnership")
    assert [box.label for box in page.multiselect][:1] == ["Themes"]
    assert "1 comparison" in words(page)


def question_link(said: str) -> dict[str, list[str]]:
    """Give what the link to the sheet of questions asks for."""
    (address,) = re.findall(r'href="(questions[^"]*)" data-here>Add a question about this', said)
    return parse_qs(urlsplit(address).query)


def test_a_pair_leads_to_a_question_about_it(open_page: OpenPage, testshire: Testshire) -> None:
    """Also a possible link, which is not suggested; one written by hand about both sides is preferred."""
    testshire.change("K01", due=None)  # which the sheet as it is suggested asks about
    (pick,) = question_link(words(open_page(PAGE)))["pick"]
    assert pick == "no_date.2030-second-look.K01,strong_pair.P01"
    assert "“meetings often went ahead without health”" in words(open_page("questions", pick=pick))
    testshire.add_statements().records["questions.yaml"][0]["entries"] = ["2030-second-look.C01", "2029-first-look.C09"]
    assert question_link(words(open_page(PAGE)))["pick"][0].split(",")[-1] == "Q01"


def test_concerns_come_with_what_later_papers_say(open_page: OpenPage, testshire: Testshire) -> None:
    """What is compared with them, what was read without finding them, and what was never looked for."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=["2030-second-look.reply"])
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C11")
    said = words(open_page(PAGE, **FROM_FIRST))
    assert "Later papers touch on 1 of 3 concerns of 2029" in said
    assert "Not finding a later mention does not mean that something was resolved, or that it was not." in said
    groups = re.findall(r"<h3>([^<]*) <span>\((\d+)\)", said)
    assert groups == [
        ("Touched on in later papers", "1"),
        ("Not mentioned in later papers", "1"),
        ("Not compared with later papers", "1"),
    ]
    assert "<b>2 September 2030</b> · Second look · Said again · Possible link" in said
    assert "Not mentioned in: letter of 2 September 2030 (Second look)" in said
    assert "<b>Read with care.</b> Different meetings." in said


def test_own_views_are_counted_apart(open_page: OpenPage, testshire: Testshire) -> None:
    """What inspectors did not say is not among their concerns."""
    testshire.record("first")["documents"].append(
        {
            "id": "reply", "kind": "reply", "held": "true", "title": "A reply", "body": "testshire_pcc",
            "date": {"printed": "1 August 2029", "date": "2029-08-01"}, "paragraphs": "4", "file": "first.txt",
        }
    )  # fmt: skip
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", voice="respondent", document="reply", answers=[])
    testshire.change("C09", answers=[])
    said = words(open_page(PAGE, **FROM_FIRST))
    assert "Later papers touch on the one concern of 2029" in said
    assert "own view <span>(1)" in said


def test_a_review_that_was_not_read_is_named_first(open_page: OpenPage, testshire: Testshire) -> None:
    """It may say what became of these concerns."""
    testshire.record("first")["documents"].append(
        {
            "id": "review", "kind": "review", "held": "false", "title": "A later look", "body": "inspectors",
            "date": {"printed": "reported in March 2030", "date": "2030-03"},
        }
    )  # fmt: skip
    said = words(open_page(PAGE, **FROM_FIRST))
    assert "<b>Not read:</b> A later look (reported in March 2030)." in said
    assert said.index("A later look") < said.index("Touched on in later papers")


def test_nothing_came_back_from_the_last_inspection(open_page: OpenPage) -> None:
    """Only what was followed by another inspection can be asked for."""
    page = open_page(PAGE, came_back="2030-second-look")
    assert "1 comparison" in words(page)
    assert "leads to nothing here: 2030-second-look" in words(page)


def test_an_undated_document_is_said_to_be(open_page: OpenPage, testshire: Testshire) -> None:
    """The month of the fieldwork does not stand for its day."""
    testshire.change("first.press_release", date=None)
    assert "<b>Then</b> after the inspection of May 2029 (press release, undated)" in words(open_page(PAGE))


def test_without_pairs_the_page_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """No pair is no error."""
    testshire.records["pairs.yaml"] = []
    page = open_page(PAGE)
    assert not page.exception
    assert NOTHING in words(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """Neither is no inspection."""
    testshire.empty()
    page = open_page(PAGE)
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
