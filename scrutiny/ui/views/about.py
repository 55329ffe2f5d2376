"""About the data: what is held, how it was read, what may not be concluded from it, and what is known not to work."""

import platform
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path

import streamlit as st

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.register.records import Commitment, Dated, Document, Figure, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import (
    ActionStatus,
    Answer,
    Bound,
    CommitmentKind,
    EntryKind,
    LabelledEnum,
    Scope,
    Tick,
    Voice,
)
from scrutiny.ui.shell.file_downloads import register_downloads
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.about_texts import LICENCES, METHOD, NOT_WORKING, RULES, TERMS, TESTED
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.table import Row, escape_cells, html_table
from scrutiny.wording import count_of, date_as_printed, join_list

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"
_LIBRARIES = ("streamlit", "plotly", "pandas", "pydantic", "PyYAML", "rapidfuzz")
_LABELS = ("cause of concern", "causes of concern", "area for improvement", "areas for improvement")
_WORDS: Sequence[tuple[str, type[LabelledEnum]]] = (
    ("Kind of entry", EntryKind),
    ("Whose words", Voice),
    ("Scope", Scope),
    ("Kind of commitment", CommitmentKind),
    ("What makes a commitment checkable", Tick),
    ("What a reply offers to a concern", Answer),
    ("How far an action has come", ActionStatus),
    ("How exactly a figure is printed", Bound),
)

_PARTS = {
    "documents": "The documents",
    "method": "How the register was made",
    "rules": "The coding rules in short",
    "words": "The words of the register",
    "counts": "What the counts do not mean",
    "doubts": "Doubts",
    "glossary": "Glossary",
    "accessibility": "Accessibility",
    "versions": "Versions and licence",
}


def overview(register: Register) -> None:
    """Say what the register is, for whom, and when it was last reviewed, with the way to each part of the page."""
    settings = register.settings
    panel, commissioner, force = (
        escape(register.bodies_by_id[body].name) for body in (settings.panel, settings.commissioner, settings.force)
    )
    held = sum(document.held for _, document in register.documents())
    reader = panel.removeprefix("The ")
    ways = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in _PARTS.items())
    entries, inspections = len(register.entries), len(register.inspections)
    st.html(
        f'<div class="about"><p>This register is for the use of the {reader}. It is about '
        f"{force}, the area {escape(settings.area)}, and the office that answers for it: {commissioner}. It holds "
        f"{count_of(entries, 'entry', 'entries')}, read in {count_of(held, 'document')} on "
        f"{count_of(inspections, 'inspection')}, and was last reviewed as a whole on "
        f"{escape(settings.reviewed_on.printed)}.</p><ul>{ways}</ul></div>"
    )


def documents(register: Register) -> None:
    """List every document, held or not, with its address where one is known, and offer the whole register."""
    groups = [inspection.documents for inspection in register.inspections]
    rows = current_rows([len(group) for group in groups])
    parts = zip(register.inspections, rows.of(groups), strict=True)
    tables = "".join(_inspection(register, inspection, part) for inspection, part in parts if part)
    _part("documents", with_pager(rows, tables) or "<p>The register holds no inspection yet.</p>")
    register_downloads(register)


def method() -> None:
    """Say how the register was made, and the rules of coding in short."""
    _part("method", _list(METHOD))
    _part("rules", html_table("How what is written becomes an entry", ("Rule", "In short"), map(escape_cells, RULES)))


def words(register: Register) -> None:
    """Explain the register's own words, and say that they are not those of inspectorates."""
    quoted = _labelled(register)
    used = (
        f"Here {count_of(quoted, 'excerpt of a finding prints', 'excerpts of findings print')} one of them."
        if quoted
        else "The documents read for this register use none of them as labels."
    )
    meanings = [escape_cells((word.label, use, word.meaning)) for use, vocabulary in _WORDS for word in vocabulary]
    themes = [escape_cells((theme.label, theme.definition)) for theme in register.themes]
    _part(
        "words",
        f"<p>{escape(TERMS)} {used}</p>{html_table('Words of ours', ('Word', 'What it is about', 'Meaning'), meanings)}"
        f"{html_table('Themes', ('Theme', 'Meaning'), themes)}",
    )


def counts() -> None:
    """Say what may not be concluded from the numbers that pages show."""
    _part("counts", _list(COUNT_CAVEATS))


def doubts(register: Register) -> None:
    """List every doubt that the register records, and say how many entries carry a note."""
    doubted = _doubted(register)
    rows = current_rows([len(doubted)], "doubts")
    (part,) = rows.of([doubted])
    cells = (
        (escape(what), escape(date_as_printed(dated)), explained(doubt, register.glossary))
        for what, dated, doubt in part
    )
    noted = _noted(register)
    table = with_pager(rows, html_table("Doubts about dates", ("What", "As printed", "The doubt"), cells))
    _part(
        "doubts",
        f"<p>A doubt is shown wherever the date is used; nothing is settled silently. Beyond dates, "
        f"{count_of(noted, 'entry carries', 'entries carry')} a note under “Read with care”.</p>"
        f"{table if part else '<p>The register records no doubt about a date.</p>'}",
    )


