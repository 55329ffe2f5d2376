"""What a file says of itself: what it is, what was chosen, as of when, how to read it, and its licence."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.exports.tables import WHAT, columns, tables
from scrutiny.register.register import Register

LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_WORDS = (
    f"The register's own texts (summaries, notes, definitions) are under the licence {LICENCE}: {LICENCE_ADDRESS}. "
    "Excerpts are quoted from the documents named beside them and stay under their publishers' terms."
)
WHOLE = "The whole register."
CAUTION = (
    "A row is something that was written. A count of rows counts what was written, not how things are or how often "
    "they happen. Strengths and concerns are not set off against each other, and two inspections are no trend. Words "
    "of inspectors and of the respondent, local and national, are told apart in the columns “voice” and “scope”. A gap "
    "is a gap in the papers that are held."
)
WRITING = (
    "An empty cell means that the register's files give nothing. Several values in a cell stand with “; ” between "
    "them. A date stands as it is printed and, beside it, no more precise than that. Ids in one table name rows of "
    "another."
)
PART = (
    "Only entries, events, pairs, highlights and questions are chosen; inspections, documents, themes, bodies, "
    "glossary and question templates are always whole. A table of entries without rows means that none was chosen, "
    "not that there is none. An id may name a row that was not chosen."
)


def file_facts(register: Register, chosen: str = "") -> list[tuple[str, str]]:
    """Return what a file says of itself as (heading, text); `chosen` says how its entries were chosen, in words."""
    settings = register.settings
    return [
        ("Area", settings.area),
        ("What was chosen", f"{chosen} {PART}" if chosen else WHOLE),
        ("Register reviewed on", settings.reviewed_on.printed),
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
