"""The yardsticks show what the register holds, as plain as they are."""

from pathlib import Path

import pytest

from bench.servers import Program, running, serving
from bench.yardsticks.figures import bars, matrix, read_entries, ticks, write_entries
from bench.yardsticks.plain import write_page
from tests.serving import free_port
from tests.testshire import Testshire


@pytest.fixture
def entries(testshire: Testshire, tmp_path: Path) -> Path:
    """Write the entries of the made-up register."""
    path = tmp_path / "entries.csv"
    write_entries(testshire.write(), path)
    return path


def test_every_entry_is_a_mark(testshire: Testshire, entries: Path) -> None:
    """As many marks as findings, actions and commitments; bars and ticks count the same."""
    register = testshire.load().register
    assert register is not None
    shown = read_entries(entries)
    held = len(register.findings) + len(register.actions) + len(register.commitments)
    assert sum(len(trace.x) for trace in matrix(shown).data) == held == len(shown)
    assert sum(sum(trace.x) for trace in bars(shown).data) == held
    counted = dict(zip(*(ticks(shown).data[0][axis] for axis in ("x", "y")), strict=True))
    commitments = register.commitments
    assert counted == {
        "owner": sum(bool(each.owner) for each in commitments),
        "specific": sum(each.specific for each in commitments),
        "due": sum(bool(each.due) for each in commitments),
        "measure": sum(bool(each.measure) for each in commitments),
    }


def test_plain_page_is_served(entries: Path, tmp_path: Path) -> None:
    """Three charts and one script, on a server that ends by itself."""
    site = tmp_path / "site"
    site.mkdir()
    write_page(entries, site)
    with serving("plain", site, tmp_path / "log") as server:
        assert server.process.poll() is None
    assert server.process.poll() is not None
    assert (site / "index.html").read_text("utf-8").count("Plotly.newPlot(") == 3


def test_a_server_that_ends_says_why(tmp_path: Path) -> None:
    """What it wrote is told, instead of waiting for it."""
    program = Program(("-c", "raise SystemExit('no luck')"), tmp_path, {})
    with pytest.raises(RuntimeError, match="no luck"), running(program, free_port(), tmp_path / "log"):
        pass
