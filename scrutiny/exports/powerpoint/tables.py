"""Native tables: how many rows a slide takes, and how they are written."""

import re
from dataclasses import replace
from itertools import chain
from typing import Final

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.charts.marks import ELSEWHERE_KEY, HOLLOW_KEY
from scrutiny.exports.powerpoint import paragraphs
from scrutiny.exports.powerpoint.paragraphs import Paragraph
from scrutiny.exports.powerpoint.template import Box
from scrutiny.slides.slide import TableBody
from scrutiny.slides.text_fit import LEADING, paginate, shorten_text, text_height
from scrutiny.wording import count_of

_SIZES: Final = (16, 14, 13, 12)
_PAGED_SIZE: Final = 14
_PADDING_Y: Final = 4
_PADDING_RIGHT: Final = 12
_MOST_HEAD_LINES: Final = 4


def size(table: TableBody, box: Box) -> int:
    """Return the largest size with which a table fits; one that goes on on further slides has its own."""
    fits = (size for size in _SIZES if sum(heights(table, size, box)) <= box.height)
    return next(fits, _PAGED_SIZE)


def heights(table: TableBody, points: int, box: Box) -> list[float]:
    """Return the height of the heads and of each row, in points."""
    widths = _text_widths(table, box)
    return [
        max(text_height(cell, points, width, bold=nth == 0) for cell, width in zip(row, widths, strict=True))
        + 2 * _PADDING_Y
        for nth, row in enumerate((table.heads, *table.rows))
    ]


def _column_widths(table: TableBody, box: Box) -> list[float]:
    return [box.width * share / sum(table.widths) for share in table.widths]


def _text_widths(table: TableBody, box: Box) -> list[float]:
    return [width - _PADDING_RIGHT for width in _column_widths(table, box)]


def shorten_cells(table: TableBody, box: Box) -> tuple[TableBody, list[str]]:
    """Return a table with its cells shortened where a row would not fit on a slide, and these cells in full."""
    points = size(table, box)
    widths = _text_widths(table, box)
    line = points * LEADING
    most = max(int((box.height - (_MOST_HEAD_LINES * line + 4 * _PADDING_Y)) / line), 1)
    full = (table.heads, *table.rows)
    heads, *rows = (
        tuple(
            shorten_text(cell, points, width, most if nth else _MOST_HEAD_LINES, bold=nth == 0)
            for cell, width in zip(row, widths, strict=True)
        )
        for nth, row in enumerate(full)
    )
    pairs = zip(chain(*full), chain(heads, *rows), strict=True)
    return replace(table, heads=heads, rows=tuple(rows)), [cell for cell, short in pairs if cell != short]


def pages(table: TableBody, box: Box) -> list[TableBody]:
    """Spread the rows of a table over as many slides as it takes, each with the heads."""
    head, *each = heights(table, size(table, box), box)
    spread = paginate(list(zip(table.rows, each, strict=True)), lambda row: row[1], box.height - head)
    return [replace(table, rows=tuple(row for row, _ in rows)) for rows in spread]


def how_to_read(table: TableBody) -> str:
    """Say what the marks in the cells of a table are; nothing where there are none."""
    cells = "".join(chain(*table.rows))
    kinds = [kind for kind, glyphs in style.GLYPHS.items() if any(glyph in cells for glyph in glyphs)]
    if not kinds:
        return ""
    hollow = HOLLOW_KEY if any(glyphs[1] in cells for glyphs in style.GLYPHS.values()) else ""
    elsewhere = ELSEWHERE_KEY if re.search(r"\d E\b", cells) else ""
    marks = ", ".join(f"{style.glyph(kind, hollow=False)} {kind.label.lower()}" for kind in kinds)
    return " ".join(filter(None, [f"{marks}. A number says how many.", elsewhere, hollow]))


def describe(table: TableBody) -> str:
    """Say in words what a table shows, for who cannot see it."""
    heads = ", ".join(head.replace("\n", " ") for head in table.heads)
    return f"Table of {count_of(len(table.rows), 'row')} with the columns {heads}."


def write(placeholder: TablePlaceholder, table: TableBody, box: Box, *, style_id: str) -> PlaceholderGraphicFrame:
    """Write a table in its placeholder, its first row flagged as heads, in the table style of this id."""
    points = size(table, box)
    frame: PlaceholderGraphicFrame = placeholder.insert_table(len(table.rows) + 1, len(table.heads))
    frame.left, frame.top, frame.width = Pt(box.left), Pt(box.top), Pt(box.width)
    grid = frame.table
    grid.first_row, grid.horz_banding = True, False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = style_id
    for column, width in zip(grid.columns, _column_widths(table, box), strict=True):
        column.width = Pt(width)
    row_heights = heights(table, points, box)
    rows = zip(grid.rows, (table.heads, *table.rows), row_heights, strict=True)
    for nth, (row, texts, height) in enumerate(rows):
        row.height = Pt(height)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.margin_left, cell.margin_right = 0, Pt(_PADDING_RIGHT)
            cell.margin_top = cell.margin_bottom = Pt(_PADDING_Y)
            cell.vertical_anchor = MSO_ANCHOR.TOP if nth else MSO_ANCHOR.BOTTOM
            paragraphs.write(cell.text_frame, [Paragraph(text, points, bold=nth == 0)])
    frame.height = Pt(sum(row_heights))
    return frame
