"""Every id has a page of its own."""

import re

import pytest

from tests.pages.conftest import OpenPage, words
from tests.testshire import FIRST, SECOND, Testshire

DOUBT = "Nobody knows which."


def test_an_entry_shows_its_words_and_what_stands_around_it(open_page: OpenPage) -> None:
    """Summary, excerpt, what it answers, the paragraph's other entries, those before and after."""
    page = open_page("entry", id="2030-second-look.A01")
    assert not page.exception
    said = words(page)
    assert "<blockquote>saw that officers attend every meeting</blockquote>" in said
    assert "In answer to" in said
    assert "<summary><h2>Also in paragraph 2</h2></summary>" in said
    assert ">Next point<" in said


def test_the_sentence_is_the_heading_and_the_page_says_where_it_stands(open_page: OpenPage) -> None:
    """The way to the inspection stands above it, and what the point is."""
    said = words(open_page("entry", id="2030-second-look.C01"))
    assert "<h1>Planning in the MASH lacked health services.</h1>" in said
    assert '<a href="inspection?inspection=2030-second-look" data-here>Second look</a>' in said
    assert '<span aria-current="page">Concern C01</span>' in said
    assert '<span aria-current="page">Child Safety Plan</span>' in words(open_page("entry", id="events.E01"))


@pytest.mark.parametrize(
    ("full_id", "text"),
    [
        ("events.E01", "our Child Safety Plan for 2029 to 2031"),
        ("2030-second-look.reply", "Read"),
        ("2029-first-look.report", "Not read"),
        ("2029-first-look.fieldwork", "May 2029"),
        ("2029-first-look.published", "no date given"),
        ("2030-second-look.F01", "At least 90 meetings"),
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
    assert "We cannot find that point" in said
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


@pytest.mark.parametrize(
    ("record", "field", "date", "full_id"),
    [
        ("second.reply", "date", "2030-09-02", "2030-second-look.C01"),
        ("second.reply", "date", "2030-09-02", "2030-second-look.reply"),
        ("second", "published", "2030-07", "2030-second-look.published"),
        ("first", "fieldwork", "2029-05", "2029-first-look.fieldwork"),
        ("E01", "date", "2029/2031", "events.E01"),
        ("F01", "period", "2029", "2030-second-look.F01"),
        ("K01", "due", "2030", "2030-second-look.K01"),
    ],
)
def test_a_doubt_about_a_date_is_on_every_card_that_rests_on_it(
    testshire: Testshire, open_page: OpenPage, record: str, field: str, date: str, full_id: str
) -> None:
    """A doubt is nowhere settled in silence: it stands on the card of an entry whose document has the date, too."""
    testshire.change(record, **{field: {"printed": "when it was", "date": date, "doubt": DOUBT}})
    page = open_page("entry", id=full_id)
    assert not page.exception
    assert DOUBT in words(page)


def test_gaps_of_a_commitment_are_gaps_in_the_document(testshire: Testshire, open_page: OpenPage) -> None:
    """What is not printed is said not to be printed, of each of the four."""
    testshire.change("K01", owner=None, specific="false", due=None, measure=None)
    said = words(open_page("entry", id="2030-second-look.K01"))
    for gap in (
        "not stated",
        "not stated in this document",
    ):
        assert f"<dd>{gap}</dd>" in said


def test_a_concern_that_nothing_answers_says_so(testshire: Testshire, open_page: OpenPage) -> None:
    """A gap is a gap in the papers: none is listed, or no reply is on file."""
    testshire.change("C01", answers=[])
    said = words(open_page("entry", id="2030-second-look.C01"))
    assert "<dd>No specific answer listed</dd>" in said
    assert "<dd>No reply on file</dd>" in words(open_page("entry", id="2029-first-look.C09"))


def test_whose_words_and_whose_claim_is_on_the_card(testshire: Testshire, open_page: OpenPage) -> None:
    """A card says who speaks, who vouches for an action, and where a finding was taken from."""
    testshire.change("C01", source="an inspection of another force")
    assert "<dd>an inspection of another force</dd>" in words(open_page("entry", id="2030-second-look.C01"))
    said = words(open_page("entry", id="2030-second-look.A01"))
    assert '<p class="entry-place">Inspectors, as the letter tells it · ' in said
    assert "<dt>Acknowledged by</dt><dd>Example Inspectorate</dd>" in said


@pytest.mark.parametrize(
    ("record", "full_id"),
    [
        ("C01", "2030-second-look.C01"),
        ("E01", "events.E01"),
        ("second.reply", "2030-second-look.reply"),
        ("second", "2030-second-look.published"),
    ],
)
def test_what_must_be_read_with_care_is_on_the_card(
    testshire: Testshire, open_page: OpenPage, record: str, full_id: str
) -> None:
    """A note of an entry, an event, a document or an inspection stands on its card."""
    testshire.change(record, note="Only of the north.")
    assert "<dt>Please note</dt><dd>Only of the north.</dd>" in words(open_page("entry", id=full_id))


def test_an_answer_belongs_to_its_own_inspection(testshire: Testshire, open_page: OpenPage) -> None:
    """Ids are those of an inspection: what answers a concern there answers none of the same id elsewhere."""
    testshire.add_inspections(1)
    testshire.records["inspections/2031-further-look/findings.yaml"][0]["summary"] = "Another concern altogether."
    said = words(open_page("entry", id="2030-second-look.K01"))
    assert "Planning in the MASH lacked health services." in said
    assert "Another concern altogether." not in said


def test_own_views_are_hollow_in_lists(testshire: Testshire, open_page: OpenPage) -> None:
    """The respondent's own view has the hollow symbol wherever an entry stands in a line of text."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", voice="respondent", paragraph="4")
    assert re.search(r">■</span> <a [^>]*C01\" [^>]*>Planning", words(open_page("entry", id="2030-second-look.A01")))
    assert re.search(r">□</span> <a [^>]*C02\" [^>]*>Planning", words(open_page("entry", id="2030-second-look.S01")))


def test_only_entries_of_the_same_document_stand_around(testshire: Testshire, open_page: OpenPage) -> None:
    """What is before and after an entry is so in its document, in the order of paragraphs."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    around = r'href="entry\?id=[^"]*\.{}" data-here>{} point<'
    said = words(open_page("entry", id="2030-second-look.K01"))
    assert re.search(around.format("F01", "Previous"), said)
    assert re.search(around.format("S01", "Next"), said)
    assert "Previous point" not in words(open_page("entry", id="2030-second-look.C01"))
    assert re.search(around.format("C09", "Previous"), words(open_page("entry", id="2029-first-look.C10")))
