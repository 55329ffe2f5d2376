"""The matrix: themes down, inspections across in the order of time, every entry a mark in its cell."""

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.summary import inspections_raising_concerns
from scrutiny.charts import grid, marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
from scrutiny.register.vocabulary import EntryKind, Scope

_ORDER = [EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT]
_NAMED = 3
_HEADING_LINES = 4
_WIDE = 5
"""How many columns are as wide as a scale has them; more of them share the room, and are narrower."""


@dataclass(frozen=True)
class Column:
    """One inspection of the matrix: its id, and the lines of its heading."""

    inspection: str
    heading: tuple[str, ...]


@cached_picture
def matrix(
    entries: pd.DataFrame,
    *,
    columns: list[Column],
    themes: dict[str, str],
    by_recurrence: bool,
    as_of: str,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw concerns, strengths, actions and commitments by main theme and inspection.

    `entries` are rows of the frame of entries; other kinds than these four are left out. `themes` gives the labels
    of all themes in their fixed order. With `by_recurrence`, themes come in the order of how many inspections
    raised a concern under them, then in the fixed order.
    """
    shown = entries[entries["kind"].isin(_ORDER)]
    numbers = inspections_raising_concerns(shown)
    ordered = sorted(themes, key=lambda theme: -numbers[theme]) if by_recurrence else list(themes)
    scale = _shared(scale, len(columns))
    placed, heights = _placed(shown, ordered, [column.inspection for column in columns], scale)
    order = "Themes are in the order of how many inspections raised a concern." if by_recurrence else ""
    return Picture(
        figure=_figure(placed, heights, columns, {theme: themes[theme] for theme in ordered}, scale),
        headline=_headline(
            numbers, inspections_raising_concerns(shown[shown["scope"] == Scope.LOCAL]), themes, shown, len(columns)
        ),
        subtitle="Each mark is one entry, under its main theme; counts are of what was written, and the same theme is "
        f"not the same matter. What a document takes from another inspection is not counted as its own. {order} "
        f"Register reviewed on {as_of}.".replace("  ", " "),
        alt=_alt(shown, columns, themes),
        reading=marks.marks_key(shown),
        table=marks.table(
            placed,
            Theme=placed["theme"].astype("str").map(themes),
            Inspection=placed["inspection"].astype("str").map({c.inspection: c.heading[0] for c in columns}),
        ),
    )


def _shared(scale: style.Scale, columns: int) -> style.Scale:
    """Give the scale for a number of columns: the more there are, the fewer marks and letters each has room for."""
    if columns <= _WIDE:
        return scale
    return replace(scale, across=scale.across * (_WIDE - 1) // columns, column=scale.column * _WIDE // columns)


def _placed(
    shown: pd.DataFrame, themes: list[str], inspections: list[str], scale: style.Scale
) -> tuple[pd.DataFrame, list[float]]:
    """Give each entry its place in its cell, line by line, and each row its height in lines."""
    places = {str(kind): place for place, kind in enumerate(_ORDER)}
    placed = shown.assign(
        row=shown["theme"].astype("str").map({theme: place for place, theme in enumerate(themes)}).astype(int),
        column=shown["inspection"].astype("str").map({name: n for n, name in enumerate(inspections)}).astype(int),
        rank=shown["kind"].astype("str").map(places).astype(int),
    ).sort_values(["row", "column", "rank", "own_view"], kind="stable")
    filled, heights = grid.fill_cells(placed, len(themes), across=scale.across, room=scale.room)
    y = filled["top"] + (filled["height"] - filled["lines"]) / 2 + filled["line"] + 0.5
    return filled.assign(y=y), heights


def _figure(
    placed: pd.DataFrame, heights: list[float], columns: list[Column], themes: dict[str, str], scale: style.Scale
) -> go.Figure:
    """Draw the grid, the headings and the marks."""
    headings = [column.heading for column in columns]
    figure = grid.draw_grid(
        heights,
        labels=[style.wrap_label(label, scale.label) for label in themes.values()],
        headings=headings,
        head=max([_HEADING_LINES, *(len(grid.heading_lines(heading, scale)) for heading in headings)]) * scale.heading,
        scale=scale,
    )
    marks.add_marks(figure, placed, size=scale.small_mark)
    return figure


def _headline(
    numbers: pd.Series, local: pd.Series, themes: dict[str, str], shown: pd.DataFrame, inspections: int
) -> str:
    """State under how many themes inspectors raised concerns in several inspections, and how many of these locally."""
    if shown.empty:
        return "No entry fits what is chosen."
    if not numbers.any():
        return "None of the entries shown is a concern that inspectors raised."
    if inspections == 1:
        return f"Inspectors raised concerns under {count(int((numbers > 0).sum()), 'theme')} of {len(themes)}."
    again = int((numbers > 1).sum())
    if not again:
        return "No theme has concerns of inspectors in more than one inspection."
    names = [f"“{themes[theme]}”" for theme in themes if local[theme] > 1]
    verb = "has" if again == 1 else "have"
    sentence = f"{count(again, 'theme')} of {len(themes)} {verb} concerns of inspectors in more than one inspection"
    if len(names) <= _NAMED:
        return f"{sentence}; counting local concerns alone, {listed(names) or 'none'}."
    return f"{sentence}; counting local concerns alone, {len(names)}."


def _alt(shown: pd.DataFrame, columns: list[Column], themes: dict[str, str]) -> str:
    """Say in words, theme by theme, how many entries of each kind there are in each inspection."""
    if shown.empty:
        return "An empty grid: no entry fits what is chosen."
    numbers = Counter(zip(shown["theme"], shown["inspection"], shown["kind"], strict=True))
    rows = []
    for theme, label in themes.items():
        said = []
        for column in columns:
            words = [count(numbers[key], kind.label.lower())
                     for kind in _ORDER if (key := (theme, column.inspection, kind)) in numbers]  # fmt: skip
            if words:
                said.append(f"{column.heading[0]}: {listed(words)}")
        rows.append(f"{label}: {'; '.join(said) or 'nothing'}")
    return f"A grid of themes and inspections, every entry a mark. {'. '.join(rows)}."
