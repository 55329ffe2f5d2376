"""Releases: the register as it was kept on a day is read again, and nothing else is ever taken for it."""

import io
import os
import struct
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scrutiny.register.loading import load
from scrutiny.register.records import Release
from scrutiny.register.releases import (
    FOLDER,
    MOST_FILES,
    ReleaseError,
    archive_of,
    as_of,
    before,
    read_release,
    release_problems,
)
from tests.testshire import FIRST, Testshire

NO_DIGEST = "0" * 64


def kept(testshire: Testshire, name: str = "2030-10-01.zip", digest: str = "") -> Release:
    """Keep the register as it is in an archive of this name."""
    folder = testshire.write()
    outcome = load(folder)
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / name).write_bytes(archive_of(folder, outcome.files))
    return a_release(files=name, digest=digest or outcome.digest)


def a_release(day: str = "2030-10-01", **fields: str) -> Release:
    """Give a release of a day."""
    return Release.model_validate({"date": day, "digest": NO_DIGEST} | fields)


def packed(members: dict[str, bytes]) -> bytes:
    """Write an archive with any names."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def test_what_was_kept_is_what_is_read(testshire: Testshire) -> None:
    """Whatever is written afterwards, an archive, a folder and a revision give the register as it was."""
    folder = testshire.write()
    before_it, digest = testshire.load().register, load(folder).digest
    release = kept(testshire)
    for file in load(folder).files:
        target = folder / FOLDER / "first" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((folder / file).read_bytes())
    git = ["git", "-C", str(folder.parent), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"], ["tag", "v1"]):
        subprocess.run([*git, *words], check=True)  # noqa: S603  # our own words
    testshire.change("register", title="Other").change("C01", summary="Something else is said.").write()
    for one in (release, a_release(files="first", digest=digest), a_release(revision="v1", digest=digest)):
        assert read_release(folder, one) == before_it
    assert load(folder).digest != digest


def test_the_same_files_give_the_same_bytes(testshire: Testshire) -> None:
    """Neither times nor the order of files matter, and releases within are no part of it."""
    folder = testshire.write()
    first = archive_of(folder, load(folder).files)
    os.utime(folder / "register.yaml", (0, 0))
    kept(testshire)
    assert archive_of(folder, reversed(load(folder).files)) == first


def test_drafts_are_shown_in_no_release(testshire: Testshire) -> None:
    """What was not finished then is not shown now."""
    testshire.texts[f"{FIRST}/inspection.yaml"] = f"draft: true\n{testshire.text_of(f'{FIRST}/inspection.yaml')}"
    register = read_release(testshire.folder, kept(testshire))
    assert [one.id for one in register.inspections] == ["2030-second-look"]


def lying(name: str, content: bytes, size: int) -> bytes:
    """Write an archive that says that a file is smaller than what is packed in it."""
    archive = bytearray(packed({name: content}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", archive, archive.index(signature) + place, size)
    return bytes(archive)


def with_password(archive: bytes) -> bytes:
    """Say of an archive that its first file has a password."""
    content = bytearray(archive)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    return bytes(content)


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no archive": (lambda _: b"nothing", "cannot be unpacked: File is not a zip file"),
    "nothing": (lambda _: b"", "cannot be unpacked: File is not a zip file"),
    "half of it": (lambda whole: whole[: len(whole) // 2], "cannot be unpacked"),
    "broken within": (lambda whole: whole[:60] + bytes(40) + whole[100:], "cannot be unpacked"),
    "a path upwards": (lambda _: packed({"../register.yaml": b""}), "holds a file that would lie outside of it"),
    "a whole path": (lambda _: packed({"/etc/register.yaml": b""}), "holds a file that would lie outside of it"),
    "a path of Windows": (lambda _: packed({"..\\x.yaml": b""}), "holds a file that would lie outside of it"),
    "a drive": (lambda _: packed({"C:x.yaml": b""}), "holds a file that would lie outside of it"),
    "a huge file": (lambda _: packed({"register.yaml": bytes(3_000_000)}), "holds too much"),
    "very many files": (
        lambda _: packed({f"inspections/{number}/findings.yaml": b"" for number in range(MOST_FILES + 1)}),
        "holds more than 20,000 files",
    ),
    "more than it says": (lambda _: lying("register.yaml", bytes(9_000_000), 10), "cannot be unpacked"),
    "a password": (with_password, "cannot be unpacked"),
    "other files alone": (lambda _: packed({"notes.txt": b"x"}), "is not what was kept"),
    "a changed file": (lambda _: packed({"register.yaml": b"title: Other\n"}), "is not what was kept"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_lies_there_is_refused_in_a_sentence(testshire: Testshire, kind: str) -> None:
    """An archive that is not what was kept is shown to nobody, and nothing is written beside it."""
    release = kept(testshire)
    path = testshire.folder / FOLDER / "2030-10-01.zip"
    change, told = HOSTILE[kind]
    path.write_bytes(change(path.read_bytes()))
    before_it = sorted(testshire.folder.parent.rglob("*"))
    with pytest.raises(ReleaseError, match=told):
        read_release(testshire.folder, release)
    assert sorted(testshire.folder.parent.rglob("*")) == before_it


def test_a_release_that_is_gone_or_elsewhere_is_refused(testshire: Testshire, tmp_path: Path) -> None:
    """A missing file, a link out of the folder, and one that leads nowhere."""
    release = kept(testshire)
    path = testshire.folder / FOLDER / "2030-10-01.zip"
    elsewhere = path.rename(tmp_path / "elsewhere.zip")
    with pytest.raises(ReleaseError, match="is missing"):
        read_release(testshire.folder, release)
    for target in (elsewhere, tmp_path / "nothing"):
        path.symlink_to(target)
        with pytest.raises(ReleaseError, match="leads out of the register’s folder"):
            read_release(testshire.folder, release)
        path.unlink()


def test_without_git_or_the_revision_a_sentence_says_so(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells what is no revision; where it is not there, that is said."""
    folder = testshire.write()
    with pytest.raises(ReleaseError, match="cannot be read; git says"):
        read_release(folder, a_release(revision="v1"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReleaseError, match="cannot be read, as git is not installed"):
        read_release(folder, a_release(revision="v1"))


def test_an_older_form_is_told_in_one_sentence(testshire: Testshire) -> None:
    """What was kept by an earlier program may have errors today."""
    folder = testshire.change("C01", voice="told").write()
    outcome = load(folder)
    with pytest.raises(ReleaseError, match=r"was kept in a form that is no longer read: .*findings\.yaml:3") as caught:
        read_release(folder, kept(testshire, digest=outcome.digest))
    assert caught.value.is_old


def test_the_check_names_file_and_line(testshire: Testshire) -> None:
    """What is not as it was kept is an error; what only this machine or this program cannot read is a warning."""
    good = kept(testshire)
    settings = testshire.record("register")
    settings["releases"] = [
        {"date": "2030-09-01", "files": "nothing.zip", "digest": NO_DIGEST},
        {"date": "2030-10-01", "files": "2030-10-01.zip", "digest": NO_DIGEST},
        {"date": "2030-10-02", "files": "2030-10-01.zip", "digest": good.digest},
        {"date": "2030-10-03", "revision": "v9", "digest": NO_DIGEST},
    ]
    outcome = testshire.load()
    assert outcome.problems == ()
    told = [str(one) for one in release_problems(testshire.folder, outcome.readable.settings)]
    assert told[:2] == [
        "register.yaml:11: 2030-09-01 files: is missing; nobody is shown it",
        "register.yaml:14: 2030-10-01 files: is not what was kept: its files have the digest "
        f"{good.digest}; nobody is shown it",
    ]
    assert len(told) == 3
    assert told[2].startswith("register.yaml:20: 2030-10-03 revision: warning: cannot be read; git says")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        *(("files", name, "write the name of a folder or of a .zip file")
          for name in ("../x.zip", "/x.zip", "a/b", "a\\b", ".", "..", "x.tar", "-x.zip", "x .zip")),
        *(("revision", name, "write the name of a tag or commit") for name in ("-x", "--output=x", "a b", "v1;ls")),
        *(("digest", text, "write the 64 digits and letters") for text in ("0" * 63, "G" * 64, "0x" + "0" * 62)),
        *(("date", text, "write a whole day") for text in ("2030-10", "2030", "2030-10-01/2030-10-02")),
    ],
)  # fmt: skip
def test_a_release_names_nothing_but_itself(testshire: Testshire, field: str, value: str, told: str) -> None:
    """No path, no option of git, no day that is none; and one slip is told once."""
    release = {"date": "2030-10-01", "files": "x.zip", "digest": NO_DIGEST} | {field: value}
    if field == "revision":
        del release["files"]
    testshire.change("register", releases=[release])
    assert [told in line for line in testshire.told()] == [True]


def test_the_release_of_a_day() -> None:
    """The newest of that day or before is shown as of it; what is new is measured from one of an earlier day."""
    first, second = a_release("2030-06-30"), a_release("2030-09-30")
    days = {date(2030, 6, 29): (None, ()), date(2030, 6, 30): (first, ()), date(2030, 7, 1): (first, (first,)),
            date(2030, 9, 30): (second, (first,)), date(2031, 1, 1): (second, (second, first))}  # fmt: skip
    for day, expected in days.items():
        assert (as_of((first, second), day), before((first, second), day)) == expected


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (None, "30 June 2030"),
        ("Meeting of 30 June 2030", "the meeting of 30 June 2030"),
        ("Meeting in Upper Test", "the meeting in Upper Test (30 June 2030)"),
        ("AGM", "30 June 2030 (AGM)"),
    ],
)
def test_a_release_is_called_by_its_day(title: str | None, name: str) -> None:
    """Whatever its title, a sentence about it has its day."""
    assert a_release("2030-06-30", **({"title": title} if title else {})).name == name
