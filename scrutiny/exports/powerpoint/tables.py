"""Native tables."""

from typing import Final

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder
from pptx.util import Pt

from scrutiny.exports.powerpoint import paragraphs
from scrutiny.exports.powerpoint.paragraphs import Paragraph
from scrutiny.slides.room import CELL, GAP, cell_text, column_widths, row_height
from scrutiny.slides.slide import LABEL, TableBody
from scrutiny.wording import count_of

_OF: Final = " of "


def describe(table: TableBody) -> list[str]:
    """Say in words what a table shows, piece by piece, for who cannot see it."""
    heads = ", ".join(filter(None, table.heads))
    rows = (", ".join(cell_text(cell) for cell in row) for row in table.rows)
    return [f"Table of {count_of(len(table.rows), 'row')}: {heads}.", *(f"{row}." for row in rows)]


def write(placeholder: TablePlaceholder, table: TableBody, scale: float, *, style_id: str) -> PlaceholderGraphicFrame:
    """Write a table in its placeholder, its first row flagged as heads, in the table style of this id."""
    frame: PlaceholderGraphicFrame = placeholder.insert_table(len(table.rows) + 1, len(table.heads))
    grid = frame.table
    grid.first_row, grid.horz_banding = True, False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = style_id
    for column, width in zip(grid.columns, column_widths(table), strict=True):
        column.width = Pt(width * scale)
    for nth, (row, cells) in enumerate(zip(grid.rows, (table.heads, *table.rows), strict=True)):
        row.height = Pt(row_height(table, cells, head=nth == 0) * scale)
        for cell, content in zip(row.cells, cells, strict=True):
            text = cell_text(content)
            cell.margin_left, cell.margin_right = 0, Pt(GAP * scale)
            cell.margin_top = cell.margin_bottom = Pt(CELL * scale)
            cell.vertical_anchor = MSO_ANCHOR.TOP if nth else MSO_ANCHOR.BOTTOM
            number = text.partition(_OF)[0]
            strong = number if nth and _OF in text and number.replace(",", "").isdigit() else ""
            size = (table.size if nth else LABEL) * scale
            paragraphs.write(cell.text_frame, [Paragraph(text, size, bold=nth == 0, strong=strong)])
    return frame
