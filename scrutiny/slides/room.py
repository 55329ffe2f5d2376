"""Where everything stands on a slide, and how a slide that is too full is shortened or spread over several.

All lengths are in points; PowerPoint and the screen have the same.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil
from typing import Final, TypeVar

from scrutiny.slides import slide as sizes
from scrutiny.slides.slide import BarsBody, Body, Line, ListBody, Quote, QuotesBody, Slide, TableBody, TitleBody
from scrutiny.slides.text_fit import LEADING, paginate, shorten_text, text_height, text_width, wrap_text

INNER: Final = sizes.WIDTH - 2 * sizes.MARGIN
"""The width of what stands on a slide."""
TOP: Final = 30
"""Where the headline begins."""
BOTTOM: Final = 528
"""Where the foot ends, with the source and the slide's number."""
SOURCE: Final = 24
"""The height of the foot."""
GAP: Final = 12
"""What lies between a headline's subtitle, the body, a caution and the foot, and between the items of a list."""
PADDING: Final = 10
"""What a caution keeps free within its box on each side."""
INDENT: Final = 36
"""How far the items of a list, and quotations, are set in."""
LABELS: Final = 320
"""The width of the labels of bars."""
QUOTE: Final = (INNER - 2 * GAP) / 2
"""The width of each of the quotations that stand side by side."""
CELL: Final = 8
"""What a cell of a table keeps free above and below; to its right it keeps the gap."""
_QUOTED: Final = QUOTE - INDENT
_BELOW_HEADLINE: Final = 4
_NUMBER: Final = 100  # what the slide's number takes of the foot
_HEADLINE_LINES: Final = 2
_CAUTION_LINES: Final = 3
_LINES: Final = 2

T = TypeVar("T")


def headline_size(headline: str) -> int:
    """Return the size of a headline: a lower one for one line in place of two, the smallest where two are too few."""
    usual, lower = (len(wrap_text(headline, size, INNER, bold=True)) for size in (sizes.HEADLINE, sizes.LOWER_HEADLINE))
    if lower == 1 < usual:
        return sizes.LOWER_HEADLINE
    return sizes.HEADLINE if usual <= _HEADLINE_LINES else sizes.SMALLEST_HEADLINE


def headline_height(headline: str) -> float:
    """Return the height of a headline, with what it keeps free below."""
    return text_height(headline, headline_size(headline), INNER, bold=True) + _BELOW_HEADLINE


def head_height(slide: Slide) -> float:
    """Return how far headline and subtitle reach down from the top of the headline."""
    return headline_height(slide.headline) + subtitle_height(slide.subtitle)


def subtitle_height(subtitle: str) -> float:
    """Return the height of the lines under a headline; none where there are none."""
    return text_height(subtitle, sizes.LABEL, INNER) if subtitle else 0


def caution_height(caution: str) -> float:
    """Return the height of the box of a caution; none where there is nothing to be said."""
    return text_height(caution, sizes.LABEL, INNER - 2 * PADDING) + 2 * PADDING if caution else 0


def body_height(slide: Slide) -> float:
    """Return the height of what lies between the head and the caution or the foot."""
    below = caution_height(slide.caution) + (GAP if slide.caution else 0) + SOURCE
    return BOTTOM - TOP - head_height(slide) - 2 * GAP - below


def fits_source(source: str) -> bool:
    """Tell whether a source has room on its one line."""
    return text_width(source, sizes.LABEL) <= INNER - _NUMBER


def column_widths(table: TableBody) -> list[float]:
    """Return the widths of a table's columns."""
    return [INNER * share / sum(table.widths) for share in table.widths]


def row_height(table: TableBody, row: Iterable[str | Line], *, head: bool = False) -> float:
    """Return the height of a row of a table."""
    size = sizes.LABEL if head else table.size
    cells = zip(map(cell_text, row), column_widths(table), strict=True)
    return max(text_height(text, size, width - GAP, bold=head) for text, width in cells) + 2 * CELL


def cell_text(cell: str | Line) -> str:
    """Return the words of a cell."""
    return cell.text if isinstance(cell, Line) else cell


def spread(slide: Slide) -> list[Slide]:
    """Return a slide as the slides that it takes.

    Rows and numbered items go on on further slides. A text that is too long for its place is shortened, visibly; the
    notes then have it in full.
    """
    short = replace(
        slide,
        headline=shorten_text(slide.headline, sizes.SMALLEST_HEADLINE, INNER, _HEADLINE_LINES, bold=True),
        subtitle=shorten_text(slide.subtitle, sizes.LABEL, INNER, _LINES),
        caution=shorten_text(slide.caution, sizes.LABEL, INNER - 2 * PADDING, _CAUTION_LINES),
        source=shorten_text(slide.source, sizes.LABEL, INNER - _NUMBER, 1),
    )
    body = _shorten(slide.body, body_height(short))
    lost = tuple(
        full for full, kept in zip(_texts(slide, slide.body), _texts(short, body), strict=True) if full != kept
    )
    notes = replace(slide.notes, say=(*slide.notes.say, *lost))
    room = body_height(short)
    return [replace(short, body=page, notes=notes) for page in _pages(_enlarge(body, room), room)]


