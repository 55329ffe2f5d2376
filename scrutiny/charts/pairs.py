"""Pairs on a time axis: said then and found later, two marks joined by a line, a row for each pair."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
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


@cached_picture
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
        reading=f"{marks.marks_key(_sides(dated, entries))} A line joins what was said then and what was found later.",
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
    ends = placed.groupby("row").agg(left=("x", "min"), right=("x", "max"), y=("y", "min"))
    line = {"type": "line", "line": {"width": 2, "color": style.GRID}, "layer": "below"}
    style.add_shapes(
        figure,
        (line | {"x0": left, "x1": right, "y0": y, "y1": y} for left, right, y in ends.itertuples(index=False)),
    )


def _add_axis(figure: go.Figure, axis: Axis, bottom: float) -> None:
    """Name the years along the top, and write the length of each cut on it."""
    years = axis.years(_YEARS_APART)
    cuts = [(axis.place(cut.begins), axis.place(cut.ends), f"{cut.words} cut out") for cut in axis.cuts]
    band = {"type": "rect", "y0": 0, "y1": 1, "yref": "y domain", "fillcolor": style.CUT, "layer": "below"}
    style.add_shapes(figure, (style.grid_line(x=place) for place in years.values()))
    style.add_shapes(figure, (band | {"x0": left, "x1": right, "line": {"width": 0}} for left, right, _ in cuts))
    style.add_notes(
        figure,
        ({"x": place, "y": -1, "text": str(year), "xanchor": "left", "yshift": 18} for year, place in years.items()),
    )
    style.add_notes(
        figure, ({"x": (left + right) / 2, "y": -1, "text": words, "yshift": -2} for left, right, words in cuts)
    )
    figure.update_xaxes(range=[-_NUDGE, _WIDTH + _NUDGE], showticklabels=False, showgrid=False, zeroline=False)
    figure.update_yaxes(range=[bottom + 0.7, -1.6], showgrid=False, zeroline=False)


def _add_labels(figure: go.Figure, dated: pd.DataFrame, heights: pd.Series) -> None:
    """Write each pair's id beside it, and the relation where a group begins."""
    begins = ~dated["relation"].duplicated()
    labels = [
        f"<b>{Relation(str(relation)).label}</b>  {pair}" if first else str(pair)
        for pair, relation, first in zip(dated.index, dated["relation"], begins, strict=True)
    ]
    style.label_rows(figure, heights.tolist(), labels)


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
