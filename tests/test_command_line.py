"""The command line: what it prints, where, and with which exit code."""

import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from scrutiny.__main__ import FORMATS, main
from scrutiny.analysis.choice import Choice
from scrutiny.exports.briefing.document import TEMPLATE
from scrutiny.exports.formats import file_name, name_part
from scrutiny.exports.json import register_json
from scrutiny.exports.powerpoint.template import OWN
from tests.testshire import SECOND, Testshire

ROOT = Path(__file__).parents[1]


def run(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command as a terminal would."""
    return CliRunner().invoke(main, [str(word) for word in words], env=env)


def test_check_of_a_good_register(testshire: Testshire) -> None:
    """Without problems one line is printed, which counts, and the exit code is 0."""
    result = run("check", "--data", testshire.write())
    assert (result.exit_code, result.output) == (0, "7 entries, 0 errors, 0 warnings\n")


@pytest.mark.parametrize("words", [["check"], ["new", "inspection", "2031-example"], ["schema"], ["format"]])
def test_a_folder_without_a_register_is_refused(testshire: Testshire, words: list[str]) -> None:
    """Nothing is written into it; the register near it is named."""
    folder = testshire.write()
    result = run(*words, "--data", folder / "inspections")
    told = " ".join(result.output.split())
    assert (result.exit_code, "has no register.yaml" in told, f"(did you mean {folder}?)" in told) == (2, True, True)
    assert not (folder / "inspections" / "inspections").exists()
    assert not (folder / "inspections" / "schema").exists()


def test_check_prints_path_line_entry_and_field(testshire: Testshire) -> None:
    """Each problem is a line that an editor can follow; the last line counts; errors exit with 1."""
    folder = testshire.change("C01", voice="reportd").add("themes.yaml", "workforce", id="resources").write()
    result = run("check", "--data", folder)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{folder}/{SECOND}/findings.yaml:3: C01 voice: 'reportd' is not one of inspectorate, reported, quoted, "
        "respondent (did you mean 'reported'?) [fields]",
        f"{folder}/themes.yaml:7: resources id: warning: nothing uses this theme [everything_is_used]",
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
        ["export", "--format", "ods"],
        ["export", "--format", "json", "--today", "soon"],
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
    register = testshire.register()
    assert result.stdout == register_json(register)


def test_export_writes_a_file(testshire: Testshire, tmp_path: Path) -> None:
    """With a file the JSON stands in it, in UTF-8, and nothing is printed."""
    path = tmp_path / "register.json"
    result = run("export", "--format", "json", "--data", testshire.write(), "--output", path)
    assert (result.exit_code, result.output) == (0, "")
    assert len(json.loads(path.read_text(encoding="utf-8"))["findings"]) == 3


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which each format was made by a process of its own that had imported all and made nothing."""
    folder = tmp_path_factory.mktemp("fresh")
    code = """if True:
        import os, sys
        import docx, pandas, pptx, xlsxwriter, scrutiny.exports.formats
        from scrutiny.__main__ import FORMATS, main
        for form in FORMATS:
            if not os.fork():
                main(["export", "--format", form, "--data", sys.argv[1], "--output", form])
            assert os.wait()[1] == 0
    """
    command = [sys.executable, "-c", code, str(Testshire(folder / "data").write())]
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})  # noqa: S603  # our own words
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_a_fresh_program_makes_the_same_bytes(fresh: Path, testshire: Testshire, tmp_path: Path, form: str) -> None:
    """Every run over the same files writes the same, and what was made before leaves no trace in what is made next."""
    for path in (tmp_path / "one", tmp_path / "two"):
        assert run("export", "--format", form, "--data", testshire.write(), "--output", path).output == ""
        assert path.read_bytes() == (fresh / form).read_bytes()


def test_export_obeys_the_choice_and_says_so(testshire: Testshire) -> None:
    """JSON of some inspections and themes holds what fits, and begins with what was chosen."""
    options = ("--inspection", "2030-second-look", "--inspection", "2029-first-look", "--theme", "workforce")
    document = json.loads(run("export", "--format", "json", "--data", testshire.write(), *options).stdout)
    assert document["chosen"] == "Inspections: First look; Second look. Themes: Skills and training."
    assert [finding["id"] for finding in document["findings"]] == ["S01"]
    assert document["actions"] == []


