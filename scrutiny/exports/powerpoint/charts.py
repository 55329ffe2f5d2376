"""Native bar charts, drawn so that an officer can edit them."""

import io
from datetime import date, datetime, time
from typing import Final

from lxml.etree import SubElement
from pptx.chart.chart import Chart as PowerPointChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.chtfmt import ChartFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame
from pptx.util import Pt
from xlsxwriter import Workbook

from scrutiny.charts import style
from scrutiny.exports.powerpoint.paragraphs import plain, powerpoint_colour
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.vocabulary import Basis, EntryKind
from scrutiny.slides.room import INNER, LABELS
from scrutiny.slides.slide import BAR_LABEL, BarRow, BarsBody
from scrutiny.wording import count_of

# Sizes and lengths in points.
_LABEL_GAP: Final = 10
_HIGHEST_ROW: Final = 48
_OUTLINE: Final = 1.5
_NUMBER_WIDTH: Final = 44
_GAP_WIDTH: Final = 35  # how far rows are apart, in per cent of a bar


def describe(bars: BarsBody) -> list[str]:
    """Say in words what a chart shows, piece by piece, for who cannot see it."""
    rows = (f"{row.label}: {len(row.marks):,}." for row in bars.rows)
    return [f"Bar chart of {count_of(len(bars.rows), 'row')}.", *rows]


def height(bars: BarsBody, room: float) -> float:
    """Return the height of a chart: no more than there is room, nor so much that its bars look like blocks."""
    return min(room, len(bars.rows) * _HIGHEST_ROW)


def write(
    placeholder: ChartPlaceholder, bars: BarsBody, *, longest: int, made: date, scale: float
) -> PlaceholderGraphicFrame:
    """Draw a chart in its placeholder; `longest` is the longest bar of all slides, which have one scale."""
    names, numbers = [plain(row.label) for row in bars.rows], [len(row.marks) for row in bars.rows]
    kind = _kind(bars)
    data = CategoryChartData(number_format="0")
    data.categories = names
    data.add_series(kind.plural, numbers)
    frame: PlaceholderGraphicFrame = placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    _draw(frame.chart, longest, BAR_LABEL * scale)
    _draw_series(frame.chart.plots[0].series[0], bars.rows, style.COLOURS[kind], BAR_LABEL * scale)
    left = (LABELS + _LABEL_GAP) / INNER
    _fix_plot(frame.chart, x=left, y=0, w=1 - left - _NUMBER_WIDTH / INNER, h=1)
    # python-pptx's own workbook carries the hour and would read a name that begins with “=” as a formula.
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(names, kind.plural, numbers, made))
    return frame


def _kind(bars: BarsBody) -> EntryKind:
    return next((mark.kind for row in bars.rows for mark in row.marks), EntryKind.CONCERN)


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


def _draw(chart: PowerPointChart, longest: int, size: float) -> None:
    """Draw the axes: the names of the rows, and nothing else."""
    chart.has_title = chart.has_legend = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    names = chart.category_axis
    names.reverse_order = True  # PowerPoint draws the first category at the bottom
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(size)
    names.format.line.color.rgb = powerpoint_colour(style.LINE)
    # Without it PowerPoint leaves out every second name where rows are low.
    skip = SubElement(names._element, qn("c:tickLblSkip"), val="1")
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    values = chart.value_axis
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, max(longest, 1)
    values.major_unit = 1
    chart.plots[0].gap_width = _GAP_WIDTH


def _draw_series(series: BarSeries, rows: tuple[BarRow, ...], colour: str, size: float) -> None:
    """Fill bars, muted ones in grey, and number each; what inspectors of the inspection do not say is an outline."""
    series.invert_if_negative = False
    _fill(series.format, colour)
    for nth, row in enumerate(rows):
        basis = row.marks[0].basis if row.marks else Basis.FOUND
        if basis is not Basis.FOUND:
            _outline(series.points[nth].format, colour, dashed=basis is Basis.ELSEWHERE)
        elif row.muted:
            _fill(series.points[nth].format, style.LINE)
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "0", False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(size)
    labels.font.bold = True
    labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")


def _fill(bar: ChartFormat, colour: str) -> None:
    bar.fill.solid()
    bar.fill.fore_color.rgb = powerpoint_colour(colour)


def _outline(bar: ChartFormat, colour: str, *, dashed: bool) -> None:
    bar.fill.solid()
    bar.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    bar.line.color.rgb = powerpoint_colour(colour)
    bar.line.width = Pt(_OUTLINE)
    if dashed:
        bar.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _workbook(names: list[str], title: str, numbers: list[int], made: date) -> bytes:
    """Write the numbers behind a chart as a workbook, where the chart looks for them; text stays text."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(made, time())})
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(0, 1, title)
        for row, (name, number) in enumerate(zip(names, numbers, strict=True), start=1):
            sheet.write_string(row, 0, name)
            sheet.write_number(row, 1, number)
    return set_zip_dates(content.getvalue(), made)
