"""Servers on this machine alone, for as long as something is measured or tested."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
_TIMEOUT = 60  # seconds


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, its process, and the file that holds what it writes to standard error."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """The address for a browser."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    *,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    health: str = "/_stcore/health",
) -> Iterator[Server]:
    """Run a command until the end of the block, and give its server once the path `health` answers.

    Raises RuntimeError with what it wrote if it ends, or does not answer within a minute.
    """
    variables = os.environ | dict(environment or {})
    with log.open("wb") as errors:
        process = subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.DEVNULL, stderr=errors)  # noqa: S603  # our own
    server = Server(port, process, log)
    try:
        _wait(server, health)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=_TIMEOUT)
        finally:
            process.kill()  # where it did not end by itself


def _wait(server: Server, health: str) -> None:
    until = time.monotonic() + _TIMEOUT
    while server.process.poll() is None and time.monotonic() < until:
        with suppress(OSError), urlopen(f"{server.address}{health}", timeout=_TIMEOUT):  # noqa: S310  # this machine
            return
        time.sleep(0.01)
    raise RuntimeError(f"a server did not answer: {server.log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def dashboard(data: Path, log: Path) -> AbstractContextManager[Server]:
    """Serve a register as in public; memory is limited as the service and the container do it."""
    port = free_port()
    variables = {"SCRUTINY_DATA": str(data), "SCRUTINY_PORT": str(port), "MALLOC_ARENA_MAX": "2"}
    return running([sys.executable, "serve.py"], port, log, environment=variables)


def bare_page(entries: Path, log: Path) -> AbstractContextManager[Server]:
    """Serve the bare Streamlit page by Streamlit's own command, away from the settings of the dashboard."""
    port = free_port()
    script = str(ROOT / "bench" / "yardsticks" / "bare.py")
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options, "--browser.gatherUsageStats", "false"]
    variables = {"BENCH_ENTRIES": str(entries), "PYTHONPATH": str(ROOT)}
    return running(command, port, log, folder=entries.parent, environment=variables)


def plain_page(folder: Path, log: Path) -> AbstractContextManager[Server]:
    """Serve the files of a folder by Python's own server."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    return running(command, port, log, folder=folder, health="/")
