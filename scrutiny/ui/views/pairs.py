"""Pairs as cards side by side with the caution between, and what no later document read takes up."""

from collections.abc import Iterable
from functools import partial

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.pairs import PairView, not_mentioned_again, pairs_of
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import entry_link
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.table import html_table
from scrutiny.wording import inspection_name


def show_pairs(register: Register, pairs: Iterable[PairView]) -> None:
    """Show each pair: said earlier, said later, and between them why they stand side by side and the caution."""
    show("pairs/pairs.html", register=register, pairs=pairs, explain=partial(explained, glossary=register.glossary))


def pair_list(register: Register, full_id: str) -> Markup:
    """Return the pairs that an entry stands in, with links, for its card; empty if there are none."""
    return render("pairs/mentions.html", register=register, full_id=full_id, pairs=pairs_of(register, full_id))


def show_unmentioned(register: Register, entries: Iterable[Entry]) -> None:
    """Show those of some entries that are concerns for which every later document was read without finding them."""
    theme, inspection = list(register.themes_by_id).index, list(register.inspections_by_id).index
    concerns = sorted(
        not_mentioned_again(register, entries),
        key=lambda concern: (theme(concern.themes[0]), inspection(concern.inspection)),
    )
    if not concerns:
        return
    st.subheader("Not mentioned again", anchor=False)
    told = (
        "1 concern is not taken up in any later document read. That does not mean that it was resolved, or that it was "
        "not."
        if len(concerns) == 1
        else f"{len(concerns)} concerns are not taken up in any later document read. That does not mean that they were "
        "resolved, or that they were not."
    )
    show_sentence(told)
    rows = current_rows([len(concerns)], "unmentioned")
    cells = [
        (
            entry_link(concern.full_id, concern.id),
            register.themes_by_id[concern.themes[0]].label,
            concern.summary,
            inspection_name(register, register.inspections_by_id[concern.inspection]),
        )
        for concern in concerns[rows.first : rows.last]
    ]
    table = html_table("By main theme", ["Concern", "Theme", "Summary", "Inspection"], cells)
    show_html(with_pager(rows, table))
