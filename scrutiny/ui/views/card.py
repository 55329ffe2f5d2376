"""The card of anything that has an id: who said it, where, and in which words."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from scrutiny.register.records import Action, Commitment, Dated, Document, Entry, Event, Figure, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum
from scrutiny.ui.shell.links import page_link
from scrutiny.ui.shell.templates import render, show
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.pairs import pair_list
from scrutiny.ui.views.questions import question_list
from scrutiny.wording import GENERAL, inspection_name

Fact = tuple[str, str]
"""A term and what is to be said of it; a fact with nothing to say is left off the card."""


def card(register: Register, full_id: str, *, with_link: bool = True) -> None:
    """Show what an id stands for: an entry, an event, a document, or the fieldwork or publication of an inspection.

    `with_link` adds a way to its own page.
    """
    if entry := register.entries_by_id.get(full_id):
        content = _entry(register, entry)
    elif event := register.events_by_id.get(full_id):
        content = _event(register, event)
    else:
        name, _, part = full_id.partition(".")
        inspection = register.inspections_by_id[name]
        if part == "fieldwork":
            content = _date_of_inspection(register, inspection, "Fieldwork", inspection.fieldwork)
        elif part == "published":
            content = _date_of_inspection(register, inspection, "Publication", inspection.published)
        else:
            content = _document(register, inspection, inspection.document(part))
    with st.container(border=True):
        show("card/card.html", full_id=full_id, content=content, with_link=with_link)


def _entry(register: Register, entry: Entry) -> Markup:
    document = register.document(entry)
    explain = partial(explained, glossary=register.glossary)
    threads = [page_link("themes", {"theme": theme}, register.themes_by_id[theme].label) for theme in entry.themes]
    facts: list[Fact] = [
        ("Who speaks", _meaning(entry.voice)),
        ("Scope", _meaning(entry.scope)),
        ("Themes through time", Markup("; ").join(threads)),
        ("About", _names(register, entry.bodies)),
        *_special_facts(register, entry),
        ("Side by side", Markup(pair_list(register, entry.full_id))),  # noqa: S704  # escaped there, as is the next
        ("Questions it gives rise to", Markup(question_list(register, entry.full_id))),  # noqa: S704
        ("Read with care", explain(entry.note or "")),
        ("Doubt about the date", explain(document.date.doubt or "") if document.date else ""),
    ]
    return render("card/entry.html", entry=entry, document=document, facts=facts, explain=explain)


def _special_facts(register: Register, entry: Entry) -> list[Fact]:
    """Return what only entries of this kind have."""
    match entry:
        case Finding():
            return [("Found in", entry.source or ""), ("What the reply offers", _answers(register, entry))]
        case Action():
            vouched_by = register.bodies_by_id[entry.vouched_by].name if entry.vouched_by else ""
            return [
                ("State", _meaning(entry.status)),
                ("Vouched for by", vouched_by),
                ("Claimed result", render("card/results.html", results=entry.result) if entry.result else ""),
                ("Offered in answer to", _answered_concerns(register, entry)),
            ]
        case Commitment(is_need=True):
            return [
                ("Said by", register.bodies_by_id[entry.by].name),
                ("Offered in answer to", _answered_concerns(register, entry)),
            ]
        case Commitment():
            return [
                ("Kind", _meaning(entry.kind)),
                ("Scope of the promise", f"{GENERAL}; it answers no single concern" if entry.general else ""),
                ("Said by", register.bodies_by_id[entry.by].name),
                ("Who must act", register.bodies_by_id[entry.owner].name if entry.owner else "nobody is named"),
                ("Specific act", "yes" if entry.specific else "not specific as printed"),
                ("Date", f"“{entry.due.printed}”" if entry.due else "no date in this document"),
                ("Measure", f"“{entry.measure}”" if entry.measure else "no measure in this document"),
                ("Offered in answer to", _answered_concerns(register, entry)),
            ]
        case Figure():
            period = entry.period
            return [
                ("Value", f"{entry.bound.label}: {entry.value:,} {entry.unit}"),
                ("What it counts", entry.counts),
                ("Period", ". ".join(filter(None, [period.printed, period.doubt])) if period else ""),
            ]
    return []


def _answers(register: Register, finding: Finding) -> str:
    """List what the reply offers to a concern; a gap is named as one in the papers."""
    if finding.answers is None:
        return "" if register.inspections_by_id[finding.inspection].reply else "No reply is held."
    if not finding.answers:
        return "The reply acknowledges the concern; no entry of the reply answers it."
    return _entry_list([register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers])


def _answered_concerns(register: Register, entry: Entry) -> str:
    concerns = [
        finding
        for finding in register.findings
        if finding.inspection == entry.inspection and entry.id in (finding.answers or ())
    ]
    return _entry_list(concerns) if concerns else ""


def _entry_list(entries: Sequence[Entry]) -> Markup:
    kinds = [entry.kind if isinstance(entry, Commitment) else entry.entry_kind for entry in entries]
    return render("card/entries.html", entries_and_kinds=list(zip(entries, kinds, strict=True)))


def _event(register: Register, event: Event) -> Markup:
    document = None
    if event.document:
        inspection, _, name = event.document.partition(".")
        document = register.inspections_by_id[inspection].document(name)
    explain = partial(explained, glossary=register.glossary)
    facts = [
        *_date_facts(event.date),
        ("Kind", _meaning(event.kind)),
        ("Scope", _meaning(event.scope)),
        ("Themes", "; ".join(register.themes_by_id[theme].label for theme in event.themes)),
        ("About", _names(register, event.bodies)),
        ("Read with care", explain(event.note or "")),
    ]
    return render("card/event.html", event=event, document=document, facts=facts, explain=explain)


def _document(register: Register, inspection: Inspection, document: Document) -> Markup:
    facts = [
        ("Kind", _meaning(document.kind)),
        (
            "State",
            "Held: read for the register"
            if document.held
            else "Known but not held: what it says is not in the register",
        ),
        ("Inspection", inspection.title),
        *_date_facts(document.date),
        ("Author", ", ".join(filter(None, [document.author, document.role]))),
        ("To", "; ".join(document.addressees)),  # semicolons, as some names hold commas
        ("Read with care", explained(document.note or "", register.glossary)),
    ]
    return render("card/document.html", inspection=inspection, document=document, facts=facts)


def _date_of_inspection(register: Register, inspection: Inspection, name: str, dated: Dated | None) -> Markup:
    facts = [
        ("Inspection", inspection.title),
        *_date_facts(dated),
        ("Read with care", inspection.note or ""),
    ]
    return render("card/date.html", name=name, inspection=inspection_name(register, inspection), facts=facts)


def _date_facts(dated: Dated | None) -> list[Fact]:
    """Return a date as precisely as it is known, as printed, and what is doubtful about it."""
    if not dated:
        return [("Date", "no date printed")]
    return [
        ("Date", dated.date.printed if dated.date else "date not known"),
        ("As printed", f"“{dated.printed}”"),
        ("Doubt about the date", dated.doubt or ""),
    ]


def _meaning(word: LabelledEnum) -> str:
    return f"{word.label}: {word.meaning[:1].lower()}{word.meaning[1:]}"


def _names(register: Register, bodies: Iterable[str]) -> str:
    return "; ".join(register.bodies_by_id[body].name for body in bodies)  # some names hold commas
