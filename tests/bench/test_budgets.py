"""A budget is held at its border, and told in words that cannot be mistaken."""

import pytest

from bench.budgets import LINES, Line, shown

HELD = Line("visit", "first visit", "ms", 20)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (0, "within"),
        (20, "within"),
        (20.25, "MISSED by 0.25 ms"),
        (150, "MISSED by 130 ms"),
        (None, "MISSED: not measured"),
    ],
)
def test_verdict_with_a_budget(value: float | None, verdict: str) -> None:
    """Up to the budget is within; beyond, the figure tells by how much; what is missing is missed."""
    assert HELD.verdict(value) == verdict
    assert HELD.is_missed(value) == verdict.startswith("MISSED")


@pytest.mark.parametrize(("value", "verdict"), [(10**6, ""), (None, "not measured")])
def test_verdict_without_a_budget(value: float | None, verdict: str) -> None:
    """What has no budget is never missed."""
    told = Line("visit", "first visit", "ms")
    assert told.verdict(value) == verdict
    assert not told.is_missed(value)


def test_a_budget_of_nought_is_a_budget() -> None:
    """One fault is one too many."""
    faults = Line("faults", "faults", most=0)
    assert faults.verdict(0) == "within"
    assert faults.verdict(1) == "MISSED by 1"


@pytest.mark.parametrize(("value", "text"), [(0.0123, "0.0123"), (1.5, "1.5"), (99.94, "99.9"), (2437.6, "2438")])
def test_numbers_are_shown_as_they_are_read(value: float, text: str) -> None:
    """Three digits, and all of those before the point."""
    assert shown(value) == text


def test_each_figure_has_one_line() -> None:
    """No figure is told twice under different words."""
    keys = [line.key for lines in LINES.values() for line in lines]
    assert sorted(keys) == sorted(set(keys))
