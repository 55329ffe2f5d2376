"""Acronyms explained where they stand: a button opens what one means, without a script and without a new page."""

import re
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from scrutiny.register.records import Term


def explained(text: str, glossary: Iterable[Term]) -> str:
    """Write a text as HTML in which each acronym of the glossary can be opened where it first stands.

    The browser's own popover is used: it opens by touch, mouse, Enter and space, closes with Escape or a click
    elsewhere, tells screen readers whether it is open, and may stand in paragraphs, headings and table cells
    (not inside a link or a button). An acronym is a whole word as the glossary spells it, also with a plural s.
    The rest of the text is escaped.
    """
    terms = {term.id: term for term in glossary}
    if not terms:
        return escape(text)
    longest_first = sorted(terms, key=lambda acronym: (-len(acronym), acronym))
    acronyms = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})s?(?!\w)")
    html, written = "", 0
    for match in acronyms.finditer(text):
        html += escape(text[written : match.start()])
        term = terms.pop(match[1], None)
        html += _button(term, match[0], text) if term else escape(match[0])
        written = match.end()
    return html + escape(text[written:])


def _button(term: Term, words: str, text: str) -> str:
    """Write an acronym as a button, and what it opens; the name that ties them together comes from the text."""
    name = f"term-{sha256(f'{term.id} {text}'.encode()).hexdigest()[:12]}"
    return (
        f'<button type="button" class="term" popovertarget="{name}" data-expansion="{escape(term.expansion)}">'
        f"{escape(words)}</button>"
        f'<span popover class="meaning" id="{name}" role="note"><b>{escape(term.id)}</b>: {escape(term.expansion)}. '
        f"{escape(term.meaning)}</span>"
    )
