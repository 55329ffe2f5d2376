"""From concern to answer: each concern a mark at its theme and a mark at what the reply offers, joined by a line."""

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.answers import DISPLAY_ORDER
from scrutiny.charts import marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
from scrutiny.register.vocabulary import Answer, EntryKind, Scope, Voice

_STAGGER = 0.07
_BEND = 0.12
_EDGE = 0.014
_STEPS = 32
_PLACES = 3  # a thousandth of a chart is less than a pixel
_LABEL_FURTHER = 4
_STATE_WIDTH = 176
_OFFERS = {
    Answer.UNDERTAKING: "with an undertaking",
    Answer.EXPECTATION: "with an expectation",
    Answer.NEED: "by naming a need",
    Answer.ACTION_ONLY: "with reported action only",
}


@dataclass(frozen=True)
class _Side:
    """One side of the picture: the group of each concern, in the order of drawing, and the label of each group.

    `label_line` is the height of a line of a label in marks, `apart` how many places are free between groups.
    """

    groups: pd.Series
    labels: dict[str, str]
    label_line: float
    apart: int

    @property
    def sizes(self) -> list[int]:
        """The number of concerns of each group."""
        return [int((self.groups == group).sum()) for group in self.labels]

    @property
    def needs(self) -> list[int]:
        """The room of each group: for its marks or for its label, whichever is more, and a gap to the next."""
        lines = [label.count("<br>") + 1 for label in self.labels.values()]
        rooms = [ceil(number * self.label_line) for number in lines]
        return [max(size, room) + self.apart for size, room in zip(self.sizes, rooms, strict=True)]

    def firsts(self, height: int) -> list[int]:
        """Give the place of each group's first mark, with the height's spare room spread evenly."""
        spare = height - sum(self.needs)
        tops = accumulate(self.needs, initial=0)
        return [
            top + (need - size) // 2 + spare * (2 * nth + 1) // (2 * len(self.labels))
            for nth, (top, need, size) in enumerate(zip(tops, self.needs, self.sizes, strict=False))
        ]

    def places(self, height: int) -> pd.Series:
        """Give the place of each concern, counted from the top."""
        first = dict(zip(self.labels, self.firsts(height), strict=True))
        return self.groups.map(first).astype(int) + self.groups.groupby(self.groups).cumcount()

    def middles(self, height: int) -> list[float]:
        """Give the place of each group's label: the middle of its marks."""
        return [first + (size - 1) / 2 for first, size in zip(self.firsts(height), self.sizes, strict=True)]

    def columns(self) -> pd.Series:
        """Give marks a column in turn, so that each one's line passes between the marks of the other column."""
        return self.groups.groupby(self.groups).cumcount() % 2


