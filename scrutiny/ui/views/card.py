"""The card of anything that has an id: who said it, where, and in which words."""

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from scrutiny.register.records import Action, Commitment, Dated, Document, Entry, Event, Figure, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import entry_link, page_link
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.pairs import pair_list
from scrutiny.ui.views.questions import question_list
from scrutiny.wording import date_as_printed, format_date, inspection_name

Fact = tuple[str, str]


def card(register: Register, full_id: str, *, with_link: bool = True) -> None:
    """Show what an id stands for: an entry, an event, a document, or the fieldwork or publication of an inspection.

    `with_link` adds a way to its own page.
    """
    with st.container(border=True):
        link = f"<p>{entry_link(full_id, 'Open its own page')}</p>" if with_link else ""
        st.html(f'<article class="entry" data-id="{escape(full_id)}">{_content(register, full_id)}{link}</article>')


def _content(register: Register, full_id: str) -> str:
    """Write the inside of a card as HTML; every text from the data is escaped."""
    if entry := register.entries_by_id.get(full_id):
        return _entry(register, entry)
    if event := register.events_by_id.get(full_id):
        return _event(register, event)
    name, _, part = full_id.partition(".")
    inspection = register.inspections_by_id[name]
    for moment, dated in (("fieldwork", inspection.fieldwork), ("published", inspection.published)):
        if part == moment:
            return _moment(register, inspection, moment, dated)
    return _document(register, inspection, inspection.document(part))


def _entry(register: Register, entry: Entry) -> str:
    """Write an entry."""
    document = register.document(entry)
    words = _explainer(register)
    facts: list[Fact] = [
        ("Who speaks", _labelled(entry.voice.label, entry.voice.meaning)),
        ("Scope", _labelled(entry.scope.label, entry.scope.meaning)),
        ("Themes through time", _threads(register, entry.themes)),
        ("About", _joined(register.bodies_by_id[body].name for body in entry.bodies)),
        *_special(register, entry),
        ("Side by side", pair_list(register, entry.full_id)),
        ("Questions it gives rise to", question_list(register, entry.full_id)),
        ("Read with care", words(entry.note or "")),
        ("Doubt about the date", words(document.date.doubt or "") if document.date else ""),
    ]
    return (
        f'<p class="entry-kind">{escape(entry.entry_kind.label)} · {escape(entry.full_id)}</p>'
        f"<h3>{words(entry.summary)}</h3><blockquote>{words(entry.excerpt)}</blockquote>"
        f'<p class="entry-place">{_place(document)}, {escape(entry.paragraph.label)}</p>{_listed(facts)}'
    )


def _event(register: Register, event: Event) -> str:
    """Write a dated thing outside the inspections."""
    place = ""
    if event.document and event.paragraph:
        inspection, _, document = event.document.partition(".")
        place = _place(register.inspections_by_id[inspection].document(document)) + f", {event.paragraph.label}"
    elif event.address:
        place = _linked(event.address, event.address)
    words = _explainer(register)
    facts = [
        *_dates(event.date),
        ("Kind", _labelled(event.kind.label, event.kind.meaning)),
        ("Scope", _labelled(event.scope.label, event.scope.meaning)),
        ("Themes", _joined(register.themes_by_id[theme].label for theme in event.themes)),
        ("About", _joined(register.bodies_by_id[body].name for body in event.bodies)),
        ("Read with care", words(event.note or "")),
    ]
    quotation = f"<blockquote>{escape(event.excerpt)}</blockquote>" if event.excerpt else ""
    return (
        f'<p class="entry-kind">Event · {escape(event.full_id)}</p><h3>{words(event.summary)}</h3>{quotation}'
        f'<p class="entry-place">{place}</p>{_listed(facts)}'
    )


def _document(register: Register, inspection: Inspection, document: Document) -> str:
    """Write a document, held or not."""
    state = (
        "Held: read for the register" if document.held else "Known but not held: what it says is not in the register"
    )
    author = ", ".join(filter(None, [document.author, document.role]))
    facts = [
        ("Kind", _labelled(document.kind.label, document.kind.meaning)),
        ("State", escape(state)),
        ("Inspection", escape(inspection.title)),
        *_dates(document.date),
        ("Author", escape(author)),
        ("To", _joined(document.addressees)),
        ("Read with care", explained(document.note or "", register.glossary)),
    ]
    return (
        f'<p class="entry-kind">Document · {escape(f"{inspection.id}.{document.id}")}</p>'
        f"<h3>{_linked(document.title, document.address)}</h3>{_listed(facts)}"
    )


def _moment(register: Register, inspection: Inspection, moment: str, dated: Dated | None) -> str:
    """Write when an inspection was made or published."""
    facts = [
        ("Inspection", escape(inspection.title)),
        *_dates(dated),
        ("Read with care", escape(inspection.note or "")),
    ]
    name = "Fieldwork" if moment == "fieldwork" else "Publication"
    of = escape(inspection_name(register, inspection))
    return f'<p class="entry-kind">{name}</p><h3>{name}: {of}</h3>{_listed(facts)}'


