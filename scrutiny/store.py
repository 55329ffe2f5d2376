"""The register that is served: read once, shared by all who show it, read again when a file has changed."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from scrutiny.analysis.frames import Frames, frames
from scrutiny.register.loading import load
from scrutiny.register.problems import Problem
from scrutiny.register.register import Register

Signature = frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class Served:
    """What is shown: the last good register, and what is wrong with the files now."""

    register: Register | None
    frames: Frames | None
    problems: tuple[Problem, ...]


class Store:
    """Keeps the last good register; a reading with errors changes only the list of problems."""

    def __init__(self, data: Path) -> None:
        """Keep the register of one folder, not yet read."""
        self._data = data
        self._lock = Lock()
        self._signature: Signature | None = None
        self._served = Served(None, None, ())

    def current(self) -> Served:
        """Give what is to be shown now, reading the folder again if one of its files has changed."""
        with self._lock:
            signature = _signature(self._data)
            if signature != self._signature:
                outcome = load(self._data)
                good = outcome.register
                self._served = Served(
                    register=good or self._served.register,
                    frames=frames(good) if good else self._served.frames,
                    problems=outcome.errors,
                )
                self._signature = signature
            return self._served


def served() -> Served:
    """Give the register of this process: that of `SCRUTINY_DATA`, or of the folder `data`."""
    return _store(Path(os.environ.get("SCRUTINY_DATA") or "data")).current()


@cache
def _store(data: Path) -> Store:
    """Make the one store of a folder that pages and routes share."""
    return Store(data)


def _signature(data: Path) -> Signature:
    """Tell the state of the files by name, time and size."""
    states = ((path, path.stat()) for path in data.rglob("*.yaml") if "templates" not in path.parts)
    try:
        return frozenset((path.as_posix(), state.st_mtime_ns, state.st_size) for path, state in states)
    except FileNotFoundError:  # a file went away while the folder was being looked at: look at it as changed
        return frozenset()
