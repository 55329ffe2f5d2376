"""Native bar charts: how many bars a slide takes, and how they are drawn so that an officer can edit them."""

import io
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from math import ceil
from typing import Final

import pandas as pd
from lxml.etree import SubElement
from pptx.chart.chart import Chart as PowerPointChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame
from pptx.util import Pt
from xlsxwriter import Workbook

from scrutiny.charts import style
from scrutiny.charts.marks import HOLLOW_KEY
from scrutiny.exports.powerpoint.paragraphs import plain, powerpoint_colour
from scrutiny.exports.powerpoint.template import Box
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.vocabulary import Basis
from scrutiny.slides.slide import BarChart, Body, ChartBody, SeriesStyle
from scrutiny.slides.text_fit import LEADING, shorten_text, text_width, wrap_text

# Sizes and lengths in points.
_SIZES: Final = (18, 16, 14, 12)
_PAGED_SIZE: Final = 14
_LABEL_WIDTH: Final = 320
_LABEL_LINES: Final = 3
_LABEL_GAP: Final = 10
_ROW_GAP: Final = 6
_THICKEST_BAR: Final = 34
_LEGEND_LINE: Final = 22
_LEGEND_KEY: Final = 34
_OUTLINE: Final = 1.5
_NUMBER_WIDTH: Final = 44
_EDGE: Final = 2

_BAR_PITCH: Final = 1.15  # how thick a bar is at the least, as a share of the size of its number
_GAP_WIDTH: Final = 45  # how far rows are apart, in per cent of a bar


@dataclass(frozen=True)
class Layout:
    """How a chart is laid out: the size of its texts, and in points the width of labels and the height of the rest.

    A row is no lower than `row` and, where there is room, as high as `tallest_row`.
    """

    size: int
    labels: float
    legend: float
    row: float
    tallest_row: float


def layout(bars: BarChart, box: Box) -> Layout:
    """Lay out a chart with the largest letters with which it fits; one that goes on on further slides has its own."""
    names = [str(name) for name in bars.numbers.index]
    series = [str(name) for name in bars.numbers.columns]
    side_by_side = 1 if bars.stacked else len(series)
    room = min(_LABEL_WIDTH, box.width / 2)
    keys = sum(text_width(name, _PAGED_SIZE) + _LEGEND_KEY for name in series)
    for size in (*_SIZES, _PAGED_SIZE):
        labels = min(max(text_width(name, size) for name in names), room)
        lines = max(len(wrap_text(name, size, room)) for name in names)
        row = max(lines * size * LEADING, side_by_side * size * _BAR_PITCH) + _ROW_GAP
        legend = _LEGEND_LINE * ceil(keys / (box.width - labels)) if len(series) > 1 else 0
        if legend + _EDGE + row * len(names) <= box.height:
            break
    return Layout(size, labels + _LABEL_GAP, legend, row, max(row, side_by_side * _THICKEST_BAR))


def pages(bars: BarChart, box: Box) -> list[BarChart]:
    """Spread the rows of a chart, of which there is one at the least, evenly over as many slides as it takes."""
    chosen = layout(bars, box)
    rows = len(bars.numbers)
    most = max(int((box.height - chosen.legend - _EDGE) / chosen.row), 1)
    each = ceil(rows / ceil(rows / most))
    return [replace(bars, numbers=bars.numbers.iloc[first : first + each]) for first in range(0, rows, each)]


def shorten_names(bars: BarChart) -> tuple[BarChart, list[str]]:
    """Return a chart with its names made plain and shortened where they are too long, and these in full."""
    rows, columns = ([plain(str(name)) for name in names] for names in (bars.numbers.index, bars.numbers.columns))
    short_rows = [shorten_text(row, _PAGED_SIZE, _LABEL_WIDTH, _LABEL_LINES) for row in rows]
    short_columns = [shorten_text(column, _PAGED_SIZE, _LABEL_WIDTH, 1) for column in columns]
    looks = {short: bars.looks[column] for short, column in zip(short_columns, bars.numbers.columns, strict=True)}
    numbers = bars.numbers.set_axis(short_rows, axis=0).set_axis(short_columns, axis=1)
    pairs = zip([*rows, *columns], [*short_rows, *short_columns], strict=True)
    return replace(bars, numbers=numbers, looks=looks), [full for full, short in pairs if full != short]


def how_to_read(bars: BarChart) -> str:
    """Say what bars stand for, since a screen shows marks in their place."""
    names = list(bars.numbers.columns)
    which = f"{names[0]}: each" if len(names) == 1 else "Each"
    bases = {look.basis for look in bars.looks.values()}
    elsewhere = "Dashed: quoted from another inspection, and not counted." if Basis.ELSEWHERE in bases else ""
    hollow = HOLLOW_KEY if Basis.OWN in bases else ""
    sentences = (f"{which} bar is as long as the number of symbols that it stands for.", elsewhere, hollow, bars.key)
    return " ".join(filter(None, sentences))


