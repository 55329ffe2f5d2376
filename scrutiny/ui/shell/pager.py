"""Long lists in sheets of at most 200 rows, with the way to the others: no browser is sent more unless it asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from scrutiny.ui.shell.address import ALL_ROWS_VALUE, rows_param, same_view_url
from scrutiny.ui.shell.templates import render

PAGE_SIZE = 200
"""Rows of a sheet."""
ROWS_PARAM = "rows"
"""The parameter of the address that says which sheet of a table or list is shown."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Rows:
    """Which rows of a list are shown: from `first` up to `last`, counted from 0, of `total`.

    `key` is the parameter of the address that says so, `sheet` which of so many `sheets` it is, None for all rows.
    """

    key: str
    first: int
    last: int
    total: int
    sheet: int | None
    sheets: int

    def __str__(self) -> str:
        """Say which rows these are: “Rows 1 to 200 of 289”, “All 289 rows”."""
        if self.sheet is None:
            return f"All {self.total} rows"
        return f"Rows {self.first + 1} to {self.last} of {self.total}"

    def of(self, groups: Sequence[Sequence[_T]]) -> Iterator[Sequence[_T]]:
        """Yield what is shown of each group of the list; of some that is nothing."""
        start = 0
        for group in groups:
            yield group[max(self.first - start, 0) : max(self.last - start, 0)]
            start += len(group)


def current_rows(sizes: Sequence[int], key: str = ROWS_PARAM) -> Rows:
    """Return the rows of a list that the address asks for; `sizes` are the numbers of rows of its groups."""
    ends = page_ends(sizes)
    sheet = rows_param(key, len(ends))
    first, last = (0, ends[-1]) if sheet is None else ([0, *ends][sheet - 1], ends[sheet - 1])
    return Rows(key, first, last, ends[-1], sheet, len(ends))


def page_ends(sizes: Sequence[int]) -> list[int]:
    """Return after how many rows each sheet ends. A group stays whole where it fits on one sheet."""
    ends, start, row = [], 0, 0
    for size in sizes:
        if row > start and row + size - start > PAGE_SIZE:
            ends.append(row)
            start = row
        row += size
        while row - start > PAGE_SIZE:
            start += PAGE_SIZE
            ends.append(start)
    return [*ends, row]


def with_pager(rows: Rows, html: str) -> str:
    """Return the markup of a list with the way to its other sheets under it, where there are any."""
    return render("sheet.html", rows=rows, html=html, pager=pager(rows)) if rows.sheets > 1 else html


def pager(rows: Rows) -> Markup:
    """Return a line that says which rows these are, with the way to the others."""
    if rows.sheet is None:
        links = {f"{PAGE_SIZE} rows at a time": same_view_url({}, without=[rows.key])}
    else:
        sheets = {"Previous rows": rows.sheet - 1, "Next rows": rows.sheet + 1}
        links = {
            words: same_view_url({rows.key: str(sheet)}) for words, sheet in sheets.items() if 0 < sheet <= rows.sheets
        }
        links["All rows"] = same_view_url({rows.key: ALL_ROWS_VALUE})
    return render("pager.html", rows=rows, links=links)
