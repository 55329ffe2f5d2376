"""The filters that pages share: each in the address, each over a column of the frame of entries."""

from collections.abc import Callable, Collection, Sequence

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.charts.marks import KINDS, labels
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, Scope, Voice
from scrutiny.ui.shell.address import param, selected_options
from scrutiny.ui.shell.choices import ALL, more_filters, select_many, select_one
from scrutiny.wording import inspection_name

_WIDTH = 250


def entry_filters(
    register: Register,
    entries: pd.DataFrame,
    *,
    kinds: Sequence[EntryKind] = (),
    among: Register | None = None,
    further: Callable[[], object] | None = None,
) -> pd.DataFrame:
    """Show filters over voice, scope, organisation, theme and inspection, and return the entries that fit them all.

    They stand behind one button, but for the kinds, which stand before it: with `kinds`, these are shown by default.
    `among` has the inspections to choose from; without it, inspections are not chosen. `further` shows what
    a page has besides behind the button.
    """
    kind: Sequence[str] = KINDS
    if kinds:
        kind = select_many("Show", "kind", list(KINDS), names=labels(EntryKind).__getitem__, default=kinds)
    with more_filters():
        if further:
            further()
        voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__)
        scope = select_many("Local or national", "scope", list(Scope), names=labels(Scope).__getitem__)
        names = {body.id: body.name for body in register.bodies}
        bodies = select_many("Which organisation", "body", list(names), names=names.__getitem__, long=True)
        themes = choose_themes(register)
        inspections = choose_inspections(among) if among else []
    for column, chosen, options in (("kind", kind, KINDS), ("voice", voice, Voice), ("scope", scope, Scope)):
        if len(chosen) < len(options):
            entries = entries[entries[column].isin(chosen)]
    if len(bodies) < len(names):
        entries = entries[name_one_of(entries["bodies"], bodies)]
    if len(themes) < len(register.themes):
        entries = entries[name_one_of(entries["themes"], themes)]
    if among and len(inspections) < len(among.inspections):
        entries = entries[entries["inspection"].isin(inspections)]
    return entries


def choose_themes(register: Register) -> list[str]:
    """Show a choice of themes; none chosen means all."""
    names = {theme.id: theme.label for theme in register.themes}
    return select_many("Themes", "themes", list(names), names=names.__getitem__, long=True)


def choose_inspections(register: Register) -> list[str]:
    """Show a choice of inspections; none chosen means all."""
    names = inspection_names(register)
    return select_many("Inspections", "inspection", list(names), names=names.__getitem__, long=True)


def choose_theme(register: Register) -> list[str]:
    """Show a choice of one theme or all, and return those let through; of several, where a link asks for them."""
    if "," in (param("themes") or ""):
        return choose_themes(register)
    return one_or_all("Theme", "themes", "All themes", {theme.id: theme.label for theme in register.themes})


def choose_inspection(register: Register) -> list[str]:
    """Show a choice of one inspection or all, as `choose_theme` does of themes."""
    if "," in (param("inspection") or ""):
        return choose_inspections(register)
    return one_or_all("Inspection", "inspection", "All inspections", inspection_names(register))


@cached_per_register
def inspection_names(register: Register) -> dict[str, str]:
    """Name every inspection, by its id."""
    return {inspection.id: inspection_name(register, inspection) for inspection in register.inspections}


def one_or_all(label: str, key: str, everything: str, names: dict[str, str], *, segmented: bool = False) -> list[str]:
    """Show a choice of one or all, and return the ids that it lets through."""
    with_all = {ALL: everything} | names
    chosen = select_one(label, key, list(with_all), names=with_all.__getitem__, segmented=segmented, width=_WIDTH)
    return list(names) if chosen == ALL else [chosen]


def inspections_shown(among: Register, part: Register) -> list[Inspection]:
    """Return the inspections of a part that the filter over `among` lets through, in the order of time."""
    asked = selected_options("inspection", [inspection.id for inspection in among.inspections], [])
    return [inspection for inspection in part.inspections if not asked or inspection.id in asked]


def name_one_of(column: pd.Series, chosen: Collection[str]) -> pd.Series:
    """Tell which rows of a column of ids name one of those that are chosen."""
    return column.map(lambda named: not set(chosen).isdisjoint(named)).astype(bool)
