"""The page about the data is worked out from the register, whichever force it is about."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


def test_papers_are_listed_read_and_to_ask_for(testshire: Testshire, open_page: OpenPage) -> None:
    """Every paper is in one of two lists, with its date as stated, its address, or whom to ask for it."""
    address = "https://example.org/report?a=1&b=2"
    testshire.change("first.report", address=address)
    html = words(open_page("about"))
    read, wanted = html.split("<h3>Papers to ask for: 4</h3>")
    assert "<h3>Papers read: 2</h3>" in read
    assert '<td data-label="Date as stated">2 September 2030</td>' in read
    assert "A public page is known; the paper is not yet read." in wanted
    assert '<a href="https://example.org/report?a=1&amp;b=2">' in wanted
    assert '<td data-label="Whom to ask">Example Inspectorate</td>' in wanted
    assert wanted.count('<td data-label="Whom to ask">Commissioner</td>') == 3
    assert "The Act may not cover joint inspections." in wanted


def test_where_everything_was_read_nothing_is_asked_for(testshire: Testshire, open_page: OpenPage) -> None:
    """The list is not there; nor is that of what was read where nothing was."""
    comments = testshire.record("second.reply") | {"id": "comments", "kind": "statement", "body": "testshire_police"}
    testshire.record("second")["documents"].append(comments)
    testshire.record("first")["documents"] = [
        testshire.record("first.press_release"), testshire.record("second.reply"), comments,
    ]  # fmt: skip
    testshire.change("C09", answers=[])
    html = words(open_page("about"))
    assert "Papers read: 5" in html
    assert "Papers to ask for" not in html


def test_doubts_are_listed(testshire: Testshire, open_page: OpenPage) -> None:
    """A doubt of any date stands in the table of doubts, named by what it is about."""
    doubted = {"printed": "July 2030", "date": "2030-07", "doubt": "Which July is not said."}
    due = {"printed": "by the end of the year", "doubt": "Which year is not said."}
    testshire.change("second", published=doubted).change("K01", due=due)
    testshire.change("F01", period=doubted).change("E01", date=doubted).change("second.reply", date=doubted)
    html = words(open_page("about"))
    assert "Second look: publication" in html
    assert "Second look: letter" in html
    assert "Second look, F01: the period it is about" in html
    assert "Event: Child Safety Plan" in html
    assert html.count("Which July is not said.") == 5, "of each date, and with the document"
    assert "Second look, K01: when it is due" in html
    assert "Which year is not said." in html


def test_glossary_is_listed_in_full(open_page: OpenPage) -> None:
    """Every acronym has its line."""
    html = words(open_page("about"))
    assert '<th scope="row">MASH</th>' in html
    assert "Multi-agency safeguarding hub" in html


def test_our_words_are_said_to_be_ours(open_page: OpenPage) -> None:
    """Concern and strength are not taken for an inspectorate's terms."""
    html = words(open_page("about"))
    assert "“Concern” and “strength” are our own words" in html
    assert "uses them as labels" in html


def test_an_inspectorates_term_in_an_excerpt_is_told(testshire: Testshire, open_page: OpenPage) -> None:
    """Where a document does print such a term, the page does not say that none does."""
    testshire.change("C09", excerpt="this is a cause of concern to us")
    html = words(open_page("about"))
    assert "uses them as labels" not in html
    assert "1 quotation uses one of those terms" in html


def test_versions_and_review_are_told(open_page: OpenPage) -> None:
    """The version of the project, and the day of the last review, stand there."""
    html = words(open_page("about"))
    assert tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] in html
    assert "15 November 2030" in html


def test_whom_to_tell_is_this_registers_panel(open_page: OpenPage) -> None:
    """The accessibility statement names the panel of the register and no other."""
    html = words(open_page("about"))
    assert "Testshire Panel" in html
    for part in ("partially meets level AA", "Contact:", "Equality Advisory and", "was prepared on"):
        assert part in " ".join(html.split())
    assert "Leicester" not in html


