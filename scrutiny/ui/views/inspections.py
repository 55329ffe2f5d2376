"""An inspection in words: its documents, read and not read, and what its letter offers."""

import streamlit as st

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answers
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.shell.links import present_link
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.shell.printing import print_only
from scrutiny.ui.shell.templates import show, show_html
from scrutiny.wording import count_of


def show_documents(inspection: Inspection) -> None:
    """List an inspection's documents, read and not read."""
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    known_dates = [(name, dated) for name, dated in dates if dated]
    notes = [inspection.note, *(dated.doubt for _, dated in known_dates)]
    held = sum(document.held for document in inspection.documents)
    with st.expander(f"Documents: {held} read, {len(inspection.documents) - held} not read"):
        show(
            "inspection/documents.html",
            dates=known_dates,
            documents=inspection.documents,
            notes=[note for note in notes if note],
        )


def show_present_link(inspection: Inspection) -> None:
    """Offer the slides of an inspection."""
    show_html(present_link({"inspection": inspection.id}, "this inspection"))


def show_reply_summary(part: Register, inspection: Inspection) -> None:
    """Say when the reply came, as far as the dates bear it, and what it offers to inspectors' concerns.

    `part` has what belongs to the inspection, and nothing else.
    """
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    st.markdown(f"**Reply.** {escape_markdown(clock)}", help=CAUTION if reply else None)
    if not reply:
        return
    print_only(CAUTION)
    concerns = answers(part)
    offers = {}
    for scope in Scope:
        of_scope = concerns[concerns["scope"] == scope]
        numbers = {answer: count.of(of_scope) for answer, count in counts.WITH_ANSWER.items()}
        if raised := counts.concerns.of(of_scope):
            kinds = [f"{answer.label.lower()} {number}" for answer, number in numbers.items() if number]
            offers[count_of(raised, f"{scope} concern")] = ", ".join(kinds)
    if offers:
        show("inspection/reply.html", inspection=inspection, offers=offers)
