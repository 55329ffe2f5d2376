"""The Overview says what is in the register."""

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


def test_it_counts_entries_and_documents(open_page: OpenPage) -> None:
    """The lead states how many entries, inspections and documents there are; the table has a line for each."""
    page = open_page("overview")
    said = words(page)
    assert not page.exception
    assert "The register holds 6 entries on 2 inspections, read in 2 documents." in said
    assert "Known but not held: 1 further document." in said
    assert "First look" in said
    assert "Second look" in said


def test_counts_are_said_to_be_counts_of_entries(open_page: OpenPage) -> None:
    """No count stands without saying what it counts, and as of when."""
    said = words(open_page("overview"))
    assert "counts of entries: of what was written, not of how things are" in said
    assert "Register last reviewed on 15 November 2030, 16 days ago." in said


def test_an_empty_register_tells_how_to_begin(open_page: OpenPage, testshire: Testshire) -> None:
    """With nothing in it the page says so and where the guide is."""
    testshire.empty()
    page = open_page("overview")
    assert not page.exception
    assert page.info[0].value.startswith("The register holds no inspection yet.")
