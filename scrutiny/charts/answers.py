"""From concern to answer: each concern a mark at its theme and a mark at what the reply offers, joined by a line."""

from math import ceil

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.answers import DISPLAY_ORDER
from scrutiny.charts import marks, style
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Answer, EntryKind, Scope, Voice
from scrutiny.wording import count_of, join_list

_STAGGER = 0.07
_BEND = 0.12
_EDGE = 0.014
_LABEL_FURTHER = 4
_ANSWER_WIDTH = 176
_OFFERS = {
    Answer.UNDERTAKING: "with an undertaking",
    Answer.EXPECTATION: "with an expectation",
    Answer.NEED: "by naming a need",
    Answer.ACTION_ONLY: "with reported action only",
}


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

    `concerns` are rows of the frame that `scrutiny.analysis.answers` gives, local or national alone: theme, answer,
    answered_by, own_view, inspection, and the columns of `marks.table`. `themes` gives the labels of all themes in
    their fixed order; `source` names the documents in words; `as_of` is the day of the last review. The line of the
    concern that is `opened` is drawn strongly.
    """
    used = {theme: label for theme, label in themes.items() if theme in set(concerns["theme"])}
    counts = count_answers(concerns)[list(used)]
    meanings = " ".join(f"{Answer(state).label}: {Answer(state).meaning}" for state in counts.index)
    return Picture(
        figure=_figure(concerns, counts, used, opened, scale),
        headline=answers_headline(concerns),
        subtitle="Each concern is one entry, drawn at its main theme and again at what the reply offers to it, "
        f"from {source}. Counts are of what was written, not of what was done. Register reviewed on {as_of}.",
        alt=_alt(counts, used),
        key=f"{marks.marks_key(concerns)} A line joins the two marks of a concern. {meanings}".strip(),
        counts=counts,
        table=answer_table(concerns, themes),
    )


def count_answers(concerns: pd.DataFrame) -> pd.DataFrame:
    """Count concerns: a row for each answer that there is, in the order of display, and a column for each theme."""
    counts = pd.crosstab(concerns["answer"].astype("str"), concerns["theme"].astype("str"))
    return counts.loc[[str(state) for state in DISPLAY_ORDER if state in counts.index]]


def answers_headline(concerns: pd.DataFrame) -> str:
    """State what the replies offer, from the numbers of concerns as `answer_flow` takes them; nothing is drawn."""
    if concerns.empty:
        return "No concern fits what is chosen."
    numbers = count_answers(concerns).sum(axis=1).reindex(list(Answer), fill_value=0)
    parts = []
    if offers := [f"{numbers[state]} {words}" for state, words in _OFFERS.items() if numbers[state]]:
        several = concerns.loc[concerns["answer"] != Answer.NO_REPLY_HELD, "inspection"].nunique() > 1
        parts.append(f"{'replies answer' if several else 'the reply answers'} {join_list(offers)}")
    if acknowledged := numbers[Answer.ACKNOWLEDGED_ONLY]:
        parts.append(f"{count_of(acknowledged, 'is', 'are')} acknowledged only")
    if without := numbers[Answer.NO_REPLY_HELD]:
        parts.append(f"for {without} no reply is held")
    own = int(concerns["own_view"].sum())
    scopes = join_list([scope for scope in Scope if (concerns["scope"] == scope).any()])
    subject = count_of(len(concerns), f"{scopes} concern")
    if own == len(concerns):
        subject = f"{subject} in the respondent's own view"
    elif own:
        subject = f"{subject}, {own} of them the respondent's own view"
    else:
        said = "raised" if (concerns["voice"] == Voice.INSPECTORATE).all() else "are said to have raised"
        subject = f"{subject} that inspectors {said}"
    return f"Of {subject}, {'; '.join(parts)}."


def answer_table(concerns: pd.DataFrame, themes: dict[str, str]) -> pd.DataFrame:
    """Return concerns, which are as in `answer_flow`, and their answers in words, indexed by full id."""
    return marks.table(
        concerns,
        Theme=concerns["theme"].astype("str").map(themes),
        Answer=concerns["answer"].map(marks.labels(Answer)),
        **{"Answered by": concerns["answered_by"].map(", ".join)},
    )


def _figure(
    concerns: pd.DataFrame, counts: pd.DataFrame, themes: dict[str, str], opened: str | None, scale: style.Scale
) -> go.Figure:
    """Draw the lines, both marks of each concern, and the names of themes and answers beside them."""
    by_theme, by_answer = counts.sum(), counts.sum(axis=1)
    theme_labels = [style.wrap_label(label, scale.label + _LABEL_FURTHER) for label in themes.values()]
    answer_labels = [
        f"<b>{Answer(str(key)).label}</b><br>{count_of(size, 'concern')}" for key, size in by_answer.items()
    ]
    rooms = _rooms(by_theme, theme_labels, scale), _rooms(by_answer, answer_labels, scale)
    height = max(int(room.sum()) for room in rooms)
    theme_tops, answer_tops = _tops(by_theme, rooms[0], height), _tops(by_answer, rooms[1], height)

    # Each side is in the order of the other within its groups, so that few lines cross. The marks of a group stand in
    # two columns in turn, so that the line of each passes between the marks of the other column.
    ranked = concerns.assign(
        theme=pd.Categorical(concerns["theme"].astype("str"), list(themes), ordered=True),
        answer=pd.Categorical(concerns["answer"].astype("str"), list(counts.index), ordered=True),
    )
    left = ranked.sort_values(["theme", "answer", "own_view"], kind="stable")["theme"].astype("str")
    right = ranked.sort_values(["answer", "theme", "own_view"], kind="stable")["answer"].astype("str")
    nth_left, nth_right = left.groupby(left).cumcount(), right.groupby(right).cumcount()
    placed = concerns.assign(
        left_x=nth_left % 2 * _STAGGER,
        left_y=left.map(theme_tops) + nth_left,
        right_x=1 - nth_right % 2 * _STAGGER,
        right_y=right.map(answer_tops) + nth_right,
        hover_note="Answer: " + concerns["answer"].astype("str").map({state: state.label.lower() for state in Answer}),
    )

    figure = style.figure(height=round(scale.pitch * (height + 1)) + 16, scale=scale)
    ends = placed[["left_x", "left_y", "right_x", "right_y"]].itertuples(index=False)
    lines = dict(zip(placed.index, (_line(*end) for end in ends), strict=True))
    thin = {"width": 1, "color": style.LINE}
    paths = [(lines[opened], {"width": 5, "color": style.COLOURS[EntryKind.CONCERN]})] if opened in lines else []
    paths += [(" ".join(lines.values()), thin)] if lines else []
    style.add_shapes(figure, [{"type": "path", "path": path, "line": line, "layer": "below"} for path, line in paths])
    both = [placed.assign(x=placed[f"{side}_x"], y=placed[f"{side}_y"]) for side in ("left", "right")]
    marks.add_marks(figure, pd.concat(both), size=scale.small_mark)
    for trace in figure.data:
        trace.selectedpoints = [nth for nth, (full_id,) in enumerate(trace.customdata) if full_id == opened]

    beside = {"x": 1, "xref": "paper", "xanchor": "left", "align": "left", "xshift": 4}
    middles = answer_tops + (by_answer - 1) / 2
    style.add_notes(figure, [beside | {"y": y, "text": text} for y, text in zip(middles, answer_labels, strict=True)])
    figure.update_xaxes(range=[-0.04, 1.04], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(type="linear", range=[height, -1], showgrid=False, zeroline=False)
    style.label_rows(figure, theme_tops + (by_theme - 1) / 2, theme_labels, scale=scale, apart=4)
    figure.update_layout(margin_r=_ANSWER_WIDTH)
    return figure


def _rooms(sizes: pd.Series, labels: list[str], scale: style.Scale) -> pd.Series:
    """Return the room of each group, in marks: for its marks or its label, whichever is more, and a gap to the next."""
    lines = [label.count("<br>") + 1 for label in labels]
    needed = [ceil(number * scale.label_line / scale.pitch) for number in lines]
    return sizes.where(sizes > needed, needed) + scale.apart


def _tops(sizes: pd.Series, rooms: pd.Series, height: int) -> pd.Series:
    """Return the place of each group's first mark, counted from the top, with spare room spread evenly."""
    spare = height - rooms.sum()
    shares = spare * (2 * np.arange(len(sizes)) + 1) // (2 * max(len(sizes), 1))
    tops: pd.Series = rooms.cumsum() - rooms + (rooms - sizes) // 2 + shares
    return tops


def _line(left: float, top: float, right: float, bottom: float) -> str:
    """Return the way from one mark to the other as an SVG path: level past the other marks, then in one bend."""
    third = (1 - 2 * _BEND) / 3
    bend = f"C{_BEND + third:.3f},{top} {1 - _BEND - third:.3f},{bottom} {1 - _BEND},{bottom}"
    return f"M{left + _EDGE:.3f},{top} L{_BEND},{top} {bend} L{right - _EDGE:.3f},{bottom}"


def _alt(counts: pd.DataFrame, themes: dict[str, str]) -> str:
    """Say in words, answer by answer, how many concerns there are under each theme."""
    if counts.empty:
        return "An empty picture: no concern fits what is chosen."
    rows = []
    for state, numbers in counts.iterrows():
        cells = [f"{themes[str(theme)]}, {number}" for theme, number in numbers.items() if number]
        number = count_of(int(numbers.sum()), "concern")
        rows.append(f"{Answer(str(state)).label}, {number}: {'; '.join(cells)}")
    return f"Concerns by theme on the left, each joined to what the reply offers on the right. {'. '.join(rows)}."
