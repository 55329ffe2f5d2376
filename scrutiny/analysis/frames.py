"""The entries of a register as pandas data frames, for what is grouped, counted or drawn by column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.facts import basis, remark
from scrutiny.register.records import Commitment, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis, CommitmentKind, EntryKind, Polarity, Scope, Voice


@dataclass(frozen=True)
class Frames:
    """The frames of one register, indexed by full id. Categories are ordered as vocabulary and files have them.

    `entries` has one row for each entry, but for a finding that only says again what another document found:
        inspection (category, in the order of time), kind (category), voice (category), scope (category),
        theme (category, the main theme), themes (tuple), bodies (tuple), summary,
        paragraph (text, as “5” or “note 3”), commitment (category, missing for what is neither commitment nor need),
        own_view (bool: a finding in the respondent's voice), elsewhere (bool: a finding that its document takes from
        another inspection or source), basis (category), hollow (bool: the basis is its author alone), remark (what
        must be seen of an entry wherever it stands, empty if there is nothing).
    `findings` has those of concerns and strengths.
    """

    entries: pd.DataFrame
    findings: pd.DataFrame


@cached_per_register
def frames(register: Register) -> Frames:
    """Return the frames of a register."""
    entries = build_entries(register)
    return Frames(entries, findings=entries[entries["kind"].isin(list(Polarity))])


def category(words: Iterable[str]) -> pd.CategoricalDtype:
    """Return the type of a column that holds some words, in their order; a vocabulary is such words."""
    return pd.CategoricalDtype([str(word) for word in words], ordered=True)


def build_frame(ids: list[str], columns: Mapping[str, tuple[Any, Sequence[Any]]]) -> pd.DataFrame:
    """Return a frame from the type and the values of each column, indexed by full id.

    Columns and types do not depend on how many rows there are. None becomes missing (NaN) in a column of text.
    """
    index = pd.Index(ids, dtype="str", name="full_id")
    series = {name: pd.Series(values, index=index, dtype=dtype) for name, (dtype, values) in columns.items()}
    return pd.DataFrame(series, index=index)


def build_entries(register: Register) -> pd.DataFrame:
    """Return the frame of all entries, or of some, made anew."""
    entries = [entry for entry in register.entries if not (isinstance(entry, Finding) and entry.restates)]
    bases = [basis(register, entry) for entry in entries]
    return build_frame(
        [entry.full_id for entry in entries],
        {
            "inspection": (category(one.id for one in register.inspections), [entry.inspection for entry in entries]),
            "kind": (category(EntryKind), [entry.entry_kind for entry in entries]),
            "voice": (category(Voice), [entry.voice for entry in entries]),
            "scope": (category(Scope), [entry.scope for entry in entries]),
            "theme": (category(theme.id for theme in register.themes), [entry.themes[0] for entry in entries]),
            "themes": (object, [entry.themes for entry in entries]),
            "bodies": (object, [entry.bodies for entry in entries]),
            "summary": ("str", [entry.summary for entry in entries]),
            "paragraph": ("str", [str(entry.paragraph) for entry in entries]),
            "commitment": (
                category(CommitmentKind),
                [entry.kind if isinstance(entry, Commitment) else None for entry in entries],
            ),
            "own_view": (bool, [entry.is_own_view for entry in entries]),
            "elsewhere": (bool, [isinstance(entry, Finding) and entry.source is not None for entry in entries]),
            "basis": (category(Basis), bases),
            "hollow": (bool, [word is Basis.OWN for word in bases]),
            "remark": ("str", [remark(entry) for entry in entries]),
        },
    )
