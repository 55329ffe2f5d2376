"""A budget is held at its border, and the table says so in words that cannot be mistaken."""

import json
from pathlib import Path

import pytest

from bench.results import FIGURES, Figure, keep, table

BUDGETED = Figure("visit", "first visit", "ms", 20)


@pytest.mark.parametrize(
    ("figure", "value", "is_missed"),
    [
        (BUDGETED, 0, False),
        (BUDGETED, 20, False),
        (BUDGETED, 20.25, True),
        (BUDGETED, None, True),
        (Figure("faults", "faults", budget=0), 0, False),
        (Figure("faults", "faults", budget=0), 1, True),
        (Figure("visit", "first visit", "ms"), 10**6, False),
        (Figure("visit", "first visit", "ms"), None, False),
    ],
)
def test_a_budget_is_the_most_that_is_within(figure: Figure, value: float | None, is_missed: bool) -> None:
    """Up to the budget is within, nought is a budget, what is missing is missed, and without one nothing is."""
    assert figure.is_missed(value) == is_missed


def test_table_tells_figure_budget_and_verdict() -> None:
    """Four digits; what was not measured has a dash."""
    figures = (BUDGETED, Figure("other", "second visit", "kB"), Figure("third", "faults", "", 0), Figure("x", "gone"))
    head, *lines = table(figures, {"visit": 30.04, "other": 2437.6, "third": 0})
    assert head.split() == ["figure", "budget"]
    assert [line.split() for line in lines] == [
        ["first", "visit", "30.04", "ms", "20", "MISSED"],
        ["second", "visit", "2438", "kB"],
        ["faults", "0", "0", "within"],
        ["gone", "-"],
    ]


def test_each_figure_stands_once() -> None:
    """No figure is told twice under different words."""
    keys = [figure.key for figures in FIGURES.values() for figure in figures]
    assert sorted(keys) == sorted(set(keys))


def test_figures_are_kept(tmp_path: Path) -> None:
    """They are rounded to what can be meant; those of another time stay where this one did not measure them."""
    path = tmp_path / "results.json"
    keep(path, {"one": 1.23456, "other": 2})
    keep(path, {"other": 3})
    kept = json.loads(path.read_text("utf-8"))
    assert kept["figures"] == {"one": 1.235, "other": 3}
    assert kept["machine"]["processors"] >= 1
