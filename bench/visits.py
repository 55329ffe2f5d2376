"""Visits, filter changes and opened points in a browser: the dashboard, two yardsticks and a register of size M.

All of it at the end of a line of 20 Mbit/s and 20 ms, as the browser itself makes one.
"""

import os
import shutil
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from statistics import median
from threading import Thread
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from bench.servers import Server

# What is visited: whose server, which address, how many charts or pictures it has.
VISITED = {
    "front": ("dashboard", "/", 1),
    "themes": ("dashboard", "/themes", 1),
    "bare": ("bare", "/", 3),
    "plain": ("plain", "/", 3),
    "M": ("M", "/", 1),
}
FILTERED = {"dashboard": "/themes", "bare": "/", "M": "/themes"}
LINE: dict[str, float] = {"offline": False, "latency": 20, "downloadThroughput": 20e6 / 8, "uploadThroughput": 20e6 / 8}
VISITS = 5
CHANGES = 9
PAINTED = Path(__file__).with_name("painted.js").read_text(encoding="utf-8")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
T = TypeVar("T")
RATIOS = {
    "visit.of_bare": ("visit.first.front", "visit.first.bare"),
    "visit.of_plain": ("visit.first.front", "visit.first.plain"),
    "visit.themes_of_plain": ("visit.first.themes", "visit.first.plain"),
    "visit.growth": ("visit.first.M", "visit.first.front"),
    "filter.of_bare": ("filter.dashboard", "filter.bare"),
    "filter.growth": ("filter.M", "filter.dashboard"),
}


def visits(servers: Mapping[str, Server]) -> dict[str, float]:
    """Measure first and second visits, their bytes, filter changes and opened points, less the first round."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        rounds = _visits(browser, servers) | _changes(browser, servers)
        figures = _bytes(browser, servers) | {key: median(values[1:]) for key, values in rounds.items()}
        browser.close()
    # A ratio is the median of those of the rounds, whose times were taken within seconds of each other.
    for key, (ours, theirs) in RATIOS.items():
        figures[key] = median(one / other for one, other in zip(rounds[ours][1:], rounds[theirs][1:], strict=True))
    return figures


def _visits(browser: Browser, servers: Mapping[str, Server]) -> dict[str, list[float]]:
    """Visit each page twice as a reader who was never here; round by round."""
    rounds = defaultdict(list)
    for _ in range(VISITS + 1):
        for name, (server, path, charts) in VISITED.items():
            first, second = _again(partial(_visit_twice, browser, servers[server].address + path, charts))
            rounds[f"visit.first.{name}"].append(first)
            rounds[f"visit.second.{name}"].append(second)
    return rounds


def _again(act: Callable[[], T]) -> T:
    """Act, and once or twice more where it failed: a line that the browser slows down can stop for good."""
    for _ in range(2):
        with suppress(Error):
            return act()
    return act()


def _visit_twice(browser: Browser, address: str, charts: int) -> tuple[float, float]:
    with _new_context(browser) as context:
        return _visit(context, address, charts), _visit(context, address, charts)


def _bytes(browser: Browser, servers: Mapping[str, Server]) -> dict[str, float]:
    """Count the kilobytes of one first and one second visit, at any speed."""
    figures = {}
    for name in ("front", "bare", "plain"):
        server, path, charts = VISITED[name]
        with _new_context(browser) as context, counting_proxy(servers[server].port) as proxy:
            for visit in ("first", "second"):
                before = sum(proxy.counts)
                _visit(context, f"http://127.0.0.1:{proxy.server_address[1]}{path}", charts, line=None)
                figures[f"bytes.{visit}.{name}"] = (sum(proxy.counts) - before) / 1000
    return figures


def _changes(browser: Browser, servers: Mapping[str, Server]) -> dict[str, list[float]]:
    """Change a filter of each page in turn, then open points."""
    rounds = defaultdict(list)
    pages = {}
    for name, path in FILTERED.items():  # one after another: several slow lines at once hold each other up for good
        pages[name] = _again(partial(_painted, browser, servers[name].address + path))
    for n in range(CHANGES + 1):
        for name, page in pages.items():
            scope = ("local", "national", "all")[n % 3] if name == "bare" else ""
            rounds[f"filter.{name}"].append(_change_filter(page, scope))
    for n in range(CHANGES + 1):
        for name in ("dashboard", "M"):
            rounds[f"point.{name}"].append(pages[name].evaluate("n => sinceOpened(n)", n))
    return rounds


def launch(playwright: Playwright) -> Browser:
    """Start the browser of this machine."""
    path = os.environ.get("SCRUTINY_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def _new_context(browser: Browser) -> BrowserContext:
    """Return a reader who was never here: no cache, nothing kept."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(PAINTED)
    return context


def _open(context: BrowserContext, address: str, line: dict[str, float] | None = LINE) -> Page:
    page = context.new_page()
    if line:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
    page.goto(address, wait_until="commit")
    return page


def _painted(browser: Browser, address: str) -> Page:
    """Return a new reader's page once its chart is painted."""
    page = _open(_new_context(browser), address)
    page.evaluate("sinceVisit(1)")
    return page


def _visit(context: BrowserContext, address: str, charts: int, line: dict[str, float] | None = LINE) -> float:
    """Visit in a new window; return the milliseconds until so many charts are painted."""
    page = _open(context, address, line)
    milliseconds: float = page.evaluate("charts => sinceVisit(charts)", charts)
    page.close()
    return milliseconds


def _change_filter(page: Page, scope: str) -> float:
    """Choose a scope on the bare page, or take strengths out or in; return the milliseconds from click to charts."""
    if scope:
        page.get_by_role("combobox").click()
        page.get_by_role("option", name=scope, exact=True).click()
    else:
        page.get_by_role("button", name="Strength", exact=True).click()
    milliseconds: float = page.evaluate("sinceClick()")
    return milliseconds


class _Proxy(ThreadingTCPServer):
    """Leads to a port of this machine and notes the length of what goes over it, either way."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, target: int) -> None:
        super().__init__(("127.0.0.1", 0), _Forward)
        self.target = target
        self.counts: list[int] = []


class _Forward(BaseRequestHandler):
    server: _Proxy

    def handle(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.target)) as far:
            answers = Thread(target=self._carry, args=(far, self.request))
            answers.start()
            self._carry(self.request, far)
            answers.join()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):  # either end may be gone
            while chunk := source.recv(65_536):
                self.server.counts.append(len(chunk))
                sink.sendall(chunk)
            sink.shutdown(socket.SHUT_WR)


@contextmanager
def counting_proxy(target: int) -> Iterator[_Proxy]:
    """Count bytes below HTTP and the websocket, whose compression a browser's own figures leave out."""
    with _Proxy(target) as proxy:
        Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy
        proxy.shutdown()
