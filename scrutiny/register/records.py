"""The records of the register, one class for each kind of thing that the YAML files hold.

The fields of each class stand in the order of its file, each with its meaning in one line for those who meet it in a
table or a schema. The curator's guide, `data/README.md`, says the same at length, and how to judge.
"""

import datetime
import re
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import core_schema

from scrutiny.register import vocabulary
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.places import WRITTEN, Part, Place
from scrutiny.register.source_map import NOWHERE, SourceMap
from scrutiny.register.vocabulary import CommitmentKind, DocumentKind, EntryKind, Polarity, Scope, Voice

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?"
    r"(?:[/?#][\w.~:/?#\[\]@!$&'()*+,;=%-]*)?",
    re.ASCII | re.IGNORECASE,
)


def _read_truth(text: Any) -> bool:
    # Python's bool() would take any text for true, and YAML takes "no" for false.
    if text not in ("true", "false", True, False):
        raise ValueError("write true or false")
    return text in ("true", True)


def _read_number(text: Any) -> int | float:
    if isinstance(text, int | float):
        return text
    # float() alone would read "1e3", "1_000", "nan" and the digits of other scripts as well.
    if not (isinstance(text, str) and _NUMBER.fullmatch(text)):
        raise ValueError("write a number in digits alone, like 1200 or 2.5")
    return float(text) if "." in text else int(text)


def _read_count(text: Any) -> int:
    number = _read_number(text)
    if not isinstance(number, int) or number < 1:
        raise ValueError("write a whole number of at least 1")
    return number


def _read_date(text: Any) -> PartialDate:
    return text if isinstance(text, PartialDate) else PartialDate.parse(str(text))


def _read_day(text: Any) -> PartialDate:
    if isinstance(text, PartialDate):
        return text
    day = _read_date(text)
    if day.precision is not Precision.DAY:
        raise ValueError("write a whole day, like 2025-01-22")
    return day


def _read_place(text: Any) -> Place:
    return text if isinstance(text, Place) else Place.parse(str(text))


