"""The view lives in the address: the same link, or the Back button, brings back the same view.

Streamlit can bind a widget to the address itself, but writes the label there; a link must hold the id, which
never changes, and not a label, which an officer may mend.

An address is typed by anybody. What a view has no use for is said once, and stays out of every link that the view
offers. The address itself stays as the reader came by it, so that Back leads back; a choice of the reader's mends it.

Every key has one meaning on all pages:

=============  =====================================================================================================
as_of          the earlier day that every page is of, as its data was kept then
answer         filter: kinds of answer among those that replies offer to a concern
asked          which rows of what the panel asked before are shown, see `rows`
body           filter: the organisations and office-holders that an entry is about
by             filter: who says a commitment
came_back      the inspection whose concerns are followed through later documents
commitment     filter: kinds of commitment
dark           the slides are dark, not light
doubts         which rows of the table of doubts are shown, see `rows`
edit           the question of the sheet that is being reworded
entry          the entry, event, document or date that is opened within the view
force          filter of large registers: the police force
from           filter of large registers: the year from which inspections are shown
gap            filter: kinds of question: written by hand, or the gap that it is about
id             the entry, event, document or date that the page Entry is about
inspection     filter: inspections; where a page shows one inspection, which
item           the item of the agenda that slides are made for
kind           filter: kinds of entry, and on Search of other records too
lane           filter: lanes of the timeline
meeting        the day of the meeting that slides are made for
needs          which rows of the table of what is said to be needed are shown, see `rows`
notes          the presenter's notes are shown, not the slide itself
order          the order of the list or chart; each page has its own
owner          filter: who must act on a commitment
part           the parts that a deck is made of; on About, the one that is open
pick           the questions on the member's sheet, in their order
portion        which portion of the inspections of a large register is shown
q              the words to search for
relation       filter: how the later entry of a pair stands to the earlier
rows           which rows of the page's long list are shown: the number of a sheet, or `all`
scope          filter: local and national
sheet          the member's own words on the sheet, see `sheet_address`
since          the earlier day since which is told what is new
slide          the number of the slide that is shown
strength       filter: how clear the link of a pair is
theme          the one theme that is followed through time
themes         filter: themes
to             filter of large registers: the year up to which inspections are shown
voice          filter: whose words
=============  =====================================================================================================
"""

import time
from collections.abc import Collection, Container, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qsl, urlencode, urljoin

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

from scrutiny.ui.shell.markup import show_caption

ENTRY_PARAM = "entry"
ENTRY_ID_PARAM = "id"
ALL_ROWS_VALUE = "all"
WIDGET_PREFIX = "filter "
_PAGE = "the page that this view is of"
_VIEW = "what this view shows"
_MOST_ON_THEIR_WAY = 20
_WRITTEN_AT = "when an address was last written"
_LATEST = 30.0  # seconds: what was written before that has been heard
_MAX_ECHO = 80
_MAX_DIGITS = 6


@dataclass(frozen=True)
class _View:
    """What is known so far of the view that is being made.

    `asked` is what its address asks for, the last where it asks more than once, and `shown` what it shows of what an
    address can ask for, by parameter. `old_names` are the keys that its page still
    understands by their new ones, `old_values` the values by their key, with the new ones. `warned` is what was said
    already of its address.
    """

    asked: dict[str, str]
    shown: dict[str, str] = field(default_factory=dict)
    old_names: dict[str, str] = field(default_factory=dict)
    old_values: dict[str, Mapping[str, str]] = field(default_factory=dict)
    filters: dict[str, tuple[str, str]] = field(default_factory=dict)
    warned: set[str] = field(default_factory=set)


_current: ContextVar[_View | None] = ContextVar(_VIEW, default=None)
"""The view that this thread makes: to ask Streamlit for it, and for its address, took a tenth of a view's time."""


def start_view(page: str) -> None:
    """Forget what the view before showed; of another page, what was chosen there as well.

    Pages have filters of the same names. Where one takes the place of another, Streamlit gives it no value, and would
    keep that from being set, as long as the old value is remembered.
    """
    has_moved = st.session_state.get(_PAGE) != page
    if has_moved:
        for widget in [name for name in st.session_state if str(name).startswith(WIDGET_PREFIX)]:
            del st.session_state[widget]
    st.session_state[_PAGE] = page
    _catch_up(has_moved=has_moved)
    view = _View(st.query_params.to_dict())
    st.session_state[_VIEW] = view
    _current.set(view)


def accept_old_param(old: str, new: str) -> None:
    """Take what the address says under an old key of this page as said under the new one, so that old links work."""
    _view().old_names[new] = old


