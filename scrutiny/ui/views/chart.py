"""How every chart is shown: headline, subtitle, key, the symbols, and beside them the words that they stand for."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import ENTRY_PARAM, open_entry_id, param, resolve_view_links
from scrutiny.ui.shell.choices import nothing_fits, show_active_filters
from scrutiny.ui.shell.downloads import csv_button, picture_buttons, workbook_button
from scrutiny.ui.shell.pager import ROWS_PARAM, current_rows, with_pager
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.ui.views.points import NO_REMARKS, Remarks, point_list


def show_picture(
    register: Register,
    picture: Picture,
    *,
    key: str,
    part: Callable[[], Register],
    wide: bool = False,
    about: str = "",
    remarks: Remarks = NO_REMARKS,
) -> None:
    """Show a picture and the list of its points; a click, a tap or Enter on either opens a point in the list.

    `part` returns the register with the entries of the view alone, for the workbook. A `wide` picture takes more than
    half of the width. `about` says what a reader may want to know about how the chart is made. `remarks` stand below
    lines of the list.
    """
    show_html(MACROS.headline(picture.headline, picture.subtitle))
    show_active_filters()
    if picture.table.empty:
        nothing_fits("Nothing fits what is chosen above.")
        return
    opened = open_entry_id(register.known_ids, within=picture.table.index)
    asked = register.entries_by_id.get(param(ENTRY_PARAM) or "")
    if asked and not opened:
        show("points/elsewhere.html", entry=asked)
    show_html(MACROS.key(picture.key))
    with st.container(key=f"view-{key}"):
        left, right = st.columns([3, 2] if wide else [5, 4], gap="medium")
    with left, st.container(key=f"marks-{key}"):
        show_figure(picture, key)
    with right:
        show_html(point_list(register, picture, opened, remarks))
    with st.container(horizontal=True, key=f"after-{key}"):
        with st.popover("Download"):
            show_html(picture_buttons(picture, key))
            csv_button(lambda: picture.table, picture.headline)
            workbook_button(part, picture.headline)
        with st.popover("About this chart"):
            show("about_chart.html", picture=picture, about=about, settings=register.settings)
    # most readers never open it: it is made and sent when they do, or where the address names some of its rows
    name = f"table-{key}"
    if param(ROWS_PARAM) is not None:
        st.session_state.setdefault(name, True)
    table = st.expander("Show as a table", key=name, on_change="rerun")
    if table.open:
        with table:
            _show_table(picture)


def show_figure(picture: Picture, key: str) -> None:
    """Show a figure alone; marks.js hears what is clicked, so that the page still scrolls under a finger."""
    st.plotly_chart(
        picture.figure,
        key=key,
        alt=f"{picture.alt} The list has the same points in words.",
        config={"staticPlot": True},
    )


def _show_table(picture: Picture) -> None:
    """Show the table of a picture, its entries folded by what stands in their first column, a sheet at a time.

    The id of each row opens the entry in this view.
    """
    heads = ["Point", *picture.table.columns[1:]]
    table = picture.table
    folds = {str(name): [*fold.itertuples(name=None)] for name, fold in table.groupby(table.columns[0], sort=False)}
    rows = current_rows([len(fold) for fold in folds.values()])
    parts = zip(folds.items(), rows.of([*folds.values()]), strict=True)
    shown = [(name, len(fold), [*map(_cells, part)]) for (name, fold), part in parts if part]
    show_html(with_pager(rows, resolve_view_links(render("folds.html", heads=heads, folds=shown))))


def _cells(row: tuple[Any, ...]) -> list[object]:
    """Give the cells of a row: its id as a link, and what stands right of the first column, by which it is folded."""
    full_id, _, *cells = row
    return [MACROS.view_link(full_id, full_id.partition(".")[2]), *cells]
