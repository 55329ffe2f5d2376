"""Servers on this machine alone, for as long as something is measured: the dashboard and its yardsticks."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.serving import PATIENCE, ROOT, Server, free_port

AS_DEPLOYED = {"MALLOC_ARENA_MAX": "2"}  # as the service and the container set it
_HEALTH = "/_stcore/health"


@dataclass(frozen=True)
class Program:
    """A command that serves: its arguments, where it runs, what it is told, and the path that answers once it is up."""

    command: tuple[str, ...]
    folder: Path
    settings: Mapping[str, str]
    health: str = _HEALTH


def dashboard(data: Path, port: int) -> Program:
    """Serve a register as in public."""
    settings = {"SCRUTINY_DATA": str(data), "SCRUTINY_PORT": str(port), "SCRUTINY_TODAY": "2026-12-01", **AS_DEPLOYED}
    return Program(("serve.py",), ROOT, settings)


def bare(entries: Path, port: int) -> Program:
    """Serve the bare Streamlit page by Streamlit's own command, away from the settings of the dashboard."""
    script = ROOT / "bench" / "yardsticks" / "bare.py"
    own = ("--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true")
    command = ("-m", "streamlit", "run", str(script), *own, "--browser.gatherUsageStats", "false")
    return Program(command, entries.parent, {"BENCH_ENTRIES": str(entries), "PYTHONPATH": str(ROOT)})


def plain(folder: Path, port: int) -> Program:
    """Serve the files of a folder by Python's own server."""
    return Program(("-m", "http.server", str(port), "--bind", "127.0.0.1"), folder, {}, health="/")


@contextmanager
def running(program: Program, port: int, log: Path) -> Iterator[Server]:
    """Run a program until the end of the block, and give its server once it answers.

    Raises RuntimeError with what it said if it ends, or does not answer within a minute.
    """
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603  # our own commands
            [sys.executable, *program.command],
            cwd=program.folder,
            env=dict(os.environ) | dict(program.settings),
            stdout=said,
            stderr=said,
        )
    server = Server(port, process, log)
    try:
        _wait(server, program.health)
        yield server
    finally:
        _end(process)


@contextmanager
def serving(kind: str, source: Path, log: Path) -> Iterator[Server]:
    """Serve one of the programs above, by its name, on a free port."""
    port = free_port()
    program = {"dashboard": dashboard, "bare": bare, "plain": plain}[kind](source, port)
    with running(program, port, log) as server:
        yield server


def _wait(server: Server, path: str) -> None:
    """Ask every few milliseconds until the server answers."""
    until = time.monotonic() + PATIENCE
    while server.process.poll() is None and time.monotonic() < until:
        with suppress(OSError), urlopen(f"{server.address}{path}", timeout=PATIENCE) as answer:  # noqa: S310  # this machine
            if answer.status == 200:
                return
        time.sleep(0.01)
    raise RuntimeError(f"a server did not answer: {server.log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a server, by force if it does not end by itself."""
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
