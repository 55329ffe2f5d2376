"""One theme through time, on a screen of its own: documents in their order, and under each what it says."""

from collections.abc import Collection
from urllib.parse import urlencode

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.thread import thread
from scrutiny.charts.thread import headings_of, theme_thread
from scrutiny.register.records import Theme
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import param, record_param, warn_unknown_values
from scrutiny.ui.shell.page import page_header
from scrutiny.ui.shell.templates import MACROS, show_html
from scrutiny.ui.views.chart import show_picture


def followed_theme(register: Register) -> Theme | None:
    """Return the theme that the address asks to follow, if there is one."""
    asked = param("theme")
    theme = register.themes_by_id.get(asked or "")
    if theme:
        record_param("theme", theme.id)
    else:
        warn_unknown_values([asked] if asked else [])
    return theme


def theme_links(register: Register) -> dict[str, str]:
    """Return the address of each theme on a screen of its own, by its id."""
    return {theme.id: f"themes?{urlencode({'theme': theme.id})}" for theme in register.themes}


def show_thread(register: Register, theme: Theme, full_ids: Collection[str]) -> None:
    """Show what some entries say about a theme, document by document in the order of time."""
    page_header(theme.label, theme.definition, title=f"{theme.label} – Themes")
    steps = thread(register, full_ids, theme.id)
    picture = theme_thread(steps, frames(register).entries, theme=theme.label, headings=headings_of(register, steps))
    show_picture(register, picture, key="thread", part=lambda: extract(register, picture.table.index), wide=True)
    show_html(MACROS.present_link({"themes": theme.id}, "this theme"))
