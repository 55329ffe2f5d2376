"""What stands around an entry: its whole paragraph, the paragraph's other entries, those before and after it."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.measures import measures_of
from scrutiny.analysis.search import nearest_ids
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.quoting import find
from scrutiny.register.reading import read_text
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.ui.shell.page import page_header
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.ui.views.measures import measure_tables
from scrutiny.ui.views.pairs import pair_list
from scrutiny.ui.views.questions import question_list
from scrutiny.wording import inspection_name

_MAX_SUGGESTIONS = 5
_DATES = {"fieldwork": "Fieldwork", "published": "Publication"}


def heading_and_name(register: Register, full_id: str) -> tuple[str, str]:
    """Return the heading of the page of an id, a whole sentence where it has one, and what the id is called."""
    if entry := register.entries_by_id.get(full_id):
        return entry.summary, f"{entry.entry_kind.label} {entry.id}"
    if event := register.events_by_id.get(full_id):
        return event.summary, event.title
    name, _, part = full_id.partition(".")
    inspection = register.inspections_by_id[name]
    if part in _DATES:
        return f"{_DATES[part]}: {inspection.title}", _DATES[part]
    document = inspection.document(part)
    return document.title, document.kind.label


def show_head(register: Register, full_id: str) -> None:
    """Begin the page of an id with the way to what it belongs to."""
    heading, name = heading_and_name(register, full_id)
    inspection = register.inspections_by_id.get(full_id.partition(".")[0])
    of = f" – {inspection_name(register, inspection)}" if inspection else ""
    show("entry/place.html", register=register, inspection=inspection, name=name)
    show_html(MACROS.current_page("inspection" if inspection else "timeline"))
    page_header(heading, title=f"{name}{of}")


def whole_paragraph(register: Register, full_id: str, folder: Path | None) -> None:
    """Show the paragraph an entry was read in with its excerpt marked, where the documents are at hand."""
    entry = register.entries_by_id.get(full_id)
    file = register.document(entry).file if entry else None
    if not (entry and folder and file):
        return
    try:
        text = Paragraphs(read_text(folder / Path(file).name)).get(entry.paragraph, "")
    except ValueError:  # the page is whole without
        return
    if text:
        st.header(f"The whole {entry.paragraph.part.noun}", anchor=False)
        found = find(entry.excerpt, text)
        start, end = found.span() if found else (len(text), len(text))
        show("entry/paragraph.html", before=text[:start], excerpt=text[start:end], after=text[end:])


def show_context(register: Register, full_id: str) -> None:
    """Show, folded, what an entry stands beside, its questions and its paragraph's others; then its neighbours."""
    entry = register.entries_by_id.get(full_id)
    if not entry:
        return
    same_document = _by_document(register)[entry.inspection, entry.document]
    same_paragraph = [other for other in same_document if other.paragraph == entry.paragraph and other is not entry]
    place = same_document.index(entry)
    around = [("Previous point", other) for other in same_document[:place][-1:]]
    around += [("Next point", other) for other in same_document[place + 1 :][:1]]
    others = render("entry/entries.html", register=register, entries=same_paragraph) if same_paragraph else ""
    folds = {
        "Counted in other documents": measure_tables(register, measures_of(register, full_id)),
        "Compare with": pair_list(register, full_id),
        "Questions to ask": question_list(register, full_id),
        f"Also in {entry.paragraph.label}": others,
    }
    show("entry/context.html", folds=folds, around=around)


@cached_per_register
def _by_document(register: Register) -> Mapping[tuple[str, str], list[Entry]]:
    """Return the entries of each document in the order of its paragraphs, by inspection and document."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(register.entries, key=lambda one: one.paragraph):
        found.setdefault((entry.inspection, entry.document), []).append(entry)
    return found


def nearest_entries(register: Register, asked: str) -> None:
    """Offer the ids most like one that is not there, and the search page."""
    items = {item.full_id: item for item in register.items}
    full_ids = nearest_ids(register, asked, _MAX_SUGGESTIONS) if asked else []
    show("entry/nearest.html", register=register, full_ids=full_ids, items=items)
