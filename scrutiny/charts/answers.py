"""What replies offer to concerns: a grid of kinds of answer by inspection, a concern in each that it has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis import counts
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.matrix import Column
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Answer, Basis, EntryKind, Scope
from scrutiny.wording import join_list

_GAPS = (Answer.NONE_LISTED, Answer.NO_REPLY)
_WIDE = 4
"""How many columns are as wide as the scale has them; fewer share their room."""

_MOST_ACROSS = 20
_ABOVE = 16

_GLOSS_FURTHER = 8  # letters that a line of the smaller type has room for beyond those of a label
_NUMBER = 1.5  # how high the line of a number is, of the height of its letters


@cached_picture
def answer_grid(
    concerns: pd.DataFrame,
    *,
    scope: Scope,
    columns: Sequence[Column],
    themes: dict[str, str],
    opened: str | None = None,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw concerns of one scope as marks in the row of each kind of answer that they have.

    `concerns` are rows of the frame that `scrutiny.analysis.answers` gives. Of `columns`, which are inspections in the
    order of time, those are drawn that have such a concern; the four kinds of answer always have a row, the gaps where
    there are any. `themes` gives the labels of the themes; all marks of the concern that is `opened` stand out.
    """
    used = [column for column in columns if (concerns["inspection"] == column.inspection).any()]
    rows = [answer for answer in Answer if answer not in _GAPS or concerns[str(answer)].any()]
    numbers = count_answers(concerns, rows, [column.inspection for column in used])
    return Picture(
        figure=_figure(concerns, numbers, used, opened, scale),
        headline=answers_headline(concerns, scope),
        subtitle="Each symbol is one concern. It stands in every row that answers it, so rows do not add up. "
        "This is what was written, not what was done.",
        alt=_alt(numbers, used, scope),
        key=marks.marks_key(concerns),
        counts=numbers,
        table=answer_table(concerns, themes),
    )


def count_answers(concerns: pd.DataFrame, rows: Sequence[Answer], inspections: Sequence[str]) -> pd.DataFrame:
    """Count concerns: a row for each answer, and for each inspection a column for each basis."""
    by_answer = {str(answer): concerns[concerns[str(answer)]] for answer in rows}
    columns = pd.MultiIndex.from_product([inspections, [str(basis) for basis in Basis]])
    numbers = {
        answer: found.groupby(["inspection", "basis"], observed=True).size() for answer, found in by_answer.items()
    }
    return pd.DataFrame(numbers).T.reindex(index=list(by_answer), columns=columns).fillna(0).astype(int)


def answers_headline(concerns: pd.DataFrame, scope: Scope) -> str:
    """State for how many of these concerns, which are as in `answer_grid`, an answer is listed; nothing is drawn."""
    return headlines.answers(
        str(scope),
        answered=counts.answered.of(concerns),
        unanswered=counts.WITH_ANSWER[Answer.NONE_LISTED].of(concerns),
        no_reply=counts.WITH_ANSWER[Answer.NO_REPLY].of(concerns),
        own_views=counts.own_views.of(concerns),
        elsewhere=counts.from_elsewhere.of(concerns),
    )


def answer_table(concerns: pd.DataFrame, themes: dict[str, str]) -> pd.DataFrame:
    """Return concerns, which are as in `answer_grid`, and their answers in words, indexed by full id."""
    return marks.table(
        concerns,
        Theme=concerns["theme"].astype("str").map(themes),
        **{
            "What the letter offers": pd.Series(_in_words(concerns), index=concerns.index, dtype="str"),
            "Answered by": concerns["answered_by"].map(", ".join),
        },
    )


def _in_words(concerns: pd.DataFrame) -> list[str]:
    """Name all kinds of answer that each concern has."""
    flags = concerns[list(map(str, Answer))].to_numpy().tolist()
    return ["; ".join(answer.label for answer, has in zip(Answer, row, strict=True) if has) for row in flags]


