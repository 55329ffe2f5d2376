"""What is told of a crowd is right, views are there, and the processor of a process is looked up."""

import os
from pathlib import Path

import pytest

from bench.crowds import cpu_of, told, views_of
from scrutiny.register.loading import load
from tests.load.crowd import Crowd
from tests.testshire import Testshire

PAGES = {path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py")}


def test_told_from_the_middle_to_the_end() -> None:
    """Of a hundred views, as many hundredths of a second as their number says."""
    figures = told(60, Crowd(tuple(number / 100 for number in range(101)), 1, ()))
    assert figures == pytest.approx({"60.p50": 0.5, "60.p95": 0.95, "60.max": 1.0})


@pytest.mark.parametrize("took", [(), (0.1,)])
def test_too_few_views_tell_nothing(took: tuple[float, ...]) -> None:
    """A crowd that was lost gives no figure, rather than a good one."""
    assert told(60, Crowd(took, 1, ("lost",))) == {}


def test_views_are_of_pages_that_there_are(testshire: Testshire) -> None:
    """Each page is seen, by names that the register holds."""
    folder = testshire.write()
    held = load(folder).register
    assert held is not None
    views = views_of(folder)
    assert {page or "overview" for page, _ in views} == PAGES - {"present", "problems"}
    entry = next(query for page, query in views if page == "entry")
    assert entry.removeprefix("id=") in held.known_ids


def test_processor_of_a_process() -> None:
    """The test itself has used some, and no more after than before."""
    before = cpu_of(os.getpid())
    sum(number * number for number in range(400_000))
    assert 0 < before <= cpu_of(os.getpid())
