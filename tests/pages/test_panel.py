"""What was asked before, and comments: shown where they belong, and nowhere in a register without them."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile import ELEMENTS, Shown, fill, mixed
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

PAGES = {
    "overview": {},
    "inspection": {"inspection": "2030-second-look", "entry": "2030-second-look.C01"},
    "entry": {"id": "2030-second-look.C01"},
    "questions": {},
    "search": {"q": "meetings"},
    "then-and-since": {},
    "present": {"slide": "2", "entry": "2030-second-look.C01"},
}
COMMENT = "Comment by the Police and Crime Commissioner, 3 October 2030"
BEGIN = "begin the file"


def shown(page: AppTest) -> str:
    """Give what a page says, as it is read."""
    assert not page.exception
    return re.sub(r"\s+", " ", Shown(words(page)).text)


@pytest.mark.parametrize("name", PAGES)
def test_a_register_without_a_panel_shows_nothing_of_it(open_page: OpenPage, testshire: Testshire, name: str) -> None:
    """No heading, no mark and no advice for curators is before readers."""
    testshire.add_statements()
    said = shown(open_page(name, **PAGES[name]))
    assert [word for word in ("Asked", "asked", "Comment by", "panel.yaml") if word in said] == []


def test_a_curator_is_told_how_to_begin(
    open_page: OpenPage, testshire: Testshire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence, on the curator's own machine and as long as nothing is there."""
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    assert BEGIN in shown(open_page("questions"))
    testshire.add_panel()
    assert BEGIN not in shown(open_page("questions"))


def test_questions_asked_before_stand_below_the_sheet(open_page: OpenPage, testshire: Testshire) -> None:
    """With the meeting, the answer as minuted, what is on file and what came; open ones first, the others folded."""
    testshire.add_panel()
    before = shown(open_page("questions")).partition("Asked before")[2]
    assert before.index("What did health services") < before.index("What has changed") < before.index("Who counted")
    assert "Who counted the meetings? Asked on 9 October 2030 · To: PCC" in before
    assert "2 more" in before
    for text in (
        "Asked on 11 September 2030 (Child protection) · To: PCC · Minutes · letter of 2 September 2030, paragraph 3",
        "The Commissioner said that he would tell the Panel by 7 October 2030. Commissioner, as minuted",
        "Promised for 7 October 2030; nothing on file by 15 November 2030.",
        "No answer is on file.",
        "4 November 2030: The force published that 412 officers were trained. Read it",
    ):
        assert text in before, text


def test_filters_hold_for_what_was_asked_before(open_page: OpenPage, testshire: Testshire) -> None:
    """Of another theme it is left out; of nothing that fits there is no heading. What a link opens stays."""
    testshire.add_panel()
    said = shown(open_page("questions", themes="workforce"))
    assert "How many officers have been trained?" in said
    assert "Who counted the meetings?" not in said
    assert "Asked before" not in shown(open_page("questions", inspection="2029-first-look", themes="workforce"))
    opened = open_page("questions", themes="workforce", entry="asked.B03")
    assert "Who counted the meetings?" in shown(opened)
    assert 'data-id="asked.B03" class="opened"' in words(opened)
    folded = open_page("questions", entry="asked.B05")
    assert '<details class="rows" open>' in words(folded)


def test_a_question_asked_before_is_marked(open_page: OpenPage, testshire: Testshire) -> None:
    """On the sheet and where it is suggested, with the way to what was asked; the view stays as it is."""
    testshire.add_panel()
    page = open_page("questions", pick="Q01", themes="partnership")
    marks = re.findall(r'<a href="(\?[^"]+)" data-here>(Asked on [^<]+)</a>', words(page))
    assert "Asked on 11 September 2030" in [text for _, text in marks]
    assert all("pick=Q01" in url and "themes=partnership" in url and "entry=asked.B" in url for url, _ in marks)
    testshire.change("B01", entries=["2030-second-look.K02"])
    suggested = words(open_page("questions", pick="Q01")).partition("More suggestions")[2]
    assert "Asked on 11 September 2030" in suggested


def test_a_point_says_what_was_asked_and_what_is_commented(open_page: OpenPage, testshire: Testshire) -> None:
    """On its own page and opened beside a chart, the comment after the words and never in their place."""
    testshire.add_panel()
    for name in ("entry", "inspection"):
        page = open_page(name, **PAGES[name])
        said = shown(page)
        assert "Asked on 11 September 2030; promised for 7 October 2030; nothing on file by 15 November 2030." in said
        assert "questions?entry=asked.B01" in words(page)
        assert said.index("planning meetings were not always attended") < said.index(COMMENT), name
        assert "Since June a nurse has been at every planning meeting. Where it was published" in said


def test_quotations_have_their_comments(open_page: OpenPage, testshire: Testshire) -> None:
    """Also where they stand side by side, and among the promises that answer no single concern."""
    testshire.add_panel()
    assert COMMENT in shown(open_page("then-and-since")).partition("not always attended")[2]
    testshire.change("W01", about="2030-second-look.K01").change("C01", answers=[]).change("K01", general="true")
    assert COMMENT in shown(open_page("replies")).partition("General promises")[2]


def test_sentences_and_inspections_have_their_comments(open_page: OpenPage, testshire: Testshire) -> None:
    """On the front page beside the sentence, on the page of the inspection, and on a slide with the opened point."""
    testshire.add_panel()
    assert "Comment by Testshire Police, 1 November 2030" in shown(open_page("overview"))
    assert "Comment by Testshire Police, November 2030" in shown(open_page("inspection", inspection="2030-second-look"))
    assert "Comment by" not in shown(open_page("inspection", inspection="2029-first-look"))
    assert COMMENT in shown(open_page("present", **PAGES["present"]))


def test_what_was_asked_is_found(open_page: OpenPage, testshire: Testshire) -> None:
    """As a kind of result of its own, and so are comments, with the way to what they are about."""
    testshire.add_panel()
    page = open_page("search", q="meetings")
    assert "questions?entry=asked.B03" in words(page)
    for text, way in (("nurse", "2030-second-look.C01"), ("October", "overview"), ("unit", "inspection?inspection=")):
        found = open_page("search", q=text)
        assert "Comments (1)" in shown(found), text
        assert way in words(found).partition("Comments (1)")[2]


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_are_words(open_page: OpenPage, testshire: Testshire, name: str) -> None:
    """A question, an answer or a comment full of markup makes no element, and each stands there as written."""
    fill(testshire.add_panel(), mixed)
    page = open_page(name, **PAGES[name])
    assert not page.exception
    read = Shown(words(page))
    assert ELEMENTS.intersection(read.tags) == set()
    assert read.handlers == set()
    if name == "entry":
        assert testshire.record("W01")["text"] in read.text


def test_many_questions_are_shown_in_sheets(open_page: OpenPage, testshire: Testshire) -> None:
    """Two hundred at a time, of years of meetings."""
    asked = testshire.add_panel().records["panel.yaml"]["asked"]
    asked += [asked[2] | {"id": f"B{number}"} for number in range(100, 400)]
    said = shown(open_page("questions"))
    assert "195 more" in said
    assert "Rows 1 to 200 of 305" in said
