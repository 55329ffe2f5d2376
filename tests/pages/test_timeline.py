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
    assert "as printed in the press release of July 2029 and the reply of 2 September 2030" in words(page)


def test_an_empty_lane_says_so(open_page: OpenPage) -> None:
    """A lane without anything in it is no error."""
    page = open_page("timeline", lane="operations")
    assert not page.exception
    assert "Nothing fits what is chosen." in words(page)


def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire) -> None:
    """Without anything dated the page says so."""
    testshire.empty()
    page = open_page("timeline")
    assert not page.exception
    assert page.info[0].value.startswith("The register holds no inspection yet.")
