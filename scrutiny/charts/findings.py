"""Strengths and concerns by theme: concerns to the left of a zero line, strengths to the right, one mark an entry."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
from scrutiny.register.vocabulary import Polarity, Scope, Voice

_MOST_NAMED = 2
_BESIDE = 2.2
_SIDES = {Polarity.CONCERN: -1, Polarity.STRENGTH: 1}


@cached_picture
def findings_by_theme(
    findings: pd.DataFrame,
    *,
    name: str,
    themes: dict[str, str],
    source: str,
    as_of: str,
    scale: style.Scale = style.PAGE,
) -> Picture:
    """Draw findings as unit marks.

    `findings` are rows of the frame of findings, of the inspection called `name`; `themes` gives the labels of the
    themes in the order of the rows; `source` names the documents in words; `as_of` is the day of the last review.
    Strengths and concerns are never subtracted from one another: each mark stands for one entry.
    """
    placed = _placed(findings)
    used = {theme: label for theme, label in themes.items() if theme in set(placed["theme"])}
    return Picture(
        figure=_figure(placed, used, scale),
        headline=findings_headline(findings, name=name, themes=themes),
        subtitle=f"Each mark is one entry, under its main theme, from {source}. "
        f"Counts are of what was written, not of how things are. Register reviewed on {as_of}.",
        alt=_alt(findings, used),
        reading=marks.marks_key(findings),
        table=marks.table(placed, Theme=placed["theme"].astype("str").map(themes)),
    )


def findings_headline(findings: pd.DataFrame, *, name: str, themes: dict[str, str]) -> str:
    """State what inspectors found, and apart from it what is from elsewhere and the respondent's own views.

    The arguments are those of `findings_by_theme`; nothing is drawn.
    """
    own = findings[findings["own_view"]]
    elsewhere = findings[findings["elsewhere"] & ~findings["own_view"]]
    inspectors = findings[~findings["own_view"] & ~findings["elsewhere"]]
    said = "found" if (inspectors["voice"] == Voice.INSPECTORATE).all() else "are said to have found"
    sentences = [f"inspectors {said} {_numbers(inspectors)}{_implied(inspectors)}."] if len(inspectors) else []
    if len(elsewhere):
        sentences.append(f"Taken from other inspections: {_numbers(elsewhere)}.")
    if len(own):
        sentences.append(f"The respondent's own view: {_numbers(own)}.")
    sentences += _most(inspectors, themes)
    return f"{name}: {' '.join(sentences)}" if sentences else f"{name}: no finding fits what is chosen."


def _placed(findings: pd.DataFrame) -> pd.DataFrame:
    """Give each finding its place (x), counted outwards from the zero line within its theme.

    Inspectors' findings come before the respondent's own views, local before national.
    """
    ordered = findings.sort_values(["theme", "polarity", "own_view", "scope"], kind="stable")
    position = ordered.groupby(["theme", "polarity"], observed=True).cumcount() + 1
    side = ordered["polarity"].astype(str).map({str(key): value for key, value in _SIDES.items()})
    return ordered.assign(x=position * side.astype(int))


def _figure(placed: pd.DataFrame, themes: dict[str, str], scale: style.Scale) -> go.Figure:
    """Draw the marks, the zero line, and beyond the last mark of each side the number of entries."""
    rows = {theme: row for row, theme in enumerate(themes)}
    figure = style.figure(height=round(scale.row * (max(len(rows), 1) + 0.75)) + 16, scale=scale)
    for polarity in Polarity:
        side = placed[placed["polarity"] == polarity]
        marks.add_marks(figure, side.assign(y=side["theme"].map(rows).astype(int)), size=scale.mark)
        _add_counts(figure, side, polarity, rows)
    reach = placed["x"].agg(["min", "max"]).fillna(0)
    figure.update_xaxes(
        range=[min(reach["min"], -2) - _BESIDE, max(reach["max"], 2) + _BESIDE],
        showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=style.LINE, zerolinewidth=2,
    )  # fmt: skip
    figure.update_yaxes(type="linear", range=[len(rows) - 0.5, -1.2], showgrid=False, zeroline=False)
    labels = (style.wrap_label(label, scale.label) for label in themes.values())
    style.label_rows(figure, rows.values(), labels, scale=scale)
    return figure


def _add_counts(figure: go.Figure, findings: pd.DataFrame, polarity: Polarity, rows: dict[str, int]) -> None:
    """Write the side's name above its marks, and beyond the last mark of a row how many there are.

    The respondent's own views are never added to what inspectors found: “3 + 2 own”.
    """
    side = _SIDES[polarity]
    anchor = "left" if side > 0 else "right"
    name = f"<b>{polarity.label}s</b>"
    notes = [{"x": side * 0.4, "y": -0.85, "text": name, "xanchor": anchor}]
    for theme, row in rows.items():
        own = findings["own_view"][findings["theme"] == theme]
        if len(own):
            text = _split(int((~own).sum()), int(own.sum()))
            notes.append({"x": side * (len(own) + 0.75), "y": row, "text": text, "xanchor": anchor})
    style.add_notes(figure, notes)


def _split(inspectors: int, own: int) -> str:
    """Write two numbers apart: what inspectors found, and the respondent's own views."""
    return " + ".join(filter(None, [str(inspectors or ""), f"{own} own" if own else ""]))


def _implied(inspectors: pd.DataFrame) -> str:
    """Say how many of the concerns are implied, that is, of how many no failing was printed."""
    concerns = inspectors[inspectors["polarity"] == Polarity.CONCERN]
    number = int(concerns["implied"].sum())
    return (
        f"; {number} of the {count(len(concerns), 'concern')} {'is' if number == 1 else 'are'} implied"
        if number
        else ""
    )


def _most(inspectors: pd.DataFrame, themes: dict[str, str]) -> list[str]:
    """Name the theme with most concerns of inspectors, if no more than two share the place."""
    concerns = inspectors[inspectors["polarity"] == Polarity.CONCERN]["theme"].astype(str).value_counts()
    most = [label for theme, label in themes.items() if concerns.get(theme, 0) == concerns.max()]
    if len(concerns) < _MOST_NAMED or len(most) > _MOST_NAMED:
        return []
    named = listed([f"“{label}” ({concerns.max()})" for label in most])
    return [f"{'Theme' if len(most) == 1 else 'Themes'} with most of these concerns: {named}."]


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
    rows = []
    for theme, label in themes.items():
        of_theme = findings[findings["theme"] == theme]
        sides = [of_theme[of_theme["polarity"] == polarity]["own_view"] for polarity in Polarity]
        words = [
            count(int((~own).sum()), polarity.value)
            + (f" and {int(own.sum())} of the respondent's own" if own.any() else "")
            for polarity, own in zip(Polarity, sides, strict=True)
        ]
        rows.append(f"{label}: {', '.join(words)}")
    return f"Concerns to the left and strengths to the right of a line, by theme. {'; '.join(rows)}."
