"""An inspection in words: its documents, held and not held, and where its entries come from."""

from html import escape

import streamlit as st

from scrutiny.analysis.answers import SHOWN_ORDER, answers
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.charts.matrix import Column
from scrutiny.charts.picture import count, listed
from scrutiny.register.records import Dated, Document, Inspection
from scrutiny.register.register import Register
from scrutiny.ui.links import page_link
from scrutiny.ui.paper import on_paper
from scrutiny.ui.text import markdown


def sources(inspection: Inspection) -> str:
    """Name the documents that an inspection's entries were read in."""
    held = [f"the {_name(document)}" for document in inspection.documents if document.held]
    return listed(held) or "no document, as none is held"


def document_list(inspection: Inspection) -> None:
    """List an inspection's documents: those read for the register, and those known to exist."""
    notes = [inspection.note] if inspection.note else []
    notes += [dated.doubt for dated in (inspection.fieldwork, inspection.published) if dated and dated.doubt]
    facts = "".join(f"<p>{escape(note)}</p>" for note in notes)
    items = "".join(_item(document) for document in inspection.documents)
    dates = "".join(
        f"<li>{term}: {escape(dated.printed if dated.date else 'date not known')}</li>"
        for term, dated in (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
        if dated
    )
    held = sum(document.held for document in inspection.documents)
    unread = len(inspection.documents) - held
    with st.expander(f"Documents: {held} held, {unread} known but not held"):
        st.html(f'<div class="documents"><ul>{dates}</ul><ul>{items}</ul>{facts}</div>')


def _item(document: Document) -> str:
    """Write one document as an item of a list."""
    name = escape(document.title)
    if document.address:
        name = f'<a href="{escape(document.address)}">{name}</a>'
    state = f"held, {count(document.paragraphs or 0, 'paragraph')}" if document.held else "known, not held"
    date = document.date.printed if document.date and document.date.date else "no date printed"
    doubt = document.date.doubt if document.date else None
    remarks = " ".join(escape(text) for text in (doubt, document.note) if text)
    held = "held" if document.held else "not-held"
    return (
        f'<li class="{held}"><b>{escape(document.kind.label)}</b> ({escape(date)}; {state}): {name}'
        f"{f'<br>{remarks}' if remarks else ''}</li>"
    )


def _name(document: Document) -> str:
    """Name a document shortly: its kind, and its date if it has one."""
    kind = document.kind.label.lower()
    if not document.date or not document.date.date:
        return f"{kind} (undated)"
    return f"{kind} of {document.date.date.printed}{' (date in doubt)' if document.date.doubt else ''}"


def answer_in_short(register: Register, inspection: Inspection) -> None:
    """Say when the reply came, as far as the dates bear it, and what it offers to inspectors' concerns."""
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    st.markdown(f"**Reply.** {markdown(clock.words)}", help=CAUTION if reply else None)
    if not reply:
        return
    on_paper(CAUTION)
    found = answers(register)
    of_it = found[(found["inspection"] == inspection.id) & ~found["own_view"]]["answer"].astype("str").value_counts()
    parts = [f"{answer.label.lower()}: {of_it[answer]}" for answer in SHOWN_ORDER if of_it.get(answer)]
    whole = page_link("answers", {"inspection": inspection.id}, "each with its words")
    if parts:
        concerns = count(int(of_it.sum()), "concern")
        st.html(
            f'<p class="around"><b>What it offers</b> to {concerns} of inspectors, by the first kind of answer to '
            f"each: {escape(listed(parts))} ({whole}).</p>"
        )


def column(inspection: Inspection) -> Column:
    """Give an inspection's heading in the matrix: its name, when and where, and whether a reply is held."""
    reply = inspection.reply
    answered = f"reply {_moment(reply.date)}" if reply else "no reply held"
    return Column(inspection.id, (inspection.short_title, inspection.scope.label.lower(), answered))


def _moment(dated: Dated | None) -> str:
    """Put a date as shortly as a heading needs, with a word about a doubt."""
    if not dated or not dated.date:
        return "unknown date"
    return f"{dated.date.printed}{' (in doubt)' if dated.doubt else ''}"
