"""The Themes page shows themes by inspection, and each theme as a thread on an address of its own."""

import json

import pytest

from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import Testshire

FINDINGS = ["2029-first-look.C09", "2030-second-look.C01", "2030-second-look.S01"]


def test_concerns_and_strengths_come_first(open_page: OpenPage) -> None:
    """Actions, commitments and needs are switched on by the reader."""
    page = open_page("themes")
    assert not page.exception
    assert sorted(drawn(page)) == FINDINGS
    assert "<h1>What was said on each theme?</h1>" in words(page)
    assert "Showing only" not in words(page)
    page.button_group[0].set_value(["concern", "strength", "action", "commitment", "need"]).run()
    assert sorted(drawn(page)) == sorted([*FINDINGS, "2030-second-look.A01", "2030-second-look.K01"])


def test_filters_hold_together(open_page: OpenPage) -> None:
    """Kind, body and inspection narrow the matrix, and the page says so."""
    page = open_page("themes", kind="commitment")
    assert drawn(page) == ["2030-second-look.K01"]
    assert "Showing only:" in words(page)
    assert drawn(open_page("themes", body="testshire_police")) == ["2030-second-look.C01"]
    assert drawn(open_page("themes", inspection="2029-first-look")) == ["2029-first-look.C09"]


def test_of_one_theme_no_empty_rows_are_shown(open_page: OpenPage) -> None:
    """And what is left of the concerns is not said to be all that inspectors raised."""
    page = open_page("themes", themes="workforce")
    assert not page.exception
    assert drawn(page) == ["2030-second-look.S01"]
    layout = json.loads(page.get("plotly_chart")[0].proto.spec)["layout"]
    assert layout["yaxis"]["ticktext"] == ["Skills and training"]
    unknown = open_page("themes", themes="nothing")
    layout = json.loads(unknown.get("plotly_chart")[0].proto.spec)["layout"]
    assert layout["yaxis"]["ticktext"] == ["Working together", "Skills and training"]
    assert "of 2 themes" in words(unknown)
    said = words(open_page("themes", themes="partnership", inspection="2030-second-look"))
    assert "Shown here: inspectors" in said
    assert "of 2 themes" not in said


def test_points_are_listed_by_theme_with_the_way_to_its_thread(open_page: OpenPage) -> None:
    """Each group is one theme, and leads to all that was said on it."""
    said = words(open_page("themes"))
    assert "<h3>Working together <span>(2)</span></h3>" in said
    assert (
        'href="themes?theme=partnership" data-here data-row="Working together" '
        'aria-label="Working together: follow this theme' in said
    )


def test_the_order_stands_behind_the_button(open_page: OpenPage) -> None:
    """It is no filter: nothing is left out."""
    page = open_page("themes", order="again")
    assert page.selectbox[0].options == ["Themes in their usual order", "Most often raised first"]
    assert page.selectbox[0].value == "again"
    assert "Showing only" not in words(page)


def test_a_theme_has_a_screen_of_its_own(open_page: OpenPage) -> None:
    """Its name and definition, everything said on it, document by document, and the way back; no matrix."""
    page = open_page("themes", theme="partnership")
    said = words(page)
    assert "<h1>Working together</h1>" in said
    assert '<a href="themes" data-here>← All themes</a>' in said
    assert sorted(drawn(page)) == [
        "2029-first-look.C09",
        "2030-second-look.A01",
        "2030-second-look.C01",
        "2030-second-look.K01",
    ]
    assert len(page.get("plotly_chart")) == 1
    assert not page.selectbox
    assert 'href="present?themes=partnership"' in said


def test_the_thread_shows_documents_not_read(open_page: OpenPage) -> None:
    """What was not read stands where it would stand, and says so."""
    said = words(open_page("themes", theme="partnership"))
    unread = '<h3 class="not-read">First look: report (date not known), local, not read</h3>'
    assert said.index(unread) < said.index("<h3>First look: press release")


def test_a_point_opens_within_the_thread(open_page: OpenPage) -> None:
    """The link keeps the theme, and the list has the words."""
    said = words(open_page("themes", theme="partnership", entry="2030-second-look.C01"))
    assert "<blockquote>planning meetings were not always attended</blockquote>" in said
    assert 'href="?theme=partnership"' in said


def test_filters_narrow_a_thread(open_page: OpenPage) -> None:
    """What fits nothing is said."""
    page = open_page("themes", theme="workforce", inspection="2029-first-look")
    assert page.info[0].value.startswith("Nothing fits what is chosen")


def test_an_unknown_theme_leads_to_all_of_them(open_page: OpenPage) -> None:
    """The page says that a part of the link was left out."""
    page = open_page("themes", theme="<b>")
    assert sorted(drawn(page)) == FINDINGS
    assert "leads to nothing here: &lt;b&gt;" in words(page)


@pytest.mark.parametrize("query", [{}, {"theme": "partnership"}])
def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire, query: dict[str, str]) -> None:
    """Without an inspection the page says so."""
    testshire.empty()
    page = open_page("themes", **query)
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")
