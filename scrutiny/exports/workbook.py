"""The data as a workbook for a spreadsheet: a sheet that explains, and one for each table."""

import io
from collections.abc import Iterable
from datetime import datetime, time
from textwrap import wrap
from typing import Any

import pandas as pd

from scrutiny.exports.about import column_meanings, file_facts, table_contents
from scrutiny.exports.tables import heading, table_title, tables
from scrutiny.register.register import Register

ABOUT = "About"
_OPTIONS = {
    "in_memory": True,  # nothing is written to disk on the way
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Arial", "font_size": 10, "font_scheme": ""}  # with a scheme, the theme's font is shown
_WRAPPED = {"text_wrap": True, "valign": "top", "align": "left"}
_HEAD = _WRAPPED | {"bold": True, "bottom": 1}
_NAME = _WRAPPED | {"bold": True}
_LINK = _WRAPPED | {"hyperlink": True}
_TITLE = {"bold": True, "font_size": 16}
_ABOUT_WIDTHS = (21, 24, 96)
_ID_WIDTHS = dict.fromkeys(("full_id", "inspection", "later", "earlier", "answers"), 14) | {"themes": 20, "bodies": 22}
_HEAD_ROOM = 2
_TEXT_WIDTHS = (72, 56, 42, 28)
_PAGE = 150  # characters that can still be read when a page of A4 is as wide as that
_NARROW = 1.12  # letters in a column of one digit's width: most letters are narrower than a digit
_LINE, _HIGHEST = 13.2, 409.0  # points: a line of the font, and the highest row that a spreadsheet can have
_A4 = 9
_MARGINS = {"left": 0.3, "right": 0.3, "top": 0.4, "bottom": 0.6}


def workbook(register: Register, chosen: str = "") -> bytes:
    """Write a register as a workbook (XLSX); the same register and choice give the same bytes.

    `chosen` says in words how this register was taken from a larger one. Text is written as text, whatever it begins
    with. The document's own times are the day on which the register was last reviewed.
    """
    buffer = io.BytesIO()
    frames = tables(register)
    options = _OPTIONS | {"default_format_properties": dict(_FONT)}  # a copy: XlsxWriter writes into it
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        reviewed = datetime.combine(register.settings.reviewed_on.earliest, time())
        writer.book.set_properties({"title": register.settings.title, "created": reviewed})
        _write_about(writer.book, register, chosen, frames)
        for kind, table in frames.items():
            _write_table(writer, kind, table.reset_index())
        for sheet in writer.book.worksheets():
            sheet.set_landscape()
            sheet.set_paper(_A4)
            sheet.set_margins(**_MARGINS)
            sheet.fit_to_pages(1, 0)
            sheet.set_footer(f"&L&A&CLast checked {register.settings.reviewed_on.printed}&RPage &P of &N")
    return buffer.getvalue()


def sheet_name(kind: str) -> str:
    """Return the name of the sheet that holds a table."""
    return table_title(kind)


def _write_about(book: Any, register: Register, chosen: str, frames: dict[str, pd.DataFrame]) -> None:
    """Write the first sheet: what the workbook is, its sheets, and the meaning of every column."""
    sheet = book.add_worksheet(ABOUT)
    title, head, name, wrapped, link = map(book.add_format, (_TITLE, _HEAD, _NAME, _WRAPPED, _LINK))
    for column, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(column, column, width, wrapped)
    sheet.write_string(0, 0, register.settings.title, title)
    sheet.set_row(0, 2 * _LINE)
    row = 2
    for what, text in file_facts(register, chosen):
        sheet.write_string(row, 0, what, name)
        sheet.merge_range(row, 1, row, 2, text, wrapped)
        sheet.set_row(row, _height([(text, sum(_ABOUT_WIDTHS[1:]))]))
        row += 1
    lists = (
        (("Sheet", "Rows", "What it holds"), table_contents(frames)),
        (("Sheet", "Column", "What it means"), column_meanings()),
    )
    for heads, rows in lists:
        row += 1
        sheet.write_row(row, 0, heads, head)
        for kind, second, text in rows:
            row += 1
            sheet.write_url(row, 0, f"internal:'{sheet_name(kind)}'!A1", link, sheet_name(kind))
            sheet.write(row, 1, heading(second) if isinstance(second, str) else second)
            sheet.write_string(row, 2, text)
            sheet.set_row(row, _height([(text, _ABOUT_WIDTHS[2])]))
        row += 1


def _write_table(writer: Any, kind: str, table: pd.DataFrame) -> None:
    """Write one table with frozen heads and filters, wrapped so that a row can be read and printed."""
    # Without heads, which pandas would centre: they are written below.
    table.to_excel(writer, sheet_name=sheet_name(kind), startrow=1, header=False, index=False, freeze_panes=(1, 1))
    sheet, wrapped, head = writer.sheets[sheet_name(kind)], *map(writer.book.add_format, (_WRAPPED, _HEAD))
    widths = _widths(table)
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.write_string(0, place, heading(column), head)
        sheet.set_column(place, place, width, wrapped)
    for row, cells in enumerate(table.itertuples(index=False), start=1):
        sheet.set_row(row, _height(zip(cells, widths, strict=True)))
    sheet.autofilter(0, 0, len(table), len(widths) - 1)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)  # none are hidden: they are printed as well


def _widths(table: pd.DataFrame) -> list[int]:
    """Return the widths of columns in characters: of the widest texts that fit a page, or else of the narrowest."""
    longest = {
        str(name): max((len(line) for value in column.dropna() for line in str(value).split("\n")), default=0) + 1
        for name, column in table.items()
    }
    for most in _TEXT_WIDTHS:
        widths = [
            max(len(heading(name)) + _HEAD_ROOM, min(length, _ID_WIDTHS.get(name, most)))
            for name, length in longest.items()
        ]
        if sum(widths) <= _PAGE:
            break
    return widths


def _height(cells: Iterable[tuple[object, int]]) -> float:
    """Return the height of a row of cells, each with its width: not every spreadsheet fits rows to wrapped text."""
    texts = ((str(value), width) for value, width in cells if value is not None)
    lines = (sum(len(wrap(line, int(width * _NARROW))) or 1 for line in text.split("\n")) for text, width in texts)
    return min(_LINE * max(lines, default=1) + 2, _HIGHEST)
