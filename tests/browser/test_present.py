"""The slides in real browsers: by keys, mouse and fingers, at two sizes, in two windows, on paper.

By these means Firefox is given no fingers, no telephone and no dark screen: what needs them is tried in Chromium.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny.slides.slide import Part
from tests.browser.conftest import BOTH, Visit, visits
from tests.browser.reading import at_rest, paper, squeezed, turn, violations, whole, write

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1920, 1080)]
TABLET, PHONE = {"width": 1180, "height": 820}, {"width": 390, "height": 844}
EVERYTHING = f"inspection=all&part={','.join(Part)}"
BARS = 3
"""The slide with the concerns by theme, one symbol for each."""
WORDS_AT = f"slide={BARS}&entry=2026-family-environment.C09"
MINE = "Commissioner, when will this be put right?"
LEAST, LEAST_HEADLINE = 16, 28
OUTSIDE = """() => {
  const slide = document.querySelector(".slide").getBoundingClientRect();
  const box = (name) => document.querySelector(`.slide ${name}`).getBoundingClientRect();
  const [head, foot] = [box("header"), box("footer")];
  const texts = [...document.querySelectorAll(".on-slide :is(.slide-headline, p, li, td, th, figure, b, .unit, span)")];
  return texts.map((node) => [node, node.getBoundingClientRect()]).filter(([node, box]) => box.width && (
    box.left < slide.left || box.right > slide.right || box.top < slide.top || box.bottom > slide.bottom + 1 ||
    (node.closest(".slide-body") && (box.top < head.bottom - 1 || box.bottom > foot.top + 1))
  )).map(([node]) => node.textContent);
}"""
LETTERS = """() => {
  const point = document.querySelector(".slide").getBoundingClientRect().width / 960;
  const texts = document.querySelectorAll(
    ".on-slide :is(.slide-headline, p, li, td, th, figcaption, blockquote, b, .bars span:first-child)");
  return [...texts].filter((node) => node.textContent.trim()).map((node) =>
    [parseFloat(getComputedStyle(node).fontSize) / point, node.className, node.textContent]);
}"""
NUMBERS = """() => [...document.querySelectorAll(".slide li:not(.key li, .bars li)")]
  .map((node) => [getComputedStyle(node).listStyleType, getComputedStyle(node).overflowX,
    node.getBoundingClientRect().left - document.querySelector(".slide").getBoundingClientRect().left])"""


def at(page: Page, number: int) -> None:
    """Wait until a slide is shown and keys are heard."""
    expect(page.locator(f'.screen[data-number="{number}"]')).to_be_visible()
    expect(page.locator("[aria-live=polite]").filter(has_text=re.compile(rf"^Slide {number} of "))).to_have_count(1)


def begun(page: Page) -> Page:
    """Wait until the page on which slides are chosen hears what is clicked."""
    expect(page.locator("[data-present]")).to_be_visible()
    expect(page.locator("[aria-live=polite][style*=clip-path]:not(.spoken)")).to_be_attached()
    return page


def number_of_slides(page: Page) -> int:
    """Return how many slides there are."""
    return int(page.locator(".screen").get_attribute("data-slides") or 0)


def is_black(page: Page) -> bool:
    """Tell whether the window is covered in black."""
    style = "getComputedStyle(document.querySelector('.screen'), '::after')"
    return bool(page.evaluate(f"{style}.content !== 'none' && {style}.backgroundColor === 'rgb(0, 0, 0)'"))


def swipe(page: Page, begin: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a finger over the window, as the browser itself hears it."""
    fingers = page.context.new_cdp_session(page)
    steps = [tuple(a + (b - a) * nth / 10 for a, b in zip(begin, end, strict=True)) for nth in range(11)]
    for nth, (x, y) in enumerate(steps):
        what = "touchMove" if nth else "touchStart"
        fingers.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": [{"x": x, "y": y}]})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    fingers.detach()