def test_data_text_is_escaped(testshire: Testshire, open_page: OpenPage) -> None:
    """Markup in the register stays text."""
    testshire.change("second", note="<script>alert(1)</script>")
    assert "<script" not in words(open_page("about"))


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("what", "Who made this, and for whom"),
        ("method", "How the points were chosen"),
        ("numbers", "What the numbers do not say"),
        ("words", "Our words, and the inspectorates’"),
        ("doubts", "Dates in doubt"),
        ("accessibility", "Accessibility statement"),
        ("data", "Licence"),
    ],
)
def test_the_address_opens_a_part(open_page: OpenPage, part: str, heading: str) -> None:
    """A link leads to each part; the others stand on paper alone."""
    page = open_page("about", part=part)
    assert not page.exception
    (shown,) = [tab for tab in page.tabs if tab.children]
    assert f"<h2>{heading}</h2>" in shown.children[0].value


def test_without_a_part_the_first_is_open(open_page: OpenPage) -> None:
    """Also where the link names one that is not there."""
    for query in ({}, {"part": "nothing"}):
        page = open_page("about", **query)
        assert [tab.label for tab in page.tabs if tab.children] == ["What this is"]


def test_no_report_was_read_and_the_page_says_so(testshire: Testshire, open_page: OpenPage) -> None:
    """Until one is."""
    assert "No inspection report has been read." in words(open_page("about"))
    testshire.change("first.report", held="true", file="report.txt", paragraphs="2")
    assert "No inspection report has been read." not in words(open_page("about"))


def test_an_empty_register_has_the_page(testshire: Testshire, open_page: OpenPage) -> None:
    """A register that holds no inspection yet says so."""
    testshire.empty()
    html = words(open_page("about"))
    assert "There is no inspection here yet." in html
    assert "There are no acronyms." in html
    assert "No date is uncertain." in html


def test_words_that_name_no_date_do_not_read_as_one(testshire: Testshire, open_page: OpenPage) -> None:
    """A press release that prints “today” does not speak of the reader's day."""
    today = {"printed": "today", "doubt": "Which day is not said."}
    testshire.change("first", published=today).change("first.press_release", date=today)
    html = words(open_page("about"))
    assert '<td data-label="Date as stated">date not known; the document says “today”</td>' in html
    assert '<td data-label="As stated">date not known; the document says “today”</td>' in html


def test_only_what_is_true_of_any_register_is_said(open_page: OpenPage) -> None:
    """How often a curator has read is not claimed; what the guide asks is."""
    html = words(open_page("about"))
    assert "Our guide asks for three readings of each document" in html
    assert "is for the Testshire Panel." in html
    for claim in ("made by hand", "generated", "document is read three times"):
        assert claim not in html


def test_the_whole_register_can_be_taken_away(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made when it is asked for, holds every entry, and is named by the day of the last review."""
    offered: dict[str, Any] = {}
    monkeypatch.setattr(st, "download_button", lambda label, **settings: offered.update({label: settings}))
    assert not open_page("about").exception
    assert list(offered) == ["Everything for Excel", "Everything as JSON"]
    assert offered["Everything for Excel"]["file_name"] == "last-checked-2030-11-15.xlsx"
    settings = offered["Everything as JSON"]
    assert settings["file_name"] == "last-checked-2030-11-15.json"
    assert settings["on_click"] == "ignore"
    assert [entry["id"] for entry in json.loads(settings["data"]())["findings"]] == ["C09", "C01", "S01"]


def test_readers_are_told_how_to_have_the_open_data(open_page: OpenPage) -> None:
    """`python serve.py` sets the server's limits, which `streamlit run` would skip."""
    html = words(open_page("about"))
    assert "A server that was started with <code>python serve.py</code> also offers all of this" in html
    assert "streamlit run serve.py" not in html
