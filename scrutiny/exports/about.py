"""What a file says of itself: what it is, what was chosen, as of when, how to read it, and its licence."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.exports.tables import WHAT, columns, tables
from scrutiny.register.register import Register

LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_WORDS = (
    f"Our own texts (summaries, notes, definitions) are under the licence {LICENCE}: {LICENCE_ADDRESS}. "
    "Quotations come from the documents named beside them and stay under their publishers' terms."
)
WHOLE = "Everything."
CAUTION = (
    "Each row is one thing that a document says. The number of rows counts what was written, not how good a service is "
    "or how often something happens. Strengths do not cancel out concerns, and two inspections do not make a trend. "
    "Columns of their own tell inspectors' words from the letters' own, and local from national. A gap is a gap in the "
    "papers that were read."
)
WRITING = (
    "An empty cell means that nothing is stated. Several values in a cell are separated by “; ”. A date is in the "
    "document's own words and, beside them, no more exact than that. Codes in one table name rows of another."
)
PART = (
    "Only points, events, comparisons, highlights and questions were chosen. Inspections, documents, themes, "
    "organisations, acronyms and wordings of questions are always complete. An empty table means that nothing matched "
    "what was chosen. A code may name a row that was not chosen."
)


def file_facts(register: Register, chosen: str = "") -> list[tuple[str, str]]:
    """Return what a file says of itself as (heading, text); `chosen` says how its entries were chosen, in words."""
    settings = register.settings
    return [
        ("Area", settings.area),
        ("What was chosen", f"{chosen} {PART}" if chosen else WHOLE),
        ("Last checked", settings.reviewed_on.printed),
        ("How to read it", CAUTION),
        ("How it is written", WRITING),
        ("Licence", LICENCE_WORDS),
    ]


def table_contents(frames: dict[str, pd.DataFrame]) -> list[tuple[str, int, str]]:
    """Return (table, number of rows, what it holds) for each table."""
    return [(kind, len(table), WHAT[kind]) for kind, table in frames.items()]


def column_meanings() -> Iterator[tuple[str, str, str]]:
    """Yield (table, column, what it means) for every column of every table."""
    for kind in WHAT:
        for column, meaning in columns(kind).items():
            yield kind, column, meaning


def about_text(register: Register, chosen: str = "") -> str:
    """Write the same as plain text with CRLF line ends, to lie beside the tables."""
    lines = [register.settings.title, *(f"{name}: {text}" for name, text in file_facts(register, chosen))]
    lines += ["", "Tables"] + [f"{kind} ({rows}): {what}" for kind, rows, what in table_contents(tables(register))]
    lines += ["", "Columns"] + [f"{kind}, {column}: {text}" for kind, column, text in column_meanings()]
    return "\r\n".join([*lines, ""])
