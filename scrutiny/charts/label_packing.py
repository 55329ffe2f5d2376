"""Marks with labels beside them, packed into rows so that nothing overlaps and nothing is cut off."""

from collections.abc import Iterable, Sequence
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
    """A mark with its label: `lines` beside the mark or `above` it, from the label's `anchor` side."""

    mark: LabelledMark
    lines: tuple[str, ...]
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
        width = text_width(self.lines)
        gap = 0 if self.above else GAP
        begins = self.x + gap if self.anchor == "left" else self.x - gap - width
        return min(begins, self.mark.left), max(begins + width, self.mark.right)

    @property
    def height(self) -> float:
        """What mark and label take up from top to bottom."""
        lines = len(self.lines) * LINE
        return _PADDING + (lines + BAR if self.above else max(lines, BAR))


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
    """Return the lowest ways to label a mark: on its right, on its left, or above it where neither has room."""
    together = text_width((", ".join(mark.texts),))
    beside = [
        PlacedMark(mark, _wrapped(mark.texts, room), anchor)
        for anchor, room in (("left", width - mark.right - GAP), ("right", mark.left - GAP))
        if room >= _LEAST_ROOM or together <= room
    ]
    # Above it, the label runs to the side that has more room.
    anchor, room = ("left", width - mark.left) if width - mark.left >= mark.right else ("right", mark.right)
    above = PlacedMark(mark, _wrapped(mark.texts, room), anchor, above=True)
    lowest = min((option.height for option in beside), default=float("inf"))
    # A label above its mark is further from what it names, so it must save half a line at least.
    return [option for option in beside if option.height == lowest] if lowest < above.height + LINE / 2 else [above]


def _has_room(row: list[PlacedMark], option: PlacedMark) -> bool:
    if option.above or any(other.above for other in row):
        return False
    left, right = option.extent
    return all(right + GAP <= other.extent[0] or other.extent[1] + GAP <= left for other in row)


def _wrapped(texts: tuple[str, ...], room: float) -> tuple[str, ...]:
    """Write texts on one line, if there is room, or else each on lines of its own."""
    together = ", ".join(texts)
    if text_width((together,)) <= room:
        return (together,)
    return tuple(line for text in texts for line in wrap(text, max(int(room / CHARACTER), 1)))


def text_width(lines: Sequence[str]) -> float:
    """Return the room in pixels that lines take from left to right."""
    return max(map(len, lines)) * CHARACTER
