"""Everything that has, or must have had, a date: as precise as it is printed, and with its doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.facts import figure_value
from scrutiny.analysis.frames import build_frame, category
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.records import Dated, Event, Figure, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EventKind, LabelledEnum, Scope
from scrutiny.wording import date_as_printed, name_with_date


class Lane(LabelledEnum):
    """Where on a timeline a dated thing belongs."""

    FIELDWORK = "fieldwork", "Fieldwork", "When inspectors were at work."
    PUBLICATION = "publication", "Publication", "When the report of an inspection was published."
    DOCUMENTS = "documents", "Documents and replies", "The dates of documents, held or only known to exist."
    OPERATIONS = "operations", "Operations", "Police operations."
    STRATEGIES = "strategies", "Strategies", "Strategies, plans and frameworks, with the years they cover."
    OTHER = "other", "Other events", "Other inspections, disturbances, and anything else that has a date."
    FIGURES = "figures", "Figures", "Numbers that belong to a dated period."


UNKNOWN = "unknown"
"""The precision of a date that is not known."""

_LANES = {EventKind.OPERATION: Lane.OPERATIONS, EventKind.STRATEGY: Lane.STRATEGIES}


@dataclass(frozen=True)
class NearestDate:
    """The date known nearest to one that is not, and in words what it is the date of: “the reply of 26 March 2026”."""

    day: date
    words: str


@dataclass(frozen=True)
class _Thing:
    """Something with a date, known or not; `edge` is where to draw it if it is not."""

    full_id: str
    lane: Lane
    label: str
    summary: str
    dated: Dated | None
    edge: NearestDate | None
    scope: Scope
    held: bool = True
    inspection: str | None = None
    told_by: str | None = None


@cached_per_register
def timeline(register: Register) -> pd.DataFrame:
    """Return everything that the register dates, one row each, sorted by lane and then by day.

    The index, full_id, is an entry's or event's full id (`events.E07`, `<inspection>.F01`), `<inspection>.fieldwork`,
    `<inspection>.published`, or `<inspection>.<document id>`. Figures are there if their period has a date.
        lane (category), label (a few words for a mark), summary, scope (category), inspection,
        told_by (the inspection that it is of, or whose document tells of it: an event is of none),
        printed (the date as printed), as_printed (the same for a table: words that name no date say so),
        earliest and latest (days), precision (day, month, year, span, unknown),
        first and last (where the date begins and ends, in words as precise as it is: “January 2017”),
        doubt, held (bool: False for a document, or an inspection outside the register, that was not read),
        begins and ends (days: the date or, of one that is not known, the edge at which to draw it),
        edge_words (what is dated at the edge).
    Nothing is inferred: an edge is the nearest date that is known, not a date of the thing itself. What the data
    leaves out is missing (NaN); with no edge either, there is no place on an axis for it.
    """
    things = list(_things(register))
    dates = [thing.dated.date if thing.dated else None for thing in things]
    edges = [None if known else thing.edge for thing, known in zip(things, dates, strict=True)]
    edge_days = [edge.day if edge else None for edge in edges]
    earliest = [known.earliest if known else None for known in dates]
    latest = [known.latest if known else None for known in dates]
    day = "datetime64[s]"
    frame = build_frame(
        [thing.full_id for thing in things],
        {
            "lane": (category(Lane), [thing.lane for thing in things]),
            "label": ("str", [thing.label for thing in things]),
            "summary": ("str", [thing.summary for thing in things]),
            "scope": (category(Scope), [thing.scope for thing in things]),
            "inspection": ("str", [thing.inspection for thing in things]),
            "told_by": ("str", [thing.told_by for thing in things]),
            "printed": ("str", [thing.dated.printed if thing.dated else None for thing in things]),
            "as_printed": ("str", [date_as_printed(thing.dated) for thing in things]),
            "earliest": (day, earliest),
            "latest": (day, latest),
            "first": ("str", [_in_words(known, 0) for known in dates]),
            "last": ("str", [_in_words(known, -1) for known in dates]),
            "precision": (category([*Precision, UNKNOWN]), [known.precision if known else UNKNOWN for known in dates]),
            "doubt": ("str", [thing.dated.doubt if thing.dated else None for thing in things]),
            "held": (bool, [thing.held for thing in things]),
            "edge_words": ("str", [edge.words if edge else None for edge in edges]),
            "begins": (day, [known or edge for known, edge in zip(earliest, edge_days, strict=True)]),
            "ends": (day, [known or edge for known, edge in zip(latest, edge_days, strict=True)]),
        },
    )
    return frame.sort_values(["lane", "begins", "ends"], kind="stable")


def _in_words(known: PartialDate | None, end: int) -> str | None:
    """Put the first (0) or the last (-1) end of a date in words: a span has two, any other date one."""
    return PartialDate.parse(known.text.split("/")[end]).printed if known else None


def _things(register: Register) -> Iterator[_Thing]:
    for inspection in register.inspections:
        yield from _of_inspection(inspection)
    for event in register.events:
        yield _of_event(register, event)
    for figure in register.figures:
        if figure.period and figure.period.date:
            yield _of_figure(figure)


def _of_inspection(inspection: Inspection) -> Iterator[_Thing]:
    """Go through an inspection's fieldwork, if anything is printed of it, its publication and its documents."""
    published = _Thing(
        full_id=f"{inspection.id}.published",
        lane=Lane.PUBLICATION,
        label=inspection.short_title,
        summary=f"Publication of “{inspection.title}”.",
        dated=inspection.published,  # it must have had a date, printed or not
        edge=nearest_date(inspection),
        scope=inspection.scope,
        inspection=inspection.id,
        told_by=inspection.id,
    )
    if inspection.fieldwork:
        yield replace(
            published,
            full_id=f"{inspection.id}.fieldwork",
            lane=Lane.FIELDWORK,
            summary=f"Fieldwork of “{inspection.title}”.",
            dated=inspection.fieldwork,
        )
    yield published
    for document in inspection.documents:
        yield replace(
            published,
            full_id=f"{inspection.id}.{document.id}",
            lane=Lane.DOCUMENTS,
            label=f"{document.kind.label}: {inspection.short_title}",
            summary=document.title,
            dated=document.date,
            held=document.held,
        )


