"""What is chosen last counts, on a slow line and while the page still changes; Back leads to what somebody chose."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import Visit, visits
from tests.browser.reading import CHART, MARK, OPENED, afresh, menu, whole

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


@pytest.fixture(scope="module")
def slow(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Open a window at the end of a slow line."""
    with visits(request, browser) as visit:
        yield visit("/about", script=SLOW_LINE, viewport={"width": 1366, "height": 900})


@pytest.fixture
def open_view(slow: Page) -> Open:
    """Give a function that goes to a view at the end of a slow line, where nothing is left of the view before."""
    return lambda path: afresh(slow, path)


def more_filters(page: Page) -> None:
    """Open the other filters, and wait until they are there."""
    page.get_by_role("button", name="More filters").click()
    expect(page.get_by_role("button", name="Local", exact=True)).to_be_visible()


def press(page: Page, *names: str, pause: int = 0) -> None:
    """Press one after another, so many milliseconds apart."""
    page.evaluate(PRESS, [names, pause])


def comes_to(page: Page, address: str) -> None:
    """Wait until the page is whole, and the address is this one."""
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
    whole(page)


@pytest.mark.parametrize("pause", [40, 80, 150, 250, 400])
def test_of_three_filters_in_turn_all_count(open_view: Open, pause: int) -> None:
    """However soon the next is pressed, the address and the page have all three."""
    page = open_view("/themes")
    more_filters(page)
    press(page, "Strength", "The letter’s own view", "Local", pause=pause)
    expect(page.locator(".showing span")).to_have_count(3)
    comes_to(page, "/themes?kind=concern&voice=respondent&scope=local")


@pytest.mark.parametrize("pause", [20, 60, 120, 250])
def test_a_filter_is_cleared_while_the_page_still_changes(open_view: Open, pause: int) -> None:
    """What was pressed just before stays, and what was cleared is gone."""
    page = open_view("/themes?kind=strength&scope=local")
    more_filters(page)
    press(page, "The letter’s own view", "Clear Local", pause=pause)
    expect(page.locator(".showing span")).to_have_count(2)
    comes_to(page, "/themes?kind=strength&voice=respondent")


@pytest.mark.parametrize(
    "change",
    [
        "link.replaceWith(link.cloneNode(true))",
        "document.querySelector('h1').style.cssText = 'position: fixed; inset: 0'",
    ],
)
def test_a_link_that_is_made_anew_or_covered_under_the_finger_is_followed(open_view: Open, change: str) -> None:
    """A page that changes between press and release takes no click away."""
    page = open_view("/themes?kind=strength&scope=local")
    page.get_by_label("Clear Local").hover()
    page.mouse.down()
    page.get_by_label("Clear Local").evaluate(f"link => {{ {change} }}")
    page.mouse.up()
    expect(page.locator(".showing span")).to_have_count(1)
    comes_to(page, "/themes?kind=strength")


def test_a_point_is_opened_while_the_page_still_changes(open_view: Open) -> None:
    """The point and the filter are both in the address, and Back closes the point alone."""
    page = open_view("/inspection?inspection=2026-family-environment")
    line = page.locator(".words li a").first.inner_text().strip()
    more_filters(page)
    press(page, "Local", line, pause=60)
    expect(page.locator(OPENED)).to_have_count(1)
    expect(page).to_have_url(re.compile("scope=local.*entry="))
    whole(page)
    page.go_back()
    expect(page.locator(OPENED)).to_have_count(0)
    comes_to(page, "/inspection?inspection=2026-family-environment&scope=local")


def test_back_undoes_the_last_choice_and_no_other(open_view: Open) -> None:
    """An address that was there before counts again when somebody goes back to it."""
    page = open_view("/themes")
    more_filters(page)
    press(page, "Local")
    comes_to(page, "/themes?scope=local")
    press(page, "The letter’s own view")
    comes_to(page, "/themes?scope=local&voice=respondent")
    page.go_back()
    expect(page.locator(".showing span")).to_have_count(1)
    comes_to(page, "/themes?scope=local")
    press(page, "Strength")
    expect(page.locator(".showing span")).to_have_count(2)
    comes_to(page, "/themes?scope=local&kind=concern")


def test_back_from_another_page_leads_to_the_view_that_was_left(open_view: Open) -> None:
    """One step back, with its filter; a page begins with one address, also where something is taken along to it."""
    page = open_view("/questions")
    page.locator("[data-stay^=Down]").first.click()
    page.wait_for_url("**/questions?pick=*")
    sheet = whole(page).url
    menu(page, "Themes").click()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    press(whole(page), "Strength")
    comes_to(page, "/themes?kind=concern")
    left = page.url
    menu(page, "Questions").click()
    page.wait_for_url("**/questions?pick=*")
    expect(page.locator("[data-stay^=Down]").first).to_be_visible()
    comes_to(page, sheet)
    page.go_back()
    page.wait_for_url(left)
    expect(page.locator(CHART)).to_have_count(1)
    expect(page.locator(".showing span")).to_have_count(1)


