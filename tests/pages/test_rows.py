"""No list sends more than 200 rows unless all are asked for; the address says which."""

import re
from html import unescape
from itertools import chain
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.ui.shell.pager import PAGE_SIZE
from tests.pages.conftest import OpenPage, words
from tests.testshire import FIRST, SECOND, Testshire

REPLY = "2030-second-look.reply"
# The first of a row of a table, or what ends a line of the list of commitments.
ENTRY = re.compile(
    r'(?:<th scope="row">(?:<span[^>]*>.</span> )?|<small>)<a href="\?([^"]*)" data-here aria-label="([^"]*)"'
)


@pytest.fixture
def many(testshire: Testshire) -> Testshire:
    """Return a register of more entries of each kind than a sheet has rows."""
    del testshire.record("K01")["due"]
    for number in range(100, 100 + PAGE_SIZE):
        theme = ("partnership", "workforce")[number % 2]
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number}", paragraph="4", themes=[theme])
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=f"K{number}")
        testshire.add(f"{FIRST}/findings.yaml", "C09", id=f"C{number}", not_mentioned_in=[REPLY])
    return testshire.add(f"{FIRST}/findings.yaml", "C09", id="C300", not_mentioned_in=[REPLY])


def listed(page: AppTest) -> list[str]:
    """Return the ids of the entries that the list of a page has, in its order."""
    return [full_id for _, full_id in ENTRY.findall(words(page))]


def turns(page: AppTest) -> dict[str, str]:
    """Return where the links under a list lead to, by what they say."""
    (pager,) = re.findall(r'<nav class="pager".*?</nav>', words(page), re.DOTALL)
    return {
        name: unescape(query)
        for query, name in re.findall(r'href="\?([^"]*)" data-from="[^"]*" data-here>(.*?)</a>', pager)
    }


@pytest.mark.parametrize("name", ["themes"])
@pytest.mark.usefixtures("many")
def test_sheets_give_every_row_once(open_page: OpenPage, name: str) -> None:
    """Sheet after sheet a reader sees what all rows are, and never more than a sheet at once."""
    everything = listed(open_page(name, rows="all"))
    pages = [open_page(name, rows="1")]
    while "Next rows" in turns(pages[-1]):
        pages.append(open_page(name, **dict(parse_qsl(turns(pages[-1])["Next rows"]))))
    sheets = [listed(page) for page in pages]
    assert len(everything) == len(set(everything)) > PAGE_SIZE
    assert list(chain.from_iterable(sheets)) == everything
    assert max(map(len, sheets)) <= PAGE_SIZE


@pytest.mark.parametrize("name", ["inspection", "themes", "replies", "commitments", "timeline"])
def test_a_table_is_sent_to_those_who_open_it(open_page: OpenPage, name: str) -> None:
    """Most readers never do; a link to some of its rows finds it open."""
    assert '<div class="folds">' not in words(open_page(name))
    assert '<div class="folds">' in words(open_page(name, rows="1"))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("1", "Rows 1 to"), ("2", "Rows 201 to"), ("99", "Rows 201 to"), ("0", "Rows 1 to"), ("all", "All 201 rows")],
)
@pytest.mark.usefixtures("many")
def test_the_address_says_which_rows(open_page: OpenPage, asked: str, shown: str) -> None:
    """A number beyond the last sheet, as after a filter, gives the last."""
    assert shown in words(open_page("commitments", rows=asked))


@pytest.mark.usefixtures("many")
def test_what_is_no_sheet_is_left_out_with_a_word(open_page: OpenPage) -> None:
    """A value that is no number gives the first sheet, and the reader is told."""
    page = open_page("commitments", rows="second")
    assert "leads to nothing here: second" in words(page)
    assert "Rows 1 to 200 of 201" in words(page)
    assert "second" not in "".join(turns(page).values())


def test_a_short_list_has_no_sheets(open_page: OpenPage) -> None:
    """Where all rows are there, nothing is said of them, and no link carries a sheet."""
    page = open_page("commitments", rows="2")
    assert "pager" not in words(page)
    assert "rows=" not in words(page)


@pytest.mark.usefixtures("many")
def test_sheets_are_turned_within_the_view(open_page: OpenPage) -> None:
    """The links under a list keep the filters, and the links of its rows keep the sheet."""
    page = open_page("commitments", commitment="undertaking", rows="2")
    assert turns(page) == {
        "Previous rows": "commitment=undertaking&rows=1",
        "All rows": "commitment=undertaking&rows=all",
    }
    query, full_id = ENTRY.findall(words(page))[0]
    assert dict(parse_qsl(unescape(query))) == {"commitment": "undertaking", "rows": "2", "entry": full_id}
    assert turns(open_page("commitments", rows="all")) == {"200 rows at a time": ""}


@pytest.mark.usefixtures("many")
def test_what_is_parted_says_so(open_page: OpenPage) -> None:
    """A fold that does not fit on a sheet says how many of how many rows it shows, and paper says how to get them."""
    page = words(open_page("themes", rows="1"))
    assert re.search(r"<bdi>Working together</bdi> \(\d+ of \d+\)", page)
    assert "<i> To print them all, choose “All rows”" in page


@pytest.mark.usefixtures("many")
def test_suggestions_are_offered_a_sheet_at_a_time(open_page: OpenPage) -> None:
    """A list to choose from is a list as well."""
    added = [
        re.findall(r'aria-label="(Add: [^"]*)"', words(open_page("questions", pick="", **more)))
        for more in ({}, {"rows": "2"})
    ]
    assert len(added[0]) == PAGE_SIZE
    assert added[1]
    assert len(added[1]) < PAGE_SIZE


@pytest.mark.usefixtures("many")
def test_what_came_back_is_shown_a_sheet_at_a_time(open_page: OpenPage) -> None:
    """A fold says how many there are, whatever is shown of it."""
    page = words(open_page("then-and-since", came_back="2029-first-look", rows="2"))
    assert "Not mentioned in later papers <span>(201)" in page
    assert page.count("Not mentioned in: ") <= PAGE_SIZE


def test_every_list_has_sheets_of_its_own(open_page: OpenPage, many: Testshire) -> None:
    """Doubts are turned apart from documents."""
    for name in ("K01", *(f"K{number}" for number in range(100, 100 + PAGE_SIZE))):
        many.change(name, due={"printed": "soon", "date": "2031", "doubt": "It is not clear which year."})
    assert "Rows 201 to 201 of 201" in words(open_page("about", doubts="2"))
