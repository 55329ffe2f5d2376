"""The register as pandas data frames: one for all entries and one for each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from scrutiny.register.records import Action, Commitment, Dated, Entry, Event, Figure, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import (
    ActionStatus,
    Bound,
    CommitmentKind,
    DocumentKind,
    EntryKind,
    EventKind,
    Polarity,
    Scope,
    Voice,
)

IMPLIED = "Implied:"
"""How the note of a concern begins of which the document prints no failing."""


@dataclass(frozen=True)
class Frames:
    """All frames of one register. Ids are the index; categories are ordered as vocabulary and files have them.

    `entries` has one row for each entry, indexed by full id:
        id, inspection (category, in the order of time), kind (category), voice (category), scope (category),
        theme (category, the main theme), themes (tuple), bodies (tuple), summary, excerpt, document,
        paragraph (text, as “5” or “note 3”), own_view (bool: a finding in the respondent's voice), elsewhere (bool:
        a finding that its document takes from another inspection or source), implied (bool: a concern of which no
        failing was printed, as its note says), note.
    `findings` has these and polarity (category), source, answers (tuple of full ids, or None without a reply).
    `actions` has them and status (category), vouched_by, results (tuple of summaries).
    `commitments` has them and commitment (category), by, owner, specific (bool), due, measure.
    `figures` has them and value (number), bound (category), unit, counts, period.
    `events`, by full id: kind (category), title, printed, earliest and latest (days), doubt, scope, summary.
    `inspections`, by id: title, short_title, scope, subject, fieldwork, published (as printed).
    `documents`, by inspection.document: inspection, kind (category), held (bool), title, date (as printed),
        earliest, latest, doubt, author, address, note.
    Text that the data leaves out is missing (NaN). Dates are days without a time zone.
    """

    entries: pd.DataFrame
    findings: pd.DataFrame
    actions: pd.DataFrame
    commitments: pd.DataFrame
    figures: pd.DataFrame
    events: pd.DataFrame
    inspections: pd.DataFrame
    documents: pd.DataFrame


def frames(register: Register) -> Frames:
    """Turn a register into its frames."""
    return Frames(
        entries=_entries(register, register.entries, {}),
        findings=_entries(register, register.findings, _FINDING),
        actions=_entries(register, register.actions, _ACTION),
        commitments=_entries(register, register.commitments, _COMMITMENT),
        figures=_entries(register, register.figures, _FIGURE),
        events=_events(register.events),
        inspections=_inspections(register),
        documents=_documents(register),
    )


_TEXT = "str"
_FINDING: dict[str, Any] = {"polarity": Polarity, "source": _TEXT, "answers": object}
_ACTION: dict[str, Any] = {"status": ActionStatus, "vouched_by": _TEXT, "results": object}
_COMMITMENT: dict[str, Any] = {
    "commitment": CommitmentKind, "by": _TEXT, "owner": _TEXT, "specific": bool, "due": _TEXT, "measure": _TEXT,
}  # fmt: skip
_FIGURE: dict[str, Any] = {"value": float, "bound": Bound, "unit": _TEXT, "counts": _TEXT, "period": _TEXT}


def _entries(register: Register, entries: Iterable[Entry], extra: dict[str, Any]) -> pd.DataFrame:
    """Make the frame of some entries, with the columns of their kind."""
    columns: dict[str, Any] = {
        "id": _TEXT,
        "inspection": pd.CategoricalDtype([inspection.id for inspection in register.inspections], ordered=True),
        "kind": EntryKind,
        "voice": Voice,
        "scope": Scope,
        "theme": pd.CategoricalDtype([theme.id for theme in register.themes], ordered=True),
        "themes": object,
        "bodies": object,
        "summary": _TEXT,
        "excerpt": _TEXT,
        "document": _TEXT,
        "paragraph": _TEXT,
        "own_view": bool,
        "elsewhere": bool,
        "implied": bool,
        "note": _TEXT,
    }
    return _frame({entry.full_id: _common(entry) | _special(entry) for entry in entries}, columns | extra)


def _common(entry: Entry) -> dict[str, Any]:
    """Give the columns that every entry has."""
    return {
        "id": entry.id,
        "inspection": entry.inspection,
        "kind": entry.entry_kind,
        "voice": entry.voice,
        "scope": entry.scope,
        "theme": entry.themes[0],
        "themes": entry.themes,
        "bodies": entry.bodies,
        "summary": entry.summary,
        "excerpt": entry.excerpt,
        "document": entry.document,
        "paragraph": str(entry.paragraph),
        "own_view": isinstance(entry, Finding) and entry.voice is Voice.RESPONDENT,
        "elsewhere": isinstance(entry, Finding) and entry.source is not None,
        "implied": (entry.note or "").startswith(IMPLIED),
        "note": entry.note,
    }


def _special(entry: Entry) -> dict[str, Any]:
    """Give the columns that only entries of this kind have."""
    match entry:
        case Finding():
            answers = entry.answers and tuple(f"{entry.inspection}.{answer}" for answer in entry.answers)
            return {"polarity": entry.polarity, "source": entry.source, "answers": answers}
        case Action():
            results = tuple(result.summary for result in entry.result)
            return {"status": entry.status, "vouched_by": entry.vouched_by, "results": results}
        case Commitment():
            return {
                "commitment": entry.kind, "by": entry.by, "owner": entry.owner, "specific": entry.specific,
                "due": entry.due and entry.due.printed, "measure": entry.measure,
            }  # fmt: skip
        case Figure():
            period = entry.period and entry.period.printed
            return {
                "value": entry.value, "bound": entry.bound, "unit": entry.unit, "counts": entry.counts,
                "period": period,
            }  # fmt: skip
    return {}


def _events(events: Iterable[Event]) -> pd.DataFrame:
    """Make the frame of dated things."""
    rows = {
        event.full_id: {
            "kind": event.kind, "title": event.title, **_date(event.date), "scope": event.scope,
            "summary": event.summary,
        }
        for event in events
    }  # fmt: skip
    return _frame(rows, {"kind": EventKind, "title": _TEXT, **_DATE, "scope": Scope, "summary": _TEXT})


def _inspections(register: Register) -> pd.DataFrame:
    """Make the frame of inspections, in the order of time."""
    rows = {
        inspection.id: {
            "title": inspection.title,
            "short_title": inspection.short_title,
            "scope": inspection.scope,
            "subject": inspection.subject,
            "fieldwork": inspection.fieldwork and inspection.fieldwork.printed,
            "published": inspection.published and inspection.published.printed,
        }
        for inspection in register.inspections
    }
    columns = {"title": _TEXT, "short_title": _TEXT, "scope": Scope, "subject": _TEXT}
    return _frame(rows, columns | {"fieldwork": _TEXT, "published": _TEXT})


def _documents(register: Register) -> pd.DataFrame:
    """Make the frame of documents, held and not held."""
    rows = {
        f"{inspection.id}.{document.id}": {
            "inspection": inspection.id, "kind": document.kind, "held": document.held, "title": document.title,
            **_date(document.date), "author": document.author, "address": document.address, "note": document.note,
        }
        for inspection, document in register.documents()
    }  # fmt: skip
    order = pd.CategoricalDtype([inspection.id for inspection in register.inspections], ordered=True)
    columns = {"inspection": order, "kind": DocumentKind, "held": bool, "title": _TEXT, **_DATE}
    return _frame(rows, columns | {"author": _TEXT, "address": _TEXT, "note": _TEXT})


_DATE: dict[str, Any] = {"printed": _TEXT, "earliest": "datetime64[s]", "latest": "datetime64[s]", "doubt": _TEXT}


def _date(dated: Dated | None) -> dict[str, Any]:
    """Give the columns of a date."""
    known = dated.date if dated else None
    return {
        "printed": dated.printed if dated else None,
        "earliest": known.earliest if known else None,
        "latest": known.latest if known else None,
        "doubt": dated.doubt if dated else None,
    }


def _frame(rows: dict[str, dict[str, Any]], columns: dict[str, Any]) -> pd.DataFrame:
    """Make a frame whose columns and types do not depend on how many rows there are."""
    data = {
        name: pd.Series([row.get(name) for row in rows.values()], index=list(rows), dtype=_dtype(kind))
        for name, kind in columns.items()
    }
    return pd.DataFrame(data, index=pd.Index(list(rows), dtype=_TEXT, name="full_id"))


def _dtype(kind: Any) -> Any:
    """Give the type of a column; a vocabulary becomes a category in its own order."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return pd.CategoricalDtype([str(word) for word in kind], ordered=True)
    return kind