def longest_bar(body: Body) -> int:
    """Return the length of the longest bar of a chart, or 0 where there is none."""
    if not isinstance(body, ChartBody) or not isinstance(body.native, BarChart):
        return 0
    numbers = body.native.numbers
    return int((numbers.sum(axis=1) if body.native.stacked else numbers.max(axis=1)).max())


def write(
    placeholder: ChartPlaceholder, bars: BarChart, box: Box, *, longest: int, made: date
) -> PlaceholderGraphicFrame:
    """Draw a chart in its placeholder; `longest` is the longest bar of all the slides that it goes on on."""
    data = CategoryChartData(number_format="0")
    data.categories = list(bars.numbers.index)
    for name, numbers in bars.numbers.items():
        data.add_series(str(name), numbers.tolist())
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame: PlaceholderGraphicFrame = placeholder.insert_chart(kind, data)
    chosen = layout(bars, box)
    height = min(box.height, chosen.legend + _EDGE + chosen.tallest_row * len(bars.numbers))
    frame.left, frame.top, frame.width, frame.height = Pt(box.left), Pt(box.top), Pt(box.width), Pt(height)
    _draw(frame.chart, bars, chosen, longest)
    left, top = chosen.labels / box.width, chosen.legend / height
    _fix_plot(frame.chart, x=left, y=top, w=1 - left - _NUMBER_WIDTH / box.width, h=1 - top)
    # python-pptx's own workbook carries the hour and would read a name that begins with “=” as a formula.
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(bars.numbers, made))
    return frame


def _fix_plot(chart: PowerPointChart, **shares: float) -> None:
    """Fix where a chart's plot stands, in shares of its width and height, so that slides are alike."""
    area = chart._chartSpace.chart.plotArea
    for automatic in area.findall(qn("c:layout")):
        area.remove(automatic)
    fixed = SubElement(area, qn("c:layout"))
    area.insert(0, fixed)
    manual = SubElement(fixed, qn("c:manualLayout"))
    settings = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"}
    settings |= {name: f"{share:.4f}" for name, share in shares.items()}
    for name, value in settings.items():
        SubElement(manual, qn(f"c:{name}"), val=value)


def _draw(chart: PowerPointChart, bars: BarChart, chosen: Layout, longest: int) -> None:
    """Draw bars with their numbers and names, and nothing else."""
    chart.has_title = False
    chart.font.size = Pt(chosen.size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_legend = len(bars.numbers.columns) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(_PAGED_SIZE)
    names = chart.category_axis
    names.reverse_order = True  # PowerPoint draws the first category at the bottom
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(chosen.size)
    names.format.line.color.rgb = powerpoint_colour(style.LINE)
    # Without it PowerPoint leaves out every second name where rows are low.
    skip = SubElement(names._element, qn("c:tickLblSkip"), val="1")
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    values = chart.value_axis
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, max(longest, 1)
    values.major_unit = 1
    plot = chart.plots[0]
    plot.gap_width = _GAP_WIDTH
    plot.overlap = 100 if bars.stacked else 0
    for series in plot.series:
        _draw_series(series, bars.looks[series.name], stacked=bars.stacked, size=chosen.size)


def _draw_series(series: BarSeries, look: SeriesStyle, *, stacked: bool, size: int) -> None:
    """Fill bars in the colour of their kind, or leave them white within an outline; number those that are there."""
    filled = look.basis is Basis.FOUND
    colour = powerpoint_colour(style.COLOURS[look.kind])
    series.invert_if_negative = False
    series.format.fill.solid()
    if not filled:
        series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(_OUTLINE)
        if look.basis is Basis.ELSEWHERE:
            series.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    else:
        series.format.fill.fore_color.rgb = colour
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "0;;;", False  # a bar without length has no number
    labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(size)
    labels.font.bold = True
    on_bar = stacked and filled
    labels.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if on_bar else MSO_THEME_COLOR.TEXT_1
    labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")


def _workbook(numbers: pd.DataFrame, made: date) -> bytes:
    """Write the numbers behind a chart as a workbook, where the chart looks for them; text stays text."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(made, time())})
        sheet = book.add_worksheet("Sheet1")
        for row, name in enumerate(numbers.index, start=1):
            sheet.write_string(row, 0, name)
        for column, (name, values) in enumerate(numbers.items(), start=1):
            sheet.write_string(0, column, str(name))
            sheet.write_column(1, column, values.tolist())
    return set_zip_dates(content.getvalue(), made)
