"""One slip does not hide another: what of a record can be read is checked, and nothing is told of the rest."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from scrutiny.register.loading import ENTRY_FILES, TOP_FILES
from scrutiny.register.placeholders import with_placeholders
from scrutiny.register.records import Document, Finding, Inspection, Record, Result, Settings
from tests.register.test_loading import printed
from tests.testshire import FIRST, RECORDS, SECOND, Testshire

VOICE = "voice: 'reportd' is not one of inspectorate, reported, quoted, respondent (did you mean 'reported'?)"
SCOPE = "scope: 'natonal' is not one of local, national (did you mean 'national'?)"
UNKNOWN = "'replay' is not in inspection.yaml (did you mean 'reply'?)"
NOT_TRUTH = "held: write true or false"
NOT_NUMBER = "write a number in digits alone, like 1200 or 2.5"
MODELS: list[type[Record]] = [*TOP_FILES.values(), *ENTRY_FILES.values(), Inspection, Settings, Document, Result]


def test_three_slips_of_an_entry_are_told(testshire: Testshire) -> None:
    """A word that is not allowed, a theme that is not there and an excerpt that is too short are told at once."""
    testshire.change("C01", voice="reportd", themes=["partnershp"], excerpt="planning meetings")
    assert printed(testshire) == [
        f"{SECOND}/findings.yaml:3: C01 {VOICE}",
        f"{SECOND}/findings.yaml:6: C01 excerpt: 2 words; an excerpt has 5 to 20",
        f"{SECOND}/findings.yaml:9: C01 themes.1: 'partnershp' is not in themes.yaml (did you mean 'partnership'?)",
    ]


def test_slip_of_a_place_is_told_alone(testshire: Testshire) -> None:
    """An entry at a paragraph that is not there does not make the next one stand out of order."""
    assert testshire.change("C01", paragraph="77").told() == ["C01 paragraph: reply ends with paragraph 4"]


def test_slip_of_an_inspection_hides_none_of_its_entries(testshire: Testshire) -> None:
    """Entries are checked against their inspection though one of its fields cannot be read."""
    testshire.change("second", scope="natonal").change("C01", document="replay").change("S01", paragraph="77")
    assert printed(testshire) == [
        f"{SECOND}/findings.yaml:7: C01 document: {UNKNOWN}",
        f"{SECOND}/findings.yaml:19: S01 paragraph: reply ends with paragraph 4",
        f"{SECOND}/inspection.yaml:4: 2030-second-look {SCOPE}",
    ]


Changes = dict[str, dict[str, Any]]
TOGETHER: dict[str, tuple[Changes, list[str]]] = {
    "missing and another": (
        {"C01": {"scope": None, "summary": "No stop", "answers": ["K09"]}},
        [
            "C01 scope: is missing",
            "C01 summary: must be one sentence that ends in a full stop",
            "C01 answers.1: 'K09' is not in this inspection’s actions and commitments (did you mean 'K01'?)",
        ],
    ),
    "paragraph and excerpt": (
        {"S01": {"paragraph": "four", "excerpt": "very well trained"}},
        [
            "S01 excerpt: 3 words; an excerpt has 5 to 20",
            "S01 paragraph: 'four' is not a place: write one like “headline”, “2”, “2.3”, “table 2 row 3”, "
            "“annex 2”, “note 2”",
        ],
    ),
    "excerpt and paragraph": (
        {"S01": {"excerpt": None, "paragraph": "77"}},
        ["S01 excerpt: is missing", "S01 paragraph: reply ends with paragraph 4"],
    ),
    "a body of another field": (
        {"K01": {"by": None, "owner": "testshire_pc"}},
        ["K01 by: is missing", "K01 owner: 'testshire_pc' is not in bodies.yaml (did you mean 'testshire_pcc'?)"],
    ),
    "one result of two": (
        {"A01": {"result": [{"summary": "Plans.", "excerpt": ["x"]}, {"summary": "No stop", "excerpt": "two words"}]}},
        [
            "A01 result.1.excerpt: must be text",
            "A01 result.2.summary: must be one sentence that ends in a full stop",
            "A01 result.2.excerpt: 2 words; an excerpt has 5 to 20",
        ],
    ),
    "a document’s title": (
        {"second.reply": {"title": None}, "C01": {"document": "replay"}, "S01": {"paragraph": "77"}},
        [
            f"C01 document: {UNKNOWN}",
            "S01 paragraph: reply ends with paragraph 4",
            "2030-second-look documents.1.title: is missing",
        ],
    ),
    "held and unknown": (
        {"second.reply": {"held": "yes", "body": "nobody"}, "C01": {"document": "replay"}},
        [
            f"C01 document: {UNKNOWN}",
            f"2030-second-look documents.1.{NOT_TRUTH}",
            "2030-second-look documents.1.body: 'nobody' is not in bodies.yaml",
        ],
    ),
    "the register’s own": (
        {"register": {"reviewed_on": "today", "commissioner": "nobody"}},
        [
            "commissioner: 'nobody' is not in bodies.yaml",
            "reviewed_on: 'today' is not a date like 2025-01-22, 2017-01, 2022 or 2023/2028",
        ],
    ),
    "a pair": (
        {"P01": {"relation": None, "earlier": "nowhere"}},
        ["P01 relation: is missing", "P01 earlier: 'nowhere' is not in the register"],
    ),
    "a name and an id": (
        {"C01": {"polarity": "x", "id": "D01"}, "P01": {"later": "2030-second-look.D01"}, "S01": {"id": "S1"}},
        ["D01 polarity: 'x' is not one of concern, strength", "S1 id: 'S1' is not S and two or three digits, like S07"],
    ),
}


@pytest.mark.parametrize(("changes", "told"), TOGETHER.values(), ids=TOGETHER)
def test_slips_are_told_together(testshire: Testshire, changes: Changes, told: list[str]) -> None:
    """Slips of one record, or of a record and what refers to it, are told in one go, and nothing beside them."""
    for name, fields in changes.items():
        testshire.change(name, **fields)
    assert testshire.told() == told


ALONE: list[tuple[str, dict[str, Any], str]] = [
    ("C01", {"id": None}, "id: is missing"),
    ("C01", {"polarity": "x"}, "C01 polarity: 'x' is not one of concern, strength"),
    ("C01", {"document": None}, "C01 document: is missing"),
    ("K01", {"document": None}, "K01 document: is missing"),
    ("S01", {"paragraph": None}, "S01 paragraph: is missing"),
    ("S01", {"themes": None}, "S01 themes: is missing"),
    ("F01", {"excerpt": None}, "F01 excerpt: is missing"),
    ("F01", {"value": "many"}, f"F01 value: {NOT_NUMBER}"),
    ("K01", {"due": {"printed": "soon", "on": "2030"}}, "K01 due.on: is not a field here"),
    ("A01", {"result": ["sooner"]}, "A01 result.1: must hold fields, each as “name: value”"),
    ("E01", {"document": ["x"]}, "E01 document: must be text"),
    ("E01", {"paragraph": "x"}, "E01 paragraph: 'x' is not a place: write one like “headline”, “2”, “2.3”, "
     "“table 2 row 3”, “annex 2”, “note 2”"),
    ("E01", {"date": None}, "E01 date: is missing"),
    ("inspectors", {"kind": "x"}, "inspectors kind: 'x' is not one of police, commissioner, inspectorate, partner, "
     "public"),
    ("workforce", {"id": None}, "id: is missing"),
    ("MASH", {"id": None}, "id: is missing"),
    ("MASH", {"meaning": None}, "MASH meaning: is missing"),
    ("no_date", {"id": "x"}, "x id: 'x' is not one of date_passed, strong_pair, acknowledged_only, "
     "not_accepted_or_refused, claim_without_figure, no_owner, no_measure, no_date"),
    ("register", {"force": None}, "force: is missing"),
    ("P01", {"later": None}, "P01 later: is missing"),
    ("second", {"documents": None}, "2030-second-look documents: is missing"),
    ("second", {"documents": ["reply"]}, "2030-second-look documents.1: must hold fields, each as “name: value”"),
    ("second", {"published": "2031"},
     "2030-second-look published: must hold fields; put “printed: 2031” on the next line, further in"),
    ("second.reply", {"id": None}, "2030-second-look documents.1.id: is missing"),
    ("second.reply", {"kind": "x"}, "2030-second-look documents.1.kind: 'x' is not one of report, press_release, "
     "reply, review, statement, minutes, action_plan, annex"),
    ("second.reply", {"body": None}, "2030-second-look documents.1.body: is missing"),
    ("first.press_release", {"notes": "one"}, f"2029-first-look documents.2.notes: {NOT_NUMBER}"),
    ("first.report", {"held": "no"}, f"2029-first-look documents.1.{NOT_TRUTH}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fields", "told"), ALONE)
@pytest.mark.parametrize("with_documents", [False, True])
def test_slip_is_told_alone(
    testshire: Testshire, name: str, fields: dict[str, Any], told: str, *, with_documents: bool
) -> None:
    """A slip is one problem: nothing that refers to the record is blamed, and nothing said of what stands in."""
    testshire.change("C01", note="See K01 and E01.").change("C09", paragraph="note 1")
    testshire.documents["press-release.txt"] += "\n\nBut meetings often went ahead without health.\n"
    testshire.change(name, **fields)
    outcome = testshire.load(with_documents=with_documents)
    assert [str(problem).split(": ", 1)[1] for problem in outcome.problems] == [told]
    assert outcome.register is None


@pytest.mark.parametrize(
    ("name", "field", "wrong"),
    [("C01", "answers", "answrs"), ("second.reply", "file", "fil"), ("E01", "themes", "thems")],
)
def test_field_of_a_mistyped_name_is_not_missing(testshire: Testshire, name: str, field: str, wrong: str) -> None:
    """A field of an unknown name may be the one that a rule looks for."""
    value = testshire.record(name)[field]
    (told,) = testshire.change(name, **{field: None, wrong: value}).told()
    assert "is not a field" in told


@pytest.mark.parametrize(
    ("name", "fields", "verified"),
    [("S01", {"voice": "x"}, 10), ("S01", {"paragraph": "x"}, 9), ("S01", {"document": None}, 9),
     ("S01", {"excerpt": None}, 9), ("K01", {"due": "soon"}, 9), ("K01", {"paragraph": "x"}, 7),
     ("second", {"scope": "x"}, 10), ("second.reply", {"title": None}, 10), ("second.reply", {"id": None}, 1)],
)  # fmt: skip
def test_only_what_was_read_is_verified(testshire: Testshire, name: str, fields: dict[str, Any], verified: int) -> None:
    """A quotation counts as verified if its words and its place are what the file says."""
    assert testshire.change(name, **fields).load(with_documents=True).verified == verified


def test_quotation_of_an_entry_with_a_slip_is_verified(testshire: Testshire) -> None:
    """Words that stand elsewhere are told beside a slip in another field."""
    testshire.change("S01", voice="reportd", paragraph="3")
    assert testshire.told(with_documents=True) == [
        f"S01 {VOICE}",
        "S01 excerpt: not word for word in paragraph 3; it stands in paragraph 4",
    ]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_stand_in(model: type[Record]) -> None:
    """Of a record without any field all is a stand-in that is needed."""
    record = with_placeholders(model, {})
    assert record.unread_fields == {name for name, field in model.model_fields.items() if field.is_required()}


def test_record_that_can_be_read_has_no_stand_in() -> None:
    """A record without a slip is as it always was."""
    record = with_placeholders(Finding, RECORDS[f"{FIRST}/findings.yaml"][0] | {"inspection": "2029-first-look"})
    assert record.unread_fields == frozenset()
    assert not record.is_placeholder("excerpt")
    assert TypeAdapter(Finding).validate_python(record) is record
