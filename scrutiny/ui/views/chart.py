"""How every chart is shown: headline, subtitle, the symbols, the words behind the one that is open, the table."""

from collections.abc import Callable

import streamlit as st

from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import open_entry, open_entry_id
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.downloads import csv_button, picture_buttons, workbook_button
from scrutiny.ui.shell.markup import heading_html
from scrutiny.ui.shell.templates import MACROS, show_html
from scrutiny.ui.views.card import card
from scrutiny.ui.views.table import entry_table


def show_picture(register: Register, picture: Picture, *, key: str, wide: bool = False, words: bool = True) -> None:
    """Show a picture; a click on a mark, or Enter, opens its entry beside it, and so does a row of its table.

    A `wide` picture takes three quarters of the width. Without `words` the opened entry is shown elsewhere on the
    page, by another picture. On a phone the table stands in for the marks, which would overlap there.
    """
    show_html(heading_html(picture.headline, picture.subtitle))
    with st.container(key=f"view-{key}"):
        left, right = st.columns([3, 1] if wide else [3, 2], gap="medium")
    with left, st.container(key=f"marks-{key}"):
        if picture.table.empty:
            st.info("Nothing fits what is chosen above. Try fewer filters.")
        else:
            show_figure(picture, key)
            show_html(MACROS.caption(picture.key) + picture_buttons(picture, key, today()))
    if not words:
        return
    with right:
        if opened := open_entry_id(register.known_ids):
            card(register, opened)
        elif not picture.table.empty:
            with st.container(key=f"hint-{key}"):
                st.info(
                    "Click or tap a symbol to read what was said. By keyboard: Tab to the chart, arrow keys to move, "
                    "Enter to open."
                )


def show_figure(picture: Picture, key: str) -> None:
    """Show a figure alone; a click on a mark asks in the address for the words of its entry."""

    def open_selected() -> None:
        points = st.session_state[key].selection.points
        if points:
            open_entry(points[0]["customdata"][0])

    st.plotly_chart(
        picture.figure,
        key=key,
        alt=picture.alt,
        on_select=open_selected,
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
    )


def show_picture_table(picture: Picture, part: Callable[[], Register]) -> None:
    """Show the same as a table, with its downloads; `part` returns the register with the entries of the view alone."""
    if picture.table.empty:
        return
    st.subheader("The same as a table", anchor=False)
    with st.container(horizontal=True, key="downloads"):
        csv_button(lambda: picture.table, picture.headline, today())
        workbook_button(part, picture.headline)
    entry_table(picture)
