"""The first screen of every page: calm enough to be read, with the chart, its key and its words in sight."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

MEASURE = (Path(__file__).parent / "first_screen.js").read_text(encoding="utf-8")
PAGES = {
    "overview": "/",
    "inspection": "/inspection?inspection=2026-family-environment",
    "themes": "/themes",
    "replies": "/replies",
    "commitments": "/commitments",
    "then-and-since": "/then-and-since",
    "timeline": "/timeline",
    "questions": "/questions",
    "present": "/present",
    "search": "/search",
    "about": "/about",
    "entry": "/entry?id=2026-family-environment.C03",
}
WITH_CHART = ("inspection", "themes", "replies", "commitments", "timeline")
MOST_WORDS = {"overview": 270, "search": 220, "about": 220, "entry": 220}
LAPTOP, TABLET = (1366, 768), (820, 1180)
SIZES = {"laptop": LAPTOP, "tablet": TABLET}
ALL_IN_SIGHT = {"themes": 200, "entry": 240}  # words on a tablet, which shows the whole chart, and the whole point


@pytest.fixture
def measured(visit: Visit, request: pytest.FixtureRequest) -> dict[str, Any]:
    """Measure the first screen of a page once all of it is there."""
    name, (width, height) = request.param
    page = visit(PAGES[name], viewport={"width": width, "height": height})
    expect(page.locator("footer.foot")).to_be_attached()
    if name in WITH_CHART:
        expect(page.locator(".scatterlayer .point").first).to_be_attached()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    found: dict[str, Any] = page.evaluate(MEASURE)
    return found | {"name": name, "height": height, "width": width}


def _on_both(names: Iterable[str]) -> pytest.MarkDecorator:
    cases = {f"{name}-{size}": (name, SIZES[size]) for size in SIZES for name in names}
    return pytest.mark.parametrize("measured", cases.values(), indirect=True, ids=cases)


@_on_both(PAGES)
def test_a_page_can_be_read_at_a_glance(measured: dict[str, Any]) -> None:
    """Few words, short lines, at most four screens, one heading above the others, and the page marked as current."""
    name = measured["name"]
    most = MOST_WORDS.get(name, 160)
    assert measured["words"] <= (ALL_IN_SIGHT.get(name, most) if measured["width"] < LAPTOP[0] else most)
    assert measured["longest"] <= 110
    assert measured["screens"] <= 4
    assert measured["current"] or name == "entry"  # which is reached by links alone
    _headings_are_in_order(measured["headings"])
    assert all(len(text.split()) <= 15 for text in measured["headlines"])
    assert all(len(text.split()) <= 30 for text in measured["subtitles"])


@_on_both(WITH_CHART)
def test_the_chart_its_key_and_its_words_are_in_sight(measured: dict[str, Any]) -> None:
    """The chart begins within 330 px, fills half of the screen with its words, and has its key right above it."""
    chart, key = measured["charts"][0], measured["keys"][0]
    assert chart["top"] <= 330
    assert key["top"] <= chart["top"] + 60
    filled = sum(one["area"] for one in (*measured["charts"], *measured["lists"]))
    assert filled >= measured["width"] * measured["height"] / 2
    assert measured["headlines"]


def _headings_are_in_order(headings: list[tuple[int, float]]) -> None:
    levels = [level for level, _ in headings]
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))
    sizes: dict[int, float] = {}
    for level, size in headings:
        sizes.setdefault(level, size)
    in_order = [sizes[level] for level in sorted(sizes)]
    assert in_order == sorted(in_order, reverse=True)
