"""How charts look: the one place, besides the theme file, that names colours, shapes and sizes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any, Final

import plotly.graph_objects as go

from scrutiny.register.vocabulary import EntryKind

_LOOKS: Final = {
    EntryKind.CONCERN: ("#b1561a", "square", "■□"),
    EntryKind.STRENGTH: ("#3277a8", "circle", "●○"),
    EntryKind.COMMITMENT: ("#8f3fd0", "diamond", "◆◇"),
    EntryKind.NEED: ("#8f3fd0", "pentagon", "⬟⬠"),
    EntryKind.ACTION: ("#70757d", "triangle-up", "▲△"),
    EntryKind.FIGURE: ("#70757d", "hexagon", "⬢⬡"),
    EntryKind.RECOMMENDATION: ("#70757d", "cross", "✚✛"),
    EntryKind.EVENT: ("#70757d", "star", "★☆"),
}
COLOURS: Final = {kind: colour for kind, (colour, _, _) in _LOOKS.items()}
"""Each is 3:1 or better on the light and on the dark background, and distinct to colour-blind readers.

A need has the colour of commitments and a shape of its own.
"""
SHAPES: Final = {kind: shape for kind, (_, shape, _) in _LOOKS.items()}
GLYPHS: Final = {kind: glyph for kind, (_, _, glyph) in _LOOKS.items()}
"""The shapes as letters, solid and hollow, for marks within a line of text."""

INSPECTION: Final = "#178a80"
CLEAR: Final = "rgba(0,0,0,0)"
CUT: Final = "rgba(112,117,125,0.16)"
LINE: Final = "#70757d"
ON_MARK: Final = "#ffffff"
NOTE: Final = "#2b3038"
INK: Final = "#0b0c0c"
PAPER: Final = "#ffffff"
PANEL: Final = "#f4f3f0"
GRID: Final = "rgba(112,117,125,0.35)"
THIN: Final = {"width": 1, "color": GRID}
LABEL_WIDTH: Final = 28  # the longest theme takes two lines, which a row of marks has room for
LABEL_LINES: Final = 4
_LETTER: Final = 0.52  # how wide a letter is at most on average, of its height
_APART: Final = 8  # how far labels stand from their rows, in pixels
_TAG: Final = re.compile("<[^>]*>")


@dataclass(frozen=True)
class Scale:
    """Sizes of what a picture is made of, in pixels, with how far its labels and cells reach.

    `text` and `small_text` are heights of letters; `mark` and `small_mark` are widths of marks that stand alone and
    of marks that fill a cell, of which `across` stand in a line of the height `line`; `row` is the height of a row of
    single marks; `room` is what a row of cells has beside its lines; `heading` is the height of a line above columns,
    `label_line` that of a line of a label; labels of rows break after `label` characters, the headings of columns
    after `column`.
    """

    text: int
    small_text: int
    mark: int
    small_mark: int
    line: int
    row: int
    room: float
    heading: int
    label_line: int
    across: int
    label: int
    column: int


PAGE: Final = Scale(
    text=16, small_text=14, mark=20, small_mark=18, line=26, row=42,
    room=0.9, heading=28, label_line=26, across=6, label=LABEL_WIDTH, column=22,
)  # fmt: skip


def shape(kind: EntryKind, hollow: bool) -> str:
    """Return the shape of a mark: hollow for the respondent's own view."""
    return f"{SHAPES[kind]}-open" if hollow else SHAPES[kind]


def glyph(kind: EntryKind, hollow: bool) -> str:
    """Return the mark of an entry as a letter: hollow for the respondent's own view."""
    return GLYPHS[kind][hollow]


def escape_label(text: str) -> str:
    """Escape text on its way to Plotly, which reads a subset of HTML in labels."""
    return escape(text, quote=False)


def truncate(text: str, length: int) -> str:
    """Return a text, or its beginning with a sign that more follows; not yet escaped."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def wrap_label(text: str, width: int = LABEL_WIDTH, lines: int = LABEL_LINES) -> str:
    """Return a label for Plotly, on several lines if it is long, so that a phone has room for the marks.

    What does not fit these lines is cut off with a sign; the table under the chart has it whole.
    """
    wrapped = wrap(text, width)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], truncate(f"{wrapped[lines - 1]}…", width)]
    return "<br>".join(map(escape_label, wrapped))


def grid_line(*, x: float | None = None, y: float | None = None) -> dict[str, Any]:
    """Return the shape of a thin line right through a chart: upright at x, or level at y."""
    line = {"type": "line", "line": THIN}
    if x is not None:
        return line | {"x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "y domain"}
    return line | {"y0": y, "y1": y, "x0": 0, "x1": 1, "xref": "x domain"}


def add_shapes(figure: go.Figure, shapes: Iterable[dict[str, Any]]) -> None:
    """Add shapes all at once; where they are added one by one, Plotly goes through all of them each time."""
    figure.layout.shapes = (*figure.layout.shapes, *shapes)


def add_notes(figure: go.Figure, notes: Iterable[dict[str, Any]]) -> None:
    """Add texts without an arrow, all at once as `add_shapes` does."""
    figure.layout.annotations = (*figure.layout.annotations, *({"showarrow": False} | note for note in notes))


def label_rows(figure: go.Figure, places: Iterable[float], labels: Iterable[str], *, scale: Scale = PAGE) -> None:
    """Write labels, ready for Plotly, beside rows."""
    written = list(labels)
    longest = max((len(_TAG.sub("", line)) for text in written for line in text.split("<br>")), default=0)
    figure.update_yaxes(tickvals=list(places), ticktext=written, ticklabelstandoff=_APART)
    # Where labels find too little room, Plotly draws the chart a second time: they get about what they need beforehand.
    figure.update_layout(margin_l=round(longest * scale.text * _LETTER) + _APART)


def figure(height: int, scale: Scale = PAGE) -> go.Figure:
    """Begin a figure without background, legend, menus or zoom, so that light and dark pages can carry it.

    It carries no template: the page lays its own over every chart, and all else is said here.
    """
    return go.Figure(
        layout=go.Layout(
            template="none",
            height=height,
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            paper_bgcolor=CLEAR,
            plot_bgcolor=CLEAR,
            showlegend=False,
            dragmode=False,
            font={"size": scale.text},
            xaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": scale.text}},
            yaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": scale.text}},
        )
    )
