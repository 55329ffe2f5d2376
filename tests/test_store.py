"""The store serves a register whole or not at all, and the last good one while its files have errors."""

import logging
import os
import shutil
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from scrutiny import store
from scrutiny.analysis.frames import frames
from scrutiny.exports.json import register_json
from scrutiny.register.loading import LoadResult, load
from scrutiny.store import QUIET, Snapshot, Store
from tests.testshire import FIRST, Testshire

NOON = datetime(2030, 12, 1, 12, tzinfo=UTC)
STEP = 0.1


@dataclass
class Desk:
    """A curator's desk: a folder, the store that looks after it, and a clock that moves only when told to."""

    testshire: Testshire
    clock: float = 0.0
    day: datetime = NOON
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.folder = self.testshire.write()
        self.begin()

    def begin(self) -> None:
        """Start the dashboard."""
        self.store = Store(self.folder, now=lambda: self.day)
        self.store.look(self.clock)

    def wait(self, seconds: float) -> Snapshot:
        """Let time pass, with a look at each step, and give what is served."""
        for _ in range(round(seconds / STEP)):
            self.clock += STEP
            self.day += timedelta(seconds=STEP)
            self.store.look(self.clock)
        return self.store.served

    def settle(self) -> Snapshot:
        """Let as much time pass as an edit needs to show."""
        return self.wait(QUIET + 2 * STEP)

    def retitle(self, title: str) -> None:
        """Edit the register's title."""
        self.testshire.change("register", title=title)
        (self.folder / "register.yaml").write_text(self.testshire.text_of("register.yaml"), encoding="utf-8")

    @property
    def title(self) -> str | None:
        """The title of the register that is served."""
        register = self.store.served.register
        return register.settings.title if register else None


@pytest.fixture
def desk(testshire: Testshire) -> Desk:
    """Give a desk with a good register that is served."""
    return Desk(testshire)


def test_the_first_reading_does_not_wait(desk: Desk) -> None:
    """Whoever comes first sees the register, with the time of its reading and its hash."""
    served = desk.store.served
    assert served.register is not None
    assert (served.problems, served.is_edited, served.read_at) == ((), False, NOON)
    assert len(bytes.fromhex(served.digest)) == 32


def test_the_same_is_served_until_a_file_changes(desk: Desk) -> None:
    """Reading happens once, not on every view."""
    before = desk.store.served
    assert desk.wait(5) is before


def test_an_edit_shows_by_itself(desk: Desk) -> None:
    """An edit is served once the files have been quiet, with a hash of its own."""
    before = desk.store.served
    desk.retitle("Other")
    served = desk.settle()
    assert desk.title == "Other"
    assert served.digest != before.digest
    assert served.read_at is not None
    assert served.read_at > NOON


def test_files_are_not_read_before_they_are_quiet(desk: Desk) -> None:
    """While files are being saved one after another, what was served before goes on being served."""
    before = desk.store.served
    for edit in range(20):
        desk.retitle(f"Edit {edit}")
        assert desk.wait(QUIET - STEP) is before
    desk.settle()
    assert desk.title == "Edit 19"


def test_a_saved_file_without_a_change_keeps_the_register(desk: Desk) -> None:
    """A file that was saved as it was makes no register anew; it is only known to be newer."""
    before = desk.store.served
    (desk.folder / "register.yaml").write_text(desk.testshire.text_of("register.yaml"), encoding="utf-8")
    served = desk.settle()
    assert (served.register, served.digest) == (before.register, before.digest)
    assert served.register is before.register
    assert served.read_at != before.read_at


def test_an_earlier_register_is_let_go_of(desk: Desk) -> None:
    """What is worked out of a register refers back to it, and yet neither stays in memory for every edit of a day."""
    kept = []
    for edit in range(3):
        desk.retitle(f"Edit {edit}")
        register = desk.settle().register
        assert register is not None
        assert not frames(register.whole).entries.empty
        kept.append(weakref.ref(register))
        del register
    assert [one() is None for one in kept] == [True, True, False]


BREAKINGS: dict[str, Callable[[Path], object]] = {
    "half a file": lambda folder: (folder / "themes.yaml").write_bytes((folder / "themes.yaml").read_bytes()[:60]),
    "an empty file": lambda folder: (folder / "themes.yaml").write_bytes(b""),
    "a slip": lambda folder: (folder / "themes.yaml").write_text("- id: [\n"),
    "bytes that are no text": lambda folder: (folder / "themes.yaml").write_bytes(b"\xff\xfe\0\0"),
    "a deleted file": lambda folder: (folder / "themes.yaml").unlink(),
    "a folder in place of a file": lambda folder: ((folder / "themes.yaml").unlink(), (folder / "themes.yaml").mkdir()),
    "a pipe in place of a file": lambda folder: ((folder / "themes.yaml").unlink(), os.mkfifo(folder / "themes.yaml")),
    "a link to nothing": lambda folder: (
        (folder / "themes.yaml").unlink(), (folder / "themes.yaml").symlink_to("nothing.yaml"),
    ),
    "a deleted inspection": lambda folder: shutil.rmtree(folder / FIRST),
    "no inspections": lambda folder: shutil.rmtree(folder / "inspections"),
    "a deleted folder": shutil.rmtree,
    "a file in place of the folder": lambda folder: (shutil.rmtree(folder), folder.write_text("x")),
    "a link in a circle": lambda folder: (shutil.rmtree(folder), folder.symlink_to(folder)),
}  # fmt: skip


