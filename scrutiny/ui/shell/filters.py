"""The filters that pages share: each in the address, each over a column of the frame of entries."""

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from scrutiny.charts.marks import labels
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, Scope, Voice
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.wording import inspection_name

Fits = npt.NDArray[np.bool_]
FOUR_KINDS = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT)


def entry_filters(
    register: Register,
    entries: pd.DataFrame,
    *,
    kinds: Sequence[EntryKind] = FOUR_KINDS,
    choose_kinds: bool = True,
    voices: Sequence[Voice] = tuple(Voice),
    among: Register | None = None,
) -> pd.DataFrame:
    """Show filters over kind, voice, scope, inspection and body, and give the entries that fit them all.

    `kinds` are those that the page can show, all of them unless it lets the reader choose; `voices` those it shows
    by default. `among` has the inspections to choose from; without it, inspections are not chosen.
    """
    kind = _kinds(kinds) if choose_kinds else kinds
    voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__, default=voices)
    scope = select_many("Scope", "scope", list(Scope), names=labels(Scope).__getitem__, default=list(Scope))
    fits = _is_one(entries["kind"], kind) & _is_one(entries["voice"], voice) & _is_one(entries["scope"], scope)
    return entries[fits & _more(register, entries, among=among)]


def choose_themes(register: Register) -> list[str]:
    """Show a choice of themes; none chosen means all."""
    names = {theme.id: theme.label for theme in register.themes}
    return select_many("Themes", "theme", list(names), names=names.__getitem__, default=[], long=True) or list(names)


def choose_inspections(register: Register) -> list[str]:
    """Show a choice of inspections; none chosen means all."""
    names = {inspection.id: inspection_name(register, inspection) for inspection in register.inspections}
    chosen = select_many("Inspections", "inspection", list(names), names=names.__getitem__, default=[], long=True)
    return chosen or list(names)


def inspections_shown(among: Register, part: Register) -> list[Inspection]:
    """Give the inspections of a part that the filter over `among` lets through, in the order of time."""
    asked = selected_options("inspection", [inspection.id for inspection in among.inspections], [])
    return [inspection for inspection in part.inspections if not asked or inspection.id in asked]


def _kinds(kinds: Sequence[EntryKind]) -> list[str]:
    """Filter by kind."""
    return select_many("Kinds", "kind", list(kinds), names=labels(EntryKind).__getitem__, default=kinds)


def _more(register: Register, entries: pd.DataFrame, *, among: Register | None) -> Fits:
    """Filter by body, theme and inspection, behind a button that says how many of these filters are on.

    Gives for each entry whether it fits.
    """
    everything = [inspection.id for inspection in among.inspections] if among else []
    bodies = [body.id for body in register.bodies]
    themes = {theme.id: theme.label for theme in register.themes}
    hidden = [("body", bodies), ("themes", list(themes)), *([("inspection", everything)] if among else [])]
    on = sum(bool(selected_options(key, options, [])) for key, options in hidden)
    with st.popover(f"More filters ({on} on)" if on else "More filters"):
        body = select_many(
            "About whom", "body", bodies, names=lambda key: register.bodies_by_id[key].name, default=[], long=True
        )
        theme = select_many("Themes", "themes", list(themes), names=themes.__getitem__, default=[], long=True)
        inspections = choose_inspections(among) if among else everything
    fits = _names_one(entries["bodies"], body) & _names_one(entries["themes"], theme)
    return fits & _is_one(entries["inspection"], inspections) if len(inspections) < len(everything) else fits


def _is_one(words: pd.Series, chosen: Collection[str]) -> Fits:
    """Tell for each entry whether its word is chosen, by the numbers that stand for words in a category."""
    known = words.array.categories.tolist()
    return np.isin(words.array.codes, [number for number, word in enumerate(known) if word in chosen])


def _names_one(named: pd.Series, chosen: Collection[str]) -> Fits:
    """Tell for each entry whether one of those that it names is chosen, or none was asked for."""
    wanted = frozenset(chosen)
    return np.array([not wanted or not wanted.isdisjoint(names) for names in named.tolist()], dtype=bool)
