"""How much fits on a slide: sizes of texts in points, and where a list is to go on on a further slide.

Estimates, on the safe side: letters of the fonts in use are narrower on average than assumed here.
"""

from collections.abc import Callable, Iterable, Sequence
from textwrap import wrap
from typing import TypeVar

from scrutiny.slides.slide import PairBody

WIDTH, HEIGHT, MARGIN = 960, 540, 40
INNER = WIDTH - 2 * MARGIN
BODY_HEIGHT = 370
"""What the body of a slide has, between the headline and the foot, in points."""

FOOT, TABLE, LINE, SIDE = 12, 13, 18, 13
"""Sizes of the foot, of tables, of sentences under one another, and of what says whose words and where."""

_LETTER = 0.52
_LEADING = 1.3
_GAP = 9
_CELL_PADDING = 12
_HEADLINES = ((75, 28), (150, 24), (230, 20))
_SMALLEST_HEADLINE = 17
_SIDES = ((20, 18, 15), (17, 15, 13), (15, 14, 12))
_CARD_PADDING = 42
_STEPS = 20

T = TypeVar("T")


def headline_points(headline: str) -> int:
    """Give the size of a headline: smaller the longer it is, so that it takes three lines at most."""
    return next((points for most, points in _HEADLINES if len(headline) <= most), _SMALLEST_HEADLINE)


def text_height(text: str, points: int, width: float) -> float:
    """Give the height of a text in points, at a size and within a width in points."""
    letters = max(int(width / (points * _LETTER)), 1)
    lines = sum(max(len(wrap(part, letters)), 1) for part in text.split("\n"))
    return lines * points * _LEADING


def line_height(line: str) -> float:
    """Give the height of one sentence of a list, with the gap to the next."""
    return text_height(line, LINE, INNER - 30) + _GAP


def row_height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Give the height of a row of a table, whose columns have these shares of the width."""
    shares = [INNER * width / sum(widths) - _CELL_PADDING for width in widths]
    cells = zip(row, shares, strict=True)
    return max(text_height(cell, TABLE, width) for cell, width in cells) + _CELL_PADDING


def sides_points(sides: PairBody) -> tuple[int, int, int]:
    """Give the sizes of summaries, of the documents' words, and of what stands between, the largest that fit."""
    return next((sizes for sizes in _SIDES if _sides_height(sides, *sizes) <= BODY_HEIGHT), _SIDES[-1])


def _sides_height(sides: PairBody, summary: int, excerpt: int, between: int) -> float:
    """Give the height of two cards beside one another and of what stands below them."""
    width = INNER / 2 - _CARD_PADDING
    cards = [
        text_height(said.summary, summary, width)
        + text_height(said.excerpt, excerpt, width - 20)
        + text_height(said.lead, SIDE, width)
        + text_height(said.place, SIDE, width)
        for said in (sides.earlier, sides.later)
    ]
    return max(cards) + _CARD_PADDING + sum(text_height(words, between, INNER) + _GAP for words in sides.between)


def paginate(items: Iterable[T], height: Callable[[T], float], room: float = BODY_HEIGHT) -> list[tuple[T, ...]]:
    """Spread items in their order over as few slides as have room for them, and over these as evenly as may be."""
    heights = [(item, height(item)) for item in items]
    slides = len(_packed(heights, room))
    rooms = (room * share / _STEPS for share in range(1, _STEPS + 1))
    return next(paginate for some in rooms if len(paginate := _packed(heights, some)) == slides)


def _packed(items: Iterable[tuple[T, float]], room: float) -> list[tuple[T, ...]]:
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


def split_text(text: str, points: int, width: float, room: float = BODY_HEIGHT) -> list[str]:
    """Break a text that is too high for a slide into parts that are not, between words; put together they are it."""
    letters = max(int(width / (points * _LETTER)), 1)
    lines = wrap(text, letters, drop_whitespace=False, replace_whitespace=False, break_on_hyphens=False)
    most = max(int(room / (points * _LEADING)), 1)
    return ["".join(lines[first : first + most]) for first in range(0, len(lines), most)] or [text]
