"""Measures the dashboard beside two yardsticks and holds it against its budgets: `python -m bench`.

It exits with 1 if a budget is missed.

Everything runs on this machine alone and ends by itself. It needs Linux and a browser, and a machine that does nothing
else meanwhile.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from playwright.sync_api import Error
from websockets.exceptions import WebSocketException

from bench.browser import a_browser
from bench.budgets import LINES
from bench.changes import changes
from bench.crowds import crowds
from bench.exports import exports
from bench.loading import large, loading
from bench.registers import SIZES, write_register
from bench.servers import serving
from bench.start import start
from bench.table import keep, kept, missed, table
from bench.visits import Figures, visits
from bench.yardsticks.figures import write_entries
from bench.yardsticks.plain import write_page
from tests.load.reader import WrongViewError
from tests.serving import ROOT, Server

_REAL = ROOT / "data"
_RESULTS = ROOT / "bench" / "results.json"
_ONLY_IF_NAMED = {"large"}  # takes longer than all loading else, and nobody holds ten times the forces that there are
_FAULTS = (Error, OSError, RuntimeError, subprocess.SubprocessError, WebSocketException, WrongViewError)


class Bench:
    """What all measures share: a folder with the registers and what the yardsticks show."""

    def __init__(self, folder: Path) -> None:
        """Make it all."""
        self._folder = folder
        self._entries, self._site = folder / "entries" / "entries.csv", folder / "site"
        for made in (self._entries.parent, self._site):
            made.mkdir()
        write_entries(_REAL, self._entries)
        write_page(self._entries, self._site)

    def measures(self) -> Mapping[str, Callable[[], Figures]]:
        """Give what can be measured, in the order in which it is."""
        return {
            "exports": lambda: exports(_REAL),
            "loading": lambda: loading(self._register("M")),
            "large": lambda: large(self._register("L")),
            "start": lambda: start(_REAL, self._entries, self._folder / "start.log"),
            "visits": lambda: self._in_browser(visits),
            "changes": lambda: self._in_browser(changes),
            "crowd-M": lambda: self._crowds("M", self._register("M")),
            "crowd-real": lambda: self._crowds("real", _REAL),
        }

    def _register(self, size: str) -> Path:
        """Give the folder of a made-up register, which is made when it is first asked for."""
        folder = self._folder / size
        if not folder.exists():
            write_register(SIZES[size], folder)
        return folder

    def _in_browser(self, measure: Callable[..., Figures]) -> Figures:
        """Measure in a browser, with the dashboard and its yardsticks served side by side."""
        sources = {
            "dashboard": ("dashboard", _REAL),
            "bare": ("bare", self._entries),
            "plain": ("plain", self._site),
            "S": ("dashboard", self._register("S")),
            "M": ("dashboard", self._register("M")),
        }
        with ExitStack() as stack:
            servers = {
                name: stack.enter_context(self._serving(kind, source, name)) for name, (kind, source) in sources.items()
            }
            return measure(stack.enter_context(a_browser()), servers)

    def _crowds(self, name: str, data: Path) -> Figures:
        """Let crowds read a register."""
        with self._serving("dashboard", data, name) as server:
            return crowds(name, server, data)

    def _serving(self, kind: str, source: Path, name: str) -> AbstractContextManager[Server]:
        return serving(kind, source, self._folder / f"{name}.log")


def main() -> int:
    """Measure, print the table, write the figures; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", help=f"some of {', '.join(LINES)}, with commas between")
    parser.add_argument("--write", action="store_true", help="keep the figures in bench/results.json")
    asked = parser.parse_args()
    names = asked.only.split(",") if asked.only else [name for name in LINES if name not in _ONLY_IF_NAMED]
    if unknown := set(names) - set(LINES):
        parser.error(f"not measured here: {', '.join(sorted(unknown))}")
    figures = _measure(names)
    lines = [line for name in names for line in LINES[name]]
    print(*table(lines, figures, kept(_RESULTS)), sep="\n")
    path = _RESULTS if asked.write else Path(gettempdir(), "bench-results.json")
    keep(path, figures)
    print(f"Figures in {path}. {len(missed(lines, figures))} budgets missed.")
    return int(bool(missed(lines, figures)))


def _measure(names: list[str]) -> Figures:
    """Measure one thing after another; what goes wrong in one is told, and the others go on."""
    figures: Figures = {}
    with TemporaryDirectory() as folder:
        measures = Bench(Path(folder)).measures()
        for name in (name for name in measures if name in names):
            print(f"{name} …", flush=True)
            begun = time.monotonic()
            try:
                figures |= measures[name]()
            except _FAULTS as fault:
                print(f"  could not be measured: {fault!r}")
            print(f"  {time.monotonic() - begun:.0f} s", flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main())
