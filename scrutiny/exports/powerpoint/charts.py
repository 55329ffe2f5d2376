"""Native bar charts: how many bars a slide takes, and how they are drawn so that an officer can edit them."""

import io
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from math import ceil
from typing import Final

import pandas as pd
from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame
from pptx.text.text import Font
from pptx.util import Pt
from xlsxwriter import Workbook

from scrutiny.charts import style
from scrutiny.exports.powerpoint import text_metrics
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.theme import colour
from scrutiny.exports.powerpoint.xml_text import plain
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.slides.slide import BarChart, Body, ChartBody, SeriesStyle

SIZES: Final = (18, 16, 14, 12)
_PAGED: Final = 14
_LABELS: Final = 320
_LABEL_LINES: Final = 3
_BESIDE: Final = 10
_PITCH: Final = 1.15
_BETWEEN: Final = 6
_THICKEST: Final = 34
_LEGEND_LINE: Final = 22
_KEY: Final = 34
_OUTLINE: Final = 1.5
_GAP_WIDTH: Final = 45
_NUMBER: Final = 44


@dataclass(frozen=True)
class Layout:
    """How a chart is laid out: the size of its texts, and in points the width of labels and the height of the rest.

    A row is no lower than `row` and, where there is room, as high as `tall`.
    """

    size: int
    labels: float
    legend: float
    row: float
    tall: float

    @property
    def ends(self) -> float:
        """How high a chart without rows is."""
        return self.legend + 2


def layout(bars: BarChart, box: Box) -> Layout:
    """Lay out a chart with the largest letters with which it fits; one that goes on on further slides has its own."""
    options = (_layout(bars, size, box) for size in SIZES)
    fits = (option for option in options if option.ends + option.row * len(bars.numbers) <= box.height)
    return next(fits, _layout(bars, _PAGED, box))


def pages(bars: BarChart, box: Box) -> list[BarChart]:
    """Spread the rows of a chart, of which there is one at the least, evenly over as many slides as it takes."""
    chosen = layout(bars, box)
    rows = len(bars.numbers)
    most = max(int((box.height - chosen.ends) / chosen.row), 1)
    each = ceil(rows / ceil(rows / most))
    return [replace(bars, numbers=bars.numbers.iloc[first : first + each]) for first in range(0, rows, each)]


def clipped(bars: BarChart) -> tuple[BarChart, list[str]]:
    """Give a chart with its names made plain and shortened where they are too long, and these in full."""
    rows, columns = ([plain(str(name)) for name in names] for names in (bars.numbers.index, bars.numbers.columns))
    index = [text_metrics.clip(row, _PAGED, _LABELS, _LABEL_LINES) for row in rows]
    names = [text_metrics.clip(column, _PAGED, _LABELS, 1) for column in columns]
    looks = {name: bars.looks[column] for name, column in zip(names, bars.numbers.columns, strict=True)}
    numbers = bars.numbers.set_axis(index, axis=0).set_axis(names, axis=1)
    long = [full for full, short in zip([*rows, *columns], [*index, *names], strict=True) if full != short]
    return replace(bars, numbers=numbers, looks=looks), long


def longest(body: Body) -> int:
    """Give the length of the longest bar of a chart, or 0 where there is none."""
    if not isinstance(body, ChartBody) or not isinstance(body.native, BarChart):
        return 0
    numbers = body.native.numbers
    return int((numbers.sum(axis=1) if body.native.stacked else numbers.max(axis=1)).max())


def write(holder: ChartPlaceholder, bars: BarChart, *, box: Box, reach: int, made: date) -> PlaceholderGraphicFrame:
    """Draw a chart in its placeholder; `reach` is the longest bar of all the slides that it goes on on."""
    data = CategoryChartData(number_format="0")
    data.categories = list(bars.numbers.index)
    for name, numbers in bars.numbers.items():
        data.add_series(str(name), numbers.tolist())
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame: PlaceholderGraphicFrame = holder.insert_chart(kind, data)
    chosen = layout(bars, box)
    _draw(frame.chart, bars, chosen, reach)
    _place(frame, len(bars.numbers), chosen, box)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(bars.numbers, made))
    return frame


