"""The matrix: themes down, inspections across in the order of time, every entry a mark in its cell."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from scrutiny.analysis.summary import inspections_raising_concerns
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.picture import Picture, cached_picture, grouped
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis, Scope
from scrutiny.wording import format_date, join_list

_HEADING_LINES = 4
_WIDE = 5
"""How many columns are as wide as a scale has them; more of them share the room, and are narrower."""


@dataclass(frozen=True)
class Column:
    """One inspection of the matrix: its id, and the lines of its heading."""

    inspection: str
    heading: grid.Heading


def columns_of(register: Register, inspections: Iterable[Inspection]) -> list[Column]:
    """Head the columns of inspections: name, scope, force if the register is about several, and the reply."""
    columns = []
    for inspection in inspections:
        force = [register.bodies_by_id[register.force(inspection)].short] if len(register.forces) > 1 else []
        reply = inspection.reply
        answered = f"reply {format_date(reply.date, with_doubt=True)}" if reply else "no reply on file"
        heading = (inspection.short_title, *force, inspection.scope.label.lower(), answered)
        columns.append(Column(inspection.id, heading))
    return columns


@cached_picture
def matrix(
    entries: pd.DataFrame,
    *,
    columns: list[Column],
    themes: dict[str, str],
    by_recurrence: bool,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw concerns, strengths, actions, commitments and needs by main theme and inspection.

    `entries` are rows of the frame of entries (theme, inspection, elsewhere, and the columns of `marks`); other kinds
    than these five are left out. `themes` gives the labels of all themes in their fixed order. With `by_recurrence`,
    themes come in the order of how many inspections raised a concern under them, then in the fixed order.
    """
    shown = entries[entries["kind"].isin(marks.KINDS)]
    raised = inspections_raising_concerns(shown)
    raised_locally = inspections_raising_concerns(shown[shown["scope"] == Scope.LOCAL])
    ordered = sorted(themes, key=lambda theme: -raised[theme]) if by_recurrence else list(themes)
    if len(columns) > _WIDE:
        # Many columns share the room of a few: each has room for fewer marks and letters.
        across, column = scale.across * (_WIDE - 1) // len(columns), scale.column * _WIDE // len(columns)
        scale = replace(scale, across=across, column=column)

    ids = [column.inspection for column in columns]
    series = pd.MultiIndex.from_product([ids, [str(kind) for kind in marks.KINDS], [str(basis) for basis in Basis]])
    counts = pd.crosstab(shown["theme"], [shown["inspection"], shown["kind"], shown["basis"]])
    counts = counts.reindex(index=list(themes), columns=series, fill_value=0)

    placed = shown.assign(
        row=shown["theme"].astype("str").map({theme: row for row, theme in enumerate(ordered)}).astype(int),
        column=shown["inspection"].astype("str").map({name: nth for nth, name in enumerate(ids)}).astype(int),
        rank=shown["kind"].astype("str").map({str(kind): rank for rank, kind in enumerate(marks.KINDS)}).astype(int),
    ).sort_values(["row", "column", "rank", "basis"], kind="stable")
    filled, heights = grid.fill_cells(placed, len(ordered), across=scale.across, room=scale.room)
    headings = [column.heading for column in columns]
    lines = max([_HEADING_LINES, *(len(grid.heading_lines(heading, scale)) for heading in headings)])
    figure = grid.draw_grid(
        heights,
        labels=[style.wrap_label(themes[theme], scale.label) for theme in ordered],
        headings=headings,
        head=lines * scale.heading,
        scale=scale,
    )
    marks.add_marks(figure, filled, size=scale.small_mark)

    return Picture(
        figure=figure,
        headline=headlines.themes(
            int((raised > 0).sum()), int((raised > 1).sum()), int((raised_locally > 1).sum()), len(themes), len(columns)
        )
        if len(shown)
        else headlines.NOTHING,
        subtitle="Each symbol is one point, under its main theme. Two under the same theme may be about different "
        "issues.",
        alt=_alt(counts, columns, themes),
        key=marks.marks_key(shown),
        counts=counts,
        table=marks.table(
            filled,
            Theme=filled["theme"].astype("str").map(themes),
            Inspection=filled["inspection"].astype("str").map({c.inspection: c.heading[0] for c in columns}),
        ),
        groups=grouped(filled["theme"].astype("str").map(themes)),
    )


def _alt(counts: pd.DataFrame, columns: list[Column], themes: dict[str, str]) -> str:
    """Say in words, theme by theme, how many entries of each kind there are in each inspection."""
    if not counts.to_numpy().any():
        return "An empty grid: nothing fits what is chosen."
    numbers = {column.inspection: counts[column.inspection].T.to_dict() for column in columns}
    rows = []
    for theme, label in themes.items():
        cells = [
            f"{column.heading[0]}: {join_list(words)}"
            for column in columns
            if (words := marks.counts_in_words(numbers[column.inspection][theme]))
        ]
        rows.append(f"{label}: {'; '.join(cells) or 'nothing'}")
    return f"A grid of themes and inspections, each point a symbol. {'. '.join(rows)}."
