"""What is told of a crowd is right, and its views are there."""

import os
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from bench.crowds import FILTERS, VIEWS, cpu_seconds, faults_logged, latencies, resident
from bench.registers import REAL
from bench.servers import ROOT
from scrutiny.register.loading import load


def test_latencies_are_told_from_the_middle_to_the_end() -> None:
    """Of a hundred views, as many hundredths of a second as their number says."""
    assert latencies([n / 100 for n in range(101)]) == pytest.approx({"p50": 0.5, "p95": 0.95, "max": 1.0})


@pytest.mark.parametrize("seconds", [[], [0.1]])
def test_too_few_views_tell_nothing(seconds: list[float]) -> None:
    """A crowd that was lost gives no figure, rather than a good one."""
    assert latencies(seconds) == {}


def test_views_are_there() -> None:
    """Every page that the real register has words for is seen, and every id of a view is in it."""
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"present", "problems", "since"}
    assert {page or "overview" for page, _ in VIEWS} == pages
    register = load(REAL).register
    assert register is not None
    records = (*register.inspections, *register.themes, *register.bodies)
    ids = {record.id for record in records} | {entry.full_id for entry in register.entries}
    named = [
        part
        for _, query in VIEWS
        for key, value in parse_qsl(query)
        if key in {"inspection", "entry", "id", "theme", "themes", "body", "owner", "came_back"}
        for part in value.split(",")
    ]
    assert set(named) - ids == set()


def test_filters_differ() -> None:
    """Each change of a filter is one."""
    assert len(set(FILTERS)) == len(FILTERS) == 8


def test_a_process_is_looked_up() -> None:
    """The test itself holds some memory, and has used the processor, no less after than before."""
    assert resident(os.getpid()) > 1
    before = cpu_seconds(os.getpid())
    sum(number * number for number in range(400_000))
    assert 0 < before <= cpu_seconds(os.getpid())


def test_what_a_server_logs_beyond_its_start_is_a_fault(tmp_path: Path) -> None:
    """A warning, an error, or a line of another form; what is told of the register at the start is none."""
    started = ['{"level": "warning", "event": "contact"}', '{"level": "info", "event": "server started"}']
    lines = ['{"level": "warning"}', '{"level": "info"}', "Traceback"]
    (tmp_path / "log").write_text("\n".join([*started, *lines]), encoding="utf-8")
    assert faults_logged(tmp_path / "log") == [lines[0], lines[2]]
    (tmp_path / "log").write_text("Traceback", encoding="utf-8")  # it has not even started
    assert faults_logged(tmp_path / "log") == ["Traceback"]