def _of_event(register: Register, event: Event) -> _Thing:
    return _Thing(
        full_id=event.full_id,
        lane=_LANES.get(event.kind, Lane.OTHER),
        label=event.title,
        summary=event.summary,
        dated=event.date,
        edge=_nearest_date_of_event(register, event),
        scope=event.scope,
        held=event.kind is not EventKind.INSPECTION,
        told_by=event.told_by,
    )


def _of_figure(figure: Figure) -> _Thing:
    return _Thing(
        full_id=figure.full_id,
        lane=Lane.FIGURES,
        label=figure_value(figure),
        summary=figure.summary,
        dated=figure.period,
        edge=None,
        scope=figure.scope,
        inspection=figure.inspection,
        told_by=figure.inspection,
    )


def nearest_date(inspection: Inspection) -> NearestDate | None:
    """Return the nearest date known of an inspection: its publication, the end of its fieldwork, or a document's.

    Of its documents, those that are held come first.
    """
    candidates = [("publication", inspection.published), ("fieldwork", inspection.fieldwork)]
    documents = sorted(inspection.documents, key=lambda document: not document.held)
    candidates += [(document.kind.label.lower(), document.date) for document in documents]
    return next((nearest for name, dated in candidates if (nearest := _end_of(name, dated))), None)


def _nearest_date_of_event(register: Register, event: Event) -> NearestDate | None:
    """Return the date of the document that tells of an event, or the nearest date known of its inspection."""
    if not event.document or not event.told_by:
        return None
    document = register.documents_by_id[event.document]
    return _end_of(document.kind.label.lower(), document.date) or nearest_date(
        register.inspections_by_id[event.told_by]
    )


def _end_of(name: str, dated: Dated | None) -> NearestDate | None:
    """Return the last day that a date can mean, if it is known."""
    return NearestDate(dated.date.latest, f"the {name_with_date(name, dated)}") if dated and dated.date else None
