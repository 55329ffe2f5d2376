"""Concerns and what replies offer to them: the filters, a picture for each scope, and the list with its words."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answered_concerns, general_promises
from scrutiny.analysis.extract import extract
from scrutiny.charts.answers import answer_grid, answer_table
from scrutiny.charts.marks import labels
from scrutiny.charts.matrix import columns_of
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, LabelledEnum, Scope, Voice
from scrutiny.ui.shell.address import open_entry_id, selected_options
from scrutiny.ui.shell.choices import select_many, select_one
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.chart import show_picture
from scrutiny.wording import inspection_name, join_list

OLD_ANSWERS = {
    "action_only": Answer.ACTION,
    "acknowledged_only": Answer.NONE_LISTED,
    "no_reply_held": Answer.NO_REPLY,
}
"""What addresses asked for when a concern had one answer alone."""

_OF_CONCERNS = (counts.concerns, counts.from_elsewhere, counts.own_views)
_ALL = "all"
_TITLE = "Concerns and what replies offer"


def answer_filters(register: Register, concerns: pd.DataFrame) -> tuple[Sequence[str], pd.DataFrame]:
    """Show filters over inspection, main theme, voice and answer.

    Return the inspections that are let through, and the concerns that fit all filters: a concern fits a kind of answer
    that is among its answers.
    """
    inspections = {one.id: inspection_name(register, one) for one in register.inspections}
    inspection = _one_or_all("Inspection", "inspection", inspections)
    theme = _one_or_all("Theme", "themes", {theme.id: theme.label for theme in register.themes})
    more: dict[str, type[LabelledEnum]] = {"voice": Voice, "answer": Answer}
    on = sum(len(selected_options(key, list(words), list(words))) < len(words) for key, words in more.items())
    with st.popover(f"More filters ({on} on)" if on else "More filters"):
        voice = _select_words("Whose words", "voice", Voice)
        answer = _select_words("What the letter offers", "answer", Answer)
    fits = concerns["voice"].isin(voice) & concerns[answer].any(axis=1)
    fits &= concerns["inspection"].isin(inspection) & concerns["theme"].isin(theme)
    return inspection, concerns[fits]


def show_general_promises(register: Register, inspections: Sequence[str]) -> None:
    """Quote, once for each reply to some inspections, what it promises about the report as a whole."""
    by_inspection: dict[str, list[Commitment]] = {}
    for promise in general_promises(register):
        if promise.inspection in inspections:
            by_inspection.setdefault(promise.inspection, []).append(promise)
    if by_inspection:
        show("answers/general.html", register=register, by_inspection=by_inspection)


def answer_pictures(register: Register, concerns: pd.DataFrame) -> None:
    """Show one picture for local and one for national concerns; the opened card stands beside the one it is of."""
    opened = open_entry_id(register.known_ids)
    pictures = {}
    for scope in Scope:
        of_scope = concerns[concerns["scope"] == scope]
        if not of_scope.empty:
            pictures[scope] = answer_grid(
                of_scope,
                scope=scope,
                columns=columns_of(register, register.inspections),
                themes={theme.id: theme.label for theme in register.themes},
                opened=opened,
            )
    with_card = next(
        (scope for scope, picture in pictures.items() if opened in picture.table.index), next(iter(pictures))
    )
    for scope, picture in pictures.items():
        show_picture(register, picture, key=f"answers-{scope}", wide=True, words=scope == with_card)


def answer_list(register: Register, concerns: pd.DataFrame) -> None:
    """List concerns in the order of the files, local and national apart, each with the words of all its answers."""
    st.subheader("The same as a table", anchor=False)

    def table() -> pd.DataFrame:
        return answer_table(concerns, {theme.id: theme.label for theme in register.themes})

    def part() -> Register:
        return extract(register, {*concerns.index, *concerns["answered_by"].explode().dropna()})

    with st.container(horizontal=True, key="downloads"):
        csv_button(table, _TITLE, today())
        workbook_button(part, _TITLE)
    by_id = answered_concerns(register)
    names, groups = [], []
    for (scope, inspection), of_it in concerns.groupby(["scope", "inspection"], observed=True):
        name = inspection_name(register, register.inspections_by_id[str(inspection)])
        number = join_list([count.words(of_it) for count in _OF_CONCERNS if count.of(of_it)])
        names.append(f"{name}, {scope}: {number}")
        groups.append([by_id[full_id] for full_id in of_it.index])
    rows = current_rows([len(group) for group in groups])
    html = render("answers/list.html", groups=zip(names, rows.of(groups), strict=True))
    show_html(with_pager(rows, resolve_view_links(html)))


def _select_words(label: str, key: str, words: type[LabelledEnum]) -> list[str]:
    return select_many(label, key, list(words), names=labels(words).__getitem__, default=list(words))


def _one_or_all(label: str, key: str, names: dict[str, str]) -> Sequence[str]:
    """Show a choice of one or all, and return the ids that it lets through."""
    names_with_all = {_ALL: "All"} | names
    chosen = select_one(label, key, list(names_with_all), names=names_with_all.__getitem__)
    return list(names) if chosen == _ALL else [chosen]
