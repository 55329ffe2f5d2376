"""About: who made this, what was read and how, what the numbers do not tell, and what is known not to work.

What is said of every register stands in the templates of `about/`.
"""

import platform
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis import counts
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.facts import reference
from scrutiny.analysis.frames import build_entries
from scrutiny.analysis.papers import papers
from scrutiny.analysis.reply_clock import CAUTION
from scrutiny.charts.marks import FULL_KEY
from scrutiny.exports.about import LICENCE_WORDS
from scrutiny.register.records import Commitment, Dated, Figure
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import (
    Acceptance,
    ActionStatus,
    Answer,
    Bound,
    CommitmentKind,
    EntryKind,
    LabelledEnum,
    RecommendationKind,
    Scope,
    Tick,
    Voice,
)
from scrutiny.ui.shell.address import absolute_url, selected_option, set_params
from scrutiny.ui.shell.choices import set_widget
from scrutiny.ui.shell.context import open_data_address, today
from scrutiny.ui.shell.downloads import register_downloads
from scrutiny.ui.shell.pager import Rows, current_rows, with_pager
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.ui.views.glossary import explained
from scrutiny.wording import date_as_printed, upper_first

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"
_LIBRARIES = ("streamlit", "plotly", "pandas")
_PART = "part"
_PARTS = {
    "what": "What this is",
    "method": "How points were chosen",
    "numbers": "What the numbers do not say",
    "words": "Terms",
    "doubts": "Dates in doubt",
    "accessibility": "Accessibility",
    "data": "Data and licence",
}
_INSPECTORATES_TERMS = ("cause of concern", "causes of concern", "area for improvement", "areas for improvement")
_VOCABULARIES: Sequence[tuple[str, type[LabelledEnum]]] = (
    ("Kind of point", EntryKind),
    ("Whose words", Voice),
    ("Local or national", Scope),
    ("Kind of commitment", CommitmentKind),
    ("What makes a commitment checkable", Tick),
    ("What a letter offers on a concern", Answer),
    ("Progress of an action", ActionStatus),
    ("How exact a figure is", Bound),
)
_OF_RECOMMENDATIONS = (
    ("What a document calls a recommendation", RecommendationKind),
    ("What a reply says to it", Acceptance),
)


def opened_part() -> str:
    """Return the name of the part that is open."""
    return _PARTS[selected_option(_PART, list(_PARTS))]


def about(register: Register) -> None:
    """Show the parts of the page as tabs; the address says which is open, and on paper all of them are."""
    settings = register.settings
    panel, commissioner, force = (
        register.bodies_by_id[body].name for body in (settings.panel, settings.commissioner, settings.force)
    )
    what, method, numbers, terms, doubts, accessibility, data = _parts()
    with what:
        show(
            "about/what.html",
            register=register,
            points=_points(register),
            panel=panel,
            commissioner=commissioner,
            force=force,
            papers=_papers(register, today()),
        )
    with method:
        show("about/method.html")
    with numbers:
        counted = [
            (upper_first(count.plural), count.meaning)
            for count in counts.COUNTS
            if register.recommendations or count is not counts.recommendations
        ]
        show("about/numbers.html", caveats=COUNT_CAVEATS, numbers=counted)
    with terms:
        show_html(_terms(register))
    with doubts:
        show(
            "about/doubts.html",
            doubts=_doubts(register),
            table=_table_of_doubts(register),
            notes=_notes(register),
        )
    with accessibility:
        show("about/accessibility.html", panel=panel, settings=settings)
    with data:
        show("about/data.html", licence=LICENCE_WORDS)
        register_downloads(register)
        show(
            "about/curators.html",
            register=register,
            project=_project(),
            versions={"Python": platform.python_version()} | _libraries(),
            address=open_data_address(),
            absolute_url=absolute_url,
        )


