"""The command that keeps the register as it is on a day, and the others that read what was kept."""

import hashlib
import json
from pathlib import Path

import pytest

from scrutiny.commands.release import with_release
from scrutiny.register.loading import load
from scrutiny.register.releases import FOLDER, read_release
from tests.commands.conftest import run
from tests.testshire import Testshire

TITLE = ("--title", "Meeting of 1 October 2030")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a day in December 2030."""
    monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")


def test_a_release_is_made_and_listed(testshire: Testshire) -> None:
    """It can be read again as it was, and the file that lists it keeps its comments and all else."""
    text = testshire.text_of("register.yaml").replace("area:", "# Where.\narea:")
    testshire.texts["register.yaml"] = text
    folder = testshire.write()
    before = load(folder)
    result = run("release", "--data", folder, "--date", "2030-10-01", *TITLE)
    archive = folder / FOLDER / "2030-10-01.zip"
    assert (result.exit_code, result.output) == (
        0, f"{archive}\nAdded to {folder / 'register.yaml'}; keep both with the data.\n",
    )  # fmt: skip
    assert (folder / "register.yaml").read_text("utf-8") == (
        f"{text}releases:\n"
        "  - date: 2030-10-01\n"
        "    title: Meeting of 1 October 2030\n"
        "    files: 2030-10-01.zip\n"
        f"    digest: {before.digest}\n"
    )
    now = load(folder)
    assert now.problems == before.problems
    assert now.register is not None
    assert read_release(folder, now.register.settings.releases[0]) == before.register
    assert run("check", "--data", folder).exit_code == 0


def test_today_is_the_day_of_a_release_without_one(testshire: Testshire) -> None:
    """A second release comes after the first, and has the first in its own list."""
    folder = testshire.write()
    run("release", "--data", folder, "--date", "2030-10-01")
    assert run("release", "--data", folder).exit_code == 0
    register = load(folder).register
    assert register is not None
    first, second = register.settings.releases
    assert [str(one.date) for one in (first, second)] == ["2030-10-01", "2030-12-01"]
    assert read_release(folder, second).settings.releases == (first,)


def test_the_same_register_gives_the_same_archive(testshire: Testshire, tmp_path: Path) -> None:
    """Whenever and wherever it is made."""
    digests = set()
    for name in ("a", "b"):
        testshire.folder = tmp_path / name
        folder = testshire.write()
        assert run("release", "--data", folder, "--date", "2030-10-01").exit_code == 0
        digests.add(hashlib.sha256((folder / FOLDER / "2030-10-01.zip").read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2030-10-01"), "2030-10-01 is kept already; a new one is of a later day"),
        (("--date", "2030-09-01"), "2030-10-01 is kept already; a new one is of a later day"),
        (("--date", "2030-12-02"), "2030-12-02 has not come yet"),
        (("--date", "soon"), "soon"),
        (("--title", "x" * 81), "write one line of at most 80 letters"),
        (("--title", "a\nb"), "write one line of at most 80 letters"),
        (("--title", " "), "write one line of at most 80 letters"),
        (("--date", "2030-11-01"), "is there already, and nothing is written over"),
    ],
)
def test_nothing_is_written_over(testshire: Testshire, words: tuple[str, ...], told: str) -> None:
    """Not a release, not a file that lies there; and a day or a title that is none is told."""
    folder = testshire.write()
    run("release", "--data", folder, "--date", "2030-10-01")
    (folder / FOLDER / "2030-11-01.zip").write_bytes(b"mine")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run("release", "--data", folder, *words)
    assert (result.exit_code, told in " ".join(result.output.split())) == (2, True)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_cannot_be_read_leaves_no_archive_behind(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of an archive would be in the way when the release is made again."""
    folder = testshire.write()

    def refuse(*_: object) -> bytes:
        raise OSError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("scrutiny.commands.release.archive_of", refuse)
        assert run("release", "--data", folder, "--date", "2030-10-01").exit_code == 1
    assert run("release", "--data", folder, "--date", "2030-10-01").exit_code == 0


