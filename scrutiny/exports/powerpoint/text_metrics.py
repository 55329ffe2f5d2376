"""How much room a text takes, from the widths of Arial's letters, and how to shorten or break what takes too much."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final
from unicodedata import normalize

from scrutiny.charts import style

LEADING: Final = 1.15
"""The height of a line of Arial, as a share of its size."""

_MARK_LEADING: Final = 1.35
"""The same for a line with marks, which stand in a font with higher lines."""

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
_WIDEST: Final = 1.3
_SQUARE: Final = 1.0
_BOLD: Final = 1.09
_CARE: Final = 1.02
"""Programs round and kern in their own ways."""


_WORDS: Final = re.compile(r"\S*\s*")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a text on one line."""
    return sum(map(_letter, text)) * size * _CARE * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def lines(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines at its own line ends, after spaces, or within a word that is wider than the room.

    Spaces and line ends stay, so that the lines joined are the text.
    """
    parts = text.splitlines(keepends=True) or [""]
    return tuple(line for part in parts for line in _wrapped(part, size, room, bold=bold))


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Give the height of a text within a width."""
    broken = lines(text, size, room, bold=bold)
    return size * sum(LEADING if _GLYPHS.isdisjoint(line) else _MARK_LEADING for line in broken)


def clip(text: str, size: float, room: float, most: int, *, bold: bool = False) -> str:
    """Shorten a text that takes more than so many lines, visibly."""
    first = lines(text, size, room, bold=bold)
    if len(first) <= most:
        return text
    kept = "".join(first[:most]).rstrip()
    while len(lines(f"{kept} …", size, room, bold=bold)) > most:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept} …"


def parts(text: str, size: float, room: float, most: int) -> list[str]:
    """Break a text into parts of so many lines at most."""
    every = lines(text, size, room)
    return ["".join(every[first : first + most]).strip() for first in range(0, len(every), most)]


def shares(widths: Sequence[int], whole: float) -> list[float]:
    """Divide a width in these proportions."""
    return [whole * part / sum(widths) for part in widths]


def _wrapped(part: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break a part without line ends of its own."""
    broken: list[str] = []
    line, used = "", 0.0
    for word in _WORDS.findall(part):
        if used + width(word.rstrip(), size, bold=bold) <= room:
            line, used = line + word, used + width(word, size, bold=bold)
            continue
        *full, rest = _pieces(word, size, room, bold=bold)
        broken += ([line] if line else []) + full
        line, used = rest, width(rest, size, bold=bold)
    return [*broken, line]


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break a word into pieces that are no wider than the room, of one letter at least."""
    pieces, used = [""], 0.0
    for letter in word:
        wide = width(letter.rstrip(), size, bold=bold)
        if pieces[-1] and used + wide > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += wide
    return pieces


@cache
def _letter(letter: str) -> float:
    """Give the width of a letter as a share of the size: what is not known counts as square."""
    base = normalize("NFD", letter)[0]
    return _WIDTHS.get(base, _SQUARE if base <= "\uffff" else _WIDEST)
