"""Charts and tables read back: native, with the numbers of the slide, and nothing that distracts."""

import io
from typing import Any

import openpyxl
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint.template import open_template, table_style
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.slide import BarsBody, TableBody
from tests.exports.powerpoint.specimens import BARS, MADE, TABLE, named, one, row, slide, written


def drawn(bars: BarsBody) -> Any:
    """Draw bars on a slide and give the chart as it is read back."""
    return named(one(bars), "Chart").chart


def rgb(colour: str) -> RGBColor:
    """Return a colour as PowerPoint has it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())


def test_chart_holds_the_numbers_of_the_slide() -> None:
    """Categories and numbers are those of the slide, in their order from top to bottom."""
    read = drawn(BARS)
    assert list(read.plots[0].categories) == [one.label for one in BARS.rows]
    assert [(series.name, list(series.values)) for series in read.plots[0].series] == [
        ("Concerns", (5, 0, 3, 2, 1))
    ] or [(series.name, [int(value) for value in series.values]) for series in read.plots[0].series] == [
        ("Concerns", [5, 0, 3, 2, 1])
    ]
    assert read.category_axis.reverse_order


def test_workbook_behind_holds_the_same_as_text_and_numbers() -> None:
    """Who opens the data in PowerPoint finds the numbers; a name that begins like a formula is a name."""
    part = drawn(BarsBody((row("=1+1", 2), row("Other", 0)))).part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    assert [list(cells) for cells in book.active.values] == [[None, "Concerns"], ["=1+1", 2], ["Other", 0]]
    assert book.active["A2"].data_type == "s"
    assert book.properties.created.date() == MADE


def test_bars_look_like_what_they_stand_for() -> None:
    """The first few are in colour, the rest grey; what inspectors do not say is an outline, dashed from elsewhere."""
    (series,) = drawn(BARS).plots[0].series
    colour = rgb(style.COLOURS[EntryKind.CONCERN])
    assert series.format.fill.fore_color.rgb == colour
    _, _, muted, own, elsewhere = (series.points[nth].format for nth in range(5))
    assert muted.fill.fore_color.rgb == rgb(style.LINE)
    for hollow in (own, elsewhere):
        assert hollow.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
        assert hollow.line.color.rgb == colour
    assert (own.line.dash_style, elsewhere.line.dash_style) == (None, MSO_LINE_DASH_STYLE.DASH)


def test_every_bar_has_its_number_and_nought_is_shown_as_nought() -> None:
    """There is no axis of numbers, no grid, no title and no legend."""
    read = drawn(BARS)
    (series,) = read.plots[0].series
    assert (series.data_labels.show_value, series.data_labels.number_format) == (True, "0")
    assert not read.value_axis.visible
    assert not read.value_axis.has_major_gridlines
    assert not read.has_title
    assert not read.has_legend
    assert read.font.size == Pt(18)


def test_table_holds_heads_and_rows() -> None:
    """Every cell stands in a real table whose first row is flagged as its heads, in our own plain style."""
    grid = named(one(TABLE), "Table").table
    assert [[cell.text for cell in cells.cells] for cells in grid.rows] == [
        ["Commitments", "Date"], ["Undertakings", "0 of 7"], ["Expectations", "1 of 3"],
    ]  # fmt: skip
    assert (grid.first_row, grid.horz_banding) == (True, False)
    assert grid._tbl.tblPr.find("{*}tableStyleId").text == table_style(open_template())
    assert [column.width / Pt(880) for column in grid.columns] == pytest.approx([3 / 4, 1 / 4], abs=0.001)


def test_numbers_of_a_table_stand_out() -> None:
    """The number is bold and in colour; of how many, and a nought too, is said beside it."""
    runs = named(one(TABLE), "Table").table.cell(1, 1).text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold) for run in runs] == [("0", True), (" of 7", None)]
    assert runs[0].font.color.rgb == rgb(style.COLOURS[EntryKind.COMMITMENT])


def test_rows_go_on_under_the_same_heads() -> None:
    """Rows that do not fit go on on further slides, each once, under the same heads, evenly."""
    table = TableBody(("Code", "Point"), tuple((f"C{n}", "What was said.") for n in range(40)), (1, 5), 16)
    grids = [named(page, "Table").table for page in written(slide(table)).slides]
    assert len(grids) > 2
    assert [cells.cells[0].text for grid in grids for cells in list(grid.rows)[1:]] == [f"C{n}" for n in range(40)]
    assert {grid.cell(0, 0).text for grid in grids} == {"Code"}
    assert max(len(grid.rows) for grid in grids) - min(len(grid.rows) for grid in grids) <= 1