def _of_form(pattern: str | re.Pattern[str], advice: str) -> AfterValidator:
    """Refuse a text that is not wholly of a form, with advice on how to write it."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(advice)
        return text

    return AfterValidator(check)


def _read_one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Truth = Annotated[bool, BeforeValidator(_read_truth)]
Number = Annotated[int | float, BeforeValidator(_read_number)]
Count = Annotated[int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Date = Annotated[
    PartialDate,
    BeforeValidator(_read_date),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$"}),
]
Day = Annotated[
    PartialDate,
    GetPydanticSchema(lambda *_: core_schema.no_info_plain_validator_function(_read_day)),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Paragraph = Annotated[
    Place,
    GetPydanticSchema(lambda *_: core_schema.no_info_plain_validator_function(_read_place)),
    PlainSerializer(lambda place: place.plain),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": f"^({WRITTEN})$"}]}),
]
# A host's name in ASCII and no user's name: a link must lead where its text says (RFC 3986 lets more stand).
Address = Annotated[
    str,
    _of_form(_ADDRESS, "write a whole web address that begins with https://"),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
# A name alone, so that nothing outside of the folder of releases can be meant.
Files = Annotated[
    str, _of_form(r"(?a:[A-Za-z0-9][\w-]*(\.zip)?)", "write the name of a folder or of a .zip file in “releases”")
]
# It begins with no hyphen: git would take it for an option.
Revision = Annotated[str, _of_form(r"(?a:[A-Za-z0-9][\w./-]*)", "write the name of a tag or commit of git")]
# Empty as a placeholder only: files have no empty text.
Digest = Annotated[str, _of_form(r"(?:[0-9a-f]{64})?", "write the 64 digits and letters that “release” printed")]

OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_read_one_or_more, json_schema_input_type=str | tuple[str, ...])]

# Meanings of fields that several kinds of record have.
_ID = "The code in the files of the data."
_TITLE = "The title in full."
_SCOPE = "Whether it is about this area or about the country."
_SUMMARY = "One plain sentence of ours."
_EXCERPT = "A few words of the document, exactly as they stand."
_PARAGRAPH = f"Where the excerpt stands: {'; '.join(f'“{part.example}”: {part.meaning}' for part in Part)}."
_THEMES = "The codes of one to three themes, the main one first."
_BODIES = "The codes of the organisations that it is about."
_ADDRESS_MEANING = "A public web address."
_NOTE = "What a reader must know to read it fairly."


class Record(BaseModel):
    """Anything the register holds: frozen, and without fields of its own making."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # until a record is read, as whoever only asks for help reads none
    )

    path_fields: ClassVar[tuple[str, ...]] = ()
    """The fields that are not written in the file, as the name of its folder gives them."""

    # Slots and not private attributes, which pydantic would compare: two records that say the same are equal wherever
    # they were read.
    __slots__ = ("_origin", "_unread_fields")

    def set_origin(self, origin: SourceMap, unread_fields: frozenset[str] = frozenset()) -> None:
        """Note where this record was read, and which of its fields could not be."""
        object.__setattr__(self, "_origin", origin)
        object.__setattr__(self, "_unread_fields", unread_fields)

    @property
    def origin(self) -> SourceMap:
        """Where this record was read."""
        origin: SourceMap = getattr(self, "_origin", NOWHERE)
        return origin

    @property
    def unread_fields(self) -> frozenset[str]:
        """The fields that could not be read, those of its parts as `documents.title`; see `placeholders.py`."""
        unread_fields: frozenset[str] = getattr(self, "_unread_fields", frozenset())
        return unread_fields

    def is_placeholder(self, *path: str | int) -> bool:
        """Whether a placeholder stands at this path, or around it."""
        node: Any = self
        for step in path:
            if isinstance(node, Record) and step in node.unread_fields:
                return True
            node = node[step] if isinstance(step, int) else getattr(node, step, None)
        return False

    @classmethod
    def noun(cls) -> str:
        """Return what a curator calls such a record: “question template”."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()

    @classmethod
    @cache
    def field_order(cls) -> tuple[str, ...]:
        """Return the fields that its file writes, in their order."""
        return tuple(name for name in cls.model_fields if name not in cls.path_fields)


class Listed(Record):
    """A record of one of the register’s own lists, such as an event: of anything but entries and parts."""

    list_name: ClassVar[str]
    id: str = Field(description=_ID)

    @property
    def full_id(self) -> str:
        """The id that is unique in the register."""
        return f"{self.list_name}.{self.id}"


class Dated(Record):
    """A date as a document states it, as a date where it can be read, and the doubt there is about it."""

    printed: str = Field(description="The date: in the document’s own words.")
    date: Date | None = Field(
        None,
        description="The date: as exactly as it is stated (2025-01-22, 2017-01, 2022, or the span 2023/2028); empty "
        "if it is not.",
    )
    doubt: str | None = Field(None, description="The date: why it is uncertain.")


class Release(Record):
    """All of it as it was on a day, kept so that readers can go back to it and see what is new since."""

    date: Day = Field(description="The day as of which it was kept.")
    title: str | None = Field(None, description="What the day is known by, such as “Meeting of 30 June 2026”.")
    files: Files | None = Field(
        None, description="The name of the folder or the archive (.zip) in “releases” that has its files."
    )
    revision: Revision | None = Field(
        None, description="The tag or commit of git that has its files, where “releases” does not."
    )
    digest: Digest = Field(description="The SHA-256 of its files, by which they are known to be what they were.")

    @property
    def day(self) -> datetime.date:
        """The day as of which it was kept."""
        return self.date.earliest

    @property
    def name(self) -> str:
        """What it is called in a sentence: “the meeting of 30 June 2026”, “30 June 2026 (Summer session)”."""
        if not self.title:
            return self.date.printed
        if not self.title.startswith("Meeting"):
            return f"{self.date.printed} ({self.title})"
        dated = self.title if self.date.printed in self.title else f"{self.title} ({self.date.printed})"
        return f"the m{dated[1:]}"

    @property
    def when(self) -> str:
        """When it was, as an adverb: “at the meeting of 30 June 2026”, “on 30 June 2026”."""
        return f"{'at' if self.name.startswith('the ') else 'on'} {self.name}"


class Settings(Record):
    """What is said of everything together: its title, its area, who made it, and when it was last checked."""

    title: str = Field(description=_TITLE)
    area: str = Field(description="The area that the data is about.")
    force: str = Field(description="The code of the police force that it is about.")
    commissioner: str = Field(description="The code of the office that must answer.")
    panel: str = Field(description="The code of the panel that uses it.")
    made_by: str = Field(description="Who made it, for whom, and of whom they are independent.")
    contact: str = Field(description="Whom to write to about a mistake.")
    reviewed_on: Date = Field(description="The day on which all of it was last checked.")
    releases: tuple[Release, ...] = Field((), description="How it was on earlier days, the oldest first.")

    @property
    def author(self) -> str:
        """Who made it, as a file or a report names its author."""
        name = self.made_by.partition(";")[0].removeprefix("Made by ")
        return name[:1].upper() + name[1:]


class Theme(Listed):
    """One of the themes that every point is sorted under."""

    list_name = "themes"

    id: str = Field(description="The code by which points name the theme.")
    label: str = Field(description="The theme’s name on the screen.")
    definition: str = Field(description="What belongs under the theme.")


class Body(Listed):
    """An organisation or an office-holder."""

    list_name = "bodies"

    id: str = Field(description="The code by which points name the organisation.")
    kind: vocabulary.BodyKind = Field(description="What sort of organisation or office it is.")
    name: str = Field(description="The name in full.")
    acronym: str | None = Field(None, description="The acronym, if there is one.")
    description: str = Field(description="What it is, in one line.")
    followed_by: str | None = Field(None, description="The code of the office that took its place, if one did.")

    @property
    def short(self) -> str:
        """The shortest name that can stand alone."""
        return self.acronym or self.name


class Term(Listed):
    """An acronym and what it stands for."""

    list_name = "glossary"

    id: str = Field(description="The acronym as the documents write it.")
    expansion: str = Field(description="What the acronym stands for.")
    meaning: str = Field(description="What it means, in one plain line.")


class Document(Record):
    """A text about an inspection, which was read or is only known to exist."""

    id: str = Field(description=_ID)
    kind: DocumentKind = Field(description="What the document is.")
    held: Truth = Field(description="“true” if it was read, “false” if not.")
    title: str = Field(description=_TITLE)
    date: Dated | None = Field(None, description="The date of the document.")
    body: str = Field(description="The code of the organisation whose document it is.")
    author: str | None = Field(None, description="Who signed it, in the document’s own words.")
    role: str | None = Field(None, description="The office of whoever signed it, in the document’s own words.")
    addressees: tuple[str, ...] = Field((), description="To whom it is addressed, in the document’s own words.")
    paragraphs: Count | None = Field(None, description="How many paragraphs it has.")
    notes: Count | None = Field(None, description="How many notes to editors it has.")
    file: str | None = Field(None, description="The name of its text in a folder of documents, which is not included.")
    address: Address | None = Field(None, description=_ADDRESS_MEANING)
    note: str | None = Field(None, description=_NOTE)


class Grade(Record):
    """What an inspectorate calls a part of what it inspected; shown in its words alone, never as a rank."""

    excerpt: str = Field(description="The grades: the inspectorate’s words, exactly as they stand.")
    document: str = Field(description="The grades: the documents in which they stand, by their codes.")
    paragraph: Paragraph = Field(description="The grades: where they stand.")


class Inspection(Listed):
    """One inspection, local or national, with its documents; its code is the name of its folder."""

    list_name = "inspections"
    path_fields = ("id",)

    id: str = Field(description="The code of the inspection; it never changes.")
    title: str = Field(description=_TITLE)
    short_title: str = Field(description="A title short enough for a chart.")
    inspectorates: tuple[str, ...] = Field(description="Who inspected, in the documents’ own words.")
    scope: Scope = Field(description=_SCOPE)
    subject: str = Field(description="What was inspected, in one line.")
    force: OneOrMore = Field((), description="The codes of the police forces, only where they are others.")
    fieldwork: Dated | None = Field(None, description="When inspectors were at work.")
    published: Dated | None = Field(None, description="When the report was published.")
    grades: tuple[Grade, ...] = Field((), description="Grades, where the inspectorate states any.")
    note: str | None = Field(None, description=_NOTE)
    documents: tuple[Document, ...] = Field(description="Every document known to exist, read or not.")

    @property
    def replies(self) -> tuple[Document, ...]:
        """The replies to this inspection that are held, by their dates; those without one come last."""

        def day(reply: Document) -> datetime.date:
            return reply.date.date.earliest if reply.date and reply.date.date else datetime.date.max

        return tuple(sorted((one for one in self.documents if one.held and one.kind is DocumentKind.REPLY), key=day))

    @property
    def reply(self) -> Document | None:
        """The first reply to this inspection, if one is held."""
        return next(iter(self.replies), None)

    @property
    def begins(self) -> PartialDate | None:
        """The earliest date known of it: fieldwork, publication, or a document that is held."""
        documents = [document.date for document in self.documents if document.held]
        dates = [dated.date for dated in (self.fieldwork, self.published, *documents) if dated and dated.date]
        return min(dates, key=lambda moment: moment.earliest, default=None)

    def document(self, document_id: str) -> Document:
        """Return one of its documents; KeyError if there is none of that id."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)


