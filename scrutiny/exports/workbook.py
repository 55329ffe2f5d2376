"""The data as a workbook for a spreadsheet: a first sheet that says what it is, and one for each table."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from math import sqrt
from textwrap import wrap
from typing import Any

from scrutiny.analysis.questions import Sheet
from scrutiny.exports.about import IN_WORDS, file_facts
from scrutiny.exports.sheets import WorkbookSheet, sheets
from scrutiny.exports.tables import shown
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.register import Register
from scrutiny.wording import count_of, join_list

ABOUT = "About"
_OPTIONS = {
    "in_memory": True,  # nothing is written to disk on the way
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Arial", "font_size": 10, "font_scheme": ""},  # else the theme's font
}
_WRAPPED = {"text_wrap": True, "valign": "top", "align": "left"}
_FORMATS = {
    "text": _WRAPPED,
    "name": _WRAPPED | {"bold": True},
    "head": _WRAPPED | {"bold": True, "bottom": 1},
    "aside": _WRAPPED | {"italic": True, "bottom": 1},
    "link": _WRAPPED | {"hyperlink": True},
    "title": {"bold": True, "font_size": 16},
    "day": _WRAPPED | {"num_format": "d mmmm yyyy"},
    "whole": _WRAPPED | {"num_format": "0"},  # else a long number is cut to its first digits
    "fraction": _WRAPPED | {"num_format": "0.0#####"},
}
_ABOUT_WIDTHS = (24, 8, 124)
_PAGE = 205  # characters on a page of A4: more would be printed at less than 7 points
_NAME, _TEXT = 13, 60  # the widest column of names, and the length from which it is one of texts
_NARROW = 1.15  # letters in a column of one digit's width: most letters are narrower than a digit
_LINE, _HIGHEST = 12.75, 409.0  # points: a line of the font, and the highest row that a spreadsheet can have
_LONGEST = 32_767  # characters in a cell
_FIRST_YEAR = 1900  # before it, spreadsheets know no dates
_A4 = 9
_MARGINS = {"left": 0.3, "right": 0.3, "top": 0.4, "bottom": 0.6}


def workbook(register: Register, chosen: str = "", *, today: date, sheet: Sheet | None = None) -> bytes:
    """Write a register as a workbook (XLSX); the same register, choice, day and questions give the same bytes.

    `chosen` says in words how this register was taken from a larger one. `sheet` has the questions as a member words
    them, else they are those that are suggested. Text is written as text, whatever it begins with. The document's own
    times are the day on which the register was last reviewed.
    """
    import xlsxwriter  # noqa: PLC0415 - loaded only when a file is made

    buffer = io.BytesIO()
    reviewed = register.settings.reviewed_on
    found = sheets(register, today, sheet or Sheet())
    with xlsxwriter.Workbook(buffer, _OPTIONS | {}) as book:
        book.set_properties({"title": register.settings.title, "created": datetime.combine(reviewed.earliest, time())})
        formats = {name: book.add_format(properties) for name, properties in _FORMATS.items()}
        _write_about(book.add_worksheet(ABOUT), formats, register, chosen, found)
        for one in found:
            _write_sheet(book.add_worksheet(one.title), formats, one)
        for page in book.worksheets():
            page.set_landscape()
            page.set_paper(_A4)
            page.set_margins(**_MARGINS)
            page.fit_to_pages(1, 0)
            page.set_footer(f"&L&A&CLast checked {reviewed.printed}&RPage &P of &N")
    return buffer.getvalue()


def _write_about(
    page: Any, formats: dict[str, Any], register: Register, chosen: str, found: Sequence[WorkbookSheet]
) -> None:
    """Write the first sheet, of one screen: what the workbook is, what was chosen, what it rests on, its sheets."""
    for column, width in enumerate(_ABOUT_WIDTHS):
        page.set_column(column, column, width, formats["text"])
    page.write_string(0, 0, register.settings.title, formats["title"])
    *facts, licence = file_facts(register, chosen, IN_WORDS)
    facts += _cut_short(found)
    for row, fact in enumerate(facts, start=1):
        _write_fact(page, formats, row, *fact)
    first = len(facts) + 2
    page.write_row(first - 1, 0, ("Sheet", "Rows", "What it holds"), formats["head"])
    for row, one in enumerate(found, start=first):
        page.write_url(row, 0, f"internal:'{one.title}'!A1", formats["link"], one.title)
        page.write_number(row, 1, len(one.table))
        page.write_string(row, 2, one.what)
    _write_fact(page, formats, first + len(found), *licence)


def _cut_short(found: Sequence[WorkbookSheet]) -> list[tuple[str, str]]:
    """Say how many texts a cell cannot hold whole, and on which sheets; nothing where it can hold them all."""
    cut = {one.title: sum(len(shown(cell)) > _LONGEST for cell in one.table.to_numpy().flat) for one in found}
    if not any(cut.values()):
        return []
    texts = count_of(sum(cut.values()), "text is", "texts are")
    where = join_list([f"“{title}”" for title, number in cut.items() if number])
    words = (
        f"{texts} too long for a cell. What is cut off ends in “…”, on {where}. The CSV and JSON files have it whole."
    )
    return [("Cut short", words)]


def _write_fact(page: Any, formats: dict[str, Any], row: int, what: str, text: str) -> None:
    """Write what a workbook says of itself."""
    page.write_string(row, 0, what, formats["name"])
    page.merge_range(row, 1, row, 2, "", formats["text"])
    page.write_string(row, 1, _fit(text), formats["text"])
    page.set_row(row, _height([(text, sum(_ABOUT_WIDTHS[1:]))]))


def _write_sheet(page: Any, formats: dict[str, Any], sheet: WorkbookSheet) -> None:
    """Write one sheet with frozen heads and filters, wrapped so that a row can be read and printed."""
    widths = _widths(sheet)
    for place, (head, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        page.write_string(0, place, head, formats["head" if place < sheet.printed else "aside"])
        page.set_column(place, place, width, formats["text"])
    page.set_row(0, _height((head, width - 2) for head, width in zip(sheet.columns, widths, strict=True)))  # bold
    for row, cells in enumerate(sheet.table.itertuples(index=False), start=1):
        for place, value in enumerate(cells):
            _write_cell(page, formats, row, place, value)
        page.set_row(row, _height(zip(map(shown, cells), widths, strict=True)))
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.table), len(widths) - 1)
    page.print_area(0, 0, len(sheet.table), sheet.printed - 1)
    page.repeat_rows(0)
    page.hide_gridlines(0)  # none are hidden: they are printed as well


def _write_cell(page: Any, formats: dict[str, Any], row: int, place: int, value: object) -> None:
    """Write a day as a date, a number as a number, and all else as text."""
    match value:
        case PartialDate(precision=Precision.DAY) if value.earliest.year >= _FIRST_YEAR:
            page.write_datetime(row, place, datetime.combine(value.earliest, time()), formats["day"])
        case int() | float():
            page.write_number(row, place, value, formats["whole" if isinstance(value, int) else "fraction"])
        case _ if value is not None:
            page.write_string(row, place, _fit(shown(value)))


def _fit(text: str) -> str:
    """Return a text as far as a cell can hold it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _widths(sheet: WorkbookSheet) -> list[int]:
    """Return the widths of columns in characters: names as wide as they need, and texts share what a page has left."""
    widths: list[int] = []
    shares: dict[int, float] = {}
    for place, head in enumerate(sheet.columns):
        texts = list(map(shown, sheet.table[head]))
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0) + 1
        word = max(len(word) for text in (head, *texts) for word in text.split() or [""]) + 2
        widths.append(max(min(longest, _NAME), min(word, _NAME + 3)))
        if place >= sheet.printed:
            widths[place] = max(min(longest, _TEXT), min(word, _NAME + 3))
        elif longest > _TEXT:
            # The longest texts tell how high rows are: their squares count.
            shares[place] = sqrt(sum(len(text) ** 2 for text in texts) / len(texts))
    left = max(_PAGE - sum(widths[: sheet.printed]), 0)
    for place, share in shares.items():
        widths[place] += int(left * share / sum(shares.values()))
    return widths


def _height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the height of a row of cells, each with its width: not every spreadsheet fits rows to wrapped text."""
    lines = (
        sum(_lines(line, int(width * _NARROW)) for line in text[:_LONGEST].split("\n"))
        for text, width in cells
        if len(text) > width or "\n" in text
    )
    return min(_LINE * max(lines, default=1) + 2, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return len(wrap(text, width)) if len(text) > width else 1