@BOTH
@pytest.mark.parametrize("choice", ["", EVERYTHING])
def test_every_slide_fits_the_window(inside: Visit, choice: str) -> None:
    """By key from the first slide to the last: nothing outside or over another, letters large enough."""
    page = inside(f"/present?{choice}&slide=1")
    at(page, 1)
    last, lists = number_of_slides(page), 0
    assert choice or last <= 12
    for number in range(1, min(last, 20) + 1):
        at(page, number)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            outside, sizes, numbers = page.evaluate(f"() => [({OUTSIDE})(), ({LETTERS})(), ({NUMBERS})()]")
            assert outside == [], number
            assert [text for size, _, text in sizes if size < LEAST - 0.1] == [], number
            assert min(size for size, name, _ in sizes if name == "slide-headline") > LEAST_HEADLINE - 0.1
            for style, overflow, left in numbers:
                assert style in ("disc", "decimal")
                assert overflow == "visible"
                assert left > 60 * width / 960
                lists += 1
        page.keyboard.press("ArrowRight")
    assert lists > 10


@BOTH
def test_every_key_goes_where_it_says(inside: Visit) -> None:
    """Space, Enter, arrows of all four directions, Page keys, Home and End; a number and Enter goes to that slide."""
    page = inside("/present?slide=1")
    at(page, 1)
    last = number_of_slides(page)
    steps = {"Space": 2, "Enter": 3, "ArrowRight": 4, "ArrowDown": 5, "PageDown": 6, "ArrowLeft": 5, "ArrowUp": 4}
    more = {"PageUp": 3, "Shift+Space": 2, "End": last, "Home": 1}
    for key, number in (steps | more).items():
        page.keyboard.press(key)
        at(page, number)
    page.keyboard.type("11")
    expect(page.locator(".controls output")).to_have_text("11")
    page.keyboard.press("Enter")
    at(page, 11)
    expect(page.locator(".controls output")).to_have_text("")
    page.keyboard.type("7")
    page.keyboard.press("Escape")  # forgets the number, and nothing else
    page.keyboard.press("Enter")
    at(page, 12)
    page.keyboard.type("999")
    page.keyboard.press("Enter")
    at(page, last)


def test_letters_can_be_turned_off(visit: Visit) -> None:
    """Whoever speaks to the computer can do without keys that are letters and numbers (WCAG 2.2, 2.1.4)."""
    page = begun(visit("/present"))
    page.locator(".keys summary").press("Enter")
    box = page.get_by_role("checkbox", name="Letters, numbers")
    box.uncheck()
    page.locator("[data-present]").press("Enter")
    at(page, 1)
    page.keyboard.type("b.3")
    page.keyboard.press("Enter")
    at(page, 2)
    assert not is_black(page)
    page.keyboard.press("Escape")
    begun(page)
    page.locator(".keys summary").press("Enter")
    expect(box).not_to_be_checked()


@BOTH
def test_fast_presses_are_not_lost(inside: Visit) -> None:
    """A clicker pressed nine times without a pause, and twice back, is seven slides on; a reload stays there."""
    page = inside("/present?slide=1")
    at(page, 1)
    for key in ["PageDown"] * 9 + ["PageUp"] * 2:
        page.keyboard.press(key)
    at(page, 8)
    expect(page).to_have_url(re.compile(r"slide=8"))
    page.reload()
    at(page, 8)


@BOTH
def test_black_and_back(inside: Visit) -> None:
    """B and the full stop cover the slide; B, Escape, a click or the next slide uncover it."""
    page = inside("/present?slide=2")
    at(page, 2)
    for key, uncovers in (("b", "b"), (".", "Escape"), ("B", "."), ("b", "ArrowLeft")):
        page.keyboard.press(key)
        assert is_black(page)
        page.keyboard.press(uncovers)
        assert not is_black(page)
    at(page, 1)
    page.keyboard.press("b")
    page.mouse.click(700, 400)
    assert not is_black(page)
    at(page, 1)


@BOTH
def test_escape_leaves_the_slides(inside: Visit) -> None:
    """Nothing of the page is to be seen on a slide; Escape brings it back, with what was chosen."""
    page = inside("/present?themes=partnership%2Cdigital&slide=2")
    at(page, 2)
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_be_visible()
    assert page.url.endswith("themes=partnership%2Cdigital")