class Entry(Record):
    """What every entry of an inspection says: who said it, where, and in which words."""

    path_fields = ("inspection",)
    leading_fields: ClassVar[tuple[str, ...]] = ()
    """The fields of one kind of entry that its file writes before those of every entry; the others come after them."""

    id: str = Field(description=_ID)
    inspection: str = Field(description="The code of the inspection that the point is about.")
    voice: Voice = Field(description="Whose words these are.")
    scope: Scope = Field(description=_SCOPE)
    summary: str = Field(description=_SUMMARY)
    excerpt: str = Field(description=_EXCERPT)
    document: str = Field(description="The code of the document in which the excerpt stands.")
    paragraph: Paragraph = Field(description=_PARAGRAPH)
    themes: tuple[str, ...] = Field(description=_THEMES)
    bodies: tuple[str, ...] = Field((), description=_BODIES)
    note: str | None = Field(None, description=_NOTE)

    @classmethod
    @cache
    def field_order(cls) -> tuple[str, ...]:
        """Return the fields that its file writes: id, leading fields, those of every entry, the others, note."""

        # Pydantic puts the fields of a base class first, so the order of `model_fields` is not that of the file.
        def position(name: str) -> tuple[bool, ...]:
            return name != "id", name == "note", name not in cls.leading_fields, name not in Entry.model_fields

        return tuple(sorted(super().field_order(), key=position))

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
        """Whether this is a finding in the respondent's voice, which is not inspectors'."""
        return False

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Return every run of the document's own words in this entry, each with the path of its field."""
        return [(("excerpt",), self.excerpt)]


