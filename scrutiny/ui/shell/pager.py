"""Long lists in sheets of at most 200 rows, with the way to the others: no browser is sent more unless it asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scrutiny.ui.shell.address import ALL_ROWS_VALUE, rows_param
from scrutiny.ui.shell.links import same_view_link

PAGE_SIZE = 200
"""Rows of a sheet."""

_REST = " The rest is not on this paper. “All rows”, under the list on the screen, gives it all."
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
        return (
            f"All {self.total} rows" if self.sheet is None else f"Rows {self.first + 1} to {self.last} of {self.total}"
        )

    def of(self, groups: Sequence[Sequence[_T]]) -> Iterator[Sequence[_T]]:
        """Give what is shown of each group of the list; of some that is nothing."""
        begins = 0
        for group in groups:
            yield group[max(self.first - begins, 0) : max(self.last - begins, 0)]
            begins += len(group)


def current_rows(sizes: Sequence[int], key: str = "rows") -> Rows:
    """Give the rows of a list that the address asks for; `sizes` are the numbers of rows of its groups."""
    ends = page_ends(sizes)
    sheet = rows_param(key, len(ends))
    first, last = (0, ends[-1]) if sheet is None else ([0, *ends][sheet - 1], ends[sheet - 1])
    return Rows(key, first, last, ends[-1], sheet, len(ends))


def page_ends(sizes: Sequence[int]) -> list[int]:
    """Give after how many rows each sheet ends. A group stays whole where it fits on one sheet."""
    ends, begins, row = [], 0, 0
    for size in sizes:
        if row > begins and row + size - begins > PAGE_SIZE:
            ends.append(row)
            begins = row
        row += size
        while row - begins > PAGE_SIZE:
            begins += PAGE_SIZE
            ends.append(begins)
    return [*ends, row]


def with_pager(rows: Rows, html: str) -> str:
    """Put the way to the other sheets of a list under it, where there are any.

    The list can be given the focus, so that who turns to another sheet goes on reading at its beginning. On paper,
    which holds one sheet, words say how to print the rest.
    """
    if rows.sheets == 1:
        return html
    named = f'id="list-{rows.key}" tabindex="-1" role="group" aria-label="{rows}"'
    return f'<div class="sheet" {named}>{html}</div>{pager(rows)}'


def pager(rows: Rows) -> str:
    """Write which rows these are, and the way to the others."""
    rest = "" if rows.sheet is None else f"<i>{_REST}</i>"
    return (
        f'<nav class="pager" aria-label="Rows of the list" data-turns="list-{rows.key}"><p>{rows}.{rest}</p> '
        f"{' '.join(_ways(rows))}</nav>"
    )


def _ways(rows: Rows) -> Iterator[str]:
    """Write the links to the sheet before, to the next, and to all rows or back to sheets."""
    if rows.sheet is None:
        yield same_view_link({}, f"{PAGE_SIZE} rows at a time", without=[rows.key])
        return
    if rows.sheet > 1:
        yield same_view_link({rows.key: str(rows.sheet - 1)}, "Previous rows")
    if rows.sheet < rows.sheets:
        yield same_view_link({rows.key: str(rows.sheet + 1)}, "Next rows")
    yield same_view_link({rows.key: ALL_ROWS_VALUE}, "All rows")
