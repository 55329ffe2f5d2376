"""Slides with a picture: the matrix, strengths and concerns, answers, and commitments."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from math import ceil

import pandas as pd

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.charts import style
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.commitments import TICKS_KEY, TOTAL, author_and_kind, commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.marks import KINDS, labels, series_name
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Answer, Basis, CommitmentKind, EntryKind, Scope, Tick
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import CONTINUED, BarChart, ChartBody, Part, SeriesStyle, Slide, TableBody
from scrutiny.slides.text_fit import BODY_HEIGHT
from scrutiny.wording import list_sources, lower_first, office

MOST_COLUMNS = 5
"""How many inspections, or documents that are held, stand side by side on a slide."""


def matrix_slides(request: DeckRequest) -> Iterator[Slide]:
    """Every entry by main theme and inspection; what has no room on one slide goes on on further ones."""
    inspections = request.choice.inspections_in(request.register)
    for first in range(0, len(inspections), MOST_COLUMNS):
        yield from _matrix_of(request, inspections[first : first + MOST_COLUMNS])


def _matrix_of(request: DeckRequest, inspections: list[Inspection]) -> Iterator[Slide]:
    """Draw the matrix of some inspections, on as many slides as its themes need."""
    entries = request.fitting(request.frames.entries)
    entries = entries[entries["inspection"].isin([one.id for one in inspections]) & entries["kind"].isin(KINDS)]

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        return matrix(
            entries[entries["theme"].isin(list(themes))],
            columns=columns_of(request.register, inspections),
            themes=themes,
            by_recurrence=False,
            scale=scale,
        )

    for picture, themes in _over_slides(draw, request.themes):
        shown = entries[entries["theme"].isin(list(themes))]
        yield picture_slide(request, Part.MATRIX, picture, _marks_table(picture.counts, themes, inspections), shown)


def findings_slides(request: DeckRequest, inspection: Inspection) -> Iterator[Slide]:
    """What inspectors found in one inspection, by theme, and apart from it the letter's own views."""
    found = request.fitting(request.frames.findings)
    found = found[found["inspection"] == inspection.id]
    if found.empty:
        return

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        return findings_by_theme(
            found[found["theme"].isin(list(themes))],
            author=f"{inspection.short_title}:",
            themes=themes,
            source=list_sources(request.register, [inspection.id]),
            scale=scale,
        )

    for picture, themes in _over_slides(draw, _used(request.themes, found)):
        shown = found[found["theme"].isin(list(themes))]
        looks = picture.counts.columns.to_frame().itertuples(index=False)
        there = [(kind, basis) for kind, basis in looks if basis == Basis.FOUND or picture.counts[kind, basis].any()]
        native = entry_bars(picture.counts[there], themes)
        yield picture_slide(request, Part.FINDINGS, picture, native, shown)


def answer_slides(request: DeckRequest, inspection: Inspection) -> Iterator[Slide]:
    """What the reply to one inspection offers to inspectors' concerns about it, local and national apart."""
    concerns = request.fitting(answers(request.register))
    concerns = concerns[(concerns["inspection"] == inspection.id) & ~concerns["own_view"] & ~concerns["elsewhere"]]
    for scope in Scope:
        of_scope = concerns[concerns["scope"] == scope]
        if len(of_scope):
            yield from _answers_of(request, inspection, scope, of_scope)


def _answers_of(request: DeckRequest, inspection: Inspection, scope: Scope, concerns: pd.DataFrame) -> Iterator[Slide]:
    """Draw the answers to concerns of one scope."""

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        return answer_grid(
            concerns[concerns["theme"].isin(list(themes))],
            scope=scope,
            columns=columns_of(request.register, [inspection]),
            themes=themes,
            scale=scale,
        )

    for picture, themes in _over_slides(draw, _used(request.themes, concerns)):
        shown = concerns[concerns["theme"].isin(list(themes))]
        numbers = picture.counts[inspection.id, str(Basis.FOUND)].rename(labels(Answer))
        native = BarChart(numbers.to_frame("Concerns"), {"Concerns": SeriesStyle(EntryKind.CONCERN)})
        headline = f"{inspection.short_title}: {lower_first(picture.headline)}"
        yield picture_slide(request, Part.ANSWERS, replace(picture, headline=headline), native, shown)


