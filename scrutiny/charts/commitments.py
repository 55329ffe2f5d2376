"""Commitments: the two kinds down, the four ticks across, and in each cell those for which it is printed."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import grid, marks, style
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind, EntryKind, LabelledEnum, Scope, Tick, Voice
from scrutiny.wording import NO_DATE, count_of, join_list, lower_first

TOTAL = "all"
"""The column of the counts that has the number of commitments of each kind."""

TICKS_KEY = " ".join(f"{tick.label}: {lower_first(tick.meaning)}" for tick in Tick)
_NUMBER = 1.3  # the room of the number above the marks of a cell, in lines
_LABEL_WIDTH = 27
_NAMES = {Tick.WHO: "who must act", Tick.ACT: "a specific act", Tick.DATE: "a date", Tick.MEASURE: "a measure"}


@cached_picture
def commitments_by_tick(
    commitments: pd.DataFrame,
    *,
    bodies: dict[str, str],
    inspections: dict[str, str],
    source: str,
    as_of: str,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw commitments by kind and by what is printed for them.

    `commitments` are rows of the frame of `checkable`, of which every column but days_min, days_max, later, owner and
    due_doubt is needed; `bodies` and `inspections` give names by id; `source` names the documents in words; `as_of`
    is the day of the last review. A commitment is a mark in each of its cells, and one row of the table. How many of
    its ticks are there is never worked out.
    """
    counts = count_commitments(commitments)
    subtitle = [f"Register reviewed on {as_of}."]
    if len(commitments):
        splits = (_split("By voice", commitments["voice"], Voice), _split("By scope", commitments["scope"], Scope))
        counted = f"Counts are of what is printed in {source}, not of what was done."
        subtitle = [counted, *filter(None, splits), *subtitle]
    national = " N: national." if (commitments["scope"] == Scope.NATIONAL).any() else ""
    return Picture(
        figure=_figure(commitments, counts, scale),
        headline=commitments_headline(commitments),
        subtitle=" ".join(subtitle),
        alt=_alt(counts),
        key=f"Diamond: one commitment, in each column for which something is printed.{national} {TICKS_KEY}",
        counts=counts,
        table=_table(commitments, bodies, inspections),
    )


def count_commitments(commitments: pd.DataFrame) -> pd.DataFrame:
    """Count commitments: a row for each kind that there is, a column `TOTAL` and one for each tick."""
    by_kind = commitments.astype({"commitment": "str"}).groupby("commitment")
    counts = by_kind[[str(tick) for tick in Tick]].sum().astype(int)
    counts.insert(0, TOTAL, by_kind.size())
    return counts.loc[[str(kind) for kind in COMMITMENT_KINDS if kind in counts.index]]


def commitments_headline(commitments: pd.DataFrame) -> str:
    """State how many of the commitments name who must act, a specific act, a date and a measure; nothing is drawn."""
    numbers = count_commitments(commitments).sum()
    total = int(numbers[TOTAL])
    if not total:
        return "No commitment fits what is chosen."
    verbs = {Tick.WHO: " names" if 1 in (numbers[Tick.WHO], total) else " name"}
    parts = [f"{numbers[tick] or 'none'}{verbs.get(tick, '')} {name}" for tick, name in _NAMES.items()]
    return f"Of {count_of(total, 'commitment')}, {join_list(parts)}."


def _figure(commitments: pd.DataFrame, counts: pd.DataFrame, scale: style.Scale) -> go.Figure:
    """Draw the grid, in each cell how many of how many, and below it their marks."""
    kinds = [CommitmentKind(kind) for kind in counts.index]
    entries = commitments.assign(
        id=[full_id.partition(".")[2] for full_id in commitments.index],
        kind=str(EntryKind.COMMITMENT),
        elsewhere=False,
        hollow=commitments["voice"] == Voice.RESPONDENT,
        row=commitments["commitment"]
        .astype("str")
        .map({kind: row for row, kind in enumerate(counts.index)})
        .astype(int),
    )
    printed = pd.concat([entries[entries[tick]].assign(column=column) for column, tick in enumerate(Tick)])
    printed = printed.sort_values(["row", "column"], kind="stable")
    filled, heights = grid.fill_cells(printed, len(kinds), across=scale.across, room=_NUMBER + scale.room)
    figure = grid.draw_grid(
        heights,
        labels=[f"<b>{kind.label}s</b><br>{style.wrap_label(kind.meaning, _LABEL_WIDTH)}" for kind in kinds],
        headings=[(tick.label,) for tick in Tick],
        head=2 * scale.heading,
        scale=scale,
    )
    placed = filled.assign(y=filled["top"] + _NUMBER + filled["line"] + 0.5)
    marks.add_marks(figure, placed, size=scale.small_mark)
    top = 0.0
    for (_, total, *numbers), height in zip(counts.itertuples(), heights, strict=True):
        beside = {"y": top, "xshift": 10, "yshift": -4, "xanchor": "left", "yanchor": "top"}
        texts = [_of_total(number, total) for number in numbers]
        style.add_notes(figure, [beside | {"x": column, "text": text} for column, text in enumerate(texts)])
        top += height
    return figure


def _of_total(number: int, total: int) -> str:
    return f"{number or 'none'} of {total}"


def _split(title: str, column: pd.Series, words: type[LabelledEnum]) -> str:
    """Count by the words of a vocabulary, if more than one of them is there: “By scope: local 64, national 7.”."""
    numbers = column.astype("str").value_counts()
    parts = [f"{lower_first(word.label)} {numbers[word]}" for word in words if word in numbers.index]
    return f"{title}: {', '.join(parts)}." if len(parts) > 1 else ""


def _alt(counts: pd.DataFrame) -> str:
    """Say in words, kind by kind, for how many of how many each thing is printed."""
    if counts.empty:
        return "An empty grid: no commitment fits what is chosen."
    rows = []
    for kind, total, *numbers in counts.itertuples():
        cells = [f"{name}, {_of_total(number, total)}" for name, number in zip(_NAMES.values(), numbers, strict=True)]
        rows.append(f"{CommitmentKind(kind).label}s: {'; '.join(cells)}")
    return f"A grid of kinds of commitment and of what is printed for them, each a mark. {'. '.join(rows)}."


def _table(commitments: pd.DataFrame, bodies: dict[str, str], inspections: dict[str, str]) -> pd.DataFrame:
    words = {tick.label: commitments[f"{tick}_words"].fillna("not printed") for tick in Tick}
    return pd.DataFrame(
        {
            "Kind": commitments["commitment"].map(marks.labels(CommitmentKind)),
            "Summary": commitments["summary"],
            "Said by": commitments["by"].map(bodies),
            **words,
            "Date passed": commitments["passed"].map({True: "yes", False: ""}),
            "Inspection": commitments["inspection"].astype("str").map(inspections),
            "Scope": commitments["scope"].map(marks.labels(Scope)),
            "Made": commitments["made"].fillna(NO_DATE),
            "Doubt about the date": commitments["doubt"].fillna(""),
        },
        index=commitments.index,
        dtype="str",
    )
