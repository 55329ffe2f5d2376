"""The Questions page: a sheet to pick, reword, put in order and take away."""

import re
from collections import defaultdict
from html import unescape
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

NO_DATE = "no_date.2030-second-look.K01"
NEED = "no_owner.2030-second-look.K02"


def sheet(page: AppTest) -> list[str]:
    """Give the wordings on the sheet, in its order."""
    return [area.value for area in page.text_area if area.key.startswith("wording ")]


def ways(page: AppTest) -> dict[str, list[str]]:
    """Give the sheets that each of the links of the questions leads to, by what the links say."""
    found: dict[str, list[str]] = defaultdict(list)
    for query, name in re.findall(r'<a href="\?([^"]*)" data-here>(Remove|Up|Down)</a>', words(page)):
        found[name].append(parse_qs(unescape(query), keep_blank_values=True)["pick"][0])
    return found


def test_the_suggested_questions_stand_on_the_sheet(open_page: OpenPage, testshire: Testshire) -> None:
    """Without anything picked the sheet is what the rule suggests."""
    testshire.change("K01", due=None).add_need()
    page = open_page("questions")
    assert not page.exception
    assert len(sheet(page)) == 2
    assert "“I will write to health services”" in sheet(page)[1]
    assert page.query_params == {}


def test_the_address_holds_the_sheet_in_its_order(open_page: OpenPage, testshire: Testshire) -> None:
    """A link brings back what was picked, in the order in which it was put."""
    testshire.change("K01", due=None).add_need()
    page = open_page("questions", pick=f"{NEED},{NO_DATE}")
    assert "Who will take this on?" in sheet(page)[0]
    assert "“I will write to health services”" in sheet(page)[1]


def test_a_question_can_be_moved_and_taken_off(open_page: OpenPage, testshire: Testshire) -> None:
    """Each step is in the address."""
    testshire.change("K01", due=None).add_need()
    page = open_page("questions", pick=f"{NEED},{NO_DATE}")
    assert ways(page) == {
        "Remove": [NO_DATE, NEED], "Up": [f"{NO_DATE},{NEED}"], "Down": [f"{NO_DATE},{NEED}"],
    }  # fmt: skip
    page = open_page("questions", pick=NO_DATE)
    assert ways(page) == {"Remove": [""]}
    assert len(sheet(page)) == 1


def test_a_question_can_be_added_from_the_gaps(open_page: OpenPage, testshire: Testshire) -> None:
    """What is not on the sheet can be read and put on it."""
    testshire.change("K01", due=None).add_need()
    page = open_page("questions", pick=NEED)
    page.selectbox[0].select(NO_DATE).run()
    page.button[-1].click().run()
    assert page.query_params["pick"] == f"{NEED},{NO_DATE}"


def test_written_questions_stand_first_and_say_whom_they_are_for(open_page: OpenPage, testshire: Testshire) -> None:
    """They are suggested before those made from gaps, kept by their ids, and rest on all of their entries."""
    testshire.change("K01", due=None).add_statements()
    page = open_page("questions")
    assert not page.exception
    assert sheet(page)[0] == "You wrote that you will write to health services. What did they reply?"
    assert page.text_area[0].label == "1. Written by hand, to: PCC"
    for entry in ("C01", "K01"):
        assert f">Second look, {entry}</a>" in words(page)
    assert sheet(open_page("questions", pick=f"{NEED},Q01"))[1] == sheet(page)[0]
    assert len(sheet(open_page("questions", gap="written"))) == 1
    assert sheet(page)[0] not in sheet(open_page("questions", gap="no_owner"))


def test_an_emptied_sheet_stays_empty(open_page: OpenPage) -> None:
    """An empty sheet is a choice, not the default."""
    page = open_page("questions", pick="")
    assert sheet(page) == []
    assert "The sheet is empty." in words(page)


def test_a_filter_does_not_take_what_was_picked(open_page: OpenPage, testshire: Testshire) -> None:
    """Filters choose what is offered; the sheet stays."""
    testshire.change("K01", due=None).add_need()
    assert len(sheet(open_page("questions", pick=NO_DATE, gap="no_owner"))) == 1


def test_an_unknown_question_is_left_out_with_a_word(open_page: OpenPage) -> None:
    """An old link to a gap that has been filled says so."""
    page = open_page("questions", pick="no_date.2030-second-look.K99")
    assert not page.exception
    assert "leads to nothing here: no_date.2030-second-look.K99" in words(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """No inspection is no error."""
    testshire.empty()
    page = open_page("questions")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
