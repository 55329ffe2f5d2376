"""From plain text to blocks: what a reader of the page takes for one paragraph, item, heading or row of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scrutiny.register.landmarks import (
    ANNEX,
    ASK,
    CLOSE,
    END,
    ITEM,
    LONGEST_LINE,
    NOTES,
    NUMBER_AND_TEXT,
    PLAIN_NOTES,
    SALUTATION,
    SUBJECT,
    bare,
    beside_the_text,
)
from scrutiny.register.places import Place

LONGEST_WRAPPED = 160
"""With a line of more letters than this, lines are not wrapped: each is a block."""

_LINE_END = re.compile("\r\n?|[\v\x85\u2028\u2029]")
_GAP = re.compile(r"\t+|\s{3,}")
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?\s+")
_RULING = re.compile(r"[\s|:+=-]*")
_ENDS_A_SENTENCE = re.compile(r"[.?!:;…][”’\"')\]\d¹²³⁴-⁹]*\Z")


@dataclass(slots=True)
class Block:
    """A block of a document: its text, and its place or the reason why it has none.

    A row of a table has its numbers (table, row) until it has a place.
    """

    text: str
    place: Place | None = None
    reason: str = ""
    row: tuple[int, int] | None = None

    @property
    def plain(self) -> str:
        """Its text as it is compared with the lines that part a letter; empty where it can be none of them."""
        return "" if self.row or len(self.text) > LONGEST_LINE else bare(self.text)

    @property
    def is_open(self) -> bool:
        """Whether nothing is said of it yet."""
        return not (self.place or self.reason)


def split_text(text: str) -> list[Block]:
    """Split a text where empty lines, the layout of its lines, and its tables part it."""
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", _LINE_END.sub("\n", text).replace("\f", "\n\n"))]
    groups = [lines for group in groups if (lines := [line.strip(" \u00a0") for line in group if line.strip()])]
    groups = _joined_tables(groups)
    breaks = [pair for group in groups for pair in pairwise(group) if not _stands_alone(pair[0])]
    is_wrapped = max(map(len, (line for group in groups for line in group)), default=0) <= LONGEST_WRAPPED and any(
        later[0].islower() and not ITEM.match(later) and not _ENDS_A_SENTENCE.search(earlier[-LONGEST_LINE:])
        for earlier, later in breaks
    )
    lengths = sorted(len(earlier) for earlier, _ in breaks)
    width = lengths[len(lengths) * 9 // 10] if is_wrapped else 0
    return list(_pieces(groups, width))


def _joined_tables(groups: list[list[str]]) -> list[list[str]]:
    """Put together the rows of a table that stand apart: lines of as many cells, parted by bars or tabs."""
    joined: list[list[str]] = []
    for group in groups:
        above = joined[-1][-1] if joined else ""
        is_row = ("|" in above or "\t" in above) and _has_two_texts(_cells(above))
        if is_row and all(line.count(sign) == above.count(sign) for line in group for sign in "|\t"):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _has_two_texts(cells: list[str]) -> bool:
    """Whether more than one cell has a text: an indented line has an empty cell and one text."""
    return len([cell for cell in cells if cell.strip()]) > 1


def _pieces(groups: list[list[str]], width: int) -> Iterator[Block]:
    table = 0
    for group in groups:
        rows = _rows(group)
        row = 0
        lines: list[str] = []
        for line, is_row in zip(group, rows, strict=True):
            if not is_row:
                row = 0
                if lines and _is_parted(lines[-1], line, width):
                    yield Block("\n".join(lines))
                    lines = []
                lines += [line.strip()]
                continue
            if lines:
                yield Block("\n".join(lines))
                lines = []
            if _is_ruling(line):
                continue
            table, row = (table + 1, 1) if row == 0 else (table, row + 1)
            yield Block(" | ".join(_cells(line)), row=(table, row))
        if lines:
            yield Block("\n".join(lines))


def _is_parted(earlier: str, later: str, width: int) -> bool:
    """Whether a new block begins with a line; width 0: lines are not wrapped."""
    if not width or _stands_alone(earlier) or _stands_alone(later) or ITEM.match(later) or NUMBER_AND_TEXT.match(later):
        return True
    # Had the lines been one paragraph, the next word would have stood on the earlier.
    room = width * (0.92 if _ENDS_A_SENTENCE.search(earlier[-LONGEST_LINE:]) else 0.75)
    return not later[0].islower() and len(earlier) + 1 + len(later.split(maxsplit=1)[0]) < room


def _stands_alone(line: str) -> bool:
    """Whether a line is a landmark of a letter, a page number or the like, and no part of a paragraph."""
    if len(line) > LONGEST_LINE:
        return False
    plain = bare(line)
    landmarks = (SALUTATION, CLOSE, NOTES, PLAIN_NOTES, END, ANNEX, SUBJECT, ASK)
    return bool(beside_the_text(line)) or any(landmark.fullmatch(plain) for landmark in landmarks)


def _rows(lines: list[str]) -> list[bool]:
    """Say which lines are rows of a table: at least two, one below the other, of as many cells."""
    numbers = [0 if _is_ruling(line) else len(_cells(line)) for line in lines]
    found = [False] * len(lines)
    for index, (earlier, later) in enumerate(pairwise(numbers)):
        if (earlier > 1 or later > 1) and (earlier == later or 0 in (earlier, later)):
            found[index] = found[index + 1] = True
    is_table = any(_has_two_texts(_cells(line)) for line, is_row in zip(lines, found, strict=True) if is_row)
    return found if is_table else [False] * len(lines)


def _is_ruling(line: str) -> bool:
    return "|" in line and bool(_RULING.fullmatch(line))


def _cells(line: str) -> list[str]:
    """Return the cells of a line; one if it is none of a table. A mark or a number before a text is no cell."""
    is_foot = "page" in line.lower() and beside_the_text(line)  # “Page | 2”
    if "|" in line and not is_foot:
        return [cell.strip() for cell in line.strip("|").split("|")]
    marked = ITEM.match(line) or _NUMBER.match(line)
    start = marked.end() if marked else 0
    first, *others = _GAP.split(line[start:])
    return [line[:start] + first, *others]
