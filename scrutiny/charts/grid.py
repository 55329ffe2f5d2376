"""A grid whose cells are filled with marks, line by line: what the pictures with rows and columns share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style

Heading = tuple[str, ...]
_LINE = 1.35  # how high a line of a heading is, of its letters
_ABOVE = 14
_APART = 24  # how far marks are apart on a page at least, in pixels
_LETTER = 7


def share_width(width: float, columns: float, most: int | None = None) -> style.Scale:
    """Return the scale of a page in which columns have room for the marks and letters that fit their share of a width.

    `width` is in pixels, `columns` how many share it, as columns of full width; `most` is how many marks stand in a
    line at most.
    """
    share = width / max(columns, 1)
    across = max(int(share / _APART), 1)
    return replace(style.PAGE, across=min(across, most or across), column=max(int(share / _LETTER), 10))


def places_in(order: Iterable[str], values: pd.Series) -> pd.Series:
    """Return the place of each value in an order that has it, counted from 0."""
    return values.astype("str").map({str(one): nth for nth, one in enumerate(order)}).astype(int)


def fill_cells(
    marks: pd.DataFrame,
    rows: int,
    *,
    across: int | Sequence[int],
    room: float,
    least: float = 1,
    firsts: Sequence[float] = (),
) -> tuple[pd.DataFrame, list[float]]:
    """Fill the cells of a grid; return the marks with their places, and the height of each row in lines.

    `marks` have a row and a column, counted from 0, and come in the order in which each cell is to be filled.
    `across` is how many marks stand in one line, of all columns or of each; `room` what a row needs beside its lines,
    which are `least` or more. The marks get x and y, in the middle of the row. `firsts` are where the first mark of
    each column stands, with the next ones 1 apart; without them, marks share a column of the width 1.
    """
    cells = marks.groupby(["row", "column"])
    nth = cells.cumcount()
    size = cells["row"].transform("size")
    most = across if isinstance(across, int) else marks["column"].map(dict(enumerate(across)))
    line = nth // most
    lines = (size - 1) // most + 1
    heights = lines.groupby(marks["row"]).max().reindex(range(rows), fill_value=1).clip(lower=least) + room
    tops = marks["row"].map(heights.cumsum() - heights)
    x = (nth % most + 0.5) / most + marks["column"]
    if firsts:
        x = nth % most + marks["column"].map(dict(enumerate(firsts)))
    return marks.assign(x=x, y=tops + (marks["row"].map(heights) - lines) / 2 + line + 0.5), heights.tolist()


def draw_grid(
    heights: list[float],
    *,
    labels: list[str],
    headings: list[Heading],
    head: int,
    scale: style.Scale,
    edges: list[float] | None = None,
    letters: Sequence[int] = (),
) -> go.Figure:
    """Draw an empty grid: rows of these heights with their labels, columns with their headings.

    `labels` are ready for Plotly; the lines of `headings` are plain text, the first of each bold; `head` is the
    room for them in pixels; the rest is in lines of the scale. `edges` are where columns begin and end, if they are
    not all of the width 1, `letters` after how many letters the headings of each break, if not all as the scale says.
    """
    tops = [0.0, *accumulate(heights)]
    edges = edges or [float(place) for place in range(len(headings) + 1)]
    figure = style.figure(height=round(scale.line * tops[-1]) + head, scale=scale)
    style.add_shapes(figure, [*(style.grid_line(y=top) for top in tops), *(style.grid_line(x=edge) for edge in edges)])
    above = {"y": 0, "yshift": 6, "yanchor": "bottom", "align": "center", "font": {"size": scale.small_text}}
    style.add_notes(
        figure,
        (
            above | {"x": (left + right) / 2, "text": "<br>".join(heading_lines(heading, scale, width))}
            for heading, width, (left, right) in zip(
                headings, letters or [scale.column] * len(headings), pairwise(edges), strict=True
            )
        ),
    )
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=False)]
    figure.update_xaxes(range=[0, max(edges[-1], 1)], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(range=[tops[-1], 0], showgrid=False, zeroline=False)
    style.label_rows(figure, middles, labels, scale=scale)
    figure.update_layout(margin_t=head - 8)
    return figure


def head_height(headings: list[Heading], scale: style.Scale) -> int:
    """Return the room in pixels that headings need above their columns."""
    lines = max((len(heading_lines(heading, scale)) for heading in headings), default=0)
    return round(lines * scale.small_text * _LINE) + _ABOVE


def heading_lines(heading: Heading, scale: style.Scale, letters: int = 0) -> list[str]:
    """Break a heading into the lines, of so many letters if not as the scale says, over its column for Plotly."""
    name, *further = heading
    letters = letters or scale.column
    bold = [f"<b>{line}</b>" for line in style.wrap_label(name, letters - 2, 3).split("<br>")]
    return [*bold, *(line for text in further for line in style.wrap_label(text, letters).split("<br>"))]
