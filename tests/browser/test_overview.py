"""The front page in a browser: light, symbols that lead to their words, and our own words where something is amiss."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bench.servers import ROOT
from bench.visits import counting_proxy
from tests.browser.conftest import Visit
from tests.browser.reading import whole
from tests.serving import serving
from tests.testshire import Testshire

pytestmark = pytest.mark.browser

UNITS = ".strip a.unit"
MOST_BYTES = 1_400_000


def test_a_first_visit_is_light(browser: Browser, tmp_path: Path) -> None:
    """All that goes over the line is counted; the script of charts is not asked for."""
    with serving(ROOT / "data", tmp_path / "log") as server, counting_proxy(server.port) as proxy:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{proxy.server_address[1]}")
        expect(page.locator(UNITS).first).to_be_visible()
        page.wait_for_load_state("networkidle")
        context.close()
        assert [url for url in asked if "Plotly" in url] == []
        assert sum(proxy.counts) < MOST_BYTES


def test_a_symbol_leads_to_its_words(visit: Visit) -> None:
    """By a click or by Enter, as any link; Back leads back."""
    page = whole(visit("/"))
    page.locator(UNITS).nth(5).press("Enter")
    expect(page.locator(".words li.opened")).to_be_visible()
    page.go_back()
    sentence = page.locator(UNITS).last.get_attribute("aria-label")
    page.locator(UNITS).last.click()
    expect(page.locator(".words li.opened h4")).to_contain_text(str(sentence))


def test_it_fits_one_screen(visit: Visit) -> None:
    """The last way on is seen without scrolling on a council's laptop."""
    page = visit("/", viewport={"width": 1366, "height": 768})
    last = page.locator(".ways a").last
    expect(last).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('.front details').getBoundingClientRect().bottom") < 768


def test_an_unknown_address_is_told_in_our_words(visit: Visit) -> None:
    """With the way to the front page; nothing is said for developers."""
    visit("/")  # the very first view of a server is found by Streamlit's older way
    page = visit("/inspecti")
    expect(page.locator("h1")).to_have_text("We cannot find that page")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("link", name="Go to the overview").click()
    expect(page.locator(UNITS).first).to_be_visible()


def test_a_lost_connection_is_told_in_our_words(browser: Browser, testshire: Testshire, tmp_path: Path) -> None:
    """Nobody is asked whether Streamlit is still running."""
    page = browser.new_page()
    with serving(testshire.write(), tmp_path / "log") as server:
        page.goto(server.address)
        expect(page.locator(UNITS).first).to_be_visible()
        expect(page.locator(".lost")).to_be_hidden()
    expect(page.locator(".lost")).to_be_visible()
    expect(page.locator("[aria-live=polite].spoken")).to_contain_text("The connection was lost.")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "Streamlit" not in page.locator("body").inner_text()
    expect(page.get_by_role("heading", level=1)).to_be_visible()  # not hidden from screen readers
    page.close()
