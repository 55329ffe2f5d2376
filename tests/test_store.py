"""The store serves the last good register, and reads again when a file has changed."""

import os
from pathlib import Path

from scrutiny.store import Store
from tests.testshire import Testshire


def touch(path: Path, text: str) -> None:
    """Write a file with a time of its own, as a later save has."""
    state = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000_000))


def test_the_same_register_is_served_until_a_file_changes(testshire: Testshire) -> None:
    """Reading happens once, not on every view."""
    store = Store(testshire.write())
    assert store.current() is store.current()


def test_a_change_is_served(testshire: Testshire) -> None:
    """An edit shows without a restart."""
    folder = testshire.write()
    store = Store(folder)
    store.current()
    file = folder / "register.yaml"
    touch(file, file.read_text(encoding="utf-8").replace("Testshire Police", "Other Police"))
    register = store.current().register
    assert register is not None
    assert register.settings.title == "How Other Police protects children"


def test_a_slip_keeps_the_last_good_register(testshire: Testshire) -> None:
    """Bad data never takes the good away; the problems are told beside it."""
    folder = testshire.write()
    store = Store(folder)
    good = store.current().register
    touch(folder / "themes.yaml", "- id: [\n")
    served = store.current()
    assert served.register is good
    assert [problem.file for problem in served.problems] == ["themes.yaml"]


def test_without_a_good_register_there_is_none(tmp_path: Path) -> None:
    """A folder that holds nothing gives problems, not an exception."""
    served = Store(tmp_path).current()
    assert served.register is None
    assert served.problems
