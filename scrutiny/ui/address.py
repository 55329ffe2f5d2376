"""Filters that live in the address: the same link, or the Back button, brings back the same view.

Streamlit can bind a widget to the address itself, but writes the label there; a link must hold the id, which
never changes, and not a label, which an officer may mend.
"""

from collections.abc import Callable, Container, Sequence
from contextlib import AbstractContextManager
from urllib.parse import urlencode, urljoin

import streamlit as st

from scrutiny.ui.text import markdown

ENTRY = "entry"
ENTRY_ID = "id"
PICKED = "pick"
_CHOICE_WIDTH = 300
_LONGEST_SHOWN = 80


def filter_row() -> AbstractContextManager[object]:
    """Begin a row of filters, side by side where there is room."""
    return st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="filters")


def choose_one(
    label: str, key: str, options: Sequence[str], *, names: Callable[[str], str], narrows: bool = True
) -> str:
    """Show a choice of one of the options, the first by default, and give what is chosen.

    Where a choice does not narrow what the view shows, as an order, it is none of its filters in words.
    """
    asked = st.query_params.get(key, options[0])
    chosen = asked if asked in options else options[0]
    _tell_dropped([] if chosen == asked else [asked])
    widget = _set(key, chosen)
    _shown()[key] = chosen

    def write() -> None:
        _write(key, st.session_state[widget], options[0])

    picked = st.selectbox(label, options, key=widget, format_func=names, on_change=write, width=_CHOICE_WIDTH)
    if narrows:
        _words()[label] = names(picked)
    return picked


def choose_many(
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
    _tell_dropped([value for value in _asked(key, default) if value and value not in options])
    widget = _set(key, chosen_many(key, options, default))

    def write() -> None:
        picked = [option for option in options if option in st.session_state[widget]]
        _write(key, ",".join(picked), ",".join(option for option in options if option in default))

    if long:
        picked = st.multiselect(label, options, key=widget, format_func=names, on_change=write)
    else:
        picked = st.pills(
            label, options, selection_mode="multi", key=widget, format_func=names, on_change=write, width="content"
        )
    chosen = [option for option in options if option in picked]
    _words()[label] = _all_or_named(chosen, options, names, none="all" if long else "none")
    return chosen


def chosen_many(key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    """Give those of the options that the address asks for, without showing a choice."""
    asked = _asked(key, default)
    return [option for option in options if option in asked]


def text_box(label: str, key: str, *, most: int = 200) -> str:
    """Show a box to type in and give what stands there after a short pause in typing; Escape clears it.

    What is typed is written as it is, spaces too, so that the box does not change under the typist's hands.
    """
    asked = st.query_params.get(key, "")[:most]
    widget = _set(key, asked)

    def write() -> None:
        _write(key, st.session_state[widget], "")

    return st.text_input(label, key=widget, type="search", live="300ms", max_chars=most, on_change=write) or ""


def open_entry(full_id: str) -> None:
    """Ask in the address for an entry's words."""
    st.query_params[ENTRY] = full_id


def opened_entry(known: Container[str]) -> str | None:
    """Give the entry whose words the address asks for, if it is one of the known."""
    asked = st.query_params.get(ENTRY)
    if asked and asked not in known:
        _tell_dropped([asked])
        return None
    return asked


def listed_in_address(key: str, known: Container[str], default: Sequence[str]) -> list[str]:
    """Give the ids that the address lists, each once and in its order, or the default where it lists none."""
    asked = list(dict.fromkeys(_asked(key, default)))
    _tell_dropped([value for value in asked if value and value not in known])
    return [value for value in asked if value in known]


def write_list(key: str, values: Sequence[str]) -> None:
    """Write a list of ids to the address; an empty one is written as well, so that it is not the default."""
    st.query_params[key] = ",".join(values)


def begin_view() -> None:
    """Forget what the view before showed."""
    _shown().clear()
    _words().clear()


def filters_in_words() -> str:
    """Say which filters are in force in this view: “Whose words: Inspectorate. Scope: all.”."""
    return " ".join(f"{label}: {words}." for label, words in _words().items())


def address_of_view() -> str:
    """Give the whole address of the view that is shown.

    It names what was chosen from a list even where that is the first, since a list may begin otherwise one day.
    """
    query = urlencode(_shown() | st.query_params.to_dict())
    return f"{(st.context.url or '').partition('?')[0]}{'?' if query else ''}{query}"


def whole_address(relative: str) -> str:
    """Give the whole address of what stands beside the page that is shown."""
    return urljoin(st.context.url or "", relative)


def asked_id() -> str:
    """Give the id that the address of the entry page asks for."""
    return st.query_params.get(ENTRY_ID, "")


def _shown() -> dict[str, str]:
    """Give what is chosen from lists in this view, by parameter."""
    shown: dict[str, str] = st.session_state.setdefault("what this view shows", {})
    return shown


def _words() -> dict[str, str]:
    """Give the filters of this view in words, by label."""
    words: dict[str, str] = st.session_state.setdefault("filters of this view in words", {})
    return words


def _all_or_named(chosen: Sequence[str], options: Sequence[str], names: Callable[[str], str], *, none: str) -> str:
    """Name what is chosen of some options; `none` is what it means to choose none."""
    if len(chosen) == len(options):
        return "all"
    return "; ".join(map(names, chosen)) or none


def _asked(key: str, default: Sequence[str]) -> list[str]:
    """Give what the address asks for, known or not."""
    return st.query_params[key].split(",") if key in st.query_params else list(default)


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


def _tell_dropped(values: list[str]) -> None:
    """Say that the address asked for something that is not there."""
    if values:
        shown = markdown(", ".join(values)[:_LONGEST_SHOWN])
        st.caption(f"The link asks for something that is not in the register; it was left out: {shown}")
