"""The command that checks: its formats, what it explains, and what it mends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny.commands.explain import SENTENCES, in_the_guide
from scrutiny.commands.mend import mended
from scrutiny.register.problems import Fix
from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire

DATA = Path(__file__).parents[2] / "data"


def test_github_is_told_each_problem_in_its_place(testshire: Testshire) -> None:
    """Workflow commands carry file, line, rule and weight; signs that they use themselves are escaped."""
    folder = testshire.change("C01", voice="100%").add("themes.yaml", "workforce", id="resources").write()
    result = run("check", "--data", folder, "--format", "github")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"::error file={folder}/{SECOND}/findings.yaml,line=3,title=fields::C01 voice: '100%25' is not one of "
        "inspectorate, reported, quoted, respondent",
        f"::warning file={folder}/themes.yaml,line=7,title=everything_is_used::resources id: nothing uses this theme",
    ]


def test_json_holds_each_problem_and_the_counts(testshire: Testshire) -> None:
    """JSON is for other programs: every problem with its parts, and the numbers of the last line."""
    folder = testshire.change("C01", voice="reportd").write()
    result = run("check", "--data", folder, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "problems": [
            {
                "file": f"{folder.as_posix()}/{SECOND}/findings.yaml", "line": 3, "entry": "C01", "field": "voice",
                "message": "'reportd' is not one of inspectorate, reported, quoted, respondent", "rule": "fields",
                "severity": "error", "value": "reportd", "nearest": "reported",
            }
        ],
        "entries": 7, "quotations": 10, "verified": 0, "errors": 1,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_every_format_exits_alike(testshire: Testshire, form: str) -> None:
    """Without errors the exit code is 0, however it is printed."""
    assert run("check", "--data", testshire.write(), "--format", form).exit_code == 0


@pytest.mark.parametrize("rule", SENTENCES)
def test_every_rule_is_explained_with_the_guide(rule: str) -> None:
    """Each rule has a sentence and a part of the guide that tells of it."""
    result = run("check", "--explain", rule, "--data", DATA)
    told = in_the_guide(rule, DATA)
    assert result.exit_code == 0
    assert told != []
    assert result.output.startswith(SENTENCES[rule])
    assert all(part in result.output for part in told)


def test_the_guide_names_no_rule_that_is_not_there() -> None:
    """What the comments of the guide name are rules."""
    comments = [part.partition("-->")[0] for part in (DATA / "README.md").read_text("utf-8").split("<!--")[1:]]
    assert {name for comment in comments for name in comment.split()} <= SENTENCES.keys()


def test_explain_works_beside_any_register(testshire: Testshire) -> None:
    """A register without a guide of its own is explained by that of the project."""
    assert (
        "**Answers.**"
        in run("check", "--explain", "general_promises_answer_nothing", "--data", testshire.write()).output
    )


def test_an_unknown_rule_is_told(testshire: Testshire) -> None:
    """A rule that is not there is a mistake in the command, with the nearest, or with all there are."""
    result = run("check", "--explain", "excerpts_are_shrt", "--data", testshire.write())
    assert result.exit_code == 2
    assert "did you mean 'excerpts_are_short'?" in " ".join(result.output.split())
    assert "the rules are acronyms_are_explained" in run("check", "--explain", "?", "--data", testshire.write()).output


def test_every_problem_has_a_rule_that_can_be_explained() -> None:
    """The name behind each message is one that --explain knows."""
    specimen = Path(__file__).parents[1] / "specimens" / "broken"
    problems = json.loads(run("check", "--data", specimen, "--format", "json").output)["problems"]
    assert len(problems) > 20
    assert {problem["rule"] for problem in problems} <= SENTENCES.keys()
    assert run("check", "--data", specimen).output.splitlines()[0].endswith(f"[{problems[0]['rule']}]")


def test_paragraphs_and_the_order_of_fields_are_mended_and_shown(testshire: Testshire) -> None:
    """What has one right answer is written into the files and shown; the register is then checked as it is."""
    testshire.change("S01", paragraph="2").change("K01", paragraph="headline").change("E01", paragraph="1")
    text = "- id: MASH\n  # what it is\n  meaning: Where all decide.\n  expansion: Multi-agency\n    hub  # in full\n"
    testshire.texts["glossary.yaml"] = text
    folder = testshire.write()
    words = ("check", "--data", folder, "--documents", testshire.write_documents())
    assert run(*words).exit_code == 1
    result = run(*words, "--fix")
    assert result.exit_code == 0
    assert "-  paragraph: 2\n+  paragraph: 4\n" in result.output
    assert "-  paragraph: headline\n+  paragraph: 3\n" in result.output
    assert result.output.endswith("7 entries, 0 errors, 0 warnings, 10 of 10 quotations verified word for word\n")
    assert (folder / "glossary.yaml").read_text("utf-8") == (
        "- id: MASH\n  expansion: Multi-agency\n    hub  # in full\n  # what it is\n  meaning: Where all decide.\n"
    )
    assert run(*words, "--fix").output == result.output.splitlines()[-1] + "\n"


def test_nothing_is_mended_that_has_two_answers(testshire: Testshire) -> None:
    """Words that stand nowhere, or in two paragraphs, are left to the curator."""
    testshire.documents["reply.txt"] = testshire.documents["reply.txt"].replace(
        "I am glad", "You found that planning meetings were not always attended. I am glad"
    )
    folder = testshire.change("C01", paragraph="1").change("S01", excerpt="it is said nowhere at all").write()
    before = (folder / SECOND / "findings.yaml").read_bytes()
    result = run("check", "--data", folder, "--documents", testshire.write_documents(), "--fix")
    assert result.exit_code == 1
    assert (folder / SECOND / "findings.yaml").read_bytes() == before


def test_watching_checks_again_when_a_file_is_saved(testshire: Testshire) -> None:
    """What is told is told anew after each change, until the curator ends it."""
    folder = testshire.write()
    command = [sys.executable, "-m", "scrutiny", "check", "--watch", "--data", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=DATA.parent) as watching:  # noqa: S603  # our own words
        assert watching.stdout is not None
        try:
            assert watching.stdout.readline() == "7 entries, 0 errors, 0 warnings\n"
            testshire.change("C01", voice="reportd").write()
            assert "'reportd' is not one of" in watching.stdout.readline()
            assert watching.stdout.readline() == "7 entries, 1 error, 0 warnings\n"
        finally:
            watching.terminate()


ORDER = ("id", "a", "b", "c")


@pytest.mark.parametrize(
    ("text", "fix", "right"),
    [
        ("- a: 1\r\n  id: x\r\n- id: y\r\n", Fix(1, "", ORDER), "- id: x\r\n  a: 1\r\n- id: y\r\n"),
        ("- id: x\n  b: 1\n\n  a: 2", Fix(1, "", ORDER), "- id: x\n  a: 2\n  b: 1\n"),
        (
            "id: x\nb:\n  - c: 1\n    a: 2\na: >\n  so\n",
            Fix(1, "", ORDER),
            "id: x\na: >\n  so\nb:\n  - c: 1\n    a: 2\n",
        ),
        ("- b: 1  # one\n  a: 2\n\n# next\n- id: y\n", Fix(1, "", ORDER), "- a: 2\n  b: 1  # one\n\n# next\n- id: y\n"),
        ("- {b: 1, a: 2}\n", Fix(1, "", ORDER), "- {b: 1, a: 2}\n"),
        ("- b: 1\n  # of a\n  a: 2\n", Fix(1, "", ORDER), "- b: 1\n  # of a\n  a: 2\n"),
        ("- b: 1\n  z: 3\n  a: 2\n", Fix(1, "", ORDER), "- b: 1\n  z: 3\n  a: 2\n"),
        ("- paragraph: 5  # of it\n", Fix(1, "paragraph", "note 3"), "- paragraph: note 3  # of it\n"),
        ("  paragraph: note 3\r\n", Fix(1, "paragraph", "2.4"), "  paragraph: 2.4\r\n"),
        ("- {id: x, paragraph: 5}\n", Fix(1, "paragraph", "6"), "- {id: x, paragraph: 5}\n"),
    ],
)
def test_only_what_is_wrong_is_changed(text: str, fix: Fix, right: str) -> None:
    """Comments, further lines and line ends stay; a record that cannot be moved safely is left as it is."""
    assert mended(text, [fix]) == right
