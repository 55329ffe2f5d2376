"""The Overview says what is in the register."""

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


def test_it_counts_entries_and_documents(open_page: OpenPage) -> None:
    """The lead states how many entries, inspections and documents there are; the table has a line for each."""
    page = open_page("overview")
    said = words(page)
    assert not page.exception
    assert "5 points from 2 documents about 2 inspections." in said
    assert "1 more document was not read." in said
    assert "First look" in said
    assert "Second look" in said


def test_counts_are_said_to_be_counts_of_entries(open_page: OpenPage) -> None:
    """No count stands without saying what it counts, and as of when."""
    said = words(open_page("overview"))
    assert "They do not measure how good a service is" in said
    assert "Last checked 15 November 2030, 16 days ago." in said


def test_an_empty_register_tells_how_to_begin(open_page: OpenPage, testshire: Testshire) -> None:
    """With nothing in it the page says so and where the guide is."""
    testshire.empty()
    page = open_page("overview")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")


def test_it_says_what_the_papers_say(open_page: OpenPage, testshire: Testshire) -> None:
    """Each sentence stands with the ways to the words that it rests on."""
    testshire.add_statements()
    page = open_page("overview")
    said = words(page)
    assert "What these papers say" in said
    assert "In September 2030 the Commissioner promised to write to health services." in said
    assert 'href="entry?id=2030-second-look.C01"' in said


def test_an_inspectorate_s_own_date_is_no_date_of_a_letter(open_page: OpenPage, testshire: Testshire) -> None:
    """Only what authors of letters undertake is counted as theirs, and a gap is said in words."""
    testshire.add("inspections/2029-first-look/commitments.yaml", "K01", id="K09")
    testshire.record("K09").update(voice="inspectorate", by="inspectors", document="press_release", paragraph="2")
    testshire.record("K09").update(excerpt="meetings often went ahead without health", due={"printed": "by May"})
    testshire.change("K01", due=None)
    said = " ".join(words(open_page("overview")).split())
    assert "the one undertaking gives no date." in said
    assert "1 comparison, a possible link." in said
