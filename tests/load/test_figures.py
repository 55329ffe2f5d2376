"""What the load test tells is right, and it tells when memory does not come back."""

import os

import pytest

from tests.load.figures import Memory, latencies, resident


def test_latencies_are_told_from_the_middle_to_the_end() -> None:
    """Of a hundred views, as many milliseconds as their number says."""
    told = latencies([number / 1000 for number in range(1, 101)])
    assert told == "latency: p50 50 ms, p90 90 ms, p99 99 ms, most 100 ms"


@pytest.mark.parametrize(("left", "comes_back"), [(120.0, True), (134.0, True), (135.0, False), (200.0, False)])
def test_memory_comes_back_if_it_is_as_before(left: float, comes_back: bool) -> None:
    """A few megabytes that are kept for all may be added."""
    assert Memory(new=100, rest=120, full=200, left=left).comes_back() is comes_back


def test_memory_of_a_process_is_looked_up() -> None:
    """The process of the test itself holds some."""
    assert resident(os.getpid()) > 1