@cached_picture
def answer_flow(
    concerns: pd.DataFrame,
    *,
    themes: dict[str, str],
    source: str,
    as_of: str,
    opened: str | None = None,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw concerns of one scope, each at its main theme and at what the reply offers to it.

    `concerns` are rows of the frame that `scrutiny.analysis.answers` gives, local or national alone; `themes`
    gives the labels of all themes in their fixed order; `source` names the documents in words; `as_of` is the day
    of the last review. The line of the concern that is `opened` is drawn strongly.
    """
    used = {theme: label for theme, label in themes.items() if theme in set(concerns["theme"])}
    states = [state for state in DISPLAY_ORDER if (concerns["answer"] == state).any()]
    meanings = " ".join(f"{state.label}: {state.meaning}" for state in states)
    return Picture(
        figure=_figure(concerns, used, states, opened, scale),
        headline=answers_headline(concerns),
        subtitle="Each concern is one entry, drawn at its main theme and again at what the reply offers to it, "
        f"from {source}. Counts are of what was written, not of what was done. Register reviewed on {as_of}.",
        alt=_alt(concerns, used, states),
        reading=f"{marks.marks_key(concerns)} A line joins the two marks of a concern. {meanings}".strip(),
        table=answer_table(concerns, themes),
    )


def answers_headline(concerns: pd.DataFrame) -> str:
    """State what the replies offer, from the numbers of concerns as `answer_flow` takes them; nothing is drawn."""
    if concerns.empty:
        return "No concern fits what is chosen."
    numbers = {state: int((concerns["answer"] == state).sum()) for state in Answer}
    offers = [f"{numbers[state]} {words}" for state, words in _OFFERS.items() if numbers[state]]
    several = concerns[concerns["answer"] != Answer.NO_REPLY_HELD]["inspection"].nunique() > 1
    acknowledged, without = numbers[Answer.ACKNOWLEDGED_ONLY], numbers[Answer.NO_REPLY_HELD]
    parts = [f"{'replies answer' if several else 'the reply answers'} {listed(offers)}"] if offers else []
    parts += [f"{count(acknowledged, 'is', 'are')} acknowledged only"] if acknowledged else []
    parts += [f"for {without} no reply is held"] if without else []
    return f"Of {_subject(concerns)}, {'; '.join(parts)}."


def answer_table(concerns: pd.DataFrame, themes: dict[str, str]) -> pd.DataFrame:
    """Give concerns and their answers in words, indexed by full id."""
    return marks.table(
        concerns,
        Theme=concerns["theme"].astype("str").map(themes),
        Answer=concerns["answer"].map(marks.labels(Answer)),
        **{"Answered by": concerns["answered_by"].map(", ".join)},
    )


def _figure(
    concerns: pd.DataFrame, themes: dict[str, str], states: list[Answer], opened: str | None, scale: style.Scale
) -> go.Figure:
    """Draw the lines, both marks of each concern, and the names of themes and answers beside them."""
    left, right = _sides(concerns, themes, states, scale)
    height = max(sum(left.needs), sum(right.needs))
    placed = _placed(concerns, left, right, height)
    figure = style.figure(height=round(scale.pitch * (height + 1)) + 16, scale=scale)
    _add_lines(figure, placed, opened)
    both = [placed.assign(x=placed[f"{side}_x"], y=placed[f"{side}_y"]) for side in ("left", "right")]
    marks.add_marks(figure, pd.concat(both), size=scale.small_mark)
    _tell_answers(figure, concerns["answer"], opened)
    for label, middle in zip(right.labels.values(), right.middles(height), strict=True):
        figure.add_annotation(
            x=1, xref="paper", xanchor="left", y=middle, text=label, showarrow=False, align="left", xshift=4
        )
    figure.update_xaxes(range=[-0.04, 1.04], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(type="linear", range=[height, -1], showgrid=False, zeroline=False)
    style.label_rows(figure, left.middles(height), left.labels.values(), scale=scale, apart=4)
    figure.update_layout(margin_r=_STATE_WIDTH)
    return figure


def _sides(
    concerns: pd.DataFrame, themes: dict[str, str], states: list[Answer], scale: style.Scale
) -> tuple[_Side, _Side]:
    """Group concerns by theme on the left and by answer on the right, so ordered that few lines cross."""
    ranked = concerns.assign(
        row=concerns["theme"].astype("str").map({theme: nth for nth, theme in enumerate(themes)}),
        state=concerns["answer"].astype("str").map({str(state): nth for nth, state in enumerate(states)}),
    )
    numbers = concerns["answer"].value_counts()
    labels = {str(state): f"<b>{state.label}</b><br>{count(int(numbers[state]), 'concern')}" for state in states}
    left = ranked.sort_values(["row", "state", "own_view"], kind="stable")["theme"].astype("str")
    right = ranked.sort_values(["state", "row", "own_view"], kind="stable")["answer"].astype("str")
    named = {theme: style.wrap_label(label, scale.label + _LABEL_FURTHER) for theme, label in themes.items()}
    line = scale.label_line / scale.pitch
    return _Side(left, named, line, scale.apart), _Side(right, labels, line, scale.apart)


def _placed(concerns: pd.DataFrame, left: _Side, right: _Side, height: int) -> pd.DataFrame:
    """Give each concern the places of its two marks."""
    return concerns.assign(
        left_x=left.columns() * _STAGGER,
        left_y=left.places(height),
        right_x=1 - right.columns() * _STAGGER,
        right_y=right.places(height),
    )


def _add_lines(figure: go.Figure, placed: pd.DataFrame, opened: str | None) -> None:
    """Join the two marks of each concern, that of the opened one with a broad line beneath."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for full_id, *ends in placed[["left_x", "left_y", "right_x", "right_y"]].itertuples():
        line = _line(*ends)
        xs += [*(round(x, _PLACES) for x, _ in line), None]
        ys += [*(round(y, _PLACES) for _, y in line), None]
        if full_id == opened:
            path = "M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in line)
            colour = style.COLOURS[EntryKind.CONCERN]
            figure.add_shape(type="path", path=path, layer="below", line={"width": 5, "color": colour})
    figure.add_scatter(x=xs, y=ys, mode="lines", line={"width": 1, "color": style.LINE}, hoverinfo="skip")


def _line(left_x: float, left_y: float, right_x: float, right_y: float) -> list[tuple[float, float]]:
    """Return the way from the edge of one mark to that of the other: level past the other marks, then in one bend."""
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    rise = right_y - left_y
    bend = [(_BEND + (1 - 2 * _BEND) * share, left_y + rise * (3 * share**2 - 2 * share**3)) for share in shares]
    return [(left_x + _EDGE, left_y), *bend, (right_x - _EDGE, right_y)]


def _tell_answers(figure: go.Figure, states: pd.Series, opened: str | None) -> None:
    """Add the answer to the words that show when a mark is pointed at, and enlarge both marks of the opened one."""
    for trace in figure.select_traces(selector={"mode": "markers+text"}):
        ids = [custom[0] for custom in trace.customdata]
        told = zip(ids, trace.hovertext, strict=True)
        words = [f"{hover}<br>Answer: {Answer(states[full_id]).label.lower()}" for full_id, hover in told]
        trace.update(hovertext=words, selectedpoints=[nth for nth, full_id in enumerate(ids) if full_id == opened])


def _subject(concerns: pd.DataFrame) -> str:
    """Say how many concerns there are, of which scope, and whose words they are."""
    own = int(concerns["own_view"].sum())
    scopes = listed([scope for scope in Scope if (concerns["scope"] == scope).any()])
    number = count(len(concerns), f"{scopes} concern")
    if own == len(concerns):
        return f"{number} in the respondent's own view"
    if own:
        return f"{number}, {own} of them the respondent's own view"
    said = "raised" if (concerns["voice"] == Voice.INSPECTORATE).all() else "are said to have raised"
    return f"{number} that inspectors {said}"


def _alt(concerns: pd.DataFrame, themes: dict[str, str], states: list[Answer]) -> str:
    """Say in words, answer by answer, how many concerns there are under each theme."""
    if concerns.empty:
        return "An empty picture: no concern fits what is chosen."
    rows = []
    for state in states:
        numbers = concerns[concerns["answer"] == state]["theme"].astype("str").value_counts()
        told = [f"{label}, {numbers[theme]}" for theme, label in themes.items() if theme in numbers]
        rows.append(f"{state.label}, {count(int(numbers.sum()), 'concern')}: {'; '.join(told)}")
    return f"Concerns by theme on the left, each joined to what the reply offers on the right. {'. '.join(rows)}."
