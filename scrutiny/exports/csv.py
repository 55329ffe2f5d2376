"""A table as CSV that a spreadsheet reads as text and never runs."""

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: pd.DataFrame) -> str:
    """Write a table with its index as CSV, with CRLF line ends as RFC 4180 has them.

    A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays text.
    """
    safe = table.reset_index().map(_safe).rename(columns=_safe)
    return str(safe.to_csv(index=False, lineterminator="\r\n"))


def _safe(value: object) -> object:
    """Lead a text that begins like a formula by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
