"""The dashboard served as in public, on this machine alone, for as long as a test needs it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, its process and what it has logged, line by line, into a file."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """Give the address that a browser asks for."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serving(
    data: Path,
    log: Path,
    *,
    port: int | None = None,
    root: Path = ROOT,
    settings: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
) -> Iterator[Server]:
    """Run `serve.py` of a folder until the end of the block, and give it once it answers.

    `before` is a command that runs it, such as one that gives up rights; `settings` are variables of the environment.
    """
    port = port or free_port()
    own = {"SCRUTINY_DATA": str(data), "SCRUTINY_PORT": str(port), "SCRUTINY_TODAY": "2026-12-01"}
    with log.open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603  # our own command
            [*before, sys.executable, "serve.py"],
            cwd=root,
            env=dict(os.environ) | own | dict(settings or {}),
            stderr=errors,
        )
    server = Server(port, process, log)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def free_port() -> int:
    """Give a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def _wait(server: Server) -> None:
    """Wait until the server answers; if it has ended, raise RuntimeError with what it said."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{server.address}/_stcore/health"):  # noqa: S310  # this machine's own address
                return
        except OSError:
            if server.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(server.log.read_text(encoding="utf-8")) from None
