"""One theme through time: documents across in the order of time, kinds of entry down, every entry a mark."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.thread import ThreadStep
from scrutiny.charts import grid, marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.register.vocabulary import EntryKind

_KINDS = [EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT]
_HEADING_LINES = 5
_WIDE, _NARROW = 1.0, 0.3


def theme_thread(
    steps: Sequence[ThreadStep],
    entries: pd.DataFrame,
    *,
    theme: str,
    headings: dict[str, grid.Heading],
    as_of: str,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw what documents say under a theme.

    `entries` is the frame of entries; `theme` is the label of the theme; `headings` gives the lines above each
    document by the id of its step. Documents that are not held stand, narrow and hatched, where they would stand.
    Figures are left out.
    """
    said = _said(steps, entries)
    hatched = "" if all(step.document.held for step in steps) else " Hatched: known, not held."
    return Picture(
        figure=_figure(said, _columns(steps), headings, scale),
        headline=_headline(said, steps, theme),
        subtitle="Each mark is one entry that names this theme, as its main one or beside others. Counts are of what "
        f"was written. Order of time as printed. Register reviewed on {as_of}.",
        alt=_alt(said, steps, headings),
        reading=f"{marks.marks_key(said)}{hatched}".strip(),
        table=marks.table(said, Document=said["step"].map({step.id: headings[step.id][0] for step in steps})),
    )


def kinds_by_document(steps: Sequence[ThreadStep], entries: pd.DataFrame) -> pd.DataFrame:
    """Count entries of a thread, as `theme_thread` takes it, for each document, kind and look.

    One row for each document that is held, indexed by the id of its step; a column for each kind and look there is,
    as pairs of kind and own_view, in the order of the kinds.
    """
    said = _said(steps, entries)
    looks = [(str(kind), own) for kind in _KINDS for own in (False, True)]
    numbers = pd.crosstab(said["step"], [said["kind"].astype("str"), said["own_view"]])
    held = [step.id for step in steps if step.document.held]
    return numbers.reindex(index=held, columns=[look for look in looks if look in numbers], fill_value=0)


def _said(steps: Sequence[ThreadStep], entries: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the thread's entries, each with the id of its step."""
    step_of = {entry.full_id: step.id for step in steps for entry in step.entries}
    said = entries.loc[list(step_of)].assign(step=pd.Series(step_of, dtype="str"))
    return said[said["kind"].isin(_KINDS)]


def _columns(steps: Sequence[ThreadStep]) -> list[tuple[str, ...]]:
    """Return the columns: a document that is held has its own, those not held between two of them share one."""
    columns: list[tuple[str, ...]] = []
    for held, group in groupby(steps, key=lambda step: step.document.held):
        ids = [step.id for step in group]
        columns += [(step,) for step in ids] if held else [tuple(ids)]
    return columns


def _figure(
    said: pd.DataFrame, columns: list[tuple[str, ...]], headings: dict[str, grid.Heading], scale: style.Scale
) -> go.Figure:
    """Draw the grid with its columns of two widths, the marks, and the hatched columns of what is not held."""
    kinds = [kind for kind in _KINDS if (said["kind"] == kind).any()]
    in_use = set(said["step"])
    wide = [any(step in in_use for step in column) for column in columns]
    edges = list(accumulate((_WIDE if is_wide else _NARROW for is_wide in wide), initial=0.0))
    place = {step: nth for nth, column in enumerate(columns) for step in column}
    placed = said.assign(
        row=said["kind"].astype("str").map({str(kind): row for row, kind in enumerate(kinds)}).astype(int),
        column=said["step"].map(place).astype(int),
    ).sort_values(["row", "column", "own_view"], kind="stable")
    filled, heights = grid.fill_cells(placed, len(kinds), across=scale.across, room=scale.room)
    heads = [headings[column[0]] if is_wide else ("",) for column, is_wide in zip(columns, wide, strict=True)]
    figure = grid.draw_grid(
        heights,
        labels=[f"{kind.label}s" for kind in kinds],
        headings=heads,
        head=_HEADING_LINES * scale.heading,
        scale=scale,
        edges=edges,
    )
    y = filled["top"] + (filled["height"] - filled["lines"]) / 2 + filled["line"] + 0.5
    left = filled["column"].map(dict(enumerate(edges)))
    width = filled["column"].map({nth: right - edges[nth] for nth, right in enumerate(edges[1:])})
    marks.add_marks(
        figure, filled.assign(x=left + (filled["x"] - filled["column"]) * width, y=y), size=scale.small_mark
    )
    for nth, is_wide in enumerate(wide):
        if not is_wide:
            _add_unread(figure, edges[nth], edges[nth + 1], sum(heights), len(columns[nth]), scale)
    return figure


def _add_unread(figure: go.Figure, left: float, right: float, bottom: float, number: int, scale: style.Scale) -> None:
    """Draw documents that are not held as one dashed column that says how many they are."""
    inset = (right - left) * 0.08
    figure.add_shape(
        type="rect", x0=left + inset, x1=right - inset, y0=0.1, y1=bottom - 0.1, fillcolor=style.CUT, layer="below",
        line={"color": style.LINE, "width": 2, "dash": "dot"},
    )  # fmt: skip
    figure.add_annotation(
        x=(left + right) / 2, y=bottom / 2, text=f"{number}<br>not<br>held", showarrow=False,
        font_size=scale.small_text,
    )  # fmt: skip


def _headline(said: pd.DataFrame, steps: Sequence[ThreadStep], theme: str) -> str:
    """State how much is said under the theme, in how many documents, and how many are known and not held."""
    if said.empty:
        return f"“{theme}”: no entry fits what is chosen."
    held = sum(step.document.held for step in steps)
    unread = len(steps) - held
    known = f"; {count(unread, 'document')} known, not held" if unread else ""
    return f"“{theme}”: {count(len(said), 'entry', 'entries')} in {count(held, 'document')}{known}."


def _alt(said: pd.DataFrame, steps: Sequence[ThreadStep], headings: dict[str, grid.Heading]) -> str:
    """Say in words, document by document, how many entries of each kind there are."""
    if said.empty:
        return "An empty grid: no entry fits what is chosen."
    parts = []
    for step in steps:
        numbers = Counter(entry.entry_kind for entry in step.entries)
        words = [count(numbers[kind], kind.label.lower()) for kind in _KINDS if numbers[kind]]
        parts.append(f"{', '.join(headings[step.id])}: {listed(words) if step.document.held else 'not held'}")
    return f"Documents in the order of time, and kinds of entry, every entry a mark. {'. '.join(parts)}."
