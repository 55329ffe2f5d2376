"""The Questions page: a sheet to reword, to put in order and to take away, all of it in the address."""

import io
import re
from collections.abc import Callable
from html import unescape
from random import Random
from typing import Any
from urllib.parse import parse_qs

import docx
import pytest
import streamlit as st
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from scrutiny.ui.shell.sheet_address import MAX_ENCODED, decode_words, encode_words
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

NO_DATE = "no_date.2030-second-look.K01"
NEED = "no_owner.2030-second-look.K02"
MINE = "Commissioner, has health “agreed” to <come>?"


@pytest.fixture(autouse=True)
def _with_questions(testshire: Testshire) -> None:
    """Give the sheet something to ask about."""
    testshire.change("K01", due=None).add_need()


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """Give what a page offers to download, by the words of the button."""
    offered: dict[str, Callable[[], bytes]] = {}

    def button(label: str, **settings: Any) -> None:
        offered[label] = settings["data"]

    monkeypatch.setattr(st, "download_button", button)
    return offered


def sheet(page: AppTest) -> list[str]:
    """Give the wordings on the sheet, in its order, as they are read."""
    (lists,) = (re.findall(r'<ol class="words whole questions">(.*?)</ol>', words(page), re.DOTALL),)
    return [unescape(text) for part in lists for text in re.findall(r"<div><p>(.*?)</p>", part, re.DOTALL)]


def leads_to(page: AppTest, name: str) -> dict[str, str]:
    """Give what the link of this name asks for."""
    (query,) = re.findall(rf'href="\?([^"]*)"[^>]*aria-label="{re.escape(name)}"', words(page))
    return {key: values[0] for key, values in parse_qs(unescape(query), keep_blank_values=True).items()}


def test_the_suggested_questions_stand_on_the_sheet(open_page: OpenPage) -> None:
    """Without anything picked the sheet is what the rule suggests, and the address stays as it is."""
    page = open_page("questions")
    assert not page.exception
    assert len(sheet(page)) == 2
    assert "“I will write to health services”" in sheet(page)[1]
    assert page.query_params == {}


def test_the_address_holds_the_sheet_in_its_order(open_page: OpenPage) -> None:
    """A link brings back what was picked, in the order in which it was put, each with its source."""
    page = open_page("questions", pick=f"{NEED},{NO_DATE}")
    assert "Who will take this on?" in sheet(page)[0]
    assert "“I will write to health services”" in sheet(page)[1]
    assert ">letter of 2 September 2030, paragraph 4</a>" in words(page)


def test_a_question_can_be_moved_and_taken_off(open_page: OpenPage) -> None:
    """Each step is a link that names its question, so that Back takes it back."""
    page = open_page("questions", pick=f"{NEED},{NO_DATE}")
    assert leads_to(page, "Move question 1 down")["pick"] == f"{NO_DATE},{NEED}"
    assert leads_to(page, "Move question 2 up")["pick"] == f"{NO_DATE},{NEED}"
    assert leads_to(page, "Remove question 1")["pick"] == NO_DATE
    assert "Move question 1 up" not in words(page)
    assert leads_to(open_page("questions", pick=NEED), "Remove question 1")["pick"] == ""


def test_a_question_is_added_by_one_click(open_page: OpenPage) -> None:
    """What is not on the sheet stands below it."""
    page = open_page("questions", pick=NEED)
    (name,) = re.findall(r'aria-label="(Add: [^"]*)"', words(page))
    assert "By when?" in name
    assert leads_to(page, name)["pick"] == f"{NEED},{NO_DATE}"


def reworded(open_page: OpenPage) -> dict[str, str]:
    """Reword a question, write an own one, and give the address that the page then has."""
    page = open_page("questions", pick=f"{NO_DATE},{NEED}", edit=NEED)
    page.text_area[0].set_value(MINE)
    page.button[0].click().run()
    assert not page.exception
    assert page.query_params["pick"] == f"{NO_DATE},{NEED}"
    assert "edit" not in page.query_params
    page.text_input[0].set_value("What will you  publish?")
    page.button[0].click().run()
    return {key: page.query_params[key] for key in ("pick", "sheet")}


