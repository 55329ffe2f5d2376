"""The register that is served: read whole or not at all, shared by all, kept while its files have errors."""

import gc
import logging
import math
import os
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread

from scrutiny.register.loading import load
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.records import Release
from scrutiny.register.register import Register
from scrutiny.register.releases import FOLDER, RULE, ReleaseError, read_release

QUIET = 0.5
"""Seconds without a change before files are read: a file is saved in steps, and several files one after another."""
_FIRST_READINGS = 5  # at once, while files change, before readers are told that the register is still being read
_OWN = Path(__file__).parents[1] / "data"
_PAUSE = 0.1
_SHARE = 30  # looking at very many files takes a thirtieth of one core at most
_MOST_LOGGED = 100
_MOST_RELEASES = 8  # that are kept in memory
_ASKING = Lock()
_READING_RELEASES = Lock()
_log = logging.getLogger(__name__)

Signature = frozenset[tuple[str, tuple[int, ...]]]


@dataclass(frozen=True)
class Snapshot:
    """What is shown: the last good register, and what is wrong with the files now.

    `digest` is the SHA-256 of the register's files and `read_at` the moment (UTC) when they were read; without a
    good register they are empty. `problems` holds errors and warnings; without a register there is at least one.
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
        """Whether an earlier register is shown, as the files have errors now."""
        return self.register is not None and bool(self.errors)


class Store:
    """Keeps the last good register of a folder; a reading with errors changes only the list of problems.

    One thread looks, any number read `served`: that is one attribute, so nobody waits for a reading.
    """

    def __init__(self, data: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Keep the register of one folder, not yet read; `now` tells the time that readers are told."""
        self.served = _without_register("is still being read; it is shown as soon as its files are quiet")
        self._data = data
        self._now = now
        self._last_seen: Signature | None = None
        self._changed_at = -math.inf
        self._last_read: Signature | None = None

    def look(self, moment: float) -> bool:
        """Look at the folder, read it once it has changed and then been quiet, and return whether it was read.

        The first reading does not wait for quiet, and is repeated at once, a few times, if files change meanwhile.
        `moment` is in seconds of a clock that nobody sets, so that setting the day's clock does no harm.
        """
        if self._last_read is None:
            for _ in range(_FIRST_READINGS):
                if self._read(_signature(self._data)):
                    break
            return True
        signature = _signature(self._data)
        if signature != self._last_seen:
            self._last_seen = signature
            self._changed_at = moment
        is_due = signature != self._last_read and moment - self._changed_at >= QUIET
        if is_due:
            self._read(signature)
        return is_due

    def _read(self, signature: Signature) -> bool:
        """Read the folder, and return whether it stayed as it was meanwhile: what is part old, part new is dropped."""
        snapshot = self._load()
        if _signature(self._data) != signature:
            return False
        self._last_seen = self._last_read = signature
        if snapshot.register is None:
            snapshot = replace(self.served, problems=snapshot.problems)
        elif snapshot.digest == self.served.digest:
            snapshot = replace(self.served, read_at=snapshot.read_at, problems=snapshot.problems)
        earlier = self.served.register is not None
        is_new = snapshot.register is not self.served.register
        self.served = snapshot
        if is_new:
            _set_aside(search_all=earlier)
        _log_snapshot(snapshot)
        return True

    def _load(self) -> Snapshot:
        """Read and check the folder as it is; should the checker itself fail, that is a problem as well."""
        try:
            outcome = load(self._data)
        except Exception:  # noqa: BLE001  # whatever it is, readers keep the register they have
            _log.exception("the register could not be checked")
            return _without_register("could not be checked; the log says why")
        if outcome.register is None:
            return Snapshot(problems=outcome.problems)
        outcome.register.compact()
        return Snapshot(outcome.register, outcome.digest, self._now(), outcome.problems)


def _set_aside(*, search_all: bool) -> None:
    """Keep what lives long, a register and what was imported, out of searches for garbage.

    Without it a full search takes next to no time; with it 40 ms, for which every reader would wait. Yet an earlier
    register is only found by a search of all, as what is worked out of it refers back to it; one that a reader still
    looks at is found the next time.
    """
    if search_all:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def _without_register(message: str) -> Snapshot:
    return Snapshot(problems=(Problem(".", 1, "", "", message, "store"),))