def commitment_slides(request: DeckRequest, inspection: Inspection) -> Iterator[Slide]:
    """What each commitment about one inspection states."""
    shown = request.fitting(checkable_commitments(request.register, request.today))
    shown = shown[shown["inspection"] == inspection.id]
    if shown.empty:
        return
    bodies = {body.id: office(body) for body in request.register.bodies}
    inspections = {one.id: one.short_title for one in request.register.inspections}
    picture = largest(lambda scale: commitments_by_tick(shown, bodies=bodies, inspections=inspections, scale=scale))
    groups = {
        f"{', '.join(author_and_kind(author, CommitmentKind(kind), bodies))} ({row[TOTAL]})": row
        for (author, kind), (_, row) in zip(picture.counts.index.tolist(), picture.counts.iterrows(), strict=True)
    }
    numbers = {f"{name}: {tick.label.lower()}": row[tick] for name, row in groups.items() for tick in Tick}
    native = BarChart(
        pd.Series(numbers).to_frame("Commitments"),
        {"Commitments": SeriesStyle(EntryKind.COMMITMENT)},
        key=TICKS_KEY,
    )
    headline = f"{inspection.short_title}: {lower_first(picture.headline)}"
    foot = f"{picture.subtitle} Last checked {request.as_of}."
    yield picture_slide(request, Part.COMMITMENTS, replace(picture, headline=headline, subtitle=foot), native, shown)


def _marks_table(counts: pd.DataFrame, themes: dict[str, str], inspections: list[Inspection]) -> TableBody:
    """Return the counts of a matrix as a table: in each cell the mark of each kind with how many there are."""
    numbers = counts.to_dict("index")
    rows = []
    for theme, label in themes.items():
        cells = []
        for inspection in inspections:
            counted = [
                f"{style.glyph(kind, basis is Basis.OWN)} {number}{' E' if basis is Basis.ELSEWHERE else ''}"
                for kind, basis in product(KINDS, Basis)
                if (number := numbers[theme][inspection.id, kind, basis])
            ]
            cells.append("  ".join(counted))
        rows.append((label, *cells))
    heads = ("Theme", *(f"{one.short_title} ({one.scope.label.lower()})" for one in inspections))
    return TableBody(heads, tuple(rows), (3, *(2 for _ in inspections)))


def entry_bars(counts: pd.DataFrame, names: dict[str, str], *, stacked: bool = False) -> BarChart:
    """Return the bars of a picture whose counts have a column for each kind and basis of entries.

    `names` are the labels of its categories.
    """
    pairs = counts.columns.to_frame().itertuples(index=False)
    looks = [SeriesStyle(EntryKind(kind), Basis(basis)) for kind, basis in pairs]
    series = {series_name(look.kind, look.basis): look for look in looks}
    return BarChart(counts.set_axis(list(series), axis=1).rename(index=names), series, stacked)


def _used(themes: dict[str, str], rows: pd.DataFrame) -> dict[str, str]:
    used = set(rows["theme"])
    return {theme: label for theme, label in themes.items() if theme in used}


def _over_slides(
    draw: Callable[[dict[str, str], style.Scale], Picture], themes: dict[str, str]
) -> Iterator[tuple[Picture, dict[str, str]]]:
    """Draw themes on as few slides as have room for them; the headline of the whole stands on each."""
    whole = largest(lambda scale: draw(themes, scale))
    pictures, groups = [whole], [themes]
    for number in range(2, len(themes) + 1):
        if all(map(_fits, pictures)):
            break
        size = ceil(len(themes) / number)
        groups = [dict(list(themes.items())[first : first + size]) for first in range(0, len(themes), size)]
        pictures = [draw(group, style.SLIDE[-1]) for group in groups]
    for place, (picture, group) in enumerate(zip(pictures, groups, strict=True)):
        yield replace(picture, headline=whole.headline + (CONTINUED if place else "")), group


def largest(draw: Callable[[style.Scale], Picture]) -> Picture:
    """Draw at the largest scale with which the picture fits, or else at the smallest."""
    for scale in style.SLIDE:
        picture = draw(scale)
        if _fits(picture):
            break
    return picture


def _fits(picture: Picture) -> bool:
    return bool(picture.figure.layout.height <= BODY_HEIGHT)


def picture_slide(
    request: DeckRequest, part: Part, picture: Picture, native: BarChart | TableBody, shown: pd.DataFrame
) -> Slide:
    """Make the slide of a picture."""
    foot = f"{picture.subtitle} Last checked {request.as_of}."
    return request.slide(part, picture.headline, ChartBody(picture, native), foot=foot, entries=shown.index)