@BOTH
def test_a_click_goes_on_and_buttons_stay_quiet(visit: Visit) -> None:
    """A click beside symbols goes on; back, next and the way out are seen while the pointer moves."""
    page = visit("/present?slide=1", viewport={"width": 1280, "height": 720})
    at(page, 1)
    controls = page.locator(".controls")
    expect(controls).to_have_css("opacity", "0")
    page.mouse.click(600, 500)
    at(page, 2)
    expect(controls).to_have_css("opacity", "1")
    page.get_by_role("button", name="Next slide").click()
    at(page, 3)
    page.get_by_role("button", name="Previous slide").click()
    at(page, 2)
    page.keyboard.press("Enter")  # the button has the focus still
    at(page, 1)
    page.get_by_role("button", name="Leave the slides").click()
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()


@BOTH
def test_words_stand_beside_their_symbol(inside: Visit) -> None:
    """They hide neither the symbol nor the headline, have the focus, close at a click elsewhere, and give it back."""
    page = inside(f"/present?slide={BARS}", viewport={"width": 1280, "height": 720})
    at(page, BARS)
    words, symbols = page.locator(".opened-words"), page.locator(".bars .unit")
    for nth in (0, 4, symbols.count() - 1):
        symbols.nth(nth).click()
        expect(words).to_be_focused()
        box, symbol, head = (one.bounding_box() for one in (words, symbols.nth(nth), page.locator(".slide header")))
        assert box
        assert symbol
        assert head
        assert box["x"] > symbol["x"] + symbol["width"] or box["x"] + box["width"] < symbol["x"]
        assert box["y"] >= head["y"] + head["height"]
        assert box["y"] + box["height"] <= 720
        expect(words.locator("blockquote")).to_be_visible()
        page.mouse.click(100, 650)
        expect(words).to_have_count(0)
        at(page, BARS)
        expect(symbols.nth(nth)).to_be_focused()
    symbols.nth(1).focus()
    page.keyboard.press("Enter")
    expect(words).to_be_focused()
    page.keyboard.press("b")
    page.keyboard.press("Escape")  # first the words, then the black
    expect(words).to_have_count(0)
    assert is_black(page)
    page.keyboard.press("Escape")
    assert not is_black(page)
    at(page, BARS)
    symbols.nth(1).click()
    page.keyboard.press("ArrowRight")
    at(page, BARS + 1)
    expect(words).to_have_count(0)


@BOTH
def test_an_own_view_looks_as_its_key_says(inside: Visit) -> None:
    """Rows that the headline is not about are grey, but the outline of an own view keeps its colour."""
    page = inside("/present?inspection=2026-family-environment&slide=3")
    drawn, key = page.locator(".bars .muted .unit.hollow").first, page.locator(".slide .key b").last
    expect(drawn).to_be_visible()
    colours = [one.evaluate("element => getComputedStyle(element).color") for one in (drawn, key)]
    assert colours[0] == colours[1]


def test_screen_readers_hear_where_they_are(inside: Visit) -> None:
    """A live region says the number of the slide, how many there are, and its headline; the headline is the heading."""
    page = inside(f"/present?slide={BARS}")
    at(page, BARS)
    headline = page.locator(".slide h1").text_content() or ""
    heard = page.locator("[aria-live=polite]").filter(has_text=f"Slide {BARS} of {number_of_slides(page)}. {headline}")
    expect(heard).to_have_count(1)


