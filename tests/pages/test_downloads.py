"""What pages let a reader take away: the entries shown, with the filters in force, and the whole register."""

import csv
import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import streamlit as st
from pptx import Presentation

from scrutiny.exports.powerpoint.template import OWN
from scrutiny.exports.templates import TemplateError
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

BUTTON = "Download for Excel"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """Give what pages offer, by label."""
    found: dict[str, dict[str, Any]] = {}
    monkeypatch.setattr(st, "download_button", lambda label, **settings: found.update({label: settings}))
    return found


def ids(book: openpyxl.Workbook, sheet: str) -> list[str]:
    """Give the ids of a sheet's rows."""
    if sheet not in book.sheetnames:
        return []
    return [str(row[0]) for row in book[sheet].iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize(
    ("page", "query", "findings", "commitments", "said"),
    [
        ("themes", {}, ["C09", "C01", "S01"], [], "Show: Concern; Strength. Whose words: all."),
        ("themes", {"kind": "concern", "voice": "reported"}, ["C01"], [], "Show: Concern. Whose words: Inspectors, as"),
        ("themes", {"inspection": "2029-first-look"}, ["C09"], [], "Inspections: First look."),
        ("inspection", {"inspection": "2030-second-look"}, ["C01", "S01"], [], "Inspection: Second look."),
        ("commitments", {}, [], ["K01"], "Who must act: all."),
        ("replies", {}, ["C09", "C01"], ["K01"], "Inspection: all."),
        ("replies", {"answer": "undertaking"}, ["C01"], ["K01"], "What the letter offers: Undertaking."),
        ("then-and-since", {}, ["C09", "C01"], [], "Link: all."),
        ("timeline", {}, [], [], "Local or national: all."),
    ],
)
def test_a_view_is_taken_as_it_is_shown(
    open_page: OpenPage,
    offered: dict[str, dict[str, Any]],
    page: str,
    query: dict[str, str],
    findings: list[str],
    commitments: list[str],
    said: str,
) -> None:
    """The workbook holds the entries that the filters let through, and its first sheet names the filters."""
    assert not open_page(page, **query).exception
    settings = offered[BUTTON]
    assert settings["on_click"] == "ignore"
    assert settings["file_name"].endswith("-2030-12-01.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(settings["data"]()))
    assert ids(book, "Findings") == findings
    assert ids(book, "Commitments") == commitments
    assert said in next(row[1] for row in book["About"].iter_rows(values_only=True) if row[0] == "What was chosen")


@pytest.mark.parametrize("page", ["themes", "then-and-since"])
def test_a_table_has_headings_in_words(open_page: OpenPage, offered: dict[str, Any], page: str) -> None:
    """A reader who opens the table of a chart meets no name of the data."""
    open_page(page)
    heads, *rows = csv.reader(io.StringIO(offered["Download table (CSV)"]["data"]().decode("utf-8-sig")))
    assert heads[0] == "Full code"
    assert len({*heads}) == len(heads)
    assert not [head for head in heads if "_" in head or "." in head]
    assert rows[0][0].startswith("20")


def test_only_the_pairs_shown_are_taken(open_page: OpenPage, offered: dict[str, Any], testshire: Testshire) -> None:
    """A pair of the same entries that a filter leaves out is not in the workbook."""
    testshire.add("pairs.yaml", "P01", id="P02", later="2030-second-look.S01", relation="qualifies")
    open_page("then-and-since", relation="repeats")
    assert ids(openpyxl.load_workbook(io.BytesIO(offered[BUTTON]["data"]())), "Then and since") == ["P01"]


def test_an_order_is_no_filter(open_page: OpenPage, offered: dict[str, Any]) -> None:
    """What changes only the order of a view, or another part of the page, is not told as a filter."""
    open_page("themes", order="again", theme="workforce")
    book = openpyxl.load_workbook(io.BytesIO(offered[BUTTON]["data"]()))
    chosen = next(row[1] for row in book["About"].iter_rows(values_only=True) if row[0] == "What was chosen")
    assert "Order of themes" not in chosen
    assert "Theme: " not in chosen


def test_a_briefing_has_the_template_of_the_setting(
    open_page: OpenPage, offered: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that cannot be used is named in the log, by the error that Streamlit writes there."""
    monkeypatch.setenv("SCRUTINY_BRIEFING_TEMPLATE", "gone.docx")
    assert not open_page("present").exception
    with pytest.raises(TemplateError, match=r"gone\.docx: there is no such template"):
        offered["Briefing (Word)"]["data"]()


def test_present_offers_four_files_with_names_that_tell(open_page: OpenPage, offered: dict[str, Any]) -> None:
    """Slides, briefing, annex and workbook, each named after what it is about."""
    assert not open_page("present", inspection="2030-second-look").exception
    names = {label: settings["file_name"] for label, settings in offered.items()}
    assert names == {
        "Slides (PowerPoint)": "Panel-slides_Second-look_2030-12-01.pptx",
        "Briefing (Word)": "Panel-briefing_Second-look_2030-12-01.docx",
        "Annex to the briefing (Word)": "Panel-briefing-annex_Second-look_2030-12-01.docx",
        "Excel": "Panel-data_Second-look_2030-12-01.xlsx",
    }
    texts = [
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(offered["Annex to the briefing (Word)"]["data"]())).paragraphs
    ]
    assert texts[0] == "Annex: Second inspection of Testshire Police"


def test_an_empty_choice_offers_no_file(open_page: OpenPage, offered: dict[str, Any]) -> None:
    """The menu says why in place of its buttons."""
    page = open_page("present", inspection="2029-first-look", themes="workforce")
    assert offered == {}
    assert [one.value for one in page.text] == [
        "No file was made, as nothing fits what is chosen. Inspections: First look. Themes: Skills and training."
    ]


def test_a_sheet_of_questions_has_a_name_that_tells(
    open_page: OpenPage, offered: dict[str, Any], testshire: Testshire
) -> None:
    """It is named after the inspection that the questions are about."""
    testshire.add_statements()
    open_page("questions", pick="Q01")
    assert offered["Download for Word"]["file_name"] == "Questions_Second-look_2030-12-01.docx"


def test_the_deck_is_written_on_the_template_that_is_set(
    open_page: OpenPage, offered: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A council's own slides are those of the page Present too."""
    template = Presentation(str(OWN))
    template.slide_master.name = "Council"
    template.save(str(tmp_path / "council.pptx"))
    assert not open_page("present").exception
    make = offered["Slides (PowerPoint)"]["data"]
    assert Presentation(io.BytesIO(make())).slide_master.name != "Council"
    monkeypatch.setenv("SCRUTINY_SLIDES_TEMPLATE", str(tmp_path / "council.pptx"))
    assert Presentation(io.BytesIO(make())).slide_master.name == "Council"


def test_the_open_data_is_named_where_it_is_served(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its addresses are links; without it the page says what would have to run."""
    assert "python serve.py" in words(open_page("about"))
    monkeypatch.setenv("SCRUTINY_OPEN_DATA", "open/")
    said = words(open_page("about"))
    assert '<a href="open/index.json">' in said
    assert "python serve.py" not in said
