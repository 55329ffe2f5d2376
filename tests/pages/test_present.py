"""The Present page: what is chosen is in the address, and a slide stands alone."""

import re

import pytest

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


@pytest.fixture(autouse=True)
def _with_a_question(testshire: Testshire) -> None:
    """Give the deck something to ask about."""
    testshire.change("K01", due=None)


def test_the_deck_is_shown_in_small_and_can_be_taken_away(open_page: OpenPage) -> None:
    """Before the meeting there is what it is about, one way in, the slides in small, and three files."""
    page = open_page("present")
    assert not page.exception
    said = words(page)
    assert "12 slides about First look and Second look." in said
    assert said.count("data-present") == 1
    cards = re.findall(r"<small>(\d+) · ([^<]*)</small><b>([^<]*)</b>", said)
    assert [number for number, _, _ in cards] == [str(number) for number in range(1, 13)]
    assert cards[0][1:] == ("Title", "How Testshire Police protects children")
    names = [button.proto.label for button in page.get("download_button")]
    assert names == ["Slides (PowerPoint)", "Briefing (Word)", "Download for Excel"]


def test_what_is_chosen_makes_the_deck(open_page: OpenPage) -> None:
    """Inspections, themes and parts come from the address."""
    page = open_page("present", inspection="2030-second-look", themes="workforce", part="title,threads")
    assert "2 slides about Second look on 1 theme." in words(page)
    assert "Skills and training: 1 point from 1 document" in words(page)
    assert "Showing only:" in words(page)


def test_links_to_slides_keep_what_is_chosen(open_page: OpenPage) -> None:
    """The way to a slide holds the choice, so that a reload or a second screen shows the same deck."""
    page = open_page("present", part="title,limits")
    assert 'href="?part=title%2Climits&amp;slide=1"' in words(page)


@pytest.mark.parametrize(
    ("asked", "shown"), [("1", 1), ("3", 3), ("99", 12), ("0", 1), ("-2", 1), ("x", 1), ("³", 1), ("9" * 400, 12)]
)
def test_a_slide_stands_alone(open_page: OpenPage, asked: str, shown: int) -> None:
    """The number in the address opens a slide, the nearest that there is, and nothing of the page around it."""
    page = open_page("present", slide=asked)
    assert not page.exception
    assert f'data-number="{shown}" data-slides="12"' in words(page)
    assert "slides about" not in words(page)


def test_a_slide_has_headline_foot_and_number(open_page: OpenPage) -> None:
    """One idea: the headline, what is counted and as of when, and which slide of how many."""
    said = words(open_page("present", slide="3"))
    assert "Inspectors raised concerns on 1 of 2 themes" in said
    assert "Last checked 15 November 2030" in said
    assert '<p class="pointer">3 of 12</p>' in said


def test_an_opened_entry_shows_its_words_on_the_slide(open_page: OpenPage) -> None:
    """The words of a mark stand over the slide, with whose they are and where."""
    said = words(open_page("present", slide="3", entry="2030-second-look.C01"))
    assert "“planning meetings were not always attended”" in said
    assert "Second look, letter of 2 September 2030: paragraph 2: C01." in said


def test_notes_have_the_sources_and_what_comes_next(open_page: OpenPage, testshire: Testshire) -> None:
    """On the presenter's own screen: questions, where it stands, and the next headline."""
    testshire.change("C01", answers=[])
    said = words(open_page("present", slide="7", notes="1"))
    assert "Questions to ask" in said
    assert "What is planned?" in said
    assert "Second look, letter of 2 September 2030: paragraph 2: C01." in said
    assert "<b>Next:</b>" in said


def test_the_last_slide_has_no_next(open_page: OpenPage) -> None:
    """The notes of the last slide say that it is the last."""
    assert "This is the last slide." in words(open_page("present", slide="12", notes="1"))


def test_a_choice_without_slides_is_said(open_page: OpenPage) -> None:
    """Where a part has nothing to show there is no deck, and the page says what to do."""
    page = open_page("present", part="pairs")
    assert not page.exception
    assert "No slides fit what is chosen." in words(page)
    assert "data-present" not in words(page)


def test_an_empty_register_is_said(open_page: OpenPage, testshire: Testshire) -> None:
    """With nothing to present the page says so."""
    testshire.empty()
    assert "There is no inspection here yet" in words(open_page("present"))


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("inspection", "present?inspection=2029-first-look"),
        ("questions", "present?part=questions&amp;pick="),
        ("overview", "present"),
    ],
)
def test_other_pages_lead_to_their_deck(open_page: OpenPage, name: str, link: str) -> None:
    """From what a member has before him to the deck of it is one click."""
    assert re.search(rf'href="{re.escape(link)}', words(open_page(name)))


def test_an_edit_makes_the_deck_anew(open_page: OpenPage, testshire: Testshire) -> None:
    """A deck that was made of the register before is not shown of the one after."""
    assert "How Testshire Police protects children" in words(open_page("present", slide="1"))
    testshire.change("register", title="How all protect children")
    page = open_page("present", slide="1")
    assert "How all protect children" in words(page)


def test_own_views_are_hollow_in_a_pair(testshire: Testshire, open_page: OpenPage) -> None:
    """Side by side, each entry has the symbol that it has in charts, and the caution stands between them."""
    testshire.change("P01", strength="strong").change("C01", voice="respondent", answers=[])
    said = words(open_page("present", part="pairs", slide="1"))
    assert re.findall(r">(.)</span>", said) == ["■", "□"], "said then by inspectors, said later by the respondent"
    assert "Different meetings." in said


def test_opened_words_say_whose_they_are_and_how_to_read_them(testshire: Testshire, open_page: OpenPage) -> None:
    """Over a slide, too, an entry has its kind, voice and scope, and what must be read with care."""
    testshire.change("S01", note="Only of the north.")
    said = words(open_page("present", slide="3", entry="2030-second-look.S01"))
    assert "<p>Strength S01 · Inspectors, as the letter quotes them · National</p>" in said
    assert "Please note: Only of the north." in said
