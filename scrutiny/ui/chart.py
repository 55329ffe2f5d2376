"""How every chart is shown: headline, subtitle, the marks, the words behind the opened mark, the table."""

import streamlit as st

from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.ui.address import open_entry, opened_entry
from scrutiny.ui.card import entry_card
from scrutiny.ui.table import entry_table
from scrutiny.ui.text import markdown

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def chart(register: Register, picture: Picture, *, key: str) -> None:
    """Show a picture; a click on a mark opens its entry beside it, and so does a row of the table below.

    On a phone the table stands in for the marks, which would overlap there.
    """
    st.subheader(markdown(picture.headline))
    st.caption(markdown(picture.subtitle))
    with st.container(key=f"view-{key}"):
        marks, words = st.columns([3, 2], gap="large")
    with marks, st.container(key=f"marks-{key}"):
        _marks(picture, key)
    with words:
        _words(register, picture)
    if not picture.table.empty:
        entry_table(picture.table, caption="The same as a table")


def _marks(picture: Picture, key: str) -> None:
    """Show the figure, or say why there is none."""
    if picture.table.empty:
        st.info("No entry of the register fits what is chosen above.")
        return
    st.plotly_chart(
        picture.figure,
        key=key,
        alt=picture.alt,
        on_select=lambda: _open_selected(key),
        selection_mode="points",
        config=_CONFIG,
    )
    st.caption(picture.reading)


def _words(register: Register, picture: Picture) -> None:
    """Show the card of the entry that is opened."""
    opened = opened_entry(list(register.entries_by_id))
    if opened:
        entry_card(register, register.entries_by_id[opened])
    elif not picture.table.empty:
        st.info("Click a mark, or an entry in the table below, to read the words it stands for.")


def _open_selected(key: str) -> None:
    """Open the entry of the mark that was clicked."""
    points = st.session_state[key].selection.points
    if points:
        open_entry(points[0]["customdata"][0])