def current_snapshot() -> Snapshot:
    """Return the register of this process, that of `SCRUTINY_DATA` or else of the folder `data`.

    Only the first who asks for a folder, and whoever asks meanwhile, waits until it is read.
    """
    with _ASKING:
        return _store(data_folder()).served


def release_snapshot(release: Release) -> Snapshot:
    """Return the register as it was kept on an earlier day, or the problem for which it cannot be shown.

    It is read when it is first asked for, and again only when its files have changed.
    """
    data = data_folder()
    if release.revision:
        state: object = current_snapshot().digest  # git is asked again when the register has changed
    else:
        path = data / FOLDER / str(release.files)
        state = _signature(path), _state(path)
    with _READING_RELEASES:
        return _read_release(data, release, state)


@lru_cache(_MOST_RELEASES)
def _read_release(data: Path, release: Release, _state: object) -> Snapshot:
    try:
        register = read_release(data, release)
        register.compact()
        return Snapshot(register, release.digest, datetime.now(UTC))
    except ReleaseError as error:
        why = f"the release of {release.date} {error}"
    except Exception:  # noqa: BLE001  # whatever it is, readers keep today's register
        _log.exception("the release of %s could not be read", release.date)
        why = f"the release of {release.date} could not be read; the log says why"
    problem = Problem("register.yaml", 1, str(release.date), "releases", why, RULE)
    _log.error("%s", " ".join(str(problem).split()))
    return Snapshot(problems=(problem,))


def data_folder() -> Path:
    """Return the folder of the register that is served; ours lies beside the program, wherever that is started."""
    return Path(os.environ.get("SCRUTINY_DATA") or _OWN)


@lru_cache(maxsize=1)
def _store(data: Path) -> Store:
    """Make the one store that pages and routes share, and set a thread to look after it."""
    store = Store(data)
    store.look(time.monotonic())
    # A weak reference, so that the thread of a folder that is no longer asked for ends.
    Thread(target=_keep_looking, args=(weakref.ref(store),), name="register", daemon=True).start()
    return store


def _keep_looking(reference: "weakref.ref[Store]") -> None:
    """Look at a store's folder again and again, for as long as anybody holds the store.

    However long a reading took, the next change is seen at once: only looks are kept to their share.
    """
    while store := reference():
        started = time.monotonic()
        was_read = store.look(started)
        del store
        time.sleep(_PAUSE if was_read else max(_PAUSE, _SHARE * (time.monotonic() - started)))


def _log_snapshot(snapshot: Snapshot) -> None:
    """Write to the log what came of a reading, a line for each problem."""
    for problem in snapshot.problems[:_MOST_LOGGED]:
        level = logging.WARNING if problem.severity is Severity.WARNING else logging.ERROR
        _log.log(level, "%s", " ".join(str(problem).split()))  # without line breaks, whatever a field is called
    if len(snapshot.problems) > _MOST_LOGGED:
        _log.error("and %d more problems", len(snapshot.problems) - _MOST_LOGGED)
    if snapshot.register is None:
        _log.error("there is no register to show")
    elif snapshot.is_edited:
        _log.error("the register read at %s is still shown", snapshot.read_at)
    else:
        _log.info("the register is shown as it is now: %s", snapshot.digest)


def _signature(data: Path) -> Signature:
    """Return the state of all that may be read, without reading it: folders, YAML files, and what cannot be looked at.

    A state is device, inode, times and size, so that a copy put in a file's place by rename is another.
    """
    states: set[tuple[str, tuple[int, ...]]] = set()
    inspections = data / "inspections"
    folders = [data, inspections]
    for folder in folders:  # grows by the folders of inspections
        states.add((folder.as_posix(), ()))
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".yaml", ".yml")):
                        states.add((entry.path, _state(entry)))
                    if folder is inspections and entry.is_dir():
                        folders.append(Path(entry))
        except OSError as error:
            states.add((folder.as_posix(), (error.errno or 0,)))
    return frozenset(states)


def _state(entry: "os.DirEntry[str] | Path") -> tuple[int, ...]:
    """Return the state of one file, following a link to what it names."""
    try:
        status = entry.stat()
    except OSError as error:
        return (error.errno or 0,)
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size
