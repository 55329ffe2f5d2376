"""A table as CSV that a spreadsheet reads as text and never runs."""

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = ("\t", "\r", "\n", "\0")


def table_csv(table: pd.DataFrame) -> str:
    """Write a table with its index as CSV, with CRLF line ends as RFC 4180 has them.

    A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays text. What counts
    as one is told by OWASP's page on CSV injection: a text that begins with an equals, plus, minus or at sign, also
    in its full-width form, or with a tab or a line end. A sign after leading blanks counts as well, since some
    spreadsheets drop the blanks when they read a file. Numbers are left as they are.
    """
    safe = table.reset_index().map(_safe).rename(columns=_safe)
    return str(safe.to_csv(index=False, lineterminator="\r\n"))


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Write a table as CSV in UTF-8, led by a byte order mark, without which spreadsheets guess another alphabet."""
    return table_csv(table).encode("utf-8-sig")


def _safe(value: object) -> object:
    """Lead a text that begins like a formula by an apostrophe."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(_CONTROL) or value.lstrip().startswith(_FORMULA) else value
