"""Filters that live in the address: the same link, or the Back button, brings back the same view.

Streamlit can bind a widget to the address itself, but writes the label there; a link must hold the id, which
never changes, and not a label, which an officer may mend.

An address is typed by anybody. What a view has no use for is said once, and stays out of every link that the view
offers. The address itself stays as the reader came by it, so that Back leads back; a choice of the reader's mends it.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlencode, urljoin

import streamlit as st

from scrutiny.ui.paper import on_paper
from scrutiny.ui.text import sentence

ENTRY = "entry"
ENTRY_ID = "id"
PICKED = "pick"
ALL_ROWS = "all"
_WIDGET = "filter "
_PAGE = "the page that this view is of"
_LONGEST_SHOWN = 80
_LONGEST_NUMBER = 6


@contextmanager
def filter_row() -> Iterator[None]:
    """Begin a row of filters, side by side where there is room; on paper, words say what was chosen."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="filters"):
        yield
    on_paper(f"Shown: {filters_in_words()}")


def choose_one(
    label: str, key: str, options: Sequence[str], *, names: Callable[[str], str], narrows: bool = True, width: int = 300
) -> str:
    """Show a choice of one of the options, the first by default, and give what is chosen; `width` is in pixels.

    Where a choice does not narrow what the view shows, as an order, it is none of its filters in words.
    """
    asked, chosen = st.query_params.get(key, options[0]), chosen_one(key, options)
    _tell_dropped([] if chosen == asked else [asked])
    widget = _set(key, chosen)
    _used(key, chosen, always=True)

    def write() -> None:
        _write(key, st.session_state[widget], options[0])

    told = _told_apart(options, names)
    picked = st.selectbox(label, options, key=widget, format_func=told.__getitem__, on_change=write, width=width)
    if narrows:
        _words()[label] = told[picked]
    return picked


def chosen_one(key: str, options: Sequence[str]) -> str:
    """Give the one of the options that the address asks for, or else the first, without showing a choice."""
    asked = st.query_params.get(key, options[0])
    chosen = asked if asked in options else options[0]
    _used(key, chosen)
    return chosen


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
    _tell_dropped([value for value in asked_many(key, default) if value and value not in options])
    widget = _set(key, chosen_many(key, options, default))

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
    _words()[label] = _all_or_named(chosen, options, told, none="all" if long else "none")
    return chosen


