"""Links that open an entry: real addresses, so that they can be copied, opened beside, and found by a machine."""

from collections.abc import Collection
from html import escape
from urllib.parse import quote, urlencode

from scrutiny.ui.shell.address import ENTRY_ID_PARAM, ENTRY_PARAM, view_params

_VIEW = "<view:"
"""Stands for the address of a view in what is written for all readers; no escaped text holds it, nor does any tag."""


def page_link(page: str, query: dict[str, str], words: str) -> str:
    """Write a link to a page of the dashboard with the parameters of its address."""
    address = f"{page}?{urlencode(query)}" if query else page
    return f'<a href="{escape(address)}" data-here>{escape(words)}</a>'


def present_link(query: dict[str, str], what: str) -> str:
    """Write, as a line, the link to the deck of something."""
    words = f"Present {what}, or take it away as slides, briefing or workbook"
    return f'<p class="around">{page_link("present", query, words)}</p>'


def entry_link(full_id: str, words: str) -> str:
    """Write a link to an entry's own page."""
    return page_link("entry", {ENTRY_ID_PARAM: full_id}, words)


def view_link(full_id: str, words: str) -> str:
    """Write a link that opens an entry in a view; `in_view` says which, so that readers can share what is written."""
    return f'<a href="{_VIEW}{quote(full_id)}" data-here aria-label="{escape(full_id)}">{escape(words)}</a>'


def resolve_view_links(html: str) -> str:
    """Let the links that `view_link` wrote open their entries in the view that is shown."""
    view = {key: value for key, value in view_params().items() if key != ENTRY_PARAM}
    return html.replace(_VIEW, f"?{escape(urlencode(view | {ENTRY_PARAM: ''}))}")


def same_view_link(changed: dict[str, str], words: str, *, without: Collection[str] = (), data: str = "here") -> str:
    """Write a link to the view with some parameters changed or left out; `data` names what a click on it does."""
    kept = {key: value for key, value in view_params().items() if key not in without}
    return f'<a href="?{escape(urlencode(kept | changed))}" data-{data}>{escape(words)}</a>'