def test_the_one_question_of_a_sheet_can_be_reworded(open_page: OpenPage) -> None:
    """There is nothing above or below the box then."""
    page = open_page("questions", pick=NEED, edit=NEED)
    assert not page.exception
    page.text_area[0].set_value(MINE)
    page.button[0].click().run()
    assert sheet(page) == [MINE]


def test_the_members_words_are_there_after_a_reload(open_page: OpenPage) -> None:
    """The address has the rewording, the own question and the order; another window needs nothing else."""
    query = reworded(open_page)
    assert query["pick"] == f"{NO_DATE},{NEED},own.1"
    page = open_page("questions", **query)
    assert sheet(page)[1:] == [MINE, "What will you publish?"]
    assert "· Your wording" in words(page)
    assert leads_to(page, "Move question 3 up") == query | {"pick": f"{NO_DATE},own.1,{NEED}"}
    assert "sheet" not in leads_to(open_page("questions", pick=NEED, sheet=query["sheet"]), "Remove question 1")


def test_the_members_words_are_on_the_slide_and_in_the_notes(open_page: OpenPage) -> None:
    """Where the deck asks the question, and where its notes suggest it."""
    query = reworded(open_page) | {"slide": "1"}
    for more in ({"part": "questions"}, {"part": "questions", "notes": "1"}):
        said = unescape(words(open_page("present", **query, **more)))
        assert MINE in said
        assert "Who will take this on?" not in said
    assert "What will you publish?" in words(open_page("present", **query, part="questions"))


def test_the_members_words_are_in_the_files(open_page: OpenPage, files: dict[str, Callable[[], bytes]]) -> None:
    """In PowerPoint, in the briefing, and in the sheet for Word, with its sources."""
    query = reworded(open_page)
    open_page("present", **query)
    deck = Presentation(io.BytesIO(files["Slides (PowerPoint)"]()))
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert any(MINE in text for text in texts)
    briefing = docx.Document(io.BytesIO(files["Briefing (Word)"]()))
    assert any(line.text.startswith(MINE) for line in briefing.paragraphs)
    open_page("questions", **query)
    lines = [line.text for line in docx.Document(io.BytesIO(files["Download for Word"]())).paragraphs]
    assert lines[0] == "Questions for the meeting"
    assert f"{MINE}\nThe member’s wording. To: PCC. Letter of 2 September 2030, paragraph 4." in lines
    assert lines[-1] == "What will you publish?"


def test_an_emptied_box_brings_our_wording_back(open_page: OpenPage) -> None:
    """And takes an own question off the sheet."""
    query = reworded(open_page)
    for edited, rest in ((NEED, {"own.1"}), ("own.1", {NEED})):
        page = open_page("questions", **query, edit=edited)
        page.text_area[0].set_value(" ")
        page.button[0].click().run()
        assert set(decode_words(page.query_params["sheet"]) or {}) == rest
    assert page.query_params["pick"] == f"{NO_DATE},{NEED}"


@pytest.mark.parametrize(
    "text",
    ["nonsense", "eJwDAAAAAAE", encode_words({"a": "b"})[:-3] + "!!!", "A" * (MAX_ENCODED + 1), encode_words({"a": 1})],  # type: ignore[dict-item]
)
def test_words_that_are_none_are_left_out_with_a_word(open_page: OpenPage, text: str) -> None:
    """An address is typed by anybody."""
    page = open_page("questions", pick=NEED, sheet=text)
    assert not page.exception
    assert "leads to nothing here" in words(page)
    assert len(sheet(page)) == 1


