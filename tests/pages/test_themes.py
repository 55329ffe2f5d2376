"""The Themes page shows the matrix and one theme as a thread."""

from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import Testshire


def test_the_matrix_has_every_entry_of_the_four_kinds(open_page: OpenPage) -> None:
    """By default nothing is filtered out."""
    page = open_page("themes")
    assert not page.exception
    assert sorted(drawn(page)) == [
        "2029-first-look.C09",
        "2030-second-look.A01",
        "2030-second-look.C01",
        "2030-second-look.K01",
        "2030-second-look.S01",
    ]


def test_filters_hold_together(open_page: OpenPage) -> None:
    """Kind, body and inspection narrow the matrix."""
    assert drawn(open_page("themes", kind="commitment")) == ["2030-second-look.K01"]
    assert drawn(open_page("themes", body="testshire_police")) == ["2030-second-look.C01"]
    assert drawn(open_page("themes", inspection="2029-first-look")) == ["2029-first-look.C09"]


def test_the_thread_shows_documents_not_held(open_page: OpenPage) -> None:
    """What is not held stands where it would stand, and says so."""
    said = words(open_page("themes", theme="partnership"))
    assert "date not known: Report, First look. Not read" in said
    assert said.index("First look. Not read") < said.index("meetings often went ahead without health")


def test_a_theme_without_entries_says_so(open_page: OpenPage) -> None:
    """A filter that leaves nothing is named."""
    page = open_page("themes", theme="workforce", kind="commitment")
    assert "Nothing on “Skills and training” fits the filters above." in words(page)


def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire) -> None:
    """Without an inspection the page says so."""
    testshire.empty()
    page = open_page("themes")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
