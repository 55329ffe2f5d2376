"""Concerns and what replies offer to them: the filters, a picture for each scope, and the list with its words."""

from collections.abc import Sequence
from functools import partial
from html import escape

import pandas as pd
import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.answers import DISPLAY_ORDER, AnsweredConcern, answer_kind, answered_concerns
from scrutiny.analysis.extract import extract
from scrutiny.charts.answers import answer_flow, answer_table
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment, Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Scope, Voice
from scrutiny.ui.shell.address import open_entry_id
from scrutiny.ui.shell.choices import select_many, select_one
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import entry_link, resolve_view_links, view_link
from scrutiny.ui.shell.markup import show_html
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.table import Row, html_table
from scrutiny.ui.views.thread import entry_symbol
from scrutiny.wording import inspection_name, list_sources

INSPECTORS = (Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED)
_ALL = "all"
_TITLE = "Concerns and what replies offer"
_CAPTION = "concerns and what the reply offers, in the order of the pictures"
_HEADS = ("Concern", "What the reply offers", "Every entry that answers it", "Whose words", "Inspection")


def answer_filters(register: Register, concerns: pd.DataFrame) -> pd.DataFrame:
    """Show filters over inspection, main theme, voice and answer; return the concerns that fit them all."""
    themes = register.themes_by_id
    inspections = {one.id: inspection_name(register, one) for one in register.inspections}
    inspection = _one_or_all("Inspection", "inspection", inspections)
    theme = _one_or_all("Theme", "themes", {key: one.label for key, one in themes.items()})
    voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__, default=INSPECTORS)
    answer = select_many(
        "What the reply offers", "answer", DISPLAY_ORDER, names=labels(Answer).__getitem__, default=DISPLAY_ORDER
    )
    fits = concerns["voice"].isin(voice) & concerns["answer"].isin(answer)
    return concerns[fits & concerns["inspection"].isin(inspection) & concerns["theme"].isin(theme)]


def answer_pictures(register: Register, concerns: pd.DataFrame) -> None:
    """Show one picture for local and one for national concerns; the opened card stands beside the one it is of."""
    opened = open_entry_id(register.known_ids)
    pictures = {
        scope: _picture(register, concerns[concerns["scope"] == scope], opened)
        for scope in Scope
        if (concerns["scope"] == scope).any()
    }
    holder = next((scope for scope, shown in pictures.items() if opened in shown.table.index), next(iter(pictures)))
    for scope, shown in pictures.items():
        st.header(f"{scope.label} concerns", anchor=False)
        show_picture(register, shown, key=f"answers-{scope}", words=scope == holder)


def answer_list(register: Register, concerns: pd.DataFrame) -> None:
    """List concerns, acknowledged only first, each with all that answers it and the words of it."""
    st.header("The same as a table", anchor=False)
    by_scope = _by_scope(register, concerns)
    with st.container(horizontal=True, key="downloads"):
        csv_button(partial(_table, register, concerns), _TITLE, today())
        workbook_button(partial(_part, register, concerns), _TITLE)
    rows = current_rows([len(of_scope) for of_scope in by_scope.values()])
    tables = (
        html_table(f"{scope.label} {_CAPTION}", _HEADS, (_row(register, one) for one in part))
        for scope, part in zip(by_scope, rows.of(list(by_scope.values())), strict=True)
        if part
    )
    html = "".join(f'<div class="answers">{table}</div>' for table in tables)
    show_html(with_pager(rows, resolve_view_links(html)))


def _one_or_all(label: str, key: str, names: dict[str, str]) -> Sequence[str]:
    """Show a choice of one or all, and return the ids that it lets through."""
    words = {_ALL: "All"} | names
    chosen = select_one(label, key, list(words), names=words.__getitem__)
    return list(names) if chosen == _ALL else [chosen]


def _picture(register: Register, concerns: pd.DataFrame, opened: str | None) -> Picture:
    return answer_flow(
        concerns,
        themes=_theme_labels(register),
        source=list_sources(register, concerns["inspection"]),
        as_of=register.settings.reviewed_on.printed,
        opened=opened,
    )


def _theme_labels(register: Register) -> dict[str, str]:
    return {theme.id: theme.label for theme in register.themes}


def _by_scope(register: Register, concerns: pd.DataFrame) -> dict[Scope, list[AnsweredConcern]]:
    """Return the concerns of each scope that there is, in the order of the answers, then as the files have them."""
    answered = answered_concerns(register)
    ordered = sorted((answered[one] for one in concerns.index), key=lambda one: DISPLAY_ORDER.index(one.answer))
    by_scope = {scope: [one for one in ordered if one.concern.scope is scope] for scope in Scope}
    return {scope: of_scope for scope, of_scope in by_scope.items() if of_scope}


def _table(register: Register, concerns: pd.DataFrame) -> pd.DataFrame:
    """Return concerns and their answers in words, in the order of the list."""
    ids = [one.concern.full_id for of_scope in _by_scope(register, concerns).values() for one in of_scope]
    return answer_table(concerns.loc[ids], _theme_labels(register))


def _part(register: Register, concerns: pd.DataFrame) -> Register:
    """Return the register with concerns and all that answers them."""
    return extract(register, {*concerns.index, *(one for ids in concerns["answered_by"] for one in ids)})


def _row(register: Register, answered: AnsweredConcern) -> Row:
    concern, answer = answered.concern, answered.answer
    answering = "".join(map(_answering, answered.answered_by))
    cells = [
        f"{entry_symbol(concern)} {view_link(concern.full_id, concern.id)} {_said(concern)}",
        f"<b>{escape(answer.label)}</b>",
        f"<ul>{answering}</ul>" if answering else escape(answer.meaning),
        escape(concern.voice.label),
        escape(inspection_name(register, register.inspections_by_id[concern.inspection])),
    ]
    return list(map(Markup, cells))


def _answering(entry: Entry) -> str:
    """Write one entry that answers a concern: what it is, of which scope, and its words."""
    kind = answer_kind(entry).label if isinstance(entry, Commitment) else entry.entry_kind.label
    head = f"{escape(kind)} · {escape(entry.scope.label)} · {entry_link(entry.full_id, entry.id)}"
    return f"<li>{entry_symbol(entry)} {head}<br>{_said(entry)}</li>"


def _said(entry: Entry) -> str:
    """Write the summary of an entry, and below it the words it rests on."""
    return f"{escape(entry.summary)}<blockquote>{escape(entry.excerpt)}</blockquote>"
