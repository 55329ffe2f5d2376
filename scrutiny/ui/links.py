"""Links that open an entry: real addresses, so that they can be copied, opened beside, and found by a machine."""

from html import escape
from urllib.parse import urlencode

from scrutiny.ui.address import ENTRY, ENTRY_ID, asked_of_view


def page_link(page: str, query: dict[str, str], words: str) -> str:
    """Write a link to a page of the dashboard with the parameters of its address."""
    address = f"{page}?{urlencode(query)}" if query else page
    return f'<a href="{escape(address)}" data-here>{escape(words)}</a>'


def entry_link(full_id: str, words: str) -> str:
    """Write a link to an entry's own page."""
    return page_link("entry", {ENTRY_ID: full_id}, words)


def view_link(full_id: str, words: str) -> str:
    """Write a link that opens an entry in the view that is shown."""
    query = urlencode(asked_of_view() | {ENTRY: full_id})
    return f'<a href="?{escape(query)}" data-here aria-label="{escape(full_id)}">{escape(words)}</a>'
