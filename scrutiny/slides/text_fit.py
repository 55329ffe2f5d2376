"""How much room texts take, on the screen and in PowerPoint, and how to shorten or spread them.

All lengths are in points and come from the widths of Arial's letters.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import Final, TypeVar
from unicodedata import normalize

from scrutiny.charts import style

LEADING: Final = 1.2
"""The height of a line, as a share of the size of its letters."""

_MARK_LEADING: Final = 1.35  # symbols stand in a font with higher lines
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


def text_height(text: str, points: float, width: float, *, bold: bool = False) -> float:
    """Return the height of a text within a width."""
    lines = wrap_text(text, points, width, bold=bold)
    return points * sum(LEADING if _GLYPHS.isdisjoint(line) else _MARK_LEADING for line in lines)


def shorten_text(text: str, points: float, width: float, most: int, *, bold: bool = False) -> str:
    """Shorten a text that takes more than so many lines, with an ellipsis."""
    lines = wrap_text(text, points, width, bold=bold)
    if len(lines) <= most:
        return text
    kept = "".join(lines[:most]).rstrip()
    while len(wrap_text(f"{kept} …", points, width, bold=bold)) > most:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept} …"


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
