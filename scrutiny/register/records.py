"""The records of the register, one class for each kind of thing that the YAML files hold."""

import re
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)

from scrutiny.register.dates import PartialDate
from scrutiny.register.paragraphs import Place
from scrutiny.register.source_map import NOWHERE, SourceMap
from scrutiny.register.vocabulary import (
    ActionStatus,
    BodyKind,
    Bound,
    CommitmentKind,
    DocumentKind,
    EntryKind,
    EventKind,
    Gap,
    PairStrength,
    Polarity,
    Relation,
    Scope,
    Voice,
)

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?"
    r"(?:[/?#][\w.~:/?#\[\]@!$&'()*+,;=%-]*)?",
    re.ASCII | re.IGNORECASE,
)


def _truth(text: Any) -> bool:
    """Read `true` or `false`, spelt so and no other way."""
    if text not in ("true", "false", True, False):
        raise ValueError("write true or false")
    return text in ("true", True)


def _number(text: Any) -> int | float:
    """Read a number in digits, without separators."""
    if isinstance(text, int | float):
        return text
    if not (isinstance(text, str) and _NUMBER.fullmatch(text)):
        raise ValueError("write a number in digits alone, like 1200 or 2.5")
    return float(text) if "." in text else int(text)


def _whole(text: Any) -> int:
    """Read a whole number of at least one."""
    number = _number(text)
    if not isinstance(number, int) or number < 1:
        raise ValueError("write a whole number of at least 1")
    return number


def _partial_date(text: Any) -> PartialDate:
    """Read a date of any precision."""
    return text if isinstance(text, PartialDate) else PartialDate.parse(str(text))


def _place(text: Any) -> Place:
    """Read a place in a document."""
    return text if isinstance(text, Place) else Place.parse(str(text))


def _address(text: str) -> str:
    """Accept a web address only: a host's name in ASCII, without a user's name, and what RFC 3986 lets follow."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("write a whole web address that begins with https://")
    return text


Truth = Annotated[bool, BeforeValidator(_truth)]
Number = Annotated[int | float, BeforeValidator(_number)]
Count = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]
Date = Annotated[
    PartialDate,
    BeforeValidator(_partial_date),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$"}),
]
Paragraph = Annotated[
    Place,
    BeforeValidator(_place),
    PlainSerializer(lambda place: place.number if place.part == 1 else str(place)),
    WithJsonSchema(
        {"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^(headline|note [1-9]\d{0,3})$"}]}
    ),
]
Address = Annotated[
    str, AfterValidator(_address), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})
]


KEY_ORDER = (
    "id", "polarity", "kind", "status", "value", "bound", "unit", "counts",
    "voice", "scope", "summary", "excerpt", "document", "paragraph", "themes", "bodies",
    "by", "owner", "specific", "due", "measure", "vouched_by", "result", "period", "source", "answers", "note",
)  # fmt: skip
"""The order in which an entry's fields are written."""


class Record(BaseModel):
    """Anything the register holds: frozen, and without fields of its own making."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # until a record is read, as whoever only asks for help reads none
    )

    __slots__ = ("_origin", "_unread")  # beside the fields: they are no part of what is compared or written

    def set_origin(self, origin: SourceMap, unread: frozenset[str] = frozenset()) -> None:
        """Note where this record was read, and which of its fields could not be."""
        object.__setattr__(self, "__pydantic_fields_set__", _one_for_all(frozenset(self.model_fields_set)))
        object.__setattr__(self, "_origin", origin)
        object.__setattr__(self, "_unread", unread)

    @property
    def origin(self) -> SourceMap:
        """Where this record was read."""
        origin: SourceMap = getattr(self, "_origin", NOWHERE)
        return origin

    @property
    def unread_fields(self) -> frozenset[str]:
        """The fields that could not be read, with those of its parts as `documents.title`; see `standins.py`."""
        unread: frozenset[str] = getattr(self, "_unread", frozenset())
        return unread

    def is_placeholder(self, *path: str | int) -> bool:
        """Tell whether what is at this path is a stand-in, or within one."""
        node: Any = self
        for step in path:
            if isinstance(node, Record) and step in node.unread_fields:
                return True
            node = node[step] if isinstance(step, int) else getattr(node, step, None)
        return False

    @classmethod
    def field_order(cls) -> tuple[str, ...]:
        """Give the fields that its file writes, in their order."""
        return tuple(cls.model_fields)


@lru_cache(maxsize=512)
def _one_for_all(names: frozenset[str]) -> set[str]:
    """Give one set for all records that have the same fields, as each of its own would take half a record's room.

    Records are frozen, so nobody changes it.
    """
    return set(names)


class Dated(Record):
    """A date as a document prints it, as a date where it can be read, and the doubt there is about it."""

    printed: str
    date: Date | None = None
    doubt: str | None = None


class Settings(Record):
    """What `register.yaml` says of the register as a whole."""

    title: str
    area: str
    force: str
    commissioner: str
    panel: str
    reviewed_on: Date


class Theme(Record):
    """One of the themes that every entry is sorted under."""

    id: str
    label: str
    definition: str


class Body(Record):
    """An organisation or an office-holder."""

    id: str
    kind: BodyKind
    name: str
    acronym: str | None = None
    description: str

    @property
    def short(self) -> str:
        """The shortest name that can stand alone."""
        return self.acronym or self.name


class Term(Record):
    """An acronym and what it stands for."""

    id: str
    expansion: str
    meaning: str


class Document(Record):
    """A text about an inspection, read for the register (`held`) or only known to exist."""

    id: str
    kind: DocumentKind
    held: Truth
    title: str
    date: Dated | None = None
    body: str
    author: str | None = None
    role: str | None = None
    addressees: tuple[str, ...] = ()
    paragraphs: Count | None = None
    notes: Count | None = None
    file: str | None = None
    address: Address | None = None
    note: str | None = None


class Inspection(Record):
    """One inspection, local or national, with its documents; `id` is the name of its folder."""

    id: str
    title: str
    short_title: str
    inspectorates: tuple[str, ...]
    scope: Scope
    subject: str
    force: str | None = None
    fieldwork: Dated | None = None
    published: Dated | None = None
    note: str | None = None
    documents: tuple[Document, ...]

    @classmethod
    def field_order(cls) -> tuple[str, ...]:
        """Give the fields that its file writes, in their order; the id is the folder's name."""
        return tuple(key for key in cls.model_fields if key != "id")

    @property
    def reply(self) -> Document | None:
        """The reply to this inspection, if one is held."""
        return next((d for d in self.documents if d.held and d.kind is DocumentKind.REPLY), None)

    @property
    def begins(self) -> PartialDate | None:
        """The earliest date known of it: fieldwork, publication, or a document that is held."""
        held = [document.date for document in self.documents if document.held]
        known = [dated.date for dated in (self.fieldwork, self.published, *held) if dated and dated.date]
        return min(known, key=lambda moment: moment.earliest, default=None)

    def document(self, document_id: str) -> Document:
        """Give one of its documents; KeyError if there is none of that id."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)


class Entry(Record):
    """What every entry of an inspection says: who said it, where, and in which words."""

    letter: ClassVar[str] = ""

    id: str
    inspection: str
    voice: Voice
    scope: Scope
    summary: str
    excerpt: str
    document: str
    paragraph: Paragraph
    themes: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    note: str | None = None

    @classmethod
    def field_order(cls) -> tuple[str, ...]:
        """Give the fields that its file writes, in their order; the inspection is the folder's name."""
        return tuple(sorted(cls.model_fields.keys() - {"inspection"}, key=KEY_ORDER.index))

    @property
    def full_id(self) -> str:
        """The id that is unique in the register."""
        return f"{self.inspection}.{self.id}"

    @property
    def entry_kind(self) -> EntryKind:
        """What this entry is, for charts and lists."""
        raise NotImplementedError

    @property
    def is_own_view(self) -> bool:
        """Tell whether this is a finding in the respondent's voice, which is not inspectors'."""
        return False

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every run of the document's own words in this entry, each with the path of its field."""
        return [(("excerpt",), self.excerpt)]


