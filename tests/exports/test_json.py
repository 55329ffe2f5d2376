"""The register as JSON: whole, stable, with nothing put in that is not in the files."""

import json
from typing import Any

from scrutiny.exports.json import register_json
from scrutiny.register.register import Register
from tests.testshire import Testshire


def exported(testshire: Testshire) -> dict[str, Any]:
    """Give what JSON says of a register."""
    register = testshire.load().register
    assert register is not None
    return json.loads(register_json(register))


def test_json_holds_every_record(testshire: Testshire) -> None:
    """All records stand in the document, by kind, in a fixed order of kinds."""
    document = exported(testshire)
    assert {kind: len(records) for kind, records in document.items() if kind != "register"} == {
        "themes": 2, "bodies": 4, "glossary": 1, "inspections": 2,
        "findings": 3, "actions": 1, "commitments": 1, "figures": 1, "recommendations": 0, "events": 1, "pairs": 1,
        "needs": 0, "highlights": 0, "questions": 0, "question_templates": 5, "meetings": 0, "asked": 0, "comments": 0,
        "measures": 0,
    }  # fmt: skip
    assert list(document)[:3] == ["register", "themes", "bodies"]
    assert document["register"] == testshire.record("register")


def test_json_ends_in_a_line_end(register: Register) -> None:
    """So that it can be put after other text, and shown in a terminal."""
    assert register_json(register).endswith("}\n")


def test_json_has_full_ids(testshire: Testshire) -> None:
    """Entries and events are led by the id that is their own in the whole register."""
    document = exported(testshire)
    entries = [entry for kind in ("findings", "actions", "commitments", "figures") for entry in document[kind]]
    assert [next(iter(entry)) for entry in (*entries, *document["events"])] == ["full_id"] * 7
    assert [entry["full_id"] for entry in entries] == [
        "2029-first-look.C09", "2030-second-look.C01", "2030-second-look.S01",
        "2030-second-look.A01", "2030-second-look.K01", "2030-second-look.F01",
    ]  # fmt: skip
    assert document["events"][0]["full_id"] == "events.E01"


def test_json_keeps_the_order_of_the_file(testshire: Testshire) -> None:
    """An entry's fields stand as its file has them, after its full id and its inspection."""
    commitment = exported(testshire)["commitments"][0]
    assert list(commitment) == ["full_id", "inspection", *testshire.record("K01")]


def test_json_leaves_out_what_the_files_leave_out(testshire: Testshire) -> None:
    """A field that was left out is not there; an empty list that was written is."""
    document = exported(testshire.change("C01", answers=[]))
    _, concern, strength = document["findings"]
    assert concern["answers"] == []
    assert not {"answers", "note", "source", "bodies"} & strength.keys()
    assert "null" not in json.dumps(document)


def test_json_has_values_of_their_own_kind(testshire: Testshire) -> None:
    """Numbers are numbers, truth is truth, dates and notes are as written, a paragraph is its number."""
    document = exported(testshire.change("C09", paragraph="note 1"))
    assert document["figures"][0]["value"] == 90
    assert document["commitments"][0]["specific"] is True
    assert document["commitments"][0]["due"] == {"printed": "by the end of the year", "date": "2030"}
    assert [finding["paragraph"] for finding in document["findings"]] == ["note 1", 2, 4]
    assert document["inspections"][1]["documents"][0]["paragraphs"] == 4


def test_json_keeps_text_as_it_is(register: Register) -> None:
    """Quotation marks and letters of any alphabet are written as they are."""
    assert "that officers are “very well trained” indeed" in register_json(register)
