"""A register of several forces or many inspections stays readable: filters appear, and portions are shown."""

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.batches import BATCH_SIZE
from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import Testshire

LISTING = ["overview", "themes", "timeline", "commitments", "replies", "then-and-since", "questions", "present"]
CHOOSING = ["inspection", "search"]
OTHER = "othershire_police"


@pytest.fixture
def open_large(testshire: Testshire, open_page: OpenPage) -> OpenPage:
    """Open pages on a register of two forces: two inspections of the one, nine of the other."""
    testshire.add_inspections(9, force=OTHER)
    return open_page


def choices(page: AppTest) -> list[str]:
    """Return the labels of a page's boxes to choose one of some."""
    return [box.label for box in page.selectbox]


@pytest.mark.parametrize("name", [*LISTING, *CHOOSING])
def test_a_small_register_has_nothing_of_it(testshire: Testshire, open_page: OpenPage, name: str) -> None:
    """Eight inspections of one force are all shown, without a filter that nobody needs."""
    testshire.add_inspections(BATCH_SIZE - 2)
    page = open_page(name, q="meetings", force=OTHER, portion="2")
    assert not page.exception
    assert not {"Force", "From", "To"} & {*choices(page)}
    assert "are shown at a time" not in words(page)


@pytest.mark.parametrize("name", [*LISTING, *CHOOSING])
def test_a_large_register_is_narrowed_by_force_and_years(open_large: OpenPage, name: str) -> None:
    """Every page that lists offers both, and only those that show inspections beside each other have portions."""
    page = open_large(name, q="meetings")
    assert not page.exception
    assert choices(page)[:3] == ["Force", "From", "To"]
    assert (f"Inspections, {BATCH_SIZE} at a time" in choices(page)) is (name in LISTING)


def test_many_inspections_of_one_force_need_no_choice_of_it(testshire: Testshire, open_page: OpenPage) -> None:
    """A choice of one is none."""
    testshire.add_inspections(9)
    assert choices(open_page("themes"))[:2] == ["From", "To"]


def test_the_newest_portion_comes_first_and_says_so(open_large: OpenPage) -> None:
    """The rule stands on the page, with how many there are."""
    page = open_large("themes")
    assert {mark.partition("-")[0] for mark in drawn(page)} == {str(year) for year in range(2032, 2040)}
    assert "Shown: 8 of 11 inspections that fit, those that begin July 2032 to July 2039." in words(page)
    assert "At most 8 are shown at a time, the newest first." in words(page)


def test_the_address_asks_for_a_portion(open_large: OpenPage) -> None:
    """The second has the rest."""
    assert {mark.partition("-")[0] for mark in drawn(open_large("themes", portion="2"))} == {"2029", "2030", "2031"}


def test_a_force_and_years_narrow_what_is_shown(open_large: OpenPage) -> None:
    """All that fits is shown where it is few enough."""
    page = open_large("themes", force=OTHER, **{"from": "2033", "to": "2035"})
    assert {mark.partition("-")[0] for mark in drawn(page)} == {"2033", "2034", "2035"}
    assert "Shown: 3 inspections, all that fit." in words(page)


def test_single_inspections_are_picked_among_those_that_fit(open_large: OpenPage) -> None:
    """What the oldest and the newest say can stand side by side."""
    page = open_large("themes", inspection="2029-first-look,2039-further-look")
    assert {mark.partition("-")[0] for mark in drawn(page)} == {"2029", "2039"}
    assert "Shown: 2 inspections, all picked." in words(page)


@pytest.mark.parametrize(("name", "portion"), [("themes", "1"), ("themes", "2"), ("present", "1"), ("timeline", "2")])
def test_what_is_picked_stays_in_the_links_of_every_portion(open_large: OpenPage, name: str, portion: str) -> None:
    """More inspections than are shown at a time can be picked, and none of them is lost on the way."""
    picked = ",".join(f"{year}-further-look" for year in range(2031, 2040))
    page = open_large(name, inspection=picked, portion=portion)
    assert page.session_state["what this view shows"].shown["inspection"] == picked


def test_where_nothing_fits_the_page_says_so(open_large: OpenPage) -> None:
    """The filters stay, so that they can be changed."""
    page = open_large("overview", force="testshire_police", **{"from": "2035"})
    assert [info.value for info in page.info] == ["No inspection fits the force and years chosen."]
    assert 'href="?" data-from="force=testshire_police&amp;from=2035" data-here>Clear the filters</a>' in words(page)
    assert choices(page)[:3] == ["Force", "From", "To"]


def test_the_last_year_does_not_come_before_the_first(open_large: OpenPage) -> None:
    """Years that would leave nothing are not offered."""
    page = open_large("themes", **{"from": "2038"})
    assert page.selectbox[2].options == ["Any year", "2039", "2038"]


