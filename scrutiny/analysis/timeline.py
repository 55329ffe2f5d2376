"""Everything that has, or must have had, a date: as precise as it is printed, and with its doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.nearest_date import NearestDate, nearest_date, nearest_date_of_event
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.records import Dated, Figure, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EventKind, LabelledEnum, Scope
from scrutiny.wording import date_as_printed


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
class _Thing:
    """Something with a date, known or not."""

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
    """Give everything that the register dates, one row each, sorted by lane and then by day.

    The index, full_id, is an entry's or event's full id (`events.E07`, `<inspection>.F01`), `<inspection>.fieldwork`,
    `<inspection>.published`, or `<inspection>.<document id>`. Figures are there if their period has a date.
        lane (category), label (a few words for a mark), summary, scope (category), inspection,
        told_by (the inspection that it is of, or whose document tells of it: an event is of none),
        printed (the date as printed), as_printed (the same for a table: words that name no date say so),
        earliest and latest (days), precision (day, month, year, span, unknown),
        first and last (where the date begins and ends, in words as precise as it is: “January 2017”),
        doubt, held (bool: False for a document, or an inspection outside the register, that was not read),
        edge (day: where to draw a date that is not known), edge_words (what is dated there),
        begins and ends (days: the date, or else the edge).
    Nothing is inferred: an edge is the nearest date that is known, not a date of the thing itself. What the data
    leaves out is missing (NaN); with no edge either, there is no place on an axis for it.
    """
    things = [*_of_inspections(register), *_of_events(register), *_of_figures(register)]
    rows = {thing.full_id: _row(thing) for thing in things}
    columns = {
        name: pd.Series([row[name] for row in rows.values()], index=list(rows), dtype=dtype)
        for name, dtype in _COLUMNS.items()
    }
    frame = pd.DataFrame(columns, index=pd.Index(list(rows), dtype="str", name="full_id"))
    return frame.sort_values(["lane", "begins", "ends"], kind="stable")


_DAY = "datetime64[s]"
_COLUMNS: dict[str, Any] = {
    "lane": pd.CategoricalDtype([str(lane) for lane in Lane], ordered=True),
    "label": "str",
    "summary": "str",
    "scope": pd.CategoricalDtype([str(scope) for scope in Scope], ordered=True),
    "inspection": "str",
    "told_by": "str",
    "printed": "str",
    "as_printed": "str",
    "earliest": _DAY,
    "latest": _DAY,
    "first": "str",
    "last": "str",
    "precision": pd.CategoricalDtype([*(str(precision) for precision in Precision), UNKNOWN], ordered=True),
    "doubt": "str",
    "held": bool,
    "edge": _DAY,
    "edge_words": "str",
    "begins": _DAY,
    "ends": _DAY,
}


def _row(thing: _Thing) -> dict[str, Any]:
    """Give the columns of one thing."""
    dated = thing.dated
    known = dated.date if dated else None
    edge = None if known else thing.edge
    drawn = edge.day if edge else None
    return vars(thing) | {
        "printed": dated.printed if dated else None,
        "as_printed": date_as_printed(dated),
        "earliest": known.earliest if known else None,
        "latest": known.latest if known else None,
        "first": PartialDate.parse(known.text.split("/")[0]).printed if known else None,
        "last": PartialDate.parse(known.text.split("/")[-1]).printed if known else None,
        "precision": known.precision if known else UNKNOWN,
        "doubt": dated.doubt if dated else None,
        "edge": drawn,
        "edge_words": edge.words if edge else None,
        "begins": known.earliest if known else drawn,
        "ends": known.latest if known else drawn,
    }


def _of_inspections(register: Register) -> Iterator[_Thing]:
    """Give the fieldwork of each inspection, if anything is printed of it, its publication and its documents."""
    for inspection in register.inspections:
        published = _publication(inspection)
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


def _publication(inspection: Inspection) -> _Thing:
    """Give the publication of an inspection, which must have had a date, printed or not."""
    return _Thing(
        full_id=f"{inspection.id}.published",
        lane=Lane.PUBLICATION,
        label=inspection.short_title,
        summary=f"Publication of “{inspection.title}”.",
        dated=inspection.published,
        edge=nearest_date(inspection),
        scope=inspection.scope,
        inspection=inspection.id,
        told_by=inspection.id,
    )


def _of_events(register: Register) -> Iterator[_Thing]:
    """Give the events; one without a date has the date of the document that tells of it for an edge."""
    for event in register.events:
        yield _Thing(
            full_id=event.full_id,
            lane=_LANES.get(event.kind, Lane.OTHER),
            label=event.title,
            summary=event.summary,
            dated=event.date,
            edge=nearest_date_of_event(register, event),
            scope=event.scope,
            held=event.kind is not EventKind.INSPECTION,
            told_by=event.document.partition(".")[0] if event.document else None,
        )


def _of_figures(register: Register) -> Iterator[_Thing]:
    """Give the figures whose period has a date."""
    for figure in register.figures:
        if figure.period and figure.period.date:
            yield _Thing(
                full_id=figure.full_id,
                lane=Lane.FIGURES,
                label=_figure_label(figure),
                summary=figure.summary,
                dated=figure.period,
                edge=None,
                scope=figure.scope,
                inspection=figure.inspection,
                told_by=figure.inspection,
            )


def _figure_label(figure: Figure) -> str:
    """Give a number with its unit and its bound, which stays a bound."""
    return f"{figure.value:,} {figure.unit} ({figure.bound.label})"