def _enlarge(body: Body, room: float) -> Body:
    """Write a body in larger letters where all of it has room in them; many columns keep theirs."""
    match body:
        case ListBody() | QuotesBody() | TableBody(heads=(_, _)) if body.size == sizes.BODY:
            large = replace(body, size=sizes.LARGE)
            return large if _height(large) <= room else body
    return body


def _height(body: ListBody | QuotesBody | TableBody) -> float:
    """Return what a body takes from top to bottom on one slide."""
    match body:
        case ListBody(lines):
            return sum(list_height(line, body.size) for line in lines)
        case QuotesBody(quotes):
            heights = [quote_height(quote, body.size) for quote in quotes]
            return ceil(len(heights) / 2) * (max(heights, default=0) + GAP)
        case TableBody(heads, rows):
            return row_height(body, heads, head=True) + sum(row_height(body, row) for row in rows)


def _shorten(body: Body, room: float) -> Body:
    """Shorten those texts of a body that are too long for their places."""
    match body:
        case TitleBody(lines):
            body = TitleBody(_shorten_lines(lines, room / max(len(lines), 1)))
        case ListBody(lines, numbered):
            # what is numbered goes on on further slides
            body = ListBody(_shorten_lines(lines, room if numbered else room / max(len(lines), 1)), numbered)
        case BarsBody(rows):
            body = replace(
                body,
                rows=tuple(
                    replace(row, label=shorten_text(row.label, sizes.BAR_LABEL, LABELS, _LINES)) for row in rows
                ),
            )
        case QuotesBody(quotes):
            each = room / ceil(len(quotes) / 2)
            body = QuotesBody(tuple(_shorten_quote(quote, each) for quote in quotes))
        case TableBody(heads, rows):
            heads = tuple(
                shorten_text(head, sizes.LABEL, width, _LINES, bold=True) for head, width in _cells(body, heads)
            )
            left = room - row_height(body, heads, head=True) - 2 * CELL
            most = max(int(left / (body.size * LEADING)), 1)
            body = replace(
                body,
                heads=heads,
                rows=tuple(
                    tuple(_shorten_cell(body, cell, width, most) for cell, width in _cells(body, row)) for row in rows
                ),
            )
    return body


def _pages(body: Body, room: float) -> list[Body]:
    """Spread the rows of a table, or the items of a numbered list, over as many slides as they take."""
    match body:
        case ListBody(lines, int(first)):
            lists = paginate(lines, lambda line: list_height(line, body.size), room)
            return [
                replace(body, lines=some, numbered=first + sum(map(len, lists[:nth]))) for nth, some in enumerate(lists)
            ]
        case TableBody(heads, rows):
            left = room - row_height(body, heads, head=True)
            pages = paginate(rows, lambda row: row_height(body, row), left)
            return [replace(body, rows=page) for page in pages]
    return [body]


def list_height(line: Line, size: int) -> float:
    """Return the height of an item of a list, with the gap to the next; its mark takes no more than words do."""
    return text_height(f"{line.text} {line.mark}".rstrip(), size, INNER - INDENT) + list_gap(size)


def list_gap(size: int) -> int:
    """Return what lies between the items of a list: more where there is room for larger letters."""
    return GAP if size == sizes.BODY else 2 * GAP


def _shorten_lines(lines: tuple[Line, ...], room: float) -> tuple[Line, ...]:
    most = max(int((room - GAP) / (sizes.BODY * LEADING)), 1)
    return tuple(
        replace(line, text=shorten_text(line.text, sizes.BODY, INNER - INDENT, max(most - bool(line.mark), 1)))
        for line in lines
    )


def _shorten_quote(quote: Quote, room: float) -> Quote:
    lead, place = (shorten_text(text, sizes.LABEL, _QUOTED, _LINES, bold=True) for text in (quote.lead, quote.place))
    left = room - quote_height(replace(quote, lead=lead, words="", place=place))
    words = shorten_text(quote.words, sizes.BODY, _QUOTED, 1 + max(int(left / (sizes.BODY * LEADING)), 0))
    return replace(quote, lead=lead, words=words, place=place)


def quote_height(quote: Quote, size: int = sizes.BODY) -> float:
    """Return the height of a quotation with what stands above and below it."""
    labels = sum(text_height(text, sizes.LABEL, _QUOTED, bold=True) for text in (quote.lead, quote.place))
    return labels + text_height(quote.words, size, _QUOTED) + GAP


def _shorten_cell(table: TableBody, cell: str | Line, width: float, most: int) -> str | Line:
    short = shorten_text(cell_text(cell), table.size, width, most)
    return replace(cell, text=short) if isinstance(cell, Line) else short


def _cells(table: TableBody, row: Iterable[T]) -> Iterable[tuple[T, float]]:
    """Go through the cells of a row with the widths of their texts."""
    return zip(row, (width - GAP for width in column_widths(table)), strict=True)


def _texts(slide: Slide, body: Body) -> list[str]:
    """Return every text of a slide, in a fixed order."""
    match body:
        case BarsBody(rows):
            texts = [row.label for row in rows]
        case QuotesBody(quotes):
            texts = [text for quote in quotes for text in (quote.lead, quote.words, quote.place)]
        case TableBody(heads, rows):
            texts = [*heads, *(cell_text(cell) for row in rows for cell in row)]
        case TitleBody(lines) | ListBody(lines):
            texts = [line.text for line in lines]
    return [slide.headline, slide.subtitle, slide.caution, slide.source, *texts]