def _layout(bars: BarChart, size: int, box: Box) -> Layout:
    """Lay out a chart with letters of some size."""
    names = [str(name) for name in bars.numbers.index]
    room = min(max(text_metrics.width(name, size) for name in names), _LABELS)
    lines = max(len(text_metrics.lines(name, size, _LABELS)) for name in names)
    side_by_side = 1 if bars.stacked else len(bars.numbers.columns)
    row = max(lines * size * text_metrics.LEADING, side_by_side * size * _PITCH) + _BETWEEN
    keys = sum(text_metrics.width(str(name), _PAGED) + _KEY for name in bars.numbers.columns)
    legend = _LEGEND_LINE * ceil(keys / (box.width - room)) if len(bars.numbers.columns) > 1 else 0
    return Layout(size, room + _BESIDE, legend, row, max(row, side_by_side * _THICKEST))


def _place(frame: PlaceholderGraphicFrame, rows: int, chosen: Layout, box: Box) -> None:
    """Give a chart the height that its rows need, and its plot a fixed place, so that slides are alike."""
    height = min(box.height, chosen.ends + chosen.tall * rows)
    frame.left, frame.top, frame.width, frame.height = Pt(box.left), Pt(box.top), Pt(box.width), Pt(height)
    area = frame.chart._chartSpace.chart.plotArea
    left, top = chosen.labels / box.width, chosen.legend / height
    for automatic in area.findall(qn("c:layout")):
        area.remove(automatic)
    area.insert(0, _layout_xml(left, top, 1 - left - _NUMBER / box.width, 1 - top))


def _layout_xml(left: float, top: float, width: float, height: float) -> object:
    """Write a fixed place of a chart's plot, in shares of the chart's width and height."""
    return parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout>"
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _draw(chart: Drawn, bars: BarChart, chosen: Layout, reach: int) -> None:
    """Draw bars with their numbers and names, and nothing else."""
    chart.has_title = False
    chart.font.size = Pt(chosen.size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_legend = len(bars.numbers.columns) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(_PAGED)
    _draw_axes(chart, chosen, reach)
    plot = chart.plots[0]
    plot.gap_width = _GAP_WIDTH
    plot.overlap = 100 if bars.stacked else 0
    for series in plot.series:
        _draw_series(series, bars.looks[series.name], bars.stacked, chosen.size)


def _draw_axes(chart: Drawn, chosen: Layout, reach: int) -> None:
    """Draw the names from top to bottom beside a line; the numbers stand at the bars instead of along an axis."""
    names: CategoryAxis = chart.category_axis
    names.reverse_order = True
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(chosen.size)
    names.format.line.color.rgb = RGBColor.from_string(colour(style.LINE))
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    values = chart.value_axis
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, max(reach, 1)
    values.major_unit = 1


def _draw_series(series: BarSeries, look: SeriesStyle, stacked: bool, size: int) -> None:
    """Fill bars in the colour of their kind, or leave them white within an outline; number those that are there."""
    paint = RGBColor.from_string(colour(style.COLOURS[look.kind]))
    series.invert_if_negative = False
    series.format.fill.solid()
    if look.hollow:
        series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        series.format.line.color.rgb = paint
        series.format.line.width = Pt(_OUTLINE)
    else:
        series.format.fill.fore_color.rgb = paint
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "0;;;", False
    labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
    _letter(labels.font, size, on_bar=stacked and not look.hollow)
    labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")


def _letter(font: Font, size: int, *, on_bar: bool) -> None:
    """Set the number at a bar: light on a filled bar, dark elsewhere."""
    font.size = Pt(size)
    font.bold = True
    font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if on_bar else MSO_THEME_COLOR.TEXT_1


def _workbook(numbers: pd.DataFrame, made: date) -> bytes:
    """Write the numbers behind a chart as a workbook, where the chart looks for them; text stays text."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(made, time())})
        sheet = book.add_worksheet("Sheet1")
        for down, name in enumerate(numbers.index, start=1):
            sheet.write_string(down, 0, name)
        for across, (name, column) in enumerate(numbers.items(), start=1):
            sheet.write_string(0, across, str(name))
            sheet.write_column(1, across, column.tolist())
    return set_zip_dates(written.getvalue(), made)
