"""What is measured, the budgets, the table that is printed, and the figures that are kept."""

import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Figure(NamedTuple):
    """One figure: its key, what it is, its unit, and the most that it may be, if it has a budget."""

    key: str
    label: str
    unit: str = ""
    budget: float | None = None

    def is_missed(self, value: float | None) -> bool:
        """Return whether there is a budget and the value is not within it; a missing value misses it."""
        return self.budget is not None and (value is None or value > self.budget)


def _crowd(key: str, register: str, **budgets: float) -> tuple[Figure, ...]:
    return (
        Figure(f"{key}.p50", f"60 at once, {register}: median view", "s", budgets.get("p50")),
        Figure(f"{key}.p95", f"60 at once, {register}: 95th percentile", "s", budgets.get("p95")),
        Figure(f"{key}.max", f"60 at once, {register}: slowest view", "s"),
        Figure(f"{key}.faults", f"faults, {register}", "", 0),
        Figure(f"{key}.rest", f"memory at rest, after a crowd, {register}", "MB", budgets.get("rest")),
        Figure(f"{key}.growth", f"memory that a second crowd leaves behind, {register}", "MB", 15),
        Figure(f"{key}.session", f"memory of a session, {register}", "MB", 1),
        Figure(f"{key}.cpu", f"server's processor for a filter change, {register}", "ms", budgets.get("cpu")),
    )


FIGURES: Mapping[str, tuple[Figure, ...]] = {
    "exports": (
        Figure("export.pptx", "PowerPoint from the command line", "s", 3),
        Figure("export.docx", "Word briefing", "s", 1.5),
        Figure("export.xlsx", "workbook", "s", 1.5),
        Figure("export.csv", "CSV archive", "s", 1.5),
        Figure("export.json", "JSON", "s", 1.5),
        Figure("export.import", "import of scrutiny.store and the frames", "s", 0.5),
    ),
    "loading": (
        Figure("load.alone", "the YAML C loader alone, M", "s"),
        Figure("load.whole", "load, check and frames, M", "s"),
        Figure("load.of_alone", "  of the C loader alone", "", 2.5),
        Figure("load.peak", "most memory while loading, M", "MB"),
    ),
    "visits": (
        Figure("visit.first.front", "first visit of the front page", "ms"),
        Figure("visit.first.themes", "  of the page Themes", "ms"),
        Figure("visit.first.bare", "  of the bare Streamlit page", "ms"),
        Figure("visit.first.plain", "  of the plain page", "ms"),
        Figure("visit.of_bare", "front page, of the bare page", "", 1.15),
        Figure("visit.of_plain", "  of the plain page", "", 0.45),
        Figure("visit.themes_of_plain", "Themes, of the plain page", "", 0.75),
        Figure("visit.first.M", "first visit of the front page, M", "ms"),
        Figure("visit.growth", "  of that with the real register", "", 1.3),
        Figure("visit.second.front", "second visit of the front page", "ms"),
        Figure("visit.second.themes", "  of the page Themes", "ms"),
        Figure("visit.second.bare", "  of the bare Streamlit page", "ms"),
        Figure("visit.second.plain", "  of the plain page", "ms"),
        Figure("bytes.first.front", "bytes of a first visit", "kB", 1400),
        Figure("bytes.first.bare", "  the bare Streamlit page", "kB"),
        Figure("bytes.first.plain", "  the plain page", "kB"),
        Figure("bytes.second.front", "bytes of a second visit", "kB", 60),
        Figure("filter.dashboard", "filter change", "ms"),
        Figure("filter.bare", "  the bare Streamlit page", "ms"),
        Figure("filter.of_bare", "  of the bare page", "", 0.75),
        Figure("filter.M", "filter change, M", "ms"),
        Figure("filter.growth", "  of that with the real register", "", 2),
        Figure("point.dashboard", "a point opened", "ms", 150),
        Figure("point.M", "a point opened, M", "ms"),
    ),
    "crowd.real": _crowd("crowd.real", "real register", p50=0.03, p95=0.1, cpu=20),
    "crowd.M": _crowd("crowd.M", "M", p50=0.07, p95=0.2, rest=200),
}


def table(figures: Iterable[Figure], values: Mapping[str, float]) -> Iterator[str]:
    """Return the lines of the table: figure, budget, verdict."""
    yield f"{'':56} {'figure':>10} {'budget':>8}"
    for figure in figures:
        value = values.get(figure.key)
        shown = "-" if value is None else f"{_number(value)} {figure.unit}".strip()
        budget = "" if figure.budget is None else _number(figure.budget)
        verdict = "" if figure.budget is None else "MISSED" if figure.is_missed(value) else "within"
        yield f"{figure.label:56} {shown:>10} {budget:>8} {verdict}".rstrip()


def _number(value: float) -> str:
    return f"{_rounded(value):g}"


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")  # more digits cannot be meant


def keep(path: Path, values: Mapping[str, float]) -> None:
    """Write figures with a word on the machine; what was not measured this time stays as it was kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    machine = {"processors": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    rounded = {key: _rounded(value) for key, value in {**kept, **values}.items()}
    path.write_text(json.dumps({"machine": machine, "figures": rounded}, indent=2) + "\n", encoding="utf-8")
