"""Pairs on a time axis: said then and said later, two marks joined by a line, a row for each pair."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.pairs import PairView
from scrutiny.charts import marks, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Relation
from scrutiny.wording import count_of, join_list

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
def pairs_in_time(pairs: Sequence[PairView], entries: pd.DataFrame, *, as_of: str) -> Picture:
    """Draw pairs, grouped by relation.

    `entries` has the rows of the frame of entries that the pairs are of. The earlier entry stands left, the later
    right, each at the date of its document as printed. A pair without a date on both sides is in the table only.
    """
    relations = list(Relation)
    dated = sorted(
        (view for view in pairs if view.earlier_date and view.later_date),
        key=lambda view: relations.index(view.pair.relation),
    )
    sides = entries.loc[[*(view.pair.earlier for view in dated), *(view.pair.later for view in dated)]]
    return Picture(
        figure=_figure(dated, sides) if dated else style.figure(height=_ROW * 2),
        headline=pairs_headline(pairs),
        subtitle="Pairs are chosen by hand, as invitations to ask; each carries its caution. Dates are as printed. "
        f"Register reviewed on {as_of}.",
        alt=_alt(pairs),
        key=f"{marks.marks_key(sides)} A line joins what was said then and what was said later.",
        counts=count_pairs(pairs),
        table=_table(pairs),
    )


def count_pairs(pairs: Sequence[PairView]) -> pd.DataFrame:
    """Count pairs: a row for each relation that there is, in the order of the vocabulary, in the column `pairs`."""
    numbers = Counter(view.pair.relation for view in pairs)
    return pd.DataFrame({"pairs": {str(relation): numbers[relation] for relation in Relation if numbers[relation]}})


def pairs_headline(pairs: Sequence[PairView]) -> str:
    """State how many pairs there are, by relation, and on how many a doubtful date bears; nothing is drawn."""
    if not pairs:
        return "No pair fits what is chosen."
    parts = [f"{_HEADLINE[Relation(str(key))]} in {number}" for key, number in count_pairs(pairs)["pairs"].items()]
    doubtful = sum(view.doubt is not None for view in pairs)
    rest = f" The order of {count_of(doubtful, 'pair')} rests on a date in doubt." if doubtful else ""
    return f"{count_of(len(pairs), 'pair')}: the later {join_list(parts)}.{rest}"


def _figure(dated: Sequence[PairView], sides: pd.DataFrame) -> go.Figure:
    """Draw pairs, a row for each; `sides` are the rows of all earlier entries, then of all later ones."""
    days = [date.earliest for view in dated if (date := view.earlier_date)]
    days += [date.earliest for view in dated if (date := view.later_date)]
    axis = cut_axis(((day, day) for day in days), _WIDTH)
    places = [axis.place(day) for day in days]
    begins = [row == 0 or view.pair.relation != dated[row - 1].pair.relation for row, view in enumerate(dated)]
    heights = [row + _BETWEEN_GROUPS * (sum(begins[: row + 1]) - 1) for row in range(len(dated))]
    figure = style.figure(height=round(_ROW * (heights[-1] + 1)) + _TOP + 20)
    line = {"type": "line", "line": {"width": 2, "color": style.GRID}, "layer": "below"}
    ends = zip(places[: len(dated)], places[len(dated) :], heights, strict=True)
    style.add_shapes(
        figure,
        (line | {"x0": min(left, right), "x1": max(left, right), "y0": y, "y1": y} for left, right, y in ends),
    )
    marks.add_marks(figure, sides.assign(x=places, y=[*heights, *heights]))
    _add_axis(figure, axis, heights[-1])
    labels = [
        f"<b>{view.pair.relation.label}</b>  {view.pair.id}" if first else view.pair.id
        for view, first in zip(dated, begins, strict=True)
    ]
    style.label_rows(figure, heights, labels)
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


def _alt(pairs: Sequence[PairView]) -> str:
    """Say each pair in words."""
    if not pairs:
        return "An empty chart: no pair fits what is chosen."
    rows = (
        f"{view.pair.id}: {view.pair.earlier} of {view.earlier_printed}, {view.pair.later} of {view.later_printed}"
        for view in pairs
    )
    return f"Two marks joined by a line for each pair. {'. '.join(rows)}."


def _table(pairs: Sequence[PairView]) -> pd.DataFrame:
    """Return the pairs in words, indexed by the later entry's full id."""
    return pd.DataFrame(
        {
            "The later": [view.pair.relation.label for view in pairs],
            "Pair": [view.pair.id for view in pairs],
            "Said then": [f"{view.earlier_printed}: {view.earlier.summary}" for view in pairs],
            "Said later": [f"{view.later_printed}: {view.later.summary}" for view in pairs],
            "Strength": [view.pair.strength.label for view in pairs],
            "Reason": [view.pair.reason for view in pairs],
            "Caution": [view.pair.caution or "" for view in pairs],
        },
        index=pd.Index([view.pair.later for view in pairs], dtype="str", name="full_id"),
        dtype="str",
    )
