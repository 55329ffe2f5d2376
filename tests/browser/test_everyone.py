"""What automatic checks of accessibility cannot see: focus, what is said, text spacing, forced colours, zoom, touch."""

import io
import re

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Scheme, Visit
from tests.browser.reading import CHART, LINE, MARK, OPENED, SPACED, menu, turn, whole

pytestmark = pytest.mark.browser

SITE = "How Leicestershire Police protects children"
FAMILIES = "/inspection?inspection=2026-family-environment"
PHONE = {"width": 390, "height": 844}


def spoken(page: Page) -> Locator:
    """Give the region whose words are said by screen readers."""
    return page.locator("[aria-live=polite].spoken")


def picture_of(page: Page, box: dict[str, float]) -> Image.Image:
    """Give what is on the screen in a box and a little around it."""
    around = {
        "x": max(box["x"] - 6, 0),
        "y": max(box["y"] - 6, 0),
        "width": box["width"] + 12,
        "height": box["height"] + 12,
    }
    return Image.open(io.BytesIO(page.screenshot(clip=around))).convert("L")  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_has_the_focus_is_seen(inside: Visit, scheme: Scheme) -> None:
    """Enough pixels change by 3:1 or more, whatever has the focus (WCAG 2.2, 2.4.7 and 1.4.11)."""
    page = inside("/themes", color_scheme=scheme)
    page.keyboard.press("Tab")  # from here on the browser shows the focus
    for what in (
        menu(page, "Replies"),
        page.get_by_role("button", name="Concern", exact=True),
        page.get_by_role("button", name="Commitment", exact=True),
        page.get_by_role("button", name="More filters"),
        page.get_by_role("button", name="Share"),
        page.locator(".words summary").first,
        page.locator(".words details[open] li[data-id] a").first,
        page.locator(CHART),
    ):
        page.get_by_test_id("stMain").focus()
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box
        box["height"] = min(box["height"], 300)
        before = picture_of(page, box)
        what.focus()
        after = picture_of(page, box)
        changed = sum(ImageChops.difference(before, after).histogram()[100:])
        assert changed > box["width"], f"{what} changes {changed} pixels"


@pytest.mark.parametrize("path", ["/", "/themes", "/questions?pick=Q01%2CQ02%2CQ03"])
def test_what_has_the_focus_is_never_covered(inside: Visit, path: str) -> None:
    """Going back from the foot of an enlarged page, no stop is under the bar at its top (WCAG 2.2, 2.4.11)."""
    page = inside(path, viewport={"width": 640, "height": 512})
    page.get_by_role("link", name="Back to the top").focus()
    page.keyboard.press("Shift+Tab")
    bottoms = []
    while not page.evaluate("document.activeElement.matches('#stMain, body')"):
        bottoms.append(
            page.evaluate(
                "document.activeElement.closest('.share') || document.activeElement.getBoundingClientRect().bottom"
            )
        )
        page.keyboard.press("Shift+Tab")
    bar = page.get_by_test_id("stHeader").bounding_box()
    in_page = [bottom for bottom in bottoms if isinstance(bottom, int | float)]
    assert len(in_page) > 25
    assert min(in_page) > bar["height"]  # type: ignore[index]


def test_a_closed_menu_is_not_met_and_an_open_one_has_the_focus(inside: Visit) -> None:
    """On a phone no link of the closed menu is a stop; the open one alone can be reached, and Escape leads back."""
    page = inside("/themes", viewport=PHONE)
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.first).to_be_hidden()
    button = page.get_by_test_id("stExpandSidebarButton")
    button.press("Enter")
    expect(links.first).to_be_focused()
    for _ in range(14):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('[data-testid=stMain]')")
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    links.get_by_text("Commitments").click()
    expect(page.locator("h1")).to_contain_text("Commitments")
    expect(links.first).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("name", ["More filters", "Download", "About this chart"])
