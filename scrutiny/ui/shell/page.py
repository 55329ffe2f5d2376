"""What every page begins with."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import StopException, get_script_run_ctx

from scrutiny.register.register import Register
from scrutiny.ui import ASSETS
from scrutiny.ui.shell.address import follow, start_view, view_url
from scrutiny.ui.shell.as_of import keep_as_of, show_as_of
from scrutiny.ui.shell.batch_choice import keep_batch
from scrutiny.ui.shell.context import current_register, real_today
from scrutiny.ui.shell.printing import set_print_footer
from scrutiny.ui.shell.sheet_address import keep_sheet
from scrutiny.ui.shell.templates import MACROS, show, show_html
from scrutiny.wording import format_day

_SCRIPT = "marks"
_RUNNING = "reached through the dashboard"
_UNKNOWN = "the address that is none of the dashboard’s"
_PATH = re.compile(r"[\w.-]+")
_ICON = (ASSETS / "icon.png").read_bytes()
_CSS = " ".join(" ".join((ASSETS / name).read_text(encoding="utf-8") for name in ("layout.css", "print.css")).split())
# marks by keyboard, links without a reload, pictures to take away, print
_mount_script: Any = st.components.v2.component("scrutiny_marks", js=(ASSETS / "marks.js").read_text(encoding="utf-8"))
_STYLE = MACROS.style(Markup(_CSS))  # noqa: S704  # our own files


def page_settings() -> None:
    """Set what every page has: its icon and width, and the few rules of layout and print that no theme can hold."""
    st.set_page_config(page_icon=_ICON, layout="wide")
    show_html(_STYLE)


def begin_page() -> Register:
    """Begin a page, making sure that it was reached through `dashboard.py`, and return the register that it shows.

    On the very first visit after a start, Streamlit's older way of finding pages runs a file of `pages/` alone; the
    settings hide its navigation. The dashboard's own `st.navigation` turns that off; where a page comes first, the
    page does, and runs again.

    A page of an earlier day begins with a line that says so.
    """
    if _RUNNING not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()
    show_as_of()
    return current_register()


def run_pages(pages: Sequence[StreamlitPage], moved: Mapping[str, StreamlitPage]) -> None:
    """Show the navigation along the top and run the page that is asked for.

    `moved` are pages by the addresses that they once had.
    """
    st.session_state[_RUNNING] = True
    known = [*pages, *(_old_address(path, to) for path, to in moved.items())]
    page = st.navigation([*known, *_unknown_address(known)], position="top")
    start_view(page.url_path)
    keep_as_of(page.url_path)
    keep_batch(page.url_path)
    keep_sheet(page.url_path)
    with suppress(StopException):  # a page that has nothing more to show ends like any other
        page.run()
    register = current_register()
    show("frame.html", settings=register.settings, address=view_url())
    set_print_footer(address=view_url())
    _mount_script(key=_SCRIPT, height=1, on_followed_change=lambda: follow(st.session_state[_SCRIPT].followed))


def _old_address(path: str, to: StreamlitPage) -> StreamlitPage:
    def go() -> None:
        st.switch_page(to, query_params=st.query_params.to_dict())

    return st.Page(go, title=to.title, url_path=path, visibility="hidden")


def _unknown_address(known: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """Return a page that says that there is none, where one was asked for that there is not.

    Streamlit would show the front page under the wrong address, with a message for developers. Whoever came by such an
    address keeps it for as long as the session lasts, as the page may run again.
    """
    context = get_script_run_ctx()
    asked = (context and context.pages_manager.intended_page_name) or st.session_state.get(_UNKNOWN, "")
    if not _PATH.fullmatch(asked) or asked in {page.url_path for page in known}:
        return []
    st.session_state[_UNKNOWN] = asked
    return [st.Page(_no_such_page, title="Page not found", url_path=asked, visibility="hidden")]


def _no_such_page() -> None:
    page_header(
        "We cannot find that page", "The link may be incomplete, or the address mistyped.", title="Page not found"
    )
    show("no_page.html")


def page_header(text: str, lead: str = "", *, title: str = "", told: bool = False) -> None:
    """Begin a page with its heading and one sentence about it.

    `title` names it in the browser, if not its heading: its subject, then the page. On paper, each
    sheet says at its foot what it is. `told` is a sentence that is read out when a choice has changed it.
    """
    settings, day = current_register().settings, real_today()
    is_first = text == settings.title
    st.set_page_config(page_title=text if is_first else f"{title or text} – {settings.title}")
    set_print_footer(
        title=text if is_first else f"{text} · {settings.title}",
        day=f"Last checked {settings.reviewed_on.printed}. Paper copy made on {format_day(day)} from",
    )
    show_html(MACROS.page_header(text, lead, told))


def empty_register_note() -> None:
    """Say that there is nothing to show, and who may know more."""
    st.info("There is no inspection here yet.")
    show("nothing_yet.html")


def require_inspections(register: Register, heading: str, *, title: str = "") -> None:
    """End a page that has nothing to show without an inspection, with its heading and a word why."""
    if not register.inspections:
        page_header(heading, title=title)
        empty_register_note()
        st.stop()
