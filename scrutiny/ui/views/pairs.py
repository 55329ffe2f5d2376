"""Pairs as cards side by side with the caution between, and what no later document held mentions."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from scrutiny.analysis.pairs import not_mentioned_again, pairs_of
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import PairStrength, Relation
from scrutiny.ui.shell.links import entry_link
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.table import Row, escape_cells, html_table
from scrutiny.ui.views.thread import entry_symbol
from scrutiny.wording import count_of, inspection_name

_Fields = Mapping[Hashable, Any]


def show_pairs(register: Register, shown: pd.DataFrame) -> None:
    """Show each pair: said then, found later, and between them how they stand to each other and the caution."""
    pairs_shown = (_pair(register, name, pair) for name, pair in shown.to_dict("index").items())
    st.html(f'<div class="pairs">{"".join(pairs_shown)}</div>')


def pair_list(register: Register, full_id: str) -> str:
    """Write the pairs that an entry stands in, with links, for its card."""
    found = pairs_of(register, full_id).to_dict("records")
    items = [_mention(register, pair, full_id) for pair in found]
    return f"<ul>{''.join(items)}</ul>" if items else ""


def show_unmentioned(register: Register, entries: pd.DataFrame) -> None:
    """Show inspectors' concerns to which no later entry is paired, by theme."""
    theme, inspection = list(register.themes_by_id).index, list(register.inspections_by_id).index
    concerns = [register.entries_by_id[full_id] for full_id in not_mentioned_again(register, entries).index]
    left = sorted(concerns, key=lambda concern: (theme(concern.themes[0]), inspection(concern.inspection)))
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
    """Write one concern as the cells of a row."""
    theme = register.themes_by_id[entry.themes[0]].label
    inspection = inspection_name(register, register.inspections_by_id[entry.inspection])
    return [entry_link(entry.full_id, entry.id), *escape_cells([theme, entry.summary, inspection])]


def _pair(register: Register, name: object, pair: _Fields) -> str:
    """Write one pair."""
    relation, strength = Relation(pair["relation"]), PairStrength(pair["strength"])
    earlier, later = (register.entries_by_id[pair[side]] for side in ("earlier", "later"))
    words = [f"<p>{explained(pair['reason'], register.glossary)}</p>"]
    if isinstance(pair["caution"], str):
        words.append(f"<p><b>Caution.</b> {explained(pair['caution'], register.glossary)}</p>")
    if isinstance(pair["doubt"], str):
        words.append(f"<p><b>The order is uncertain:</b> it rests on a date in doubt. {escape(pair['doubt'])}</p>")
    return (
        f'<section class="pair"><h3>{escape(str(name))}: the later {escape(relation.label)} the earlier · '
        f"{escape(strength.label)}</h3><div>{_side(register, earlier, 'Said then', pair['earlier_printed'])}"
        f'<div class="between">{"".join(words)}</div>{_side(register, later, "Found later", pair["later_printed"])}'
        "</div></section>"
    )


def _side(register: Register, entry: Entry, name: str, day: str) -> str:
    """Write one side of a pair as a small card."""
    inspection = inspection_name(register, register.inspections_by_id[entry.inspection])
    return (
        f'<article><p class="entry-kind">{escape(name)}, {escape(day)}</p><p>{entry_symbol(entry)} '
        f"<b>{escape(entry.summary)}</b></p><blockquote>{escape(entry.excerpt)}</blockquote>"
        f"<p>{escape(entry.entry_kind.label)} · {escape(entry.voice.label)} · {escape(entry.scope.label)}<br>"
        f"{escape(inspection)}, {escape(entry.paragraph.label)} · {entry_link(entry.full_id, entry.id)}"
        "</p></article>"
    )


def _mention(register: Register, pair: _Fields, full_id: str) -> str:
    """Write the other side of a pair, as seen from one of its entries."""
    relation = Relation(pair["relation"]).label
    is_later = pair["later"] == full_id
    other = register.entries_by_id[pair["earlier"] if is_later else pair["later"]]
    lead = f"This {relation} what was said before" if is_later else f"What came later {relation} this"
    caution = f" Caution: {escape(pair['caution'])}" if isinstance(pair["caution"], str) else ""
    doubt = " The order of the two rests on a date in doubt." if isinstance(pair["doubt"], str) else ""
    inspection = inspection_name(register, register.inspections_by_id[other.inspection])
    return (
        f"<li>{escape(lead)}: {entry_link(other.full_id, f'{inspection}, {other.id}')} {escape(other.summary)} "
        f"<i>{PairStrength(pair['strength']).label}.</i>{caution}{doubt}</li>"
    )