@BOTH
def test_notes_follow_the_slides_in_another_window(inside: Visit) -> None:
    """What the speaker reads on a second screen changes with the slide, and a key there changes the slide."""
    page = inside("/present")
    with begun(page).expect_popup() as window:
        page.get_by_role("link", name="Speaker’s notes").click()
    notes = window.value
    expect(notes.locator('.presenter[data-number="1"]')).to_be_visible()
    expect(notes.get_by_test_id("stHeader")).to_be_hidden()
    expect(notes.locator(".presenter .slide")).to_have_count(2)
    expect(notes.locator(".clock time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    begun(page).locator("[data-present]").click()
    at(page, 1)
    page.keyboard.press("ArrowRight")
    expect(notes.locator('.presenter[data-number="2"]')).to_be_visible()
    notes.keyboard.press("PageDown")
    at(page, 3)
    expect(notes.locator('.presenter[data-number="3"] > div > blockquote')).to_be_visible()
    notes.keyboard.press("b")
    page.wait_for_function("document.documentElement.hasAttribute('data-black')")
    expect(notes.get_by_text("The screen is black.")).to_be_visible()
    page.keyboard.press("b")
    expect(notes.get_by_text("The screen is black.")).to_be_hidden()
    notes.close()


@BOTH
def test_notes_that_are_opened_late_join_the_slides(visit: Visit, inside: Visit, served: str) -> None:
    """They show the slide that is on the other window, and count the minutes since that was begun."""
    inside("/about")  # so that the window that stays open shows no slides
    page = visit("/_stcore/health")
    page.clock.install()
    page.goto(f"{served}/present?slide=1")
    at(page, 1)
    page.keyboard.press("End")
    at(page, last := number_of_slides(page))
    notes = page.context.new_page()
    notes.goto(f"{served}/present?slide=1&notes=1")
    expect(notes.locator(f'.presenter[data-number="{last}"]')).to_be_visible()
    expect(notes.get_by_text("This is the last slide.")).to_be_visible()
    expect(notes.locator(".clock span")).to_have_text(re.compile(r"^\d+ minutes? since the start$"))


@BOTH
def test_full_screen_at_a_click(visit: Visit) -> None:
    """The way in fills the screen and shows the first slide; F gives the screen back and fills it; Escape leaves."""
    page = visit("/present")  # it must be the window in front
    begun(page).locator("[data-present]").click()
    at(page, 1)
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    at(page, 2)
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    page.wait_for_function("document.fullscreenElement === null")
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()


@pytest.mark.parametrize("viewport", [TABLET, PHONE], ids=["tablet", "phone"])
def test_fingers_turn_slides_and_never_leave_them(visit: Visit, viewport: dict[str, int]) -> None:
    """A swipe goes on or back, from the edge too and at the first slide; a tap goes on; buttons are seen."""
    page = visit("/about", viewport=viewport, has_touch=True, is_mobile=True)
    expect(page.locator("h1")).to_be_visible()
    page.goto(page.url.replace("/about", "/present"))
    begun(page).locator("[data-present]").tap()
    at(page, 1)
    left, right, half = viewport["width"] * 0.2, viewport["width"] * 0.8, viewport["width"] / 2
    swipe(page, (left, 300), (right, 310))  # a browser would go back
    at(page, 1)
    swipe(page, (right, 300), (left, 310))  # which leads nowhere from a page before
    at(page, 2)
    swipe(page, (right, 300), (left, 310))
    at(page, 3)
    swipe(page, (3, 300), (right, 310))
    at(page, 2)
    swipe(page, (half, 600), (half, 250))  # scrolls, where there is more to read
    at(page, 2)
    page.touchscreen.tap(half, 60)
    at(page, 3)
    expect(page.locator(".controls")).to_have_css("opacity", "1")
    page.locator(".bars .unit").nth(2).tap()
    expect(page.locator(".opened-words")).to_be_visible()
    page.touchscreen.tap(half, 40)
    expect(page.locator(".opened-words")).to_have_count(0)
    page.get_by_role("button", name="Next slide").tap()
    at(page, 4)
    page.get_by_role("button", name="Leave the slides").tap()
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()


def test_a_slide_flows_on_a_phone(visit: Visit) -> None:
    """Held upright, a phone shows letters of at least 15 pixels, nothing beside the window, and all by scrolling."""
    page = visit("/present?slide=1", viewport=PHONE, has_touch=True, is_mobile=True)
    at(page, 1)
    for number in range(1, number_of_slides(page) + 1):
        at(page, number)
        sizes = "parseFloat(getComputedStyle(node).fontSize)"
        texts = ".on-slide :is(.slide-headline, p, li, td, blockquote, figcaption)"
        assert min(page.evaluate(f"[...document.querySelectorAll('{texts}')].map(node => {sizes})")) >= 15
        assert page.evaluate("document.querySelector('.screen').scrollWidth") <= PHONE["width"]
        page.keyboard.press("PageDown")


@BOTH
def test_slides_in_small_stand_side_by_side(inside: Visit) -> None:
    """As many as there is room for; each is the slide itself, and the way to it."""
    page = begun(inside("/present"))
    for width, across in ((1366, 3), (820, 2), (390, 1)):
        page.set_viewport_size({"width": width, "height": 768})
        lefts = "() => [...document.querySelectorAll('.in-small .slide')].map(n => n.getBoundingClientRect().left)"
        assert len({*at_rest(page, lefts)}) == across
    assert page.evaluate("[...document.querySelectorAll('.in-small .slide')].every(slide => slide.inert)")
    headline = page.locator(".in-small .slide-headline").nth(2).text_content() or ""
    page.locator(".in-small > li").nth(2).scroll_into_view_if_needed()  # Firefox draws a slide once it is near
    page.get_by_role("link", name=f"Slide 3: {headline}").click()
    at(page, 3)
    expect(page.locator(".slide h1")).to_have_text(headline)
    page.go_back()
    expect(page.get_by_role("heading", name="Slides for the meeting", exact=True)).to_be_visible()


def test_slides_are_dark_only_if_that_is_chosen(inside: Visit) -> None:
    """On a dark screen, too, slides are light; the choice is in the address."""
    grounds = []
    for path in ("slide=2", "slide=2&dark=1"):
        page = inside(f"/present?{path}", color_scheme="dark")
        at(page, 2)
        grounds.append(page.evaluate("getComputedStyle(document.querySelector('.slide')).backgroundColor"))
    assert grounds[0] == "rgb(255, 255, 255)"
    assert grounds[1] != grounds[0]


@BOTH
def test_a_rewording_is_on_the_slide_and_in_the_notes(inside: Visit) -> None:
    """The officer's own words are on the projector and in front of the speaker."""
    page = inside("/questions?pick=Q01")
    page.get_by_role("link", name="Edit question 1").click()
    write(page.get_by_label("Question 1", exact=True), MINE)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("sheet="))
    address = f"/present?{page.url.partition('?')[2]}&part=questions&slide=1"
    at(turn(page, address), 1)
    expect(page.locator(".slide li").first).to_contain_text(MINE)
    turn(page, f"{address}&notes=1")
    expect(page.locator(".presenter .slide li").first).to_contain_text(MINE)
    turn(page, address.replace("part=questions&slide=1", "slide=2&notes=1"))
    expect(page.locator(".presenter > div").nth(1)).to_contain_text(MINE)  # it may be asked next


@pytest.fixture(scope="module")
def dark(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Open a window on a dark screen."""
    with visits(request, browser) as visit:
        yield visit("/about", color_scheme="dark")


@BOTH
@pytest.mark.parametrize(("choice", "sheets"), [("", 12), (f"slide={BARS}", 1), ("dark=1&part=concerns,pairs", 2)])
def test_slides_print_one_to_a_sheet(dark: Page, choice: str, sheets: int) -> None:
    """Each on a sheet of its own, level, with its headline, without the page around: all of them, or the one shown."""
    page = turn(turn(whole(dark), "/about"), f"/present?{choice}")
    expect(page.locator(".slide").first).to_be_visible()
    headlines = page.locator(".slide-headline").all_text_contents()
    document = paper(page, landscape=False)  # the sheets say themselves that they are wide
    assert len(document) == len(headlines) == sheets
    for sheet, headline in zip(document, headlines, strict=True):
        width, height = sheet.get_size()
        text = squeezed(sheet.get_textpage().get_text_bounded())
        assert width > height
        assert squeezed(headline) in text
        assert squeezed("Speaker’s notes") not in text
        assert sheet.render(grayscale=True).to_numpy().mean() > 230  # light, with a slide on it


@pytest.mark.parametrize("dark", ["", "&dark=1"])
def test_no_slide_has_an_accessibility_violation(inside: Visit, dark: str) -> None:
    """The automatic checks find nothing, on slides, words and notes."""
    page = inside(f"/present?slide=1{dark}", color_scheme="dark")
    at(page, 1)
    for number in range(1, number_of_slides(page) + 1):
        at(page, number)
        assert (number, violations(page)) == (number, [])
        page.keyboard.press("ArrowRight")
    for address in (WORDS_AT, "slide=2&notes=1", ""):
        turn(page, f"/present?{address}{dark}")
        expect(page.locator(".slide").first).to_be_visible()
        assert (address, violations(page)) == (address, [])
