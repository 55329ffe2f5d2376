"""The list of commitments: by author, each with what it states and how long ago; and apart from it, needs."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from scrutiny.analysis.checkable import by_author, commitments_by_id
from scrutiny.analysis.extract import extract
from scrutiny.charts.commitments import author_and_kind
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind, Tick
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show_html
from scrutiny.wording import inspection_name, office

_NOBODY = "nobody-named"  # a hyphen: no body can have this id


def commitment_filters(
    register: Register, commitments: pd.DataFrame, needs: Sequence[Commitment]
) -> tuple[pd.DataFrame, list[Commitment]]:
    """Show filters over kind, who says it, who must act, theme and inspection; return what fits them all.

    `commitments` is the frame of `checkable`. Of who, theme and inspection, nothing chosen means that all are shown.
    `needs` are neither undertaking nor expectation, and nobody takes them on: they fit if no owner is asked for.
    """
    names = {body.id: body.short for body in register.bodies} | {_NOBODY: "Nobody named"}
    themes = {theme.id: theme.label for theme in register.themes}
    inspections = {inspection.id: inspection_name(register, inspection) for inspection in register.inspections}
    owners = commitments["owner"].fillna(_NOBODY)
    kinds = select_many(
        "Show",
        "commitment",
        COMMITMENT_KINDS,
        names=labels(CommitmentKind).__getitem__,
        default=COMMITMENT_KINDS,
    )
    speakers, actors = set(commitments["by"]), set(owners)
    by = _select_some("Who says it", "by", {body: name for body, name in names.items() if body in speakers})
    owner = _select_some("Who must act", "owner", {body: name for body, name in names.items() if body in actors})
    more = {"themes": themes, "inspection": inspections}
    on = sum(bool(selected_options(key, list(options), [])) for key, options in more.items())
    with st.popover(f"More filters ({on} on)" if on else "More filters"):
        theme = _select_some("Themes", "themes", themes)
        inspection = _select_some("Inspections", "inspection", inspections)
    fits = commitments["commitment"].isin(kinds)
    if theme:
        fits &= commitments["themes"].map(lambda of_entry: not set(theme).isdisjoint(of_entry)).astype(bool)
    for column, chosen in ((commitments["by"], by), (owners, owner), (commitments["inspection"], inspection)):
        if chosen:
            fits &= column.isin(chosen)
    needs_shown = [
        need
        for need in needs
        if not owner
        and (not by or need.by in by)
        and (not theme or not set(theme).isdisjoint(need.themes))
        and (not inspection or need.inspection in inspection)
    ]
    return commitments[fits], needs_shown


def _select_some(label: str, key: str, names: dict[str, str]) -> list[str]:
    return select_many(label, key, list(names), names=names.__getitem__, default=[], long=True)


def commitment_list(register: Register, commitments: pd.DataFrame, picture: Picture, *, today: date) -> None:
    """List commitments as the chart groups them, each with what it states and how long ago it was made.

    `commitments` are rows of the frame of `checkable`; `picture` is the chart of the same rows, whose table is
    offered as CSV, and whose entries as a workbook.
    """
    if commitments.empty:
        return
    with st.container(horizontal=True, key="downloads"):
        csv_button(lambda: picture.table, picture.headline, today)
        workbook_button(partial(extract, register, commitments.index), picture.headline)
    by_id = commitments_by_id(register, today)
    names = {body.id: office(body) for body in register.bodies}
    groups = {
        author_and_kind(author, kind, names): [by_id[full_id] for full_id in rows.index]
        for (author, kind), rows in by_author(commitments, names).items()
    }
    sizes = [len(group) for group in groups.values()]
    rows = current_rows(sizes)
    parts = [part for part in zip(groups, sizes, rows.of(list(groups.values())), strict=True) if part[2]]
    html = render("commitments/list.html", register=register, groups=parts, ticks=Tick, today=today)
    show_html(with_pager(rows, resolve_view_links(html)))


def need_list(register: Register, needs: Sequence[Commitment]) -> None:
    """List what is said to be needed and nobody takes on, apart from the commitments and without ticks."""
    if not needs:
        return
    st.subheader(CommitmentKind.NEED.label, anchor=False)
    st.caption("The letters call these necessary and name nobody to do them. They are not commitments.")
    rows = current_rows([len(needs)], "needs")
    html = render("commitments/needs.html", register=register, needs=needs[rows.first : rows.last])
    show_html(with_pager(rows, resolve_view_links(html)))
