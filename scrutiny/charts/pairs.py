"""Pairs on a time axis: said earlier and said later, two marks joined by a line, a row for each pair."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis.pairs import PairView
from scrutiny.charts import headlines, marks, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import PairStrength, Relation

_WIDTH = 600.0
_ROW = 26
_YEARS_APART = 40
_TOP = 56
_NUDGE = 16.0
_BETWEEN_GROUPS = 1.0


@cached_picture
def pairs_in_time(pairs: Sequence[PairView], entries: pd.DataFrame) -> Picture:
    """Draw pairs, grouped by relation.

    `entries` has the rows of the frame of entries that the pairs are of. The earlier entry stands left, the later
    right, each at the date of its document; one of an undated document stands at its inspection. A pair without a date
    on both sides is in the table only.
    """
    relations = list(Relation)
    dated = sorted(
        (view for view in pairs if view.earlier_said.place and view.later_said.place),
        key=lambda view: relations.index(view.pair.relation),
    )
    sides = entries.loc[[*(view.pair.earlier for view in dated), *(view.pair.later for view in dated)]]
    return Picture(
        figure=_figure(dated, sides) if dated else style.figure(height=_ROW * 2),
        headline=pairs_headline(pairs),
        subtitle=_subtitle(pairs),
        alt=_alt(pairs),
        key=f"{marks.marks_key(sides)} A line joins what was said earlier and later. "
        "What an undated document says stands at its inspection.",
        counts=count_pairs(pairs),
        table=_table(pairs),
    )


def count_pairs(pairs: Sequence[PairView]) -> pd.DataFrame:
    """Count pairs: a row for each relation that there is, in the order of the vocabulary, in the column `pairs`."""
    numbers = Counter(view.pair.relation for view in pairs)
    return pd.DataFrame({"pairs": {str(relation): numbers[relation] for relation in Relation if numbers[relation]}})


def pairs_headline(pairs: Sequence[PairView]) -> str:
    """State how many comparisons there are, and how many of them are clear; nothing is drawn."""
    clear = sum(view.pair.strength is PairStrength.STRONG for view in pairs)
    return headlines.pairs(clear, len(pairs) - clear)


def _subtitle(pairs: Sequence[PairView]) -> str:
    """Say how they came about, and of how many the order is uncertain."""
    if not pairs:
        return ""
    doubtful = sum(view.doubt is not None for view in pairs)
    order = f" The order is uncertain in {doubtful}, because a date is." if doubtful else ""
    return f"We chose these by hand. Read the caution before using one.{order}"


def _figure(dated: Sequence[PairView], sides: pd.DataFrame) -> go.Figure:
    """Draw pairs, a row for each; `sides` are the rows of all earlier entries, then of all later ones."""
    days = [date.earliest for view in dated if (date := view.earlier_said.place)]
    days += [date.earliest for view in dated if (date := view.later_said.place)]
    axis = cut_axis(((day, day) for day in days), _WIDTH)
    places = [axis.place(day) for day in days]
    begins = [row == 0 or view.pair.relation != dated[row - 1].pair.relation for row, view in enumerate(dated)]
    heights = [row + _BETWEEN_GROUPS * sum(begins[: row + 1]) for row in range(len(dated))]
    figure = style.figure(height=round(_ROW * (heights[-1] + 1)) + _TOP + 20)
    line = {"type": "line", "line": {"width": 2, "color": style.GRID}, "layer": "below"}
    ends = zip(places[: len(dated)], places[len(dated) :], heights, strict=True)
    style.add_shapes(
        figure,
        (line | {"x0": min(left, right), "x1": max(left, right), "y0": y, "y1": y} for left, right, y in ends),
    )
    marks.add_marks(figure, sides.assign(x=places, y=[*heights, *heights]))
    _add_axis(figure, axis, heights[-1])
    heading = {"x": 0, "xanchor": "left"}
    groups = zip(dated, heights, begins, strict=True)
    style.add_notes(
        figure,
        (heading | {"y": y - 0.9, "text": f"<b>{view.pair.relation.label}</b>"} for view, y, first in groups if first),
    )
    style.label_rows(figure, heights, [view.pair.id for view in dated])
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
        return "An empty chart: no comparison fits what is chosen."
    rows = (
        f"{view.pair.id}, {view.pair.relation.label.lower()}: {view.earlier_said.words}, then {view.later_said.words}"
        for view in pairs
    )
    return f"Two symbols joined by a line for each comparison. {'. '.join(rows)}."


def _table(pairs: Sequence[PairView]) -> pd.DataFrame:
    """Return the pairs in words, indexed by the later entry's full id."""
    return pd.DataFrame(
        {
            "Compared with before": [view.pair.relation.label for view in pairs],
            "Code": [view.pair.id for view in pairs],
            "Said earlier": [f"{view.earlier_said.words}: {view.earlier.summary}" for view in pairs],
            "Said later": [f"{view.later_said.words}: {view.later.summary}" for view in pairs],
            "Link": [view.pair.strength.label for view in pairs],
            "Reason": [view.pair.reason for view in pairs],
            "Caution": [view.pair.caution or "" for view in pairs],
        },
        index=pd.Index([view.pair.later for view in pairs], dtype="str", name="full_id"),
        dtype="str",
    )
