"""Real tables: they print whole, are read out row by row, and on a phone each row becomes a block of its own."""

from collections.abc import Iterable, Sequence
from typing import Any

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
    table = picture.table
    folds = {str(name): [*fold.itertuples(name=None)] for name, fold in table.groupby(table.columns[0], sort=False)}
    rows = current_rows([len(fold) for fold in folds.values()])
    parts = zip(folds.items(), rows.of([*folds.values()]), strict=True)
    shown = [(name, len(fold), [*map(_cells, part)]) for (name, fold), part in parts if part]
    show_html(with_pager(rows, resolve_view_links(render("folds.html", heads=heads, folds=shown))))


def _cells(row: tuple[Any, ...]) -> Row:
    """Give the cells of a row: its id as a link, and what stands right of the first column, by which it is folded."""
    full_id, _, *cells = row
    return [view_link(full_id, full_id.partition(".")[2]), *cells]