class Finding(Entry):
    """Something inspectors are said to have found, or the letter’s own view in the same form."""

    leading_fields = ("polarity",)

    polarity: Polarity = Field(
        description="Whether it is a concern or a strength: our words, not terms of the inspectorates."
    )
    source: str | None = Field(None, description="Who found it, where that is not this inspection.")
    restates: str | None = Field(
        None, description="The code of the finding of another document that it says again; it is counted only there."
    )
    answers: tuple[str, ...] | None = Field(
        None,
        description="Concerns in a letter: the codes of the letter’s actions, commitments and needs that answer it, or "
        "an empty list (in tables “none”) if nothing specific does. Left out where there is no letter in reply.",
    )
    not_mentioned_in: tuple[str, ...] = Field(
        (),
        description="Concerns: the codes of later documents that were read for it and do not mention it. That does not "
        "mean that it was resolved.",
    )

    @property
    def entry_kind(self) -> EntryKind:
        """A concern or a strength."""
        return EntryKind(self.polarity)

    @property
    def is_own_view(self) -> bool:
        """Whether it is in the respondent's voice."""
        return self.voice is Voice.RESPONDENT


class Result(Record):
    """What an action is claimed to have brought, apart from the action itself."""

    summary: str = Field(description="What the action is claimed to have achieved: a sentence of ours for each claim.")
    excerpt: str = Field(description="The document’s words for each of these claims, in the same order.")


