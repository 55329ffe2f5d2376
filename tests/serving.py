"""The dashboard served as in public, on this machine alone, for as long as a test needs it."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.servers import ROOT, Server, free_port, running


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
    command = [*before, sys.executable, "serve.py"]
    with running(command, port, log, folder=root, environment=own | dict(settings or {})) as server:
        yield server
