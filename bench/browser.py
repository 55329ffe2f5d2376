"""A browser that tells when charts are painted: first and second visits, and changes by a click."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.conftest import FLAGS, browser_path

_PAINTED = Path(__file__).with_name("painted.js").read_text(encoding="utf-8")
_SIZE = {"width": 1440, "height": 900}
_PATIENCE = 30_000  # milliseconds


@dataclass(frozen=True)
class Visit:
    """What a visit took: milliseconds to the last chart, and how often the browser asked for something."""

    milliseconds: float
    requests: int


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Give the browser of this machine."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield opened
        opened.close()


@contextmanager
def new_reader(browser: Browser) -> Iterator[BrowserContext]:
    """Give a reader who was never here: no cache, nothing kept."""
    context = browser.new_context(viewport=_SIZE)  # type: ignore[arg-type]  # a typed dictionary
    context.add_init_script(_PAINTED)
    context.set_default_timeout(_PATIENCE)
    yield context
    context.close()


def visit(reader: BrowserContext, address: str, *, charts: int) -> Visit:
    """Visit an address in a new window until so many charts are painted, and close it."""
    page = reader.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="commit")
    took: float = page.evaluate("charts => painted.visit(charts)", charts)
    page.close()
    return Visit(took, sum(url.startswith("http") for url in asked))


def opened(reader: BrowserContext, address: str, *, charts: int) -> Page:
    """Open an address in a new window, and give it once so many charts are painted."""
    page = reader.new_page()
    page.goto(address, wait_until="commit")
    page.evaluate("charts => painted.visit(charts)", charts)
    return page


def change(page: Page, act: Callable[[Page], None]) -> float:
    """Do something that ends in a click, and give the milliseconds from the click until the charts stand changed."""
    page.evaluate("() => painted.remember()")
    act(page)
    took: float = page.evaluate("() => painted.change()")
    return took