@pytest.mark.parametrize("breaking", BREAKINGS)
def test_what_is_broken_keeps_the_last_good_register(desk: Desk, breaking: str) -> None:
    """Whatever becomes of the files, readers see the register that they saw, and the problems are told beside it."""
    before = desk.store.served
    BREAKINGS[breaking](desk.folder)
    served = desk.settle()
    assert (served.register, served.digest) == (before.register, before.digest)
    assert (served.read_at, served.is_edited) == (NOON, True)
    assert served.errors


@pytest.mark.parametrize("breaking", BREAKINGS)
def test_what_is_mended_shows_by_itself(desk: Desk, breaking: str) -> None:
    """When the files are good again, what they hold is served, without a restart."""
    BREAKINGS[breaking](desk.folder)
    desk.settle()
    remove(desk.folder)
    desk.testshire.change("register", title="Mended").write()
    served = desk.settle()
    assert (desk.title, served.is_edited, served.problems) == ("Mended", False, ())


@pytest.mark.parametrize("breaking", BREAKINGS)
def test_a_start_on_what_is_broken_has_no_register(desk: Desk, breaking: str) -> None:
    """A server that never had a good register has none to show, says what to mend, and shows it once mended."""
    BREAKINGS[breaking](desk.folder)
    desk.begin()
    assert desk.store.served.register is None
    assert desk.store.served.digest == ""
    assert desk.store.served.errors
    remove(desk.folder)
    desk.testshire.write()
    assert desk.settle().register is not None


def remove(path: Path) -> None:
    """Take away whatever bears a name."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def test_a_folder_swapped_by_rename_is_read(desk: Desk) -> None:
    """A folder put in the place of another is another, even if its files bear the same times and sizes."""
    other = desk.folder.with_name("other")
    shutil.copytree(desk.folder, other)
    file = other / "register.yaml"
    was = file.stat()
    file.write_text(file.read_text("utf-8").replace("How Testshire", "Now Testshire"), "utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    desk.folder.rename(desk.folder.with_name("old"))
    other.rename(desk.folder)
    desk.settle()
    assert desk.title == "Now Testshire Police protects children"


def test_two_edits_in_quick_succession_show_the_second(desk: Desk) -> None:
    """Two edits of equal length within the same tick of a coarse clock are still two."""
    file = desk.folder / "register.yaml"
    when = file.stat().st_mtime_ns
    for title in ("One", "Two"):
        desk.retitle(title)
        os.utime(file, ns=(when, when))
        desk.settle()
        assert desk.title == title


def test_a_clock_set_back_does_not_hide_an_edit(desk: Desk) -> None:
    """A file that is older than the one before it is as new as any, and quiet is not measured by the day's clock."""
    desk.day -= timedelta(days=3650)
    desk.retitle("Older")
    os.utime(desk.folder / "register.yaml", (0, 0))
    served = desk.settle()
    assert desk.title == "Older"
    assert served.read_at is not None
    assert served.read_at < NOON


