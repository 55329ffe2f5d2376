"""Pairs as cards side by side with the caution between, and what no later document held mentions."""

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
from scrutiny.wording import count_of, inspection_name


def show_pairs(register: Register, pairs: Iterable[PairView]) -> None:
    """Show each pair: said then, said later, and between them how they stand to each other and the caution."""
    show("pairs/pairs.html", register=register, pairs=pairs, explain=partial(explained, glossary=register.glossary))


def pair_list(register: Register, full_id: str) -> Markup:
    """Return the pairs that an entry stands in, with links, for its card; empty if there are none."""
    return render("pairs/mentions.html", register=register, full_id=full_id, pairs=pairs_of(register, full_id))


def show_unmentioned(register: Register, entries: Iterable[Entry]) -> None:
    """Show inspectors' concerns, among some entries, to which no later entry is paired, by theme."""
    theme, inspection = list(register.themes_by_id).index, list(register.inspections_by_id).index
    concerns = sorted(
        not_mentioned_again(register, entries),
        key=lambda concern: (theme(concern.themes[0]), inspection(concern.inspection)),
    )
    st.subheader("Not mentioned again", anchor=False)
    show_sentence(
        f"{count_of(len(concerns), 'concern')} of inspectors: no later document held mentions it. That says nothing of "
        "what was done, and it does not mean that the matter is settled."
    )
    if not concerns:
        return
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
