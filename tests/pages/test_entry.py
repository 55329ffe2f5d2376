"""Every id has a page of its own."""

import pytest

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


def test_an_entry_shows_its_words_and_what_stands_around_it(open_page: OpenPage) -> None:
    """Summary, excerpt, what it answers, the paragraph's other entries, those before and after."""
    page = open_page("entry", id="2030-second-look.A01")
    assert not page.exception
    said = words(page)
    assert "<blockquote>saw that officers attend every meeting</blockquote>" in said
    assert "Offered in answer to" in said
    assert "Also in paragraph 2" in said
    assert "After it:" in said


@pytest.mark.parametrize(
    ("full_id", "text"),
    [
        ("events.E01", "our Child Safety Plan for 2029 to 2031"),
        ("2030-second-look.reply", "Held: read for the register"),
        ("2029-first-look.report", "Known but not held"),
        ("2029-first-look.fieldwork", "May 2029"),
        ("2029-first-look.published", "no date printed"),
        ("2030-second-look.F01", "more than or at least: 90 meetings"),
        ("2030-second-look.K01", "“by the end of the year”"),
    ],
)
def test_everything_with_an_id_has_a_card(open_page: OpenPage, full_id: str, text: str) -> None:
    """Events, documents, fieldwork, publication, figures and commitments open as well."""
    page = open_page("entry", id=full_id)
    assert not page.exception
    assert text in words(page)


@pytest.mark.parametrize("asked", ["2030-second-look.C02", "C01", "", "<script>alert(1)</script>", "%00", "x" * 5000])
def test_an_unknown_id_is_met_kindly(open_page: OpenPage, asked: str) -> None:
    """No traceback, nothing reflected as markup, and a way on."""
    page = open_page("entry", id=asked)
    assert not page.exception
    said = words(page)
    assert "No such entry" in said
    assert "<script>" not in said
    assert 'href="search"' in said


def test_the_nearest_ids_are_offered(open_page: OpenPage) -> None:
    """A slip of one character finds what was meant."""
    assert "2030-second-look.C01" in words(open_page("entry", id="2030-second-lok.C01"))


def test_the_whole_paragraph_is_shown_where_documents_are_at_hand(
    open_page: OpenPage, testshire: Testshire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a folder of documents the excerpt stands marked in its paragraph."""
    monkeypatch.setenv("SCRUTINY_DOCUMENTS", str(testshire.write_documents()))
    said = words(open_page("entry", id="2030-second-look.C01"))
    assert "<mark>planning meetings were not always attended</mark>. You saw that officers" in said


def test_without_documents_there_is_no_paragraph(open_page: OpenPage) -> None:
    """The project holds no document; the page is whole without."""
    assert "The whole paragraph" not in words(open_page("entry", id="2030-second-look.C01"))
