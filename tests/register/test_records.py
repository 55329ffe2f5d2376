"""Records read their fields from text, strictly, and never change."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from scrutiny.register.loading import ENTRY_FILES
from scrutiny.register.records import (
    Action,
    Address,
    Commitment,
    Count,
    Date,
    Dated,
    Document,
    Entry,
    Event,
    Figure,
    Finding,
    Inspection,
    LaterStatus,
    Number,
    Paragraph,
    Recommendation,
    RecommendationReply,
    Record,
    Result,
    Settings,
    Truth,
)
from scrutiny.register.register import Register, chronological
from scrutiny.register.vocabulary import EntryKind, LabelledEnum
from tests.testshire import Testshire


class Reader(BaseModel):
    """One field of each type that records read from text."""

    truth: Truth | None = None
    number: Number | None = None
    count: Count | None = None
    address: Address | None = None
    date: Date | None = None
    paragraph: Paragraph | None = None

    model_config = {"arbitrary_types_allowed": True}


READ = [
    ("truth", "true", True),
    ("truth", "false", False),
    ("number", "90", 90),
    ("number", "1200", 1200),
    ("number", "2.5", 2.5),
    ("number", "-3", -3),
    ("number", "007", 7),
    ("count", "1", 1),
    ("count", "15", 15),
    ("address", "https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
    ("address", "http://example.org", "http://example.org"),
    (
        "address",
        "https://xn--d1abbgf6aiiy.example.org:8443?q=%E2%80%99",
        "https://xn--d1abbgf6aiiy.example.org:8443?q=%E2%80%99",
    ),
    ("address", "https://example.org/@a/b!$&'()*+,;=[1]~", "https://example.org/@a/b!$&'()*+,;=[1]~"),
]

REFUSED = [
    *(("truth", text, "write true or false") for text in ("yes", "True", "TRUE", "1", "no", "x", ["true"])),
    *(
        ("number", text, "write a number in digits alone, like 1200 or 2.5")
        for text in ("1,200", "about 90", "90%", "1e3", "0x1F", ".5", "5.", "٣", "NaN", "inf", "1_000", "9" * 16, ["1"])
    ),
    *(("count", text, "write a whole number of at least 1") for text in ("0", "-1", "2.5", "2.0")),
    ("count", "many", "write a number in digits alone, like 1200 or 2.5"),
    *(
        ("address", text, "write a whole web address that begins with https://")
        for text in ("www.example.org", "javascript:alert(1)", "ftp://example.org", "https://example",
                     "https://a b.org", "data:text/html,x", "//example.org", "https://example.org/<script>", "HTTPS",
                     "https://user:word@example.org", "https://www.gov.uk@example.org/", "https://www.gov.uk\\@example.org",
                     "https://ехаmple.org", "https://example.org/\u202egpj", "https://example.org/it’s",
                     "https://exa&colon;mple.org", "https://example.org’onclick=", "https://.org", "https://-a.org",
                     "https://10.0.0.1/x", "https://example.org:port/", "https:///example.org", "https://a..org",
                     " https://example.org", "javascript://example.org/%0aalert(1)")
    ),
    ("date", "22/01/2025", "is not a date like"),
    ("date", ["2025"], "is not a date like"),
    ("paragraph", "five", "is not a place"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text", "value"), READ)
def test_field_is_read_from_text(field: str, text: str, value: Any) -> None:
    """Each type of field reads its own form of text."""
    read = getattr(Reader.model_validate({field: text}), field)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("field", "text", "told"), REFUSED)
def test_field_refuses(field: str, text: Any, told: str) -> None:
    """Anything else is refused with what to write instead."""
    with pytest.raises(ValidationError, match=told):
        Reader.model_validate({field: text})


@pytest.mark.parametrize("text", ["5", "headline", "note 3"])
def test_paragraph_is_written_as_read(text: str) -> None:
    """A place goes out as it came in; a paragraph's number is a number."""
    assert str(Reader.model_validate({"paragraph": text}).model_dump(mode="json")["paragraph"]) == text


def test_record_is_frozen() -> None:
    """A record cannot be changed once it is made."""
    dated = Dated(printed="soon")
    with pytest.raises(ValidationError, match="frozen"):
        dated.printed = "later"  # type: ignore[misc]


