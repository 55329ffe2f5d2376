"""Commitments: who made them down, what they state across, and in each cell those that state it."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis import counts as numbers
from scrutiny.analysis.checkable import INSPECTORATES, by_author
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import CommitmentKind, Scope, Tick, Voice
from scrutiny.wording import NO_DATE, lower_first, upper_first

TOTAL = "all"
"""The column of the counts that has the number of commitments of each row."""

NOT_STATED = "not stated"
TICKS_KEY = " ".join(f"{tick.label}: {lower_first(tick.meaning)}" for tick in Tick)
_KINDS = {
    CommitmentKind.UNDERTAKING: "undertakings (“I will”)",
    CommitmentKind.EXPECTATION: "expectations (“I expect”)",
}
_EDGES = (0.0, 1.6, 2.4, 3.2, 4.0)  # who acts is stated most often
_FILLED = 0.75  # of the marks that a column of a picture can have beside each other
_NUMBER = 1.3  # the room of the number above the marks of a cell, in lines
_LABEL_WIDTH = 26


@cached_picture
def commitments_by_tick(
    commitments: pd.DataFrame, *, bodies: dict[str, str], inspections: dict[str, str], scale: style.Scale = style.PAGE
) -> Picture:
    """Draw commitments by author and kind, and by what is stated for them.

    `commitments` are rows of the frame of `checkable`; `bodies` says what each body is called in a sentence, and
    `inspections` gives names by id. A commitment is a mark in each of its cells, and one row of the table. How many of
    its ticks are there is never worked out.
    """
    counts = count_commitments(commitments, bodies)
    national = " N: national." if (commitments["scope"] == Scope.NATIONAL).any() else ""
    return Picture(
        figure=_figure(commitments, counts, bodies, scale),
        headline=commitments_headline(commitments),
        subtitle=_subtitle(commitments),
        alt=_alt(counts, bodies),
        key=f"Diamond: one commitment, in each column that it states.{national} {TICKS_KEY}",
        counts=counts,
        table=_table(commitments, bodies, inspections),
    )


def count_commitments(commitments: pd.DataFrame, bodies: Mapping[str, str]) -> pd.DataFrame:
    """Count commitments: a row for each author and kind that there is, a column `TOTAL` and one for each tick."""
    groups = by_author(commitments, bodies)
    rows = [[len(group), *(len(numbers.stating(group, tick)) for tick in Tick)] for group in groups.values()]
    index = pd.MultiIndex.from_tuples([(author, str(kind)) for author, kind in groups], names=["author", "commitment"])
    return pd.DataFrame(rows, index=index, columns=[TOTAL, *map(str, Tick)], dtype=int)


def commitments_headline(commitments: pd.DataFrame) -> str:
    """State how many undertakings of the letters' authors give a date, or what else there is; nothing is drawn."""
    dated = numbers.undertakings.of(numbers.stating(commitments, Tick.DATE))
    counted = (numbers.undertakings, numbers.expectations, numbers.inspectorate_commitments)
    undertakings, expectations, apart = (number.of(commitments) for number in counted)
    return headlines.commitments(undertakings, expectations, dated, apart)


def author_and_kind(author: str, kind: CommitmentKind, bodies: Mapping[str, str]) -> tuple[str, str]:
    """Name a row in two parts: “Deputy Commissioner” and “undertakings (“I will”)”."""
    return "Inspectorates (apart)" if author == INSPECTORATES else bodies[author], _KINDS[kind]


def _subtitle(commitments: pd.DataFrame) -> str:
    """Say what is counted, and that what is not stated may be done all the same."""
    if commitments.empty:
        return ""
    apart = numbers.inspectorate_commitments.of(commitments)
    told = f"{numbers.undertakings.words(commitments)} and {numbers.expectations.words(commitments)} in the letters"
    more = f"; {numbers.inspectorate_commitments.words(commitments)}, counted apart" if apart else ""
    return f"{upper_first(told)}{more}. What is not stated may still have been done."


