"""What stands around an entry: its whole paragraph, the paragraph's other entries, those before and after it."""

from html import escape
from pathlib import Path

import streamlit as st

from scrutiny.analysis.search import nearest_ids
from scrutiny.register.paragraphs import fold, paragraphs
from scrutiny.register.reading import read_text
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import entry_link, page_link
from scrutiny.ui.views.thread import entry_symbol
from scrutiny.wording import inspection_name

_NEAREST = 5


def whole_paragraph(register: Register, full_id: str, folder: Path | None) -> None:
    """Show the paragraph an entry was read in with its excerpt marked, where the documents are at hand."""
    entry = register.entries_by_id.get(full_id)
    file = register.document(entry).file if entry else None
    if not (entry and folder and file):
        return
    try:
        text = paragraphs(read_text(folder / Path(file).name)).get(entry.paragraph, "")
    except ValueError:
        return
    if text:
        st.subheader(f"The whole {'paragraph' if entry.paragraph.part else 'headline'}", anchor=False)
        st.html(f'<blockquote class="paragraph">{_marked(fold(text), fold(entry.excerpt))}</blockquote>')


def show_context(register: Register, full_id: str) -> None:
    """Link to the entry's themes as threads, to the paragraph's other entries, and to the entries before and after."""
    entry = register.entries_by_id.get(full_id)
    if not entry:
        return
    threads = ", ".join(
        page_link("themes", {"theme": theme}, f"{register.themes_by_id[theme].label} through time")
        for theme in entry.themes
    )
    inspection = register.inspections_by_id[entry.inspection]
    whole = page_link("inspection", {"inspection": inspection.id}, f"All of {inspection_name(register, inspection)}")
    st.html(f'<p class="around">{threads} · {whole}</p>')
    read = _read_with(register, entry)
    place = read.index(entry)
    beside = [other for other in read if other.paragraph == entry.paragraph and other is not entry]
    if beside:
        st.subheader(f"Also in {entry.paragraph.label}", anchor=False)
        st.html(f'<ul class="around">{"".join(_line(other) for other in beside)}</ul>')
    before, after = read[:place][-1:], read[place + 1 :][:1]
    lines = [_line(other, "Before it") for other in before] + [_line(other, "After it") for other in after]
    st.html(f'<ul class="around">{"".join(lines)}</ul>')


def nearest_entries(register: Register, asked: str) -> None:
    """Offer the ids most like one that is not there, and the search page."""
    found = nearest_ids(register, asked, _NEAREST) if asked else []
    lines = "".join(f"<li>{entry_link(full_id, full_id)}</li>" for full_id in found)
    offer = f"<p>Perhaps one of these was meant:</p><ul>{lines}</ul>" if lines else ""
    st.html(f'<div class="around">{offer}<p>{page_link("search", {}, "Search the register")}</p></div>')


def _read_with(register: Register, entry: Entry) -> list[Entry]:
    """Give all entries of an entry's document in reading order."""
    same = [
        other for other in register.entries if other.inspection == entry.inspection and other.document == entry.document
    ]
    return sorted(same, key=lambda other: other.paragraph)


def _line(entry: Entry, name: str = "") -> str:
    """Write one entry as a line that opens it."""
    lead = f"{escape(name)}: " if name else ""
    return f"<li>{lead}{entry_symbol(entry)} {entry_link(entry.full_id, entry.id)} {escape(entry.summary)}</li>"


def _marked(text: str, words: str) -> str:
    """Escape a text and mark some of its words."""
    before, found, after = text.partition(words)
    return f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}"
