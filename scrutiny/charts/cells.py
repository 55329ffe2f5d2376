"""A grid whose cells are filled with marks, line by line: what the pictures with rows and columns share."""

from itertools import accumulate

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style

Heading = tuple[str, ...]


def filled(marks: pd.DataFrame, rows: int, *, across: int, room: float) -> tuple[pd.DataFrame, list[float]]:
    """Fill the cells of a grid, and give each row its height in lines.

    `marks` have a row and a column, counted from 0, and come in the order in which each cell is to be filled.
    `across` is how many marks stand in one line, `room` what a row needs beside its lines. Gives the marks with x,
    `line` (which line of its cell, from 0), `lines` (how many the cell has), and `top` and `height` of the row.
    """
    cells = marks.groupby(["row", "column"])
    nth = cells.cumcount()
    lines = (cells["row"].transform("size") - 1) // across + 1
    heights = lines.groupby(marks["row"]).max().reindex(range(rows), fill_value=1) + room
    x = marks["column"] + (nth % across + 1) / (across + 1)
    placed = marks.assign(
        x=x,
        line=nth // across,
        lines=lines,
        top=marks["row"].map(heights.cumsum() - heights),
        height=marks["row"].map(heights),
    )
    return placed, heights.tolist()


def grid(heights: list[float], *, labels: list[str], headings: list[Heading], head: int) -> go.Figure:
    """Draw an empty grid: rows of these heights with their labels, columns with their headings.

    `labels` are ready for Plotly; the lines of `headings` are plain text, the first of each bold; `head` is the
    room for them in pixels.
    """
    tops = [0.0, *accumulate(heights)]
    figure = style.figure(height=round(style.LINE_HEIGHT * tops[-1]) + head)
    for top in tops:
        figure.add_hline(y=top, line={"width": 1, "color": style.GRID})
    for place in range(len(headings) + 1):
        figure.add_vline(x=place, line={"width": 1, "color": style.GRID})
    for place, (name, *further) in enumerate(headings):
        lines = [f"<b>{style.label(name, 20, 3)}</b>", *(style.label(line, 22, 2) for line in further)]
        figure.add_annotation(
            x=place + 0.5, y=0, yshift=6, text="<br>".join(lines), showarrow=False, yanchor="bottom", align="center",
            font_size=style.SMALL_TEXT,
        )  # fmt: skip
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=False)]
    figure.update_xaxes(range=[0, max(len(headings), 1)], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(
        range=[tops[-1], 0], showgrid=False, zeroline=False, ticklabelstandoff=8, tickvals=middles, ticktext=labels
    )
    figure.update_layout(margin_t=head - 8)
    return figure
