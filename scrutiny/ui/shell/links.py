"""Links that open an entry: real addresses, so that they can be copied, opened beside, and found by a machine."""

from collections.abc import Collection
from urllib.parse import urlencode

from markupsafe import Markup

from scrutiny.ui.shell.address import ENTRY_PARAM, same_view_url, view_params
from scrutiny.ui.shell.templates import MACROS


def page_link(page: str, query: dict[str, str], words: str) -> Markup:
    """Return a link to a page of the dashboard with the parameters of its address."""
    link: Markup = MACROS.page_link(page, query, words)
    return link


def present_link(query: dict[str, str], what: str) -> Markup:
    """Return, as a line, the link to the deck of something."""
    link: Markup = MACROS.present_link(query, what)
    return link


def entry_link(full_id: str, words: str) -> Markup:
    """Return a link to an entry's own page."""
    link: Markup = MACROS.entry_link(full_id, words)
    return link


def view_link(full_id: str, words: str) -> Markup:
    """Return a link that opens an entry in a view; `resolve_view_links` says which, so that rows can be kept."""
    link: Markup = MACROS.view_link(full_id, words)
    return link


def resolve_view_links(html: str) -> Markup:
    """Let the links that `view_link` wrote open their entries in the view that is shown."""
    view = {key: value for key, value in view_params().items() if key != ENTRY_PARAM}
    # no escaped text holds what is replaced, nor does any other tag
    template = Markup(html)  # noqa: S704  # rows that were escaped when they were written
    return template.replace("<view:", f"?{urlencode(view | {ENTRY_PARAM: ''})}")


def same_view_link(changed: dict[str, str], words: str, *, without: Collection[str] = (), data: str = "here") -> Markup:
    """Return a link to the view with some parameters changed or left out; `data` names what a click on it does."""
    link: Markup = MACROS.same_view_link(same_view_url(changed, without=without), words, data)
    return link
