"""The card of a point, an event, a document or a date: who said it, where, and in which words."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.facts import NOTE, Fact, date_facts, facts, kind_label, voice_label
from scrutiny.analysis.panel import asked_about
from scrutiny.analysis.recommendations import replies_to, said_later
from scrutiny.register.records import Action, Dated, Document, Entry, Event, Inspection, Recommendation
from scrutiny.register.register import Register
from scrutiny.ui.shell.templates import MACROS, render, show
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.pairs import pair_list
from scrutiny.wording import inspection_name, lower_first

_IN_BRIEF = frozenset(
    {"source", "restates", "by", "owner", "due", "due.doubt", "measure", "general", "status", "vouched_by", "result",
     "value", "counts", "period", "addressee", "number", "replies", "later", "answers", "answered", "not_mentioned_in",
     "asked", "note", "document.doubt", "date", "date.doubt"}
)  # fmt: skip
"""What is said of a point within a list; the rest stands on its own page."""
_BESIDE_THE_WORDS = ("voice", "scope")
_SAID = {"replies": replies_to, "later": said_later}


def card(register: Register, full_id: str) -> None:
    """Show what an id stands for, on its own page, whose title is its sentence."""
    with st.container(border=True):
        show("card/card.html", full_id=full_id, content=card_content(register, full_id))


def card_content(register: Register, full_id: str, *, brief: bool = False) -> Markup:
    """Return what an id stands for: an entry, an event, a document, or the fieldwork or publication of an inspection.

    In `brief` it has its sentence as a heading, and what a reader of a list asks first.
    """
    if item := register.entries_by_id.get(full_id) or register.events_by_id.get(full_id):
        return _entry(register, item, brief=brief)
    name, _, part = full_id.partition(".")
    inspection = register.inspections_by_id[name]
    dates = {"fieldwork": ("Fieldwork", inspection.fieldwork), "published": ("Publication", inspection.published)}
    if part in dates:
        return _date_of_inspection(register, inspection, *dates[part], brief=brief)
    return _document(register, inspection, inspection.document(part), brief=brief)


def _entry(register: Register, item: Entry | Event, *, brief: bool) -> Markup:
    rows = [
        (fact.label, _linked(register, item, fact))
        for fact in facts(register, item)
        if (fact.key in _IN_BRIEF if brief else fact.key not in _BESIDE_THE_WORDS)
    ]
    if isinstance(item, Entry) and brief:
        rows.append(("Compare with", pair_list(register, item.full_id)))
    document_id = f"{item.inspection}.{item.document}" if isinstance(item, Entry) else item.document
    return render(
        "card/entry.html",
        item=item,
        brief=brief,
        said=voice_label(register, item) if isinstance(item, Entry) else "",
        register=register,
        document=register.documents_by_id.get(document_id or ""),
        facts=rows,
        explain=partial(explained, glossary=register.glossary),
    )


def _linked(register: Register, item: Entry | Event, fact: Fact) -> str:
    """Return the text of a fact with links to what it names; acronyms are explained where the curator speaks."""
    if fact.key == "themes":
        themes = [register.themes_by_id[theme] for theme in fact.refs]
        return Markup("; ").join(MACROS.page_link("themes", {"theme": theme.id}, theme.label) for theme in themes)
    if fact.key == "asked":
        return render("card/asked.html", register=register, asked=asked_about(register, [item.full_id]))
    if fact.refs:
        entries = [register.entries_by_id[full_id] for full_id in fact.refs]
        return render("card/entries.html", entries=entries, kind_label=kind_label)
    if isinstance(item, Action) and fact.key == "result":
        return render("card/results.html", results=item.result)
    if isinstance(item, Recommendation) and fact.key in _SAID and (said := list(_SAID[fact.key](register, item))):
        return render("card/said.html", said=said, kind_label=kind_label)
    return explained(fact.text, register.glossary) if fact.key.endswith(("note", "doubt")) else fact.text


def _document(register: Register, inspection: Inspection, document: Document, *, brief: bool) -> Markup:
    not_read = "Not read. What it says is not here."
    rows = [
        ("Kind", f"{document.kind.label}: {lower_first(document.kind.meaning)}"),
        ("Read?", "Read" if document.held else not_read),
        ("Inspection", inspection.title),
        *((fact.label, fact.text) for fact in date_facts(document.date)),
        ("Author", ", ".join(filter(None, [document.author, document.role]))),
        ("To", "; ".join(document.addressees)),  # semicolons, as some names hold commas
        (NOTE, explained(document.note or "", register.glossary)),
    ]
    kind = f"Document · {inspection_name(register, inspection)}"
    title, address = document.title, document.address
    return render("card/document.html", kind=kind, title=title, address=address, facts=rows, brief=brief)


def _date_of_inspection(
    register: Register, inspection: Inspection, name: str, dated: Dated | None, *, brief: bool
) -> Markup:
    rows = [
        ("Inspection", inspection.title),
        *((fact.label, fact.text) for fact in date_facts(dated)),
        (NOTE, inspection.note or ""),
    ]
    title = f"{name}: {inspection_name(register, inspection)}"
    return render("card/document.html", kind=name, title=title, address=None, facts=rows, brief=brief)
