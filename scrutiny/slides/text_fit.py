"""How much room texts take on a slide, on the screen and in PowerPoint, and how to shorten or spread them.

All lengths are in points and come from the widths of Arial's letters.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from math import ceil
from typing import Final, TypeVar
from unicodedata import normalize

from scrutiny.charts import style
from scrutiny.slides.slide import (
    BAR_LABEL,
    BODY,
    HEADLINE,
    LABEL,
    MARGIN,
    SMALLEST_HEADLINE,
    WIDTH,
    BarsBody,
    Body,
    Line,
    ListBody,
    Quote,
    QuotesBody,
    Slide,
    TableBody,
    TitleBody,
)

INNER: Final = WIDTH - 2 * MARGIN
"""The width of what stands on a slide."""
TOP: Final = 30
"""Where the headline begins."""
BOTTOM: Final = 528
"""Where the foot ends, with the source and the slide's number."""
SUBTITLE: Final = 20
"""The height of the line under a headline."""
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
"""What a cell of a table keeps free above, below and to its right."""
LEADING: Final = 1.2
"""The height of a line, as a share of the size of its letters."""

_MARK_LEADING: Final = 1.35  # symbols stand in a font with higher lines
_BELOW_HEADLINE: Final = 4
_NUMBER: Final = 100  # what the slide's number takes of the foot
_HEADLINE_LINES: Final = 2
_CAUTION_LINES: Final = 3
_LINES: Final = 2
_STEPS: Final = 20

_THOUSANDTHS: Final = {
    222: "'ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-r`“”",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–£",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
_WIDTHS: Final = {letter: width / 1000 for width, letters in _THOUSANDTHS.items() for letter in letters}
_GLYPHS: Final = frozenset(chain(*style.GLYPHS.values()))
_SQUARE: Final = 1.0
_WIDEST: Final = 1.3
_BOLD: Final = 1.09
_CARE: Final = 1.02  # programs round and kern in their own ways
_WORDS: Final = re.compile(r"\S*\s*")

T = TypeVar("T")


@cache
def _letter_width(letter: str) -> float:
    base = normalize("NFD", letter)[0]  # an accent does not widen its letter
    return _WIDTHS.get(base, _SQUARE if base <= "\uffff" else _WIDEST)


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line."""
    return sum(map(_letter_width, text)) * points * _CARE * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def wrap_text(text: str, points: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines at its own line ends, after spaces, or within a word that is wider than the line.

    Spaces and line ends stay, so that the lines joined are the text.
    """
    lines = []
    for paragraph in text.splitlines(keepends=True) or [""]:
        line, used = "", 0.0
        for word in _WORDS.findall(paragraph):
            too_wide = text_width(word.rstrip(), points, bold=bold) > width
            if too_wide and line:
                lines.append(line)
                line, used = "", 0.0
            for piece in word if too_wide else [word]:
                if line and used + text_width(piece.rstrip(), points, bold=bold) > width:
                    lines.append(line)
                    line, used = "", 0.0
                line += piece
                used += text_width(piece, points, bold=bold)
        lines.append(line)
    return tuple(lines)


def text_height(text: str, points: float, width: float, *, bold: bool = False, leading: float = LEADING) -> float:
    """Return the height of a text within a width; `leading` is the height of a line as a share of the size."""
    lines = wrap_text(text, points, width, bold=bold)
    return points * sum(leading if _GLYPHS.isdisjoint(line) else max(leading, _MARK_LEADING) for line in lines)


def shorten_text(text: str, points: float, width: float, most: int, *, bold: bool = False) -> str:
    """Shorten a text that takes more than so many lines, with an ellipsis."""
    lines = wrap_text(text, points, width, bold=bold)
    if len(lines) <= most:
        return text
    kept = "".join(lines[:most]).rstrip()
    while len(wrap_text(f"{kept} …", points, width, bold=bold)) > most:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept} …"


def headline_size(headline: str) -> int:
    """Return the size of a headline: the smaller one only where two lines do not hold it."""
    return HEADLINE if len(wrap_text(headline, HEADLINE, INNER, bold=True)) <= _HEADLINE_LINES else SMALLEST_HEADLINE


def headline_height(headline: str) -> float:
    """Return the height of a headline, with what it keeps free below."""
    return text_height(headline, headline_size(headline), INNER, bold=True) + _BELOW_HEADLINE


def head_height(slide: Slide) -> float:
    """Return how far headline and subtitle reach down from the top of the headline."""
    return headline_height(slide.headline) + (SUBTITLE if slide.subtitle else 0)


def caution_height(caution: str) -> float:
    """Return the height of the box of a caution; none where there is nothing to be said."""
    return text_height(caution, LABEL, INNER - 2 * PADDING) + 2 * PADDING if caution else 0


def body_height(slide: Slide) -> float:
    """Return the height of what lies between the head and the caution or the foot."""
    below = caution_height(slide.caution) + (GAP if slide.caution else 0) + SOURCE
    return BOTTOM - TOP - head_height(slide) - 2 * GAP - below


def fits_source(source: str) -> bool:
    """Tell whether a source has room on its one line."""
    return text_width(source, LABEL) <= INNER - _NUMBER


