"""Real tables: they print whole, are read out row by row, and on a phone each row becomes a block of its own."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import streamlit as st

from scrutiny.ui.links import view_link

Row = Sequence[str]
_TAG = re.compile(r"<[^>]*>")
_LONG = re.compile(r"\S{41}")


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Row]) -> str:
    """Write a table from rows of HTML cells; the first cell of each heads its row."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(f'<td data-label="{escape(name)}">{cell}</td>' for name, cell in zip(heads[1:], rest, strict=True))
        + "</tr>"
        for first, *rest in rows
    )
    wide = ' class="long"' if _LONG.search(_TAG.sub(" ", body)) else ""
    return (
        f'<div class="table"><table{wide}><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def escaped(cells: Iterable[object]) -> Row:
    """Escape the cells of a row."""
    return [escape(str(cell)) for cell in cells]


def entry_table(table: pd.DataFrame) -> None:
    """Show rows of entries, indexed by full id, folded by what stands in their first column.

    The id of each row opens the entry in this view. On paper every fold is open.
    """
    first = table.columns[0]
    folds = (_fold(str(name), rows.drop(columns=first)) for name, rows in table.groupby(first, sort=False))
    st.html(f'<div class="folds">{"".join(folds)}</div>')


def _fold(name: str, table: pd.DataFrame) -> str:
    """Write the rows that share a name as a table that can be opened."""
    rows = (
        [view_link(str(full_id), str(full_id).partition(".")[2]), *escaped(cells)]
        for full_id, cells in zip(table.index, table.itertuples(index=False), strict=True)
    )
    return (
        f'<details class="rows"><summary><bdi>{escape(name)}</bdi> ({len(table)})</summary>'
        f"{html_table(name, ['Entry', *table.columns], rows)}</details>"
    )
