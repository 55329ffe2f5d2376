"""The card of an entry: who said it, where, and in which words."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from scrutiny.register.records import Action, Commitment, Document, Entry, Figure, Finding
from scrutiny.register.register import Register


def entry_card(register: Register, entry: Entry) -> None:
    """Show an entry's summary, its exact words, whose they are and where they stand."""
    with st.container(border=True):
        st.html(_card(register, entry))


def _card(register: Register, entry: Entry) -> str:
    """Write the card as HTML; every text from the data is escaped."""
    document = register.document(entry)
    facts = "".join(f"<dt>{escape(term)}</dt><dd>{words}</dd>" for term, words in _facts(register, entry) if words)
    return (
        f'<article class="entry {entry.entry_kind}">'
        f'<p class="entry-kind">{escape(entry.entry_kind.label)} · {escape(entry.full_id)}</p>'
        f"<h3>{escape(entry.summary)}</h3>"
        f"<blockquote>{escape(entry.excerpt)}</blockquote>"
        f'<p class="entry-place">{_place(document)}, {escape(entry.paragraph.label)}</p>'
        f"<dl>{facts}</dl></article>"
    )


def _place(document: Document) -> str:
    """Name the document with its date as printed, linked where its address is known."""
    words = escape(document.title)
    if document.address:
        words = f'<a href="{escape(document.address)}">{words}</a>'
    if document.date:
        words += f" ({escape(document.date.printed)})"
    return words


def _facts(register: Register, entry: Entry) -> list[tuple[str, str]]:
    """Give what else there is to know, as pairs of a term and HTML."""
    document = register.document(entry)
    return [
        ("Who speaks", _labelled(entry.voice.label, entry.voice.meaning)),
        ("Scope", _labelled(entry.scope.label, entry.scope.meaning)),
        ("Themes", _joined(register.themes_by_id[theme].label for theme in entry.themes)),
        ("About", _joined(register.bodies_by_id[body].name for body in entry.bodies)),
        *_special(register, entry),
        ("Read with care", escape(entry.note or "")),
        ("Doubt about the date", escape(document.date.doubt or "") if document.date else ""),
    ]


def _special(register: Register, entry: Entry) -> list[tuple[str, str]]:
    """Give what only entries of this kind have."""
    match entry:
        case Finding():
            return [("Found in", escape(entry.source or "")), ("What the reply offers", _answers(register, entry))]
        case Action():
            results = "".join(
                f"<li>{escape(result.summary)}<blockquote>{escape(result.excerpt)}</blockquote></li>"
                for result in entry.result
            )
            vouched = register.bodies_by_id[entry.vouched_by].name if entry.vouched_by else ""
            return [
                ("State", _labelled(entry.status.label, entry.status.meaning)),
                ("Vouched for by", escape(vouched)),
                ("Claimed result", results and f"<ul>{results}</ul>"),
            ]
        case Commitment():
            return [
                ("Kind", _labelled(entry.kind.label, entry.kind.meaning)),
                ("Said by", escape(register.bodies_by_id[entry.by].name)),
                ("Who must act", escape(register.bodies_by_id[entry.owner].name if entry.owner else "not named")),
                ("Specific act", "yes" if entry.specific else "not specific as printed"),
                ("Date", _quoted(entry.due.printed) if entry.due else "no date printed"),
                ("Measure", _quoted(entry.measure) if entry.measure else "no measure printed"),
            ]
        case Figure():
            period = entry.period
            return [
                ("Value", escape(f"{entry.bound.label}: {entry.value:,} {entry.unit}")),
                ("What it counts", escape(entry.counts)),
                ("Period", escape(". ".join(filter(None, [period.printed, period.doubt]))) if period else ""),
            ]
    return []


def _answers(register: Register, finding: Finding) -> str:
    """List what the reply offers to a concern; a gap is named as one in the papers."""
    if finding.answers is None:
        return "" if register.inspections_by_id[finding.inspection].reply else "No reply is held."
    if not finding.answers:
        return "The reply acknowledges the concern; no entry of the reply answers it."
    answers = [register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers]
    items = "".join(
        f"<li>{escape(answer.id)} ({escape(_kind(answer))}): {escape(answer.summary)}</li>" for answer in answers
    )
    return f"<ul>{items}</ul>"


def _kind(entry: Entry) -> str:
    """Name the kind of an answer as precisely as the vocabulary can."""
    return (entry.kind.label if isinstance(entry, Commitment) else entry.entry_kind.label).lower()


def _labelled(label: str, meaning: str) -> str:
    """Show a word of the vocabulary with what it means."""
    return f"{escape(label)}: {escape(meaning[:1].lower() + meaning[1:])}"


def _joined(names: Iterable[str]) -> str:
    """Join names with semicolons, since some hold commas."""
    return escape("; ".join(names))


def _quoted(words: str) -> str:
    """Show printed words as such."""
    return f"“{escape(words)}”"
