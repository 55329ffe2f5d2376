"""The filters that pages share: each in the address, each over a column of the frame of entries."""

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from scrutiny.charts.marks import KINDS, labels
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, Scope, Voice
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.wording import inspection_name


def entry_filters(
    register: Register,
    entries: pd.DataFrame,
    *,
    kinds: Sequence[EntryKind] = KINDS,
    choose_kinds: bool = True,
    voices: Sequence[Voice] = tuple(Voice),
    among: Register | None = None,
) -> pd.DataFrame:
    """Show filters over kind, voice, scope, body, theme and inspection, and return the entries that fit them all.

    `kinds` are those that the page can show, all of them unless it lets the reader choose; `voices` those it shows
    by default. `among` has the inspections to choose from; without it, inspections are not chosen.
    """
    kind: Sequence[str] = kinds
    if choose_kinds:
        kind = select_many("Show", "kind", list(kinds), names=labels(EntryKind).__getitem__, default=kinds)
    voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__, default=voices)
    scope = select_many("Local or national", "scope", list(Scope), names=labels(Scope).__getitem__, default=list(Scope))

    # the rest stands behind a button that says how many of these filters are on
    all_inspections = [inspection.id for inspection in among.inspections] if among else []
    hidden = {"body": list(register.bodies_by_id), "themes": list(register.themes_by_id), "inspection": all_inspections}
    if not among:
        del hidden["inspection"]
    on = sum(bool(selected_options(key, options, [])) for key, options in hidden.items())
    with st.popover(f"More filters ({on} on)" if on else "More filters"):
        names = {body.id: body.name for body in register.bodies}
        bodies = select_many("Which organisation", "body", list(names), names=names.__getitem__, default=[], long=True)
        themes = choose_themes(register)
        inspections = choose_inspections(among) if among else all_inspections

    fits = entries["kind"].isin(kind) & entries["voice"].isin(voice) & entries["scope"].isin(scope)
    if bodies:
        fits &= _name_one_of(entries["bodies"], bodies)
    if len(themes) < len(register.themes):
        fits &= _name_one_of(entries["themes"], themes)
    if len(inspections) < len(all_inspections):
        fits &= entries["inspection"].isin(inspections)
    return entries[fits]


def choose_themes(register: Register) -> list[str]:
    """Show a choice of themes; none chosen means all."""
    names = {theme.id: theme.label for theme in register.themes}
    return select_many("Themes", "themes", list(names), names=names.__getitem__, default=[], long=True) or list(names)


def choose_inspections(register: Register) -> list[str]:
    """Show a choice of inspections; none chosen means all."""
    names = {inspection.id: inspection_name(register, inspection) for inspection in register.inspections}
    chosen = select_many("Inspections", "inspection", list(names), names=names.__getitem__, default=[], long=True)
    return chosen or list(names)


def inspections_shown(among: Register, part: Register) -> list[Inspection]:
    """Return the inspections of a part that the filter over `among` lets through, in the order of time."""
    asked = selected_options("inspection", [inspection.id for inspection in among.inspections], [])
    return [inspection for inspection in part.inspections if not asked or inspection.id in asked]


def _name_one_of(column: pd.Series, chosen: Collection[str]) -> pd.Series:
    return column.map(lambda named: not set(chosen).isdisjoint(named)).astype(bool)