def _figure(
    concerns: pd.DataFrame, numbers: pd.DataFrame, columns: Sequence[Column], opened: str | None, scale: style.Scale
) -> go.Figure:
    """Draw the grid, with the number of each cell above its marks."""
    nth = {column.inspection: place for place, column in enumerate(columns)}
    cells = pd.concat(
        concerns[concerns[answer]].assign(row=row) for row, answer in enumerate(numbers.index)
    ).sort_values("basis", kind="stable")
    cells["column"] = cells["inspection"].astype("str").map(nth).astype(int)
    width = max(len(columns), 1)
    across = min(max(_WIDE * scale.across // width - 1, 1), _MOST_ACROSS)
    labels = [_row_label(Answer(answer), scale) for answer in numbers.index]
    number = _NUMBER * scale.small_text / scale.line
    two_lines = max(label.count("<br>") + 1 for label in labels) * scale.label_line / scale.line
    room = max(number + scale.room / 4, two_lines - 1)
    placed, heights = grid.fill_cells(cells, len(numbers), across=across, room=room)
    placed["y"] = placed["top"] + number + placed["line"] + 0.5
    placed["hover_note"] = [f"What the letter offers: {text}" for text in _in_words(placed)]

    headings = [column.heading for column in columns]
    scale = replace(scale, column=scale.column * _WIDE // width)
    lines = max((len(grid.heading_lines(heading, scale)) for heading in headings), default=1)
    figure = grid.draw_grid(heights, labels=labels, headings=headings, head=lines * scale.heading + _ABOVE, scale=scale)
    tops = dict(zip(numbers.index, [0.0, *accumulate(heights)], strict=False))
    above = {"xanchor": "left", "xshift": -scale.small_mark // 2, "yanchor": "top", "font": {"size": scale.small_text}}
    style.add_notes(
        figure,
        (
            above | {"x": nth[inspection] + 1 / (across + 1), "y": tops[answer], "text": marks.number_text(*cell)}
            for answer, inspection, cell in _cells(numbers)
        ),
    )
    marks.add_marks(figure, placed, size=scale.small_mark)
    for trace in figure.data:
        trace.selectedpoints = [place for place, (full_id,) in enumerate(trace.customdata) if full_id == opened]
    return figure


def _row_label(answer: Answer, scale: style.Scale) -> str:
    """Return the name of a row and, smaller, its meaning, ready for Plotly."""
    meaning = style.wrap_label(answer.meaning, scale.label + _GLOSS_FURTHER)
    small = f'<span style="font-size:{scale.small_text}px">{meaning}</span>'
    return f"<b>{style.wrap_label(answer.label, scale.label)}</b><br>{small}"


def _cells(numbers: pd.DataFrame) -> Iterator[tuple[str, str, list[int]]]:
    """Yield the answer, the inspection and the numbers of each cell that says something.

    Without a reply nothing is said of answers; with one, a cell without a mark says that it has none.
    """
    for inspection in dict.fromkeys(numbers.columns.get_level_values(0)):
        of_it = numbers[inspection]
        without_reply = Answer.NO_REPLY in of_it.index and of_it.loc[Answer.NO_REPLY].any()
        for answer, cell in zip(of_it.index, of_it.to_numpy().tolist(), strict=True):
            if (answer == Answer.NO_REPLY) == without_reply:
                yield answer, inspection, cell


def _alt(numbers: pd.DataFrame, columns: Sequence[Column], scope: Scope) -> str:
    """Say in words, answer by answer, how many concerns there are in each inspection."""
    if not columns:
        return "An empty grid: no concern fits what is chosen."
    names = {column.inspection: column.heading[0] for column in columns}
    rows: dict[str, list[str]] = {answer: [] for answer in numbers.index}
    for answer, inspection, cell in _cells(numbers):
        words = marks.counts_in_words({(EntryKind.CONCERN, basis): one for basis, one in zip(Basis, cell, strict=True)})
        rows[answer].append(f"{names[inspection]}, {join_list(words) or 'none'}")
    told = [f"{Answer(answer).label}: {'; '.join(cells)}" for answer, cells in rows.items() if cells]
    return (
        f"A grid of kinds of answer and inspections. Each {scope} concern stands in every row that answers it. "
        f"{'. '.join(told)}."
    )