def test_what_changed_while_it_was_read_is_not_served(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that is part old and part new is dropped, and read again once it is quiet."""
    readings = []

    def load_and_be_edited(data: Path) -> LoadResult:
        outcome = load(data)
        readings.append(outcome.register)
        if len(readings) == 1:
            desk.retitle("Whole")
        return outcome

    before = desk.store.served
    monkeypatch.setattr(store, "load", load_and_be_edited)
    desk.retitle("Half")
    assert desk.settle() is before
    assert desk.settle().register is readings[-1]
    assert (desk.title, len(readings)) == ("Whole", 2)


@pytest.mark.parametrize(("edits", "is_shown_at_once"), [(1, True), (4, True), (7, False)])
def test_a_start_while_files_change_is_never_without_a_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, edits: int, *, is_shown_at_once: bool
) -> None:
    """The first reading is repeated at once until files stay as they are; till then it is told to be under way."""
    readings: list[LoadResult] = []

    def load_and_be_edited(data: Path) -> LoadResult:
        readings.append(load(data))
        if len(readings) <= edits:
            desk.retitle(f"Edit {len(readings)}")
        return readings[-1]

    monkeypatch.setattr(store, "load", load_and_be_edited)
    desk.begin()
    assert (desk.store.served.register is not None) == is_shown_at_once
    if not is_shown_at_once:
        told = [str(problem) for problem in desk.store.served.errors]
        assert told == [".:1: is still being read; it is shown as soon as its files are quiet"]
    served = desk.wait(STEP)
    assert (desk.title, served.problems) == (f"Edit {edits}", ())


def test_a_store_that_has_not_looked_says_so(testshire: Testshire) -> None:
    """There is never neither a register nor a problem."""
    assert Store(testshire.write()).served.errors


@pytest.mark.parametrize("error", [RecursionError("deep"), MemoryError(), OSError("gone"), KeyError("x")])
def test_a_failing_checker_keeps_the_last_good_register(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """Should the checker itself fail, that is told to the curator and the log, and readers go on reading."""

    def fail(_data: Path) -> LoadResult:
        raise error

    before = desk.store.served
    monkeypatch.setattr(store, "load", fail)
    desk.retitle("Other")
    served = desk.settle()
    assert served.register is before.register
    assert [str(problem) for problem in served.errors] == [".:1: could not be checked; the log says why"]
    assert "the register could not be checked" in caplog.text


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read here")
def test_a_folder_that_may_not_be_read_keeps_the_register(desk: Desk) -> None:
    """A folder that is closed to the server is a problem; opened again, it is read."""
    desk.folder.chmod(0)
    assert desk.settle().is_edited
    desk.folder.chmod(0o755)
    assert not desk.settle().is_edited


def test_warnings_are_served_with_the_register(desk: Desk) -> None:
    """A warning keeps nothing from being shown."""
    desk.testshire.add("themes.yaml", "workforce", id="resources").write()
    served = desk.settle()
    assert (len(served.problems), served.errors, served.is_edited) == (1, (), False)
    assert served.register is not None
    assert len(served.register.themes) == 3


def test_problems_are_logged_once_each(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Each change writes each of its problems once, a line each, and that it was mended."""
    caplog.set_level(logging.INFO)
    (desk.folder / "themes.yaml").write_text('- "id\\n": x\n', encoding="utf-8")
    desk.wait(10)
    told = [str(problem) for problem in desk.store.served.problems]
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == len(told) + 1
    assert lines[-1] == f"the register read at {NOON} is still shown"
    assert not any("\n" in line for line in lines)
    caplog.clear()
    (desk.folder / "themes.yaml").write_text(desk.testshire.text_of("themes.yaml"), encoding="utf-8")
    desk.wait(10)
    assert [record.getMessage() for record in caplog.records] == [
        f"the register is shown as it is now: {desk.store.served.digest}"
    ]


def test_many_problems_do_not_fill_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """A whole file of slips is a hundred lines in the log, and how many more there are."""
    items = "".join(f"- id: T{number}\n" for number in range(90))
    (desk.folder / "themes.yaml").write_text(items, encoding="utf-8")
    told = len(desk.settle().problems)
    assert [record.getMessage() for record in caplog.records][100:] == [
        f"and {told - 100} more problems", f"the register read at {NOON} is still shown",
    ]  # fmt: skip


def test_the_process_serves_one_folder(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """All who ask share one reading, of the folder that `SCRUTINY_DATA` names."""
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    first = store.current_snapshot()
    assert first.register is not None
    assert store.current_snapshot() is first


def test_the_keeper_ends_with_its_store(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that looks holds no store that nobody wants any more."""
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    held = [Store(testshire.write())]

    def let_go(_store: Store, _moment: float) -> bool:
        held.clear()
        return False

    monkeypatch.setattr(Store, "look", let_go)
    store._keep_looking(store.weakref.ref(held[0]))
    assert held == []


def test_a_long_reading_does_not_put_off_the_next_look(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is changed right after it shows as soon as ever. Only looks at very many files are kept to their share."""
    store._store.cache_clear()  # no other store is looked after meanwhile
    held = [Store(testshire.write())]
    assert [held[0].look(moment) for moment in (0.0, 1.0)] == [True, False]
    looks = [(5.0, True), (5.0, False), (0.0, False)]
    clock, pauses = [0.0], []

    def look(_store: Store, _moment: float) -> bool:
        seconds, was_read = looks.pop(0)
        clock[0] += seconds
        if not looks:
            held.clear()
        return was_read

    monkeypatch.setattr(Store, "look", look)
    monkeypatch.setattr(store, "time", SimpleNamespace(monotonic=lambda: clock[0], sleep=pauses.append))
    store._keep_looking(store.weakref.ref(held[0]))
    assert pauses == [0.1, 150.0, 0.1]


def test_what_is_served_says_the_same_with_less(testshire: Testshire) -> None:
    """Where records were read is let go of, and equal texts are one; records and their files are as they were."""
    folder = testshire.write()
    read, served = load(folder).register, Desk(testshire).store.served.register
    assert read is not None
    assert served is not None
    assert served == read
    assert served.entries[0].origin.file == ""
    assert register_json(served) == register_json(read)
    assert len({id(entry.model_fields_set) for entry in served.entries}) < len(served.entries)
    for shared in (lambda one: one.themes, lambda one: one.inspection, lambda one: one.paragraph):
        assert len({id(shared(entry)) for entry in served.entries}) == len({shared(entry) for entry in served.entries})
