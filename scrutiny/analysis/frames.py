"""The register as pandas data frames: one for all entries and one for each kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
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


@cached_per_register
def frames(register: Register) -> Frames:
    """Turn a register into its frames."""
    entries = _entries(register)
    return Frames(
        entries=entries,
        findings=_of_kind(entries, register.findings, _finding),
        actions=_of_kind(entries, register.actions, _action),
        commitments=_of_kind(entries, register.commitments, _commitment),
        figures=_of_kind(entries, register.figures, _figure),
        events=_events(register.events),
        inspections=_inspections(register),
        documents=_documents(register),
    )


_TEXT = "str"
_E = TypeVar("_E", bound=Entry)
_Columns = dict[str, tuple[Any, list[Any]]]


def _entries(register: Register) -> pd.DataFrame:
    """Make the frame of all entries, with the columns that every entry has."""
    entries = register.entries
    columns: _Columns = {
        "id": (_TEXT, [entry.id for entry in entries]),
        "inspection": (
            pd.CategoricalDtype([inspection.id for inspection in register.inspections], ordered=True),
            [entry.inspection for entry in entries],
        ),
        "kind": (EntryKind, [entry.entry_kind for entry in entries]),
        "voice": (Voice, [entry.voice for entry in entries]),
        "scope": (Scope, [entry.scope for entry in entries]),
        "theme": (
            pd.CategoricalDtype([theme.id for theme in register.themes], ordered=True),
            [entry.themes[0] for entry in entries],
        ),
        "themes": (object, [entry.themes for entry in entries]),
        "bodies": (object, [entry.bodies for entry in entries]),
        "summary": (_TEXT, [entry.summary for entry in entries]),
        "excerpt": (_TEXT, [entry.excerpt for entry in entries]),
        "document": (_TEXT, [entry.document for entry in entries]),
        "paragraph": (_TEXT, [str(entry.paragraph) for entry in entries]),
        "own_view": (bool, [entry.is_own_view for entry in entries]),
        "elsewhere": (bool, [isinstance(entry, Finding) and entry.source is not None for entry in entries]),
        "implied": (bool, [bool(entry.note) and entry.note.startswith(IMPLIED) for entry in entries]),  # type: ignore[union-attr]
        "note": (_TEXT, [entry.note for entry in entries]),
    }
    return _frame([entry.full_id for entry in entries], columns)


def _of_kind(entries: pd.DataFrame, records: Sequence[_E], special: Callable[[Sequence[_E]], _Columns]) -> pd.DataFrame:
    """Give the rows of one kind of entry, with the columns that only this kind has."""
    rows = entries.loc[[record.full_id for record in records]]
    return rows.assign(**{name: _series(values, rows.index, kind) for name, (kind, values) in special(records).items()})


def _finding(records: Sequence[Finding]) -> _Columns:
    """Give the columns of findings alone."""
    return {
        "polarity": (Polarity, [finding.polarity for finding in records]),
        "source": (_TEXT, [finding.source for finding in records]),
        "answers": (object, [full_ids(finding) for finding in records]),
    }


def full_ids(finding: Finding) -> tuple[str, ...] | None:
    """Give the full ids of what answers a finding, None if there is no reply."""
    return finding.answers and tuple(f"{finding.inspection}.{answer}" for answer in finding.answers)


def _action(records: Sequence[Action]) -> _Columns:
    """Give the columns of reported actions alone."""
    return {
        "status": (ActionStatus, [action.status for action in records]),
        "vouched_by": (_TEXT, [action.vouched_by for action in records]),
        "results": (object, [tuple(result.summary for result in action.result) for action in records]),
    }


def _commitment(records: Sequence[Commitment]) -> _Columns:
    """Give the columns of commitments alone."""
    return {
        "commitment": (CommitmentKind, [commitment.kind for commitment in records]),
        "by": (_TEXT, [commitment.by for commitment in records]),
        "owner": (_TEXT, [commitment.owner for commitment in records]),
        "specific": (bool, [commitment.specific for commitment in records]),
        "due": (_TEXT, [commitment.due and commitment.due.printed for commitment in records]),
        "measure": (_TEXT, [commitment.measure for commitment in records]),
    }


def _figure(records: Sequence[Figure]) -> _Columns:
    """Give the columns of figures alone."""
    return {
        "value": (float, [figure.value for figure in records]),
        "bound": (Bound, [figure.bound for figure in records]),
        "unit": (_TEXT, [figure.unit for figure in records]),
        "counts": (_TEXT, [figure.counts for figure in records]),
        "period": (_TEXT, [figure.period and figure.period.printed for figure in records]),
    }


def _events(events: Sequence[Event]) -> pd.DataFrame:
    """Make the frame of dated things."""
    columns: _Columns = {
        "kind": (EventKind, [event.kind for event in events]),
        "title": (_TEXT, [event.title for event in events]),
        **_dates([event.date for event in events]),
        "scope": (Scope, [event.scope for event in events]),
        "summary": (_TEXT, [event.summary for event in events]),
    }
    return _frame([event.full_id for event in events], columns)


def _inspections(register: Register) -> pd.DataFrame:
    """Make the frame of inspections, in the order of time."""
    inspections = register.inspections
    columns: _Columns = {
        "title": (_TEXT, [one.title for one in inspections]),
        "short_title": (_TEXT, [one.short_title for one in inspections]),
        "scope": (Scope, [one.scope for one in inspections]),
        "subject": (_TEXT, [one.subject for one in inspections]),
        "fieldwork": (_TEXT, [one.fieldwork and one.fieldwork.printed for one in inspections]),
        "published": (_TEXT, [one.published and one.published.printed for one in inspections]),
    }
    return _frame([one.id for one in inspections], columns)


def _documents(register: Register) -> pd.DataFrame:
    """Make the frame of documents, held and not held."""
    found = list(register.documents())
    documents = [document for _, document in found]
    order = pd.CategoricalDtype([inspection.id for inspection in register.inspections], ordered=True)
    columns: _Columns = {
        "inspection": (order, [inspection.id for inspection, _ in found]),
        "kind": (DocumentKind, [document.kind for document in documents]),
        "held": (bool, [document.held for document in documents]),
        "title": (_TEXT, [document.title for document in documents]),
        **_dates([document.date for document in documents]),
        "author": (_TEXT, [document.author for document in documents]),
        "address": (_TEXT, [document.address for document in documents]),
        "note": (_TEXT, [document.note for document in documents]),
    }
    return _frame([f"{inspection.id}.{document.id}" for inspection, document in found], columns)


def _dates(dates: Sequence[Dated | None]) -> _Columns:
    """Give the columns of a date: as printed, its first and last day, and the doubt about it."""
    known = [dated.date if dated else None for dated in dates]
    return {
        "printed": (_TEXT, [dated and dated.printed for dated in dates]),
        "earliest": ("datetime64[s]", [moment and moment.earliest for moment in known]),
        "latest": ("datetime64[s]", [moment and moment.latest for moment in known]),
        "doubt": (_TEXT, [dated and dated.doubt for dated in dates]),
    }


def _frame(ids: list[str], columns: _Columns) -> pd.DataFrame:
    """Make a frame whose columns and types do not depend on how many rows there are."""
    index = pd.Index(ids, dtype=_TEXT, name="full_id")
    return pd.DataFrame({name: _series(values, index, kind) for name, (kind, values) in columns.items()}, index=index)


def _series(values: list[Any], index: pd.Index, kind: Any) -> pd.Series:
    """Make a column; a vocabulary becomes a category in its own order."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        kind = pd.CategoricalDtype([str(word) for word in kind], ordered=True)
    if isinstance(kind, pd.CategoricalDtype):
        codes = {word: code for code, word in enumerate(kind.categories)}
        return pd.Series(pd.Categorical.from_codes([codes[value] for value in values], dtype=kind), index=index)
    column: pd.Series = pd.Series(values, index=index, dtype=kind)
    return column
