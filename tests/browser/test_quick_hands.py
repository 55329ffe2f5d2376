"""What is chosen last counts, on a slow line and while the page still changes; Back leads to what somebody chose."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import CHART, OPENED, menu, whole

pytestmark = pytest.mark.browser

SLOW_LINE = """
const Fast = WebSocket;
window.WebSocket = class extends Fast {
  send(data) { setTimeout(() => super.send(data), 40); }
  set onmessage(hear) { super.onmessage = (event) => setTimeout(hear, 40, event); }
  addEventListener(type, hear, options) {
    super.addEventListener(type, type === "message" ? (event) => setTimeout(hear, 40, event) : hear, options);
  }
};
"""
"""Every message takes 40 ms on its way, there and back."""
PRESS = """async ([names, pause]) => {
  for (const name of names) {
    const buttons = [...document.querySelectorAll("[data-testid=stButtonGroup] button, .showing a, .words li a")];
    buttons.find((one) => [one.innerText.trim(), one.ariaLabel].includes(name)).click();
    await new Promise((done) => setTimeout(done, pause));
  }
}"""
Open = Callable[[str], Page]


@pytest.fixture
def open_view(browser: Browser, served: str) -> Iterator[Open]:
    """Give a function that opens a view at the end of a slow line."""
    context = browser.new_context(base_url=served, viewport={"width": 1366, "height": 900})
    context.add_init_script(SLOW_LINE)

    def opened(path: str) -> Page:
        page = context.new_page()
        page.goto(path)
        return whole(page)

    yield opened
    context.close()


def press(page: Page, *names: str, pause: int) -> None:
    """Press one after another, so many milliseconds apart, and wait until the page has come to rest."""
    page.evaluate(PRESS, [names, pause])
    page.wait_for_timeout(200)
    whole(page)


@pytest.mark.parametrize("pause", [40, 80, 150, 250, 400])
def test_of_three_filters_in_turn_all_count(open_view: Open, pause: int) -> None:
    """However soon the next is pressed, the address and the page have all three."""
    page = open_view("/themes")
    page.get_by_role("button", name="More filters").click()
    press(page, "Strength", "The letter's own view", "Local", pause=pause)
    expect(page.locator(".showing span")).to_have_count(3)
    expect(page.locator("[data-query]")).to_have_attribute("data-query", "?kind=concern&voice=respondent&scope=local")
    assert page.url.endswith("/themes?kind=concern&voice=respondent&scope=local")


@pytest.mark.parametrize("pause", [20, 60, 120, 250])
def test_a_filter_is_cleared_while_the_page_still_changes(open_view: Open, pause: int) -> None:
    """What was pressed just before stays, and what was cleared is gone."""
    page = open_view("/themes?kind=strength&scope=local")
    page.get_by_role("button", name="More filters").click()
    press(page, "The letter's own view", "Clear Local", pause=pause)
    expect(page.locator(".showing span")).to_have_count(2)
    assert page.url.endswith("/themes?kind=strength&voice=respondent")


def test_a_point_is_opened_while_the_page_still_changes(open_view: Open) -> None:
    """The point and the filter are both in the address, and Back closes the point alone."""
    page = open_view("/inspection?inspection=2026-family-environment")
    line = page.locator(".words li a").first.inner_text().strip()
    page.get_by_role("button", name="More filters").click()
    press(page, "Local", line, pause=60)
    expect(page.locator(OPENED)).to_have_count(1)
    assert "scope=local" in page.url
    page.go_back()
    expect(page.locator(OPENED)).to_have_count(0)
    assert page.url.endswith("/inspection?inspection=2026-family-environment&scope=local")


def test_back_undoes_the_last_choice_and_no_other(open_view: Open) -> None:
    """An address that was there before counts again when somebody goes back to it."""
    page = open_view("/themes")
    page.get_by_role("button", name="More filters").click()
    press(page, "Local", "The letter's own view", pause=1500)
    page.go_back()
    expect(page.locator(".showing span")).to_have_count(1)
    press(page, "Strength", pause=0)
    expect(page.locator(".showing span")).to_have_count(2)
    assert page.url.endswith("/themes?scope=local&kind=concern")


def test_back_from_another_page_leads_to_the_view_that_was_left(open_view: Open) -> None:
    """One step back, with its filter; a page begins with one address, also where something is taken along to it."""
    page = open_view("/questions")
    page.locator("[data-stay^=Down]").first.click()
    page.wait_for_url("**/questions?pick=*")
    sheet = whole(page).url
    menu(page, "Themes").click()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    press(whole(page), "Strength", pause=0)
    left = page.url
    assert left.endswith("/themes?kind=concern")
    menu(page, "Questions").click()
    page.wait_for_url("**/questions?pick=*")
    expect(page.locator("[data-stay^=Down]").first).to_be_visible()
    assert whole(page).url == sheet
    page.go_back()
    page.wait_for_url(left)
    expect(page.locator(CHART)).to_have_count(1)
    expect(page.locator(".showing span")).to_have_count(1)
