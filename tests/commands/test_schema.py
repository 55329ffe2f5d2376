"""The schemas by which editors complete and check the files of the register."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scrutiny.register.loading import PANEL
from scrutiny.register.schema import FILES, file_schema
from tests.commands.conftest import run
from tests.made_up import by_chance
from tests.testshire import Testshire, as_yaml

DATA = Path(__file__).parents[2] / "data"
FILES_OF_OURS = sorted([*DATA.glob("*.yaml"), *DATA.glob("inspections/*/*.yaml"), *DATA.glob("templates/**/*.yaml")])


class _Editor(yaml.CSafeLoader):
    """Reads YAML as editors do: 2026 and 1.5 are numbers, true and false are truths, and all else is text."""


_Editor.yaml_implicit_resolvers = {}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
_Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?\d+$"), list("-0123456789"))
_Editor.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?\d+\.\d+$"), list("-0123456789"))


@cache
def judge(name: str) -> Draft202012Validator:
    """Give what judges by the schema of a file, made once."""
    return Draft202012Validator(file_schema(name))


def slips(name: str, text: str) -> list[str]:
    """Give what an editor would mark in a file."""
    tree: Any = yaml.load(text, _Editor)  # noqa: S506  # a safe loader with fewer types
    return [error.message for error in judge(name).iter_errors(tree)]


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_a_schema(name: str) -> None:
    """It is a schema, and each field has its meaning."""
    Draft202012Validator.check_schema(file_schema(name))
    assert '"description": "The code' in json.dumps(file_schema(name)) or name in (
        "question_templates.yaml", "glossary.yaml"
    )  # fmt: skip


@pytest.mark.parametrize("path", FILES_OF_OURS, ids=lambda path: path.relative_to(DATA).as_posix())
def test_an_editor_marks_nothing_in_our_data(path: Path) -> None:
    """What is served, and the specimens, are as the schemas have it."""
    assert slips(path.name, path.read_text("utf-8")) == []


def test_an_editor_marks_nothing_in_any_good_register(tmp_path: Path) -> None:
    """Whatever a letter can say is as the schemas have it."""
    made = by_chance(tmp_path, 3)
    made.records[PANEL] = Testshire(tmp_path).add_panel().records[PANEL]
    assert [slip for file in made.records for slip in slips(Path(file).name, made.text_of(file))] == []


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("S01", {"voice": "quotd"}), ("S01", {"summary": None}), ("S01", {"sumary": "A."}), ("S01", {"paragraph": "x"}),
        ("S01", {"themes": "workforce"}), ("K01", {"due": {"date": "2030"}}), ("K01", {"specific": "yes"}),
        ("F01", {"value": "ninety"}), ("second.reply", {"kind": "answer"}), ("second", {"id": "2030-second-look"}),
        ("E01", {"date": {"printed": "2030", "date": "soon"}}), ("S01", {"inspection": "2030-second-look"}),
    ],
)  # fmt: skip
def test_an_editor_marks_a_slip_as_one_types(testshire: Testshire, name: str, fields: dict[str, Any]) -> None:
    """A mistyped word or field, one that is missing, and one of another kind."""
    testshire.change(name, **fields)
    found = [file for file in testshire.records if slips(Path(file).name, testshire.text_of(file))]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("head", "is_good"),
    [
        ({"voice": "reported", "scope": "local", "document": "reply"}, True),
        ({"voice": "reportd"}, False),
        ({"paragraph": "2"}, False),
    ],
)
def test_defaults_are_known_to_editors(testshire: Testshire, head: dict[str, Any], is_good: bool) -> None:
    """What stands at the head of a file need not stand in its entries."""
    entry = {name: value for name, value in testshire.record("C01").items() if name not in head}
    text = as_yaml({"defaults": head, "entries": [entry]})
    assert (slips("findings.yaml", text) == []) == is_good


def test_schemas_are_written_and_each_file_names_its_own(testshire: Testshire) -> None:
    """The line stands below the first comment; a file that has it is left alone, and nothing else is changed."""
    testshire.texts["glossary.yaml"] = f"# Words.\r\n{testshire.text_of('glossary.yaml')}"
    testshire.texts["themes.yaml"] = (
        f"# yaml-language-server: $schema=https://example.org\n{testshire.text_of('themes.yaml')}"
    )
    folder = testshire.write()
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    result = run("schema", "--data", folder)
    assert result.exit_code == 0
    assert set(result.output.split()) == {str(path) for path in before} - {str(folder / "themes.yaml")}
    for path, content in before.items():
        lines = path.read_bytes().splitlines(keepends=True)
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)\s*", lines[path.name == "glossary.yaml"].decode())
        assert named is not None
        if path.name != "themes.yaml":
            assert json.loads((path.parent / named[1]).read_text("utf-8")) == file_schema(path.name)
            del lines[path.name == "glossary.yaml"]
        assert b"".join(lines) == content
    assert run("schema", "--data", folder).output == ""
    assert run("check", "--data", folder).output == "7 entries, 0 errors, 0 warnings\n"


def test_our_schemas_are_up_to_date() -> None:
    """Whoever changes a record runs the command; each of our files names its schema."""
    for name in FILES:
        written = (DATA / "schema" / f"{Path(name).stem}.json").read_text("utf-8")
        assert json.loads(written) == file_schema(name), "run: python -m scrutiny schema"
    ours = [path for path in FILES_OF_OURS if "templates" not in path.parts]
    assert [path for path in ours if "# yaml-language-server: $schema=" not in path.read_text("utf-8")] == []
