"""What stands at the head of a file for all that is listed in it."""

import re
from pathlib import Path

import pytest

from scrutiny.register.loading import ENTRY_FILES
from tests.made_up import by_chance
from tests.testshire import SECOND, Testshire, as_yaml

FINDINGS = f"{SECOND}/findings.yaml"


def with_head(testshire: Testshire, file: str, head: str) -> Testshire:
    """Put defaults at the head of a file, and take their fields out of its records."""
    for name in re.findall(r"^  (\w+):", head, re.MULTILINE):
        for record in testshire.records[file]:
            record.pop(name, None)
    testshire.texts[file] = f"# Findings.\ndefaults:\n{head}entries:\n{testshire.text_of(file)}"
    return testshire


@pytest.mark.parametrize("seed", range(6))
def test_the_register_is_the_same_with_defaults_as_without(tmp_path: Path, seed: int) -> None:
    """A field at the head is that of every record that does not have its own."""
    made = by_chance(tmp_path / "data", seed)
    plain = made.register()
    for file, records in made.records.items():
        if Path(file).name in ENTRY_FILES and records:
            usual = {name: records[0][name] for name in ("voice", "scope", "document", "themes", "bodies")}
            short = [{name: value for name, value in record.items() if usual.get(name) != value} for record in records]
            made.texts[file] = f"defaults:\n{as_yaml(usual, '  ')}entries:\n{as_yaml(short)}"
    result = made.load()
    assert result.errors == ()
    assert result.register == plain
    assert any("defaults:" in text for text in made.texts.values())


def test_a_slip_at_the_head_is_told_once_on_its_line(testshire: Testshire) -> None:
    """It is the head's slip, and not that of each record; one in a record is told on its own line."""
    with_head(testshire, FINDINGS, "  voice: reportd\n  document: letter\n")
    testshire.texts[FINDINGS] = testshire.texts[FINDINGS].replace("themes: [workforce]", "themes: [partnershp]")
    assert [str(problem).removeprefix(f"{FINDINGS}:") for problem in testshire.load().errors] == [
        "3: defaults voice: 'reportd' is not one of inspectorate, reported, quoted, respondent (did you mean "
        "'reported'?)",
        "4: defaults document: 'letter' is not in inspection.yaml",
        "21: S01 themes.1: 'partnershp' is not in themes.yaml (did you mean 'partnership'?)",
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("  paragraph: 2\n", "3: defaults paragraph: is another in each entry; write it there"),
        ("  voices: reported\n", "3: defaults voices: is not a field of a finding (did you mean 'voice'?)"),
        (
            "  scope: local\n  voice: reported\n",
            "3: defaults: warning: fields are not in the usual order: voice, scope",
        ),
        ("  voice:\n", "3: voice: is empty; fill it in or leave the field out"),
        ("  - voice\n", "2: must hold fields, each as “name: value”"),
        ("  voice: reported\nother: 1\n", "4: other: is neither “defaults” nor “entries”"),
    ],
)
def test_slips_of_a_head_are_told(testshire: Testshire, head: str, told: str) -> None:
    """A head holds fields of its records, in their order, but for what each record must say itself."""
    testshire.texts[FINDINGS] = f"# Findings.\ndefaults:\n{head}entries:\n{testshire.text_of(FINDINGS)}"
    assert [str(problem) for problem in testshire.load().problems] == [f"{FINDINGS}:{told}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("defaults:\n  voice: reported\n", "1: has no “entries:” before its list"),
        ("defaults:\n  scope: local\n- id: E01\n", "3: begins a list below a field; write “entries:” before it, or "
         "close a quotation mark"),
        ("defaults:\n  voice: reported\nentries: none\n", "1: must hold a list, each item beginning with “- id:”; "
         "write [] for none"),
        ("default:\n  voice: reported\nentries: []\n", "1: default: is neither “defaults” nor “entries”"),
    ],
)  # fmt: skip
def test_a_head_stands_before_a_list(testshire: Testshire, text: str, told: str) -> None:
    """After the defaults comes the list."""
    testshire.empty().texts["events.yaml"] = text
    assert f"events.yaml:{told}" in [str(problem) for problem in testshire.load().problems]


def test_a_record_can_have_none_of_a_list(testshire: Testshire) -> None:
    """What the head gives is taken back with [], not by an empty field."""
    with_head(testshire, FINDINGS, "  bodies: [testshire_police]\n")
    testshire.texts[FINDINGS] += "  bodies: []\n"
    register = testshire.register()
    assert [finding.bodies for finding in register.findings[1:]] == [("testshire_police",), ()]


def test_a_place_is_mended_in_its_record(testshire: Testshire) -> None:
    """The fix is written where the paragraph stands, whatever the head has."""
    with_head(testshire, FINDINGS, "  document: reply\n")
    testshire.texts[FINDINGS] = testshire.texts[FINDINGS].replace("paragraph: 4", "paragraph: 3")
    (problem,) = testshire.load(with_documents=True).errors
    lines = testshire.texts[FINDINGS].splitlines()
    assert problem.fix is not None
    assert (lines[problem.fix.line - 1], problem.fix.right) == ("  paragraph: 3", "4")