def test_inspections_are_named_with_their_force(open_large: OpenPage) -> None:
    """Of several forces, each may have had an inspection of the same name."""
    page = open_large("inspection")
    assert page.selectbox[3].options[:3] == [
        "First look (Testshire Police)",
        "Second look (Testshire Police)",
        "Look of 2031 (Othershire Police)",
    ]
    assert "Look of 2039 (Othershire Police)" in words(open_large("overview"))


def test_portions_are_told_apart(open_large: OpenPage) -> None:
    """Many inspections may begin in one month."""
    page = open_large("themes")
    assert page.selectbox[3].options == ["1 of 2: July 2032 to July 2039", "2 of 2: May 2029 to July 2031"]


def test_options_of_the_same_name_are_told_apart(testshire: Testshire, open_page: OpenPage) -> None:
    """What is chosen is one of them, and stays what it is when something else is chosen."""
    testshire.add_inspections(2)
    for year in (2031, 2032):
        testshire.records[f"inspections/{year}-further-look/inspection.yaml"]["short_title"] = "Look again"
    page = open_page("replies", inspection="2031-further-look")
    assert page.selectbox[0].options[-2:] == ["Look again (2031-further-look)", "Look again (2032-further-look)"]
    page.selectbox[1].set_value("partnership").run()
    assert [box.value for box in page.selectbox[:2]] == ["2031-further-look", "partnership"]


def test_two_choices_at_once_are_both_kept(open_large: OpenPage) -> None:
    """A quick hand changes a second filter before the first is answered."""
    page = open_large("themes", force="testshire_police", order="again")
    page.selectbox[0].set_value(OTHER)
    page.selectbox[1].set_value("2033")
    page.run()
    assert [box.value for box in page.selectbox[:2]] == [OTHER, "2033"]
    assert {mark.partition("-")[0] for mark in drawn(page)} == {str(year) for year in range(2033, 2040)}


def test_a_pair_is_shown_with_its_earlier_side_of_another_portion(open_large: OpenPage) -> None:
    """It belongs to the later side."""
    page = open_large("then-and-since", inspection="2030-second-look")
    assert "Meetings lacked people who were needed." in words(page)


def test_an_entry_of_another_portion_can_be_opened(open_large: OpenPage) -> None:
    """A link keeps its words, whatever is shown beside them."""
    page = open_large("themes", entry="2029-first-look.C09")
    assert "meetings often went ahead without health" in words(page)


def test_the_last_inspection_of_each_force_has_nothing_after_it(open_large: OpenPage) -> None:
    """That another force was inspected later says nothing of what was not mentioned again."""
    found = words(open_large("then-and-since", came_back="2030-second-look"))
    assert "leads to nothing here: 2030-second-look" in found


def test_slides_are_made_of_what_is_shown(open_large: OpenPage) -> None:
    """They are about the newest inspection of the force that is chosen, or all of its, and about no others."""
    page = open_large("present", force="testshire_police")
    assert not page.exception
    assert "slides about Second look." in words(page)
    said = words(open_large("present", force="testshire_police", inspection="all"))
    assert "slides about First look and Second look." in said
    assert "Look of" not in said


def test_a_question_picked_in_another_portion_stays_on_the_sheet(testshire: Testshire, open_large: OpenPage) -> None:
    """What a member has picked is not lost by looking further."""
    testshire.change("K01", due=None)
    picked = "no_date.2030-second-look.K01"
    page = open_large("questions", force=OTHER, pick=picked)
    assert not page.exception
    assert 'aria-label="Remove question 1"' in words(page)
    assert "left out" not in words(page)


def test_a_pair_stands_beside_an_earlier_entry_of_another_portion(testshire: Testshire, open_large: OpenPage) -> None:
    """A pair belongs to its later entry, and both of its sides are shown."""
    testshire.change("P01", later="2039-further-look.C01")
    page = open_large("then-and-since")
    assert not page.exception
    assert "2029-first-look.C09" in words(page)


@pytest.mark.parametrize("name", ["commitments", "replies", "then-and-since", "themes"])
def test_what_is_listed_names_its_force(testshire: Testshire, open_large: OpenPage, name: str) -> None:
    """Two forces may have inspections of the same name; also where all that are shown happen to be of one force."""
    concern = testshire.records["inspections/2038-further-look/findings.yaml"][0]
    concern["not_mentioned_in"] = ["2039-further-look.reply"]
    query = {"came_back": "2038-further-look"} if name == "then-and-since" else {}
    assert "Look of 2038 (Othershire" in words(open_large(name, theme="partnership", **query))
