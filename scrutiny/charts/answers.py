"""What replies offer to concerns: a grid of kinds of answer by inspection, a concern in each that it has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, repeat

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis import counts
from scrutiny.charts import grid, headlines, marks, style
from scrutiny.charts.matrix import Column
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Answer, Basis, Scope

_GAPS = (Answer.NONE_LISTED, Answer.NO_REPLY)
_SCALE = replace(
    style.PAGE, text=15, small_text=13, small_mark=17, line=24, room=0.45, heading=17, label_line=19, across=5, label=24
)

_NATIONAL = "N"
"""What stands inside national marks where marks of both scopes are drawn; here are those of one."""

_WIDE = 4
"""How many columns are as wide as the scale has them; more of them are narrower."""

_BEFORE, _EDGE = 1.27, 0.87  # where the first mark of a column stands, and what it has beside its marks, in marks
_HEAD_LINES = 3  # a column that needs more lines for its heading gets another place
_ABOVE = 15
_FOR_NAME = 0.4  # what a row of several lines of marks has further, for its name above them on a phone, in lines
_GLOSS_FURTHER = 8  # letters that a line of the smaller type has room for beyond those of a label
_LABEL = 0.98  # how wide the longest label is, of what `style.label_rows` expects
_QUOTED = {answer: answer.meaning.partition(":")[0] for answer in Answer if answer.meaning.startswith("“")}


@cached_picture
def answer_grid(
    concerns: pd.DataFrame,
    *,
    scope: Scope,
    columns: Sequence[Column],
    themes: dict[str, str],
) -> Picture:
    """Draw concerns of one scope as marks in the row of each kind of answer that they have.

    `concerns` are rows of the frame that `scrutiny.analysis.answers` gives. Of `columns`, which are inspections in the
    order of time, those are drawn that have such a concern; the four kinds of answer always have a row, the gaps where
    there are any. `themes` gives the labels of the themes.
    """
    placed = _placed(concerns)
    used = [column for column in columns if (placed["column"] == column.inspection).any()]
    rows = [answer for answer in Answer if answer not in _GAPS or (placed["answer"] == answer).any()]
    several = len(used) > concerns["inspection"].nunique()
    return Picture(
        figure=_figure(placed, rows, used),
        headline=answers_headline(concerns, scope),
        subtitle="Each concern is shown in every row that answers it, so rows do not add up."
        + (" Where several offices replied, each has a column." if several else ""),
        alt="A grid of kinds of answer by inspection; each concern is a symbol in every row that answers it.",
        key=tuple(symbol for symbol in marks.marks_key(concerns) if symbol.glyph != _NATIONAL),
        table=answer_table(concerns, themes),
        groups={
            answer.label: ids for answer in rows if (ids := placed.index[placed["answer"] == answer].unique().tolist())
        },
    )


def _placed(concerns: pd.DataFrame) -> pd.DataFrame:
    """Return concerns once for each of their places, with the `column` and the `answer` of each."""
    placed = concerns.explode("places")
    parts = placed["places"].str.split(" ", expand=True).reindex(columns=[0, 1])
    return placed.assign(column=parts[0].astype("str"), answer=parts[1].astype("str"))


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


def _figure(placed: pd.DataFrame, answers: Sequence[Answer], columns: Sequence[Column]) -> go.Figure:
    """Draw the grid, with the number of each cell before its marks."""
    nth = {column.inspection: place for place, column in enumerate(columns)}
    keys = pd.MultiIndex.from_product([nth, [str(basis) for basis in Basis]])
    numbers = pd.crosstab(placed["answer"], [placed["column"], placed["basis"].astype("str")])
    numbers = numbers.reindex(index=[str(answer) for answer in answers], columns=keys, fill_value=0)
    cells = pd.concat(
        placed[placed["answer"] == answer].assign(row=row) for row, answer in enumerate(answers)
    ).sort_values("basis", kind="stable")
    cells["column"] = cells["column"].map(nth).astype(int)
    labels = [_row_label(answer) for answer in answers]
    headings = [column.heading for column in columns]
    across = _places(cells, headings)
    letters = [_letters(places) for places in across]
    edges = [0.0, *accumulate(places + _EDGE for places in across)]
    firsts = [edge + _BEFORE for edge in edges]
    edges[-1] = max(edges[-1], _WIDE * (_SCALE.across + _EDGE))  # marks of a single column stand as close as of several
    placed, heights = grid.fill_cells(
        cells,
        len(numbers),
        across=across,
        room=_SCALE.room + _FOR_NAME,
        least=max(label.count("<br>") + 1 for label in labels) * _SCALE.label_line / _SCALE.line - _FOR_NAME,
        firsts=firsts,
    )
    lines = max(map(len, map(grid.heading_lines, headings, repeat(_SCALE), letters)), default=1)
    figure = grid.draw_grid(
        heights,
        labels=labels,
        headings=headings,
        head=lines * _SCALE.heading + _ABOVE,
        scale=_SCALE,
        edges=edges,
        letters=letters,
    )
    figure.update_layout(margin_l=round(figure.layout.margin.l * _LABEL), margin_r=2)
    middles = {
        answer: top + height / 2
        for answer, top, height in zip(numbers.index, [0.0, *accumulate(heights)], heights, strict=False)
    }
    before = {"xanchor": "right", "xshift": -_SCALE.small_mark // 2 - 2, "font": {"size": _SCALE.text - 1}}
    style.add_notes(
        figure,
        (
            before | {"x": firsts[nth[inspection]], "y": middles[answer], "text": f"<b>{found}</b>"}
            for answer, inspection, (found, *others) in _cells(numbers)
            if found or not any(others)
        ),
    )
    marks.add_marks(figure, placed, size=_SCALE.small_mark)
    figure.for_each_trace(lambda trace: trace.update(text=[text.replace(_NATIONAL, "") for text in trace.text]))
    return figure


def _places(cells: pd.DataFrame, headings: Sequence[grid.Heading]) -> list[int]:
    """Return how many marks stand beside each other in each column: whichever would be the highest gets more."""
    room = _WIDE * _SCALE.across
    sizes = cells.groupby(["row", "column"]).size().groupby("column").max().reindex(range(len(headings)), fill_value=0)
    across = [max(room // (len(headings) + 1), 1)] * len(headings)
    while sum(across) < room and headings:
        lines = [
            len(grid.heading_lines(heading, _SCALE, _letters(places)))
            for heading, places in zip(headings, across, strict=True)
        ]
        wants = [(line > _HEAD_LINES, size / places) for line, size, places in zip(lines, sizes, across, strict=True)]
        across[wants.index(max(wants))] += 1
    return across


def _letters(places: int) -> int:
    """Return how many letters a line has room for above so many places."""
    return round((places + _EDGE) * _SCALE.column / _SCALE.across)


def _row_label(answer: Answer) -> str:
    """Return the name of a row and, smaller, its meaning in a word or two, ready for Plotly."""
    name = f"<b>{style.wrap_label(answer.label, _SCALE.label)}</b>"
    meaning = _QUOTED.get(answer)
    if not meaning:
        return name
    small = style.wrap_label(meaning, _SCALE.label + _GLOSS_FURTHER)
    return f'{name}<br><span style="font-size:{_SCALE.small_text}px">{small}</span>'


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
