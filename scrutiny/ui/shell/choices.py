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
    param,
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
    """Show a choice of one of the options, the first by default, and return what is chosen; `width` is in pixels.

    Where a choice does not narrow what the view shows, as an order, it is none of its filters in words.
    """
    asked, selected = param(key), selected_option(key, options)
    warn_unknown_values([] if asked in (None, selected) else [str(asked)])
    record_param(key, selected, always=True)
    widget = _set_widget(key, selected)

    def write() -> None:
        chosen = st.session_state[widget]
        set_param(key, None if chosen == options[0] else chosen)  # a default needs no writing

    unique_names = _unique_names(options, names)
    chosen = st.selectbox(
        label, options, key=widget, format_func=unique_names.__getitem__, on_change=write, width=width
    )
    if narrows:
        active_filters()[label] = unique_names[chosen]
    return chosen


def select_many(
    label: str,
    key: str,
    options: Sequence[str],
    *,
    names: Callable[[str], str],
    default: Sequence[str],
    long: bool = False,
) -> list[str]:
    """Show a choice of any of the options and return those that are chosen, in the order of the options.

    A `long` list of options becomes a box to type in, a short one buttons. Nothing chosen is written to the
    address as well, so that it is not taken for the default.
    """
    warn_unknown_values([value for value in list_param(key, default) if value and value not in options])
    widget = _set_widget(key, selected_options(key, options, default))

    def write() -> None:
        chosen, by_default = (
            ",".join(option for option in options if option in some) for some in (st.session_state[widget], default)
        )
        set_param(key, None if chosen == by_default else chosen)

    name_of = _unique_names(options, names).__getitem__
    if long:
        selected = st.multiselect(label, options, key=widget, format_func=name_of, on_change=write)
    else:
        selected = st.pills(
            label, options, selection_mode="multi", key=widget, format_func=name_of, on_change=write, width="content"
        )
    chosen = [option for option in options if option in selected]
    if len(chosen) == len(options):
        active_filters()[label] = "all"
    else:
        active_filters()[label] = "; ".join(map(name_of, chosen)) or ("all" if long or not default else "none")
    return chosen


def text_box(label: str, key: str, *, most: int = 200) -> str:
    """Show a box to type in and return what stands there after a short pause in typing; Escape clears it.

    What is typed is written as it is, spaces too, so that the box does not change under the typist's hands.
    """
    asked = (param(key) or "")[:most]
    record_param(key, asked)
    widget = _set_widget(key, asked)

    def write() -> None:
        set_param(key, st.session_state[widget] or None)

    active_filters()[label] = f"“{echo(asked)}”"
    return st.text_input(label, key=widget, type="search", live="300ms", max_chars=most, on_change=write) or ""


def _unique_names(options: Sequence[str], names: Callable[[str], str]) -> dict[str, str]:
    """Name options; those that share a name have their id beside it, as Streamlit knows a choice by its name alone."""
    named = {option: names(option) for option in options}
    times = Counter(named.values())
    return {option: name if times[name] == 1 else f"{name} ({option})" for option, name in named.items()}


def _set_widget(key: str, value: str | list[str]) -> str:
    """Set the widget of a key to the value that the address holds, and return its name."""
    widget = f"{WIDGET_PREFIX}{key}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget
