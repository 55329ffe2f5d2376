"""The table that is printed, and the figures that are kept and compared."""

import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.budgets import Line, shown

Figures = Mapping[str, float]


def table(lines: Iterable[Line], figures: Figures, last: Figures) -> Iterator[str]:
    """Give the lines of the table: the figure, its budget, the verdict, and how it is to the last that was kept."""
    yield f"{'':58} {'now':>11} {'budget':>8} {'now/last':>8}"
    for line in lines:
        value = figures.get(line.key)
        measured = "-" if value is None else f"{shown(value)}{line.unit and f' {line.unit}'}"
        budget = "" if line.most is None else shown(line.most)
        compared = _compared(value, last.get(line.key))
        yield f"{line.what:58} {measured:>11} {budget:>8} {compared:>8} {line.verdict(value)}".rstrip()


def missed(lines: Iterable[Line], figures: Figures) -> list[Line]:
    """Give the lines whose budget was missed."""
    return [line for line in lines if line.is_missed(figures.get(line.key))]


def kept(path: Path) -> Figures:
    """Read the figures that were kept last; none if there is no such file."""
    figures: Figures = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    return figures


def keep(path: Path, figures: Figures) -> None:
    """Write figures with a word on the machine; what was not measured this time stays as it was kept."""
    machine = {"processors": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    rounded = {key: float(f"{value:.4g}") for key, value in {**kept(path), **figures}.items()}
    path.write_text(json.dumps({"machine": machine, "figures": rounded}, indent=2) + "\n", encoding="utf-8")


def _compared(now: float | None, last: float | None) -> str:
    """Give a figure as a ratio to the last; nothing where either is missing or the last is nought."""
    return "" if now is None or not last else f"{now / last:.2f}"
