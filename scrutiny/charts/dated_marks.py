"""Marks of dated things: a day as a point, anything longer as a bar of its length, each with its label outside it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.timeline import UNKNOWN
from scrutiny.charts import style
from scrutiny.charts.label_packing import BAR, GAP, PlacedMark
from scrutiny.register.dates import Precision
from scrutiny.register.vocabulary import EntryKind, Scope

NATIONAL = "N"
"""What the label of a national thing begins with."""

POINTS = (Precision.DAY, UNKNOWN)
"""What is drawn as a point."""

_SIDES = {"left": 1, "right": -1}

Spots = Mapping[str, PlacedMark]


def add_bars(figure: go.Figure, things: pd.DataFrame, spots: Spots) -> None:
    """Draw what is longer than a day as bars of its length; each can be clicked anywhere.

    `things` are rows with `hover`; `spots` are the places of their marks by full id.
    """
    bars = [spots[str(full_id)] for full_id in things.index]
    style.add_shapes(figure, (_bar(spot, thing) for spot, (_, thing) in zip(bars, things.iterrows(), strict=True)))
    figure.add_bar(
        name="bars", orientation="h", width=BAR, marker={"color": style.CLEAR, "line": {"width": 0}},
        base=[spot.mark.left for spot in bars], x=[spot.mark.right - spot.mark.left for spot in bars],
        y=[spot.y for spot in bars], customdata=[[full_id] for full_id in things.index],
        hovertext=things["hover"].tolist(), hoverinfo="text", textposition="none",
    )  # fmt: skip


def add_marks(figure: go.Figure, things: pd.DataFrame, spots: Spots) -> None:
    """Add a mark for each thing, that carries its full id for a click or a key to open.

    A day is solid, a date that is not known open, what is not held dashed. The mark of a bar is clear and lies in
    its middle, since the bar of a month is too narrow to be hit. A click does not fade the others.
    """
    looks = [_look(thing) for _, thing in things.iterrows()]
    figure.add_scatter(
        name="marks",
        x=[spots[str(full_id)].mark.middle for full_id in things.index],
        y=[spots[str(full_id)].y for full_id in things.index],
        customdata=[[full_id] for full_id in things.index],
        mode="markers",
        hovertext=things["hover"].tolist(),
        hoverinfo="text",
        marker={
            "symbol": "circle",
            "size": style.MARK_SIZE,
            "color": [look["fill"] for look in looks],
            "line": {"width": 2, "color": [look["edge"] for look in looks], "dash": [look["dash"] for look in looks]},
        },
        selected={"marker": {"size": round(style.MARK_SIZE * 1.4)}},
        unselected={"marker": {"opacity": 1}},
    )


def add_labels(figure: go.Figure, things: pd.DataFrame, spots: Spots) -> None:
    """Write the label of each mark outside it; the N of a national one stands out."""
    style.add_notes(figure, (_label(spots[str(full_id)], thing) for full_id, thing in things.iterrows()))


def _bar(spot: PlacedMark, thing: pd.Series) -> dict[str, Any]:
    """Give the shape of a thing that is longer than a day."""
    colour, held = _colour(thing), bool(thing["held"])
    return {
        "type": "rect", "x0": spot.mark.left, "x1": spot.mark.right, "y0": spot.y - BAR / 2, "y1": spot.y + BAR / 2,
        "fillcolor": colour if held else style.CLEAR,
        "line": {"color": colour, "width": 1 if held else 2, "dash": _dash(held)},
    }  # fmt: skip


def _label(placed: PlacedMark, thing: pd.Series) -> dict[str, Any]:
    """Give the label of a mark as a note beside or above it."""
    lines = [style.escape_label(line) for line in placed.lines]
    if thing["scope"] == Scope.NATIONAL:
        lines[0] = f"<b>{NATIONAL}</b>{lines[0].removeprefix(NATIONAL)}"
    side = _SIDES[placed.anchor]
    point = style.MARK_SIZE / 2 if thing["precision"] in POINTS else 0
    return {
        "text": "<br>".join(lines),
        "x": placed.mark.middle if point else placed.x,
        "y": placed.y - (BAR / 2 if placed.above else 0),
        "xshift": -side * point if placed.above else side * (point + GAP),
        "xanchor": placed.anchor,
        "yanchor": "bottom" if placed.above else "middle",
        "align": placed.anchor,
    }


def _look(thing: pd.Series) -> dict[str, str]:
    """Give the fill, edge and dash of a thing's mark."""
    colour = _colour(thing) if thing["precision"] in POINTS else style.CLEAR
    solid = thing["held"] and thing["precision"] == Precision.DAY
    return {"fill": colour if solid else style.CLEAR, "edge": colour, "dash": _dash(bool(thing["held"]))}


def _dash(held: bool) -> str:
    """Give the outline of a mark."""
    return "solid" if held else "dot"


def _colour(thing: pd.Series) -> str:
    """Tell what belongs to an inspection from what is outside."""
    return style.COLOURS[EntryKind.EVENT] if pd.isna(thing["inspection"]) else style.INSPECTION
