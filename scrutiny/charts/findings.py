"""Strengths and concerns by theme: concerns to the left of a zero line, strengths to the right, one mark an entry."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.register.vocabulary import Polarity, Scope, Voice

_MOST_NAMED = 2
_SIDES = {Polarity.CONCERN: -1, Polarity.STRENGTH: 1}


def findings_by_theme(findings: pd.DataFrame, *, themes: dict[str, str], source: str, as_of: str) -> Picture:
    """Draw findings as unit marks.

    `findings` are rows of the frame of findings, of one inspection; `themes` gives the labels of the themes in
    the order of the rows; `source` names the documents in words; `as_of` is the day of the last review.
    Strengths and concerns are never subtracted from one another: each mark stands for one entry.
    """
    placed = _placed(findings)
    used = {theme: label for theme, label in themes.items() if theme in set(placed["theme"])}
    return Picture(
        figure=_figure(placed, used),
        headline=_headline(findings, themes),
        subtitle=f"Each mark is one entry, under its main theme, from {source}. "
        f"Counts are of what was written, not of how things are. Register reviewed on {as_of}.",
        alt=_alt(findings, used),
        reading=marks.reading(findings),
        table=marks.table(placed, Theme=placed["theme"].astype("str").map(themes)),
    )


def _placed(findings: pd.DataFrame) -> pd.DataFrame:
    """Give each finding its place (x), counted outwards from the zero line within its theme.

    Inspectors' findings come before the respondent's own views, local before national.
    """
    ordered = findings.sort_values(["theme", "polarity", "own_view", "scope"], kind="stable")
    position = ordered.groupby(["theme", "polarity"], observed=True).cumcount() + 1
    side = ordered["polarity"].astype(str).map({str(key): value for key, value in _SIDES.items()})
    return ordered.assign(x=position * side.astype(int))


def _figure(placed: pd.DataFrame, themes: dict[str, str]) -> go.Figure:
    """Draw the marks, the zero line, and beyond the last mark of each side the number of entries."""
    rows = {theme: row for row, theme in enumerate(themes)}
    figure = style.figure(height=style.ROW_HEIGHT * max(len(rows), 1) + 48)
    for polarity in Polarity:
        side = placed[placed["polarity"] == polarity]
        marks.add_marks(figure, side.assign(y=side["theme"].map(rows).astype(int)))
        _add_counts(figure, side, polarity, rows)
    reach = placed["x"].agg(["min", "max"]).fillna(0)
    figure.update_xaxes(
        range=[min(reach["min"], -2) - 1.2, max(reach["max"], 2) + 1.2],
        showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=style.LINE, zerolinewidth=2,
    )  # fmt: skip
    figure.update_yaxes(
        type="linear", range=[len(rows) - 0.5, -1.2], showgrid=False, zeroline=False, ticklabelstandoff=8,
        tickvals=list(rows.values()), ticktext=[style.label(label) for label in themes.values()],
    )  # fmt: skip
    return figure


def _add_counts(figure: go.Figure, findings: pd.DataFrame, polarity: Polarity, rows: dict[str, int]) -> None:
    """Write the side's name above its marks, and beyond the last mark of a row how many there are."""
    side = _SIDES[polarity]
    anchor = "left" if side > 0 else "right"
    name = f"<b>{polarity.label}s</b>"
    figure.add_annotation(x=side * 0.4, y=-0.85, text=name, showarrow=False, xanchor=anchor)
    for theme, number in findings["theme"].value_counts(sort=False).items():
        if number:
            place = {"x": side * (number + 0.75), "y": rows[str(theme)], "xanchor": anchor}
            figure.add_annotation(text=str(number), showarrow=False, **place)


def _headline(findings: pd.DataFrame, themes: dict[str, str]) -> str:
    """State what inspectors found, apart from it the respondent's own views, and where most concerns are."""
    inspectors, own = findings[~findings["own_view"]], findings[findings["own_view"]]
    said = "found" if (inspectors["voice"] == Voice.INSPECTORATE).all() else "are said to have found"
    sentences = [f"Inspectors {said} {_numbers(inspectors)}."] if len(inspectors) else []
    if len(own):
        sentences.append(f"The respondent's own view: {_numbers(own)}.")
    concerns = inspectors[inspectors["polarity"] == Polarity.CONCERN]["theme"].astype(str).value_counts()
    most = [label for theme, label in themes.items() if concerns.get(theme, 0) == concerns.max()]
    if len(concerns) > 1 and len(most) <= _MOST_NAMED:
        themes_named = listed([f"“{label}” ({concerns.max()})" for label in most])
        sentences.append(f"{'Theme' if len(most) == 1 else 'Themes'} with most concerns: {themes_named}.")
    return " ".join(sentences) or "No finding fits what is chosen."


def _numbers(findings: pd.DataFrame) -> str:
    """Count concerns and strengths, telling local and national apart: “2 concerns (1 local, 1 national) and …”."""
    parts = []
    for polarity in Polarity:
        scopes = findings[findings["polarity"] == polarity]["scope"].astype(str).value_counts()
        split = [f"{scopes[scope]} {scope}" for scope in Scope if scopes.get(scope)]
        national = "national " if split and Scope.LOCAL not in scopes else ""
        parts.append(
            count(int(scopes.sum()), f"{national}{polarity}") + (f" ({', '.join(split)})" if len(split) > 1 else "")
        )
    return listed(parts)


def _alt(findings: pd.DataFrame, themes: dict[str, str]) -> str:
    """Say in words what the chart shows, row by row."""
    if findings.empty:
        return "An empty chart: no entry fits what is chosen."
    numbers = findings.groupby(["theme", "polarity"], observed=True).size()
    rows = []
    for theme, label in themes.items():
        concerns, strengths = (int(numbers.get((theme, str(polarity)), 0)) for polarity in Polarity)
        rows.append(f"{label}: {count(concerns, 'concern')}, {count(strengths, 'strength')}")
    return f"Concerns to the left and strengths to the right of a line, by theme. {'; '.join(rows)}."
