"""The deck in a real browser: walked through by key, at two sizes, on the real register."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1920, 1080)]
THEMES = "themes=partnership,digital"
LEAST_LETTER = 24
OVERFLOWING = """() => {
  const room = { right: innerWidth + 1, bottom: innerHeight + 1 };
  const shown = document.querySelectorAll(".slide h1, .slide p, .slide li, .slide td, .slide th, .stPlotlyChart text");
  const outside = [...shown].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.left < -1 || box.top < -1 || box.right > room.right || box.bottom > room.bottom);
  });
  return outside.map((node) => node.textContent);
}"""
OVERLAPPING = """() => {
  const box = (name) => document.querySelector(name)?.getBoundingClientRect();
  const [head, foot] = [box(".slide h1"), box(".slide-foot")];
  const bodies = [...document.querySelectorAll(".slide-body > *, .stPlotlyChart .main-svg")];
  return bodies.map((node) => node.getBoundingClientRect()).filter((body) =>
    body.height && (body.top < head.bottom - 1 || body.bottom > foot.top + 1)).map(({ top, bottom }) => [top, bottom]);
}"""
LETTERS = """() => {
  const enlarged = document.querySelector(".slide").getBoundingClientRect().width / 960;
  const words = ".slide h1, .slide p, .slide li, .slide td, .slide th, .ytick text, .annotation text";
  const texts = document.querySelectorAll(words);
  return [...texts].filter((node) => node.textContent.trim()).map((node) =>
    [parseFloat(getComputedStyle(node).fontSize) * enlarged, node.textContent]);
}"""
SCROLLING = """() => [...document.querySelectorAll("html, body, [data-testid=stMain], .slide, .slide *")]
  .filter((node) => ["auto", "scroll"].includes(getComputedStyle(node).overflowY))
  .filter((node) => node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.className)"""


def at(page: Page, number: int) -> None:
    """Wait until a slide is shown, with its chart if it has one, and keys are heard."""
    expect(page.locator(f'.slide[data-number="{number}"]')).to_be_visible()
    expect(page.locator("[aria-live=polite]").filter(has_text=re.compile(rf"^Slide {number} of "))).to_have_count(1)
    if page.locator('.slide:not([data-part="title"]) .slide-body:empty').count():
        expect(page.locator(".js-plotly-plot .point").first).to_be_attached()


def begun(page: Page) -> Page:
    """Wait until the page on which a deck is chosen hears what is clicked."""
    expect(page.locator("[data-present]")).to_be_visible()
    expect(page.locator("[aria-live=polite][style*=clip-path]:not(.spoken)")).to_be_attached()
    return page


def click_mark(page: Page, nth: int) -> None:
    """Click a mark once clicks are heard."""
    expect(page.locator("[data-testid=stPlotlyChart][role=application]")).to_be_attached()
    page.locator(".js-plotly-plot .point").nth(nth).click(force=True)


def number_of_slides(page: Page) -> int:
    """Return how many slides the deck has."""
    return int(page.locator(".slide").get_attribute("data-slides") or 0)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def deck(request: pytest.FixtureRequest, visit: Visit) -> Page:
    """Open the deck at its first slide."""
    width, height = request.param
    page = visit(f"/present?{THEMES}&slide=1", viewport={"width": width, "height": height})
    at(page, 1)
    return page


def test_every_slide_fits_the_window(deck: Page) -> None:
    """By key from the first slide to the last: no scroll bar, nothing outside or over another, letters large enough."""
    last, width = number_of_slides(deck), deck.viewport_size["width"]  # type: ignore[index]
    for number in range(1, last + 1):
        at(deck, number)
        assert deck.evaluate(OVERFLOWING) == [], number
        assert deck.evaluate(OVERLAPPING) == [], number
        assert deck.evaluate(SCROLLING) == [], number
        small = [text for size, text in deck.evaluate(LETTERS) if size < LEAST_LETTER * width / 1920 - 0.1]
        assert small == [], number
        deck.keyboard.press("ArrowRight")
    assert last > 15


def test_fast_presses_are_not_lost(deck: Page) -> None:
    """A clicker pressed nine times without a pause, and twice back, is seven slides on; a reload stays there."""
    for key in ["PageDown"] * 9 + ["PageUp"] * 2:
        deck.keyboard.press(key)
    at(deck, 8)
    expect(deck).to_have_url(re.compile(r"slide=8"))
    deck.reload()
    at(deck, 8)
    deck.keyboard.press("End")
    at(deck, number_of_slides(deck))
    deck.keyboard.press("ArrowRight")
    deck.keyboard.press("Home")
    at(deck, 1)


def test_escape_leaves_the_deck(visit: Visit) -> None:
    """Nothing of the page is to be seen on a slide; Escape brings it back, with what was chosen."""
    page = visit(f"/present?{THEMES}&slide=2")
    at(page, 2)
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_be_visible()
    assert page.url.endswith("themes=partnership%2Cdigital")


def test_a_mark_opens_its_words_on_the_slide(visit: Visit) -> None:
    """A click on a mark shows its words over the slide; Escape closes them first, arrows still change the slide."""
    page = visit("/present?slide=3", viewport={"width": 1920, "height": 1080})
    at(page, 3)
    click_mark(page, 5)
    words = page.locator(".slide-words blockquote")
    expect(words).to_be_visible()
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)
    at(page, 3)
    click_mark(page, 6)
    expect(words).to_be_visible()
    page.keyboard.press("ArrowRight")
    at(page, 4)
    expect(words).to_have_count(0)


def test_marks_can_be_reached_by_keyboard_on_a_slide(visit: Visit) -> None:
    """Tab enters the chart, arrows then go from mark to mark, Enter opens one; Page Down still changes the slide."""
    page = visit("/present?slide=3")
    at(page, 3)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-testid=stPlotlyChart]')"):
            break
    page.keyboard.press("ArrowRight")
    ring = page.locator(".mark-focus").bounding_box()
    mark = page.locator(".js-plotly-plot .point").first.bounding_box()
    assert ring is not None
    assert mark is not None
    assert ring["width"] < 4 * mark["width"]
    page.keyboard.press("Enter")
    expect(page.locator(".slide-words blockquote")).to_be_visible()
    page.keyboard.press("PageDown")
    at(page, 4)


def test_screen_readers_hear_where_they_are(visit: Visit) -> None:
    """A live region says the number of the slide, how many there are, and its headline."""
    page = visit("/present?slide=1")
    at(page, 1)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    heard = page.locator("[aria-live=polite]").filter(has_text=re.compile(r"^Slide 2 of \d+\. 4 inspections"))
    expect(heard).to_have_count(1)


def test_notes_follow_the_slides_in_another_window(browser: Browser, served: str) -> None:
    """What the presenter reads on a second screen changes with the slide, and a key there changes the slide."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/present")
    with begun(page).expect_popup() as opened:
        page.get_by_role("link", name="Open speaker’s notes").click()
    notes = opened.value
    expect(notes.locator('.presenter[data-number="1"]')).to_be_visible()
    begun(page).locator("[data-present]").click()
    at(page, 1)
    page.keyboard.press("ArrowRight")
    expect(notes.locator('.presenter[data-number="2"]')).to_be_visible()
    notes.keyboard.press("PageDown")
    at(page, 3)
    expect(notes.get_by_text("Sources")).to_be_visible()
    context.close()