class Action(Entry):
    """Work that a document says is done or under way."""

    leading_fields = ("status",)
    entry_kind: ClassVar[EntryKind] = EntryKind.ACTION

    status: vocabulary.ActionStatus = Field(description="How far the work is said to have come.")
    vouched_by: str | None = Field(
        None, description="The organisation, other than the author, that is said to have confirmed it."
    )
    result: tuple[Result, ...] = Field((), description="What the action is claimed to have achieved.")

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Return the excerpt and the words of each claimed result."""
        results = [(("result", index, "excerpt"), result.excerpt) for index, result in enumerate(self.result)]
        return [*super().quotations(), *results]


class Commitment(Entry):
    """Something to be done: an undertaking or an expectation or, in the same form, a need, which is no commitment.

    A need has no general, owner, specific, due or measure, as nobody takes it on.
    """

    leading_fields = ("kind", "general")

    kind: CommitmentKind = Field(description="How it is put.")
    general: Truth = Field(
        False, description="“true” for a promise about a report as a whole, which answers no single concern."
    )
    by: str = Field(description="The code of the organisation that says it.")
    owner: str | None = Field(
        None, description="The code of the organisation that must act; empty if that is not stated."
    )
    specific: Truth | None = Field(None, description="“true” if one could check whether it was done, “false” if not.")
    due: Dated | None = Field(None, description="The date or time limit stated for it.")
    measure: str | None = Field(
        None, description="The document’s words on how it will be measured; empty if there are none."
    )

    @property
    def entry_kind(self) -> EntryKind:
        """A commitment, or a need, which is none."""
        return EntryKind.NEED if self.is_need else EntryKind.COMMITMENT

    @property
    def is_need(self) -> bool:
        """Whether it is only said to be needed, and so no commitment."""
        return self.kind is CommitmentKind.NEED

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Return the excerpt, and the words printed for a date and for a measure."""
        due = [(("due", "printed"), self.due.printed)] if self.due else []
        measure = [(("measure",), self.measure)] if self.measure else []
        return [*super().quotations(), *due, *measure]


class Figure(Entry):
    """A number that a document gives."""

    leading_fields = ("value", "bound", "unit", "counts")
    entry_kind: ClassVar[EntryKind] = EntryKind.FIGURE

    value: Number = Field(description="The number. Figures are never added up.")
    bound: vocabulary.Bound = Field(description="How exactly the document gives the number: “more than 90” is not 90.")
    unit: str = Field(description="What the number is a number of.")
    counts: str = Field(description="What is counted.")
    period: Dated | None = Field(None, description="The period that the number is about.")


