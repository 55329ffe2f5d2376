"""The plain text of a PDF: its lines as they stand on the page, and its tables and boxes by the rules drawn on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

_GAP = 1.3
"""Lines so many times further apart than those of one paragraph begin another."""
_THIN = 3.0
"""What is no wider than this, in points, is a rule; rules no further apart meet."""
_SHORTEST_RULE = 8.0
_MOST_RULES = 800
"""A page with more rules than this is a drawing or a map, in which none frames a text."""


@dataclass(slots=True)
class _Line:
    """A line of a page, or a whole table: its text, and where it stands."""

    text: str
    left: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Rule:
    """A straight line that is drawn on a page, or what several of them enclose."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_upright(self) -> bool:
        return self.right - self.left <= _THIN

    def meets(self, other: "_Rule") -> bool:
        return (
            self.left <= other.right + _THIN
            and other.left <= self.right + _THIN
            and self.bottom <= other.top + _THIN
            and other.bottom <= self.top + _THIN
        )

    def holds(self, line: _Line) -> bool:
        return self.left <= line.left <= self.right and self.bottom - _THIN <= line.bottom <= self.top


def text_of_pdf(path: Path) -> str:
    """Read a PDF as plain text, a form feed between its pages; ValueError says why it cannot be."""
    import pypdfium2  # noqa: PLC0415  # a program that reads no PDF does without

    try:
        with pypdfium2.PdfDocument(path) as document:
            pages = [_lines_of_page(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"is not a PDF that can be read: {error}") from error
    # a letter of short paragraphs has few lines that stand together: those are the nearest
    steps = sorted(step for lines in pages for step in _steps(lines) if step > 0)
    usual = steps[len(steps) // 4] if steps else 0
    return "\f".join(_text_of_page(lines, _GAP * usual) for lines in pages)


def _lines_of_page(page: Any) -> list[_Line]:
    """Return the lines of a page, with those in a frame where the frame stands."""
    text = page.get_textpage()
    lines, start = [], 0
    for line in text.get_text_range().split("\r\n"):
        inked = next((start + index for index, letter in enumerate(line) if not letter.isspace()), None)
        if inked is not None:
            left, bottom, _, _ = text.get_charbox(inked, loose=True)
            whole = line.rstrip("\x02\ufffe") + ("-" if line.endswith(("\x02", "\ufffe")) else "")
            lines.append(_Line(whole, left, bottom))
        start += len(line) + 2
    for rules in _frames(page):
        lines = _with_frame(lines, rules, text)
    return lines


def _with_frame(lines: list[_Line], rules: list[_Rule], text: Any) -> list[_Line]:
    """Put what stands in a frame where it stands on the page; a table becomes rows of cells."""
    frame = _Rule(
        min(rule.left for rule in rules),
        min(rule.bottom for rule in rules),
        max(rule.right for rule in rules),
        max(rule.top for rule in rules),
    )
    within = [line for line in lines if frame.holds(line)]
    if not within:
        return lines
    rows = [" | ".join(row) for row in _rows(frame, rules, text)]
    if any("|" in row for row in rows):
        within = [_Line("\n".join(rows), frame.left, frame.bottom)]
    within[0].text = "\n" + within[0].text
    within[-1].text += "\n"
    others = [line for line in lines if not frame.holds(line)]
    place = _place_of(frame, others)
    return [*others[:place], *within, *others[place:]]


def _place_of(frame: _Rule, lines: list[_Line]) -> int:
    """Return before which line a frame belongs: after the nearest above it in its column, or else before one below."""
    near = [
        (line.bottom - frame.top, index)
        for index, line in enumerate(lines)
        if frame.left - 2 * _THIN <= line.left <= frame.right
    ]
    above, below = [one for one in near if one[0] >= 0], [one for one in near if one[0] < 0]
    return min(above)[1] + 1 if above else max(below)[1] if below else len(lines)


def _frames(page: Any) -> Iterator[list[_Rule]]:
    """Yield the rules of each table or box of a page: those that meet, two of them level and two upright."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH  # noqa: PLC0415

    drawn = page.get_objects(filter=[FPDF_PAGEOBJ_PATH])
    rules = list(islice((rule for path in drawn for rule in _rules(*path.get_bounds())), _MOST_RULES + 1))
    frames: list[list[_Rule]] = []
    for rule in rules if len(rules) <= _MOST_RULES else ():
        met: list[list[_Rule]] = []
        others: list[list[_Rule]] = []
        for frame in frames:
            (met if any(rule.meets(other) for other in frame) else others).append(frame)
        frames = [*others, [rule, *(one for frame in met for one in frame)]]
    for frame in frames:
        upright = sum(rule.is_upright for rule in frame)
        if upright > 1 and len(frame) - upright > 1:
            yield frame


def _rules(left: float, bottom: float, right: float, top: float) -> Iterator[_Rule]:
    """Yield a rule, or the four edges of a box."""
    wide, high = right - left, top - bottom
    if min(wide, high) > _THIN:
        yield from (_Rule(left, edge, right, edge) for edge in (bottom, top))
        yield from (_Rule(edge, bottom, edge, top) for edge in (left, right))
    elif max(wide, high) >= _SHORTEST_RULE:
        yield _Rule(left, bottom, right, top)


def _rows(frame: _Rule, rules: list[_Rule], text: Any) -> Iterator[list[str]]:
    """Yield the rows of a table, each as its cells; a rule between two cells may stand in some rows only."""
    level = sorted({round(rule.bottom) for rule in rules if not rule.is_upright}, reverse=True)
    for top, bottom in pairwise(level):
        if top - bottom > _THIN:
            middle = (top + bottom) / 2
            upright = sorted(rule.left for rule in rules if rule.is_upright and rule.bottom <= middle <= rule.top)
            ends = [*upright[1:], frame.right + 2 * _THIN]
            edges = [edge for edge, end in zip(upright, ends, strict=False) if end - edge > _THIN]
            cells = (text.get_text_bounded(left, bottom, right, top + 1) for left, right in pairwise(edges))
            yield [" ".join(cell.split()) for cell in cells]


def _steps(lines: list[_Line]) -> list[float]:
    return [earlier.bottom - later.bottom for earlier, later in pairwise(lines)]


def _text_of_page(lines: list[_Line], gap: float) -> str:
    """Join the lines of a page, with an empty line where they stand further apart, or in another column."""
    gaps = ["", *("\n" if step < 0 or step > gap else "" for step in _steps(lines))]
    return "\n".join(empty + line.text for empty, line in zip(gaps, lines, strict=False))
