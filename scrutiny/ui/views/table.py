"""Real tables: they print whole, are read out row by row, and on a phone each row becomes a block of its own."""

from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

from markupsafe import Markup

from scrutiny.charts.picture import Picture
from scrutiny.ui.shell.links import resolve_view_links, view_link
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import MACROS, render, show_html

Row = Sequence[object]

_folds_of: WeakKeyDictionary[Picture, dict[str, list[Markup]]] = WeakKeyDictionary()
"""The rows of each picture, written once for all readers: a fifth of the time of the page Themes."""


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Row]) -> Markup:
    """Return a table; the first cell of each row heads it. Cells are escaped, unless they are markup."""
    table: Markup = MACROS.table(caption, heads, rows)
    return table


def entry_table(picture: Picture) -> None:
    """Show the table of a picture, its entries folded by what stands in their first column, a sheet at a time.

    The id of each row opens the entry in this view. On paper every fold is open.
    """
    heads = ["Point", *picture.table.columns[1:]]
    folds = _folds_of.get(picture)
    if folds is None:
        folds = _folds_of[picture] = {}
        table = picture.table
        for full_id, name, *cells in zip(table.index, *(table[column].tolist() for column in table), strict=True):
            link = view_link(full_id, full_id.partition(".")[2])
            folds.setdefault(str(name), []).append(MACROS.table_row(heads, [link, *cells]))
    rows = current_rows([len(fold) for fold in folds.values()])
    parts = zip(folds.items(), rows.of(list(folds.values())), strict=True)
    shown = [(name, len(fold), part) for (name, fold), part in parts if part]
    show_html(with_pager(rows, resolve_view_links(render("folds.html", heads=heads, folds=shown))))
