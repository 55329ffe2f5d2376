"""Filters that live in the address: the same link, or the Back button, brings back the same view.

Streamlit can bind a widget to the address itself, but writes the label there; a link must hold the id, which
never changes, and not a label, which an officer may mend.

An address is typed by anybody. What a view has no use for is said once, and stays out of every link that the view
offers. The address itself stays as the reader came by it, so that Back leads back; a choice of the reader's mends it.
"""

from collections.abc import Container, Sequence
from urllib.parse import urlencode, urljoin

import streamlit as st

from scrutiny.ui.shell.markup import show_sentence

ENTRY_PARAM = "entry"
ENTRY_ID_PARAM = "id"
PICKED_PARAM = "pick"
ALL_ROWS_VALUE = "all"
WIDGET_PREFIX = "filter "
_PAGE = "the page that this view is of"
_LONGEST_SHOWN = 80
_LONGEST_NUMBER = 6


def selected_option(key: str, options: Sequence[str]) -> str:
    """Give the one of the options that the address asks for, or else the first, without showing a choice."""
    asked = st.query_params.get(key, options[0])
    chosen = asked if asked in options else options[0]
    record_param(key, chosen)
    return chosen


def selected_options(key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    """Give those of the options that the address asks for, without showing a choice.

    An address that asks for options and names none that there is gets the default, not an empty view.
    """
    asked = list_param(key, default)
    if any(asked) and not set(asked) & set(options):
        asked = list(default)
    chosen = [option for option in options if option in asked]
    record_param(key, ",".join(chosen))
    return chosen


def number_param(key: str, most: int) -> int | None:
    """Give the whole number that the address asks for, the nearest from 1 to `most`; None if it asks for none."""
    asked = st.query_params.get(key)
    if asked is None or most < 1:
        return None
    number = min(max(int(asked[:_LONGEST_NUMBER]) if _is_number(asked) else 1, 1), most)
    record_param(key, str(number))
    return number


def rows_param(key: str, sheets: int) -> int | None:
    """Give which sheet of a list the address asks for, the first by default, at most the last; None is all rows."""
    asked = st.query_params.get(key, "1")
    if asked != ALL_ROWS_VALUE and not _is_number(asked):
        warn_unknown_values([asked])
        return 1
    if sheets == 1:
        return 1
    if asked == ALL_ROWS_VALUE:
        record_param(key, asked)
        return None
    return number_param(key, sheets) or 1


def has_param(key: str) -> bool:
    """Tell whether the address asks for something that is either there or not."""
    record_param(key, "1")
    return key in st.query_params


def open_entry(full_id: str) -> None:
    """Ask in the address for an entry's words."""
    set_param(ENTRY_PARAM, full_id)


def open_entry_id(known: Container[str]) -> str | None:
    """Give the entry whose words the address asks for, if it is one of the known."""
    asked = st.query_params.get(ENTRY_PARAM)
    if asked and asked not in known:
        warn_unknown_values([asked])
        return None
    if asked:
        record_param(ENTRY_PARAM, asked)
    return asked


def list_param(key: str, default: Sequence[str] = ()) -> list[str]:
    """Give what the address asks for, known or not."""
    return st.query_params[key].split(",") if key in st.query_params else list(default)


def known_ids_param(key: str, known: Container[str], default: Sequence[str]) -> list[str]:
    """Give the ids that the address lists, each once and in its order, or the default where it lists none."""
    asked = list(dict.fromkeys(list_param(key, default)))
    warn_unknown_values([value for value in asked if value and value not in known])
    listed = [value for value in asked if value in known]
    record_param(key, ",".join(listed))
    return listed


def set_list_param(key: str, values: Sequence[str]) -> None:
    """Write a list of ids to the address; an empty one is written as well, so that it is not the default."""
    set_param(key, ",".join(values))


def start_view(page: str) -> None:
    """Forget what the view before showed; of another page, what was chosen there as well.

    Pages have filters of the same names. Where one takes the place of another, Streamlit gives it no value, and would
    keep that from being set, as long as the old value is remembered.
    """
    if st.session_state.get(_PAGE) != page:
        for widget in [name for name in st.session_state if str(name).startswith(WIDGET_PREFIX)]:
            del st.session_state[widget]
    st.session_state[_PAGE] = page
    _shown().clear()
    _told().clear()
    active_filters().clear()


def describe_filters() -> str:
    """Say which filters are in force in this view: “Whose words: Inspectorate. Scope: all.”."""
    return " ".join(f"{label}: {words}." for label, words in active_filters().items())


def view_url() -> str:
    """Give the whole address of the view that is shown.

    It names what was chosen from a list even where that is the first, since a list may begin otherwise one day.
    """
    query = urlencode(_shown())
    return f"{(st.context.url or '').partition('?')[0]}{'?' if query else ''}{query}"


def absolute_url(relative: str) -> str:
    """Give the whole address of what stands beside the page that is shown."""
    return urljoin(st.context.url or "", relative)


def view_params() -> dict[str, str]:
    """Give what the address asks for and the view has a use for so far, by parameter."""
    return {key: value for key, value in _shown().items() if key in st.query_params}


def entry_id_param(known: Container[str]) -> str:
    """Give the id that the address of the entry page asks for, known or not."""
    asked = st.query_params.get(ENTRY_ID_PARAM, "")
    if asked in known:
        record_param(ENTRY_ID_PARAM, asked)
    return asked


def echo(text: str) -> str:
    """Give what a reader sent as it is shown again: short, and with a sign for each character that cannot be seen."""
    seen = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return seen if len(seen) <= _LONGEST_SHOWN else f"{seen[:_LONGEST_SHOWN]}…"


def set_param(key: str, value: str | None) -> None:
    """Change one parameter of the address, or take it out; of the others only what the view shows is kept.

    Where a view was not shown to its end, what it had not come to stays as it is. Of several changes at once, as a
    quick hand makes them, none undoes another.
    """
    asked = st.query_params.to_dict() | view_params() | {key: value}
    if value is not None:
        _shown()[key] = value
    st.query_params.from_dict({name: each for name, each in asked.items() if each is not None})


def record_param(key: str, value: str, *, always: bool = False) -> None:
    """Note what a view shows for a parameter, if the address has it, or always."""
    if always or key in st.query_params:
        _shown()[key] = value


def warn_unknown_values(values: list[str]) -> None:
    """Say that the address asked for something that is not there."""
    left_out = echo(", ".join(values))
    if values and left_out not in _told():
        _told().add(left_out)
        show_sentence(
            f"The link asks for something that is not in the register; it was left out: {left_out}", small=True
        )


def active_filters() -> dict[str, str]:
    """Give the filters of this view in words, by label."""
    words: dict[str, str] = st.session_state.setdefault("filters of this view in words", {})
    return words


def _is_number(asked: str) -> bool:
    """Tell whether what the address asks for begins as a whole number does."""
    return asked[:_LONGEST_NUMBER].isascii() and asked[:_LONGEST_NUMBER].isdigit()


def _shown() -> dict[str, str]:
    """Give what this view shows of what an address can ask for, by parameter."""
    shown: dict[str, str] = st.session_state.setdefault("what this view shows", {})
    return shown


def _told() -> set[str]:
    """Give what was said of this view's address."""
    told: set[str] = st.session_state.setdefault("what was said of the address", set())
    return told
