"""Choices that live in the address: boxes and buttons whose value a link brings back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from scrutiny.ui.shell.address import (
    WIDGET_PREFIX,
    active_filters,
    describe_filters,
    echo,
    list_param,
    record_param,
    selected_option,
    selected_options,
    set_param,
    warn_unknown_values,
)
from scrutiny.ui.shell.printing import print_only


@contextmanager
def filter_row() -> Iterator[None]:
    """Begin a row of filters, side by side where there is room; on paper, words say what was chosen."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="filters"):
        yield
    print_only(f"Shown: {describe_filters()}")


def select_one(
    label: str, key: str, options: Sequence[str], *, names: Callable[[str], str], narrows: bool = True, width: int = 300
) -> str:
    """Show a choice of one of the options, the first by default, and give what is chosen; `width` is in pixels.

    Where a choice does not narrow what the view shows, as an order, it is none of its filters in words.
    """
    asked, chosen = st.query_params.get(key, options[0]), selected_option(key, options)
    warn_unknown_values([] if chosen == asked else [asked])
    widget = _set(key, chosen)
    record_param(key, chosen, always=True)

    def write() -> None:
        _write(key, st.session_state[widget], options[0])

    told = _told_apart(options, names)
    picked = st.selectbox(label, options, key=widget, format_func=told.__getitem__, on_change=write, width=width)
    if narrows:
        active_filters()[label] = told[picked]
    return picked


def select_many(
    label: str,
    key: str,
    options: Sequence[str],
    *,
    names: Callable[[str], str],
    default: Sequence[str],
    long: bool = False,
) -> list[str]:
    """Show a choice of any of the options and give those that are chosen, in the order of the options.

    A `long` list of options becomes a box to type in, a short one buttons. Nothing chosen is written to the
    address as well, so that it is not taken for the default.
    """
    warn_unknown_values([value for value in list_param(key, default) if value and value not in options])
    widget = _set(key, selected_options(key, options, default))

    def write() -> None:
        picked = [option for option in options if option in st.session_state[widget]]
        _write(key, ",".join(picked), ",".join(option for option in options if option in default))

    told = _told_apart(options, names).__getitem__
    if long:
        picked = st.multiselect(label, options, key=widget, format_func=told, on_change=write)
    else:
        picked = st.pills(
            label, options, selection_mode="multi", key=widget, format_func=told, on_change=write, width="content"
        )
    chosen = [option for option in options if option in picked]
    active_filters()[label] = _all_or_named(chosen, options, told, none="all" if long else "none")
    return chosen


def text_box(label: str, key: str, *, most: int = 200) -> str:
    """Show a box to type in and give what stands there after a short pause in typing; Escape clears it.

    What is typed is written as it is, spaces too, so that the box does not change under the typist's hands.
    """
    asked = st.query_params.get(key, "")[:most]
    record_param(key, asked)
    widget = _set(key, asked)

    def write() -> None:
        _write(key, st.session_state[widget], "")

    active_filters()[label] = f"“{echo(asked)}”"
    return st.text_input(label, key=widget, type="search", live="300ms", max_chars=most, on_change=write) or ""


def _all_or_named(chosen: Sequence[str], options: Sequence[str], names: Callable[[str], str], *, none: str) -> str:
    """Name what is chosen of some options; `none` is what it means to choose none."""
    if len(chosen) == len(options):
        return "all"
    return "; ".join(map(names, chosen)) or none


def _told_apart(options: Sequence[str], names: Callable[[str], str]) -> dict[str, str]:
    """Name options; those that share a name have their id beside it, as Streamlit knows a choice by its name alone."""
    named = {option: names(option) for option in options}
    times = Counter(named.values())
    return {option: name if times[name] == 1 else f"{name} ({option})" for option, name in named.items()}


def _set(key: str, value: str | list[str]) -> str:
    """Give the widget the value that the address holds; the widget's name is not the address's."""
    widget = f"{WIDGET_PREFIX}{key}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget


def _write(key: str, value: str, default: str) -> None:
    """Write a choice to the address; a default needs no writing."""
    set_param(key, None if value == default else value)
