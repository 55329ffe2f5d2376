"""The list of commitments: by kind, each with what is printed for it and how long ago it was made."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from scrutiny.analysis.checkable import commitments_by_id
from scrutiny.analysis.extract import extract
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import CommitmentKind
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show_html
from scrutiny.wording import format_day, inspection_name

_NOBODY = "nobody-named"  # a hyphen: no body can have this id


def commitment_filters(register: Register, commitments: pd.DataFrame) -> pd.DataFrame:
    """Show filters over kind, who says it, who must act, theme and inspection; return the rows that fit them all.

    `commitments` is the frame of `checkable`. Of who, theme and inspection, nothing chosen means that all are shown.
    """
    names = {body.id: body.short for body in register.bodies} | {_NOBODY: "Nobody named"}
    themes = {theme.id: theme.label for theme in register.themes}
    inspections = {inspection.id: inspection_name(register, inspection) for inspection in register.inspections}
    owners = commitments["owner"].fillna(_NOBODY)
    kinds = select_many(
        "Kinds",
        "commitment",
        list(CommitmentKind),
        names=labels(CommitmentKind).__getitem__,
        default=list(CommitmentKind),
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
    return commitments[fits]


def _select_some(label: str, key: str, names: dict[str, str]) -> list[str]:
    return select_many(label, key, list(names), names=names.__getitem__, default=[], long=True)


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
    groups = {kind: [row for row in shown if row.commitment.kind is kind] for kind in CommitmentKind}
    sizes = [len(group) for group in groups.values()]
    rows = current_rows(sizes)
    parts = zip(groups, sizes, rows.of(list(groups.values())), strict=True)
    html = render("commitments/list.html", register=register, kinds=[part for part in parts if part[2]])
    show_html(with_pager(rows, resolve_view_links(html)))
