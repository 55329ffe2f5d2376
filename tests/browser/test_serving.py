"""The dashboard as served in public, in a real browser: nothing is refused that a reader needs, and it comes back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from bench.servers import ROOT, free_port
from tests.browser.conftest import PAGES, visits
from tests.browser.reading import turn, whole
from tests.proxy import proxied
from tests.serving import serving
from tests.testshire import SECOND, Testshire

pytestmark = pytest.mark.browser

MARK = ".js-plotly-plot .point"
SUMMARY = "lacked health services."
VIEW = "/inspection?inspection=2026-family-environment"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the real register."""
    with serving(ROOT / "data", tmp_path_factory.mktemp("serving") / "log") as server:
        yield server.address


@pytest.fixture(scope="module")
def window(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """Keep one window open, and what it says that the policy refuses."""
    refused: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if re.search(r"Polic(?:y|ies)|BidiComponent", message.text):
            refused.append(message.text)

    with visits(request, browser) as visit:
        opened = visit(f"{address}/_stcore/health", base_url=address, permissions=["clipboard-read", "clipboard-write"])
        opened.on("console", hear)
        opened.goto("/")
        yield opened, refused


@pytest.fixture
def page(window: tuple[Page, list[str]]) -> Iterator[Page]:
    """Give the window; whatever the policy refuses meanwhile fails the test."""
    page, refused = window
    yield page
    assert refused == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_refused_anything(page: Page, name: str) -> None:
    """Scripts, styles, fonts and charts of every page are within the policy."""
    expect(whole(turn(whole(page), f"/{name}")).locator("h1").first).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_everything_can_be_taken_away(page: Page) -> None:
    """A click opens an entry; the table, the pictures and the link are taken along."""
    page.goto(VIEW)
    expect(page.locator("[data-testid=stPlotlyChart][role=application]")).to_be_attached()
    page.locator(MARK).nth(3).click(force=True)
    page.wait_for_url(re.compile("entry="))
    expect(page.locator(".words li.opened blockquote").first).to_be_visible()
    page.get_by_role("button", name="Download", exact=True).click()
    for button in ("Save as picture (PNG)", "Save as drawing (SVG)", "Download table (CSV)"):
        with page.expect_download() as taken:
            page.get_by_role("button", name=button).click()
        assert Path(taken.value.path()).stat().st_size > 1000
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_what_draws_charts_is_there_before_the_first_page_with_one(browser: Browser, address: str) -> None:
    """It comes while the front page is read, and the next page takes it from the browser's own store."""
    page = browser.new_page(base_url=address)
    with page.expect_response(re.compile("PlotlyChart")) as late:
        page.goto("/")
    assert late.value.finished() is None
    whole(page).locator("nav").get_by_role("link", name="Themes").click()
    expect(page.locator(MARK).first).to_be_visible()
    loads = "performance.getEntriesByType('resource').filter(one => one.name.includes('PlotlyChart'))"
    sizes = page.evaluate(f"{loads}.map(one => one.transferSize)")
    assert len(sizes) == 2
    assert sizes[0] > 100_000
    assert sizes[1] == 0
    page.close()


def test_no_cookie_is_set(page: Page) -> None:
    """A page that remembers nothing about a reader needs no banner to ask for leave."""
    page.goto(VIEW)
    expect(page.locator(MARK).first).to_be_visible()
    assert page.context.cookies() == []


def test_an_unknown_address_leads_back(page: Page) -> None:
    """A link cut short is told in plain words, with the way to the dashboard."""
    answer = page.goto("/inspecti")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")
    page.get_by_role("link", name="Go to the dashboard").click()
    expect(page.locator("nav").get_by_role("link", name="Then and since")).to_be_visible()


def test_a_restarted_server_shows_the_same_view(browser: Browser, testshire: Testshire, tmp_path: Path) -> None:
    """Under an open browser the server stops and starts again: the view comes back by itself, without a click.

    While it was stopped a summary was mended; that the mended one shows tells that the view is not merely left over.
    """
    port, data, page = free_port(), testshire.write(), browser.new_page()
    opened = page.locator(".words li.opened h4")
    with serving(data, tmp_path / "first", port=port) as server:
        page.goto(f"{server.address}/inspection?inspection=2030-second-look&scope=local&entry=2030-second-look.C01")
        expect(opened).to_contain_text(SUMMARY)
        asked = page.url
        page.evaluate("window.sameWindow = true")
    findings = data / SECOND / "findings.yaml"
    findings.write_text(findings.read_text(encoding="utf-8").replace(SUMMARY, "lacked nobody."), encoding="utf-8")
    with serving(data, tmp_path / "second", port=port):
        expect(opened).to_contain_text("lacked nobody.", timeout=60_000)
        assert page.url == asked
        assert page.evaluate("window.sameWindow")
        page.get_by_role("button", name="Download", exact=True).click()
        with page.expect_download():
            page.get_by_role("button", name="Download table (CSV)").click()
    page.close()


def test_below_a_path_everything_is_there(browser: Browser, testshire: Testshire, tmp_path: Path) -> None:
    """Behind a proxy that takes a path away: links, a view by its address, a file, what is not there, and the data."""
    with (
        serving(testshire.write(), tmp_path / "log") as server,
        proxied(server, tmp_path / "nginx", path="/panel") as proxy,
    ):
        page = browser.new_page()
        page.goto(f"{proxy.address}/panel/")
        whole(page).locator("nav").get_by_role("link", name="Themes").click()
        page.wait_for_url(f"{proxy.address}/panel/themes")
        expect(page.locator("h1")).to_have_text("What was said on each theme?")
        page.goto(f"{proxy.address}/panel/inspection?inspection=2030-second-look&entry=2030-second-look.C01")
        expect(page.locator(".words li.opened h4")).to_contain_text(SUMMARY)
        assert page.locator("[data-view]").text_content() == page.url
        page.get_by_role("button", name="Download", exact=True).click()
        with page.expect_download():
            page.get_by_role("button", name="Download table (CSV)").click()
        page.goto(f"{proxy.address}/panel/about?part=data")
        page.get_by_role("heading", name="For curators and developers").click()
        page.get_by_role("link", name=f"{proxy.address}/panel/open/index.json").click()
        page.wait_for_url(f"{proxy.address}/panel/open/index.json")
        page.goto(f"{proxy.address}/panel/inspecti")
        page.get_by_role("link", name="Go to the dashboard").click()
        page.wait_for_url(f"{proxy.address}/panel/")
        expect(page.locator("nav").get_by_role("link", name="Themes")).to_be_visible()
        page.close()


def test_without_javascript_the_open_data_is_a_click_away(browser: Browser, address: str) -> None:
    """A reader who has it switched off is told so, and can read the same data."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/themes")
    expect(page.locator("h1")).to_have_text("How Leicestershire Police protects children")
    page.get_by_role("link", name="the list of its files").click()
    page.wait_for_url(f"{address}/open/index.json")
    context.close()
