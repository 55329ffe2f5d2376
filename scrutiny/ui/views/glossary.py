"""Acronyms explained where they stand: a button opens what one means, without a script and without a new page."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup, escape

from scrutiny.register.records import Term
from scrutiny.ui.shell.templates import MACROS


def explained(text: str, glossary: Iterable[Term]) -> Markup:
    """Return a text as markup in which each acronym of the glossary can be opened where it first stands.

    The browser's own popover is used: it opens by touch, mouse, Enter and space, closes with Escape or a click
    elsewhere, tells screen readers whether it is open, and may stand in paragraphs, headings and table cells
    (not inside a link or a button). An acronym is a whole word as the glossary spells it, also with a plural s.
    The rest of the text is escaped.
    """
    terms = {term.id: term for term in glossary}
    if not terms:
        return escape(text)
    html, end = Markup(), 0
    for match in _one_of(tuple(terms)).finditer(text):
        term = terms.pop(match[1], None)
        if term:
            # the name that ties button and meaning together differs between the texts of a page
            name = f"term-{sha256(f'{term.id} {text}'.encode()).hexdigest()[:12]}"
            html += escape(text[end : match.start()]) + MACROS.explained_term(term, match[0], name)
            end = match.end()
    return html + escape(text[end:])


@lru_cache(maxsize=8)
def _one_of(acronyms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(acronyms, key=lambda acronym: (-len(acronym), acronym))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})s?(?!\w)")