class Finding(Entry):
    """Something inspectors are said to have found, or the respondent's own view in the same form."""

    polarity: Polarity
    source: str | None = None
    answers: tuple[str, ...] | None = None

    @property
    def entry_kind(self) -> EntryKind:
        """A concern or a strength."""
        return EntryKind(self.polarity)

    @property
    def is_own_view(self) -> bool:
        """Tell whether it is in the respondent's voice."""
        return self.voice is Voice.RESPONDENT


class Result(Record):
    """What an action is claimed to have brought, apart from the action itself."""

    summary: str
    excerpt: str


class Action(Entry):
    """Work that a document says is done or under way."""

    letter = "A"

    status: ActionStatus
    vouched_by: str | None = None
    result: tuple[Result, ...] = ()

    @property
    def entry_kind(self) -> EntryKind:
        """A reported action."""
        return EntryKind.ACTION

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Give the excerpt and the words of each claimed result."""
        results = [(("result", index, "excerpt"), result.excerpt) for index, result in enumerate(self.result)]
        return [*super().quotations(), *results]


class Commitment(Entry):
    """Something to be done."""

    letter = "K"

    kind: CommitmentKind
    by: str
    owner: str | None = None
    specific: Truth
    due: Dated | None = None
    measure: str | None = None

    @property
    def entry_kind(self) -> EntryKind:
        """A commitment."""
        return EntryKind.COMMITMENT

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Give the excerpt, and the words printed for a date and for a measure."""
        due = [(("due", "printed"), self.due.printed)] if self.due else []
        measure = [(("measure",), self.measure)] if self.measure else []
        return [*super().quotations(), *due, *measure]


class Figure(Entry):
    """A number printed in a document."""

    letter = "F"

    value: Number
    bound: Bound
    unit: str
    counts: str
    period: Dated | None = None

    @property
    def entry_kind(self) -> EntryKind:
        """A figure."""
        return EntryKind.FIGURE


class Event(Record):
    """A dated thing outside the inspections; `document` is written `<inspection>.<document>`."""

    id: str
    kind: EventKind
    title: str
    date: Dated
    summary: str
    scope: Scope
    excerpt: str | None = None
    document: str | None = None
    paragraph: Paragraph | None = None
    themes: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    address: Address | None = None
    note: str | None = None

    @property
    def full_id(self) -> str:
        """The id that is unique in the register."""
        return f"events.{self.id}"


class Question(Record):
    """The template of a question that a gap gives rise to; its words stand in an officer's hands.

    `text` may name, in braces, what the entry says: `{words}`, `{place}`, and for pairs `{earlier_words}` and
    `{earlier_place}`; `{due}` is a printed date, `{document}` a document that is not held.
    """

    id: Gap
    text: str


class Pair(Record):
    """Two entries of different inspections placed side by side, chosen by hand."""

    id: str
    later: str
    earlier: str
    relation: Relation
    strength: PairStrength
    reason: str
    caution: str | None = None
