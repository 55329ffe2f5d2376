"""Strengths and concerns by theme: concerns to the left of a zero line, strengths to the right, one mark an entry."""

from itertools import product

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import marks, style
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Polarity, Scope, Voice
from scrutiny.wording import count_of, join_list

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

    `findings` are rows of the frame of findings, of the inspection called `name`: theme, polarity, own_view, scope,
    elsewhere, voice, and the columns of `marks.table`. `themes` gives the labels of the themes in the order
    of the rows; `source` names the documents in words; `as_of` is the day of the last review. Strengths and concerns
    are never subtracted from one another: each mark stands for one entry.
    """
    # Inspectors' findings stand before the respondent's own views, local before national, outwards from the line.
    placed = findings.sort_values(["theme", "polarity", "own_view", "scope"], kind="stable")
    nth = placed.groupby(["theme", "polarity"], observed=True).cumcount() + 1
    placed = placed.assign(x=nth * placed["polarity"].astype("str").map({str(p): x for p, x in _SIDES.items()}))
    used = {theme: label for theme, label in themes.items() if theme in set(findings["theme"])}
    counts = pd.crosstab(findings["theme"], [findings["polarity"], findings["own_view"]])
    counts = counts.reindex(index=list(used), columns=list(product(Polarity, (False, True))), fill_value=0)
    return Picture(
        figure=_figure(placed, counts, used, scale),
        headline=findings_headline(findings, name=name, themes=themes),
        subtitle=f"Each mark is one entry, under its main theme, from {source}. "
        f"Counts are of what was written, not of how things are. Register reviewed on {as_of}.",
        alt=_alt(counts, used),
        key=marks.marks_key(findings),
        counts=counts,
        table=marks.table(placed, Theme=placed["theme"].astype("str").map(themes)),
    )


def findings_headline(findings: pd.DataFrame, *, name: str, themes: dict[str, str]) -> str:
    """State what inspectors found, and apart from it what is from elsewhere and the respondent's own views.

    The arguments are those of `findings_by_theme`; nothing is drawn.
    """
    own = findings[findings["own_view"]]
    elsewhere = findings[findings["elsewhere"] & ~findings["own_view"]]
    inspectors = findings[~findings["own_view"] & ~findings["elsewhere"]]
    concerns = inspectors[inspectors["polarity"] == Polarity.CONCERN]
    sentences = []
    if len(inspectors):
        said = "found" if (inspectors["voice"] == Voice.INSPECTORATE).all() else "are said to have found"
        sentences.append(f"inspectors {said} {_by_scope(inspectors)}.")
    if len(elsewhere):
        sentences.append(f"Taken from other inspections: {_by_scope(elsewhere)}.")
    if len(own):
        sentences.append(f"The respondent's own view: {_by_scope(own)}.")
    by_theme = concerns["theme"].astype("str").value_counts()
    most = [label for theme, label in themes.items() if by_theme.get(theme, 0) == by_theme.max()]
    if len(by_theme) >= _MOST_NAMED and len(most) <= _MOST_NAMED:
        names = join_list([f"“{label}” ({by_theme.max()})" for label in most])
        sentences.append(f"{'Theme' if len(most) == 1 else 'Themes'} with most of these concerns: {names}.")
    return f"{name}: {' '.join(sentences)}" if sentences else f"{name}: no finding fits what is chosen."


def _by_scope(findings: pd.DataFrame) -> str:
    """Count concerns and strengths, local and national apart: “2 concerns (1 local, 1 national) and no strengths”."""
    parts = []
    for polarity in Polarity:
        numbers = findings.loc[findings["polarity"] == polarity, "scope"].value_counts()
        split = [f"{numbers[scope]} {scope}" for scope in Scope if numbers[scope]]
        national = "national " if split and not numbers[Scope.LOCAL] else ""
        apart = f" ({', '.join(split)})" if len(split) > 1 else ""
        parts.append(f"{count_of(int(numbers.sum()), f'{national}{polarity}')}{apart}")
    return join_list(parts)


def _figure(placed: pd.DataFrame, counts: pd.DataFrame, themes: dict[str, str], scale: style.Scale) -> go.Figure:
    """Draw the marks, the zero line, and beyond the last mark of each side the number of entries."""
    rows = {theme: row for row, theme in enumerate(themes)}
    figure = style.figure(height=round(scale.row * (max(len(rows), 1) + 0.75)) + 16, scale=scale)
    for polarity, side in _SIDES.items():
        of_side = placed[placed["polarity"] == polarity]
        marks.add_marks(figure, of_side.assign(y=of_side["theme"].map(rows).astype(int)), size=scale.mark)
        anchor = "left" if side > 0 else "right"
        notes = [{"x": side * 0.4, "y": -0.85, "text": f"<b>{polarity.label}s</b>", "xanchor": anchor}]
        for theme, inspectors, own in counts[polarity].itertuples():
            if inspectors or own:
                # The respondent's own views are never added to what inspectors found: “3 + 2 own”.
                text = " + ".join(filter(None, [str(inspectors or ""), f"{own} own" if own else ""]))
                x = side * (inspectors + own + 0.75)
                notes.append({"x": x, "y": rows[theme], "text": text, "xanchor": anchor})
        style.add_notes(figure, notes)
    reach = placed["x"].agg(["min", "max"]).fillna(0)
    figure.update_xaxes(
        range=[min(reach["min"], -2) - _BESIDE, max(reach["max"], 2) + _BESIDE],
        showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=style.LINE, zerolinewidth=2,
    )  # fmt: skip
    figure.update_yaxes(type="linear", range=[len(rows) - 0.5, -1.2], showgrid=False, zeroline=False)
    labels = (style.wrap_label(label, scale.label) for label in themes.values())
    style.label_rows(figure, rows.values(), labels, scale=scale)
    return figure


def _alt(counts: pd.DataFrame, themes: dict[str, str]) -> str:
    """Say in words what the chart shows, row by row."""
    if counts.empty:
        return "An empty chart: no entry fits what is chosen."
    rows = []
    for theme, numbers in counts.iterrows():
        sides = []
        for polarity in Polarity:
            own = f" and {numbers[polarity, True]} of the respondent's own" if numbers[polarity, True] else ""
            sides.append(f"{count_of(numbers[polarity, False], polarity)}{own}")
        rows.append(f"{themes[str(theme)]}: {', '.join(sides)}")
    return f"Concerns to the left and strengths to the right of a line, by theme. {'; '.join(rows)}."
