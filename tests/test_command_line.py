"""The command line: what it prints, where, and with which exit code."""

import json
import runpy
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scrutiny.__main__ import main
from scrutiny.exports.json import register_json
from tests.testshire import SECOND, Testshire


def run(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command as a terminal would."""
    return CliRunner().invoke(main, [str(word) for word in words], env=env)


def test_check_of_a_good_register(testshire: Testshire) -> None:
    """Without problems one line is printed, which counts, and the exit code is 0."""
    result = run("check", "--data", testshire.write())
    assert (result.exit_code, result.output) == (0, "7 entries, 0 errors, 0 warnings\n")


def test_check_prints_path_line_entry_and_field(testshire: Testshire) -> None:
    """Each problem is a line that an editor can follow; the last line counts; errors exit with 1."""
    folder = testshire.change("C01", voice="reportd").add("themes.yaml", "workforce", id="resources").write()
    result = run("check", "--data", folder)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{folder}/{SECOND}/findings.yaml:3: C01 voice: 'reportd' is not one of inspectorate, reported, quoted, "
        "respondent (did you mean 'reported'?)",
        f"{folder}/themes.yaml:7: resources id: warning: nothing uses this theme",
        "7 entries, 1 error, 1 warning",
    ]


def test_check_with_warnings_only(testshire: Testshire) -> None:
    """Warnings are printed and exit with 0."""
    result = run("check", "--data", testshire.add("themes.yaml", "workforce", id="resources").write())
    assert result.exit_code == 0
    assert result.output.endswith("7 entries, 0 errors, 1 warning\n")


def test_check_with_documents(testshire: Testshire) -> None:
    """With the documents the last line tells how many quotations were verified."""
    result = run("check", "--data", testshire.write(), "--documents", testshire.write_documents())
    assert result.output == "7 entries, 0 errors, 0 warnings, 10 of 10 quotations verified word for word\n"


def test_check_takes_its_folders_from_the_environment(testshire: Testshire) -> None:
    """SCRUTINY_DATA and SCRUTINY_DOCUMENTS name the folders; what is typed comes before them."""
    env = {"SCRUTINY_DATA": str(testshire.write()), "SCRUTINY_DOCUMENTS": str(testshire.write_documents())}
    assert "10 of 10 quotations" in run("check", env=env).output
    other = Testshire(testshire.folder.with_name("other")).empty().write()
    assert run("check", "--data", other, env=env).output.startswith("0 entries")


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--data", "no-such-folder"],
        ["check", "--documents", "no-such-folder"],
        ["check", "--verbose"],
        ["export"],
        ["export", "--format", "csv"],
        ["import"],
        ["export", "--format", "json", "--data", __file__],
    ],
)
def test_wrong_use_exits_with_2(words: list[str]) -> None:
    """A command that cannot be understood says so and exits with 2."""
    result = run(*words)
    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_help_names_the_commands() -> None:
    """Help is a sentence and the list of commands."""
    result = run("--help")
    assert result.exit_code == 0
    assert "check" in result.output
    assert "export" in result.output


def test_export_prints_the_register(testshire: Testshire) -> None:
    """Without a file the JSON is printed, and nothing else."""
    result = run("export", "--format", "json", "--data", testshire.write())
    assert result.exit_code == 0
    assert result.stderr == ""
    register = testshire.load().register
    assert register is not None
    assert result.stdout == register_json(register)


def test_export_writes_a_file(testshire: Testshire, tmp_path: Path) -> None:
    """With a file the JSON stands in it, in UTF-8, and nothing is printed."""
    path = tmp_path / "register.json"
    result = run("export", "--format", "json", "--data", testshire.write(), "--output", path)
    assert (result.exit_code, result.output) == (0, "")
    assert len(json.loads(path.read_text(encoding="utf-8"))["findings"]) == 3


def test_export_of_a_broken_register(testshire: Testshire, tmp_path: Path) -> None:
    """A register with errors is not written; they are told on the error stream, with exit code 1."""
    path = tmp_path / "register.json"
    folder = testshire.change("C01", voice="reportd").write()
    result = run("export", "--format", "json", "--data", folder, "--output", path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"{folder}/{SECOND}/findings.yaml:3: C01 voice: 'reportd' is not one of")
    assert not path.exists()


def test_export_to_where_nothing_can_be_written(testshire: Testshire, tmp_path: Path) -> None:
    """A folder that is not there is a mistake in the command, told in a sentence."""
    path = tmp_path / "no-such-folder" / "register.json"
    result = run("export", "--format", "json", "--data", testshire.write(), "--output", path)
    assert result.exit_code == 2
    assert "No such file or directory" in result.output


def test_module_runs_as_a_program(
    testshire: Testshire, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m scrutiny` is the command line."""
    monkeypatch.setattr(sys, "argv", ["scrutiny", "check", "--data", str(testshire.write())])
    monkeypatch.delitem(sys.modules, "scrutiny.__main__")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("scrutiny", run_name="__main__")
    assert stopped.value.code == 0
    assert capsys.readouterr().out == "7 entries, 0 errors, 0 warnings\n"
