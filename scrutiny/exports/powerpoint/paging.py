"""What does not fit on one slide goes on on further slides, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from scrutiny.charts import style
from scrutiny.exports.powerpoint import charts, tables
from scrutiny.exports.powerpoint.paragraphs import INDENT, Paragraph, height, shorten
from scrutiny.exports.powerpoint.template import FOOT, HEADLINE, NUMBER, Box, Layouts, layout_name
from scrutiny.slides.slide import CONTINUED, BarChart, Body, ChartBody, PairBody, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import (
    HEADLINE_LEADING,
    LEADING,
    SMALLEST_HEADLINE,
    headline_points,
    paginate,
    shorten_text,
    split_text,
    text_height,
)

_TITLE_SIZES: Final = (40, 34, 28)
_TEXT_SIZES: Final = (20, 18)
_SIDE_SIZES: Final = (16, 14)
_BETWEEN_SIZES: Final = (14, 13, 12)
_PLACE_SIZE: Final = 12
_FOOT_SIZE: Final = 12
_FOOT_GAP: Final = 2
_GAP: Final = 10


def paged(slide: Slide, layouts: Layouts) -> list[Slide]:
    """Return a slide as the slides that it takes, whose texts all fit.

    Rows, categories and sentences go on on further slides. A text that is too long for its own place is shortened
    there, visibly, and stands in full on a further slide.
    """
    body, too_long = _shorten_body(slide, layouts)
    short = replace(slide, headline=_shorten_headline(slide, layouts), body=body)
    if short.headline != slide.headline:
        too_long.append(slide.headline)
    too_long += _shortened(_full_foot(slide), foot(slide, layouts))
    bodies = _spread(short, layouts)
    if too_long:
        bodies += _spread(replace(short, body=TextBody(tuple(too_long))), layouts)
    headline = short.headline.removesuffix(CONTINUED) + CONTINUED
    first, *further = bodies
    return [replace(short, body=first), *(replace(short, headline=headline, body=page) for page in further)]


def headline_size(slide: Slide, layouts: Layouts) -> int:
    """Return the size of a slide's headline: the largest with which it fits, and smaller the longer it is."""
    box = layouts[layout_name(slide.body)][HEADLINE]
    if not isinstance(slide.body, TitleBody):
        return headline_points(slide.headline, box.inner_width, box.inner_height)
    for size in _TITLE_SIZES:
        if text_height(slide.headline, size, box.inner_width, bold=True, leading=HEADLINE_LEADING) <= box.inner_height:
            break
    return size


def foot(slide: Slide, layouts: Layouts) -> list[Paragraph]:
    """Return the paragraphs of the foot: how to read the marks or bars, then what is counted, and as of when."""
    box = layouts[layout_name(slide.body)][FOOT]
    return shorten(_full_foot(slide), box.inner_width, box.inner_height)


def _full_foot(slide: Slide) -> list[Paragraph]:
    lines = filter(None, [how_to_read(slide.body), slide.foot])
    return [Paragraph(line, _FOOT_SIZE, gap=_FOOT_GAP) for line in lines]


def how_to_read(body: Body) -> str:
    """Say how to read a chart; nothing where a body has none."""
    match body:
        case ChartBody(native=BarChart() as bars):
            return charts.how_to_read(bars)
        case ChartBody(native=TableBody() as table):
            return tables.how_to_read(table)
    return ""


def body_boxes(slide: Slide, layouts: Layouts) -> list[Box]:
    """Return the boxes of a slide's body, which reach down into what its foot leaves free."""
    boxes = layouts[layout_name(slide.body)]
    spare = boxes[FOOT].inner_height - height(foot(slide, layouts), boxes[FOOT].inner_width)
    bodies = [box for index, box in boxes.items() if index not in {HEADLINE, FOOT, NUMBER}]
    return [replace(box, height=box.height + spare) for box in bodies]


def text_columns(slide: Slide, layouts: Layouts) -> list[list[Paragraph]]:
    """Return the paragraphs of a body of text, for each of its boxes, shortened to what fits."""
    boxes = body_boxes(slide, layouts)
    columns = zip(_full_columns(slide.body, boxes), boxes, strict=True)
    return [shorten(column, box.inner_width, box.inner_height) for column, box in columns]


def _full_columns(body: Body, boxes: Sequence[Box]) -> list[list[Paragraph]]:
    """Return the paragraphs of a body of text in the largest sizes with which they fit, or else in the smallest."""
    match body:
        case PairBody(earlier=earlier, later=later, between=between):
            # Both entries have one size, so that neither looks more important.
            for size in _SIDE_SIZES:
                sides = [
                    [
                        Paragraph(f"{style.glyph(side.kind, side.hollow)} {side.lead}", size, bold=True),
                        Paragraph(side.summary, size, gap=_GAP),
                        Paragraph(f"“{side.excerpt}”", size, gap=_GAP),
                        Paragraph(side.place, _PLACE_SIZE, gap=_GAP),
                    ]
                    for side in (earlier, later)
                ]
                if all(_fits(side, box) for side, box in zip(sides, boxes[::2], strict=True)):
                    break
            return [sides[0], _lines(between, _BETWEEN_SIZES, boxes[1]), sides[1]]
        case TextBody(lines=lines, numbered=numbered):
            return [_lines(lines, _TEXT_SIZES, boxes[0], numbered)]
        case TitleBody(lines=lines):
            return [_lines(lines, _TEXT_SIZES, boxes[0])]
    return []


