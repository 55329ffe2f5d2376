"""An inspection in words: its documents, held and not held, and what its reply offers."""

from html import escape

import streamlit as st

from scrutiny.analysis.answers import DISPLAY_ORDER, answers
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.register.records import Document, Inspection
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import page_link, present_link
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.shell.printing import print_only
from scrutiny.wording import count_of, date_as_printed, join_list


def show_documents(inspection: Inspection) -> None:
    """List an inspection's documents: those read for the register, and those known to exist."""
    notes = [inspection.note] if inspection.note else []
    notes += [dated.doubt for dated in (inspection.fieldwork, inspection.published) if dated and dated.doubt]
    facts = "".join(f"<p>{escape(note)}</p>" for note in notes)
    items = "".join(_item(document) for document in inspection.documents)
    dates = "".join(
        f"<li>{term}: {escape(date_as_printed(dated))}</li>"
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
    state = f"held, {count_of(document.paragraphs or 0, 'paragraph')}" if document.held else "known, not held"
    doubt = document.date.doubt if document.date else None
    remarks = " ".join(escape(text) for text in (doubt, document.note) if text)
    held = "held" if document.held else "not-held"
    return (
        f'<li class="{held}"><b>{escape(document.kind.label)}</b> ({escape(date_as_printed(document.date))}; {state}): '
        f"{name}{f'<br>{remarks}' if remarks else ''}</li>"
    )


def show_present_link(inspection: Inspection) -> None:
    """Offer the deck of an inspection."""
    st.html(present_link({"inspection": inspection.id}, "this inspection"))


def show_reply_summary(register: Register, inspection: Inspection) -> None:
    """Say when the reply came, as far as the dates bear it, and what it offers to inspectors' concerns."""
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    st.markdown(f"**Reply.** {escape_markdown(clock)}", help=CAUTION if reply else None)
    if not reply:
        return
    print_only(CAUTION)
    found = answers(register)
    of_it = found[(found["inspection"] == inspection.id) & ~found["own_view"]]["answer"].astype("str").value_counts()
    parts = [f"{answer.label.lower()}: {of_it[answer]}" for answer in DISPLAY_ORDER if of_it.get(answer)]
    whole = page_link("answers", {"inspection": inspection.id}, "each with its words")
    if parts:
        concerns = count_of(int(of_it.sum()), "concern")
        st.html(
            f'<p class="around"><b>What it offers</b> to {concerns} of inspectors, by the first kind of answer to '
            f"each: {escape(join_list(parts))} ({whole}).</p>"
        )