def _figure(
    commitments: pd.DataFrame, counts: pd.DataFrame, bodies: Mapping[str, str], scale: style.Scale
) -> go.Figure:
    """Draw the grid, in each cell how many of how many, and below it their marks."""
    placed, heights = _placed(commitments, bodies, scale)
    labels = [author_and_kind(author, CommitmentKind(kind), bodies) for author, kind in counts.index]
    figure = grid.draw_grid(
        heights,
        labels=[f"<b>{style.wrap_label(author, _LABEL_WIDTH)}</b><br>{kind}" for author, kind in labels],
        headings=[(tick.label,) for tick in Tick],
        head=2 * scale.heading,
        scale=scale,
        edges=list(_EDGES),
    )
    marks.add_marks(figure, placed, size=scale.small_mark)
    top = 0.0
    for (total, *cells), height in zip(counts.itertuples(index=False), heights, strict=True):
        beside = {"y": top, "xshift": 4, "yshift": -4, "xanchor": "left", "yanchor": "top"}
        texts = [_of_total(number, total) for number in cells]
        notes = (beside | {"x": x, "text": text} for x, text in zip(_EDGES, texts, strict=False))
        style.add_notes(figure, notes)
        top += height
    return figure


def _placed(
    commitments: pd.DataFrame, bodies: Mapping[str, str], scale: style.Scale
) -> tuple[pd.DataFrame, list[float]]:
    """Place a mark for all that each commitment states; return the marks, and the height of each row in lines."""
    entries = commitments.assign(
        id=[full_id.partition(".")[2] for full_id in commitments.index],
        elsewhere=False,
        hollow=commitments["voice"] == Voice.RESPONDENT,
    )
    pitch = 1 / (scale.across * _FILLED)
    top, heights, cells = 0.0, [], [entries.head(0).assign(x=0.0, y=0.0)]
    for group in by_author(entries, bodies).values():
        lines = 1
        for tick, (left, right) in zip(Tick, pairwise(_EDGES), strict=True):
            stated = numbers.stating(group, tick)
            across = int((right - left) / pitch)
            nth = pd.Series(range(len(stated)), index=stated.index)
            x = left + (nth % across + 0.6) * pitch
            cells.append(stated.assign(x=x, y=top + _NUMBER + nth // across + 0.5))
            lines = max(lines, -(-len(stated) // across))
        heights.append(lines + _NUMBER + scale.room)
        top += heights[-1]
    return pd.concat(cells), heights


def _of_total(number: int, total: int) -> str:
    return f"<b>{number}</b> of {total}"


def _alt(counts: pd.DataFrame, bodies: Mapping[str, str]) -> str:
    """Say in words, row by row, for how many of how many each thing is stated."""
    if counts.empty:
        return "An empty grid: no commitment fits what is chosen."
    rows = []
    for (author, kind), (total, *cells) in zip(counts.index, counts.itertuples(index=False), strict=True):
        told = [f"{lower_first(tick.label)}, {number} of {total}" for tick, number in zip(Tick, cells, strict=True)]
        rows.append(f"{', '.join(author_and_kind(author, CommitmentKind(kind), bodies))}: {'; '.join(told)}")
    return f"A grid of who made commitments and of what they state, each a symbol. {'. '.join(rows)}."


def _table(commitments: pd.DataFrame, bodies: Mapping[str, str], inspections: Mapping[str, str]) -> pd.DataFrame:
    words = {tick.label: commitments[f"{tick}_words"].fillna(NOT_STATED) for tick in Tick}
    return pd.DataFrame(
        {
            "Kind": commitments["commitment"].map(marks.labels(CommitmentKind)),
            "Summary": commitments["summary"],
            "Said by": commitments["by"].map(dict(bodies)),
            **words,
            "Date passed": commitments["passed"].map({True: "yes", False: ""}),
            "Inspection": commitments["inspection"].astype("str").map(dict(inspections)),
            "Local or national": commitments["scope"].map(marks.labels(Scope)),
            "Made": commitments["made"].fillna(NO_DATE),
            "Doubt about the date": commitments["doubt"].fillna(""),
        },
        index=commitments.index,
        dtype="str",
    )
