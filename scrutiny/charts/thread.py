"""One theme through time: documents across in the order of time, kinds of entry down, every entry a mark."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.thread import ThreadStep
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.picture import Picture, Symbol, cached_picture, grouped
from scrutiny.register.register import Register
from scrutiny.wording import count_of, document_name, inspection_name, lower_first, upper_first

_WIDE, _NARROW = 1.0, 0.3
_ROOM = 560
"""What the columns of a page share of its width, in pixels."""


def headings_of(register: Register, steps: Iterable[ThreadStep]) -> dict[str, grid.Heading]:
    """Name the document of each step, by its id: the inspection, what it is with its date, and whose scope it has."""
    return {
        step.id: (
            inspection_name(register, step.inspection),
            upper_first(document_name(step.document)),
            step.inspection.scope.label.lower(),
        )
        for step in steps
    }


@cached_picture
def theme_thread(
    steps: Sequence[ThreadStep],
    entries: pd.DataFrame,
    *,
    theme: str,
    headings: dict[str, grid.Heading],
) -> Picture:
    """Draw what documents say under a theme.

    `entries` are rows of the frame of entries, with the columns of `marks`, those of the steps among them; `theme` is
    the label of the theme; `headings` gives the lines above each document by the id of its step. Documents that were
    not read stand, narrow and hatched, where they would stand. Figures are left out.
    """
    step_of = {entry.full_id: step.id for step in steps for entry in step.entries}
    said = entries.loc[list(step_of)].assign(step=pd.Series(step_of, dtype="str"))
    said = said[said["kind"].isin(marks.KINDS)]
    unread = sum(not step.document.held for step in steps)
    ids = grouped(said["step"])
    return Picture(
        figure=_figure(said, steps, headings),
        headline=headlines.thread(theme, len(said), said["step"].nunique()),
        subtitle="Everything said on this theme, oldest first, also where it is not the main theme."
        + (f" {count_of(unread, 'document')} not read." if unread else ""),
        alt="A grid of kinds of point by document, oldest first; each point is a symbol.",
        key=marks.marks_key(said) + ((Symbol("┆", style.LINE, "not read"),) if unread else ()),
        table=marks.table(said, Document=said["step"].map({step.id: headings[step.id][0] for step in steps})),
        groups={_group(headings[step.id], held=step.document.held): ids.get(step.id, []) for step in steps},
    )


def _group(heading: grid.Heading, *, held: bool) -> str:
    """Name a document above its points: “Online abuse: letter of 1 June 2026 (national)”."""
    inspection, *further = heading
    return f"{inspection}: {lower_first(', '.join(further))}{'' if held else ', not read'}"


def _figure(said: pd.DataFrame, steps: Sequence[ThreadStep], headings: dict[str, grid.Heading]) -> go.Figure:
    """Draw the grid with its columns of two widths, the marks, and the hatched columns of what is not held."""
    # A document that is held has a column of its own; those not held between two of them share one.
    columns: list[tuple[str, ...]] = []
    wide: list[bool] = []
    for is_held, group in groupby(steps, key=lambda step: step.document.held):
        ids = [step.id for step in group]
        alike = [(step,) for step in ids] if is_held else [tuple(ids)]
        columns += alike
        wide += [is_held] * len(alike)
    edges = list(accumulate((_WIDE if is_wide else _NARROW for is_wide in wide), initial=0.0))
    scale = grid.share_width(_ROOM, edges[-1], style.PAGE.across)

    kinds = [kind for kind in marks.KINDS if (said["kind"] == kind).any()]
    placed = said.assign(
        row=grid.places_in(kinds, said["kind"]),
        column=said["step"].map({step: nth for nth, column in enumerate(columns) for step in column}).astype(int),
    ).sort_values(["row", "column", "basis"], kind="stable")
    filled, heights = grid.fill_cells(placed, len(kinds), across=scale.across, room=scale.room)
    shown = [headings[column[0]] if is_wide else ("",) for column, is_wide in zip(columns, wide, strict=True)]
    figure = grid.draw_grid(
        heights,
        labels=[kind.plural for kind in kinds],
        headings=shown,
        head=grid.head_height(shown, scale),
        scale=scale,
        edges=edges,
    )
    x = np.interp(filled["x"], range(len(edges)), edges)
    marks.add_marks(figure, filled.assign(x=x), size=scale.small_mark)

    unread = [
        (len(column), *sides)
        for column, is_wide, sides in zip(columns, wide, pairwise(edges), strict=True)
        if not is_wide
    ]
    _add_unread(figure, unread, sum(heights))
    return figure


def _add_unread(figure: go.Figure, columns: Sequence[tuple[int, float, float]], bottom: float) -> None:
    """Hatch narrow columns, each given with its two sides, and say how many documents each stands for."""
    inset = _NARROW * 0.08
    hatched = {
        "type": "rect", "y0": 0.1, "y1": bottom - 0.1, "fillcolor": style.CUT, "layer": "below",
        "line": {"color": style.LINE, "width": 2, "dash": "dot"},
    }  # fmt: skip
    style.add_shapes(figure, (hatched | {"x0": left + inset, "x1": right - inset} for _, left, right in columns))
    told = {"y": bottom / 2, "font": {"size": style.PAGE.small_text}, "textangle": -90}  # the words are wider than it
    style.add_notes(
        figure,
        (told | {"x": (left + right) / 2, "text": f"{number} not read"} for number, left, right in columns),
    )
