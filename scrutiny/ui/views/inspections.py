"""An inspection in words: what it was, what was read of it, and all that it says beside findings."""

from collections.abc import Iterator, Sequence

import streamlit as st

from scrutiny.analysis import counts
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.facts import figure_value
from scrutiny.analysis.panel import comments_on
from scrutiny.analysis.reply_clock import CAUTION, clock_words
from scrutiny.register.records import Entry, Figure, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind, Voice
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.ui.views.measures import measure_tables
from scrutiny.ui.views.recommendations import show_recommendations
from scrutiny.wording import document_name, join_list, lower_first, upper_first

_REST = (EntryKind.FIGURE, EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.NEED)


def inspection_lead(inspection: Inspection) -> str:
    """Say in a sentence or two where and when it was, and what was read of it."""
    when = inspection.fieldwork or inspection.published
    known = f", {when.date.printed}" if when and when.date else ""
    read = [document_name(one) for one in inspection.documents if one.held]
    told = [f"{inspection.scope.label} inspection{known}.", f"Read: {join_list(read) or 'nothing yet'}."]
    return " ".join([*told, unread_words(inspection)])


def unread_words(inspection: Inspection) -> str:
    """Say which documents are known and were not read; nothing where all were."""
    unread = [lower_first(document_name(one)) for one in inspection.documents if not one.held]
    return f"Not read: {join_list(unread)}." if unread else ""


def grade_words(inspection: Inspection) -> list[str]:
    """Quote the grades that the inspectorate states, each with its place."""
    return [
        f"The inspectorate’s grade, in its words: “{grade.excerpt}” "
        f"({document_name(inspection.document(grade.document))}, {grade.paragraph.label})."
        for grade in inspection.grades
    ]


def show_rest(part: Register, inspection: Inspection) -> None:
    """Show, folded, the documents of an inspection and what they say beside findings.

    `part` has what belongs to the inspection, and nothing else.
    """
    show_html(MACROS.present_link({"inspection": inspection.id}, "this inspection"))
    if comments_on(part, inspection.id):
        show_html(MACROS.comments(part, inspection.id))
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    known = [(name, dated) for name, dated in dates if dated]
    notes = [
        f"Named as inspectorate: {'; '.join(inspection.inspectorates)}.",
        f"{clock_words(part, inspection)} {CAUTION if inspection.replies else ''}",
        *grade_words(inspection),
        inspection.note,
        *(dated.doubt for _, dated in known),
    ]
    held = sum(document.held for document in inspection.documents)
    with st.expander(f"Documents and dates: {held} read, {len(inspection.documents) - held} not read"):
        show("inspection/documents.html", dates=known, documents=inspection.documents, notes=list(filter(None, notes)))
    show_recommendations(part)
    for heading, written in _rest(part):
        with st.expander(heading):
            for html in written:
                show_html(html)


@cached_per_register
def _rest(part: Register) -> list[tuple[str, list[str]]]:
    """Write what documents say beside findings, by kind; inspectorates' commitments stand apart from the letters'."""
    found: dict[str, list[Entry]] = {}
    for kind in _REST:
        for entry in part.entries:
            if entry.entry_kind is kind:
                apart = kind is EntryKind.COMMITMENT and entry.voice is not Voice.RESPONDENT
                name = upper_first(counts.inspectorate_commitments.plural) if apart else kind.plural
                found.setdefault(name, []).append(entry)
    return [(f"{name}: {len(entries)}", list(_written(part, entries))) for name, entries in found.items()]


def _written(part: Register, entries: Sequence[Entry]) -> Iterator[str]:
    values = [f"{figure_value(entry)}: " if isinstance(entry, Figure) else "" for entry in entries]
    yield render("inspection/points.html", register=part, points=zip(values, entries, strict=True))
    if isinstance(entries[0], Figure) and part.measures:
        yield measure_tables(part, part.measures)