def _parts() -> Sequence[AbstractContextManager[object]]:
    """Show the tabs, one of them open, and return where each part goes: those not open are on paper alone."""
    widget = set_widget(_PART, opened_part())

    def write() -> None:
        part = next(part for part, label in _PARTS.items() if label == st.session_state[widget])
        set_params({_PART: None if part == next(iter(_PARTS)) else part})

    tabs = st.tabs(list(_PARTS.values()), key=widget, on_change=write)
    return [tab if tab.open else st.container(key=f"paper-{part}") for part, tab in zip(_PARTS, tabs, strict=True)]


@cached_per_register
def _points(register: Register) -> str:
    # a frame of its own: that of a whole large register is kept by nobody
    return counts.points.words(build_entries(register))


@cached_per_register
def _terms(register: Register) -> Markup:
    has_any = bool(register.recommendations)
    return render(
        "about/words.html",
        symbols=FULL_KEY,
        words=[
            (word.label, use, word.meaning)
            for use, vocabulary in (*_VOCABULARIES, *(_OF_RECOMMENDATIONS if has_any else ()))
            for word in vocabulary
            if has_any or word is not EntryKind.RECOMMENDATION
        ],
        themes=[(theme.label, theme.definition) for theme in register.themes],
        acronyms=[(term.id, term.expansion, term.meaning) for term in register.glossary],
        uses_of_terms=sum(
            any(term in finding.excerpt.lower() for term in _INSPECTORATES_TERMS) for finding in register.findings
        ),
    )


def _papers(register: Register, day: date) -> str:
    """Return the papers that were read, and those to ask for, folded."""
    rows = current_rows((counts.documents_read.of(register), len(papers(register, day))))
    return with_pager(rows, _rows_of_papers(register, day, rows))


@cached_per_register
def _rows_of_papers(register: Register, day: date, rows: Rows) -> Markup:
    groups: Sequence[Sequence[Any]] = (
        [(inspection, document) for inspection, document in register.documents() if document.held],
        papers(register, day),
    )
    read, wanted = rows.of(groups)
    return render(
        "about/papers.html",
        register=register,
        read=read,
        wanted=wanted,
        numbers=[len(group) for group in groups],
        caution=CAUTION,
        explain=partial(explained, glossary=register.glossary),
    )


def _table_of_doubts(register: Register) -> str:
    rows = current_rows([len(_doubts(register))], "doubts")
    return with_pager(rows, _rows_of_doubts(register, rows))


@cached_per_register
def _rows_of_doubts(register: Register, rows: Rows) -> Markup:
    cells = [
        (what, date_as_printed(dated), explained(dated.doubt or "", register.glossary))
        for what, dated in _doubts(register)[rows.first : rows.last]
    ]
    table: Markup = MACROS.table("Uncertain dates", ["What", "As stated", "Why it is uncertain"], cells)
    return table


@cache
def _project() -> Mapping[str, str]:
    """Return what the project says of itself; it does not change while the dashboard runs."""
    project: dict[str, str] = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    return project


@cache
def _libraries() -> dict[str, str]:
    """Return the versions of the libraries, which do not change while the dashboard runs."""
    return {library: version(library) for library in _LIBRARIES}


@cached_per_register
def _notes(register: Register) -> int:
    return sum(entry.note is not None for entry in register.entries)


@cached_per_register
def _doubts(register: Register) -> list[tuple[str, Dated]]:
    """Return every date that is in doubt, with what it is the date of."""
    return [(what, dated) for what, dated in _dates(register) if dated and dated.doubt]


def _dates(register: Register) -> Iterator[tuple[str, Dated | None]]:
    """Yield every date of the register with what it is the date of."""
    for inspection in register.inspections:
        yield f"{inspection.short_title}: fieldwork", inspection.fieldwork
        yield f"{inspection.short_title}: publication", inspection.published
        for document in inspection.documents:
            yield f"{inspection.short_title}: {document.kind.label.lower()}", document.date
    for entry in register.entries:
        if isinstance(entry, Commitment):
            yield f"{reference(register, entry)}: when it is due", entry.due
        if isinstance(entry, Figure):
            yield f"{reference(register, entry)}: the period it is about", entry.period
    for asked in register.asked:
        yield f"Asked before, {asked.id}: when it is due", asked.due
    for event in register.events:
        yield f"Event: {event.title}", event.date
