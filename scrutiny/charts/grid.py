"""A grid whose cells are filled with marks, line by line: what the pictures with rows and columns share."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style

Heading = tuple[str, ...]
Cell = tuple[int, int]


def fill_cells(marks: pd.DataFrame, rows: int, *, across: int, room: float) -> tuple[pd.DataFrame, list[float]]:
    """Fill the cells of a grid; return the marks with their places, and the height of each row in lines.

    `marks` have a row and a column, counted from 0, and come in the order in which each cell is to be filled.
    `across` is how many marks stand in one line, `room` what a row needs beside its lines. The marks get x and y, in
    the middle of the row.
    """
    cells = marks.groupby(["row", "column"])
    nth = cells.cumcount()
    line = nth // across
    lines = (cells["row"].transform("size") - 1) // across + 1
    heights = lines.groupby(marks["row"]).max().reindex(range(rows), fill_value=1) + room
    top = marks["row"].map(heights.cumsum() - heights)
    placed = marks.assign(
        x=marks["column"] + (nth % across + 1) / (across + 1),
        y=top + (marks["row"].map(heights) - lines) / 2 + line + 0.5,
    )
    return placed, heights.tolist()


def fill_columns(
    marks: pd.DataFrame,
    after: Mapping[Cell, int],
    rows: int,
    *,
    across: Sequence[int],
    edge: float,
    least: float,
    room: float,
) -> tuple[pd.DataFrame, dict[Cell, tuple[float, float]], list[float]]:
    """Fill the cells of a grid whose columns differ in width, and leave places after the marks of some.

    `marks` are as in `fill_cells`. `across` is how many places each column has beside each other, `edge` what it has
    beside them, of the width of one; `after` says how many places are wanted after the marks of a cell, for a number.
    Return the marks with x and y, where the places after them begin, and the height of each row in lines, which is
    `least` or more, and `room`.
    """
    lefts = [0.0, *accumulate(places + edge for places in across)]
    sizes: dict[Cell, int] = marks.groupby(["row", "column"]).size().to_dict()
    ends: dict[Cell, tuple[int, int]] = {}
    for (row, column), wanted in after.items():
        line, place = divmod(sizes.get((row, column), 0), across[column])
        too_far = place and place + wanted > across[column]
        ends[row, column] = (line + 1, 0) if too_far else (line, place)
    lines = {cell: ends[cell][0] + 1 if cell in ends else -(-size // across[cell[1]]) for cell, size in sizes.items()}
    lines |= {cell: line + 1 for cell, (line, _) in ends.items()}
    heights = [max([least, *(number for (of, _), number in lines.items() if of == row)]) + room for row in range(rows)]
    tops = [0.0, *accumulate(heights)]

    def place_of(cell: Cell, line: int, place: int) -> tuple[float, float]:
        row, column = cell
        return lefts[column] + (edge + 1) / 2 + place, tops[row] + (heights[row] - lines[cell]) / 2 + line + 0.5

    nth = marks.groupby(["row", "column"]).cumcount()
    places = [
        place_of(cell, *divmod(number, across[cell[1]]))
        for cell, number in zip(zip(marks["row"], marks["column"], strict=True), nth, strict=True)
    ]
    x, y = zip(*places, strict=True) if places else ((), ())
    return marks.assign(x=list(x), y=list(y)), {cell: place_of(cell, *end) for cell, end in ends.items()}, heights


def draw_grid(
    heights: list[float],
    *,
    labels: list[str],
    headings: list[Heading],
    head: int,
    scale: style.Scale,
    edges: list[float] | None = None,
    letters: Sequence[int] = (),
    reach: float = 1,
) -> go.Figure:
    """Draw an empty grid: rows of these heights with their labels, columns with their headings.

    `labels` are ready for Plotly; the lines of `headings` are plain text, the first of each bold; `head` is the
    room for them in pixels; the rest is in lines of the scale. `edges` are where columns begin and end, if they are
    not all of the width 1, `letters` after how many letters the headings of each break, if not all as the scale says.
    The grid is at least as wide as `reach`.
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
    figure.update_xaxes(range=[0, max(edges[-1], reach)], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(range=[tops[-1], 0], showgrid=False, zeroline=False)
    style.label_rows(figure, middles, labels, scale=scale)
    figure.update_layout(margin_t=head - 8)
    return figure


def heading_lines(heading: Heading, scale: style.Scale, letters: int = 0) -> list[str]:
    """Break a heading into the lines, of so many letters if not as the scale says, over its column for Plotly."""
    name, *further = heading
    letters = letters or scale.column
    bold = [f"<b>{line}</b>" for line in style.wrap_label(name, letters - 2, 3).split("<br>")]
    return [*bold, *(line for text in further for line in style.wrap_label(text, letters, 2).split("<br>"))]
