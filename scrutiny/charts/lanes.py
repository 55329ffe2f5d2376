"""Dated things drawn in lanes: points and bars on a cut axis, each with its label outside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.timeline import Lane
from scrutiny.charts import style
from scrutiny.charts.axis import Axis
from scrutiny.charts.dated_marks import NATIONAL, POINTS, add_bars, add_labels, add_marks
from scrutiny.charts.label_packing import CHARACTER, GAP, LINE, LabelledMark, PlacedMark, pack_labels
from scrutiny.register.vocabulary import Scope

WIDTH = 480.0
"""The width of the narrowest chart, in pixels, for which labels are laid out; a wider chart has room to spare."""

_MARGIN = 10
_DAY = timedelta(days=1)
_YEARS_APART = 36
_LANE_LABEL = 11
_LANE_WIDTH = 112
_CUT_LABEL = 22
_LONGEST = 100


@dataclass(frozen=True)
class _Strip:
    """A lane with its marks, from `top` to `bottom` of the chart."""

    lane: Lane
    placed: tuple[PlacedMark, ...]
    top: float
    bottom: float


def draw(things: pd.DataFrame, axis: Axis) -> go.Figure:
    """Draw things that have a place on the axis.

    `things` are rows of the frame of the analysis with `dating` (the date in the words of a label) and `hover`.
    """
    top = _band_of_cuts(axis)
    strips = list(_strips(things, axis, top))
    bottom = strips[-1].bottom
    figure = style.figure(height=round(bottom) + LINE + 28)
    figure.update_layout(margin={"l": _LANE_WIDTH, "r": 4, "t": LINE + 20, "b": 8})
    _add_axis(figure, axis, strips)
    _add_cuts(figure, axis, top, bottom)
    spots = {placed.mark.full_id: placed for strip in strips for placed in strip.placed}
    add_marks(figure, things, spots)
    add_bars(figure, things[~things["precision"].isin(POINTS)], spots)
    add_labels(figure, things, spots)
    return figure


def _strips(things: pd.DataFrame, axis: Axis, top: float) -> Iterator[_Strip]:
    """Pack the marks of each lane that holds any, one lane under the other."""
    for lane in Lane:
        rows = things[things["lane"] == lane]
        if rows.empty:
            continue
        placed, height = pack_labels([_mark(str(full_id), row, axis) for full_id, row in rows.iterrows()], WIDTH)
        needed = len(wrap(lane.label, _LANE_LABEL)) * LINE + GAP
        shift = top + GAP + max(needed - height, 0) / 2
        bottom = top + max(height, needed) + 2 * GAP
        yield _Strip(lane, tuple(replace(one, y=one.y + shift) for one in placed), top, bottom)
        top = bottom


def _mark(full_id: str, thing: pd.Series, axis: Axis) -> LabelledMark:
    """Give the place of a thing: a day is a point, anything longer reaches to the end of its last day."""
    begins, ends = (moment.date() for moment in (thing["begins"], thing["ends"]))
    name = f"{NATIONAL} {thing['label']}" if thing["scope"] == Scope.NATIONAL else str(thing["label"])
    left, right = axis.place(begins), axis.place(ends + _DAY)
    if thing["precision"] in POINTS:
        left, right = left - style.MARK_SIZE / 2, left + style.MARK_SIZE / 2
    dating = thing["dating"].replace("in doubt", "in\xa0doubt").replace("not held", "not\xa0held")
    return LabelledMark(full_id, left, right, (style.truncate(name, _LONGEST), style.truncate(dating, _LONGEST)))


def _add_axis(figure: go.Figure, axis: Axis, strips: list[_Strip]) -> None:
    """Add the years along the top, each written to the right of the line where it begins, and the lanes."""
    years = axis.years(_YEARS_APART)
    figure.update_xaxes(
        range=[-_MARGIN, WIDTH + _MARGIN], side="top", showgrid=True, zeroline=False, gridcolor=style.GRID, tickangle=0,
        tickvals=list(years.values()), ticktext=[str(year) for year in years], ticklabelshift=20,
        automargin=False,
    )  # fmt: skip
    figure.update_yaxes(
        range=[strips[-1].bottom, 0], showgrid=False, zeroline=False, ticklabelstandoff=8, automargin=False,
        tickvals=[(strip.top + strip.bottom) / 2 for strip in strips],
        ticktext=[f"<b>{style.wrap_label(strip.lane.label, _LANE_LABEL)}</b>" for strip in strips],
    )  # fmt: skip
    for strip in strips:
        figure.add_shape(
            type="line", xref="paper", x0=0, x1=1, y0=strip.top, y1=strip.top, layer="below",
            line={"color": style.GRID, "width": 1},
        )  # fmt: skip


def _band_of_cuts(axis: Axis) -> float:
    """Give the height of the band above the lanes that says how long each cut is."""
    return max((len(_cut_lines(axis, cut.words)) * LINE + 2 * GAP for cut in axis.cuts), default=0)


def _cut_lines(axis: Axis, length: str) -> list[str]:
    """Write the length of a cut on lines that do not reach the next cut's."""
    middles = [middle for _, middle, _ in _cut_places(axis)]
    apart = min((later - earlier for earlier, later in pairwise(middles)), default=WIDTH)
    return wrap(f"{length} without a dated entry cut out", min(_CUT_LABEL, int(apart / CHARACTER)))


def _cut_places(axis: Axis) -> list[tuple[float, float, float]]:
    """Give where each cut begins, its middle and where it ends, clear of the marks at its edges."""
    clear = style.MARK_SIZE / 2 + 2
    ends = [(one[1] + clear, other[0] - clear) for one, other in pairwise(axis.places)]
    return [(left, (left + right) / 2, right) for left, right in ends]


def _add_cuts(figure: go.Figure, axis: Axis, top: float, bottom: float) -> None:
    """Shade each cut from top to bottom and write its length above the lanes."""
    for cut, (left, middle, right) in zip(axis.cuts, _cut_places(axis), strict=True):
        lines = _cut_lines(axis, cut.words)
        half = max(map(len, lines)) * CHARACTER / 2
        figure.add_shape(
            type="rect", x0=left, x1=right, y0=top, y1=bottom, fillcolor=style.CUT, layer="below", line={"width": 0}
        )
        for side in (left, right):
            figure.add_shape(
                type="line", x0=side, x1=side, y0=top, y1=bottom, layer="below",
                line={"color": style.GRID, "width": 1},
            )  # fmt: skip
        figure.add_annotation(
            text="<br>".join(lines), x=min(middle, WIDTH + _MARGIN - half), y=top / 2, showarrow=False
        )
