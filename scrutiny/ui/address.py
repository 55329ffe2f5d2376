"""Filters that live in the address: the same link, or the Back button, brings back the same view.

Streamlit can bind a widget to the address itself, but writes the label there; a link must hold the id, which
never changes, and not a label, which an officer may mend.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import streamlit as st

ENTRY = "entry"
_CHOICE_WIDTH = 300


def filter_row() -> AbstractContextManager[object]:
    """Begin a row of filters, side by side where there is room."""
    return st.container(horizontal=True, gap="medium", key="filters")


def choose_one(label: str, key: str, options: Sequence[str], *, names: Callable[[str], str]) -> str:
    """Show a choice of one of the options, the first by default, and give what is chosen."""
    asked = st.query_params.get(key, options[0])
    chosen = asked if asked in options else options[0]
    _tell_dropped(key, [] if chosen == asked else [asked])
    widget = _set(key, chosen)

    def write() -> None:
        _write(key, st.session_state[widget], options[0])

    return st.selectbox(label, options, key=widget, format_func=names, on_change=write, width=_CHOICE_WIDTH)


def choose_many(
    label: str, key: str, options: Sequence[str], *, names: Callable[[str], str], default: Sequence[str]
) -> list[str]:
    """Show a choice of any of the options and give those that are chosen, in the order of the options.

    Nothing chosen is written to the address as well, so that it is not taken for the default.
    """
    asked = st.query_params[key].split(",") if key in st.query_params else list(default)
    chosen = [option for option in options if option in asked]
    _tell_dropped(key, [value for value in asked if value and value not in options])
    widget = _set(key, chosen)

    def write() -> None:
        picked = [option for option in options if option in st.session_state[widget]]
        _write(key, ",".join(picked), ",".join(default))

    picked = st.pills(
        label, options, selection_mode="multi", key=widget, format_func=names, on_change=write, width="content"
    )
    return [option for option in options if option in picked]


def open_entry(full_id: str) -> None:
    """Ask in the address for an entry's words."""
    st.query_params[ENTRY] = full_id


def opened_entry(known: Sequence[str]) -> str | None:
    """Give the entry whose words the address asks for, if it is one of the known."""
    asked = st.query_params.get(ENTRY)
    if asked and asked not in known:
        _tell_dropped(ENTRY, [asked])
        return None
    return asked


def _set(key: str, value: str | list[str]) -> str:
    """Give the widget the value that the address holds; the widget's name is not the address's."""
    widget = f"filter {key}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget


def _write(key: str, value: str, default: str) -> None:
    """Write a choice to the address; a default needs no writing."""
    if value == default:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value


def _tell_dropped(key: str, values: list[str]) -> None:
    """Say that the address asked for something that is not there."""
    for value in values:
        st.caption("This link asks for something that is not in the register; it was left out:")
        st.text(f"{key}: {value[:80]}")
