"""Marks with labels of one or more lines, packed into rows so that nothing overlaps and nothing is cut off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

CHARACTER = 6.9
"""The room, in pixels, that one character of a label takes at most on average."""

LINE = 16
_NEXT_LINE = 23  # more than a line is high, so that the labels of two rows are told apart
BAR = 12
GAP = 6.0
_PADDING = 4


@dataclass(frozen=True)
class LabelledMark:
    """A mark from `left` to `right`, with the lines of its label outside it, in pixels of the narrowest chart."""

    full_id: str
    left: float
    right: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The place half way along the mark."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its label, which stands beside the mark or `above` it, and begins from its `anchor` side."""

    mark: LabelledMark
    anchor: str
    above: bool = False
    y: float = 0

    @property
    def x(self) -> float:
        """The end of the mark that the label is written from; beside the mark it keeps a gap."""
        return self.mark.right if (self.anchor == "left") != self.above else self.mark.left

    @property
    def extent(self) -> tuple[float, float]:
        """What mark and label take up from left to right."""
        width, gap = text_width(self.mark.lines), 0 if self.above else GAP
        begins = self.x + gap if self.anchor == "left" else self.x - gap - width
        return min(begins, self.mark.left), max(begins + width, self.mark.right)

    @property
    def height(self) -> float:
        """What mark and label take up from top to bottom."""
        text = LINE + _NEXT_LINE * (len(self.mark.lines) - 1)
        return _PADDING + text + (BAR if self.above else 0)


def pack_labels(marks: Iterable[LabelledMark], width: float) -> tuple[list[PlacedMark], float]:
    """Put marks into as few rows as their labels allow; return them with the height that they need.

    Each gets a `y`, the middle of the mark, counted downwards from the top of the first row.
    """
    rows: list[list[PlacedMark]] = []
    for mark in marks:
        options = _label_options(mark, width)
        with_room = ((row, option) for row in rows for option in options if _has_room(row, option))
        row, option = next(with_room, ([], options[0]))
        if not row:
            rows.append(row)
        row.append(option)
    placed, top = [], 0.0
    for row in rows:
        height = max(one.height for one in row)
        for one in row:
            middle = height - (_PADDING + BAR) / 2 if one.above else height / 2
            placed.append(replace(one, y=top + middle))
        top += height
    return placed, top


def _label_options(mark: LabelledMark, width: float) -> list[PlacedMark]:
    """Return the ways to label a mark: on its right, on its left, or above it where neither has room."""
    needed = text_width(mark.lines) + GAP
    sides = (("left", width - mark.right), ("right", mark.left))
    beside = [PlacedMark(mark, anchor) for anchor, room in sides if room >= needed]
    # Above it, the label runs to the side that has more room.
    return beside or [PlacedMark(mark, "left" if width - mark.left >= mark.right else "right", above=True)]


def _has_room(row: list[PlacedMark], option: PlacedMark) -> bool:
    if option.above or any(other.above for other in row):
        return False
    left, right = option.extent
    return all(right + GAP <= other.extent[0] or other.extent[1] + GAP <= left for other in row)


def text_width(lines: Iterable[str]) -> float:
    """Return the room in pixels that the lines of a label take from left to right."""
    return max(map(len, lines)) * CHARACTER
