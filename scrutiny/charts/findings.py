"""Strengths and concerns by theme: concerns to the left of a zero line, strengths to the right, one mark an entry."""

from itertools import product

import pandas as pd
import plotly.graph_objects as go

from scrutiny.analysis import counts
from scrutiny.charts import headlines, marks, style
from scrutiny.charts.headlines import ByScope
from scrutiny.charts.picture import Picture, cached_picture, grouped
from scrutiny.register.vocabulary import Basis, Polarity, Scope
from scrutiny.wording import count_of, join_list

_ROOM_BESIDE = 1.8
_LABEL = 34  # two lines of one label stand as near to each other as to the next label
_SIDES = {Polarity.CONCERN: -1, Polarity.STRENGTH: 1}


@cached_picture
def findings_by_theme(
    findings: pd.DataFrame, *, author: str, themes: dict[str, str], narrowed: bool = False
) -> Picture:
    """Draw findings as unit marks.

    `findings` are rows of the frame of findings, of one inspection: theme, kind, own_view, elsewhere, scope, and
    the columns of `marks.table`. `author` is who says so, as the headline begins, and `narrowed` whether a filter
    leaves out some of them; `themes` gives the labels of the themes in the order of the rows. Strengths and concerns
    are never subtracted from one another: each mark stands for one entry.
    """
    # Inspectors' findings stand before those of other inspections and the author's own views, local before national,
    # outwards from the line.
    placed = findings.sort_values(["theme", "kind", "basis", "scope"], kind="stable")
    nth = placed.groupby(["theme", "kind"], observed=True).cumcount() + 1
    placed = placed.assign(x=nth * placed["kind"].astype("str").map({str(p): x for p, x in _SIDES.items()}))
    used = {theme: label for theme, label in themes.items() if theme in set(findings["theme"])}
    numbers = pd.crosstab(placed["theme"], [placed["kind"], placed["basis"]])
    numbers = numbers.reindex(index=list(used), columns=list(product(Polarity, Basis)), fill_value=0)
    return Picture(
        figure=_figure(placed, numbers, used),
        headline=findings_headline(findings, author=author, narrowed=narrowed),
        subtitle=_own_views(findings),
        alt="Concerns to the left and strengths to the right of a line, by theme; each is a symbol.",
        key=marks.marks_key(findings),
        table=marks.table(placed, Theme=placed["theme"].astype("str").map(themes)),
        groups=grouped(placed["theme"].astype("str").map(themes)),
    )


def findings_headline(findings: pd.DataFrame, *, author: str, narrowed: bool = False) -> str:
    """State what inspectors found, and apart from it the author's own views; nothing is drawn.

    The arguments are those of `findings_by_theme`.
    """
    by_scope = [findings[findings["scope"] == scope] for scope in Scope]
    return headlines.findings(
        author,
        ByScope(*map(counts.concerns.of, by_scope)),
        ByScope(*map(counts.strengths.of, by_scope)),
        own_views=bool(counts.own_views.of(findings)),
        elsewhere=bool(counts.from_elsewhere.of(findings)),
        narrowed=narrowed,
    )


def _figure(placed: pd.DataFrame, numbers: pd.DataFrame, themes: dict[str, str]) -> go.Figure:
    """Draw the marks, the zero line, and beyond the last mark of each side the number of inspectors' findings."""
    rows = {theme: row for row, theme in enumerate(themes)}
    figure = style.figure(height=round(style.PAGE.row * (max(len(rows), 1) + 0.75)) + 16)
    for polarity, side in _SIDES.items():
        of_side = placed[placed["kind"] == polarity]
        marks.add_marks(figure, of_side.assign(y=of_side["theme"].map(rows).astype(int)), size=style.PAGE.mark)
        anchor = "left" if side > 0 else "right"
        notes = [{"x": side * 0.4, "y": -0.85, "text": f"<b>{polarity.label}s</b>", "xanchor": anchor}]
        for theme, *of_row in numbers[polarity].itertuples():
            if of_row[0]:
                x = side * (sum(of_row) + 0.75)
                notes.append({"x": x, "y": rows[theme], "text": str(of_row[0]), "xanchor": anchor})
        style.add_notes(figure, notes)
    reach = placed["x"].agg(["min", "max"]).fillna(0)
    figure.update_xaxes(
        range=[min(reach["min"], -2) - _ROOM_BESIDE, max(reach["max"], 2) + _ROOM_BESIDE],
        showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=style.LINE, zerolinewidth=2,
    )  # fmt: skip
    figure.update_yaxes(type="linear", range=[len(rows) - 0.5, -1.2], showgrid=False, zeroline=False)
    labels = (style.wrap_label(label, _LABEL) for label in themes.values())
    style.label_rows(figure, rows.values(), labels)
    return figure


def _own_views(findings: pd.DataFrame) -> str:
    """Say how many concerns and how many strengths, in no number of the chart, are the author's own views, if any."""
    of_kind = findings.loc[findings["own_view"], "kind"].value_counts()
    told = [count_of(int(of_kind[polarity]), polarity) for polarity in Polarity if of_kind[polarity]]
    return f"Not counted: the letter’s own views, {join_list(told)}." if told else ""
