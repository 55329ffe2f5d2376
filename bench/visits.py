"""Visits in a browser: the dashboard, a bare Streamlit page and a plain page in turn, near and on a slow line."""

from collections.abc import Mapping
from statistics import median

from playwright.sync_api import Browser, Error

from bench.browser import new_reader, visit
from bench.line import OFFICE, line
from tests.serving import Server

CHARTS = {"dashboard": 1, "bare": 3, "plain": 3, "S": 1, "M": 1}
ROUNDS = 5
_FAR = ("dashboard", "bare", "plain")
_RATIOS = {
    "visit.near.of_bare": ("near.first.dashboard", "near.first.bare"),
    "visit.far.of_plain": ("far.first.dashboard", "far.first.plain"),
    "visit.far.of_bare": ("far.first.dashboard", "far.first.bare"),
    "visit.growth": ("near.first.M", "near.first.S"),
}
Figures = dict[str, float]
Taken = dict[str, list[float]]


def visits(browser: Browser, servers: Mapping[str, Server]) -> Figures:
    """Measure first and second visits, after one of each that is not counted."""
    near = [name for name in CHARTS if _is_painted(browser, servers[name], name)]
    taken: Taken = {}
    for _ in range(ROUNDS):
        for name in near:
            _near(browser, servers[name], name, taken)
        for name in _FAR:
            _far(browser, servers[name], name, taken)
    figures = {f"visit.{key}": median(values) for key, values in taken.items()}
    return figures | {
        key: ratio(taken[one], taken[other]) for key, (one, other) in _RATIOS.items() if {one, other} <= taken.keys()
    }


def _is_painted(browser: Browser, server: Server, name: str) -> bool:
    """Visit once without counting; what cannot be shown in half a minute is told and left out."""
    try:
        _near(browser, server, name, {})
    except Error as fault:
        print(f"  {name}: {fault.message.splitlines()[0]}")
        return False
    return True


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Give the median of the ratios of rounds, each of which was measured within a few seconds."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def _near(browser: Browser, server: Server, name: str, taken: Taken) -> None:
    """Visit a server of this machine as somebody new, and come again."""
    with new_reader(browser) as reader:
        for turn in ("first", "second"):
            _note(taken, f"near.{turn}.{name}", visit(reader, server.address, charts=CHARTS[name]).milliseconds)


def _far(browser: Browser, server: Server, name: str, taken: Taken) -> None:
    """Do the same over the line of an office, counting what goes over it and what a new reader's browser asks for."""
    with new_reader(browser) as reader, line(server.port, OFFICE) as office:
        for turn in ("first", "second") if name == "dashboard" else ("first",):
            before = office.bytes
            made = visit(reader, office.address, charts=CHARTS[name])
            _note(taken, f"far.{turn}.{name}", made.milliseconds)
            _note(taken, f"kilobytes.{turn}.{name}", (office.bytes - before) / 1000)
            if turn == "first":
                _note(taken, f"requests.{name}", made.requests)


def _note(taken: Taken, key: str, value: float) -> None:
    taken.setdefault(key, []).append(value)
