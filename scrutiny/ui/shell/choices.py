"""Choices that live in the address: boxes and buttons whose value a link brings back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import streamlit as st

from scrutiny.ui.shell.address import (
    WIDGET_PREFIX,
    active_filters,
    describe_filters,
    echo,
    list_param,
    param,
    record_param,
    same_view_url,
    selected_option,
    selected_options,
    set_params,
    warn_unknown_values,
)
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.shell.templates import MACROS, show, show_html

MOST_SEGMENTS = 5
"""How many options can stand side by side; more of them become a box to choose from."""

ALL = "all"
"""The option of a choice of one that lets everything through; it comes first."""


@contextmanager
def filter_row() -> Iterator[None]:
    """Begin the row of choices above a page, side by side where there is room; on paper, words say what was chosen."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        yield
    show_html(MACROS.print_only(f"Shown: {describe_filters()}"))


def more_filters() -> AbstractContextManager[object]:
    """Begin the filters that stand behind a button."""
    return st.popover("More filters")


def show_active_filters() -> None:
    """Say which filters leave something out, each with the way to clear it."""
    on = {words: same_view_url({}, without=[key]) for key, words in active_filters().values() if key and words}
    if on:
        keys = [key for key, _ in active_filters().values()]
        show("active_filters.html", on=on, clear_all=same_view_url({}, without=keys) if len(on) > 1 else None)


def nothing_fits(words: str) -> None:
    """Say that nothing fits what is chosen, with the way to clear it."""
    st.info(words)
    show("clear_filters.html", url=same_view_url({}, without=[key for key, _ in active_filters().values() if key]))


def select_one(  # noqa: PLR0913  # each is said of some choices alone
    label: str, key: str, options: Sequence[str], *, names: Callable[[str], str], narrows: bool = True,
    default: str = "", segmented: bool = False, width: int = 230,
) -> str:  # fmt: skip
    """Show a choice of one of the options, and return what is chosen; `width` is in pixels.

    The default is the first, where none is named.

    At most `MOST_SEGMENTS` options stand side by side if `segmented`. Where a choice does not narrow what the view
    shows, as an order, it is none of its filters in words; one without the option `ALL` cannot be cleared.
    """
    default = default or options[0]
    asked, selected = param(key), selected_option(key, options, default)
    warn_unknown_values([] if asked in (None, selected) else [str(asked)])
    record_param(key, selected, always=True)
    widget = set_widget(key, selected)

    def write() -> None:
        chosen = st.session_state[widget]
        set_params({key: None if chosen == default else chosen})  # a default needs no writing

    unique_names = _unique_names(options, names)
    look: Any = {
        "key": widget,
        "format_func": unique_names.__getitem__,
        "on_change": write,
    }
    if segmented and len(options) <= MOST_SEGMENTS:
        look["format_func"] = lambda option: escape_markdown(unique_names[option])  # a button's name is Markdown
        chosen = st.segmented_control(label, options, required=True, **look) or selected
    else:
        chosen = st.selectbox(label, options, width=width, **look)
    if narrows:
        words = "" if chosen == ALL else unique_names[chosen]
        active_filters()[label] = (key if ALL in options else "", words)
    return chosen


def select_many(
    label: str,
    key: str,
    options: Sequence[str],
    *,
    names: Callable[[str], str],
    default: Sequence[str] = (),
    long: bool = False,
) -> list[str]:
    """Show a choice of any of the options and return those that are chosen, in the order of the options.

    To choose means “only these”; nothing chosen is all of them. A `long` list of options becomes a box to type in, a
    short one buttons. With a `default`, that is chosen until the reader chooses otherwise.
    """
    warn_unknown_values([value for value in list_param(key, default) if value and value not in options])
    widget = set_widget(key, selected_options(key, options, default))

    def write() -> None:
        chosen, by_default = (
            ",".join(option for option in options if option in some) for some in (st.session_state[widget], default)
        )
        set_params({key: None if chosen == by_default else chosen})

    name_of = _unique_names(options, names).__getitem__
    if long:
        # Enter takes the first option that holds what is typed, and no other that merely resembles it
        selected = st.multiselect(
            label, options, key=widget, format_func=name_of, on_change=write, placeholder="All",
            filter_mode="contains", select_all=False,
        )  # fmt: skip
    else:
        selected = st.pills(
            label, options, selection_mode="multi", key=widget, on_change=write, width="content",
            format_func=lambda option: escape_markdown(name_of(option)),  # a button's name is Markdown
        )  # fmt: skip
    chosen = [option for option in options if option in selected]
    is_all, is_default = len(chosen) in (0, len(options)), chosen == list(default)
    active_filters()[label] = ("" if is_default else key, "" if is_all else "; ".join(map(name_of, chosen)))
    return chosen or list(options)


def text_box(label: str, key: str, *, most: int = 200, narrows: bool = True) -> str:
    """Show a box to type in and return what stands there after a short pause in typing; Escape clears it.

    What is typed is written as it is, spaces too, so that the box does not change under the typist's hands. Where it
    does not narrow what the view shows, it is none of the filters in words, and is taken when the box is left.
    """
    asked = (param(key) or "")[:most]
    record_param(key, asked)
    widget = set_widget(key, asked)

    def write() -> None:
        set_params({key: st.session_state[widget] or None})

    look: Any = {}
    if narrows:
        active_filters()[label] = (key, f"“{echo(asked)}”")
        look = {"type": "search", "live": "300ms"}
    return st.text_input(label, key=widget, max_chars=most, on_change=write, **look) or ""


def _unique_names(options: Sequence[str], names: Callable[[str], str]) -> dict[str, str]:
    """Name options; those that share a name have their id beside it, as Streamlit knows a choice by its name alone."""
    named = {option: names(option) for option in options}
    times = Counter(named.values())
    return {option: name if times[name] == 1 else f"{name} ({option})" for option, name in named.items()}


def set_widget(key: str, value: str | list[str]) -> str:
    """Set the widget of a key to the value that the address holds, and return its name."""
    widget = f"{WIDGET_PREFIX}{key}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget
