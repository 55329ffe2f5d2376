"""Dated things drawn in lanes on a cut axis: a day as a point, anything longer as a bar, each with its label outside.

Labels are laid out for the narrowest chart, so that nothing overlaps. A document's label only says what it is: the list
beside the chart has all dates, and the names of documents in full.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.timeline import UNKNOWN, Lane
from scrutiny.charts import style
from scrutiny.charts.axis import Axis
from scrutiny.charts.label_packing import BAR, CHARACTER, GAP, LINE, LabelledMark, PlacedMark, pack_labels, text_width
from scrutiny.register.dates import Precision
from scrutiny.register.vocabulary import EntryKind, Scope

WIDTH = 480.0
"""The width of the narrowest chart, in pixels, for which labels are laid out; a wider chart has room to spare."""

_MARGIN = 10
_YEARS_APART = 60
_LANE_LABEL = 11
_LANE_WIDTH = 112
_CUT_LABEL = 28
_LABEL = 28
_INSPECTION_LABEL = 40  # the two lanes of inspections have room for longer lines
_LABEL_LINES = 3
_MARK = 16
_TEXT = 14
_LEAST_BAR = 14.0
_DOUBT = " ?"
_POINTS = (Precision.DAY, UNKNOWN)
_NATIONAL = "N"


def draw_lanes(things: pd.DataFrame, axis: Axis) -> go.Figure:
    """Draw things that have a place on the axis.

    `things` are rows of the frame of `scrutiny.analysis.timeline`, of which lane, label, scope, inspection, precision,
    doubt, held, begins and ends are needed. A span is as long as its date, but long enough to be seen.
    """
    cuts = _cut_labels(axis)
    top = bottom = max((len(lines) * LINE + GAP for _, _, lines in cuts), default=0.0)
    strips: list[tuple[Lane, float, float]] = []
    spots: dict[str, PlacedMark] = {}
    for lane in Lane:
        rows = things[things["lane"] == lane]
        if rows.empty:
            continue
        placed, height = pack_labels([_mark(str(full_id), row, axis) for full_id, row in rows.iterrows()], WIDTH)
        needed = len(wrap(lane.label, _LANE_LABEL)) * LINE + GAP
        shift = bottom + GAP / 2 + max(needed - height, 0) / 2
        spots |= {one.mark.full_id: replace(one, y=one.y + shift) for one in placed}
        below = bottom + max(height, needed) + GAP
        strips.append((lane, bottom, below))
        bottom = below
    figure = style.figure(height=round(bottom) + LINE + 28)
    figure.update_layout(margin={"l": _LANE_WIDTH, "r": 4, "t": LINE + 20, "b": 8})
    _add_axis(figure, axis, strips)
    _add_cuts(figure, cuts, top, bottom)
    _add_things(figure, things, [spots[str(full_id)] for full_id in things.index])
    return figure


def _mark(full_id: str, thing: pd.Series, axis: Axis) -> LabelledMark:
    begins, ends = thing["begins"].date(), thing["ends"].date()
    left, right = axis.place(begins), axis.place(ends + timedelta(days=1))
    if thing["precision"] in _POINTS:
        left, right = left - _MARK / 2, left + _MARK / 2
    elif right - left < _LEAST_BAR:
        left, right = (left + right - _LEAST_BAR) / 2, (left + right + _LEAST_BAR) / 2
    label = str(thing["label"])
    name = label.partition(": ")[0] if thing["lane"] == Lane.DOCUMENTS else label
    letters = _INSPECTION_LABEL if thing["lane"] in {Lane.FIELDWORK, Lane.PUBLICATION} else _LABEL
    national = f"{_NATIONAL} " if thing["scope"] == Scope.NATIONAL else ""
    doubt = _DOUBT if isinstance(thing["doubt"], str) and thing["precision"] != UNKNOWN else ""
    *lines, last = wrap(national + name, letters, max_lines=_LABEL_LINES, placeholder="…")
    return LabelledMark(full_id, left, right, (*lines, last + doubt))


def _cut_labels(axis: Axis) -> list[tuple[float, float, list[str]]]:
    """Return where each cut begins and ends, clear of the marks at its edges, and the lines that say how long it is."""
    clear = _MARK / 2 + 2
    edges = [(one[1] + clear, other[0] - clear) for one, other in pairwise(axis.places)]
    middles = [(left + right) / 2 for left, right in edges]
    apart = min((later - earlier for earlier, later in pairwise(middles)), default=WIDTH)
    letters = min(_CUT_LABEL, int(apart / CHARACTER))  # no line reaches into that of the next cut
    texts = [wrap(f"gap of {cut.words}", letters) for cut in axis.cuts]
    return [(left, right, lines) for (left, right), lines in zip(edges, texts, strict=True)]


def _add_axis(figure: go.Figure, axis: Axis, strips: list[tuple[Lane, float, float]]) -> None:
    """Add the years along the top, each written to the right of the line where it begins, and the lanes."""
    years = axis.years(_YEARS_APART)
    figure.update_xaxes(
        range=[-_MARGIN, WIDTH + _MARGIN], side="top", showgrid=True, zeroline=False, gridcolor=style.GRID, tickangle=0,
        tickvals=list(years.values()), ticktext=[str(year) for year in years], ticklabelshift=20,
        automargin=False,
    )  # fmt: skip
    figure.update_yaxes(
        range=[strips[-1][2], 0], showgrid=False, zeroline=False, ticklabelstandoff=8, automargin=False,
        tickfont={"size": _TEXT},
        tickvals=[(top + bottom) / 2 for _, top, bottom in strips],
        ticktext=[f"<b>{style.wrap_label(lane.label, _LANE_LABEL)}</b>" for lane, _, _ in strips],
    )  # fmt: skip
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "layer": "below", "line": style.THIN}
    style.add_shapes(figure, (line | {"y0": top, "y1": top} for _, top, _ in strips))


def _add_cuts(figure: go.Figure, cuts: list[tuple[float, float, list[str]]], top: float, bottom: float) -> None:
    """Shade each cut from top to bottom and write its length above the lanes."""
    for left, right, lines in cuts:
        tall = {"y0": top, "y1": bottom, "layer": "below"}
        band = tall | {"type": "rect", "x0": left, "x1": right, "fillcolor": style.CUT, "line": {"width": 0}}
        edges = [tall | {"type": "line", "x0": side, "x1": side, "line": style.THIN} for side in (left, right)]
        style.add_shapes(figure, [band, *edges])
        x = min((left + right) / 2, WIDTH + _MARGIN - text_width(lines) / 2)
        style.add_notes(figure, [{"text": "<br>".join(lines), "x": x, "y": top / 2, "font": {"size": _TEXT}}])


def _add_things(figure: go.Figure, things: pd.DataFrame, spots: list[PlacedMark]) -> None:
    """Draw marks, bars and labels; each mark and bar carries its full id for a click or a key to open.

    A day is solid, a date that is not known open, what was not read dashed.
    """
    placed = things.assign(
        x=[spot.mark.middle for spot in spots],
        left=[spot.mark.left for spot in spots],
        right=[spot.mark.right for spot in spots],
        y=[spot.y for spot in spots],
        colour=things["inspection"].isna().map({True: style.COLOURS[EntryKind.EVENT], False: style.INSPECTION}),
        dash=things["held"].map({True: "solid", False: "dot"}),
        point=things["precision"].isin(_POINTS),
    )
    solid = placed["held"] & (placed["precision"] == Precision.DAY)
    figure.add_scatter(
        name="dates", x=placed["x"].tolist(), y=placed["y"].tolist(), mode="markers",
        customdata=[[full_id] for full_id in placed.index],
        marker={
            "symbol": "circle",
            "size": _MARK,
            "color": placed["colour"].where(solid, style.CLEAR).tolist(),
            "line": {
                "width": 2,
                # The mark of a bar is clear, in its middle: the bar of a month is too narrow to be hit.
                "color": placed["colour"].where(placed["point"], style.CLEAR).tolist(),
                "dash": placed["dash"].tolist(),
            },
        },
    )  # fmt: skip
    bars = placed[~placed["point"]]
    style.add_shapes(figure, (
        {
            "type": "rect", "x0": bar["left"], "x1": bar["right"], "y0": bar["y"] - BAR / 2, "y1": bar["y"] + BAR / 2,
            "fillcolor": bar["colour"] if bar["held"] else style.CLEAR,
            "line": {"color": bar["colour"], "width": 1 if bar["held"] else 2, "dash": bar["dash"]},
        }
        for bar in bars.to_dict("records")
    ))  # fmt: skip
    figure.add_bar(
        name="bars", orientation="h", width=BAR, marker={"color": style.CLEAR, "line": {"width": 0}},
        base=bars["left"].tolist(), x=(bars["right"] - bars["left"]).tolist(), y=bars["y"].tolist(),
        customdata=[[full_id] for full_id in bars.index],
        textposition="none",
    )  # fmt: skip
    labels = zip(spots, placed["point"], placed["scope"] == Scope.NATIONAL, strict=True)
    style.add_notes(figure, [_label(spot, is_point=point, is_national=national) for spot, point, national in labels])


def _label(spot: PlacedMark, *, is_point: bool, is_national: bool) -> dict[str, Any]:
    """Return the label of a mark as a note beside or above it; the N of a national one stands out."""
    label = "<br>".join(map(style.escape_label, spot.mark.lines))
    if is_national:
        label = f"<b>{_NATIONAL}</b>{label.removeprefix(_NATIONAL)}"
    # A point keeps its size in pixels on a wider chart, so its label is shifted in pixels from its middle.
    radius = _MARK / 2 if is_point else 0
    side = 1 if spot.anchor == "left" else -1
    return {
        "text": label,
        "font": {"size": _TEXT},
        "x": spot.mark.middle if is_point else spot.x,
        "y": spot.y - (BAR / 2 if spot.above else 0),
        "xshift": -side * radius if spot.above else side * (radius + GAP),
        "xanchor": spot.anchor,
        "yanchor": "bottom" if spot.above else "middle",
        "align": spot.anchor,
    }
