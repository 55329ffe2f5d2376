"""The command that tells what differs between two registers."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire


@pytest.fixture
def old(testshire: Testshire) -> Path:
    """Give a copy of the made-up register as it was before a test changes it."""
    return shutil.copytree(testshire.write(), testshire.folder.with_name("old"))


def test_entries_added_changed_and_removed_are_told_in_words(testshire: Testshire, old: Path) -> None:
    """Each change has its id, its kind and its words; a changed field has both values."""
    testshire.change("K01", owner=None, due={"printed": "by the end of the year", "date": "2031"})
    testshire.change("C01", bodies=["testshire_police", "inspectors"], answers=[]).add_need()
    testshire.records["pairs.yaml"] = []
    result = run("diff", old, testshire.write())
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "changed 2030-second-look.C01 (concern): Planning in the MASH lacked health services.",
        "    bodies: testshire_police",
        "      now: testshire_police, inspectors",
        "    answers: K01, A01",
        "      now: []",
        "changed 2030-second-look.K01 (commitment): The Commissioner will write to health services.",
        "    owner: testshire_pcc",
        "      now: left out",
        "    due.date: 2030",
        "      now: 2031",
        "added 2030-second-look.K02 (said to be needed): The Commissioner says that a plan for all children is "
        "essential.",
        "removed pairs.P01 (pair): Both are about meetings.",
        "1 added, 2 changed, 1 removed",
    ]


def test_every_kind_of_record_is_compared(testshire: Testshire, old: Path) -> None:
    """What is said of everything, of an inspection, of a document and of a claimed result counts as well."""
    testshire.change("register", title="Other").change("first", note="New.").change("second.reply", author="A. B.")
    testshire.record("A01")["result"].append({"summary": "Two are.", "excerpt": "two of them are there"})
    testshire.change("no_date", text="When, {place}?").change("MASH", meaning="A hub.")
    told = json.loads(run("diff", old, testshire.write(), "--format", "json").output)
    assert [(one["id"], one["record"], [field["field"] for field in one["fields"]]) for one in told] == [
        ("register", "settings", ["title"]),
        ("2029-first-look", "inspection", ["note"]),
        ("2030-second-look.reply", "document", ["author"]),
        ("2030-second-look.A01", "reported action", ["result.2.summary", "result.2.excerpt"]),
        ("glossary.MASH", "term", ["meaning"]),
        ("question_templates.no_date", "question template", ["text"]),
    ]
    assert told[1] == {
        "what": "changed", "id": "2029-first-look", "record": "inspection",
        "words": "First inspection of Testshire Police",
        "fields": [{"field": "note", "before": None, "after": "New."}],
    }  # fmt: skip


def test_the_same_register_differs_in_nothing(testshire: Testshire, old: Path) -> None:
    """Comments and the order of records are no change."""
    testshire.records["themes.yaml"].reverse()
    testshire.texts[f"{SECOND}/actions.yaml"] = f"# New.\n{testshire.text_of(f'{SECOND}/actions.yaml')}"
    assert run("diff", old, testshire.write()).output == "0 added, 0 changed, 0 removed\n"


def test_what_cannot_be_read_is_not_compared(testshire: Testshire, old: Path) -> None:
    """A register with errors is compared as far as it can be read, and that is said."""
    result = run("diff", old, testshire.change("C01", voice="reportd", scope="national").write())
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "    scope: local",
        "      now: national",
        "0 added, 1 changed, 0 removed",
    ]
    assert result.stderr == f"{testshire.folder} has errors, and is compared as far as it can be read.\n"


def test_a_revision_of_git_is_compared_with_the_folder_as_it_is(testshire: Testshire) -> None:
    """A revision of the register's folder can stand in place of a folder; without a second the folder itself does."""
    folder = testshire.write()
    git = ["git", "-C", str(folder.parent), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"], ["tag", "first"]):
        subprocess.run([*git, *words], check=True)  # noqa: S603  # our own words
    testshire.change("register", title="Other").write()
    assert run("diff", "first", "--data", folder).output.endswith("0 added, 1 changed, 0 removed\n")
    assert run("diff", "first", "HEAD", "--data", folder).output == "0 added, 0 changed, 0 removed\n"
    result = run("diff", "second", "--data", folder)
    assert result.exit_code == 2
    assert "second is no folder, and cannot be read; git says: not a valid object name: second" in " ".join(
        result.output.split()
    )


def test_without_git_only_folders_are_compared(
    testshire: Testshire, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without git is told what is missing."""
    monkeypatch.setenv("PATH", "")
    assert run("diff", old, "--data", testshire.write()).exit_code == 0
    assert (
        "HEAD is no folder, and cannot be read, as git is not installed"
        in run("diff", "HEAD", "--data", testshire.folder).output
    )