def column_widths(table: TableBody) -> list[float]:
    """Return the widths of a table's columns."""
    return [INNER * share / sum(table.widths) for share in table.widths]


def row_height(table: TableBody, row: Iterable[str | Line], *, head: bool = False) -> float:
    """Return the height of a row of a table."""
    size = LABEL if head else table.size
    cells = zip(map(cell_text, row), column_widths(table), strict=True)
    return max(text_height(text, size, width - CELL, bold=head) for text, width in cells) + 2 * CELL


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
        headline=shorten_text(slide.headline, SMALLEST_HEADLINE, INNER, _HEADLINE_LINES, bold=True),
        subtitle=shorten_text(slide.subtitle, LABEL, INNER, 1),
        caution=shorten_text(slide.caution, LABEL, INNER - 2 * PADDING, _CAUTION_LINES),
        source=shorten_text(slide.source, LABEL, INNER - _NUMBER, 1),
    )
    body = _shorten(slide.body, body_height(short))
    lost = tuple(
        full for full, kept in zip(_texts(slide, slide.body), _texts(short, body), strict=True) if full != kept
    )
    notes = replace(slide.notes, say=(*slide.notes.say, *lost))
    return [replace(short, body=page, notes=notes) for page in _pages(body, body_height(short))]


def _shorten(body: Body, room: float) -> Body:
    """Shorten those texts of a body that are too long for their places."""
    match body:
        case TitleBody(lines):
            body = TitleBody(_shorten_lines(lines, room))
        case ListBody(lines, numbered):
            body = ListBody(_shorten_lines(lines, room), numbered)
        case BarsBody(rows):
            body = replace(
                body, rows=tuple(replace(row, label=shorten_text(row.label, BAR_LABEL, LABELS, _LINES)) for row in rows)
            )
        case QuotesBody(quotes):
            each = room / ceil(len(quotes) / 2)
            body = QuotesBody(tuple(_shorten_quote(quote, each) for quote in quotes))
        case TableBody(heads, rows):
            heads = tuple(shorten_text(head, LABEL, width, _LINES, bold=True) for head, width in _cells(body, heads))
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
            lists = paginate(lines, list_height, room)
            return [ListBody(some, first + sum(map(len, lists[:nth]))) for nth, some in enumerate(lists)]
        case TableBody(heads, rows):
            left = room - row_height(body, heads, head=True)
            pages = paginate(rows, lambda row: row_height(body, row), left)
            return [replace(body, rows=page) for page in pages]
    return [body]


def list_height(line: Line) -> float:
    """Return the height of an item of a list, with the gap to the next."""
    return text_height(line.text, BODY, INNER - INDENT) + GAP


def _shorten_lines(lines: tuple[Line, ...], room: float) -> tuple[Line, ...]:
    most = max(int((room / max(len(lines), 1) - GAP) / (BODY * LEADING)), _LINES)
    return tuple(replace(line, text=shorten_text(line.text, BODY, INNER - INDENT, most)) for line in lines)


def _shorten_quote(quote: Quote, room: float) -> Quote:
    lead, place = (shorten_text(text, LABEL, QUOTE, _LINES) for text in (quote.lead, quote.place))
    left = room - text_height(lead, LABEL, QUOTE) - text_height(place, LABEL, QUOTE) - 2 * GAP
    words = shorten_text(quote.words, BODY, QUOTE - INDENT, max(int(left / (BODY * LEADING)), 1))
    return replace(quote, lead=lead, words=words, place=place)


def quote_height(quote: Quote) -> float:
    """Return the height of a quotation with what stands above and below it."""
    labels = text_height(quote.lead, LABEL, QUOTE, bold=True) + text_height(quote.place, LABEL, QUOTE)
    return labels + text_height(quote.words, BODY, QUOTE - INDENT) + GAP


def _shorten_cell(table: TableBody, cell: str | Line, width: float, most: int) -> str | Line:
    short = shorten_text(cell_text(cell), table.size, width, most)
    return replace(cell, text=short) if isinstance(cell, Line) else short


def _cells(table: TableBody, row: Iterable[T]) -> Iterable[tuple[T, float]]:
    """Go through the cells of a row with the widths of their texts."""
    return zip(row, (width - CELL for width in column_widths(table)), strict=True)


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


def paginate(items: Iterable[T], height: Callable[[T], float], room: float) -> list[tuple[T, ...]]:
    """Spread items in their order over as few slides as have room for them, and over these as evenly as may be."""
    heights = [(item, height(item)) for item in items]
    fewest = len(_fill_slides(heights, room))
    # The lowest slides that are still no more than the fewest are the most even ones.
    rooms = (room * share / _STEPS for share in range(1, _STEPS + 1))
    return next(slides for lower in rooms if len(slides := _fill_slides(heights, lower)) == fewest)


def _fill_slides(items: Iterable[tuple[T, float]], room: float) -> list[tuple[T, ...]]:
    """Put items with their heights on slides, as many on each as there is room for, and one at the least."""
    slides: list[list[T]] = [[]]
    left = room
    for item, needed in items:
        if slides[-1] and needed > left:
            slides.append([])
            left = room
        slides[-1].append(item)
        left -= needed
    return [tuple(slide) for slide in slides]
