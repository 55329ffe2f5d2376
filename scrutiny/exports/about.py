"""What a file says of itself: what it is, what was chosen, as of when, how to read it, and its licence."""

from scrutiny.analysis.counts import documents_not_read
from scrutiny.exports.tables import WHAT, columns, tables
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind
from scrutiny.wording import count_of, list_sources, upper_first

LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_WORDS = (
    f"Our own texts (summaries, notes, definitions) are under the licence {LICENCE}: {LICENCE_ADDRESS}. "
    "Quotations come from the documents named beside them and stay under their publishers’ terms."
)
WHOLE = "Everything."
CAUTION = (
    "Each row is one thing that a document says. The number of rows counts what was written, not how good a service is "
    "or how often something happens. Strengths do not cancel out concerns, and two inspections do not make a trend. "
    "Columns of their own tell inspectors’ words from the letters’ own, and local from national. A gap is a gap in the "
    "papers that were read."
)
WRITING = (
    "An empty cell means that nothing is stated. Several values in a cell are separated by “; ”. A date is in the "
    "document’s own words and, beside them, no more exact than that. Codes in one table name rows of another. A column "
    "whose name ends in .words says in words what the one before it says in codes."
)
IN_WORDS = (
    "A day is a date; a month or a year is in words. An empty cell means that nothing is stated. Columns with headings "
    "in italics are left out on paper: further themes, organisations, and codes."
)
PART = "Only what concerns this is here."


def file_facts(register: Register, chosen: str, how: str) -> list[tuple[str, str]]:
    """Return what a file says of itself as (heading, text).

    `chosen` says in words how its points were chosen, and is empty where all of them are. `how` says how it is written.
    """
    return [
        ("What this is", CAUTION),
        ("What was chosen", f"{chosen} {PART}" if chosen else WHOLE),
        ("What it rests on", f"{rests_on(register)} Last checked {register.settings.reviewed_on.printed}."),
        ("How to read it", how),
        ("Licence", LICENCE_WORDS),
    ]


def rests_on(register: Register) -> str:
    """Say which documents were read and how many were not."""
    read = list_sources(register, (inspection.id for inspection in register.inspections))
    reports = [one for _, one in register.documents() if one.kind is DocumentKind.REPORT]
    no_report = " No inspection report has been read." if reports and not any(one.held for one in reports) else ""
    number = documents_not_read.of(register)
    not_read = f"{upper_first(count_of(number, 'other document'))} {'was' if number == 1 else 'were'} not read"
    return f"{upper_first(read)}. {not_read}.{no_report}"


def about_text(register: Register, chosen: str) -> str:
    """Write the same as plain text with CRLF line ends, to lie beside the tables."""
    lines = [register.settings.title, *(f"{name}: {text}" for name, text in file_facts(register, chosen, WRITING))]
    lines += ["", "Tables", *(f"{kind} ({len(table)}): {WHAT[kind]}" for kind, table in tables(register).items())]
    lines += ["", "Columns"]
    lines += [f"{kind}, {column}: {text}" for kind in WHAT for column, text in columns(kind).items()]
    return "\r\n".join([*lines, ""])