def accept_old_values(key: str, values: Mapping[str, str]) -> None:
    """Take old values in the address of this page, alone or in a list, as the new ones, so that old links work."""
    _view().old_values[key] = values


def param(key: str) -> str | None:
    """Return what the address asks for under a key, the last where it asks more than once; None where it does not."""
    view = _view()
    asked = view.asked.get(key)
    if asked is None and key in view.old_names:
        asked = view.asked.get(view.old_names[key])
    values = view.old_values.get(key)
    if not asked or not values:
        return asked
    return values.get(asked) or ",".join(values.get(value, value) for value in asked.split(","))


def selected_option(key: str, options: Sequence[str], default: str = "") -> str:
    """Return the option that the address asks for, or else the default or the first, without showing a choice."""
    asked = param(key)
    chosen = asked if asked is not None and asked in options else default or options[0]
    record_param(key, chosen)
    return chosen


def selected_options(key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    """Return those of the options that the address asks for, without showing a choice.

    An address that asks for options and names none that there is gets the default, not an empty view.
    """
    asked = list_param(key, default)
    if any(asked) and not set(asked) & set(options):
        asked = list(default)
    chosen = [option for option in options if option in asked]
    record_param(key, ",".join(chosen))
    return chosen


def number_param(key: str, most: int) -> int | None:
    """Return the whole number that the address asks for, the nearest from 1 to `most`; None if it asks for none."""
    asked = param(key)
    if asked is None or most < 1:
        return None
    number = min(max(int(asked[:_MAX_DIGITS]) if _is_number(asked) else 1, 1), most)
    record_param(key, str(number))
    return number


def rows_param(key: str, sheets: int) -> int | None:
    """Return which sheet of a list the address asks for, the first by default, at most the last; None is all rows."""
    asked = "1" if (value := param(key)) is None else value
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
    return param(key) is not None


def open_entry_id(known: Container[str], *, within: Container[str]) -> str | None:
    """Return the entry whose words the address asks for, if it is known and `within` what the view shows.

    Filters that leave it out close it.
    """
    asked = param(ENTRY_PARAM)
    if asked and asked not in known:
        warn_unknown_values([asked])
    if not asked or asked not in within:
        return None
    record_param(ENTRY_PARAM, asked)
    return asked


def entry_id_param(known: Container[str]) -> str:
    """Return the id that the address of the entry page asks for, known or not."""
    asked = param(ENTRY_ID_PARAM) or ""
    if asked in known:
        record_param(ENTRY_ID_PARAM, asked)
    return asked


def list_param(key: str, default: Sequence[str] = ()) -> list[str]:
    """Return what the address asks for, known or not."""
    asked = param(key)
    return list(default) if asked is None else asked.split(",")


def known_ids_param(key: str, known: Container[str], default: Sequence[str]) -> list[str]:
    """Return the ids that the address lists, each once and in its order, or the default where it lists none."""
    asked = list(dict.fromkeys(list_param(key, default)))
    warn_unknown_values([value for value in asked if value and value not in known])
    ids = [value for value in asked if value in known]
    record_param(key, ",".join(ids))
    return ids


def set_params(changed: Mapping[str, str | None]) -> None:
    """Change parameters of the address, or take them out; of the others only what the view shows is kept.

    Where a view was not shown to its end, what it had not come to stays as it is. Of several changes at once, as a
    quick hand makes them, none undoes another.
    """
    _catch_up()
    view = _view()
    _hear(st.query_params.to_dict())
    new_names = {old: new for new, old in view.old_names.items()}
    asked: dict[str, str | None] = {new_names.get(name, name): each for name, each in view.asked.items()}
    asked |= {**view_params(), **changed}
    view.shown.update({key: value for key, value in changed.items() if value is not None})
    _write({name: each for name, each in asked.items() if each is not None})


def add_params(params: Mapping[str, str]) -> None:
    """Add parameters to the address of a page as it begins."""
    if params:
        _write({**st.query_params.to_dict(), **params})


def follow(link: Mapping[str, str]) -> None:
    """Make the change that a link within a view stands for, from the query of that view to another.

    The address may have changed since, by a choice whose view is still on its way; what the link does not change stays.
    """
    before, after = (dict(parse_qsl(link[name], keep_blank_values=True)) for name in ("before", "after"))
    set_params({key: after.get(key) for key in before | after if before.get(key) != after.get(key)})


def _write(params: dict[str, str]) -> None:
    _on_their_way().append(params)
    del _on_their_way()[:-_MOST_ON_THEIR_WAY]
    st.session_state[_WRITTEN_AT] = time.monotonic()
    st.query_params.from_dict(params)
    _hear(params)


def _hear(address: Mapping[str, str]) -> None:
    """Take what an address asks for as that of the view, in place of what it asked for before."""
    asked = _view().asked
    asked.clear()
    asked.update(address)


def _catch_up(*, has_moved: bool = False) -> None:
    """Go by the address that was written last, where the browser still names one that was written before it.

    A click may come before the browser has heard what the click before has led to. Whoever goes back or on to another
    page means what the browser names. It is told that again where it may yet hear of what was written before.
    """
    written, named = _on_their_way(), st.query_params.to_dict()
    context = get_script_run_ctx()
    if has_moved or (context and context.is_history_navigation):
        written[:] = [named]
        if time.monotonic() - st.session_state.get(_WRITTEN_AT, -_LATEST) < _LATEST:
            _write(named)
    elif named not in written:
        written[:] = [named]
    elif named != written[-1]:
        st.query_params.from_dict(written[-1])


def record_param(key: str, value: str, *, always: bool = False) -> None:
    """Note what a view shows for a parameter, if the address has it, or always."""
    if always or param(key) is not None:
        _view().shown[key] = value


def view_params() -> dict[str, str]:
    """Return what the address asks for and the view has a use for so far, by parameter."""
    view = _view()
    return {
        key: value for key, value in view.shown.items() if key in view.asked or view.old_names.get(key) in view.asked
    }


def view_url() -> str:
    """Return the whole address of the view that is shown.

    It names what was chosen from a list even where that is the first, since a list may begin otherwise one day.
    """
    query = urlencode(_view().shown)
    return f"{(st.context.url or '').partition('?')[0]}{'?' if query else ''}{query}"


class SameViewUrl(str):
    """The address of a view, relative to itself, with something changed; it knows the query that it was made from.

    So a click tells what the link changes, whatever else was chosen meanwhile.
    """

    origin: str

    def __new__(cls, query: Mapping[str, str], origin: Mapping[str, str]) -> Self:
        """Make the address of a query, in a view of another."""
        url = super().__new__(cls, f"?{urlencode(query)}")
        url.origin = urlencode(origin)
        return url


def same_view_url(changed: dict[str, str], *, without: Collection[str] = ()) -> SameViewUrl:
    """Return the address of the view, relative to itself, with some parameters changed or left out."""
    view = view_params()
    return SameViewUrl({key: value for key, value in view.items() if key not in without} | changed, view)


def resolve_view_links(html: str) -> Markup:
    """Let the links that the macro `view_link` wrote open their entries in the view that is shown.

    So what stands around them can be kept, and be the same for all views.
    """
    view = {key: value for key, value in view_params().items() if key != ENTRY_PARAM}
    # no escaped text holds what is replaced, nor does any other tag
    template = Markup(html)  # noqa: S704  # rows that were escaped when they were written
    return template.replace("<view:", f"?{urlencode(view | {ENTRY_PARAM: ''})}")


def absolute_url(relative: str) -> str:
    """Return the whole address of what stands beside the page that is shown."""
    return urljoin(st.context.url or "", relative)


def active_filters() -> dict[str, tuple[str, str]]:
    """Return the filters of this view by label: the key of each, and in words what it lets through if not all."""
    return _view().filters


def describe_filters() -> str:
    """Say which filters are in force in this view: “Whose words: Inspectors' own words. Local or national: all.”."""
    return " ".join(f"{label}: {words or 'all'}." for label, (_, words) in active_filters().items())


def echo(text: str) -> str:
    """Return what a reader sent as it is shown again: short, and with a sign for each invisible character."""
    short = text if len(text) <= _MAX_ECHO else f"{text[:_MAX_ECHO]}…"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in short)


def warn_unknown_values(values: list[str]) -> None:
    """Say that the address asked for something that is not there."""
    left_out = echo(", ".join(values))
    if values and left_out not in (warned := _view().warned):
        warned.add(left_out)
        show_caption(f"Part of the link was left out, as it leads to nothing here: {left_out}")


def _is_number(asked: str) -> bool:
    # longer numbers are cut, as Python takes long to read very long ones
    return asked[:_MAX_DIGITS].isascii() and asked[:_MAX_DIGITS].isdigit()


def _view() -> _View:
    """The view that is being made; before it is, as in a callback, the one before."""
    if (view := _current.get()) is None:
        view = st.session_state.setdefault(_VIEW, _View(st.query_params.to_dict()))
        _current.set(view)
    return view


def _on_their_way() -> list[dict[str, str]]:
    """The addresses of this page that the browser may name: that of its beginning, and those that were written."""
    addresses: list[dict[str, str]] = st.session_state.setdefault("addresses on their way to the browser", [])
    return addresses
