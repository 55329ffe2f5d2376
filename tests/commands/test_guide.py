"""The commands that the guide shows."""

from pathlib import Path

import pytest

from tests.commands.conftest import LINES, as_pdf, run
from tests.testshire import Testshire

GUIDE = Path(__file__).parents[2] / "data" / "README.md"
BEGINS = "    python -m scrutiny "
SHOWN = [line.removeprefix(BEGINS).split() for line in GUIDE.read_text("utf-8").splitlines() if line.startswith(BEGINS)]


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_every_command_of_the_guide_runs(
    command: list[str], testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a curator copies from the guide works in a folder with a register and a letter."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    as_pdf(Path("reply.pdf"), [LINES])
    words = [str(testshire.write_documents()) if word == "DIR" else word for word in command]
    assert run(*words).exit_code == 0
    assert Path("reply.marked.txt").exists() == ("--write" in command)


def test_the_guide_shows_each_command_of_a_curator() -> None:
    """There is an example of each command, and of each thing that checking can do."""
    assert {command[0] for command in SHOWN} == {"check", "paragraphs"}
    assert {word for command in SHOWN for word in command if word.startswith("--")} == {
        "--documents", "--explain", "--fix", "--write"
    }  # fmt: skip
