"""The register: everything that its files hold, read whole, with the ways to find things in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from scrutiny.register import records
from scrutiny.register.places import Place
from scrutiny.register.records import Document, Entry, Event, Finding, Inspection, Record
from scrutiny.register.source_map import NOWHERE

INSPECTION_DATES = ("fieldwork", "published")
# What a part of a register takes from the whole one, so that all that it refers to can still be looked up.
_LOOKUPS = (
    "entries_by_id", "events_by_id", "documents_by_id", "known_ids", "bodies_by_id", "themes_by_id",
    "inspections_by_id", "meetings_by_id", "latest_document_dates", "forces", "whole",
)  # fmt: skip


@dataclass(frozen=True)
class Register:
    """All records of a register. Inspections are in the order of time, the rest in the order of the files."""

    settings: records.Settings
    themes: tuple[records.Theme, ...]
    bodies: tuple[records.Body, ...]
    glossary: tuple[records.Term, ...]
    inspections: tuple[Inspection, ...]
    entries: tuple[Entry, ...]
    events: tuple[Event, ...]
    pairs: tuple[records.Pair, ...]
    highlights: tuple[records.Highlight, ...]
    questions: tuple[records.Question, ...]
    question_templates: tuple[records.QuestionTemplate, ...]
    meetings: tuple[records.PanelMeeting, ...] = ()
    asked: tuple[records.AskedQuestion, ...] = ()
    comments: tuple[records.Comment, ...] = ()
    measures: tuple[records.Measure, ...] = ()

    @property
    def lists(self) -> dict[str, tuple[records.Listed | Entry, ...]]:
        """All records but the settings, by the name of their list."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "settings"}

    def compact(self) -> None:
        """Let go of what only checks need, where each record was read, and keep once what many say alike.

        That gives back three quarters of the memory of a large register.
        """
        kept: dict[Any, Any] = {}
        for record in (self.settings, *chain.from_iterable(self.lists.values())):
            _compact(record, kept)

    @property
    def items(self) -> tuple[Entry | Event, ...]:
        """Entries, then events: all that has a summary, themes and bodies."""
        return (*self.entries, *self.events)

    def own_words(self) -> Iterator[Record]:
        """Yield the records whose texts are written for one register only, unlike a body, a theme or a term."""
        yield self.settings
        for name, listed in self.lists.items():
            if name not in ("themes", "bodies", "glossary", "question_templates"):
                yield from listed

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Concerns and strengths."""
        return tuple(entry for entry in self.entries if isinstance(entry, Finding))

    @cached_property
    def distinct_findings(self) -> tuple[Finding, ...]:
        """Concerns and strengths, each once: without those that only say again what another document found."""
        return tuple(finding for finding in self.findings if not finding.restates)

    @cached_property
    def actions(self) -> tuple[records.Action, ...]:
        """Work said to be done or under way."""
        return tuple(entry for entry in self.entries if isinstance(entry, records.Action))

    @cached_property
    def commitments(self) -> tuple[records.Commitment, ...]:
        """Undertakings and expectations."""
        return tuple(entry for entry in self.entries if isinstance(entry, records.Commitment) and not entry.is_need)

    @cached_property
    def needs(self) -> tuple[records.Commitment, ...]:
        """What is only said to be needed; it is no commitment."""
        return tuple(entry for entry in self.entries if isinstance(entry, records.Commitment) and entry.is_need)

    @cached_property
    def figures(self) -> tuple[records.Figure, ...]:
        """Numbers that documents print."""
        return tuple(entry for entry in self.entries if isinstance(entry, records.Figure))

    @cached_property
    def recommendations(self) -> tuple[records.Recommendation, ...]:
        """What inspectorates ask of named organisations."""
        return tuple(entry for entry in self.entries if isinstance(entry, records.Recommendation))

    @cached_property
    def whole(self) -> "Register":
        """The register of which this is a part, or this one itself."""
        return self

    @cached_property
    def entries_by_id(self) -> Mapping[str, Entry]:
        """Entries by their full id."""
        return {entry.full_id: entry for entry in self.entries}

    @cached_property
    def events_by_id(self) -> Mapping[str, Event]:
        """Events by their full id."""
        return {event.full_id: event for event in self.events}

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """Every id that has words to show.

        Entries, events, documents (as inspection.document), and the fieldwork and publication of inspections
        (as inspection.fieldwork and inspection.published).
        """
        dates = {f"{inspection.id}.{name}" for inspection in self.inspections for name in INSPECTION_DATES}
        return frozenset(dates | self.documents_by_id.keys() | self.entries_by_id.keys() | self.events_by_id.keys())

    @cached_property
    def documents_by_id(self) -> Mapping[str, Document]:
        """Documents by inspection and document, as `2026-online-abuse.reply`."""
        return {f"{inspection.id}.{document.id}": document for inspection, document in self.documents()}

    @cached_property
    def bodies_by_id(self) -> Mapping[str, records.Body]:
        """Bodies by their id."""
        return {body.id: body for body in self.bodies}

    def present_office(self, body: str) -> str:
        """Return the id of the office that has taken the place of another by now, or its own."""
        seen: set[str] = set()
        while (follower := self.bodies_by_id[body].followed_by) and follower not in seen:
            seen.add(body)
            body = follower
        return body

    @cached_property
    def themes_by_id(self) -> Mapping[str, records.Theme]:
        """Themes by their id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def inspections_by_id(self) -> Mapping[str, Inspection]:
        """Inspections by their id, in the order of time."""
        return {inspection.id: inspection for inspection in self.inspections}

    @cached_property
    def meetings_by_id(self) -> Mapping[str, records.PanelMeeting]:
        """Meetings of the panel by their id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def forces(self) -> tuple[str, ...]:
        """The ids of the forces that inspections are about, in the order of their names."""
        forces = {force for inspection in self.inspections for force in self.forces_of(inspection)}
        return tuple(sorted(forces, key=lambda force: self.bodies_by_id[force].name))

    @cached_property
    def latest_document_dates(self) -> Mapping[str, date]:
        """The last day that the date of any document held of a force can mean, by the force's id."""
        latest: dict[str, date] = {}
        for inspection, document in self.documents():
            if document.held and document.date and document.date.date:
                day = document.date.date.latest
                for force in self.forces_of(inspection):
                    latest[force] = max(day, latest.get(force, day))
        return latest

    def part(self, inspections: Collection[str]) -> "Register":
        """Return what belongs to some inspections, in which all that it refers to can still be looked up.

        A pair belongs to the inspection of its later entry, a highlight or a question to that of the first entry that
        it names, and a measure to those of all its figures. An event belongs to the inspection whose document tells of
        it; one that no document tells of belongs to every part, unless it is about the force of other inspections only.
        A question that was asked before belongs to the inspections of all entries that it names.
        """
        chosen = frozenset(inspections)
        forces = {force for one in self.inspections if one.id in chosen for force in self.forces_of(one)}
        other_forces = set(self.forces) - forces

        def belongs(event: Event) -> bool:
            if event.told_by:
                return event.told_by in chosen
            return not forces.isdisjoint(event.bodies) or other_forces.isdisjoint(event.bodies)

        part = self.only(
            inspections=tuple(inspection for inspection in self.inspections if inspection.id in chosen),
            entries=tuple(entry for entry in self.entries if entry.inspection in chosen),
            events=tuple(event for event in self.events if belongs(event)),
            pairs=tuple(pair for pair in self.pairs if pair.later.partition(".")[0] in chosen),
            highlights=tuple(one for one in self.highlights if one.entries[0].partition(".")[0] in chosen),
            questions=tuple(one for one in self.questions if one.entries[0].partition(".")[0] in chosen),
            measures=tuple(
                one for one in self.measures if any(figure.partition(".")[0] in chosen for figure in one.figures)
            ),
        )
        here = {entry.full_id for entry in part.entries} | chosen | {highlight.id for highlight in part.highlights}
        return part.only(**self.of_the_panel(here))

    def of_the_panel(self, here: Collection[str]) -> dict[str, tuple[Record, ...]]:
        """Return, by list, what a panel asked about what is here, the meetings in which it did, and comments on it.

        What is here is named by the full ids of entries, and the ids of inspections and highlights.
        """
        asked = tuple(one for one in self.asked if any(entry in here for entry in one.entries))
        meetings = {one.meeting for one in asked}
        return {
            "meetings": tuple(one for one in self.meetings if one.id in meetings),
            "asked": asked,
            "comments": tuple(one for one in self.comments if one.about in here),
        }

    def only(self, **lists: tuple[Record, ...]) -> "Register":
        """Return it with these records alone in the lists that are named; what they refer to can still be looked up."""
        part = replace(self, **lists)  # type: ignore[arg-type]  # each list has records of its kind
        vars(part).update({name: getattr(self, name) for name in _LOOKUPS})  # where cached_property keeps its values
        return part

    def forces_of(self, inspection: Inspection) -> tuple[str, ...]:
        """Return the ids of the forces that an inspection is about: its own, or else that of the register."""
        return inspection.force or (self.settings.force,)

    def document(self, entry: Entry) -> Document:
        """Return the document an entry was read in."""
        return self.inspections_by_id[entry.inspection].document(entry.document)

    def documents(self) -> Iterator[tuple[Inspection, Document]]:
        """Yield every document with its inspection."""
        for inspection in self.inspections:
            for document in inspection.documents:
                yield inspection, document


def _compact(value: Any, kept: dict[Any, Any]) -> Any:
    """Return the one of all equal values that is kept; a record stays itself, and holds such values."""
    if isinstance(value, Record):
        vars(value).update({name: _compact(one, kept) for name, one in vars(value).items()})
        written = value.model_fields_set
        object.__setattr__(value, "__pydantic_fields_set__", kept.setdefault(("", frozenset(written)), written))
        value.set_origin(NOWHERE, _compact(value.unread_fields, kept))
    elif isinstance(value, tuple):
        value = tuple(_compact(one, kept) for one in value)
        if not all(type(one) is str for one in value):
            return value
    # not members of a vocabulary, which equal their texts
    return kept.setdefault(value, value) if type(value) in (str, tuple, frozenset, Place) else value


def chronological(inspections: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """Sort inspections by the earliest day known of each, then by id; those without a date come last."""

    def key(inspection: Inspection) -> tuple[date, str]:
        begins = inspection.begins
        return (begins.earliest if begins else date.max, inspection.id)

    return tuple(sorted(inspections, key=key))
