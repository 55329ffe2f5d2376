"""The table compares what was measured with its budget and with what was kept."""

import json
from pathlib import Path

from bench.budgets import Line
from bench.table import keep, kept, missed, table

LINES = (Line("one", "first visit", "ms", 20), Line("other", "second visit", "kB"), Line("third", "faults", "", 0))


def test_table_tells_figure_budget_and_verdict() -> None:
    """A line for each figure: now, its budget, how it is to the last, and whether it is within."""
    head, *told = table(LINES, {"one": 30, "other": 10, "third": 0}, {"one": 20})
    assert head.split() == ["now", "budget", "now/last"]
    assert [line.split() for line in told] == [
        ["first", "visit", "30", "ms", "20", "1.50", "MISSED", "by", "10", "ms"],
        ["second", "visit", "10", "kB"],
        ["faults", "0", "0", "within"],
    ]


def test_table_tells_what_was_not_measured() -> None:
    """A figure that is missing is no figure, and a missed budget."""
    *_, faults = table(LINES, {}, {"third": 0})
    assert faults.split() == ["faults", "-", "0", "MISSED:", "not", "measured"]
    assert [line.key for line in missed(LINES, {"one": 20})] == ["third"]


def test_kept_figures_come_back(tmp_path: Path) -> None:
    """They are rounded to what can be meant; those of another time stay where this one did not measure them."""
    path = tmp_path / "results.json"
    assert kept(path) == {}
    keep(path, {"one": 1.23456, "other": 2})
    keep(path, {"other": 3})
    assert kept(path) == {"one": 1.235, "other": 3}
    assert json.loads(path.read_text("utf-8"))["machine"]["processors"] >= 1
