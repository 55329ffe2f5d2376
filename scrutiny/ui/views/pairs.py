"""Pairs as cards side by side with the caution between, and what no later document held mentions."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from scrutiny.analysis.pairs import PairView, not_mentioned_again, pairs_of
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import entry_link
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.table import Row, escape_cells, html_table
from scrutiny.ui.views.thread import entry_symbol
from scrutiny.wording import count_of, inspection_name


def show_pairs(register: Register, pairs: Iterable[PairView]) -> None:
    """Show each pair: said then, found later, and between them how they stand to each other and the caution."""
    st.html(f'<div class="pairs">{"".join(_pair(register, view) for view in pairs)}</div>')


def pair_list(register: Register, full_id: str) -> str:
    """Write the pairs that an entry stands in, with links, for its card."""
    items = [_mention(register, view, full_id) for view in pairs_of(register, full_id)]
    return f"<ul>{''.join(items)}</ul>" if items else ""


def show_unmentioned(register: Register, entries: Iterable[Entry]) -> None:
    """Show inspectors' concerns, among some entries, to which no later entry is paired, by theme."""
    theme, inspection = list(register.themes_by_id).index, list(register.inspections_by_id).index
    left = sorted(
        not_mentioned_again(register, entries),
        key=lambda concern: (theme(concern.themes[0]), inspection(concern.inspection)),
    )
    st.subheader("Not mentioned again", anchor=False)
    show_sentence(
        f"{count_of(len(left), 'concern')} of inspectors: no later document held mentions it. That says nothing of "
        "what was done, and it does not mean that the matter is settled."
    )
    if not left:
        return
    rows = current_rows([len(left)], "unmentioned")
    (part,) = rows.of([left])
    heads = ["Concern", "Theme", "Summary", "Inspection"]
    st.html(with_pager(rows, html_table("By main theme", heads, (_concern(register, entry) for entry in part))))


def _concern(register: Register, entry: Entry) -> Row:
    theme = register.themes_by_id[entry.themes[0]].label
    inspection = inspection_name(register, register.inspections_by_id[entry.inspection])
    return [entry_link(entry.full_id, entry.id), *escape_cells([theme, entry.summary, inspection])]


def _pair(register: Register, view: PairView) -> str:
    pair = view.pair
    words = [f"<p>{explained(pair.reason, register.glossary)}</p>"]
    if pair.caution:
        words.append(f"<p><b>Caution.</b> {explained(pair.caution, register.glossary)}</p>")
    if view.doubt:
        words.append(f"<p><b>The order is uncertain:</b> it rests on a date in doubt. {escape(view.doubt)}</p>")
    return (
        f'<section class="pair"><h3>{escape(pair.id)}: the later {escape(pair.relation.label)} the earlier · '
        f"{escape(pair.strength.label)}</h3><div>{_side(register, view.earlier, 'Said then', view.earlier_printed)}"
        f'<div class="between">{"".join(words)}</div>{_side(register, view.later, "Found later", view.later_printed)}'
        "</div></section>"
    )


def _side(register: Register, entry: Entry, name: str, day: str) -> str:
    inspection = inspection_name(register, register.inspections_by_id[entry.inspection])
    return (
        f'<article><p class="entry-kind">{escape(name)}, {escape(day)}</p><p>{entry_symbol(entry)} '
        f"<b>{escape(entry.summary)}</b></p><blockquote>{escape(entry.excerpt)}</blockquote>"
        f"<p>{escape(entry.entry_kind.label)} · {escape(entry.voice.label)} · {escape(entry.scope.label)}<br>"
        f"{escape(inspection)}, {escape(entry.paragraph.label)} · {entry_link(entry.full_id, entry.id)}"
        "</p></article>"
    )


def _mention(register: Register, view: PairView, full_id: str) -> str:
    """Write the other side of a pair, as seen from one of its entries."""
    relation = view.pair.relation.label
    if view.pair.later == full_id:
        other, lead = view.earlier, f"This {relation} what was said before"
    else:
        other, lead = view.later, f"What came later {relation} this"
    caution = f" Caution: {escape(view.pair.caution)}" if view.pair.caution else ""
    doubt = " The order of the two rests on a date in doubt." if view.doubt else ""
    inspection = inspection_name(register, register.inspections_by_id[other.inspection])
    return (
        f"<li>{escape(lead)}: {entry_link(other.full_id, f'{inspection}, {other.id}')} {escape(other.summary)} "
        f"<i>{view.pair.strength.label}.</i>{caution}{doubt}</li>"
    )
