"""What the rules judge, a draft of the register, and how they tell what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny.register.files import ENTRY_FILES
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.places import Part, Place
from scrutiny.register.problems import Problem, Severity, closest_match, shorten
from scrutiny.register.records import Action, Document, Entry, Event, Inspection, Recommendation, Record
from scrutiny.register.register import Register

PLACEHOLDER_PROBLEM = Problem("", 0, "", "", "", "")
"""What a rule finds wrong with a placeholder; nobody is told."""


@dataclass(frozen=True)
class Draft:
    """A register before it is known to be right, with what the rules need beside it.

    `written` holds the ids as the files write them, valid or not, by kind of record; `texts` the paragraphs
    of the documents at hand, by inspection and document; `unread` the files that could not be read, or not whole,
    so that what refers to them is not blamed; `templates` the texts of the templates.
    """

    register: Register
    written: Mapping[type[Record], set[str]]
    texts: Mapping[str, Paragraphs]
    unread: frozenset[str]
    templates: frozenset[str]


@dataclass(frozen=True)
class Quotation:
    """A run of a document's own words, and where they are said to stand.

    `part` is the path of that part of the record which has the words with a document and a paragraph of its own.
    """

    record: Entry | Event | Inspection
    path: tuple[str | int, ...]
    words: str
    document: str
    place: Place
    part: tuple[str | int, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether the words and their place are what the file says, none of them a placeholder."""
        return not any(
            self.record.is_placeholder(*path)
            for path in (self.path, (*self.part, "document"), (*self.part, "paragraph"))
        )


def quotations(register: Register) -> Iterator[Quotation]:
    """Yield every run of a document's own words in the register."""
    for entry in register.entries:
        for path, words in entry.quotations():
            yield Quotation(entry, path, words, f"{entry.inspection}.{entry.document}", entry.paragraph)
        for part, full_id, words, place in quoted_in_replies(entry) if isinstance(entry, Recommendation) else ():
            yield Quotation(entry, (*part, "excerpt"), words, full_id, place, part)
    for one in register.inspections:
        for index, grade in enumerate(one.grades):
            part = ("grades", index)
            yield Quotation(one, (*part, "excerpt"), grade.excerpt, f"{one.id}.{grade.document}", grade.paragraph, part)
    for event in register.events:
        if event.excerpt and event.document and event.paragraph:
            yield Quotation(event, ("excerpt",), event.excerpt, event.document, event.paragraph)


def quoted_in_replies(one: Recommendation) -> Iterator[tuple[tuple[str | int, ...], str, str, Place]]:
    """Yield the words that other documents say to a recommendation: path of the part, document, words, place."""
    for index, reply in enumerate(one.replies):
        if reply.excerpt and reply.paragraph:
            yield ("replies", index), f"{one.inspection}.{reply.document}", reply.excerpt, reply.paragraph
    for index, later in enumerate(one.later):
        if later.excerpt and later.document and later.paragraph:
            yield ("later", index), later.document, later.excerpt, later.paragraph


def summaries(record: Entry | Event) -> Iterator[tuple[tuple[str | int, ...], str, str | None]]:
    """Yield every summary of a record with its path and the excerpt it stands beside."""
    yield ("summary",), record.summary, record.excerpt
    if isinstance(record, Action):
        for index, result in enumerate(record.result):
            yield ("result", index, "summary"), result.summary, result.excerpt
    if isinstance(record, Recommendation):
        for index, later in enumerate(record.later):
            yield ("later", index, "summary"), later.summary, later.excerpt


def texts_with_paths(record: Record, *path: str | int) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a record and of its parts, with the path of its field."""
    for name in record.model_fields_set:
        value = getattr(record, name)
        for index, part in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            here = (*path, name) if index is None else (*path, name, index)
            if isinstance(part, Record):
                yield from texts_with_paths(part, *here)
            elif isinstance(part, str) and not isinstance(part, StrEnum):
                yield here, part


def body_references(register: Register) -> Iterator[tuple[Record, tuple[str | int, ...], str]]:
    """Yield every naming of a body: the record, the path of the field, the body's id."""
    for field in ("force", "commissioner", "panel"):
        yield register.settings, (field,), getattr(register.settings, field)
    yield from ((body, ("followed_by",), body.followed_by) for body in register.bodies if body.followed_by)
    for inspection in register.inspections:
        for index, force in enumerate(inspection.force):
            yield inspection, ("force", index) if len(inspection.force) > 1 else ("force",), force
        for index, document in enumerate(inspection.documents):
            yield inspection, ("documents", index, "body"), document.body
    others: tuple[Record, ...] = (*register.items, *register.questions, *register.asked, *register.comments)
    for record in others:
        for index, body in enumerate(getattr(record, "bodies", ())):
            yield record, ("bodies", index), body
        for field in ("vouched_by", "by", "owner", "addressee", "addressed_to"):
            # Asked of the model, as a record takes long to say that it lacks a field.
            if field in type(record).model_fields and (named := getattr(record, field)):
                yield record, (field,), named


def with_documents(register: Register) -> Iterator[tuple[Entry, Document]]:
    """Yield every entry with its document, leaving out those whose document is not known."""
    for entry in register.entries:
        if document := register.documents_by_id.get(f"{entry.inspection}.{entry.document}"):
            yield entry, document


def place_exists(place: Place, document: Document) -> bool:
    """Whether a document has as many paragraphs or notes as a place says; of other places none are counted."""
    most = {Part.PARAGRAPH: document.paragraphs, Part.NOTE: document.notes}
    return place.part not in most or place.numbers[0] <= (most[place.part] or 0)


def is_unread(draft: Draft, full_id: str, *names: str) -> bool:
    """Whether one of these files, of the inspection that a full id names, could not be read."""
    inspection, _, _ = full_id.partition(".")
    return any(f"inspections/{inspection}/{name}" in draft.unread for name in names)


def ids_written(draft: Draft, *kinds: type[Entry]) -> dict[str, set[str]]:
    """Return the ids that the files write for some kinds of entry, by inspection."""
    ids: dict[str, set[str]] = {}
    for kind in kinds:
        for full_id in draft.written.get(kind, ()):
            inspection, _, written = full_id.partition(".")
            ids.setdefault(inspection, set()).add(written)
    return ids


def entries_written(draft: Draft) -> set[str]:
    """Return the full ids that the files write for entries of any kind."""
    return {full_id for kind in ENTRY_FILES.values() for full_id in draft.written.get(kind, ())}


def problem(
    record: Record, message: str, *path: str | int, value: str | None = None, hint: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Problem:  # fmt: skip
    """Return what is wrong with a field of a record, with its file and line."""
    if record.is_placeholder(*path):
        return PLACEHOLDER_PROBLEM
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    entry = record.origin.name(getattr(record, "id", ""), *path)
    return Problem(record.origin.file, record.origin.line(*path), entry, field, message, "", severity, value, hint)


def unknown_reference(record: Record, *path: str | int, value: str, known: Iterable[str], place: str) -> Problem:
    """Report that a reference leads nowhere, with the nearest that would not."""
    return problem(record, f"{shorten(value)} is not in {place}", *path, value=value, hint=closest_match(value, known))


def duplicate_ids(named: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    """Report each record whose id another before it has."""
    first: dict[str, Record] = {}
    for name, record in named:
        if name in first:
            where = f"{first[name].origin.file}:{first[name].origin.line('id')}"
            yield problem(record, f"{shorten(name)} is used already at {where}", "id", value=name)
        first.setdefault(name, record)
