"""What browser tests share: browsers that the machine has, and the dashboard served on this machine alone."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect, sync_playwright

from bench.servers import ROOT, free_port, running
from tests.browser.reading import afresh

NAMES = {
    "chromium": ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
"""Where each is looked for. Chromium without its window, as Playwright's own, does the same with a fifth less work."""
BOTH = pytest.mark.parametrize("browser", list(NAMES), indirect=True)
"""For tests that want Firefox as well as Chromium."""
expect.set_options(timeout=30_000)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--font-render-hinting=none"]  # letters are as wide without a window as in one
# Scripts that windows share need not be read again in the background. This takes the place of Playwright's own list.
FLAGS += ["--disable-features=ScriptStreaming,HttpsUpgrades,PaintHolding,Translate"]
FIREFOX = {"ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6, "layout.frame_rate": 20}
"""Firefox's settings for a machine with a mouse, that this one may lack: exact, and it can hover. It draws no more
frames than it must, as each is work for the processor."""
PATIENCE = 60
WINDOW: ViewportSize = {"width": 1440, "height": 900}
Scheme = Literal["light", "dark"]
TIMEOUT = 300  # seconds for one test: some start servers and look at a dozen pages
Visit = Callable[..., Page]
_PORTS: list[int] = []
_FILES = {path.stem for path in (ROOT / "pages").glob("*.py")}
PAGES = ["", *sorted(_FILES - {"overview", "problems"})]
"""The addresses of the pages that readers have, the front page first."""


def pytest_xdist_auto_num_workers() -> int:
    """Let one more run at once than there are processors, as Firefox waits up to a second after each printed sheet."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Allow tests with a browser more time than pyproject.toml allows the others."""
    for item in items:
        if item.get_closest_marker("browser") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(TIMEOUT))


def browser_path(kind: str) -> str:
    """Give a browser of this machine. Without it, tests are skipped on a desk and fail in CI."""
    setting = "SCRUTINY_BROWSER" if kind == "chromium" else f"SCRUTINY_{kind.upper()}"
    found = os.environ.get(setting) or next(filter(None, map(shutil.which, NAMES[kind])), None)
    if not found and os.environ.get("CI"):
        pytest.fail(f"no {kind} was found; browser tests are never skipped in CI")
    if not found:
        pytest.skip(f"no {kind} was found; set {setting} to its path")
    return found


@contextmanager
def dashboard(data: Path, script: str = "dashboard.py", *, today: str = "2026-12-01") -> Iterator[str]:
    """Serve the dashboard alone or by `serve.py`, and give its address once it answers.

    A port that is free again is taken again: windows know scripts by their address, and need not read them anew.
    """
    port = _PORTS.pop() if _PORTS else free_port()
    settings = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"]
    own = {"SCRUTINY_DATA": str(data), "SCRUTINY_TODAY": today}
    command = [sys.executable, "-m", "streamlit", "run", script, *settings]
    with TemporaryDirectory() as folder, running(command, port, Path(folder) / "log", environment=own) as server:
        yield server.address
    _PORTS.append(port)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give what drives browsers."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Give one Chromium for all tests."""
    with playwright.chromium.launch(executable_path=browser_path("chromium"), args=FLAGS) as opened:
        yield opened


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Give one Firefox for all tests, the machine's own: it is spoken to as any Firefox allows (WebDriver BiDi)."""
    path = browser_path("firefox")
    with playwright.firefox.launch(
        channel="moz-firefox", executable_path=path, firefox_user_prefs=dict(FIREFOX)
    ) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Browser:
    """Give Chromium, or each of the browsers to tests that ask for both."""
    return request.getfixturevalue(getattr(request, "param", "chromium"))  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """Serve the real register."""
    with dashboard(ROOT / "data") as address:
        yield address


@pytest.fixture(scope="session")
def tabs() -> dict[str, Page]:
    """Keep, for each kind of window, one that stays open and opens the others."""
    return {}


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Give what opens windows, until the end of the test."""
    with visits(request, browser) as opening:
        yield opening


@pytest.fixture(scope="module")
def inside(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Give a function that goes on to a view in a window that stays open, as a link of ours does.

    The window is as large, and as light or dark, as is asked for each time.
    """
    with visits(request, browser) as visit:
        page = visit("/about")

        def go_on(path: str, *, viewport: ViewportSize = WINDOW, color_scheme: Scheme = "light") -> Page:
            page.set_viewport_size(viewport)
            if browser.browser_type.name == "chromium":
                page.emulate_media(color_scheme=color_scheme)
            return afresh(page, path)

        yield go_on


@contextmanager
def visits(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Give a function that opens an address, or a view of the real register, in a window of its own, as a link does.

    A `script` is run there before any other.
    In Chromium windows share a process as tabs do, so scripts are read once for all tests; nothing else is shared.
    """
    others: dict[BrowserContext, list[Page]] = {}

    def open_view(path: str, *, script: str = "", **options: object) -> Page:
        shown = {"viewport": WINDOW, "color_scheme": "light", "forced_colors": "none"} | options
        address = urljoin(request.getfixturevalue("served") if path.startswith("/") else path, path)
        if browser.browser_type.name == "firefox":
            page = browser.new_context(**shown).new_page()  # type: ignore[arg-type]
        else:
            page = _tab(request.getfixturevalue("tabs"), browser, urljoin(address, "/_stcore/health"), shown)
        others.setdefault(page.context, [one for one in page.context.pages if one is not page])
        page.add_init_script(script)
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(address)
        return page

    yield open_view
    for context, stay in others.items():
        for page in set(context.pages) - {*stay}:
            page.close()
        if not stay:
            context.close()


def _tab(tabs: dict[str, Page], browser: Browser, blank: str, options: dict[str, object]) -> Page:
    """Open an empty window beside others of its kind."""
    size, scheme, forced = (options.pop(name) for name in ("viewport", "color_scheme", "forced_colors"))
    kind = str(sorted(options.items()))
    if kind not in tabs:
        tabs[kind] = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    if tabs[kind].url != blank:
        tabs[kind].goto(blank)
    with tabs[kind].context.expect_page() as opening:
        tabs[kind].evaluate("() => { localStorage.clear(); open('about:blank').opener = null; }")
    page = opening.value
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
    return page