def test_a_register_with_errors_is_not_kept(testshire: Testshire) -> None:
    """The errors are told, each with its file and line."""
    folder = testshire.change("C01", voice="told").write()
    result = run("release", "--data", folder)
    assert result.exit_code == 1
    assert f"{folder}/inspections/2030-second-look/findings.yaml:3: C01 voice" in result.stderr
    assert not (folder / FOLDER).exists()


RELEASE = {"date": "2030-10-01", "files": "x.zip", "digest": "0" * 64}
LINES = ["- date: 2030-10-01", "  files: x.zip", f"  digest: {'0' * 64}"]


@pytest.mark.parametrize(
    ("text", "place", "indent"),
    [
        ("title: a\n", "title: a\nreleases:\n{}", "  "),
        ("title: a", "title: a\nreleases:\n{}", "  "),
        ("title: a\r\n", "title: a\r\nreleases:\r\n{}", "  "),
        ("releases: []  # none\ntitle: a\n", "releases:  # none\n{}title: a\n", "  "),
        ("releases:\n- date: x\n  digest: y\n\n# end\n", "releases:\n- date: x\n  digest: y\n{}\n# end\n", ""),
        ("releases:\n    - date: x\n      digest: y\n# title\ntitle: a\n",
         "releases:\n    - date: x\n      digest: y\n{}# title\ntitle: a\n", "    "),
    ],
)  # fmt: skip
def test_a_release_is_written_where_the_list_ends(text: str, place: str, indent: str) -> None:
    """Comments, line ends, indents and what stands below stay as they are."""
    ends = "\r\n" if "\r\n" in text else "\n"
    new = "".join(f"{indent}{line}{ends}" for line in LINES)
    assert with_release(text, RELEASE) == place.format(new)


def test_a_list_that_nothing_can_be_added_to_stays_as_it_is(testshire: Testshire) -> None:
    """What to write is told, and the archive is taken back."""
    folder = testshire.write()
    run("release", "--data", folder, "--date", "2030-10-01")
    file = folder / "register.yaml"
    head, _, listed = file.read_text("utf-8").partition("releases:\n")
    fields = ", ".join(line.strip(" -") for line in listed.splitlines())
    file.write_text(f"{head}releases: [{{{fields}}}]\n", "utf-8")
    before = file.read_bytes()
    result = run("release", "--data", folder)
    assert result.exit_code == 1
    assert "add under “releases:”\n- date: 2030-12-01\n  files: 2030-12-01.zip\n" in result.stderr
    assert (file.read_bytes(), list((folder / FOLDER).iterdir())) == (before, [folder / FOLDER / "2030-10-01.zip"])


def test_what_was_kept_is_compared_and_exported_by_its_day(testshire: Testshire) -> None:
    """`diff` takes the day of a release, and `export --as-of` gives what was given on that day."""
    folder = testshire.write()
    before = run("export", "--format", "json", "--data", folder).output
    run("release", "--data", folder, "--date", "2030-10-01")
    testshire.texts["register.yaml"] = (folder / "register.yaml").read_text("utf-8")
    testshire.change("C01", summary="Something else is said.").write()
    told = json.loads(run("diff", "2030-10-01", "--data", folder, "--format", "json").output)
    assert [one["id"] for one in told] == ["2030-second-look.C01"]
    for day in ("2030-10-01", "2030-11-30"):
        assert run("export", "--format", "json", "--as-of", day, "--data", folder).output == before
    result = run("export", "--format", "json", "--as-of", "2030-09-30", "--data", folder)
    assert (result.exit_code, "nothing was kept on that day or before" in result.output) == (2, True)
    result = run("diff", "2030-09-30", "--data", folder)
    told = " ".join(result.output.split())
    assert (result.exit_code, "none of the days that were kept (2030-10-01)" in told) == (2, True)
    (folder / FOLDER / "2030-10-01.zip").write_bytes(b"")
    result = run("export", "--format", "json", "--as-of", "2030-10-01", "--data", folder)
    assert "the release of 2030-10-01 cannot be unpacked" in " ".join(result.output.split())
    result = run("check", "--data", folder)
    assert result.exit_code == 1
    assert "2030-10-01 files: cannot be unpacked: File is not a zip file; nobody is shown it" in result.output
