"""Pairs on a time axis: said then and found later, two marks joined by a line, a row for each pair."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import PairStrength, Relation
from scrutiny.wording import count_of, join_list

_WIDTH = 600.0
_ROW = 26
_YEARS_APART = 40
_TOP = 56
_NUDGE = 16.0
_BETWEEN_GROUPS = 0.8
_SIDES = ("earlier", "later")
_HEADLINE = {
    Relation.REPEATS: "says it again",
    Relation.BEARS_OUT: "bears it out",
    Relation.QUALIFIES: "qualifies it",
    Relation.CONFLICTS_WITH: "stands against it",
}


@cached_picture
def pairs_in_time(pairs: pd.DataFrame, entries: pd.DataFrame, *, as_of: str) -> Picture:
    """Draw pairs, grouped by relation.

    `pairs` are rows of the frame of pairs, of which every column but themes is needed; `entries` is the frame of
    entries, with the columns of `marks`. The earlier entry stands left, the later right, each at the date of its
    document as printed. A pair without a date on both sides is in the table only.
    """
    dated = pairs.dropna(subset=["earlier_on", "later_on"]).sort_values("relation", kind="stable")
    sides = pd.concat(
        entries.loc[dated[side]].assign(on=dated[f"{side}_on"].tolist(), row=range(len(dated))) for side in _SIDES
    )
    return Picture(
        figure=_figure(dated, sides) if len(dated) else style.figure(height=_ROW * 2),
        headline=pairs_headline(pairs),
        subtitle="Pairs are chosen by hand, as invitations to ask; each carries its caution. Dates are as printed. "
        f"Register reviewed on {as_of}.",
        alt=_alt(pairs),
        key=f"{marks.marks_key(sides)} A line joins what was said then and what was found later.",
        counts=count_pairs(pairs),
        table=_table(pairs, entries),
    )


def count_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count pairs: a row for each relation that there is, in the order of the vocabulary, in the column `pairs`."""
    numbers = pairs["relation"].value_counts()
    return pd.DataFrame({"pairs": {str(relation): numbers[relation] for relation in Relation if numbers[relation]}})


def pairs_headline(pairs: pd.DataFrame) -> str:
    """State how many pairs there are, by relation, and on how many a doubtful date bears; nothing is drawn."""
    if pairs.empty:
        return "No pair fits what is chosen."
    parts = [f"{_HEADLINE[Relation(str(key))]} in {number}" for key, number in count_pairs(pairs)["pairs"].items()]
    doubtful = int(pairs["doubt"].notna().sum())
    rest = f" The order of {count_of(doubtful, 'pair')} rests on a date in doubt." if doubtful else ""
    return f"{count_of(len(pairs), 'pair')}: the later {join_list(parts)}.{rest}"


def _figure(dated: pd.DataFrame, sides: pd.DataFrame) -> go.Figure:
    """Draw the axis, the lines, the marks, and beside each pair its id, with the relation where a group begins."""
    axis = cut_axis(((day, day) for day in sides["on"]), _WIDTH)
    groups = dated["relation"].cat.codes.rank(method="dense").to_numpy() - 1
    heights = pd.Series(groups * _BETWEEN_GROUPS + range(len(dated)))
    placed = sides.assign(x=[axis.place(day) for day in sides["on"]], y=sides["row"].map(heights))
    figure = style.figure(height=round(_ROW * (heights.max() + 1)) + _TOP + 20)
    ends = placed.groupby("row").agg(left=("x", "min"), right=("x", "max"), y=("y", "min"))
    line = {"type": "line", "line": {"width": 2, "color": style.GRID}, "layer": "below"}
    style.add_shapes(
        figure,
        (line | {"x0": left, "x1": right, "y0": y, "y1": y} for left, right, y in ends.itertuples(index=False)),
    )
    marks.add_marks(figure, placed)
    _add_axis(figure, axis, float(heights.max()))
    labels = [
        f"<b>{Relation(str(relation)).label}</b>  {pair}" if begins else str(pair)
        for pair, relation, begins in zip(dated.index, dated["relation"], ~dated["relation"].duplicated(), strict=True)
    ]
    style.label_rows(figure, heights.tolist(), labels)
    return figure


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
    """Return the pairs in words, indexed by the later entry's full id."""
    earlier, later = (pairs[f"{side}_printed"] + ": " + pairs[side].map(entries["summary"]) for side in _SIDES)
    return pd.DataFrame(
        {
            "The later": pairs["relation"].map(marks.labels(Relation)).tolist(),
            "Pair": list(pairs.index),
            "Said then": earlier.tolist(),
            "Found later": later.tolist(),
            "Strength": pairs["strength"].map(marks.labels(PairStrength)).tolist(),
            "Reason": pairs["reason"].tolist(),
            "Caution": pairs["caution"].fillna("").tolist(),
        },
        index=pd.Index(pairs["later"].tolist(), dtype="str", name="full_id"),
        dtype="str",
    )
