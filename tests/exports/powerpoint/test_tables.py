"""Tables read back: native, with heads, and rows that go on on further slides."""

import pytest
from pptx.util import Pt

from scrutiny.exports.powerpoint import tables
from scrutiny.exports.powerpoint.template import open_template, table_style
from scrutiny.slides.slide import TableBody
from tests.exports.powerpoint.specimens import BODY_BOX, chart, one, slide, table, written


def read(deck: object) -> list[object]:
    """Return the tables of a deck."""
    return [shape.table for page in deck.slides for shape in page.shapes if shape.has_table]


def test_table_holds_heads_and_rows() -> None:
    """Every cell stands in a real table whose first row is flagged as its heads, in our own plain style."""
    (grid,) = read(written(slide(table())))
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["Theme", "First", "Second"],
        ["Theme 0", "■ 2  □ 1", "● 3"],
        ["Theme 1", "■ 2  □ 1", "● 3"],
    ]
    assert (grid.first_row, grid.horz_banding) == (True, False)
    assert grid._tbl.tblPr.find("{*}tableStyleId").text == table_style(open_template())


def test_columns_have_their_shares() -> None:
    """Columns divide the width of the slide's body as the slide says."""
    (grid,) = read(written(slide(table())))
    widths = [column.width / Pt(BODY_BOX.width) for column in grid.columns]
    assert widths == pytest.approx([3 / 7, 2 / 7, 2 / 7], abs=0.001)


def test_foot_explains_the_marks_that_are_there() -> None:
    """The foot names the marks that stand in cells, and no others, and says what numbers and hollow marks mean."""
    foot = next(shape for shape in one(chart(table())).shapes if shape.name == "Foot").text_frame
    assert foot.paragraphs[0].text == (
        "■ concern, ● strength. A number says how many. Hollow: the letter's own view or claim."
    )


def test_foot_explains_no_marks_where_none_are() -> None:
    """A table without marks has only what is counted at its foot."""
    foot = next(shape for shape in one(chart(TableBody(("Theme",), (("",),), (1,)))).shapes if shape.name == "Foot")
    assert foot.text_frame.text == "Each mark is one entry. Last checked 15 November 2030."


def test_rows_go_on_under_the_same_heads() -> None:
    """Rows that do not fit go on on further slides, each once, under the same heads, evenly."""
    deck = written(slide(table(rows=40)))
    grids = read(deck)
    assert len(grids) > 2
    assert {grid.cell(0, 0).text for grid in grids} == {"Theme"}
    names = [row.cells[0].text for grid in grids for row in list(grid.rows)[1:]]
    assert names == [f"Theme {nth}" for nth in range(40)]
    assert max(len(grid.rows) for grid in grids) - min(len(grid.rows) for grid in grids) <= 1
    assert [page.shapes.title.text_frame.text.endswith("(continued)") for page in deck.slides] == [
        nth > 0 for nth in range(len(grids))
    ]


@pytest.mark.parametrize(("rows", "size"), [(2, 16), (11, 14), (12, 12), (60, 14)])
def test_letters_are_as_large_as_there_is_room(rows: int, size: int) -> None:
    """A small table has large letters; one that must go on has letters of 14 points rather than small ones."""
    assert tables.size(table(rows=rows), BODY_BOX) == size


def test_table_is_no_higher_than_its_room() -> None:
    """The rows of each slide end above the foot."""
    for page in tables.pages(table(rows=33), BODY_BOX):
        assert sum(tables.heights(page, tables.size(page, BODY_BOX), BODY_BOX)) <= BODY_BOX.height
