"""What is measured, in the words of the table, and the budgets that hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

CROWD_SIZES = (1, 10, 30, 60)


@dataclass(frozen=True)
class Line:
    """One figure: its key, what it is, its unit, and the most it may be where it has a budget."""

    key: str
    what: str
    unit: str = ""
    most: float | None = None

    def verdict(self, value: float | None) -> str:
        """Say whether a figure is within its budget, or by how much it missed it; a missing one missed it too."""
        if self.most is None:
            return "" if value is not None else "not measured"
        if value is None:
            return "MISSED: not measured"
        return (
            "within" if value <= self.most else f"MISSED by {shown(value - self.most)}{self.unit and f' {self.unit}'}"
        )

    def is_missed(self, value: float | None) -> bool:
        """Tell whether there is a budget and the figure is not within it."""
        return self.most is not None and (value is None or value > self.most)


def shown(value: float) -> str:
    """Write a number with as many digits as one reads."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _crowd(name: str, words: str, middle: float | None, end: float | None, faults: float | None) -> Iterator[Line]:
    """Give the lines of the crowds on one register; budgets are for the largest."""
    for number in CROWD_SIZES:
        most = (middle, end) if number == max(CROWD_SIZES) else (None, None)
        reading = f"{number} at once, {words}" if number > 1 else f"1 alone, {words}"
        yield Line(f"crowd.{name}.{number}.p50", f"{reading}: median view", "s", most[0])
        yield Line(f"crowd.{name}.{number}.p95", f"{reading}: 95th percentile", "s", most[1])
        yield Line(f"crowd.{name}.{number}.max", f"{reading}: slowest view", "s")
    yield Line(f"crowd.{name}.faults", f"faults, {words}", "", faults)
    yield Line(f"memory.{name}.started", f"memory when started, {words}", "MB")
    yield Line(f"memory.{name}.seen", f"memory when every view was seen once, {words}", "MB")
    yield Line(f"memory.{name}.rest", f"memory at rest, after a crowd, {words}", "MB", 190 if name == "M" else None)
    yield Line(f"memory.{name}.session", f"memory of a session, {words}", "MB", 1)
    yield Line(
        f"cpu.{name}.change", f"server's processor for a filter change, {words}", "ms", 20 if name == "real" else None
    )


LINES: Mapping[str, tuple[Line, ...]] = {
    "exports": (
        Line("export.pptx", "PowerPoint from the command line", "s", 3),
        Line("export.docx", "Word briefing", "s", 1.5),
        Line("export.xlsx", "workbook", "s", 1.5),
        Line("export.csv", "CSV archive", "s", 1.5),
        Line("export.json", "JSON", "s", 1.5),
        Line("export.import", "import of scrutiny.store, with register and frames", "s", 0.5),
    ),
    "loading": (
        Line("load.alone", "the YAML C loader alone, M", "s"),
        Line("load.whole", "load, check and frames, M", "s"),
        Line("load.whole.of_alone", "  of the C loader alone", "", 1.3),
        Line("load.again", "one changed file, M", "s"),
        Line("load.again.of_alone", "  of the C loader alone", "", 0.2),
        Line("load.peak", "most memory while loading, M", "MB"),
    ),
    "large": (
        Line("large.whole", "load, check and frames, L", "s"),
        Line("large.whole.of_alone", "  of the C loader alone"),
        Line("large.peak", "most memory while loading, L", "MB"),
    ),
    "start": (
        Line("start.dashboard", "start to ready", "s"),
        Line("start.bare", "  the bare Streamlit page", "s"),
        Line("start.of_bare", "  of the bare page", "", 1.5),
    ),
    "visits": (
        Line("visit.near.first.dashboard", "first visit", "ms"),
        Line("visit.near.first.bare", "  the bare Streamlit page", "ms"),
        Line("visit.near.first.plain", "  the plain page", "ms"),
        Line("visit.near.of_bare", "  of the bare page", "", 1.15),
        Line("visit.near.second.dashboard", "second visit", "ms"),
        Line("visit.near.second.bare", "  the bare Streamlit page", "ms"),
        Line("visit.near.second.plain", "  the plain page", "ms"),
        Line("visit.far.first.dashboard", "first visit, 20 Mbit/s and 20 ms", "ms"),
        Line("visit.far.first.bare", "  the bare Streamlit page", "ms"),
        Line("visit.far.first.plain", "  the plain page", "ms"),
        Line("visit.far.of_plain", "  of the plain page", "", 0.75),
        Line("visit.far.of_bare", "  of the bare page"),
        Line("visit.far.second.dashboard", "second visit, 20 Mbit/s and 20 ms", "ms"),
        Line("visit.kilobytes.first.dashboard", "bytes of a first visit", "kB", 3000),
        Line("visit.kilobytes.first.bare", "  the bare Streamlit page", "kB"),
        Line("visit.kilobytes.first.plain", "  the plain page", "kB"),
        Line("visit.kilobytes.second.dashboard", "bytes of a second visit", "kB", 60),
        Line("visit.requests.dashboard", "requests of a first visit"),
        Line("visit.requests.bare", "  the bare Streamlit page"),
        Line("visit.requests.plain", "  the plain page"),
        Line("visit.near.first.S", "first visit, S", "ms"),
        Line("visit.near.first.M", "first visit, M", "ms"),
        Line("visit.growth", "  of that with S", "", 1.3),
    ),
    "changes": (
        Line("change.filter.dashboard", "filter change", "ms"),
        Line("change.filter.bare", "  the bare Streamlit page", "ms"),
        Line("change.filter.of_bare", "  of the bare page", "", 1.8),
        Line("change.page.dashboard", "page change", "ms"),
        Line("change.filter.S", "filter change, S", "ms"),
        Line("change.filter.M", "filter change, M", "ms"),
        Line("change.growth", "  of that with S", "", 2),
        Line("change.page.M", "page change, M", "ms"),
    ),
    "crowd-M": tuple(_crowd("M", "M", 0.1, 0.5, 0)),
    "crowd-real": tuple(_crowd("real", "real register", None, None, None)),
}
