"""How much room texts take on a slide, on the screen and in PowerPoint, and how to shorten, break or spread them.

All lengths are in points and come from the widths of Arial's letters.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final, TypeVar
from unicodedata import normalize

from scrutiny.charts import style
from scrutiny.slides.slide import PairBody

INNER: Final = 880
"""The width of a slide on the screen, 960 points, without its margins."""

BODY_HEIGHT: Final = 370
"""What the body of a slide on the screen has between the headline and the foot."""

LEADING: Final = 1.15
"""The height of a line of Arial, as a share of its size."""

HEADLINE_LEADING: Final = 0.9 * LEADING
"""The same for headlines, whose lines are set closer."""

SMALLEST_HEADLINE: Final = 17
"""The size of the longest headlines."""

_MARK_LEADING: Final = 1.35  # marks stand in a font with higher lines
_SCREEN_LEADING: Final = 1.3  # the line height of slides in layout.css
_SCREEN_RESERVE: Final = 1.15  # a browser may show a wider font, and what reaches beyond a slide cannot be scrolled to
_GAP: Final = 9
_CELL_PADDING: Final = 12
_CARD_PADDING: Final = 42
_LINE_POINTS: Final = 18
_LINE_WIDTH: Final = INNER - 30
_TABLE_POINTS: Final = 13
_SIDE_POINTS: Final = 13
_SIDES: Final = ((20, 18, 15), (17, 15, 13), (15, 14, 12))
_HEADLINES: Final = ((75, 28), (150, 24), (230, 20))
_HEADLINE_HEIGHT: Final = 76
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


def split_text(text: str, points: float, width: float, most: int) -> list[str]:
    """Break a text into parts of so many lines at most; joined, the parts are the text."""
    lines = wrap_text(text, points, width)
    return ["".join(lines[first : first + most]) for first in range(0, len(lines), most)]


def headline_points(headline: str, width: float = INNER, height: float = _HEADLINE_HEIGHT) -> int:
    """Return the size of a headline: smaller the longer it is, and so that it fits within a width and height."""
    for most, points in _HEADLINES:
        fits = text_height(headline, points, width, bold=True, leading=HEADLINE_LEADING) <= height
        if len(headline) <= most and fits:
            return points
    return SMALLEST_HEADLINE


def _screen_height(text: str, points: float, width: float) -> float:
    return text_height(text, points, width / _SCREEN_RESERVE, leading=_SCREEN_LEADING)


def line_height(line: str) -> float:
    """Return the height of one sentence of a list on the screen, with the gap to the next."""
    return _screen_height(line, _LINE_POINTS, _LINE_WIDTH) + _GAP


def split_line(line: str) -> list[str]:
    """Break a sentence that is higher than a slide on the screen into parts that are not; joined, they are the line."""
    most = int(BODY_HEIGHT / (_LINE_POINTS * _SCREEN_LEADING))
    return split_text(line, _LINE_POINTS, _LINE_WIDTH / _SCREEN_RESERVE, most)


def row_height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Return the height of a row of a table on the screen, whose columns have these shares of the width."""
    columns = [INNER * width / sum(widths) - _CELL_PADDING for width in widths]
    cells = zip(row, columns, strict=True)
    return max(_screen_height(text, _TABLE_POINTS, width) for text, width in cells) + _CELL_PADDING


def sides_points(sides: PairBody) -> tuple[int, int, int]:
    """Return the sizes of summaries, of the documents' words, and of what stands between, the largest that fit."""
    width = INNER / 2 - _CARD_PADDING
    for summary, excerpt, between in _SIDES:
        cards = [
            _screen_height(side.summary, summary, width)
            + _screen_height(side.excerpt, excerpt, width - 20)
            + _screen_height(side.lead, _SIDE_POINTS, width)
            + _screen_height(side.place, _SIDE_POINTS, width)
            for side in (sides.earlier, sides.later)
        ]
        below = sum(_screen_height(text, between, INNER) + _GAP for text in sides.between)
        if max(cards) + _CARD_PADDING + below <= BODY_HEIGHT:
            break
    return summary, excerpt, between


def paginate(items: Iterable[T], height: Callable[[T], float], room: float = BODY_HEIGHT) -> list[tuple[T, ...]]:
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
