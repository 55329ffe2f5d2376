"""Measures the dashboard beside two yardsticks and holds it against its budgets: `python -m bench`.

Exits with 1 if a budget is missed. It needs Linux, a browser, and a machine that does nothing else meanwhile.
"""

import argparse
import asyncio
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.crowds import crowd
from bench.exports import exports
from bench.loading import loading
from bench.registers import REAL, write_register
from bench.results import FIGURES, keep, table
from bench.servers import ROOT, bare_page, dashboard, plain_page
from bench.visits import visits
from bench.yardsticks.figures import write_entries, write_page


def main() -> int:
    """Measure, print the table, keep the figures if asked to; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=FIGURES, action="append", help="measure this alone; may be given again")
    parser.add_argument("--write", action="store_true", help="keep the figures in bench/results.json")
    options = parser.parse_args()
    names = [name for name in FIGURES if name in (options.only or FIGURES)]
    values: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        write_register(Path(folder, "M"))
        for name in names:
            print(f"{name} …", flush=True)
            values |= _measured(name, Path(folder))
    figures = [figure for name in names for figure in FIGURES[name]]
    print(*table(figures, values), sep="\n")
    if options.write:
        keep(ROOT / "bench" / "results.json", values)
    return int(any(figure.is_missed(values.get(figure.key)) for figure in figures))


def _measured(name: str, folder: Path) -> dict[str, float]:
    """Measure one group of figures; `folder` holds the register M, and takes logs and what yardsticks show."""
    if name == "exports":
        return exports(REAL)
    if name == "loading":
        return loading(folder / "M")
    with ExitStack() as stack:
        if name != "visits":
            data = REAL if name == "crowd.real" else folder / "M"
            server = stack.enter_context(dashboard(data, folder / f"{name}.log"))
            return {f"{name}.{key}": value for key, value in asyncio.run(crowd(server)).items()}
        entries, site = folder / "entries.csv", folder / "site"
        write_entries(REAL, entries)
        write_page(entries, site)
        servers = {
            "dashboard": dashboard(REAL, folder / "dashboard.log"),
            "bare": bare_page(entries, folder / "bare.log"),
            "plain": plain_page(site, folder / "plain.log"),
            "M": dashboard(folder / "M", folder / "M.log"),
        }
        return visits({key: stack.enter_context(server) for key, server in servers.items()})


if __name__ == "__main__":
    sys.exit(main())