def test_what_opens_has_the_focus_and_gives_it_back(inside: Visit, name: str) -> None:
    """Tab goes on inside, and Escape leads back to the button."""
    page = inside("/themes")
    button = page.get_by_role("button", name=name)
    button.press("Enter")
    opened = page.get_by_test_id("stPopoverBody")
    expect(opened).to_be_focused()
    if name != "About this chart":
        page.keyboard.press("Tab")
        assert opened.evaluate("opened => opened.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(button).to_be_focused()


def test_whoever_comes_to_a_page_begins_at_its_heading(visit: Visit) -> None:
    """By the navigation, by a link, and by Back."""
    page = whole(visit("/"))
    assert page.evaluate("document.activeElement === document.body"), "the first page takes no focus"
    menu(page, "Commitments").press("Enter")
    expect(page.locator("h1")).to_contain_text("Commitments")
    expect(page.locator("h1")).to_be_focused()
    whole(page).locator("footer a").first.press("Enter")
    expect(page.locator("h1")).to_have_text("About")
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Commitments")
    expect(page.locator("h1")).to_be_focused()


def test_back_to_the_top(inside: Visit) -> None:
    """At the foot of a long page one key leads to its heading."""
    page = inside("/then-and-since")
    page.get_by_role("link", name="Back to the top").press("Enter")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()


def test_a_line_that_is_moved_edited_or_removed_keeps_the_focus(inside: Visit) -> None:
    """Whatever a member does with a question, the focus stays where work goes on, and the number is said."""
    page = inside("/questions?pick=Q01%2CQ02%2CQ03")
    link = lambda name: page.get_by_role("link", name=name)  # noqa: E731  # a word for what is asked for six times
    link("Move question 2 up").press("Enter")
    expect(link("Move question 1 down")).to_be_focused()
    link("Move question 2 down").press("Enter")
    expect(link("Move question 3 up")).to_be_focused()
    link("Edit question 1").press("Enter")
    expect(page.get_by_label("Question 1", exact=True)).to_be_focused()
    link("Cancel").press("Enter")
    expect(link("Edit question 1")).to_be_focused()
    link("Remove question 3").press("Enter")
    expect(spoken(page)).to_contain_text("On your sheet (2)")
    expect(link("Remove question 2")).to_be_focused()
    page.get_by_role("link", name="Add: ").first.press("Enter")
    expect(spoken(page)).to_contain_text("On your sheet (3)")
    expect(page.locator("a[data-stay^='Add ']:focus")).to_have_count(1)


def test_what_a_filter_and_a_search_lead_to_is_said(visit: Visit, inside: Visit) -> None:
    """The new headline comes into a region that was there before (WCAG 2.2, 4.1.3)."""
    page = whole(visit("/themes"))
    expect(spoken(page)).to_have_text("")
    page.evaluate("voice => (window.voice = voice)", spoken(page).element_handle())
    page.get_by_role("button", name="Concern", exact=True).press("Enter")
    expect(page.locator(".showing")).to_contain_text("Strength")
    expect(spoken(page)).to_have_text(page.locator("h2.headline").inner_text())
    assert page.evaluate("window.voice.isConnected")
    page = inside("/present")
    page.get_by_role("radio", name="Online child sexual abuse", exact=True).press("Enter")
    expect(spoken(page)).to_contain_text("slides about Online child sexual abuse")
    page = inside("/questions")
    page.get_by_role("combobox", name="Inspection").click()
    page.get_by_role("option").nth(2).click()
    expect(spoken(page)).to_contain_text("More suggestions")
    page = inside("/search")
    page.get_by_label("Search for").fill("supervision")
    expect(spoken(page)).to_contain_text("Found: ")
    page.get_by_label("Search for").fill("zzzzzzzz")
    expect(spoken(page)).to_contain_text("No results for “zzzzzzzz”")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", ""),
        ("/inspection?inspection=2017-child-protection", "Child protection – Inspections"),
        ("/themes", "Themes"),
        ("/themes?theme=supervision", "Supervision of cases – Themes"),
        ("/then-and-since?came_back=2017-child-protection", "What came back from Child protection – Then and since"),
        ("/search?q=risk", "risk – Search"),
        ("/about?part=accessibility", "Accessibility – About"),
        ("/entry?id=2025-group-exploitation.A02", "Reported action A02 – Group-based child sexual exploitation"),
        ("/entry?id=none", "Page not found"),
        ("/none", "Page not found"),
    ],
)
def test_titles_name_subject_page_and_site(inside: Visit, visit: Visit, path: str, title: str) -> None:
    """Ten open windows can be told apart by their titles (WCAG 2.2, 2.4.2)."""
    page = whole(visit(path)) if title == "Page not found" else inside(path)
    expect(page).to_have_title(" – ".join(filter(None, [title, SITE])))