def _lines(lines: Sequence[str], sizes: Sequence[int], box: Box, numbered: int | None = None) -> list[Paragraph]:
    """Return sentences as paragraphs in the largest of these sizes with which they fit, or else in the last."""
    for size in sizes:
        paragraphs = [
            Paragraph(line, size, number=None if numbered is None else numbered + nth, gap=_GAP)
            for nth, line in enumerate(lines)
        ]
        if _fits(paragraphs, box):
            break
    return paragraphs


def _fits(paragraphs: Sequence[Paragraph], box: Box) -> bool:
    return height(paragraphs, box.inner_width) <= box.inner_height


def _shortened(full: Sequence[Paragraph], short: Sequence[Paragraph]) -> list[str]:
    """Return, in full, the texts that were shortened."""
    return [before.text for before, after in zip(full, short, strict=True) if before != after]


def _shorten_headline(slide: Slide, layouts: Layouts) -> str:
    box = layouts[layout_name(slide.body)][HEADLINE]
    size = _TITLE_SIZES[-1] if isinstance(slide.body, TitleBody) else SMALLEST_HEADLINE
    most = int(box.inner_height / (size * HEADLINE_LEADING)) - 1  # one line is kept for “(continued)”
    return shorten_text(slide.headline, size, box.inner_width, max(most, 1), bold=True)


def _shorten_body(slide: Slide, layouts: Layouts) -> tuple[Body, list[str]]:
    """Return a body with those texts shortened that no place on a slide is large enough for, and these in full.

    The two sides of a pair are shortened only when they are written, where their size is known.
    """
    body, boxes = slide.body, body_boxes(slide, layouts)
    match body:
        case ChartBody(native=BarChart() as bars):
            native, too_long = charts.shorten_names(bars)
            return replace(body, native=native), too_long
        case ChartBody(native=TableBody() as table):
            short, too_long = tables.shorten_cells(table, boxes[0])
            return replace(body, native=short), too_long
        case TableBody():
            return tables.shorten_cells(body, boxes[0])
        case PairBody():
            columns = zip(_full_columns(body, boxes), text_columns(slide, layouts), strict=True)
            return body, [text for full, short in columns for text in _shortened(full, short)]
    return body, []


def _spread(slide: Slide, layouts: Layouts) -> list[Body]:
    """Spread the body of a slide over as many slides as it takes."""
    body, box = slide.body, body_boxes(slide, layouts)[0]
    match body:
        case ChartBody(native=BarChart() as bars):
            return [_part_of_chart(body, page, bars) for page in charts.pages(bars, box)]
        case ChartBody(native=TableBody() as table):
            return [replace(body, native=page) for page in tables.pages(table, box)]
        case TableBody():
            return list(tables.pages(body, box))
        case TextBody():
            return list(_spread_lines(body, box))
        case TitleBody(lines=lines):
            first, *others = _spread_lines(TextBody(lines), box)
            rest = TextBody(tuple(line for page in others for line in page.lines))
            return [TitleBody(first.lines), *(_spread(replace(slide, body=rest), layouts) if rest.lines else [])]
    return [body]


def _part_of_chart(chart: ChartBody, page: BarChart, whole: BarChart) -> ChartBody:
    """Return a chart as one slide shows it, which its alternative text says if there are others."""
    if len(page.numbers) == len(whole.numbers):
        return replace(chart, native=page)
    first, last = page.numbers.index[0], page.numbers.index[-1]
    alt = f"This slide shows the rows from “{first}” to “{last}” of a chart. {chart.picture.alt}"
    return ChartBody(replace(chart.picture, alt=alt), page)


def _spread_lines(text: TextBody, box: Box) -> list[TextBody]:
    """Spread sentences over slides; what is left of one that is longer than a slide begins the next, unnumbered."""
    pieces = []
    for paragraph in _lines(text.lines, _TEXT_SIZES, box, text.numbered):
        most = max(int((box.inner_height - paragraph.gap) / (paragraph.size * LEADING)), 1)
        first, *rest = split_text(paragraph.text, paragraph.size, box.inner_width - INDENT, most)
        pieces.append(replace(paragraph, text=first.strip()))
        pieces += [replace(paragraph, text=piece.strip(), number=None) for piece in rest]
    slides = paginate(pieces, lambda piece: height([piece], box.inner_width), box.inner_height)
    alike = [list(run) for slide in slides for _, run in groupby(slide, lambda piece: piece.number is None)]
    return [TextBody(tuple(piece.text for piece in run), run[0].number) for run in alike] or [text]
