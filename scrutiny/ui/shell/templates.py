"""HTML by templates: what a template writes is escaped, unless it is markup already.

Templates stand in `scrutiny/ui/templates/`, what several of them share in `macros.html`. Text of the data never
becomes markup this way, whoever writes the template. Nothing else in `ui` writes tags, and a test holds that.
"""

import re
from collections.abc import Iterable
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scrutiny.analysis.facts import basis, labels, reference
from scrutiny.analysis.panel import answered_by, asked_about, came_words, comment_head, comments_on, in_a_line, state
from scrutiny.charts.marks import series_name
from scrutiny.charts.style import COLOURS, glyph
from scrutiny.ui import TEMPLATES
from scrutiny.ui.shell.context import as_of_day
from scrutiny.wording import (
    count_of,
    date_as_printed,
    document_name,
    format_date,
    inspection_name,
    join_list,
    office,
)

_TAG = re.compile(r"<[^>]*>")
_LINK_TO_A_PAGE = re.compile(r"""(?<=\shref=")(\.|[a-z][a-z-]*)(\?[^"]*)?(?=")""")
_MAX_WORD = 40


def has_long_word(cells: Iterable[object]) -> bool:
    """Tell whether a row of a table has a word too long for any column, not counting what is inside tags."""
    for cell in cells:
        words = str(cell).split()
        if max(map(len, words), default=0) > _MAX_WORD and isinstance(cell, Markup):
            words = _TAG.sub(" ", cell).split()
        if max(map(len, words), default=0) > _MAX_WORD:
            return True
    return False


ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,  # a name that is misspelt is an error, not a gap on the page
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # templates are compiled once, and do not change while the dashboard runs
)
ENVIRONMENT.globals |= {
    "COLOURS": COLOURS,
    "answered_by": answered_by,
    "asked_in_a_line": in_a_line,
    "asked_about": asked_about,
    "asked_state": state,
    "came_words": came_words,
    "basis": basis,
    "date_as_printed": date_as_printed,
    "document_name": document_name,
    "format_date": format_date,
    "comment_head": comment_head,
    "comments_on": comments_on,
    "count_of": count_of,
    "entry_labels": labels,
    "glyph": glyph,
    "inspection_name": inspection_name,
    "join_list": join_list,
    "office": office,
    "reference": reference,
    "series_name": series_name,
    "zip": zip,
}
ENVIRONMENT.tests["with_long_word"] = has_long_word
MACROS: Any = ENVIRONMENT.get_template("macros.html").module
"""The macros of `macros.html`, to be called from Python; each returns markup."""


def render(template: str, /, **context: object) -> Markup:
    """Return what a template writes; plain strings of the context are escaped, markup is not."""
    return Markup(ENVIRONMENT.get_template(template).render(context))  # noqa: S704  # a template escapes what it is given


def show(template: str, /, **context: object) -> None:
    """Show on the page what a template writes."""
    show_html(render(template, **context))


def show_html(html: str) -> None:
    """Show markup on the page; in a view of an earlier day every link leads to a page of that day."""
    st.html(_Rendered(with_day(html, day.isoformat()) if (day := as_of_day()) else html))


def with_day(html: str, day: str) -> str:
    """Return markup whose links to other pages ask for an earlier day, unless they say themselves for which.

    It may have been written for readers of today: what is made of a register is made once for all.
    """

    def with_it(link: re.Match[str]) -> str:
        page, query = link[1], link[2] or ""
        return link[0] if "as_of=" in query else f"{page}{query}{'&amp;' if query else '?'}as_of={day}"

    return _LINK_TO_A_PAGE.sub(with_it, html)


class _Rendered:
    """Markup that Streamlit takes as it is: it would look through every line of a string for indents to remove."""

    def __init__(self, html: str) -> None:
        self._html = html

    def _repr_html_(self) -> str:
        return self._html
