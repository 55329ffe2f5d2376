"""The register that is served: read whole or not at all, shared by all, kept while its files have errors."""

import gc
import logging
import math
import os
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread

from scrutiny.register.files import Kept
from scrutiny.register.loading import gc_paused, load
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.register import Register

QUIET = 0.5
"""Seconds without a change before files are read: a file is saved in steps, and several files one after another."""
_PAUSE = 0.1
_SHARE = 30  # looking at very many files takes a thirtieth of one core at most
_MOST_LOGGED = 100
_ASKING = Lock()
_log = logging.getLogger(__name__)

Signature = frozenset[tuple[str, tuple[int, ...]]]


@dataclass(frozen=True)
class Snapshot:
    """What is shown: the last good register, and what is wrong with the files now.

    `digest` is the SHA-256 of the register's files and `read_at` the moment (UTC) when they were read; without a
    good register they are empty. `problems` holds errors and warnings.
    """

    register: Register | None = None
    digest: str = ""
    read_at: datetime | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the files as they are now from being served."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def is_edited(self) -> bool:
        """Tell whether an earlier register is shown, as the files have errors now."""
        return self.register is not None and bool(self.errors)


class Store:
    """Keeps the last good register of a folder; a reading with errors changes only the list of problems.

    One thread looks, any number read `served`: that is one attribute, so nobody waits for a reading.
    """

    def __init__(self, data: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Keep the register of one folder, not yet read; `now` tells the time that readers are told."""
        self.served = Snapshot()
        self._data = data
        self._now = now
        self._seen: Signature | None = None
        self._since = -math.inf
        self._read: Signature | None = None
        self._kept = Kept()

    def look(self, moment: float) -> None:
        """Look at the folder, and read it once it has changed and then been quiet; at first it is read at once.

        `moment` is in seconds of a clock that nobody sets, so that setting the day's clock does no harm.
        """
        signature = _signature(self._data)
        if signature != self._seen:
            self._since = -math.inf if self._seen is None else moment
            self._seen = signature
        if signature != self._read and moment - self._since >= QUIET:
            self._take(signature)

    def _take(self, signature: Signature) -> None:
        """Read the folder; what was read while it changed may be part old and part new, and is dropped."""
        reading = self._reading()
        if _signature(self._data) != signature:
            return
        self._read = signature
        if reading.register is None:
            reading = replace(self.served, problems=reading.problems)
        elif reading.digest == self.served.digest:
            reading = replace(self.served, read_at=reading.read_at, problems=reading.problems)
        self.served = reading
        _tell(reading)

    def _reading(self) -> Snapshot:
        """Read and check the folder as it is; should the checker itself fail, that is a problem as well."""
        try:
            with gc_paused():
                outcome = load(self._data, kept=self._kept)
                if outcome.register is None:
                    return Snapshot(problems=outcome.problems)
            gc.collect()
            gc.freeze()  # a register lives long: the search for garbage need not go through it after every few clicks
            return Snapshot(outcome.register, outcome.digest, self._now(), outcome.problems)
        except Exception:  # noqa: BLE001  # whatever it is, readers keep the register they have
            _log.exception("the register could not be checked")
            return Snapshot(problems=(Problem(".", 1, "", "", "could not be checked; the log says why", "store"),))


def current_snapshot() -> Snapshot:
    """Give the register of this process, that of `SCRUTINY_DATA` or else of the folder `data`.

    Only the first who asks for a folder, and whoever asks meanwhile, waits until it is read.
    """
    with _ASKING:
        return _store(data_folder()).served


def data_folder() -> Path:
    """Give the folder of the register that is served."""
    return Path(os.environ.get("SCRUTINY_DATA") or "data")


@lru_cache(maxsize=1)
def _store(data: Path) -> Store:
    """Make the one store that pages and routes share, and set a thread to look after it."""
    store = Store(data)
    store.look(time.monotonic())
    Thread(target=_keep_looking, args=(weakref.ref(store),), name="register", daemon=True).start()
    return store


def _keep_looking(reference: "weakref.ref[Store]") -> None:
    """Look at a store's folder again and again, for as long as anybody holds the store."""
    while store := reference():
        begun = time.monotonic()
        store.look(begun)
        del store
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - begun)))


def _tell(found: Snapshot) -> None:
    """Write to the log what came of a reading, a line for each problem."""
    for problem in found.problems[:_MOST_LOGGED]:
        _log.log(logging.WARNING if problem.severity is Severity.WARNING else logging.ERROR, "%s", _one_line(problem))
    if len(found.problems) > _MOST_LOGGED:
        _log.error("and %d more problems", len(found.problems) - _MOST_LOGGED)
    if found.register is None:
        _log.error("there is no register to show")
    elif found.is_edited:
        _log.error("the register read at %s is still shown", found.read_at)
    else:
        _log.info("the register is shown as it is now: %s", found.digest)


def _one_line(problem: Problem) -> str:
    """Write a problem without line breaks, whatever a field is called."""
    return " ".join(str(problem).split())


def _signature(data: Path) -> Signature:
    """Tell the state of all that may be read, without reading it: a copy put in its place by rename is another."""
    return frozenset(state for folder in (data, *_inspections(data)) for state in _states(folder))


def _inspections(data: Path) -> Iterator[Path]:
    """Give the folder of inspections and those in it."""
    root = data / "inspections"
    yield root
    try:
        with os.scandir(root) as found:
            yield from (Path(entry) for entry in found if entry.is_dir())
    except OSError:  # told when the folder itself is looked at
        return


def _states(folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Tell the place on disk, times and size of each YAML file in a folder, or the error that it gives."""
    yield folder.as_posix(), ()
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.name.endswith((".yaml", ".yml")):
                    yield entry.path, _state(entry)
    except OSError as error:
        yield folder.as_posix(), (error.errno or 0,)


def _state(entry: "os.DirEntry[str]") -> tuple[int, ...]:
    """Tell the state of one file, following a link to what it names."""
    try:
        state = entry.stat()
    except OSError as error:
        return (error.errno or 0,)
    return state.st_dev, state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size
