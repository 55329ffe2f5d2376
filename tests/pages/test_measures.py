"""What several documents count stands on the pages of its inspections and figures, and nowhere without it."""

import pytest

from tests.hostile import ELEMENTS, Shown, fill, mixed
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

PAGES = [
    ("inspection", {"inspection": "2029-first-look"}),
    ("inspection", {"inspection": "2030-second-look"}),
    ("entry", {"id": "2029-first-look.F01"}),
    ("entry", {"id": "2030-second-look.F01"}),
]


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_the_numbers_stand_side_by_side(
    testshire: Testshire, open_page: OpenPage, page: str, query: dict[str, str]
) -> None:
    """Each with its document, its bound and its source; those of documents lead to their figures."""
    testshire.add_measure()
    opened = open_page(page, **query)
    assert not opened.exception
    html = words(opened)
    table = html[html.index("<b>Meetings held</b>: Meetings at which plans are made.") :]
    assert '<a href="entry?id=2029-first-look.F01" data-here>Press release of July 2029</a>' in table
    assert '<td data-label="Number">At least 90 meetings</td>' in table
    assert '<td data-label="Number">At most 120 meetings</td>' in table
    assert '<a href="https://example.org/yearly">' in table
    assert "Two numbers do not make a trend." in table


@pytest.mark.parametrize(("page", "query"), PAGES[1:2] + PAGES[3:])
def test_without_a_measure_nothing_is_said(open_page: OpenPage, page: str, query: dict[str, str]) -> None:
    """Neither a heading nor the caution."""
    html = words(open_page(page, **query))
    for part in ("Counted in other documents", "make a trend", "measures"):
        assert part not in html


def test_another_point_has_no_measure(testshire: Testshire, open_page: OpenPage) -> None:
    """It stands with its figures alone."""
    testshire.add_measure()
    assert "make a trend" not in words(open_page("entry", id="2030-second-look.C01"))


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_hostile_texts_stay_texts(testshire: Testshire, open_page: OpenPage, page: str, query: dict[str, str]) -> None:
    """No text of a measure is markup."""
    fill(testshire.add_measure(), mixed)
    html = words(open_page(page, **query))
    (one,) = testshire.records["measures.yaml"]
    shown = Shown(html)
    assert ELEMENTS.isdisjoint(shown.tags)
    for text in (one["label"], one["definition"], one["elsewhere"][0]["stated"], one["elsewhere"][0]["source"]):
        assert text in shown.text
