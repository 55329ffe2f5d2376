"""Tables as CSV that a spreadsheet reads as text and never runs, one by one or all in an archive."""

import csv
from decimal import Decimal
from io import StringIO
from math import isnan

import pandas as pd

from scrutiny.exports.about import about_text
from scrutiny.exports.tables import tables
from scrutiny.exports.zip_dates import zipped
from scrutiny.register.register import Register

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = ("\t", "\r", "\n", "\0")


def table_csv(table: pd.DataFrame) -> str:
    """Write a table with its index as CSV, with CRLF line ends as RFC 4180 has them.

    A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays text. What counts
    as one is told by OWASP's page on CSV injection: a text that begins with an equals, plus, minus or at sign, also
    in its full-width form, or with a tab or a line end. A sign after leading blanks counts as well, since some
    spreadsheets drop the blanks when they read a file. Numbers are left as they are, digit by digit.
    """
    cells = table.reset_index()
    written = StringIO(newline="")
    rows = (list(cells), *cells.itertuples(index=False, name=None))
    csv.writer(written).writerows(map(_text, row) for row in rows)
    return written.getvalue()


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Write a table as CSV in UTF-8, led by a byte order mark, without which spreadsheets guess another alphabet."""
    return table_csv(table).encode("utf-8-sig")


def csv_archive(register: Register, chosen: str = "") -> bytes:
    """Write a ZIP archive of one CSV file for each table, and `about.txt`, which says what they are.

    `chosen` says in words how this register was taken from a larger one. The same register and the same choice in
    words give the same bytes.
    """
    files = {"about.txt": about_text(register, chosen).encode("utf-8-sig")}
    files |= {f"{kind}.csv": csv_bytes(table) for kind, table in tables(register).items()}
    return zipped(files)


def _text(value: object) -> str:
    """Return what stands in a cell: nothing where there is nothing, and never a formula."""
    match value:
        case str():
            return f"'{value}" if value.startswith(_CONTROL) or value.lstrip().startswith(_FORMULA) else value
        case float():
            return "" if isnan(value) else format(Decimal(repr(value)), "f")  # never as 1e-06
    return "" if value is None else str(value)