@pytest.mark.parametrize(
    ("option", "name", "meant"),
    [("--inspection", "2030-secnd-look", "2030-second-look"), ("--theme", "partnershp", "partnership")],
)
def test_export_names_the_nearest_id(testshire: Testshire, option: str, name: str, meant: str) -> None:
    """An id that the register does not have is refused, with the one that may have been meant."""
    result = run("export", "--format", "json", "--data", testshire.write(), option, name)
    assert result.exit_code == 2
    assert f"{option}: '{name}' is not in the register (did you mean '{meant}'?)" in result.output


def test_export_names_its_file_itself(testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is no text is named after its content and the day, and its name is printed."""
    folder = testshire.write()
    monkeypatch.chdir(tmp_path)
    options = ("--theme", "workforce", "--today", "2030-12-01")
    result = run("export", "--format", "xlsx", "--data", folder, *options)
    assert (result.exit_code, result.output) == (0, "Panel-data_Skills-and-training_2030-12-01.xlsx\n")
    assert (tmp_path / "Panel-data_Skills-and-training_2030-12-01.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("pptx", "Panel-slides_Second-look_2030-12-01.pptx"),
        ("docx", "Panel-briefing_Second-look_2030-12-01.docx"),
        ("annex", "Panel-briefing-annex_Second-look_2030-12-01.docx"),
        ("csv", "Panel-data_All-inspections_2030-12-01.zip"),
    ],
)
def test_what_is_for_a_meeting_is_about_the_newest_local_inspection(
    testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    """Unless others are asked for, or all; other files are about everything."""
    folder = testshire.add_inspections(1).change("second", short_title="Second look").write()
    inspection = folder / "inspections" / "2031-further-look" / "inspection.yaml"
    inspection.write_text(inspection.read_text(encoding="utf-8").replace("scope: local", "scope: national"), "utf-8")
    monkeypatch.chdir(tmp_path)
    words = ("export", "--format", form, "--data", folder, "--today", "2030-12-01")
    assert (result := run(*words)).output == f"{name}\n", result.output
    assert run(*words, "--inspection", "all").output == f"{name.replace('Second-look', 'All-inspections')}\n"
    several = run(*words, "--inspection", "2030-second-look", "--inspection", "2029-first-look", "--theme", "workforce")
    subject = "Several-inspections-Skills-and-training"
    assert several.output == f"{re.sub('_.*_', f'_{subject}_', name)}\n"


def test_names_of_files_are_safe_everywhere(testshire: Testshire) -> None:
    """Whatever a title holds, the name has plain letters, is short, and is never empty."""
    register = (
        testshire.change("second", short_title="Élan: “children/young people” <2030> " + "x" * 90).load().register
    )
    assert register is not None
    choice, day = Choice(("2030-second-look",)), date(2030, 12, 1)
    name = file_name("docx", register, choice, day)
    assert name.startswith("Panel-briefing_Elan-children-young-people-2030-xxx")
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,100}\.docx", name)
    register = testshire.change("second", short_title="Ребёнок").register()
    assert file_name("questions", register, choice, day) == "Questions_2030-12-01.docx"
    assert name_part("The letter’s café") == "The-letters-cafe"


def test_a_meeting_is_written_as_it_is_typed(testshire: Testshire, tmp_path: Path) -> None:
    """`--meeting` and `--item` stand at the head of the briefing."""
    path = tmp_path / "briefing.docx"
    words = ("--meeting", "Tuesday 8 December, 2 pm", "--item", "7b", "--output", path)
    assert run("export", "--format", "docx", "--data", testshire.write(), *words).output == ""
    told = [cell.text for row in docx.Document(str(path)).tables[0].rows for cell in row.cells]
    assert {"Tuesday 8 December, 2 pm", "7b"} <= set(told)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_choice_makes_no_file(testshire: Testshire, tmp_path: Path, form: str) -> None:
    """What was chosen is told on the error stream, with exit code 1."""
    path = tmp_path / "file"
    options = ("--inspection", "2029-first-look", "--theme", "workforce", "--output", path)
    result = run("export", "--format", form, "--data", testshire.write(), *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "No file was made, as nothing fits what is chosen. Inspections: First look. Themes: Skills and training.\n"
    )
    assert not path.exists()


def test_slides_are_written_on_another_template(testshire: Testshire, tmp_path: Path) -> None:
    """`--template`, or SCRUTINY_SLIDES_TEMPLATE, names the file on whose layouts slides stand."""
    template, path = tmp_path / "council.pptx", tmp_path / "deck.pptx"
    presentation = Presentation(str(OWN))
    presentation.slide_master.name = "Council"
    presentation.save(str(template))
    words = ("export", "--format", "pptx", "--data", testshire.write(), "--output", path)
    for option, env in (["--template", template], {}), ([], {"SCRUTINY_SLIDES_TEMPLATE": str(template)}):
        result = run(*words, *option, env=env)
        assert (result.exit_code, result.output) == (0, "")
        assert Presentation(str(path)).slide_master.name == "Council"
        path.unlink()


def test_a_template_that_is_not_fit_is_a_mistake_in_the_command(testshire: Testshire, tmp_path: Path) -> None:
    """The file and what it lacks are told in a sentence, and nothing is written."""
    template, path = tmp_path / "council.pptx", tmp_path / "deck.pptx"
    presentation = Presentation(str(OWN))
    presentation.slide_layouts.remove(presentation.slide_layouts.get_by_name("Quotations"))
    presentation.save(str(template))
    words = ("export", "--format", "pptx", "--data", testshire.write(), "--output", path)
    result = run(*words, "--template", template)
    assert result.exit_code == 2
    assert f"--template: {template}: the layout “Quotations” is missing" in result.output
    assert not path.exists()


def test_help_loads_no_library_of_exports() -> None:
    """Whoever only asks for help does not wait for what makes files."""
    code = "import sys, scrutiny.__main__; print(*({'pandas', 'xlsxwriter', 'pptx', 'docx'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert result.stdout == "\n"


def test_export_with_another_template(testshire: Testshire, tmp_path: Path) -> None:
    """A briefing is made with the template that is typed, or else with that which the environment names."""
    template = docx.Document(str(TEMPLATE))
    template.styles["Normal"].font.name = "Gill Sans MT"
    template.save(str(tmp_path / "council.docx"))
    options = ("export", "--format", "docx", "--data", testshire.write(), "--output", tmp_path / "briefing.docx")

    def font(*more: str | Path, **environment: str) -> str | None:
        assert run(*options, *more, env=environment).output == ""
        name: str | None = docx.Document(str(tmp_path / "briefing.docx")).styles["Normal"].font.name
        return name

    assert font() is None
    assert font("--template", tmp_path / "council.docx", SCRUTINY_BRIEFING_TEMPLATE="none.docx") == "Gill Sans MT"
    assert font(SCRUTINY_BRIEFING_TEMPLATE=str(tmp_path / "council.docx")) == "Gill Sans MT"


def test_export_with_a_template_that_cannot_be_used(testshire: Testshire, tmp_path: Path) -> None:
    """The mistake is told in a sentence that names the file, and nothing is written."""
    template, path = docx.Document(str(TEMPLATE)), tmp_path / "briefing.docx"
    template.styles["Box"].delete()
    template.save(str(tmp_path / "council.docx"))
    options = ("export", "--data", testshire.write(), "--output", path, "--format")
    result = run(*options, "docx", env={"SCRUTINY_BRIEFING_TEMPLATE": str(tmp_path / "council.docx")})
    assert result.exit_code == 2
    assert "council.docx: this template lacks the paragraph style “Box”" in result.output
    assert "gone.docx: there is no such template" in run(*options, "docx", "--template", "gone.docx").output
    assert "xlsx is made without a template" in run(*options, "xlsx", "--template", tmp_path / "council.docx").output
    assert not path.exists()


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


READ_ME = [
    shlex.split(line.removeprefix("    python -m scrutiny "))
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("    python -m scrutiny ")
]


@pytest.mark.parametrize("command", READ_ME, ids=" ".join)
def test_every_command_of_the_read_me_runs(
    command: list[str], testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a newcomer copies from the README works: with the real register, or one whose documents are at hand."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    shutil.copytree(testshire.write() if "DIR" in command else ROOT / "data", "data")
    shutil.copy(TEMPLATE, "council.docx")
    words = [str(testshire.write_documents()) if word == "DIR" else word for word in command]
    assert run(*words).exit_code == 0
    written = [path.name for path in Path().iterdir() if path.name not in {"data", "council.docx"}]
    assert len(written) == (command[0] == "export")


def test_a_console_that_cannot_print_a_letter_is_no_crash(testshire: Testshire) -> None:
    """A console of Windows prints what it can, and the rest in another way."""
    folder = testshire.change("S01", themes=["łódź"]).write()
    command = [sys.executable, "-m", "scrutiny", "check", "--data", str(folder)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    result = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603  # our own words
    assert result.returncode == 1
    assert result.stderr == b""
    assert "'\\u0142ód\\u017a' is not in themes.yaml" in result.stdout.decode("cp1252")
