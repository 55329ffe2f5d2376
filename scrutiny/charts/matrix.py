"""The matrix: themes down, inspections across in the order of time, every entry a mark in its cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.counts import inspections_raising_concerns
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.picture import Picture, cached_picture, grouped
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import force_names, format_date, year_of

_ROOM = 500
"""What the columns of a page share of its width, in pixels."""


@dataclass(frozen=True)
class Column:
    """One inspection of the matrix: its id, and the lines of its heading."""

    inspection: str
    heading: grid.Heading


def columns_of(register: Register, inspections: Iterable[Inspection], *, brief: bool = False) -> list[Column]:
    """Head the columns of inspections: name, force if there are several, scope and year, and the reply.

    In `brief`, of replies only that there is none.
    """
    columns = []
    for inspection in inspections:
        forces = force_names(register, inspection) if len(register.forces) > 1 else []
        reply = inspection.reply
        answered = f"reply {format_date(reply.date)}" if reply else "no reply on file"
        if len(inspection.replies) > 1:
            answered = f"{len(inspection.replies)} replies"
        when = ", ".join(filter(None, [inspection.scope.label.lower(), year_of(inspection)]))
        heading = (inspection.short_title, *forces, when, answered)
        columns.append(Column(inspection.id, heading[:-1] if brief and reply else heading))
    return columns


@cached_picture
def matrix(
    entries: pd.DataFrame,
    *,
    columns: list[Column],
    themes: dict[str, str],
    by_recurrence: bool,
    narrowed: bool = False,
    links: Mapping[str, str] | None = None,
) -> Picture:
    """Draw concerns, strengths, actions, commitments and needs by main theme and inspection.

    `entries` are rows of the frame of entries (theme, inspection, elsewhere, and the columns of `marks`); other kinds
    than these five are left out. `themes` gives the labels of all themes in their fixed order. With `by_recurrence`,
    themes come in the order of how many inspections raised a concern under them, then in the fixed order. `narrowed`
    says that a filter leaves concerns out. `links` are addresses that the names of themes lead to.
    """
    shown = entries[entries["kind"].isin(marks.KINDS)]
    raised = inspections_raising_concerns(shown)
    raised_locally = inspections_raising_concerns(shown[shown["scope"] == Scope.LOCAL])
    ordered = sorted(themes, key=lambda theme: -raised[theme]) if by_recurrence else list(themes)
    placed = _placed(shown, ordered, columns)
    headline = headlines.themes(
        int((raised > 0).sum()), int((raised_locally > 0).sum()), len(themes), narrowed=narrowed
    )
    return Picture(
        figure=_figure(placed, ordered, columns, themes),
        headline=headline if len(shown) else headlines.NOTHING,
        subtitle="Each symbol is one point, under its main theme. Points on one theme may differ in subject.",
        alt="A grid of themes by inspection, oldest first; each point is a symbol.",
        key=marks.marks_key(shown),
        table=marks.table(
            placed,
            Theme=placed["theme"].astype("str").map(themes),
            Inspection=placed["inspection"].astype("str").map({c.inspection: c.heading[0] for c in columns}),
        ),
        groups=grouped(placed["theme"].astype("str").map(themes)),
        links={themes[theme]: link for theme, link in (links or {}).items() if theme in themes},
    )


def _figure(
    placed: pd.DataFrame, ordered: Sequence[str], columns: Sequence[Column], themes: Mapping[str, str]
) -> go.Figure:
    """Draw the grid and the marks, which come with their row and column in the order in which cells are filled."""
    scale = grid.share_width(_ROOM, len(columns))
    filled, heights = grid.fill_cells(placed, len(ordered), across=scale.across, room=scale.room)
    headings = [column.heading for column in columns]
    figure = grid.draw_grid(
        heights,
        labels=[style.wrap_label(themes[theme], scale.label) for theme in ordered],
        headings=headings,
        head=grid.head_height(headings, scale),
        scale=scale,
    )
    marks.add_marks(figure, filled, size=scale.small_mark)
    return figure


def _placed(shown: pd.DataFrame, ordered: Sequence[str], columns: Sequence[Column]) -> pd.DataFrame:
    """Give entries their row and column, in the order in which each cell is filled."""
    return shown.assign(
        row=grid.places_in(ordered, shown["theme"]),
        column=grid.places_in([column.inspection for column in columns], shown["inspection"]),
        rank=grid.places_in(marks.KINDS, shown["kind"]),
    ).sort_values(["row", "column", "rank", "basis"], kind="stable")