def glossary(register: Register) -> None:
    """Show every acronym of the glossary."""
    rows = [escape_cells((term.id, term.expansion, term.meaning)) for term in register.glossary]
    table = html_table("Acronyms that entries use", ("Acronym", "Stands for", "Meaning"), rows)
    _part("glossary", table if rows else "<p>The glossary is empty.</p>")


def accessibility(register: Register) -> None:
    """Say what was tested, what is known not to work, and whom to tell."""
    panel = escape(register.bodies_by_id[register.settings.panel].name)
    _part(
        "accessibility",
        f"<h3>What was done and tested</h3>{_list(TESTED)}<h3>What is known not to work, or was not tested</h3>"
        f"{_list(NOT_WORKING)}<h3>Whom to tell</h3><p>If something here cannot be read or used, tell the officer who "
        f"supports this panel, who can also give the same content in another form: {panel}.</p>",
    )


def versions(register: Register) -> None:
    """Give the versions of the project and its libraries, the day of the last review, and the licences."""
    project = _project()
    rows = [
        ("Register, last reviewed", register.settings.reviewed_on.printed),
        (f"This dashboard ({project['name']})", project["version"]),
        ("Python", platform.python_version()),
        *_versions(),
    ]
    _part(
        "versions",
        html_table("What this page was made with", ("What", "Version or day"), map(escape_cells, rows))
        + f"<p>The code is under the {escape(project['license'])} licence. {escape(LICENCES)}</p>",
    )


@cache
def _project() -> Mapping[str, str]:
    """Give what the project says of itself; it does not change while the dashboard runs."""
    project: dict[str, str] = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    return project


@cache
def _versions() -> Sequence[tuple[str, str]]:
    """Give the versions of the libraries; they do not change while the dashboard runs."""
    return [(library, version(library)) for library in _LIBRARIES]


def _inspection(register: Register, inspection: Inspection, documents: Sequence[Document]) -> str:
    """Write documents of one inspection as a table, with the dates and the note of the inspection."""
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    known = [f"{name}: {date_as_printed(dated)}. {dated.doubt or ''}" for name, dated in dates if dated]
    by = f"Inspected by: {'; '.join(inspection.inspectorates)}. Scope: {inspection.scope.label.lower()}."
    facts = " ".join([by, *known, inspection.note or ""])
    rows = (_document(register, document) for document in documents)
    return (
        f'<div class="documents-table"><h3>{escape(inspection.title)}</h3>'
        f"<p>{explained(facts, register.glossary)}</p>"
        + html_table(f"Documents: {inspection.short_title}", ("Document", "Date as printed", "State", "Remarks"), rows)
        + "</div>"
    )


def _document(register: Register, document: Document) -> Row:
    """Write the row of a document."""
    address = escape(document.address or "")
    way = f'<a href="{address}">{address}</a>' if address else "No public address is known."
    by = register.bodies_by_id[document.body].short
    numbers = ((document.paragraphs, "paragraph"), (document.notes, "note"))
    parts = join_list([count_of(number, one) for number, one in numbers if number])
    doubt = document.date.doubt if document.date else None
    return (
        f"<b>{escape(document.kind.label)}</b>, {escape(by)}: {escape(document.title)}<br>{way}",
        escape(date_as_printed(document.date)),
        f"held: {parts} read" if document.held else "known, not held",
        explained(" ".join(filter(None, [doubt, document.note])), register.glossary),
    )


@cached_per_register
def _labelled(register: Register) -> int:
    """Count the findings whose words have one of the labels of inspectorates."""
    return sum(any(text in finding.excerpt.lower() for text in _LABELS) for finding in register.findings)


@cached_per_register
def _noted(register: Register) -> int:
    """Count the entries that carry a note."""
    return sum(entry.note is not None for entry in register.entries)


@cached_per_register
def _doubted(register: Register) -> list[tuple[str, Dated, str]]:
    """Give every date that is in doubt, with what it is the date of, and the doubt."""
    return [(what, dated, dated.doubt) for what, dated in _dates(register) if dated and dated.doubt]


def _dates(register: Register) -> Iterator[tuple[str, Dated | None]]:
    """Give every date of the register with what it is the date of."""
    for inspection in register.inspections:
        yield f"{inspection.short_title}: fieldwork", inspection.fieldwork
        yield f"{inspection.short_title}: publication", inspection.published
        for document in inspection.documents:
            yield f"{inspection.short_title}: {document.kind.label.lower()}", document.date
    for entry in register.entries:
        if isinstance(entry, Commitment):
            yield f"{entry.full_id}: when it is due", entry.due
        if isinstance(entry, Figure):
            yield f"{entry.full_id}: the period it is about", entry.period
    for event in register.events:
        yield f"Event: {event.title}", event.date


def _part(name: str, html: str) -> None:
    """Show a part of the page under its heading."""
    st.html(f'<section class="about"><h2 id="{name}">{_PARTS[name]}</h2>{html}</section>')


def _list(texts: Iterable[str]) -> str:
    """Write sentences of ours as a list."""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
