"""Real tables: they print whole, are read out row by row, and on a phone each row becomes a block of its own."""

from collections.abc import Iterable, Sequence

import pandas as pd
from markupsafe import Markup

from scrutiny.charts.picture import Picture
from scrutiny.ui.shell.links import resolve_view_links, view_link
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import MACROS, render, show_html

Row = Sequence[object]


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Row]) -> Markup:
    """Return a table; the first cell of each row heads it. Cells are escaped, unless they are markup."""
    table: Markup = MACROS.table(caption, heads, rows)
    return table


def entry_table(picture: Picture) -> None:
    """Show the table of a picture, its entries folded by what stands in their first column, a sheet at a time.

    The id of each row opens the entry in this view.
    """
    heads = ["Point", *picture.table.columns[1:]]
    folds = [(str(name), fold) for name, fold in picture.table.groupby(picture.table.columns[0], sort=False)]
    rows = current_rows([len(fold) for _, fold in folds])
    parts = zip(folds, rows.of([fold for _, fold in folds]), strict=True)
    shown = [(name, len(fold), _cells(part)) for (name, fold), part in parts if len(part)]
    show_html(with_pager(rows, resolve_view_links(render("folds.html", heads=heads, folds=shown))))


def _cells(rows: pd.DataFrame) -> list[Row]:
    """Return the cells of rows of a picture's table: the id as a link, and all but the first column."""
    ids = [view_link(full_id, full_id.partition(".")[2]) for full_id in rows.index]
    return list(zip(ids, *(rows[column].tolist() for column in rows.columns[1:]), strict=True))