def _dates(dated: Dated | None) -> list[Fact]:
    """Give a date as printed, what it can mean, and what is doubtful about it."""
    if not dated:
        return [("Date", date_as_printed(None))]
    return [
        ("Date", escape(format_date(dated))),
        ("As printed", _quoted(dated.printed)),
        ("Doubt about the date", escape(dated.doubt or "")),
    ]


def _special(register: Register, entry: Entry) -> list[Fact]:
    """Give what only entries of this kind have."""
    match entry:
        case Finding():
            return [("Found in", escape(entry.source or "")), ("What the reply offers", _answers(register, entry))]
        case Action():
            return _action(register, entry)
        case Commitment():
            return _commitment(register, entry)
        case Figure():
            period = entry.period
            return [
                ("Value", escape(f"{entry.bound.label}: {entry.value:,} {entry.unit}")),
                ("What it counts", escape(entry.counts)),
                ("Period", escape(". ".join(filter(None, [period.printed, period.doubt]))) if period else ""),
            ]
    return []


def _action(register: Register, action: Action) -> list[Fact]:
    """Give the state of a reported action, who vouches for it, and what it is claimed to have brought."""
    results = "".join(
        f"<li>{escape(result.summary)}<blockquote>{escape(result.excerpt)}</blockquote></li>"
        for result in action.result
    )
    return [
        ("State", _labelled(action.status.label, action.status.meaning)),
        ("Vouched for by", escape(register.bodies_by_id[action.vouched_by].name if action.vouched_by else "")),
        ("Claimed result", results and f"<ul>{results}</ul>"),
        ("Offered in answer to", _answered(register, action)),
    ]


def _commitment(register: Register, commitment: Commitment) -> list[Fact]:
    """Give who says a commitment, who must act, and whether an act, a date and a measure are printed."""
    owner = commitment.owner
    return [
        ("Kind", _labelled(commitment.kind.label, commitment.kind.meaning)),
        ("Said by", escape(register.bodies_by_id[commitment.by].name)),
        ("Who must act", escape(register.bodies_by_id[owner].name if owner else "nobody is named")),
        ("Specific act", "yes" if commitment.specific else "not specific as printed"),
        ("Date", _quoted(commitment.due.printed) if commitment.due else "no date in this document"),
        ("Measure", _quoted(commitment.measure) if commitment.measure else "no measure in this document"),
        ("Offered in answer to", _answered(register, commitment)),
    ]


def _answers(register: Register, finding: Finding) -> str:
    """List what the reply offers to a concern; a gap is named as one in the papers."""
    if finding.answers is None:
        return "" if register.inspections_by_id[finding.inspection].reply else "No reply is held."
    if not finding.answers:
        return "The reply acknowledges the concern; no entry of the reply answers it."
    return _entry_list([register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers])


def _answered(register: Register, entry: Entry) -> str:
    """List the concerns that an action or a commitment answers."""
    return _entry_list(
        [
            finding
            for finding in register.findings
            if finding.inspection == entry.inspection and entry.id in (finding.answers or ())
        ]
    )


def _entry_list(entries: list[Entry] | list[Finding]) -> str:
    """List entries with links to their words."""
    items = "".join(
        f"<li>{entry_link(entry.full_id, entry.id)} ({escape(_kind(entry))}): {escape(entry.summary)}</li>"
        for entry in entries
    )
    return items and f"<ul>{items}</ul>"


def _kind(entry: Entry) -> str:
    """Name the kind of an entry as precisely as the vocabulary can."""
    return (entry.kind.label if isinstance(entry, Commitment) else entry.entry_kind.label).lower()


def _place(document: Document) -> str:
    """Name a document with its date as printed, linked where its address is known."""
    date = f" ({escape(date_as_printed(document.date))})" if document.date else ""
    return _linked(document.title, document.address) + date


def _linked(words: str, address: str | None) -> str:
    """Link words to an address, if there is one."""
    return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)


def _threads(register: Register, themes: Iterable[str]) -> str:
    """Link to the thread of each theme."""
    labels = {theme: register.themes_by_id[theme].label for theme in themes}
    return "; ".join(page_link("themes", {"theme": theme}, label) for theme, label in labels.items())


def _listed(facts: list[Fact]) -> str:
    """Write facts as a list of terms; those without anything to say are left out."""
    return f"<dl>{''.join(f'<dt>{escape(term)}</dt><dd>{words}</dd>' for term, words in facts if words)}</dl>"


def _labelled(label: str, meaning: str) -> str:
    """Show a word of the vocabulary with what it means."""
    return f"{escape(label)}: {escape(meaning[:1].lower() + meaning[1:])}"


def _joined(names: Iterable[str]) -> str:
    """Join names with semicolons, since some hold commas."""
    return escape("; ".join(names))


def _quoted(words: str) -> str:
    """Show printed words as such."""
    return f"“{escape(words)}”"


def _explainer(register: Register) -> Callable[[str], str]:
    """Give the function that writes a text with its acronyms to be opened where they stand."""
    return lambda text: explained(text, register.glossary)
