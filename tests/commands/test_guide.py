"""The commands that the guide shows."""

import shlex
import shutil
from pathlib import Path

import pytest

from scrutiny.__main__ import main
from tests.commands.conftest import LINES, as_pdf, run
from tests.testshire import Testshire

GUIDE = Path(__file__).parents[2] / "data" / "README.md"
BEGINS = "python -m scrutiny "
LINES_OF_GUIDE = GUIDE.read_text("utf-8").splitlines()
SHOWN = [line.strip() for line in LINES_OF_GUIDE if line.startswith("    ") and line.strip().startswith(BEGINS)]


def test_every_command_of_the_guide_runs_one_after_another(
    testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A curator who copies all that the guide shows, from its beginning to its end, is never told of a mistake."""
    monkeypatch.chdir(tmp_path)
    testshire.write()
    for name in ("copy-of-data", "second-reading"):
        shutil.copytree("data", name)
    as_pdf(testshire.write_documents() / "letter.pdf", [LINES])
    for command in SHOWN:
        words = shlex.split(command.removeprefix(BEGINS).replace("DIR", "documents").replace("FOLDER", "other"))
        result = run(*words)
        assert (command, result.exit_code, result.output if result.exit_code else "") == (command, 0, "")
    assert Path("documents/letter.marked.txt").is_file()
    assert Path("data/inspections/2031-example/figures.yaml").is_file()
    assert Path("other/register.yaml").is_file()


def test_the_guide_shows_each_command_of_a_curator() -> None:
    """There is an example of each command but those for other readers, and of each thing that checking can do."""
    assert {shlex.split(command)[3] for command in SHOWN} == main.commands.keys() - {"export", "schema"}
    assert {word for command in SHOWN for word in command.split() if word.startswith("--")} == {
        "--documents", "--explain", "--fix", "--write", "--area", "--force", "--title"
    }  # fmt: skip


@pytest.mark.parametrize("command", main.commands)
def test_each_command_helps_with_an_example(command: str) -> None:
    """Help says what a command does, with its exit codes where they tell something, and shows how it is run."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"python -m scrutiny {command}" in result.output