class RecommendationReply(Record):
    """What one reply says to a recommendation; the words stand in the reply, not in the report."""

    document: str = Field(description="The reply, by its code.")
    answer: vocabulary.Acceptance = Field(description="Whether the reply says that it accepts the recommendation.")
    excerpt: str | None = Field(None, description="The reply’s words on it, exactly as they stand.")
    paragraph: Paragraph | None = Field(None, description="Where in the reply these words stand.")
    entries: tuple[str, ...] = Field(
        (), description="What is said to be done: the reply’s actions, commitments and needs, by their codes."
    )


class LaterStatus(Record):
    """What a later text says of a recommendation; `document` is written `<inspection>.<document>`."""

    summary: str = Field(description="What a later text says of it: a sentence of ours for each text.")
    excerpt: str | None = Field(None, description="The later text’s words, exactly as they stand.")
    document: str | None = Field(None, description="The later document, by its code.")
    paragraph: Paragraph | None = Field(None, description="Where in the later document these words stand.")
    address: Address | None = Field(None, description="A public web address of the later text.")


class Recommendation(Entry):
    """Something that an inspectorate asks of a named organisation, and what the replies say to it."""

    leading_fields = ("number", "kind")
    entry_kind: ClassVar[EntryKind] = EntryKind.RECOMMENDATION

    number: str | None = Field(None, description="Its number, as the document has it.")
    kind: vocabulary.RecommendationKind = Field(description="What the document calls it.")
    addressee: str = Field(description="The code of the organisation that is asked.")
    due: Dated | None = Field(None, description="The date or time limit stated for it.")
    replies: tuple[RecommendationReply, ...] = Field((), description="What each reply says to it.")
    later: tuple[LaterStatus, ...] = Field((), description="What later texts say of it, each with its source.")

    def quotations(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Return the excerpt and the words printed for a date; those of other documents are in its parts."""
        due = [(("due", "printed"), self.due.printed)] if self.due else []
        return [*super().quotations(), *due]


class Event(Listed):
    """A dated thing outside the inspections; `document` is written `<inspection>.<document>`."""

    list_name = "events"

    kind: vocabulary.EventKind = Field(description="What sort of event it is.")
    title: str = Field(description=_TITLE)
    date: Dated = Field(description="When it was.")
    summary: str = Field(description=_SUMMARY)
    scope: Scope = Field(description=_SCOPE)
    excerpt: str | None = Field(None, description=_EXCERPT)
    document: str | None = Field(None, description="The code of the document that mentions it.")
    paragraph: Paragraph | None = Field(None, description=_PARAGRAPH)
    themes: tuple[str, ...] = Field((), description=_THEMES)
    bodies: tuple[str, ...] = Field((), description=_BODIES)
    address: Address | None = Field(None, description=_ADDRESS_MEANING)
    note: str | None = Field(None, description=_NOTE)

    @property
    def told_by(self) -> str | None:
        """The id of the inspection whose document tells of it, if one does."""
        return self.document.partition(".")[0] if self.document else None


class FigureElsewhere(Record):
    """A number of a text that was not read, as somebody else gives it."""

    value: Number = Field(description="The numbers known from elsewhere, of texts that were not read.")
    bound: vocabulary.Bound = Field(description="How exactly the numbers known from elsewhere are given.")
    unit: str = Field(description="What the numbers known from elsewhere are numbers of.")
    stated: str = Field(description="The words at the address on these numbers, exactly as they stand.")
    source: str = Field(description="The texts that are said to have these numbers.")
    date: Date | None = Field(None, description="The dates of these texts, as exactly as they are stated.")
    address: Address | None = Field(None, description="The public web addresses at which these numbers stand.")


class Measure(Listed):
    """One thing that several documents count in the same way, their figures side by side in the order of time."""

    list_name = "measures"

    label: str = Field(description="What is counted, in a few words.")
    definition: str = Field(description="What exactly is counted, the same in each document.")
    figures: tuple[str, ...] = Field(description="The codes of the figures, each of another document, oldest first.")
    elsewhere: tuple[FigureElsewhere, ...] = Field((), description="Numbers of texts that were not read.")


class Highlight(Listed):
    """One sentence of what these papers say: who said what, and when."""

    list_name = "highlights"

    sentence: str = Field(description="One sentence of ours: who said what, and when.")
    short: str | None = Field(None, description="The same for a slide, in at most 13 words.")
    entries: tuple[str, ...] = Field(description="The codes of the points that the sentence is based on.")


class Question(Listed):
    """A question written by hand for a meeting."""

    list_name = "questions"

    text: str = Field(description="The question, neutral and fit to be asked aloud.")
    entries: tuple[str, ...] = Field(description="The codes of the points that the question is based on.")
    addressed_to: str = Field(description="The code of the office that is asked.")


class QuestionTemplate(Listed):
    """The wording of a question that a gap in the papers leads to.

    `text` may name, in braces, what the point says: `{words}`, `{place}`, and for two points side by side
    `{earlier_words}` and `{earlier_place}`; `{due}` is a date as stated.
    """

    list_name = "question_templates"

    id: vocabulary.Gap = Field(description="The kind of gap in the papers that the question is about.")
    text: str = Field(description="The wording; what is in braces is filled in with the words of a point.")


class Pair(Listed):
    """Two points of different inspections placed side by side, chosen by hand."""

    list_name = "pairs"

    later: str = Field(description="The code of the later point.")
    earlier: str = Field(description="The code of the earlier point.")
    relation: vocabulary.Relation = Field(
        description="How the later compares with the earlier. It is there to prompt a question, and is no verdict."
    )
    strength: vocabulary.PairStrength = Field(description="How clear the link between the two is.")
    reason: str = Field(description="Why the two are compared.")
    caution: str | None = Field(None, description="How the two differ; always to be read with the comparison.")


class PanelMeeting(Listed):
    """A meeting of the panel."""

    list_name = "meetings"

    id: str = Field(description="The code by which questions name the meeting: its date, or a name.")
    date: Date = Field(description="The day of the meeting.")
    item: str | None = Field(None, description="The item of the agenda.")
    address: Address | None = Field(None, description="A public web address of the minutes.")

    @property
    def label(self) -> str:
        """The meeting by its day: “Meeting of 12 March 2030”."""
        return f"Meeting of {self.date.printed}"


class Came(Record):
    """What came of a question after the meeting; `document` is written `<inspection>.<document>`."""

    date: Date = Field(description="When something came of it.")
    summary: str = Field(description="What came of it: a sentence of ours for each thing.")
    document: str | None = Field(None, description="The document in which it came, by its code.")
    address: Address | None = Field(None, description="A public web address of what came.")


class AskedQuestion(Listed):
    """A question that was asked in a meeting of the panel, and what came of it."""

    list_name = "asked"

    meeting: str = Field(description="The code of the meeting in which it was asked.")
    text: str = Field(description="The question, as it was asked.")
    addressed_to: str = Field(description="The code of the office or organisation that was asked.")
    entries: tuple[str, ...] = Field(description="The codes of the points that the question is based on.")
    answer: str | None = Field(None, description="The answer, exactly as the minutes have it.")
    by: str | None = Field(None, description="The code of the office or organisation that answered.")
    due: Dated | None = Field(None, description="The date by which the answer promises something.")
    came: tuple[Came, ...] = Field((), description="What came of it after the meeting, the oldest first.")


class Comment(Listed):
    """What somebody concerned says of a point, a sentence of ours or an inspection; it changes nothing of these."""

    list_name = "comments"

    about: str = Field(description="The code of the point, of the sentence in What these papers say, or of the "
        "inspection that it is about.")  # fmt: skip
    by: str = Field(description="The code of the office or organisation that comments.")
    date: Date = Field(description="The date of the comment.")
    text: str = Field(description="The comment, in its author’s own words.")
    address: Address | None = Field(None, description=_ADDRESS_MEANING)
