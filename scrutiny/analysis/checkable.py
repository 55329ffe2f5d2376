"""What makes each commitment checkable: which of four things are printed, and how long ago it was made."""

from datetime import date
from typing import Any

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import CommitmentKind, LabelledEnum, Scope, Tick, Voice

AS_PRINTED = "specific as printed"


@cached_per_register
def checkable_commitments(register: Register, today: date) -> pd.DataFrame:
    """Give one row for each commitment, indexed by full id, in the order of the register.

        commitment (category), inspection (category, in the order of time), theme (category, the main theme),
        themes (tuple), by (id of the body that says it), owner (id of the body that must act),
        who, act, date, measure (bools: the ticks of the vocabulary, each printed or not),
        who_words, act_words, date_words, measure_words (what is printed for each),
        due_doubt (of a printed date), summary, scope (category), voice (category),
        made (the date of its document, in words), days_min and days_max (whole days from the last and from the
        first day that this date can mean until `today`), doubt (of this date),
        passed (bool: a date is printed, and the last day it can mean lies before `today`),
        later (bool: the register holds a document about the same force that is dated after that day).
    What the papers leave out is missing (NaN). The ticks are never added up: they do not weigh the same.
    """
    rows = {entry.full_id: _row(register, entry, today) for entry in register.commitments}
    columns = {
        name: pd.Series([row[name] for row in rows.values()], index=list(rows), dtype=dtype)
        for name, dtype in _columns(register).items()
    }
    return pd.DataFrame(columns, index=pd.Index(list(rows), dtype="str", name="full_id"))


def _columns(register: Register) -> dict[str, Any]:
    """Give the columns and their types, which do not depend on how many rows there are."""
    return {
        "commitment": _category(CommitmentKind),
        "inspection": pd.CategoricalDtype(list(register.inspections_by_id), ordered=True),
        "theme": pd.CategoricalDtype(list(register.themes_by_id), ordered=True),
        "themes": object,
        "by": "str",
        "owner": "str",
        **{str(tick): bool for tick in Tick},
        **{f"{tick}_words": "str" for tick in Tick},
        "due_doubt": "str",
        "summary": "str",
        "scope": _category(Scope),
        "voice": _category(Voice),
        "made": "str",
        "days_min": "Int64",
        "days_max": "Int64",
        "doubt": "str",
        "passed": bool,
        "later": bool,
    }


def _category(words: type[LabelledEnum]) -> pd.CategoricalDtype:
    """Make a category of a vocabulary, in its own order."""
    return pd.CategoricalDtype([str(word) for word in words], ordered=True)


def _row(register: Register, commitment: Commitment, today: date) -> dict[str, Any]:
    """Give the columns of one commitment."""
    ticks = stated_terms(register, commitment)
    due = commitment.due
    return {
        "commitment": commitment.kind,
        "inspection": commitment.inspection,
        "theme": commitment.themes[0],
        "themes": commitment.themes,
        "by": commitment.by,
        "owner": commitment.owner,
        **{str(tick): words is not None for tick, words in ticks.items()},
        **{f"{tick}_words": words for tick, words in ticks.items()},
        "due_doubt": due.doubt if due else None,
        "summary": commitment.summary,
        "scope": commitment.scope,
        "voice": commitment.voice,
        **_made(register, commitment, today),
        **_passed(register, commitment, today),
    }


def stated_terms(register: Register, commitment: Commitment) -> dict[Tick, str | None]:
    """Give what is printed for each tick, None where nothing is."""
    return {
        Tick.WHO: register.bodies_by_id[commitment.owner].name if commitment.owner else None,
        Tick.ACT: AS_PRINTED if commitment.specific else None,
        Tick.DATE: commitment.due.printed if commitment.due else None,
        Tick.MEASURE: commitment.measure,
    }


def _made(register: Register, commitment: Commitment, today: date) -> dict[str, Any]:
    """Give when a commitment was made: the date of its document, and the days since then at least and at most."""
    dated = register.document(commitment).date
    known = dated.date if dated else None
    return {
        "made": known.printed if known else None,
        "days_min": (today - known.latest).days if known else None,
        "days_max": (today - known.earliest).days if known else None,
        "doubt": dated.doubt if dated else None,
    }


def _passed(register: Register, commitment: Commitment, today: date) -> dict[str, bool]:
    """Tell whether a printed date has passed, and whether a document dated after it is held."""
    due = commitment.due.date if commitment.due else None
    if due is None or due.latest >= today:
        return {"passed": False, "later": False}
    latest = register.latest_document_dates.get(register.force(register.inspections_by_id[commitment.inspection]))
    return {"passed": True, "later": latest is not None and latest > due.latest}
