"""How charts look: the one place, besides the theme file, that names colours, shapes and sizes."""

from html import escape
from textwrap import wrap
from typing import Final

import plotly.graph_objects as go

from scrutiny.register.vocabulary import EntryKind

COLOURS: Final = {
    EntryKind.CONCERN: "#c2611f",
    EntryKind.STRENGTH: "#3b82c4",
    EntryKind.COMMITMENT: "#9166cc",
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
LINE: Final = "#7d828a"
ON_MARK: Final = "#ffffff"
MARK_SIZE: Final = 20
TEXT_SIZE: Final = 16
ROW_HEIGHT: Final = 42
LABEL_WIDTH: Final = 24


def shape(kind: EntryKind, hollow: bool) -> str:
    """Give the shape of a mark: hollow for the respondent's own view."""
    return f"{SHAPES[kind]}-open" if hollow else SHAPES[kind]


def plain(text: str) -> str:
    """Escape text on its way to Plotly, which reads a subset of HTML in labels and hover texts."""
    return escape(text, quote=False)


def label(text: str) -> str:
    """Give a label of an axis, on two lines if it is long, so that a phone has room for the marks."""
    return "<br>".join(plain(line) for line in wrap(text, LABEL_WIDTH))


def figure(height: int) -> go.Figure:
    """Begin a figure without background, legend, menus or zoom, so that light and dark pages can carry it."""
    return go.Figure(
        layout=go.Layout(
            height=height,
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            showlegend=False,
            dragmode=False,
            hovermode="closest",
            clickmode="event+select",
            font={"size": TEXT_SIZE},
            xaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": TEXT_SIZE}},
            yaxis={"fixedrange": True, "automargin": True, "tickfont": {"size": TEXT_SIZE}},
        )
    )
