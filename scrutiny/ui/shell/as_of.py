"""A view of an earlier day: the register as it was kept on that day or before, and that day as today.

`?as_of=2026-06-30` asks for it on any page, and every link of such a view asks for it as well.
"""

import re
from datetime import date

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from scrutiny.register.records import Release
from scrutiny.register.releases import as_of, before
from scrutiny.store import release_snapshot
from scrutiny.ui.shell.address import add_params, param, record_param, same_view_url, warn_unknown_values
from scrutiny.ui.shell.context import pin_as_of, real_today, today, todays_snapshot
from scrutiny.ui.shell.markup import show_caption
from scrutiny.ui.shell.templates import show
from scrutiny.wording import format_day

AS_OF = "as_of"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LAST_DAY = "the last page of this window, and the earlier day that it was of"


def keep_as_of(page: str) -> None:
    """Keep an earlier day from page to page; whoever goes back in time by the browser's own button goes there."""
    last_page, last_day = st.session_state.get(_LAST_DAY, (page, None))
    context = get_script_run_ctx()
    is_chosen = AS_OF in st.query_params or (context and context.is_history_navigation)
    if last_page != page and last_day and not is_chosen:
        add_params({AS_OF: last_day})
    st.session_state[_LAST_DAY] = page, st.query_params.get(AS_OF)


def show_as_of() -> None:
    """Begin a view of the day that the address asks for with a line that says so, or else one of today."""
    pin_as_of(None)
    asked = param(AS_OF)
    if asked is None:
        return
    day = _day(asked)
    if day is None:
        warn_unknown_values([asked])
    elif day > real_today():
        _say_why_not(f"{format_day(day)} has not come yet.")
    elif not (release := as_of(releases(), day)):
        _say_why_not(f"Nothing was kept on {format_day(day)} or before.")
    elif not (snapshot := release_snapshot(release)).register:
        _say_why_not(f"What was kept of {release.date.printed} cannot be shown.")
    else:
        record_param(AS_OF, day.isoformat())
        pin_as_of(day, snapshot)
        then = release.when if day == release.day else f"on {format_day(day)}, as kept for {release.name}"
        show("as_of.html", then=then, today=same_view_url({}, without=[AS_OF]))


def releases() -> tuple[Release, ...]:
    """Return the days of which today's register says that they were kept."""
    register = todays_snapshot().register
    return register.settings.releases if register else ()


def earlier_releases() -> tuple[Release, ...]:
    """Return those of earlier days than that of the view, the newest first."""
    return before(releases(), today())


def _day(asked: str) -> date | None:
    try:
        return date.fromisoformat(asked) if _DAY.fullmatch(asked) else None
    except ValueError:
        return None


def _say_why_not(why: str) -> None:
    show_caption(f"{why} You see everything as it is today.")