class Line:
    """What the server says to a page; it can be held back."""

    def __init__(self, page: Page) -> None:
        """Listen from the page's next visit on."""
        self._page = page
        self._held: list[bytes | str] | None = None
        page.route_web_socket(re.compile("_stcore/stream"), self._route)

    def _route(self, socket: WebSocketRoute) -> None:
        self._socket = socket
        socket.connect_to_server().on_message(self._hear)

    def _hear(self, message: bytes | str) -> None:
        begins = isinstance(message, bytes) and ForwardMsg.FromString(message).session_status_changed.script_is_running
        if self._held is None or begins:
            self._socket.send(message)
        else:
            self._held.append(message)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold back the page that the block asks for, but that it begins, until the end of the block."""
        self._held = []
        yield
        for message in self._held:
            self._socket.send(message)
        self._held = None

    def wait(self) -> None:
        """Wait until a whole page is held back."""
        assert self._held is not None
        while not any(map(_ends, self._held)):
            self._page.wait_for_timeout(10)

    def show(self) -> None:
        """Let what is held back come, but not that the page is at its end."""
        self.wait()
        assert self._held is not None
        while not _ends(self._held[0]):
            self._socket.send(self._held.pop(0))


def _ends(message: bytes | str) -> bool:
    """Tell whether a message says that a page is at its end."""
    kind = ForwardMsg.FromString(message).WhichOneof("type") if isinstance(message, bytes) else None
    return kind in ("script_finished", "session_status_changed")


@pytest.fixture
def late(visit: Visit, served: str) -> tuple[Page, Line]:
    """Open the page Themes, then About, at the end of a line that can be held."""
    page = visit("/_stcore/health")
    line = Line(page)
    page.goto(f"{served}/themes")
    menu(whole(page), "About").click()
    expect(page.locator("h1")).to_have_text("About")
    whole(page)
    return page, line


def test_what_somebody_has_begun_to_use_keeps_the_focus(late: tuple[Page, Line]) -> None:
    """A page that comes to its end takes neither the box in which somebody types, nor what they have opened."""
    page, line = late
    with line.hold():
        menu(page, "Search").click()
        line.show()
        box = page.get_by_label("Search for")
        box.click()
        box.press_sequentially("super")
    comes_to(page, "/search?q=super")
    expect(box).to_be_focused()
    expect(box).to_have_value("super")
    with line.hold():
        menu(page, "Themes").click()
        line.show()
        more_filters(page)
    whole(page)
    expect(page.get_by_test_id("stPopoverBody")).to_be_focused()


def test_going_back_to_a_page_while_another_is_made_shows_it(late: tuple[Page, Line]) -> None:
    """A part of a page that the server takes for known is still known when the browser hears of it.

    The browser tells what it knows of each page when it asks for one. If it forgot a part before the answer was there,
    it would stop with “Connection error”. Here the answers are held back until the page between is made.
    """
    page, line = late
    with line.hold():
        menu(page, "Search").click()
        line.wait()
        menu(page, "Themes").click()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    expect(page.locator(MARK).first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_page_that_is_chosen_while_another_comes_has_its_own_address(late: tuple[Page, Line]) -> None:
    """However often somebody went from page to page before."""
    page, line = late
    with line.hold():
        menu(page, "Search").click()
        expect(page).to_have_url(re.compile("/search$"))
        expect(page.locator('[data-test-script-state="running"]')).to_have_count(1)
        menu(page, "Themes").click()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    comes_to(page, "/themes")
    page.go_back()
    comes_to(page, "/search")


def test_a_page_that_comes_when_its_reader_has_gone_back_leaves_the_address_alone(late: tuple[Page, Line]) -> None:
    """Its address is not written again: Back leads to the page before, not to one that nobody chose."""
    page, line = late
    with line.hold():
        menu(page, "Search").click()
        expect(page).to_have_url(re.compile("/search$"))
        line.wait()
        page.go_back()
        expect(page).to_have_url(re.compile("/about$"))
    expect(page.locator("h1")).to_have_text("About")
    whole(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    comes_to(page, "/themes")


def test_a_choice_that_comes_when_its_reader_has_gone_on_leaves_the_address_alone(late: tuple[Page, Line]) -> None:
    """What was chosen in a view that was left is not in the address of the view that was gone to."""
    page, line = late
    page.go_back()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    with line.hold():
        press(whole(page), "Strength")
        line.wait()
        page.go_forward()
        expect(page).to_have_url(re.compile("/about$"))
    expect(page.locator("h1")).to_have_text("About")
    comes_to(page, "/about")
    page.go_back()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    comes_to(page, "/themes")
    press(page, "Strength")
    comes_to(page, "/themes?kind=concern")
    with line.hold():
        page.locator(".words li a:visible").first.click()
        line.wait()
        page.go_back()
        expect(page).to_have_url(re.compile("/themes$"))
    expect(page.locator(".showing span")).to_have_count(0)
    comes_to(page, "/themes")


def test_an_address_that_was_told_late_is_not_kept_by_the_view_that_was_gone_to(late: tuple[Page, Line]) -> None:
    """A page may be told its address again; whoever has gone back by then, once or twice, sees where they went."""
    page, line = late
    page.go_back()
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    press(whole(page), "Strength")
    comes_to(page, "/themes?kind=concern")
    with line.hold():
        menu(page, "About").click()
        expect(page).to_have_url(re.compile("/about$"))
        line.wait()
        page.go_back()
        expect(page).to_have_url(re.compile("/themes[?]kind=concern$"))
    expect(page.locator("h1")).to_have_text("What was said on each theme?")
    comes_to(page, "/themes?kind=concern")
    more_filters(page)
    press(page, "Local")
    comes_to(page, "/themes?kind=concern&scope=local")
    with line.hold():
        page.go_back()
        expect(page).to_have_url(re.compile("/themes[?]kind=concern$"))
        line.wait()
        page.go_back()
        expect(page).to_have_url(re.compile("/themes$"))
    expect(page.locator(".showing span")).to_have_count(0)
    comes_to(page, "/themes")
    page.go_forward()
    comes_to(page, "/themes?kind=concern")