def chosen_many(key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    """Give those of the options that the address asks for, without showing a choice.

    An address that asks for options and names none that there is gets the default, not an empty view.
    """
    asked = asked_many(key, default)
    if any(asked) and not set(asked) & set(options):
        asked = list(default)
    chosen = [option for option in options if option in asked]
    _used(key, ",".join(chosen))
    return chosen


def asked_number(key: str, most: int) -> int | None:
    """Give the whole number that the address asks for, the nearest from 1 to `most`; None if it asks for none."""
    asked = st.query_params.get(key)
    if asked is None or most < 1:
        return None
    number = min(max(int(asked[:_LONGEST_NUMBER]) if _is_number(asked) else 1, 1), most)
    _used(key, str(number))
    return number


def asked_rows(key: str, sheets: int) -> int | None:
    """Give which sheet of a list the address asks for, the first by default, at most the last; None is all rows."""
    asked = st.query_params.get(key, "1")
    if asked != ALL_ROWS and not _is_number(asked):
        _tell_dropped([asked])
        return 1
    if sheets == 1:
        return 1
    if asked == ALL_ROWS:
        _used(key, asked)
        return None
    return asked_number(key, sheets) or 1


def asked_for(key: str) -> bool:
    """Tell whether the address asks for something that is either there or not."""
    _used(key, "1")
    return key in st.query_params


def text_box(label: str, key: str, *, most: int = 200) -> str:
    """Show a box to type in and give what stands there after a short pause in typing; Escape clears it.

    What is typed is written as it is, spaces too, so that the box does not change under the typist's hands.
    """
    asked = st.query_params.get(key, "")[:most]
    _used(key, asked)
    widget = _set(key, asked)

    def write() -> None:
        _write(key, st.session_state[widget], "")

    _words()[label] = f"“{reflected(asked)}”"
    return st.text_input(label, key=widget, type="search", live="300ms", max_chars=most, on_change=write) or ""


def open_entry(full_id: str) -> None:
    """Ask in the address for an entry's words."""
    _ask(ENTRY, full_id)


def opened_entry(known: Container[str]) -> str | None:
    """Give the entry whose words the address asks for, if it is one of the known."""
    asked = st.query_params.get(ENTRY)
    if asked and asked not in known:
        _tell_dropped([asked])
        return None
    if asked:
        _used(ENTRY, asked)
    return asked


def asked_many(key: str, default: Sequence[str] = ()) -> list[str]:
    """Give what the address asks for, known or not."""
    return st.query_params[key].split(",") if key in st.query_params else list(default)


def listed_in_address(key: str, known: Container[str], default: Sequence[str]) -> list[str]:
    """Give the ids that the address lists, each once and in its order, or the default where it lists none."""
    asked = list(dict.fromkeys(asked_many(key, default)))
    _tell_dropped([value for value in asked if value and value not in known])
    listed = [value for value in asked if value in known]
    _used(key, ",".join(listed))
    return listed


def write_list(key: str, values: Sequence[str]) -> None:
    """Write a list of ids to the address; an empty one is written as well, so that it is not the default."""
    _ask(key, ",".join(values))


def begin_view(page: str) -> None:
    """Forget what the view before showed; of another page, what was chosen there as well.

    Pages have filters of the same names. Where one takes the place of another, Streamlit gives it no value, and would
    keep that from being set, as long as the old value is remembered.
    """
    if st.session_state.get(_PAGE) != page:
        for widget in [name for name in st.session_state if str(name).startswith(_WIDGET)]:
            del st.session_state[widget]
    st.session_state[_PAGE] = page
    _shown().clear()
    _told().clear()
    _words().clear()


def filters_in_words() -> str:
    """Say which filters are in force in this view: “Whose words: Inspectorate. Scope: all.”."""
    return " ".join(f"{label}: {words}." for label, words in _words().items())


def address_of_view() -> str:
    """Give the whole address of the view that is shown.

    It names what was chosen from a list even where that is the first, since a list may begin otherwise one day.
    """
    query = urlencode(_shown())
    return f"{(st.context.url or '').partition('?')[0]}{'?' if query else ''}{query}"


def whole_address(relative: str) -> str:
    """Give the whole address of what stands beside the page that is shown."""
    return urljoin(st.context.url or "", relative)


def asked_of_view() -> dict[str, str]:
    """Give what the address asks for and the view has a use for so far, by parameter."""
    return {key: value for key, value in _shown().items() if key in st.query_params}


def asked_id(known: Container[str]) -> str:
    """Give the id that the address of the entry page asks for, known or not."""
    asked = st.query_params.get(ENTRY_ID, "")
    if asked in known:
        _used(ENTRY_ID, asked)
    return asked


def reflected(text: str) -> str:
    """Give what a reader sent as it is shown again: short, and with a sign for each character that cannot be seen."""
    seen = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return seen if len(seen) <= _LONGEST_SHOWN else f"{seen[:_LONGEST_SHOWN]}…"


def _is_number(asked: str) -> bool:
    """Tell whether what the address asks for begins as a whole number does."""
    return asked[:_LONGEST_NUMBER].isascii() and asked[:_LONGEST_NUMBER].isdigit()


def _shown() -> dict[str, str]:
    """Give what this view shows of what an address can ask for, by parameter."""
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


def _told_apart(options: Sequence[str], names: Callable[[str], str]) -> dict[str, str]:
    """Name options; those that share a name have their id beside it, as Streamlit knows a choice by its name alone."""
    named = {option: names(option) for option in options}
    times = Counter(named.values())
    return {option: name if times[name] == 1 else f"{name} ({option})" for option, name in named.items()}


def _told() -> set[str]:
    """Give what was said of this view's address."""
    told: set[str] = st.session_state.setdefault("what was said of the address", set())
    return told


def _used(key: str, value: str, *, always: bool = False) -> None:
    """Note what a view shows for a parameter, if the address has it, or always."""
    if always or key in st.query_params:
        _shown()[key] = value


def _ask(key: str, value: str | None) -> None:
    """Change one parameter of the address, or take it out; of the others only what the view shows is kept.

    Where a view was not shown to its end, what it had not come to stays as it is. Of several changes at once, as a
    quick hand makes them, none undoes another.
    """
    asked = st.query_params.to_dict() | asked_of_view() | {key: value}
    if value is not None:
        _shown()[key] = value
    st.query_params.from_dict({name: each for name, each in asked.items() if each is not None})


def _set(key: str, value: str | list[str]) -> str:
    """Give the widget the value that the address holds; the widget's name is not the address's."""
    widget = f"{_WIDGET}{key}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget


def _write(key: str, value: str, default: str) -> None:
    """Write a choice to the address; a default needs no writing."""
    _ask(key, None if value == default else value)


def _tell_dropped(values: list[str]) -> None:
    """Say that the address asked for something that is not there."""
    left_out = reflected(", ".join(values))
    if values and left_out not in _told():
        _told().add(left_out)
        sentence(f"The link asks for something that is not in the register; it was left out: {left_out}", small=True)
