"""What was read of a file stays as long as the file does, and a register read so is the same as one read anew."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from scrutiny.register import files
from scrutiny.register.checks import parts
from scrutiny.register.files import Kept
from scrutiny.register.loading import LoadResult, load
from tests.testshire import FIRST, SECOND, Testshire

Told = list[str]


@pytest.fixture(autouse=True)
def _long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as settled at once: that they are read again while they are not has a test of its own."""
    monkeypatch.setattr(files, "SETTLED", -1e9)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Give the names of the files that are read, as they are."""
    return watched(monkeypatch, files, "read_tree", lambda _path, file: file)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Give the names of the inspections that are checked, as they are; the top is the last of each check."""
    return watched(
        monkeypatch, parts, "_checked", lambda draft, _rules: ",".join(o.id for o in draft.register.inspections)
    )


def watched(patch: pytest.MonkeyPatch, module: Any, name: str, tell: Callable[..., str]) -> Told:
    """Note what a function of a module is asked."""
    asked: Told = []
    inner = getattr(module, name)

    def watching(*args: Any) -> Any:
        asked.append(tell(*args))
        return inner(*args)

    patch.setattr(module, name, watching)
    return asked


def same(outcome: LoadResult, data: Path) -> bool:
    """Tell whether an outcome is what a fresh reading gives, problems with their lines included."""
    fresh = load(data)
    return (outcome.problems, outcome.register, outcome.digest, outcome.quotations) == (
        fresh.problems, fresh.register, fresh.digest, fresh.quotations,
    )  # fmt: skip


def test_what_did_not_change_is_not_read(testshire: Testshire, read: Told, judged: Told) -> None:
    """The second time only the top is judged, as it may refer to anything."""
    kept = Kept()
    first = load(testshire.write(), kept=kept)
    read.clear()
    judged.clear()
    second = load(testshire.folder, kept=kept)
    assert read == []
    assert judged == [""]
    assert second == first
    assert second.register is not None


def test_a_changed_file_is_read_alone(testshire: Testshire, read: Told, judged: Told) -> None:
    """Its inspection is judged again, and no other."""
    kept = Kept()
    load(testshire.write(), kept=kept)
    testshire.change("C09", summary="Meetings lacked health services.")
    (testshire.folder / FIRST / "findings.yaml").write_text(
        testshire.text_of(f"{FIRST}/findings.yaml"), encoding="utf-8"
    )
    read.clear()
    judged.clear()
    outcome = load(testshire.folder, kept=kept)
    assert read == [f"{FIRST}/findings.yaml"]
    assert judged == ["2029-first-look", ""]
    assert same(outcome, testshire.folder)


def test_a_change_tells_what_is_wrong_in_files_that_did_not(testshire: Testshire) -> None:
    """An answer that is gone is told with the file and line of the concern that names it."""
    kept = Kept()
    load(testshire.write(), kept=kept)
    (testshire.folder / SECOND / "actions.yaml").write_text("[]\n", encoding="utf-8")
    outcome = load(testshire.folder, kept=kept)
    assert any(problem.file == f"{SECOND}/findings.yaml" and problem.field == "answers.2" for problem in outcome.errors)
    assert same(outcome, testshire.folder)


@pytest.mark.parametrize("file", ["themes.yaml", "bodies.yaml", "glossary.yaml", "events.yaml"])
def test_what_all_refer_to_bears_on_every_inspection(testshire: Testshire, judged: Told, file: str) -> None:
    """After a change to it, everything is judged again."""
    kept = Kept()
    load(testshire.write(), kept=kept)
    judged.clear()
    os.utime(testshire.folder / file, ns=(1, 1))
    load(testshire.folder, kept=kept)
    assert judged == ["2029-first-look", "2030-second-look", ""]


def test_an_inspection_that_is_gone_is_forgotten(testshire: Testshire) -> None:
    """So is what refers to it told, and when it is back all is as before."""
    kept = Kept()
    before = load(testshire.write(), kept=kept)
    shutil.move(testshire.folder / FIRST, testshire.folder / "aside")
    assert same(load(testshire.folder, kept=kept), testshire.folder)
    assert "2029-first-look" not in kept.checks
    shutil.move(testshire.folder / "aside", testshire.folder / FIRST)
    assert load(testshire.folder, kept=kept) == before


def test_a_file_put_in_its_place_with_the_same_size_and_time_is_another(testshire: Testshire) -> None:
    """A copy by rename has another place on disk."""
    kept = Kept()
    path = testshire.write() / "register.yaml"
    load(testshire.folder, kept=kept)
    state = path.stat()
    copy = path.with_suffix(".new")
    copy.write_text(path.read_text(encoding="utf-8").replace("protects", "shields "), encoding="utf-8")
    os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))
    copy.replace(path)
    register = load(testshire.folder, kept=kept).register
    assert register is not None
    assert "shields" in register.settings.title


def test_a_file_that_has_just_changed_is_read_again(
    testshire: Testshire, read: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a moment a second change may leave its times as they are."""
    monkeypatch.setattr(files, "SETTLED", 1e9)
    kept = Kept()
    load(testshire.write(), kept=kept)
    read.clear()
    load(testshire.folder, kept=kept)
    assert len(read) == 17


def test_any_row_of_edits_gives_what_a_fresh_reading_gives(testshire: Testshire) -> None:
    """Fields changed at random, right and wrong, files emptied, broken and mended: nothing old is left."""
    kept, chance = Kept(), Random(7)  # noqa: S311  # only to differ
    whole = {path: path.read_text(encoding="utf-8") for path in sorted(testshire.write().rglob("*.yaml"))}
    for _ in range(60):
        path = chance.choice(list(whole))
        lines = whole[path].splitlines(keepends=True)
        drop = chance.randrange(len(lines))
        edits = [whole[path], "", "[]\n", "a: [\n", "".join(lines[:drop] + lines[drop + 1 :])]
        path.write_text(chance.choice(edits), encoding="utf-8")
        assert same(load(testshire.folder, kept=kept), testshire.folder), path
