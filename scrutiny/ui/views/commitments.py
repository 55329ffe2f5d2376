"""The list of commitments: by kind, each with what is printed for it and how long ago; and apart from it, needs."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from scrutiny.analysis.checkable import commitments_by_id
from scrutiny.analysis.extract import extract
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links, view_link
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show_html
from scrutiny.ui.views.table import html_table
from scrutiny.wording import format_day, inspection_name

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
        "Kinds",
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


def need_list(register: Register, needs: Sequence[Commitment]) -> None:
    """List what is said to be needed and nobody takes on, apart from the commitments and without ticks."""
    if not needs:
        return
    st.header(CommitmentKind.NEED.label, anchor=False)
    st.caption(CommitmentKind.NEED.meaning)
    rows = current_rows([len(needs)], "needs")
    lines = []
    for need in needs[rows.first : rows.last]:
        where = inspection_name(register, register.inspections_by_id[need.inspection])
        speaker = register.bodies_by_id[need.by].short
        link = view_link(need.full_id, need.id)
        lines.append([link, need.summary, speaker, f"{where} ({need.scope.label.lower()})"])
    heads = ["Entry", CommitmentKind.NEED.label, "Said by", "Where"]
    html = html_table(f"{len(needs)} said to be needed", heads, lines)
    show_html(with_pager(rows, resolve_view_links(html)))


def commitment_list(
    register: Register, commitments: pd.DataFrame, picture: Picture, *, today: date, most_first: bool
) -> None:
    """List commitments under their kinds, in the order of the register or, if asked, with most printed first.

    `commitments` are rows of the frame of `checkable`; `picture` is the chart of the same rows, whose table is
    offered as CSV, and whose entries as a workbook.
    """
    if commitments.empty:
        return
    st.header("The commitments", anchor=False)
    st.caption(
        f"Days are counted to {format_day(today)}. “Not printed” is said of the papers that "
        "are held, not of what was done."
    )
    with st.container(horizontal=True, key="downloads"):
        csv_button(lambda: picture.table, picture.headline, today)
        workbook_button(partial(extract, register, commitments.index), picture.headline)
    by_id = commitments_by_id(register, today)
    shown = [by_id[full_id] for full_id in commitments.index]
    if most_first:  # how much is printed orders the list, and is not shown
        shown.sort(key=lambda row: sum(text is not None for text in row.terms.values()), reverse=True)
    groups = {kind: [row for row in shown if row.commitment.kind is kind] for kind in COMMITMENT_KINDS}
    sizes = [len(group) for group in groups.values()]
    rows = current_rows(sizes)
    parts = zip(groups, sizes, rows.of(list(groups.values())), strict=True)
    html = render("commitments/list.html", register=register, kinds=[part for part in parts if part[2]])
    show_html(with_pager(rows, resolve_view_links(html)))
