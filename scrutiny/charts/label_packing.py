"""Marks with labels beside them, packed into rows so that nothing overlaps and nothing is cut off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import wrap

CHARACTER = 7.5
"""The room, in pixels, that one character of a label takes at most on average."""

LINE = 20
BAR = 18
GAP = 6.0
_PADDING = 10
_LEAST_ROOM = 150.0


@dataclass(frozen=True)
class LabelledMark:
    """A mark from `left` to `right`, with texts to be written outside it, in pixels of the narrowest chart."""

    full_id: str
    left: float
    right: float
    texts: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The place half way along the mark."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its label: `lines` beside the mark or `above` it, from the label's `anchor` side.

    `x` is the end of the mark that the label is written from; beside a mark it keeps a gap.
    """

    mark: LabelledMark
    lines: tuple[str, ...]
    anchor: str
    x: float
    above: bool = False
    y: float = 0

    @property
    def extent(self) -> tuple[float, float]:
        """What mark and label take up from left to right."""
        width = _breadth(self.lines)
        gap = 0 if self.above else GAP
        begins = self.x + gap if self.anchor == "left" else self.x - gap - width
        return min(begins, self.mark.left), max(begins + width, self.mark.right)

    @property
    def height(self) -> float:
        """What mark and label take up from top to bottom."""
        lines = len(self.lines) * LINE
        return _PADDING + (lines + BAR if self.above else max(lines, BAR))


def pack_labels(marks: Iterable[LabelledMark], width: float) -> tuple[list[PlacedMark], float]:
    """Put marks into as few rows as their labels allow, and give them with the height that they need.

    Each gets a `y`, the middle of the mark, counted downwards from the top of the first row.
    """
    rows: list[list[PlacedMark]] = []
    for mark in marks:
        options = list(_options(mark, width))
        found = ((row, option) for row in rows for option in options if _fits(row, option))
        row, option = next(found, ([], options[0]))
        if not row:
            rows.append(row)
        row.append(option)
    placed, top = [], 0.0
    for row in rows:
        height = max(option.height for option in row)
        placed += [replace(option, y=top + _middle(option, height)) for option in row]
        top += height
    return placed, top


def _options(mark: LabelledMark, width: float) -> list[PlacedMark]:
    """Give the lowest ways to label a mark: on its right, on its left, or above it where neither has room.

    A label above its mark must be lower by half a line at least, since it is further from what it names.
    """
    sides = [("left", mark.right, width - mark.right - GAP), ("right", mark.left, mark.left - GAP)]
    beside = [
        PlacedMark(mark, _wrapped(mark.texts, room), anchor, x)
        for anchor, x, room in sides
        if room >= _LEAST_ROOM or _breadth((", ".join(mark.texts),)) <= room
    ]
    above = _above(mark, width)
    lowest = min((option.height for option in beside), default=float("inf"))
    return [option for option in beside if option.height == lowest] if lowest < above.height + LINE / 2 else [above]


def _above(mark: LabelledMark, width: float) -> PlacedMark:
    """Label a mark above it, from its left end rightwards or from its right end leftwards."""
    rightwards = width - mark.left >= mark.right
    anchor, x, room = ("left", mark.left, width - mark.left) if rightwards else ("right", mark.right, mark.right)
    return PlacedMark(mark, _wrapped(mark.texts, room), anchor, x, above=True)


def _wrapped(texts: tuple[str, ...], room: float) -> tuple[str, ...]:
    """Write texts on one line, if there is room, or else each on lines of its own."""
    together = ", ".join(texts)
    if _breadth((together,)) <= room:
        return (together,)
    return tuple(line for text in texts for line in wrap(text, max(int(room / CHARACTER), 1)))


def _breadth(lines: tuple[str, ...]) -> float:
    """Give the room that lines take from left to right."""
    return max(map(len, lines)) * CHARACTER


def _fits(row: list[PlacedMark], option: PlacedMark) -> bool:
    """Tell whether a labelled mark overlaps nothing in a row."""
    left, right = option.extent
    free = all(right + GAP <= other.extent[0] or other.extent[1] + GAP <= left for other in row)
    return free and not option.above and not any(other.above for other in row)


def _middle(option: PlacedMark, height: float) -> float:
    """Give the middle of a mark within a row: half way down, or at the bottom under its label."""
    return height - (_PADDING + BAR) / 2 if option.above else height / 2
