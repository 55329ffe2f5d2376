"""The schema of the register's JSON: what is written fits it, and what is broken does not."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scrutiny.exports.json import register_json
from scrutiny.exports.schema import schema, schema_json
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Voice
from tests.testshire import Testshire

DATA = Path(__file__).parents[2] / "data"


@cache
def judge() -> Draft202012Validator:
    """Give what judges by the schema, made once."""
    return Draft202012Validator(schema())


def problems(document: Any) -> list[str]:
    """Give what the schema finds wrong with a document."""
    return [error.message for error in judge().iter_errors(document)]


def test_the_schema_is_one() -> None:
    """It keeps to the dialect that it names, and is the same each time."""
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    assert schema_json() == schema_json()


@pytest.mark.parametrize("folder", [DATA, DATA / "templates"], ids=["real", "specimens"])
def test_registers_fit(folder: Path) -> None:
    """The real register, and the specimens, which use every field."""
    register = load(folder).register
    assert register is not None
    assert problems(json.loads(register_json(register))) == []


def test_a_made_up_register_fits_and_a_part_of_it(register: Register, testshire: Testshire) -> None:
    """A part says what was chosen."""
    assert problems(json.loads(register_json(register))) == []
    statements = testshire.add_panel().load().register
    assert statements is not None
    assert problems(json.loads(register_json(statements))) == []
    assert problems(json.loads(register_json(register, "Themes: all."))) == []


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a word that is not in its list": lambda d: d["findings"][0].update(voice="inspector"),
    "a field that is missing": lambda d: d["findings"][0].pop("excerpt"),
    "no full id": lambda d: d["findings"][0].pop("full_id"),
    "a field of another kind": lambda d: d["findings"][0].update(owner="testshire_pcc"),
    "a null": lambda d: d["findings"][0].update(note=None),
    "a number as text": lambda d: d["figures"][0].update(value="90"),
    "truth as text": lambda d: d["commitments"][0].update(specific="true"),
    "a date without a month’s nought": lambda d: d["commitments"][0]["due"].update(date="2030-1"),
    "a date that is no mapping": lambda d: d["commitments"][0].update(due="2030"),
    "a place that is none": lambda d: d["findings"][0].update(paragraph="page 3"),
    "a paragraph nought": lambda d: d["findings"][0].update(paragraph=0),
    "one theme as text": lambda d: d["findings"][0].update(themes="partnership"),
    "an address that is none": lambda d: d["inspections"][0]["documents"][0].update(address="javascript:alert(1)"),
    "a document without a title": lambda d: d["inspections"][0]["documents"][0].pop("title"),
    "a day of review that is none": lambda d: d["register"].update(reviewed_on="soon"),
    "a kind that is missing": lambda d: d.pop("pairs"),
    "a kind that is unknown": lambda d: d.update(scores=[]),
    "a result without its words": lambda d: d["actions"][0]["result"][0].pop("excerpt"),
}


@pytest.mark.parametrize("break_it", BROKEN.values(), ids=BROKEN)
def test_what_is_broken_does_not_fit(register: Register, break_it: Callable[[dict[str, Any]], object]) -> None:
    """One slip anywhere in the document is told."""
    document = json.loads(register_json(register))
    break_it(document)
    assert len(problems(document)) == 1


def test_words_stand_with_their_meanings() -> None:
    """Every word of a closed list is there with the label and the meaning that the screen shows."""
    voices = schema()["$defs"]["Voice"]["oneOf"]
    assert voices == [{"const": str(v), "title": v.label, "description": v.meaning} for v in Voice]


def test_every_field_is_explained() -> None:
    """Each field of each record has its meaning."""
    records = {name: record for name, record in schema()["$defs"].items() if "properties" in record}
    bare = [
        f"{name}.{field}"
        for name, record in records.items()
        for field, said in record["properties"].items()
        if "description" not in said
    ]
    assert bare == []
    assert len(records) > 10