def test_record_has_no_field_of_another_name() -> None:
    """A field that is not the record's is refused."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Dated.model_validate({"printed": "soon", "when": "2030"})


@pytest.mark.parametrize("model", ENTRY_FILES.values())
def test_field_order_names_every_field_once(model: type[Entry]) -> None:
    """Each field that the file of an entry can have stands in the order of fields, once."""
    assert sorted(model.field_order()) == sorted(model.model_fields.keys() - {"inspection"})


ORDERS: dict[type[Record], str] = {
    Finding: (
        "id polarity voice scope summary excerpt document paragraph themes bodies source restates answers "
        "not_mentioned_in note"
    ),
    Action: "id status voice scope summary excerpt document paragraph themes bodies vouched_by result note",
    Commitment: (
        "id kind general voice scope summary excerpt document paragraph themes bodies by owner specific due measure "
        "note"
    ),
    Recommendation: (
        "id number kind voice scope summary excerpt document paragraph themes bodies addressee due replies later note"
    ),
    Figure: "id value bound unit counts voice scope summary excerpt document paragraph themes bodies period note",
    Inspection: "title short_title inspectorates scope subject force fieldwork published grades note documents",
}


@pytest.mark.parametrize(("model", "order"), ORDERS.items())
def test_field_order_is_that_of_the_file(model: type[Record], order: str) -> None:
    """What an entry is stands first, then what all entries say, then the rest, and the note last."""
    assert " ".join(model.field_order()) == order


@pytest.mark.parametrize("model", [*ORDERS, Document, Dated, Result, RecommendationReply, LaterStatus, Settings, Event])
def test_field_has_its_meaning(model: type[Record]) -> None:
    """Each field is described in one sentence, for tables and for the schema."""
    assert [name for name, field in model.model_fields.items() if not (field.description or "").endswith(".")] == []


def test_entry_kinds_and_ids(register: Register) -> None:
    """Every entry knows its kind and the id that is its own in the whole register."""
    assert {entry.full_id: entry.entry_kind for entry in register.entries} == {
        "2029-first-look.C09": EntryKind.CONCERN,
        "2030-second-look.C01": EntryKind.CONCERN,
        "2030-second-look.S01": EntryKind.STRENGTH,
        "2030-second-look.A01": EntryKind.ACTION,
        "2030-second-look.K01": EntryKind.COMMITMENT,
        "2030-second-look.F01": EntryKind.FIGURE,
    }
    assert [event.full_id for event in register.events] == ["events.E01"]


def test_entry_without_a_kind_of_its_own_says_so() -> None:
    """The common form of entries is no entry by itself."""
    bare = Entry.model_construct(id="X01", inspection="2030-second-look")
    with pytest.raises(NotImplementedError):
        _ = bare.entry_kind


def test_quotations_are_all_of_a_documents_words(register: Register) -> None:
    """An entry gives every run of the document's words, each with the path of its field."""
    action, commitment = register.actions[0], register.commitments[0]
    assert isinstance(action, Action)
    assert isinstance(commitment, Commitment)
    assert [path for path, _ in action.quotations()] == [("excerpt",), ("result", 0, "excerpt")]
    assert commitment.quotations()[1:] == [
        (("due", "printed"), "by the end of the year"),
        (("measure",), "a register of attendance"),
    ]


def test_register_finds_its_records(register: Register) -> None:
    """Records are found by their ids, and entries know their document."""
    entry = register.entries_by_id["2030-second-look.C01"]
    assert register.document(entry).id == "reply"
    assert list(register.inspections_by_id) == ["2029-first-look", "2030-second-look"]
    assert list(register.themes_by_id) == ["partnership", "workforce"]
    assert [body.short for body in register.bodies_by_id.values()] == [
        "Testshire Police", "PCC", "Testshire Panel", "Example Inspectorate",
    ]  # fmt: skip
    assert [event for event in register.items if isinstance(event, Event)] == list(register.events)
    assert [document.id for _, document in register.documents()] == ["report", "press_release", "reply"]
    with pytest.raises(KeyError):
        register.inspections[0].document("reply")


def test_reply_is_the_one_that_is_held(register: Register) -> None:
    """An inspection's reply is a reply that was read."""
    first, second = register.inspections
    assert first.reply is None
    assert second.reply is second.document("reply")


def test_reply_not_held_is_no_reply(testshire: Testshire) -> None:
    """A reply that is only known to exist is not the reply."""
    testshire.record("first")["documents"].append(
        {"id": "reply", "kind": "reply", "held": "false", "title": "A reply", "body": "testshire_pcc"}
    )
    register = testshire.register()
    assert register.inspections[0].reply is None


def test_begins_is_the_earliest_date_known(register: Register) -> None:
    """An inspection begins with its fieldwork, or else with the first date there is."""
    assert [str(inspection.begins) for inspection in register.inspections] == ["2029-05", "2030-07"]


def test_inspections_stand_in_time_order(testshire: Testshire) -> None:
    """Inspections stand by their first day, whatever their folders are called; the undated come last."""
    testshire.change("first", fieldwork=None).change("first.press_release", date=None).change("P01", caution="Undated.")
    register = testshire.register()
    assert [inspection.id for inspection in register.inspections] == ["2030-second-look", "2029-first-look"]
    assert chronological(list(reversed(register.inspections))) == register.inspections


def _words() -> list[type[LabelledEnum]]:
    return [*LabelledEnum.__subclasses__()]


@pytest.mark.parametrize("vocabulary", _words())
def test_word_explains_itself(vocabulary: type[LabelledEnum]) -> None:
    """Every word has a label and a meaning for the screen, and is its value."""
    assert vocabulary.__doc__
    for word in vocabulary:
        assert word == word.value
        assert word.label
        assert word.meaning.endswith(".")
    assert len({word.label for word in vocabulary}) == len(vocabulary)


def test_record_made_by_hand_has_an_origin() -> None:
    """A record that no file holds still says a line, the first of no file."""
    assert isinstance(Dated(printed="soon"), Record)
    assert (Dated(printed="soon").origin.file, Dated(printed="soon").origin.line("printed")) == ("", 1)