def test_full_screen_at_a_click(visit: Visit) -> None:
    """The way in fills the screen and shows the first slide; Escape gives the screen back."""
    page = visit("/present")
    begun(page).locator("[data-present]").click()
    at(page, 1)
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    at(page, 2)
    assert page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    page.wait_for_function("document.fullscreenElement === null")


def test_a_swipe_changes_the_slide(visit: Visit) -> None:
    """On a tablet a swipe to the left goes on, one to the right goes back."""
    page = visit("/present?slide=2", viewport={"width": 1024, "height": 768}, has_touch=True)
    at(page, 2)
    for begins, ends, number in ((700, 300, 3), (300, 700, 2)):
        page.evaluate(
            """([begins, ends]) => {
              const touch = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
              for (const [type, x] of [["touchstart", begins], ["touchend", ends]])
                document.body.dispatchEvent(new TouchEvent(type, { changedTouches: [touch(x)], bubbles: true }));
            }""",
            [begins, ends],
        )
        at(page, number)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_slide_has_an_accessibility_violation(visit: Visit, scheme: str) -> None:
    """The automatic checks of axe-core for WCAG 2.2 A and AA find nothing: a chart, opened words, a pair."""
    page = visit("/present?slide=1", color_scheme=scheme)
    at(page, 1)
    for number, opened in ((3, "&entry=2026-family-environment.C07"), (6, ""), (18, "")):
        page.goto(f"{page.url.partition('?')[0]}?slide={number}{opened}")
        at(page, number)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [violation["id"] for violation in found.response["violations"]] == []
