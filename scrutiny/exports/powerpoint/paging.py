"""What does not fit on one slide goes on on further slides, and nothing is lost."""

from dataclasses import replace
from itertools import groupby
from typing import Final

from scrutiny.exports.powerpoint import charts, geometry, pair_columns, slide_text, tables, text_boxes, text_metrics
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.text_boxes import Paragraph
from scrutiny.exports.powerpoint.xml_text import made_plain
from scrutiny.slides import text_fit
from scrutiny.slides.slide import BarChart, Body, ChartBody, PairBody, Slide, TableBody, TextBody, TitleBody

SIZES: Final = (20, 18)


def paged(slide: Slide) -> list[Slide]:
    """Give a slide as the slides that it takes, whose texts all fit.

    Rows, categories and sentences go on on further slides. A text that is too long for its own place is shortened
    there, visibly, and stands in full on a further slide.
    """
    plain: Slide = made_plain(slide)
    box = slide_text.body_box(plain)
    body, long = _clipped(plain.body, box)
    short = replace(plain, headline=slide_text.headline(plain), body=body)
    long += [full for full, kept in _beside(plain, short) if full != kept]
    bodies = [*_bodies(body, box), *(_bodies(TextBody(tuple(long)), box) if long else [])]
    first, *further = [replace(short, body=page) for page in bodies]
    return [first, *(replace(page, headline=slide_text.continued(short.headline)) for page in further)]


def paragraphs(lines: TextBody, size: float) -> list[Paragraph]:
    """Give sentences as paragraphs of some size, numbered where they are an ordered list."""
    numbers = [None if lines.numbered is None else lines.numbered + nth for nth in range(len(lines.lines))]
    return [Paragraph(line, size, number=n, gap=geometry.GAP) for line, n in zip(lines.lines, numbers, strict=True)]


def size(lines: TextBody, box: Box) -> int:
    """Give the largest size with which sentences fit, or the smallest for those that go on on further slides."""
    fits = (size for size in SIZES if text_boxes.height(paragraphs(lines, size), box.width) <= box.height)
    return next(fits, SIZES[-1])


def under(box: Box) -> Box:
    """Give the room under the title of the opening."""
    return geometry.UNDER.down_to(box.bottom)


def _clipped(body: Body, box: Box) -> tuple[Body, list[str]]:
    """Give a body with those texts shortened that no place on a slide is large enough for, and these in full."""
    match body:
        case ChartBody(native=BarChart() as bars):
            native, long = charts.clipped(bars)
            return replace(body, native=native), long
        case ChartBody(native=TableBody() as table):
            rows, long = tables.clipped(table, box)
            return replace(body, native=rows), long
        case TableBody():
            return tables.clipped(body, box)
        case PairBody():
            return body, pair_columns.shortened(body, box)
    return body, []


def _bodies(body: Body, box: Box) -> list[Body]:
    """Spread a body over as many slides as it takes."""
    match body:
        case ChartBody(native=BarChart() as bars):
            return [_part(body, page, bars) for page in charts.pages(bars, box)]
        case ChartBody(native=TableBody() as table):
            return [replace(body, native=page) for page in tables.pages(table, box)]
        case TableBody():
            return list(tables.pages(body, box))
        case TextBody():
            return list(_lines(body, box))
        case TitleBody():
            return _opening(body, box)
    return [body]


def _part(chart: ChartBody, page: BarChart, whole: BarChart) -> ChartBody:
    """Give a chart as one slide shows it, which its alternative text says if there are others."""
    if len(page.numbers) == len(whole.numbers):
        return replace(chart, native=page)
    first, last = page.numbers.index[0], page.numbers.index[-1]
    alt = f"This slide shows the rows from “{first}” to “{last}” of a chart. {chart.picture.alt}"
    return ChartBody(replace(chart.picture, alt=alt), page)


def _opening(title: TitleBody, box: Box) -> list[Body]:
    """Put under the title as many lines as there is room for, and the others on further slides."""
    first, *others = _lines(TextBody(title.lines), under(box))
    rest = tuple(line for lines in others for line in lines.lines)
    return [TitleBody(first.lines), *(_lines(TextBody(rest), box) if rest else [])]


def _lines(lines: TextBody, box: Box) -> list[TextBody]:
    """Spread sentences over slides; what is left of one that is longer than a slide begins the next, unnumbered."""
    chosen = size(lines, box)
    pieces = [piece for paragraph in paragraphs(lines, chosen) for piece in _pieces(paragraph, box)]
    slides = text_fit.paginate(pieces, lambda piece: piece.height(box.width), box.height)
    alike = [list(run) for slide in slides for _, run in groupby(slide, lambda piece: piece.number is None)]
    return [TextBody(tuple(piece.text for piece in run), run[0].number) for run in alike] or [lines]


def _pieces(paragraph: Paragraph, box: Box) -> list[Paragraph]:
    """Break a sentence that is longer than a slide."""
    most = int((box.height - paragraph.gap) / (paragraph.size * text_metrics.LEADING))
    first, *rest = text_metrics.parts(paragraph.text, paragraph.size, box.width - text_boxes.INDENT, most)
    return [replace(paragraph, text=first), *(replace(paragraph, text=piece, number=None) for piece in rest)]


def _beside(full: Slide, short: Slide) -> list[tuple[str, str]]:
    """Pair the headline and the paragraphs of the foot, whole, with what there is room for."""
    foot = zip(slide_text.full_foot(full), slide_text.foot(full), strict=True)
    return [(full.headline, short.headline), *((whole.text, kept.text) for whole, kept in foot)]
