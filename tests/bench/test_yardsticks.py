"""The yardsticks show what the register holds, as plain as they are."""

import sys
from pathlib import Path

import pytest

from bench.servers import free_port, plain_page, running
from bench.yardsticks.figures import charts, read_entries, write_entries, write_page
from tests.testshire import Testshire


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the entries of the made-up register."""
    folder = tmp_path_factory.mktemp("entries")
    write_entries(Testshire(folder / "data").write(), folder / "entries.csv")
    return folder / "entries.csv"


def test_every_entry_is_a_mark(testshire: Testshire, entries: Path) -> None:
    """As many marks as findings, actions and commitments; the bars count the same."""
    register = testshire.register()
    number = len(register.findings) + len(register.actions) + len(register.commitments)
    shown = read_entries(entries)
    marks, themes, voices = charts(shown)
    assert len(shown) == sum(len(trace.x) for trace in marks.data) == number
    assert sum(sum(trace.x) for trace in themes.data) == sum(sum(trace.y) for trace in voices.data) == number


def test_plain_page_is_served(entries: Path, tmp_path: Path) -> None:
    """Three charts and one script, on a server that ends by itself."""
    site = tmp_path / "site"
    write_page(entries, site)
    with plain_page(site, tmp_path / "log") as server:
        assert server.process.poll() is None
    assert server.process.poll() is not None
    assert (site / "index.html").read_text("utf-8").count("Plotly.newPlot(") == 3


def test_a_server_that_ends_says_why(tmp_path: Path) -> None:
    """What it wrote is told, instead of waiting for it."""
    command = [sys.executable, "-c", "raise SystemExit('no luck')"]
    with pytest.raises(RuntimeError, match="no luck"), running(command, free_port(), tmp_path / "log"):
        pass
