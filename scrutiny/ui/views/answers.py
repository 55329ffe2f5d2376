"""Concerns and what replies offer to them: the filters, a picture for each scope, and the list with its words."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from scrutiny.analysis.answers import DISPLAY_ORDER, answer_kind, answered_concerns
from scrutiny.analysis.extract import extract
from scrutiny.charts.answers import answer_flow, answer_table
from scrutiny.charts.marks import labels
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Scope, Voice
from scrutiny.ui.shell.address import open_entry_id
from scrutiny.ui.shell.choices import select_many, select_one
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show_html
from scrutiny.ui.views.chart import show_picture
from scrutiny.wording import inspection_name, list_sources

INSPECTORS = (Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED)
_ALL = "all"
_TITLE = "Concerns and what replies offer"


def answer_filters(register: Register, concerns: pd.DataFrame) -> pd.DataFrame:
    """Show filters over inspection, main theme, voice and answer; return the concerns that fit them all."""
    inspections = {one.id: inspection_name(register, one) for one in register.inspections}
    inspection = _one_or_all("Inspection", "inspection", inspections)
    theme = _one_or_all("Theme", "themes", {theme.id: theme.label for theme in register.themes})
    voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__, default=INSPECTORS)
    answer = select_many(
        "What the reply offers", "answer", DISPLAY_ORDER, names=labels(Answer).__getitem__, default=DISPLAY_ORDER
    )
    fits = concerns["voice"].isin(voice) & concerns["answer"].isin(answer)
    return concerns[fits & concerns["inspection"].isin(inspection) & concerns["theme"].isin(theme)]


def answer_pictures(register: Register, concerns: pd.DataFrame) -> None:
    """Show one picture for local and one for national concerns; the opened card stands beside the one it is of."""
    opened = open_entry_id(register.known_ids)
    pictures = {}
    for scope in Scope:
        of_scope = concerns[concerns["scope"] == scope]
        if not of_scope.empty:
            pictures[scope] = answer_flow(
                of_scope,
                themes={theme.id: theme.label for theme in register.themes},
                source=list_sources(register, of_scope["inspection"]),
                as_of=register.settings.reviewed_on.printed,
                opened=opened,
            )
    with_card = next(
        (scope for scope, picture in pictures.items() if opened in picture.table.index), next(iter(pictures))
    )
    for scope, picture in pictures.items():
        st.header(f"{scope.label} concerns", anchor=False)
        show_picture(register, picture, key=f"answers-{scope}", words=scope == with_card)


def answer_list(register: Register, concerns: pd.DataFrame) -> None:
    """List concerns, acknowledged only first, each with all that answers it and the words of it."""
    st.header("The same as a table", anchor=False)
    by_id = answered_concerns(register)
    answered = sorted((by_id[full_id] for full_id in concerns.index), key=lambda row: DISPLAY_ORDER.index(row.answer))
    groups = {scope: [row for row in answered if row.concern.scope is scope] for scope in Scope}

    def table() -> pd.DataFrame:
        full_ids = [row.concern.full_id for group in groups.values() for row in group]
        return answer_table(concerns.loc[full_ids], {theme.id: theme.label for theme in register.themes})

    def part() -> Register:
        return extract(register, {*concerns.index, *concerns["answered_by"].explode().dropna()})

    with st.container(horizontal=True, key="downloads"):
        csv_button(table, _TITLE, today())
        workbook_button(part, _TITLE)
    rows = current_rows([len(group) for group in groups.values()])
    scopes = zip(groups, rows.of(list(groups.values())), strict=True)
    html = render("answers/list.html", register=register, scopes=scopes, answer_kind=answer_kind)
    show_html(with_pager(rows, resolve_view_links(html)))


def _one_or_all(label: str, key: str, names: dict[str, str]) -> Sequence[str]:
    """Show a choice of one or all, and return the ids that it lets through."""
    names_with_all = {_ALL: "All"} | names
    chosen = select_one(label, key, list(names_with_all), names=names_with_all.__getitem__)
    return list(names) if chosen == _ALL else [chosen]
