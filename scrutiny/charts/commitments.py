"""Commitments: who made them down, what they state across, and in each cell those that state it."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis import counts as numbers
from scrutiny.analysis.checkable import INSPECTORATES, by_author
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.picture import Picture, Symbol, cached_picture
from scrutiny.register.vocabulary import CommitmentKind, EntryKind, Scope, Tick, Voice
from scrutiny.wording import NO_DATE, NOT_STATED, count_of, lower_first, upper_first

TICKS_KEY = " ".join(f"{tick.label}: {lower_first(tick.meaning)}" for tick in Tick)
_KINDS = {
    CommitmentKind.UNDERTAKING: "undertakings (“I will”)",
    CommitmentKind.EXPECTATION: "expectations (“I expect”)",
}
_SCALE = replace(style.PAGE, text=15, small_text=13, small_mark=14, line=24, room=0.6)
_EDGES = (0.0, 2.02, 2.68, 3.34, 4.0)  # who acts is stated most often
_FILLED = 0.87  # of the marks that a column of a picture can have beside each other
_NUMBER = 1.05  # the room of the number above the marks of a cell, in lines
_LABEL_WIDTH = 26
_HEAD = 34


@cached_picture
def commitments_by_tick(commitments: pd.DataFrame, *, bodies: dict[str, str], inspections: dict[str, str]) -> Picture:
    """Draw commitments by author and kind, and by what is stated for them.

    `commitments` are rows of the frame of `checkable`; `bodies` says what each body is called in a sentence, and
    `inspections` gives names by id. A commitment is a mark in each of its cells, and one row of the table. How many of
    its ticks are there is never worked out.
    """
    return Picture(
        figure=_figure(commitments, bodies),
        headline=commitments_headline(commitments),
        subtitle=_subtitle(commitments),
        alt="A grid of who made commitments, by what they state; each is a symbol in every column that it states.",
        key=_key(commitments),
        table=_table(commitments, bodies, inspections),
        groups={
            ", ".join(author_and_kind(author, kind, bodies)): rows.index.tolist()
            for (author, kind), rows in by_author(commitments, bodies).items()
        },
    )


def _key(commitments: pd.DataFrame) -> tuple[Symbol, ...]:
    """Explain the symbols: hollow for what a letter's author says, filled for an inspectorate."""
    colour = style.COLOURS[EntryKind.COMMITMENT]
    by_authors = commitments["voice"] == Voice.RESPONDENT
    looks = [(True, "a commitment in a letter, in each column that it states")] if by_authors.any() else []
    looks += [(False, "a commitment by an inspectorate")] if not by_authors.all() else []
    key = [Symbol(style.glyph(EntryKind.COMMITMENT, hollow), colour, text) for hollow, text in looks]
    national = (commitments["scope"] == Scope.NATIONAL).any()
    return (*key, *([marks.NATIONAL] if national else []))


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


def _figure(commitments: pd.DataFrame, bodies: Mapping[str, str]) -> go.Figure:
    """Draw the grid, beside each row how many there are, and in each cell how many state it, above their marks."""
    groups = by_author(commitments, bodies)
    placed, heights = _placed(commitments, bodies)
    figure = grid.draw_grid(
        heights,
        labels=[_row_label(author, kind, len(group), bodies) for (author, kind), group in groups.items()],
        headings=[(tick.label,) for tick in Tick],
        head=_HEAD,
        scale=_SCALE,
        edges=list(_EDGES),
    )
    marks.add_marks(figure, placed, size=_SCALE.small_mark)
    top = 0.0
    for group, height in zip(groups.values(), heights, strict=True):
        beside = {"y": top, "xshift": 4, "yshift": -4, "xanchor": "left", "yanchor": "top"}
        cells = [(x, len(numbers.stating(group, tick))) for x, tick in zip(_EDGES, Tick, strict=False)]
        style.add_notes(figure, (beside | {"x": x, "text": f"<b>{number}</b>"} for x, number in cells))
        top += height
    return figure


def _row_label(author: str, kind: CommitmentKind, total: int, bodies: Mapping[str, str]) -> str:
    """Return who made the commitments of a row and how many of which kind, ready for Plotly."""
    name, _ = author_and_kind(author, kind, bodies)
    return f"<b>{style.wrap_label(name, _LABEL_WIDTH)}</b><br>{count_of(total, kind)}"


def _placed(commitments: pd.DataFrame, bodies: Mapping[str, str]) -> tuple[pd.DataFrame, list[float]]:
    """Place a mark for all that each commitment states; return the marks, and the height of each row in lines."""
    entries = commitments.assign(elsewhere=False, hollow=commitments["voice"] == Voice.RESPONDENT)
    pitch = 1 / (_SCALE.across * _FILLED)
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
        heights.append(lines + _NUMBER + _SCALE.room)
        top += heights[-1]
    return pd.concat(cells), heights


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
