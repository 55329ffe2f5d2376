"""Charts read back: native, with the numbers of the frame, the looks of the kinds, and nothing that distracts."""

import io

import openpyxl
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import charts
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.slide import BarChart
from tests.exports.powerpoint.specimens import BODY_BOX, MADE, bars, chart, one


def drawn(native: BarChart) -> object:
    """Draw bars on a slide and give the chart as it is read back."""
    return next(shape for shape in one(chart(native)).shapes if shape.has_chart).chart


def rgb(kind: EntryKind) -> RGBColor:
    """Return the colour of a kind."""
    return RGBColor.from_string(style.COLOURS[kind].removeprefix("#").upper())


@pytest.mark.parametrize("stacked", [True, False])
def test_chart_holds_the_numbers_of_the_frame(stacked: bool) -> None:
    """Categories, series and numbers are those of the frame, in their order from top to bottom."""
    native = bars(rows=4, stacked=stacked)
    read = drawn(native)
    assert read.chart_type == (XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED)
    assert list(read.plots[0].categories) == list(native.numbers.index)
    assert {series.name: list(series.values) for series in read.plots[0].series} == native.numbers.to_dict("list")
    assert read.category_axis.reverse_order


def test_workbook_behind_holds_the_same_as_text_and_numbers() -> None:
    """Who opens the data in PowerPoint finds the frame; a name that begins like a formula is a name."""
    native = bars()
    renamed = BarChart(native.numbers.rename(index={"Theme 0 of Testshire": "=1+1"}), native.looks)
    part = drawn(renamed).part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    sheet = book.active
    rows = [list(row) for row in sheet.values]
    assert rows[0] == [None, "Concerns", "Own view", "Strengths"]
    assert [row[1:] for row in rows[1:]] == native.numbers.to_numpy().tolist()
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert book.properties.created.date() == MADE


def test_series_look_like_their_kind() -> None:
    """A series is filled in the colour of its kind, or white within an outline of it where it is hollow."""
    solid, hollow, strength = drawn(bars()).plots[0].series
    assert solid.format.fill.fore_color.rgb == rgb(EntryKind.CONCERN)
    assert strength.format.fill.fore_color.rgb == rgb(EntryKind.STRENGTH)
    assert hollow.format.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert hollow.format.line.color.rgb == rgb(EntryKind.CONCERN)


def test_numbers_stand_at_bars_instead_of_an_axis() -> None:
    """Each bar has its number, none has a nought; there is no axis of numbers, no grid and no title."""
    read = drawn(bars())
    labels = [series.data_labels for series in read.plots[0].series]
    assert all(label.show_value and label.number_format == "0;;;" for label in labels)
    assert not read.value_axis.visible
    assert not read.value_axis.has_major_gridlines
    assert not read.has_title


def test_legend_names_several_series() -> None:
    """A legend stands where there is more than one series; the foot names a single one."""
    assert drawn(bars()).has_legend
    native = bars()
    single = one(chart(BarChart(native.numbers[["Concerns"]], native.looks)))
    assert not next(shape for shape in single.shapes if shape.has_chart).chart.has_legend
    foot = next(shape for shape in single.shapes if shape.name == "Foot")
    assert foot.text_frame.text.startswith("Concerns: each bar is as long as the number of symbols that it stands for.")


def test_foot_explains_bars_and_not_the_marks_of_a_screen() -> None:
    """What is said of squares on a screen is not said of bars; what hollow means and categories mean is."""
    foot = next(shape for shape in one(chart(bars())).shapes if shape.name == "Foot").text_frame.text
    assert "Square" not in foot
    assert "Hollow: the letter's own view or claim. A theme is what an entry is about." in foot


@pytest.mark.parametrize(("rows", "size"), [(1, 18), (4, 18), (5, 14), (6, 12), (7, 14)])
def test_letters_are_as_large_as_there_is_room(rows: int, size: int) -> None:
    """Names of few rows are large; a chart that must go on has letters of 14 points rather than small ones."""
    assert charts.layout(bars(rows=rows), BODY_BOX).size == size


def test_letters_of_a_chart_are_those_of_its_layout() -> None:
    """Names and numbers are written in the size that was found to fit."""
    read = drawn(bars(rows=2))
    assert {read.font.size, read.category_axis.tick_labels.font.size} == {Pt(18)}


def test_chart_of_many_rows_goes_on_evenly() -> None:
    """Rows are spread evenly, each on one slide, in their order."""
    native = bars(rows=20)
    pages = charts.pages(native, BODY_BOX)
    assert [name for page in pages for name in page.numbers.index] == list(native.numbers.index)
    assert len({len(page.numbers) for page in pages[:-1]}) == 1
    assert all(charts.layout(page, BODY_BOX).row * len(page.numbers) <= BODY_BOX.height for page in pages)