def test_a_point_is_read_out_with_what_its_symbol_says(inside: Visit) -> None:
    """A chart is named in a sentence; kind, scope and whose view it is are read out on the line of each point."""
    page = inside("/themes")
    assert len(str(page.locator(CHART).get_attribute("aria-label"))) < 150
    symbols = page.locator(f"{LINE} .symbol")
    kinds = set(symbols.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))"))
    assert {"Concern", "Strength", "Concern, national", "Concern (own view), national"} <= kinds
    assert page.locator(CHART).get_by_role("img").count() == 0, "letters of symbols are not read out"
    page.locator(CHART).focus()
    page.keyboard.press("Home")
    expect(spoken(page)).to_contain_text(re.compile(r"^Concern, national .+ 1 of \d+\.$"))


def test_a_slide_grows_with_the_spacing_of_its_text(visit: Visit) -> None:
    """On a wide window too every line can be reached, and none is over another (WCAG 2.2, 1.4.12)."""
    page = visit("/present?slide=3", viewport={"width": 1366, "height": 768})
    last, foot = page.locator(".on-slide .bars b").last, page.locator(".on-slide footer")
    expect(last).to_be_visible()
    page.add_style_tag(content=SPACED)
    page.locator(".screen").evaluate("screen => screen.scrollTo(0, screen.scrollHeight)")
    expect(foot).to_be_in_viewport(ratio=0.99)
    boxes = [one.bounding_box() for one in (last, foot)]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1  # type: ignore[index]


def test_the_button_of_the_slides_is_legible_in_forced_colours(visit: Visit) -> None:
    """Its words are not of the colour that is behind them."""
    page = whole(visit("/present", forced_colors="active"))
    button = page.locator("[data-present]")
    box = button.bounding_box()
    assert box
    least, most = Image.open(io.BytesIO(button.screenshot())).convert("L").resize((40, 16)).getextrema()
    assert button.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"
    assert int(most) - int(least) > 60  # type: ignore[arg-type]


def test_chosen_buttons_can_be_told_apart_in_forced_colours(visit: Visit) -> None:
    """What is pressed has the opposite colours, and its label can be read."""
    page = whole(visit("/themes", forced_colors="active"))
    looks = (
        page.get_by_test_id("stButtonGroup")
        .first.locator("button")
        .evaluate_all(
            "all => all.map(one => { const label = getComputedStyle(one.querySelector('p'));"
            " return [one.ariaPressed, getComputedStyle(one).backgroundColor, label.color, label.forcedColorAdjust]; })"
        )
    )
    pressed, not_pressed = ([look[1:] for look in looks if look[0] == state] for state in ("true", "false"))
    assert pressed[0][:2] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert pressed[0][2] == "none"
    assert pressed[0][0] != not_pressed[0][0]


CROWDED = """() => {
    const all = [...document.querySelectorAll('a[href], button, input, summary, textarea')]
        .filter(one => one.checkVisibility({ visibilityProperty: true }))
        .map(one => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width);
    const inText = one => getComputedStyle(one).display === 'inline'
        && one.parentElement.textContent.trim().length > one.textContent.trim().length + 2;
    const small = all.filter(({ one, box }) => Math.min(box.width, box.height) < 24 && !inText(one));
    return small.filter(({ one, box }) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return all.some(other => other.one !== one && !other.one.contains(one) && !one.contains(other.one)
            && Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right),
                          Math.max(other.box.top - y, 0, y - other.box.bottom)) < 12);
    }).map(({ one }) => one.outerHTML.slice(0, 120));
}"""


def test_what_is_pressed_has_room(visit: Visit) -> None:
    """What is smaller than 24 by 24 pixels stands that far from the next, or in a line of text (WCAG 2.2, 2.5.8)."""
    page = visit("/present", viewport=PHONE, has_touch=True, is_mobile=True)
    views = ("/", FAMILIES, "/questions", "/then-and-since", "/search?q=supervision", "/about")
    crowded = {path: whole(turn(whole(page), path)).evaluate(CROWDED) for path in views}
    assert {path: found for path, found in crowded.items() if found} == {}


def test_a_tap_opens_and_every_point_is_in_the_list(visit: Visit) -> None:
    """Under a finger a symbol, or its line, which is large enough, opens the words (WCAG 2.2, 2.5.8)."""
    page = whole(visit(FAMILIES, viewport=PHONE, has_touch=True, is_mobile=True))
    assert page.locator(LINE).count() == page.locator(MARK).count()
    line = page.locator(f"{LINE} a").first
    assert line.bounding_box()["height"] >= 24  # type: ignore[index]
    line.tap()
    expect(page.locator(f"{OPENED} h4")).to_be_focused()
