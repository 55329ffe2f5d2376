"""Commitments: the three kinds down, the four ticks across, and in each cell those for which it is printed."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import grid, marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
from scrutiny.register.vocabulary import CommitmentKind, EntryKind, LabelledEnum, Scope, Tick, Voice

_NUMBER = 1.3
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

    `commitments` are rows of the frame of `checkable`; `bodies` and `inspections` give names by id; `source` names
    the documents in words; `as_of` is the day of the last review. A commitment is a mark in each of its cells, and
    one row of the table. How many of its ticks are there is never worked out.
    """
    kinds = [kind for kind in CommitmentKind if (commitments["commitment"] == kind).any()]
    return Picture(
        figure=_figure(commitments, kinds, scale),
        headline=commitments_headline(commitments),
        subtitle=_subtitle(commitments, source, as_of),
        alt=_alt(commitments, kinds),
        reading=_reading(commitments),
        table=_table(commitments, bodies, inspections),
    )


def commitments_headline(commitments: pd.DataFrame) -> str:
    """State how many of the commitments name who must act, a specific act, a date and a measure; nothing is drawn."""
    if commitments.empty:
        return "No commitment fits what is chosen."
    numbers = {tick: int(commitments[tick].sum()) for tick in Tick}
    verbs = {Tick.WHO: " names" if 1 in (numbers[Tick.WHO], len(commitments)) else " name"}
    parts = [f"{number or 'none'}{verbs.get(tick, '')} {_NAMES[tick]}" for tick, number in numbers.items()]
    return f"Of {count(len(commitments), 'commitment')}, {listed(parts)}."


def of_how_many(number: int, total: int) -> str:
    """Say how many of how many: “9 of 22”, “none of 22”."""
    return f"{number or 'none'} of {total}"


def _figure(commitments: pd.DataFrame, kinds: list[CommitmentKind], scale: style.Scale) -> go.Figure:
    """Draw the grid, in each cell how many of how many, and below it their marks."""
    placed, heights = _placed(commitments, kinds, scale)
    figure = grid.draw_grid(
        heights,
        labels=[f"<b>{kind.label}s</b><br>{style.wrap_label(kind.meaning, _LABEL_WIDTH)}" for kind in kinds],
        headings=[(tick.label,) for tick in Tick],
        head=2 * scale.heading,
        scale=scale,
    )
    marks.add_marks(figure, placed, size=scale.small_mark)
    for row, kind in enumerate(kinds):
        of_kind = commitments[commitments["commitment"] == kind]
        beside = {"y": sum(heights[:row]), "xshift": 10, "yshift": -4, "xanchor": "left", "yanchor": "top"}
        texts = [of_how_many(int(of_kind[tick].sum()), len(of_kind)) for tick in Tick]
        style.add_notes(figure, (beside | {"x": column, "text": text} for column, text in enumerate(texts)))
    return figure


def _placed(
    commitments: pd.DataFrame, kinds: list[CommitmentKind], scale: style.Scale
) -> tuple[pd.DataFrame, list[float]]:
    """Give each commitment a place in the cell of each tick that is printed, and each row its height in lines."""
    rows = {str(kind): row for row, kind in enumerate(kinds)}
    entries = commitments.assign(
        id=[full_id.partition(".")[2] for full_id in commitments.index],
        kind=str(EntryKind.COMMITMENT),
        own_view=False,
        row=commitments["commitment"].astype("str").map(rows).astype(int),
    )
    printed = pd.concat([entries[entries[tick]].assign(column=column) for column, tick in enumerate(Tick)])
    filled, heights = grid.fill_cells(
        printed.sort_values(["row", "column"], kind="stable"),
        len(kinds),
        across=scale.across,
        room=_NUMBER + scale.room,
    )
    return filled.assign(y=filled["top"] + _NUMBER + filled["line"] + 0.5), heights


def _subtitle(commitments: pd.DataFrame, source: str, as_of: str) -> str:
    """Say what is counted, in whose voice and of where, from which documents, as of when."""
    reviewed = f"Register reviewed on {as_of}."
    if commitments.empty:
        return reviewed
    counted = f"Counts are of what is printed in {source}, not of what was done."
    splits = [_split("By voice", commitments["voice"], Voice), _split("By scope", commitments["scope"], Scope)]
    return " ".join(filter(None, [counted, *splits, reviewed]))


def _split(title: str, column: pd.Series, words: type[LabelledEnum]) -> str:
    """Count by the words of a vocabulary, if more than one of them is there: “By scope: local 64, national 7.”."""
    numbers = column.astype("str").value_counts()
    parts = [f"{word.label[:1].lower()}{word.label[1:]} {numbers[word]}" for word in words if word in numbers.index]
    return f"{title}: {', '.join(parts)}." if len(parts) > 1 else ""


def _alt(commitments: pd.DataFrame, kinds: list[CommitmentKind]) -> str:
    """Say in words, kind by kind, for how many of how many each thing is printed."""
    if commitments.empty:
        return "An empty grid: no commitment fits what is chosen."
    rows = []
    for kind in kinds:
        of_kind = commitments[commitments["commitment"] == kind]
        numbers = [f"{_NAMES[tick]}, {of_how_many(int(of_kind[tick].sum()), len(of_kind))}" for tick in Tick]
        rows.append(f"{kind.label}s: {'; '.join(numbers)}")
    return f"A grid of kinds of commitment and of what is printed for them, each a mark. {'. '.join(rows)}."


def _reading(commitments: pd.DataFrame) -> str:
    """Explain the marks and what the columns mean."""
    national = " N: national." if (commitments["scope"] == Scope.NATIONAL).any() else ""
    columns = " ".join(f"{tick.label}: {tick.meaning[:1].lower()}{tick.meaning[1:]}" for tick in Tick)
    return f"Diamond: one commitment, in each column for which something is printed.{national} {columns}"


def _table(commitments: pd.DataFrame, bodies: dict[str, str], inspections: dict[str, str]) -> pd.DataFrame:
    """Give the commitments in words, one row each."""
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
            "Made": commitments["made"].fillna("date not known"),
            "Doubt about the date": commitments["doubt"].fillna(""),
        },
        index=commitments.index,
        dtype="str",
    )
