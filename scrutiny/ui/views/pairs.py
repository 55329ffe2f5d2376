"""Then and since: two quotations side by side, and what later documents say of the concerns of an inspection."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.frames import build_entries
from scrutiny.analysis.pairs import (
    LaterMentions,
    PairView,
    differences,
    followed_inspections,
    later_mentions,
    pairs,
    pairs_of,
    taken_up_later,
    unread_reviews,
)
from scrutiny.analysis.questions import Sheet, question_about_pair
from scrutiny.charts import headlines
from scrutiny.charts.marks import labels, marks_key
from scrutiny.charts.pairs import pairs_headline, pairs_subtitle, pairs_table
from scrutiny.register.records import Entry, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import PairStrength, Relation
from scrutiny.ui.shell.choices import ALL, more_filters, select_many, select_one, show_active_filters
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.sheet_address import last_sheet, sheet_params
from scrutiny.ui.shell.templates import MACROS, render, show_html
from scrutiny.ui.views.glossary import explained
from scrutiny.wording import inspection_name, year_of

_MOST_TABS = 5


def choose_later_view(register: Register, among: Register) -> Inspection | None:
    """Show the choice between all pairs, which is None, and what came back from one inspection of `among`."""
    followed = {inspection.id: inspection for inspection in followed_inspections(register, among.inspections)}
    is_short = len(followed) < _MOST_TABS
    first = next(iter(followed), None)
    names = {ALL: "Then and since"} | {
        name: f"{'From' if is_short and name != first else 'What came back from'} {_year(register, inspection)}"
        for name, inspection in followed.items()
    }
    chosen = select_one(
        "What came back",
        "came_back",
        list(names),
        names=names.__getitem__,
        narrows=False,
        segmented=is_short,
        width=300,
    )
    return followed.get(chosen)


def choose_pairs() -> tuple[list[str], list[str]]:
    """Show the choices of relation and link behind a button, and return those let through."""
    with more_filters():
        relation = select_many("Compared with before", "relation", list(Relation), names=labels(Relation).__getitem__)
        strength = select_many("Link", "strength", list(PairStrength), names=labels(PairStrength).__getitem__)
    return relation, strength


def show_pairs(
    register: Register, shown: Sequence[PairView], part: Callable[[], Register], suggested: Sequence[str]
) -> None:
    """Show pairs: clear links whole, the rest a line each, folded by theme.

    `part` is what the workbook has; the questions `suggested`, by their ids, are the sheet that a question about
    a pair is added to, as long as the reader has none of their own.
    """
    headline = pairs_headline(shown)
    show_html(MACROS.headline(headline, pairs_subtitle(shown)))
    show_active_filters()
    if not shown:
        st.info("Nothing fits what is chosen above.")
        return
    _show_key(register, [entry for view in shown for entry in (view.earlier, view.later)])
    folds: dict[str, list[PairView]] = {name: [] for name in ("", *(theme.label for theme in register.themes))}
    for view in shown:
        is_clear = view.pair.strength is PairStrength.STRONG
        folds["" if is_clear else register.themes_by_id[view.theme].label].append(view)
    rows = current_rows([len(fold) for fold in folds.values()])
    parts = rows.of(list(folds.values()))
    ids = tuple((name, tuple(view.pair.id for view in part)) for name, part in zip(folds, parts, strict=True) if part)
    sheet = last_sheet() or Sheet(tuple(suggested))
    html = _written(register, ids, sheet.picked, tuple(sheet.wordings.items()))
    show_html(with_pager(rows, html))
    with st.popover("Download"):
        csv_button(lambda: pairs_table(shown), headline)
        workbook_button(part, headline)


@cached_per_register
def _written(
    register: Register,
    folds: tuple[tuple[str, tuple[str, ...]], ...],
    picked: tuple[str, ...],
    wordings: tuple[tuple[str, str], ...],
) -> Markup:
    """Return the list of pairs, by the names of folds and their ids, with links that add to a sheet of questions."""
    views = {view.pair.id: view for view in pairs(register)}
    parts = {name: [views[pair] for pair in ids] for name, ids in folds}
    return render(
        "pairs/pairs.html",
        register=register,
        clear=parts.pop("", []),
        folds=parts,
        differences=partial(differences, register),
        ask=partial(_ask, register, Sheet(picked, dict(wordings))),
        explain=partial(explained, glossary=register.glossary),
    )


def show_came_back(register: Register, inspection: Inspection, themes: Sequence[str]) -> None:
    """Show the concerns of an inspection about some themes, each with what later documents say of it, or do not."""
    found = [one for one in later_mentions(register, inspection) if not set(themes).isdisjoint(one.concern.themes)]
    own = [one for one in found if one.concern.is_own_view]
    inspectors = [one for one in found if not one.concern.is_own_view]
    ids = {one.full_id for one in taken_up_later(register)}
    counted = [one for one in inspectors if not one.concern.source]
    headline = headlines.came_back(
        sum(one.concern.full_id in ids for one in counted), len(counted), len(own), _year(register, inspection)
    )
    lead = "Not finding a later mention does not mean that something was resolved, or that it was not."
    show_html(MACROS.headline(headline, lead))
    show_active_filters()
    _show_key(register, [entry for one in found for entry in (one.concern, *(view.later for view in one.pairs))])
    groups = _by_what_is_known(inspectors) | {"In the letter’s own view": own}
    rows = current_rows([len(group) for group in groups.values()])
    shown = zip(groups.items(), rows.of(list(groups.values())), strict=True)
    html = render(
        "pairs/came_back.html",
        register=register,
        reviews=unread_reviews(inspection),
        groups=[(name, len(group), part) for (name, group), part in shown if part],
    )
    show_html(with_pager(rows, html))


def pair_list(register: Register, full_id: str) -> Markup:
    """Return the pairs that an entry stands in, with links, for its card; empty if there are none."""
    return render("pairs/mentions.html", register=register, full_id=full_id, pairs=pairs_of(register, full_id))


def _show_key(register: Register, entries: Sequence[Entry]) -> None:
    """Explain the symbols of some entries; in a line of text these have no letters beside them, as in charts."""
    if entries:
        show_html(_key(register, tuple(sorted({entry.full_id for entry in entries}))))


@cached_per_register
def _key(register: Register, full_ids: tuple[str, ...]) -> Markup:
    rows = build_entries(register.only(entries=tuple(register.entries_by_id[full_id] for full_id in full_ids)))
    key: Markup = MACROS.key([one for one in marks_key(rows) if not one.glyph.isalpha()])
    return key


def _by_what_is_known(found: Sequence[LaterMentions]) -> dict[str, list[LaterMentions]]:
    return {
        "Touched on in later papers": [one for one in found if one.pairs],
        "Not mentioned in later papers": [one for one in found if one.not_in and not one.pairs],
        "Not compared with later papers": [one for one in found if not one.not_in and not one.pairs],
    }


def _ask(register: Register, sheet: Sheet, view: PairView) -> dict[str, str]:
    """Return what asks the page Questions for the sheet with the question about a pair; empty if there is none."""
    name = question_about_pair(register, view.pair)
    return sheet_params(Sheet((*(one for one in sheet.picked if one != name), name), sheet.wordings)) if name else {}


def _year(register: Register, inspection: Inspection) -> str:
    """Name an inspection by the year of its publication, fieldwork or first paper, or by its title."""
    year = year_of(inspection)
    return inspection_name(register, inspection) if len(register.forces) > 1 or not year else year
