"""Long lists come in sheets; groups stay together where they fit on one."""

from itertools import chain

import pytest

from scrutiny.ui.shell.pager import PAGE_SIZE, Rows, page_ends


@pytest.mark.parametrize(
    ("sizes", "ends"),
    [
        ([], [0]),
        ([0, 0], [0]),
        ([PAGE_SIZE], [PAGE_SIZE]),
        ([PAGE_SIZE + 1], [PAGE_SIZE, PAGE_SIZE + 1]),
        ([2 * PAGE_SIZE], [PAGE_SIZE, 2 * PAGE_SIZE]),
        ([150, 50, 1], [200, 201]),
        ([150, 51, 100], [150, 301]),
        ([10, 450, 20], [10, 210, 410, 480]),
        ([100, 0, 100, 0, 100], [200, 300]),
    ],
)
def test_a_sheet_ends_with_a_group_where_it_can(sizes: list[int], ends: list[int]) -> None:
    """No sheet has more rows than may be; only a group that is longer than a sheet is parted."""
    assert page_ends(sizes) == ends


@pytest.mark.parametrize("sizes", [[1] * 999, [7, 300, 199, 2, 401], [199, 2] * 9])
def test_sheets_hold_every_row_once(sizes: list[int]) -> None:
    """One after another, sheets give all rows in their order, none of them more than may be."""
    groups = [[f"{group}.{row}" for row in range(size)] for group, size in enumerate(sizes)]
    ends = page_ends(sizes)
    sheets = [
        [row for part in Rows("rows", first, last, sum(sizes), 1, len(ends)).of(groups) for row in part]
        for first, last in zip([0, *ends], ends, strict=False)
    ]
    assert list(chain.from_iterable(sheets)) == list(chain.from_iterable(groups))
    assert max(map(len, sheets)) <= PAGE_SIZE
    assert all(sheets)


def test_rows_say_which_they_are() -> None:
    """People count from one."""
    assert str(Rows("rows", 200, 289, 289, 2, 2)) == "Rows 201 to 289 of 289"
    assert str(Rows("rows", 0, 289, 289, None, 2)) == "All 289 rows"
