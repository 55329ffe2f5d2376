"""The Timeline page shows what is dated, lane by lane."""

from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import Testshire


def test_all_lanes_but_figures_are_shown_by_default(open_page: OpenPage, testshire: Testshire) -> None:
    """Figures are added when they are asked for."""
    testshire.change("F01", period={"printed": "in 2029", "date": "2029"})
    page = open_page("timeline")
    assert not page.exception
    assert set(drawn(page)) == {
        "2029-first-look.fieldwork",
        "2029-first-look.published",
        "2029-first-look.report",
        "2029-first-look.press_release",
        "2030-second-look.published",
        "2030-second-look.reply",
        "events.E01",
    }
    assert set(drawn(open_page("timeline", lane="figures"))) == {"2030-second-look.F01"}


def test_the_address_chooses_lanes(open_page: OpenPage) -> None:
    """A link holds the lanes that are shown."""
    page = open_page("timeline", lane="strategies,fieldwork")
    assert set(drawn(page)) == {"2029-first-look.fieldwork", "events.E01"}
    assert "Dates are as the documents give them." in words(page)


def test_an_empty_lane_says_so(open_page: OpenPage) -> None:
    """A lane without anything in it is no error."""
    page = open_page("timeline", lane="operations")
    assert not page.exception
    assert "Nothing fits what is chosen above. Try fewer filters." in words(page)


def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire) -> None:
    """Without anything dated the page says so."""
    testshire.empty()
    page = open_page("timeline")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")


def test_the_address_chooses_inspections(open_page: OpenPage) -> None:
    """Chosen are an inspection's own dates and the events that its documents tell of, and the subtitle says so."""
    second = open_page("timeline", inspection="2030-second-look")
    assert set(drawn(second)) == {"2030-second-look.published", "2030-second-look.reply", "events.E01"}
    assert "Only Second look, with the events that its documents mention." in words(second)
    assert "events.E01" not in drawn(open_page("timeline", inspection="2029-first-look"))


def test_an_event_of_no_document_is_left_out_with_an_inspection_chosen(
    testshire: Testshire, open_page: OpenPage
) -> None:
    """With none chosen, or all, nothing is left out, not even what belongs to no inspection."""
    testshire.change("E01", document=None, paragraph=None, excerpt=None, address="https://example.org")
    assert "events.E01" in drawn(open_page("timeline"))
    both = open_page("timeline", inspection="2029-first-look,2030-second-look")
    assert "events.E01" in drawn(both)
    assert "Only First look" not in words(both)
    assert "events.E01" not in drawn(open_page("timeline", inspection="2030-second-look"))


def test_the_address_chooses_scope(testshire: Testshire, open_page: OpenPage) -> None:
    """National things can be seen alone, and local ones."""
    testshire.change("E01", scope="national")
    assert set(drawn(open_page("timeline", scope="national"))) == {"events.E01"}
    assert "events.E01" not in drawn(open_page("timeline", scope="local"))


def test_choosing_writes_the_address(open_page: OpenPage) -> None:
    """What is chosen stands in the address, so that a link brings it back."""
    page = open_page("timeline")
    page.multiselect[0].set_value(["2029-first-look"]).run()
    assert page.query_params["inspection"] == "2029-first-look"
    page.button_group[1].set_value(["local"]).run()
    assert page.query_params["scope"] == "local"
