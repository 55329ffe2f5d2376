"""How charts look: the one place, besides the theme file, that names colours, shapes and sizes."""

from html import escape
from textwrap import wrap
from typing import Final

import plotly.graph_objects as go

from scrutiny.register.vocabulary import EntryKind

COLOURS: Final = {
    EntryKind.CONCERN: "#c2611f",
    EntryKind.STRENGTH: "#4a93cf",
    EntryKind.COMMITMENT: "#8f3fd0",
    EntryKind.ACTION: "#7d828a",
    EntryKind.FIGURE: "#7d828a",
    EntryKind.EVENT: "#7d828a",
}
"""Each is 3:1 or better on the light and on the dark background, and distinct to colour-blind readers."""

SHAPES: Final = {
    EntryKind.CONCERN: "square",
    EntryKind.STRENGTH: "circle",
    EntryKind.COMMITMENT: "diamond",
    EntryKind.ACTION: "triangle-up",
    EntryKind.FIGURE: "hexagon",
    EntryKind.EVENT: "star",
}
INSPECTION: Final = "#178a80"
CLEAR: Final = "rgba(0,0,0,0)"
CUT: Final = "rgba(125,130,138,0.16)"
LINE: Final = "#7d828a"
ON_MARK: Final = "#ffffff"
NOTE: Final = "#2b3038"
GRID: Final = "rgba(125,130,138,0.35)"
MARK_SIZE: Final = 20
SMALL_MARK: Final = 18
LINE_HEIGHT: Final = 26
TEXT_SIZE: Final = 16
SMALL_TEXT: Final = 14
ROW_HEIGHT: Final = 42
LABEL_WIDTH: Final = 24
LABEL_LINES: Final = 4
HOVER_WIDTH: Final = 60
HOVER_LINES: Final = 6


def shape(kind: EntryKind, hollow: bool) -> str:
    """Give the shape of a mark: hollow for the respondent's own view."""
    return f"{SHAPES[kind]}-open" if hollow else SHAPES[kind]


def plain(text: str) -> str:
    """Escape text on its way to Plotly, which reads a subset of HTML in labels and hover texts."""
    return escape(text, quote=False)


def beginning(text: str, length: int) -> str:
    """Give a text, or its beginning with a sign that more follows; not yet escaped."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def label(text: str, width: int = LABEL_WIDTH, lines: int = LABEL_LINES) -> str:
    """Give a label, on several lines if it is long, so that a phone has room for the marks.

    What does not fit these lines is cut off with a sign; the table under the chart has it whole.
    """
    wrapped = wrap(text, width)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], beginning(f"{wrapped[lines - 1]}…", width)]
    return "<br>".join(map(plain, wrapped))


def hover(text: str) -> str:
    """Give a text of the words that show when a mark is pointed at, on lines that a screen has room for."""
    return label(text, HOVER_WIDTH, HOVER_LINES)


def figure(height: int) -> go.Figure:
    """Begin a figure without background, legend, menus or zoom, so that light and dark pages can carry it."""
    return go.Figure(
        layout=go.Layout(
            height=height,
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            paper_bgcolor=CLEAR,
            plot_bgcolor=CLEAR,
            showlegend=False,
            dragmode=False,
            hovermode="closest",
            clickmode="event+select",
            font={"size": TEXT_SIZE},
            hoverlabel={"bgcolor": NOTE, "bordercolor": NOTE, "font": {"color": ON_MARK, "size": 15}, "align": "left"},
            xaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": TEXT_SIZE}},
            yaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": TEXT_SIZE}},
        )
    )
