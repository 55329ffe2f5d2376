"""What stands around an entry: its whole paragraph, the paragraph's other entries, those before and after it."""

from pathlib import Path

import streamlit as st

from scrutiny.analysis.facts import reference
from scrutiny.analysis.search import nearest_ids
from scrutiny.register.paragraphs import fold, paragraphs
from scrutiny.register.reading import read_text
from scrutiny.register.register import Register
from scrutiny.ui.shell.templates import show
from scrutiny.wording import inspection_name

_MAX_SUGGESTIONS = 5
_DATES = {"fieldwork": "Fieldwork", "published": "Publication"}


def heading_and_title(register: Register, full_id: str) -> tuple[str, str]:
    """Return the heading of the page of an id, a whole sentence where it has one, and what the browser calls the page."""
    if entry := register.entries_by_id.get(full_id):
        return entry.summary, f"{entry.entry_kind.label}: {reference(register, entry)}"
    if event := register.events_by_id.get(full_id):
        return event.summary, event.title
    name, _, part = full_id.partition(".")
    inspection = register.inspections_by_id[name]
    if part in _DATES:
        return f"{_DATES[part]}: {inspection.title}", f"{_DATES[part]}: {inspection_name(register, inspection)}"
    document = inspection.document(part)
    return document.title, f"{document.kind.label}: {inspection_name(register, inspection)}"


def whole_paragraph(register: Register, full_id: str, folder: Path | None) -> None:
    """Show the paragraph an entry was read in with its excerpt marked, where the documents are at hand."""
    entry = register.entries_by_id.get(full_id)
    file = register.document(entry).file if entry else None
    if not (entry and folder and file):
        return
    try:
        text = paragraphs(read_text(folder / Path(file).name)).get(entry.paragraph, "")
    except ValueError:  # the page is whole without
        return
    if text:
        st.header(f"The whole {'paragraph' if entry.paragraph.part else 'headline'}", anchor=False)
        before, excerpt, after = fold(text).partition(fold(entry.excerpt))
        show("entry/paragraph.html", before=before, excerpt=excerpt, after=after)


def show_context(register: Register, full_id: str) -> None:
    """Link to the entry's themes as threads, to the paragraph's other entries, and to the entries before and after."""
    entry = register.entries_by_id.get(full_id)
    if not entry:
        return
    themes = [register.themes_by_id[theme] for theme in entry.themes]
    inspection = register.inspections_by_id[entry.inspection]
    show("entry/ways_on.html", register=register, themes=themes, inspection=inspection)
    document = (entry.inspection, entry.document)
    same_document = [other for other in register.entries if (other.inspection, other.document) == document]
    same_document.sort(key=lambda other: other.paragraph)
    same_paragraph = [other for other in same_document if other.paragraph == entry.paragraph and other is not entry]
    if same_paragraph:
        st.header(f"Also in {entry.paragraph.label}", anchor=False)
        show("entry/entries.html", lines=[("", other) for other in same_paragraph])
    place = same_document.index(entry)
    before = [("Previous: ", other) for other in same_document[:place][-1:]]
    after = [("Next: ", other) for other in same_document[place + 1 :][:1]]
    show("entry/entries.html", lines=before + after)


def nearest_entries(register: Register, asked: str) -> None:
    """Offer the ids most like one that is not there, and the search page."""
    items = {item.full_id: item for item in register.items}
    full_ids = nearest_ids(register, asked, _MAX_SUGGESTIONS) if asked else []
    show("entry/nearest.html", register=register, full_ids=full_ids, items=items)
