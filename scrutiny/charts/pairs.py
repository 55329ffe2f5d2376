"""Pairs on a time axis: said then and found later, two marks joined by a line, a row for each pair."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.kept import kept
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.register.vocabulary import PairStrength, Relation

_WIDTH = 600.0
_ROW = 26
_YEARS_APART = 40
_TOP = 56
_NUDGE = 16.0
_BETWEEN_GROUPS = 0.8
_HEADLINE = {
    Relation.REPEATS: "says it again",
    Relation.BEARS_OUT: "bears it out",
    Relation.QUALIFIES: "qualifies it",
    Relation.CONFLICTS_WITH: "stands against it",
}


@kept
def pairs_in_time(pairs: pd.DataFrame, entries: pd.DataFrame, *, as_of: str) -> Picture:
    """Draw pairs, grouped by relation.

    `pairs` are rows of the frame of pairs, `entries` is the frame of entries. The earlier entry stands left, the
    later right, each at the date of its document as printed. A pair without a date on both sides is in the table
    only.
    """
    dated = pairs.dropna(subset=["earlier_on", "later_on"]).sort_values("relation", kind="stable")
    return Picture(
        figure=_figure(dated, entries) if len(dated) else style.figure(height=_ROW * 2),
        headline=pairs_headline(pairs),
        subtitle="Pairs are chosen by hand, as invitations to ask; each carries its caution. Dates are as printed. "
        f"Register reviewed on {as_of}.",
        alt=_alt(pairs),
        reading=f"{marks.reading(_sides(dated, entries))} A line joins what was said then and what was found later.",
        table=_table(pairs, entries),
    )


def pairs_headline(pairs: pd.DataFrame) -> str:
    """State how many pairs there are, by relation, and on how many a doubtful date bears; nothing is drawn."""
    if pairs.empty:
        return "No pair fits what is chosen."
    numbers = pairs["relation"].astype("str").value_counts()
    parts = [f"{_HEADLINE[relation]} in {numbers[relation]}" for relation in Relation if numbers.get(relation)]
    doubtful = int(pairs["doubt"].notna().sum())
    rest = f" The order of {count(doubtful, 'pair')} rests on a date in doubt." if doubtful else ""
    return f"{count(len(pairs), 'pair')}: the later {listed(parts)}.{rest}"


def _sides(dated: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
    """Give the entries of all pairs with their rows, one row for each side of each pair."""
    rows = pd.Series(range(len(dated)), index=dated.index)
    sides = [
        entries.loc[dated[side]].assign(on=dated[f"{side}_on"].tolist(), row=rows.tolist())
        for side in ("earlier", "later")
    ]
    return pd.concat(sides)


def _figure(dated: pd.DataFrame, entries: pd.DataFrame) -> go.Figure:
    """Draw the axis, the lines and the marks."""
    sides = _sides(dated, entries)
    axis = cut_axis(((day, day) for day in sides["on"]), _WIDTH)
    codes = pd.Series(dated["relation"].cat.codes.tolist())
    groups = (codes != codes.shift()).cumsum() - 1
    heights = groups * _BETWEEN_GROUPS + codes.index
    placed = sides.assign(x=[axis.place(day) for day in sides["on"]], y=sides["row"].map(heights))
    figure = style.figure(height=round(_ROW * (heights.max() + 1)) + _TOP + 20)
    _add_lines(figure, placed)
    marks.add_marks(figure, placed, size=style.MARK_SIZE)
    _add_axis(figure, axis, float(heights.max()))
    _add_labels(figure, dated, heights)
    return figure


def _add_lines(figure: go.Figure, placed: pd.DataFrame) -> None:
    """Join the two marks of each pair."""
    for _, pair in placed.groupby("row"):
        figure.add_shape(
            type="line", x0=pair["x"].min(), x1=pair["x"].max(), y0=pair["y"].min(), y1=pair["y"].min(),
            line={"width": 2, "color": style.GRID}, layer="below",
        )  # fmt: skip


def _add_axis(figure: go.Figure, axis: Axis, bottom: float) -> None:
    """Name the years along the top, and write the length of each cut on it."""
    for year, place in axis.years(_YEARS_APART).items():
        figure.add_annotation(x=place, y=-1, text=str(year), showarrow=False, xanchor="left", yshift=18)
        figure.add_vline(x=place, line={"width": 1, "color": style.GRID})
    for cut in axis.cuts:
        left, right = axis.place(cut.begins), axis.place(cut.ends)
        figure.add_vrect(x0=left, x1=right, fillcolor=style.CUT, line_width=0, layer="below")
        figure.add_annotation(x=(left + right) / 2, y=-1, text=f"{cut.words} cut out", showarrow=False, yshift=-2)
    figure.update_xaxes(range=[-_NUDGE, _WIDTH + _NUDGE], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(range=[bottom + 0.7, -1.6], showgrid=False, zeroline=False)


def _add_labels(figure: go.Figure, dated: pd.DataFrame, heights: pd.Series) -> None:
    """Write each pair's id beside it, and the relation where a group begins."""
    begins = ~dated["relation"].duplicated()
    labels = [
        f"<b>{Relation(str(relation)).label}</b>  {pair}" if first else str(pair)
        for pair, relation, first in zip(dated.index, dated["relation"], begins, strict=True)
    ]
    figure.update_yaxes(tickvals=heights.tolist(), ticktext=labels, ticklabelstandoff=8)


def _alt(pairs: pd.DataFrame) -> str:
    """Say each pair in words."""
    if pairs.empty:
        return "An empty chart: no pair fits what is chosen."
    rows = (
        f"{pair}: {row['earlier']} of {row['earlier_printed']}, {row['later']} of {row['later_printed']}"
        for pair, row in pairs.iterrows()
    )
    return f"Two marks joined by a line for each pair. {'. '.join(rows)}."


def _table(pairs: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
    """Give the pairs in words, indexed by the later entry's full id."""
    return pd.DataFrame(
        {
            "The later": [Relation(str(relation)).label for relation in pairs["relation"]],
            "Pair": list(pairs.index),
            "Said then": [
                f"{day}: {text}"
                for day, text in zip(pairs["earlier_printed"], entries.loc[pairs["earlier"], "summary"], strict=True)
            ],
            "Found later": [
                f"{day}: {text}"
                for day, text in zip(pairs["later_printed"], entries.loc[pairs["later"], "summary"], strict=True)
            ],
            "Strength": [PairStrength(str(strength)).label for strength in pairs["strength"]],
            "Reason": pairs["reason"].tolist(),
            "Caution": pairs["caution"].fillna("").tolist(),
        },
        index=pd.Index(pairs["later"].tolist(), dtype="str", name="full_id"),
        dtype="str",
    )
