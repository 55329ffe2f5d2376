"""The commands that the guide shows."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
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


def _examples(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield each command with the examples that its help gives."""
    yield names, (command.epilog or "").partition(": ")[2].split("; ")
    for name, part in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _examples(part, *names, name)


EXAMPLES = dict(_examples(main))
FIRST_OF_ALL = ("paragraphs", "new")
"""Commands that make what the examples of others are about."""


def test_help_of_each_command_has_an_example_that_runs(
    testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever copies the example of a command's help is never told of a mistake; the exit code is 0."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")
    testshire.write()
    for name in ("copy-of-data", "second-reading"):
        shutil.copytree("data", name)
    for name, text in testshire.documents.items():
        Path(name).write_text(text, encoding="utf-8")
    as_pdf(Path("reply.pdf"), [LINES])
    for words in (["init", "-q"], ["add", "data"], ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *words], check=True)  # noqa: S603, S607
    order = [name for first in FIRST_OF_ALL for name in EXAMPLES if name[:1] == (first,)]
    done = set()
    for example in dict.fromkeys(one for name in [*order, *EXAMPLES] for one in EXAMPLES[name]):
        assert example.startswith(BEGINS)
        result = run(*shlex.split(example.removeprefix(BEGINS).replace("DIR", ".").replace("FOLDER", "other")))
        assert (example, result.exit_code, result.output if result.exit_code else "") == (example, 0, "")
        done.add(example.split()[3])
    assert done == main.commands.keys()


@pytest.mark.parametrize("names", EXAMPLES, ids=" ".join)
def test_each_command_helps_with_an_example_of_itself(names: tuple[str, ...]) -> None:
    """Help says what a command does and shows how it is run."""
    result = run(*names, "--help")
    assert result.exit_code == 0
    assert f"Example{'s' * (len(EXAMPLES[names]) > 1)}: {BEGINS}{' '.join(names)}".rstrip() in " ".join(
        result.output.split()
    )
