"""The facts of an entry: each is worded once, and says how it stands on a card, in a line and in the search."""

import pytest

from scrutiny.analysis.facts import Fact, facts, labels
from scrutiny.analysis.searchable import search_texts
from scrutiny.register.records import Action, Commitment, Figure, Finding, Recommendation, Record
from scrutiny.register.register import Register
from tests.testshire import Testshire

TOLD_BESIDE = {"id", "inspection", "summary", "excerpt", "document", "paragraph", "polarity", "unit", "bound"}
"""Fields that stand in the head of a card, or in the fact of another field."""


def by_key(testshire: Testshire, full_id: str) -> dict[str, Fact]:
    """Give the facts of an entry or an event by their keys."""
    register = testshire.register()
    items = {item.full_id: item for item in register.items}
    return {fact.key: fact for fact in facts(register, items[full_id])}


@pytest.mark.parametrize(
    ("record", "full_id", "model"),
    [
        ("C01", "2030-second-look.C01", Finding),
        ("A01", "2030-second-look.A01", Action),
        ("K01", "2030-second-look.K01", Commitment),
        ("F01", "2030-second-look.F01", Figure),
        ("R01", "2030-second-look.R01", Recommendation),
    ],
)
def test_every_field_of_an_entry_is_told(testshire: Testshire, record: str, full_id: str, model: type[Record]) -> None:
    """A field that is filled in and of which no reader hears would be a slip."""
    testshire.add_recommendations()
    texts = {name for name, field in model.model_fields.items() if field.annotation == str | None} - {"restates"}
    missing = texts - testshire.record(record).keys()
    testshire.change(record, **dict.fromkeys(missing, "Only of the north."), bodies=["testshire_police"])
    testshire.change("F01", period={"printed": "2029", "date": "2029"})
    testshire.change("K01", general="true").change("C01", answers=["A01"])
    testshire.change("C09", not_mentioned_in=["2030-second-look.reply"]).records["pairs.yaml"] = []
    told = by_key(testshire, full_id)
    told |= by_key(testshire, "2029-first-look.R01") if model is Recommendation else {}
    if model is Finding:  # only a concern that others came after has this field
        told |= by_key(testshire, "2029-first-look.C09")
        told |= by_key(testshire.add_report(), full_id)
    assert model.model_fields.keys() - TOLD_BESIDE - told.keys() == set()


def test_what_is_empty_is_no_fact(testshire: Testshire) -> None:
    """What nobody wrote is left out, unless it is a gap in the papers; a gap is never in a line, nor found."""
    testshire.change("C01", bodies=[], answers=[]).change("K01", owner=None, due=None, measure=None)
    assert not by_key(testshire, "2030-second-look.C01").keys() & {"bodies", "source", "note"}
    told = by_key(testshire, "2030-second-look.K01")
    assert {key: told[key].text for key in ("owner", "due", "measure")} == {
        "owner": "not stated",
        "due": "not stated in this document",
        "measure": "not stated in this document",
    }
    assert [told[key] for key in ("owner", "due", "measure") if told[key].short or told[key].searched] == []


def test_facts_lead_to_what_they_name(testshire: Testshire) -> None:
    """A concern leads to what answers it, this leads back, and both lead to their themes."""
    concern, answer = by_key(testshire, "2030-second-look.C01"), by_key(testshire, "2030-second-look.K01")
    assert concern["answers"].refs == ("2030-second-look.K01", "2030-second-look.A01")
    assert answer["answered"].refs == ("2030-second-look.C01",)
    assert concern["themes"].refs == answer["themes"].refs == ("partnership",)


def test_remarks_stand_wherever_an_entry_stands(testshire: Testshire) -> None:
    """That a finding is from elsewhere is never left out of a line; a note has to be opened."""
    testshire.change("C01", source="Another inspectorate", note="Only of the south.")
    testshire.change("S01", note="Only of the north.")
    register = testshire.register()
    entries = register.entries_by_id
    assert labels(register, entries["2030-second-look.C01"]) == [
        "Inspectors, as the letter tells it", "Local", "From elsewhere: Another inspectorate",
    ]  # fmt: skip
    assert labels(register, entries["2030-second-look.S01"]) == ["Inspectors, as the letter quotes them", "National"]


def test_texts_of_facts_are_searched(register: Register) -> None:
    """Search finds an entry by the very words, without the quotation marks and headings of a card."""
    texts = search_texts(register, register.entries_by_id["2030-second-look.K01"])
    assert texts["further words"] == "by the end of the year\na register of attendance"
    assert texts["theme"] == "Working together"


def test_a_doubt_stands_beside_its_date(testshire: Testshire) -> None:
    """A doubt about a date is a fact of its own, in full and in a line."""
    testshire.change("K01", due={"printed": "by May", "doubt": "Which year is not said."})
    told = by_key(testshire, "2030-second-look.K01")
    assert told["due"].short == "Date: “by May”"
    assert told["due.doubt"].short == "Date uncertain: Which year is not said."
