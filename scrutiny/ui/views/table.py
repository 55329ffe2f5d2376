"""Real tables: they print whole, are read out row by row, and on a phone each row becomes a block of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from weakref import WeakKeyDictionary

import pandas as pd

from scrutiny.charts.picture import Picture
from scrutiny.ui.shell.links import resolve_view_links, view_link
from scrutiny.ui.shell.markup import show_html
from scrutiny.ui.shell.pager import current_rows, with_pager

Row = Sequence[str]
_Fold = tuple[str, list[str]]
_TAG = re.compile(r"<[^>]*>")
_LONG = re.compile(r"\S{41}")
_MARKED = ' class="long"'
_folds_of: WeakKeyDictionary[Picture, list[_Fold]] = WeakKeyDictionary()
"""The rows of each picture that is kept, written once for all readers, for as long as the picture is there."""


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Row]) -> str:
    """Write a table from rows of HTML cells; the first cell of each heads its row."""
    return table_html(caption, heads, rows_html(heads, rows))


def table_html(caption: str, heads: Sequence[str], rows: Iterable[str]) -> str:
    """Write a table from rows that are written already; where one is marked, words break to keep the table narrow."""
    body = "".join(rows)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return (
        f'<div class="table"><table{_MARKED if f"<tr{_MARKED}" in body else ""}><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def rows_html(heads: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write rows of HTML cells; one with a word that is too long for any column is marked."""
    labels = [f'<td data-label="{escape(name)}">' for name in heads[1:]]
    for first, *rest in rows:
        cells = "".join(f"{label}{cell}</td>" for label, cell in zip(labels, rest, strict=True))
        row = f'<th scope="row">{first}</th>{cells}'
        yield f"<tr{_MARKED if _LONG.search(_TAG.sub(' ', row)) else ''}>{row}</tr>"


def escape_cells(cells: Iterable[object]) -> Row:
    """Escape the cells of a row."""
    return [escape(str(cell)) for cell in cells]


def entry_table(picture: Picture) -> None:
    """Show the table of a picture, its entries folded by what stands in their first column, a sheet at a time.

    The id of each row opens the entry in this view. On paper every fold is open.
    """
    folds = _folds(picture)
    rows = current_rows([len(fold) for _, fold in folds])
    parts = zip(folds, rows.of([fold for _, fold in folds]), strict=True)
    heads = ["Entry", *picture.table.columns[1:]]
    html = "".join(_fold(name, heads, part, len(fold)) for (name, fold), part in parts if part)
    show_html(with_pager(rows, f'<div class="folds">{resolve_view_links(html)}</div>'))


def _folds(picture: Picture) -> list[_Fold]:
    """Give the rows of a picture by what stands in their first column, written once for as long as it is kept."""
    folds = _folds_of.get(picture)
    if folds is None:
        heads = ["Entry", *picture.table.columns[1:]]
        folds = [(name, list(rows_html(heads, rows))) for name, rows in _rows(picture.table).items()]
        _folds_of[picture] = folds
    return folds


def _rows(table: pd.DataFrame) -> dict[str, list[Row]]:
    """Give the cells of a table's rows by what stands in their first column."""
    rows: dict[str, list[Row]] = {}
    for full_id, name, *cells in zip(table.index, *(table[column].tolist() for column in table), strict=True):
        link = view_link(full_id, full_id.partition(".")[2])
        rows.setdefault(str(name), []).append([link, *escape_cells(cells)])
    return rows


def _fold(name: str, heads: Sequence[str], rows: Sequence[str], number: int) -> str:
    """Write the rows that share a name as a table that can be opened; some of them may be on another sheet."""
    shown = str(number) if len(rows) == number else f"{len(rows)} of {number}"
    return (
        f'<details class="rows"><summary><bdi>{escape(name)}</bdi> ({shown})</summary>'
        f"{table_html(name, heads, rows)}</details>"
    )
