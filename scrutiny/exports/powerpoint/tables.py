"""Native tables: how many rows a slide takes, and how they are written."""

from dataclasses import replace
from itertools import chain
from typing import Final

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder
from pptx.table import _Cell
from pptx.util import Pt

from scrutiny.exports.powerpoint import text_boxes, text_metrics
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.text_boxes import Paragraph
from scrutiny.exports.powerpoint.theme import TABLE_STYLE
from scrutiny.slides import text_fit
from scrutiny.slides.slide import TableBody

SIZES: Final = (16, 14, 13, 12)
_PAGED: Final = 14
_ABOVE: Final = 4
_BESIDE: Final = 12
_HEAD_LINES: Final = 4


def size(table: TableBody, box: Box) -> int:
    """Give the largest size with which a table fits; one that goes on on further slides has its own."""
    fits = (size for size in SIZES if sum(heights(table, size, box)) <= box.height)
    return next(fits, _PAGED)


def heights(table: TableBody, points: int, box: Box) -> list[float]:
    """Give the height of the heads and of each row, in points."""
    rooms = _rooms(table, box)
    rows = [(table.heads, True), *((row, False) for row in table.rows)]
    return [
        max(text_metrics.height(cell, points, room, bold=bold) for cell, room in zip(row, rooms, strict=True))
        + 2 * _ABOVE
        for row, bold in rows
    ]


def clipped(table: TableBody, box: Box) -> tuple[TableBody, list[str]]:
    """Give a table with its cells shortened where a row would not fit on a slide, and these cells in full."""
    points = size(table, box)
    rooms = _rooms(table, box)
    line = points * text_metrics.LEADING
    most = int((box.height - (_HEAD_LINES * line + 4 * _ABOVE)) / line)
    heads = _clip(table.heads, rooms, points, _HEAD_LINES, bold=True)
    rows = [_clip(row, rooms, points, most) for row in table.rows]
    full, short = [*chain(table.heads, *table.rows)], [*chain(heads, *rows)]
    long = [cell for cell, kept in zip(full, short, strict=True) if cell != kept]
    return replace(table, heads=heads, rows=tuple(rows)), long


def pages(table: TableBody, box: Box) -> list[TableBody]:
    """Spread the rows of a table over as many slides as it takes, each with the heads."""
    head, *each = heights(table, size(table, box), box)
    spread = text_fit.paginate(list(zip(table.rows, each, strict=True)), lambda row: row[1], box.height - head)
    return [replace(table, rows=tuple(row for row, _ in rows)) for rows in spread]


def write(holder: TablePlaceholder, table: TableBody, *, box: Box) -> PlaceholderGraphicFrame:
    """Write a table in its placeholder, its first row flagged as heads."""
    points = size(table, box)
    frame: PlaceholderGraphicFrame = holder.insert_table(len(table.rows) + 1, len(table.heads))
    frame.left, frame.top, frame.width = Pt(box.left), Pt(box.top), Pt(box.width)
    grid = frame.table
    grid.first_row, grid.horz_banding = True, False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = TABLE_STYLE
    for column, width in zip(grid.columns, text_metrics.shares(table.widths, box.width), strict=True):
        column.width = Pt(width)
    high = heights(table, points, box)
    for nth, (row, words, height) in enumerate(zip(grid.rows, (table.heads, *table.rows), high, strict=True)):
        row.height = Pt(height)
        for cell, said in zip(row.cells, words, strict=True):
            _write_cell(cell, Paragraph(said, points, bold=nth == 0), last=nth == 0)
    frame.height = Pt(sum(high))
    return frame


def _rooms(table: TableBody, box: Box) -> list[float]:
    """Give the room for text in each column."""
    return [width - _BESIDE for width in text_metrics.shares(table.widths, box.width)]


def _clip(row: tuple[str, ...], rooms: list[float], points: int, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Shorten the cells of a row."""
    return tuple(text_metrics.clip(cell, points, room, most, bold=bold) for cell, room in zip(row, rooms, strict=True))


def _write_cell(cell: _Cell, words: Paragraph, *, last: bool) -> None:
    """Write a cell, at its left upper corner; heads stand on their line."""
    cell.margin_left, cell.margin_right = 0, Pt(_BESIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if last else MSO_ANCHOR.TOP
    text_boxes.write(cell.text_frame, [words])