def test_words_are_cut_to_what_a_question_may_have(open_page: OpenPage) -> None:
    """A small text that unpacks to a very long one does no harm, and no file gets what it cannot hold."""
    bomb = encode_words({NEED: "a" * 10_000_000})
    assert len(bomb) > MAX_ENCODED or decode_words(bomb) is None
    cleaned = decode_words(encode_words({NEED: "b" * 5000}))
    assert cleaned is not None
    assert len(cleaned[NEED]) == 600
    assert decode_words(encode_words({NEED: "one\ntwo\u202e\x00"})) == {NEED: "one two"}
    assert not open_page("questions", pick=NEED, sheet=encode_words({NEED: "\x00"})).exception


def test_too_many_words_are_refused(open_page: OpenPage) -> None:
    """The sheet stays as it was, and the page says why."""
    random = Random(1)  # noqa: S311
    long = {f"own.{n}": "".join(chr(random.randrange(0x4E00, 0x9FFF)) for _ in range(270)) for n in range(1, 7)}
    while len(encode_words(long)) > MAX_ENCODED:
        long.popitem()
    page = open_page("questions", pick=",".join(long), sheet=encode_words(long))
    page.text_input[0].set_value("".join(chr(random.randrange(0x4E00, 0x9FFF)) for _ in range(600)))
    page.button[0].click().run()
    assert page.warning[0].value.startswith("That is too much text for one link.")
    assert page.query_params["pick"] == ",".join(long)


def test_a_sheet_has_at_most_ten_questions(open_page: OpenPage) -> None:
    """More cannot be added, and a link with more says so."""
    own = {f"own.{number}": f"Question {number}?" for number in range(1, 12)}
    page = open_page("questions", pick=",".join(own), sheet=encode_words(own))
    assert len(sheet(page)) == 10
    assert "A sheet has at most 10 questions." in words(page)
    assert 'aria-label="Add: ' not in words(page)
    assert not page.text_input


def test_written_questions_stand_first_and_say_whom_they_are_for(open_page: OpenPage, testshire: Testshire) -> None:
    """They are suggested before those made from gaps, kept by their ids, and rest on all of their entries."""
    testshire.records["inspections/2030-second-look/commitments.yaml"].pop()  # the need, which comes with the rest
    testshire.add_statements()
    page = open_page("questions")
    assert not page.exception
    assert sheet(page)[0] == "You wrote that you will write to health services. What did they reply?"
    assert "· To: PCC" in words(page)
    for place in ("paragraph 2", "paragraph 3"):
        assert f">letter of 2 September 2030, {place}</a>" in words(page)
    assert len(sheet(open_page("questions", gap="written"))) == 1
    assert sheet(page)[0] not in sheet(open_page("questions", gap="no_owner"))


def test_an_emptied_sheet_stays_empty(open_page: OpenPage) -> None:
    """An empty sheet is a choice, not the default; there is nothing to print then."""
    page = open_page("questions", pick="")
    assert sheet(page) == []
    assert "The sheet is empty." in words(page)
    assert "data-print" not in words(page)


def test_a_filter_does_not_take_what_was_picked(open_page: OpenPage) -> None:
    """Filters choose what is offered; the sheet stays."""
    assert len(sheet(open_page("questions", pick=NO_DATE, gap="no_owner"))) == 1


def test_an_unknown_question_is_left_out_with_a_word(open_page: OpenPage) -> None:
    """An old link to a gap that has been filled says so."""
    page = open_page("questions", pick="no_date.2030-second-look.K99")
    assert not page.exception
    assert "leads to nothing here: no_date.2030-second-look.K99" in words(page)


def test_the_sheet_goes_along_to_the_slides(open_page: OpenPage) -> None:
    """The link has the order and the words."""
    query = reworded(open_page)
    (address,) = re.findall(r'href="present\?([^"]*)"', words(open_page("questions", **query)))
    assert {key: values[0] for key, values in parse_qs(unescape(address)).items()} == query | {"part": "questions"}


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """No inspection is no error."""
    testshire.empty()
    page = open_page("questions")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
