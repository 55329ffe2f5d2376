"""Changes in a browser: a filter and a page, from the click until the changed charts are painted."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from itertools import cycle
from statistics import median

from playwright.sync_api import Browser, Error, Page

from bench.browser import change, new_reader, opened
from bench.visits import Figures, ratio
from tests.serving import Server

TIMES = 9
_FILTERED = {"dashboard": "/themes", "bare": "/", "S": "/themes", "M": "/themes"}
_CHARTS = {"bare": 3}
_SCOPES = ("local", "national", "all")
_PAGES = ("Overview", "Themes")
_RATIOS = {
    "change.filter.of_bare": ("filter.dashboard", "filter.bare"),
    "change.growth": ("filter.M", "filter.S"),
}


def changes(browser: Browser, servers: Mapping[str, Server]) -> Figures:
    """Measure changes of a filter, of one server after another, and of the page; the first of each is not counted."""
    took: dict[str, list[float]] = {}
    with ExitStack() as opening:
        windows = {name: page for name in _FILTERED if (page := _window(opening, browser, servers[name], name))}
        for turn, scope in zip(range(TIMES + 1), cycle(_SCOPES), strict=False):
            for name, page in windows.items():
                act = _choose(scope) if name == "bare" else _press_national
                _note(took, f"filter.{name}", change(page, act), turn)
        for turn, title in zip(range(TIMES + 1), cycle(_PAGES), strict=False):
            for name in windows.keys() & {"dashboard", "M"}:
                _note(took, f"page.{name}", change(windows[name], _go_to(title)), turn)
    figures = {f"change.{key}": median(values) for key, values in took.items()}
    return figures | {
        key: ratio(took[one], took[other]) for key, (one, other) in _RATIOS.items() if {one, other} <= took.keys()
    }


def _window(opening: ExitStack, browser: Browser, server: Server, name: str) -> Page | None:
    """Open a window on the page whose filter is changed; what cannot be shown in half a minute is told and left out."""
    reader = opening.enter_context(new_reader(browser))
    try:
        return opened(reader, f"{server.address}{_FILTERED[name]}", charts=_CHARTS.get(name, 1))
    except Error as fault:
        print(f"  {name}: {fault.message.splitlines()[0]}")
        return None


def _press_national(page: Page) -> None:
    """Take what is national out, or put it back."""
    page.get_by_role("button", name="National", exact=True).click()


def _choose(scope: str) -> Callable[[Page], None]:
    """Choose from the box of the bare page."""

    def act(page: Page) -> None:
        page.get_by_role("combobox").click()
        page.get_by_role("option", name=scope, exact=True).click()

    return act


def _go_to(title: str) -> Callable[[Page], None]:
    """Go to a page of the first group of the navigation."""

    def act(page: Page) -> None:
        page.get_by_role("button", name="Explore", exact=True).click()
        page.get_by_role("menuitem", name=title).click()

    return act


def _note(took: dict[str, list[float]], key: str, milliseconds: float, turn: int) -> None:
    if turn:
        took.setdefault(key, []).append(milliseconds)
