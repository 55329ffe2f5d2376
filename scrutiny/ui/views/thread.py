"""One theme as a thread: documents in the order of time, and under each what it says."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from scrutiny.analysis.facts import labels
from scrutiny.analysis.thread import ThreadStep, thread
from scrutiny.charts import style
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.ui.shell.choices import select_one
from scrutiny.ui.shell.links import entry_link, present_link
from scrutiny.ui.shell.markup import heading_html, show_html, show_sentence
from scrutiny.wording import count_of, format_date, inspection_name


def show_thread(register: Register, full_ids: Iterable[str]) -> None:
    """Choose a theme and show everything that some entries say about it in the order of time."""
    st.header("One theme through time", anchor=False)
    themes = register.themes_by_id
    theme = select_one("Theme", "theme", list(themes), names=lambda key: themes[key].label, narrows=False)
    steps = thread(register, full_ids, theme)
    said = sum(len(step.entries) for step in steps)
    if not said:
        show_sentence(f"No entry that fits the filters above speaks of “{themes[theme].label}”.")
        return
    unread = sum(not step.document.held for step in steps)
    head = heading_html(
        f"“{themes[theme].label}”: {count_of(said, 'entry', 'entries')} in {count_of(len(steps) - unread, 'document')}",
        f"{themes[theme].definition} Entries that name this theme, as their main one or beside others, in the "
        f"order of time as printed. {count_of(unread, 'document')} known but not held stand where they would stand.",
    )
    documents = "".join(_step(register, step) for step in steps)
    show_html(f'{head}{present_link({"themes": theme}, "this theme")}<ol class="thread">{documents}</ol>')


def entry_symbol(entry: Entry) -> str:
    """Draw the mark of an entry in a line of text, as charts draw it: hollow for the respondent's own view."""
    kind = entry.entry_kind
    glyph = style.glyph(kind, entry.is_own_view)
    return f'<span aria-hidden="true" style="color: {style.COLOURS[kind]}">{glyph}</span>'


def _step(register: Register, step: ThreadStep) -> str:
    document, dated = step.document, step.document.date
    state = "" if document.held else ", known but not held: what it says is not in the register"
    doubt = f"<p>Doubt about the date: {escape(dated.doubt)}</p>" if dated and dated.doubt else ""
    entries = "".join(_entry(register, entry) for entry in step.entries)
    return (
        f'<li class="{"held" if document.held else "not-held"}"><h4>{escape(format_date(dated))}: '
        f"{escape(document.kind.label)}, {escape(inspection_name(register, step.inspection))}{state}</h4>"
        f"{doubt}<ul>{entries}</ul></li>"
    )


def _entry(register: Register, entry: Entry) -> str:
    note = f"<details><summary>Read with care</summary>{escape(entry.note)}</details>" if entry.note else ""
    whose = escape(" · ".join(labels(register, entry)))
    return (
        f"<li>{entry_symbol(entry)} <b>{escape(entry.entry_kind.label)}</b> · {whose} · "
        f"{entry_link(entry.full_id, entry.id)}<br>{escape(entry.summary)}"
        f"<blockquote>{escape(entry.excerpt)}</blockquote>{note}</li>"
    )
