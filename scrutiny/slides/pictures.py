"""Slides with a picture: the matrix, strengths and concerns, answers, commitments, and themes through time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil

import pandas as pd

from scrutiny.analysis.answers import SHOWN_ORDER, answers
from scrutiny.analysis.checkable import checkable
from scrutiny.analysis.thread import thread
from scrutiny.charts import style
from scrutiny.charts.answers import answer_flow
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.headings import column, document_name, sources, sources_of
from scrutiny.charts.matrix import matrix
from scrutiny.charts.picture import Picture
from scrutiny.charts.thread import kinds_by_document, theme_thread
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import CommitmentKind, EntryKind, Polarity, Scope, Tick
from scrutiny.slides.fit import BODY_HEIGHT
from scrutiny.slides.order import Order
from scrutiny.slides.slide import Bars, Chart, Look, Part, Slide, Table

MOST_COLUMNS = 5
"""How many inspections, or documents that are held, stand side by side on a slide."""

_KINDS = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT)
_ANSWER_LABEL = 32
_CONTINUED = " (continued)"


def matrix_slides(order: Order) -> Iterator[Slide]:
    """Every entry by main theme and inspection; what has no room on one slide goes on on further ones."""
    inspections = order.choice.of(order.register)
    for first in range(0, len(inspections), MOST_COLUMNS):
        yield from _matrix_of(order, inspections[first : first + MOST_COLUMNS])


def _matrix_of(order: Order, inspections: list[Inspection]) -> Iterator[Slide]:
    """Draw the matrix of some inspections, on as many slides as its themes need."""
    entries = order.fitting(order.frames.entries)
    entries = entries[entries["inspection"].isin([one.id for one in inspections]) & entries["kind"].isin(_KINDS)]

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        return matrix(
            entries[entries["theme"].isin(list(themes))],
            columns=[column(inspection) for inspection in inspections],
            themes=themes,
            by_recurrence=False,
            as_of=order.as_of,
            scale=scale,
        )

    for picture, themes in _over_slides(draw, order.themes):
        shown = entries[entries["theme"].isin(list(themes))]
        native = _marks_table(shown, themes, inspections)
        yield _slide(order, Part.MATRIX, picture, native, shown)


def findings_slides(order: Order, inspection: Inspection) -> Iterator[Slide]:
    """What inspectors found in one inspection, by theme; the respondent's own views are left out."""
    found = order.fitting(order.frames.findings)
    found = found[(found["inspection"] == inspection.id) & ~found["own_view"]]
    if found.empty:
        return

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        return findings_by_theme(
            found[found["theme"].isin(list(themes))],
            name=inspection.short_title,
            themes=themes,
            source=sources(inspection),
            as_of=order.as_of,
            scale=scale,
        )

    for picture, themes in _over_slides(draw, _used(order.themes, found)):
        shown = found[found["theme"].isin(list(themes))]
        numbers = pd.crosstab(shown["theme"].astype("str"), shown["polarity"].astype("str"))
        numbers = numbers.reindex(index=list(themes), columns=[str(side) for side in Polarity], fill_value=0)
        native = Bars(
            numbers.rename(index=themes, columns={str(side): f"{side.label}s" for side in Polarity}),
            {f"{side.label}s": Look(EntryKind(side)) for side in Polarity},
        )
        yield _slide(order, Part.FINDINGS, picture, native, shown)


def answer_slides(order: Order, inspection: Inspection) -> Iterator[Slide]:
    """What the reply to one inspection offers to inspectors' concerns, local and national apart."""
    concerns = order.fitting(answers(order.register))
    concerns = concerns[(concerns["inspection"] == inspection.id) & ~concerns["own_view"]]
    for scope in Scope:
        of_scope = concerns[concerns["scope"] == scope]
        if len(of_scope):
            yield from _answers_of(order, inspection, of_scope)


def _answers_of(order: Order, inspection: Inspection, concerns: pd.DataFrame) -> Iterator[Slide]:
    """Draw the answers to concerns of one scope."""

    def draw(themes: dict[str, str], scale: style.Scale) -> Picture:
        of_themes = concerns[concerns["theme"].isin(list(themes))]
        return answer_flow(
            of_themes,
            themes=themes,
            source=sources(inspection),
            as_of=order.as_of,
            scale=replace(scale, label=_ANSWER_LABEL),
        )

    for picture, themes in _over_slides(draw, _used(order.themes, concerns)):
        shown = concerns[concerns["theme"].isin(list(themes))]
        numbers = shown["answer"].astype("str").value_counts()
        states = [state for state in SHOWN_ORDER if state in numbers]
        native = Bars(
            pd.DataFrame({"Concerns": [int(numbers[state]) for state in states]}, index=[s.label for s in states]),
            {"Concerns": Look(EntryKind.CONCERN)},
            reading=" ".join(f"{state.label}: {state.meaning}" for state in states),
        )
        headline = f"{inspection.short_title}: {picture.headline[:1].lower()}{picture.headline[1:]}"
        yield _slide(order, Part.ANSWERS, replace(picture, headline=headline), native, shown)


def commitment_slides(order: Order, inspection: Inspection) -> Iterator[Slide]:
    """What is printed for each commitment about one inspection."""
    shown = order.fitting(checkable(order.register, order.today))
    shown = shown[shown["inspection"] == inspection.id]
    if shown.empty:
        return
    picture = _largest(
        lambda scale: commitments_by_tick(
            shown,
            bodies={body.id: body.name for body in order.register.bodies},
            inspections={one.id: one.short_title for one in order.register.inspections},
            source=sources_of(order.register, shown),
            as_of=order.as_of,
            scale=scale,
        )
    )
    rows = {}
    for kind in CommitmentKind:
        of_kind = shown[shown["commitment"] == kind]
        for tick in Tick if len(of_kind) else ():
            rows[f"{kind.label}s ({len(of_kind)}): {tick.label.lower()}"] = int(of_kind[tick].sum())
    numbers = pd.DataFrame({"Commitments": list(rows.values())}, index=list(rows))
    headline = f"{inspection.short_title}: {picture.headline[:1].lower()}{picture.headline[1:]}"
    ticks = " ".join(f"{tick.label}: {tick.meaning[:1].lower()}{tick.meaning[1:]}" for tick in Tick)
    native = Bars(numbers, {"Commitments": Look(EntryKind.COMMITMENT)}, reading=ticks)
    yield _slide(order, Part.COMMITMENTS, replace(picture, headline=headline), native, shown)


def thread_slides(order: Order) -> Iterator[Slide]:
    """A theme through time, for each theme that is chosen."""
    entries = order.choice.fits(order.frames.entries)
    for theme in order.choice.themes:
        steps = thread(order.register, entries, theme)
        held = steps["held"].cumsum().where(steps["held"], steps["held"].cumsum() + 1)
        for _, some in steps.groupby((held - 1) // MOST_COLUMNS):
            if some["held"].any():
                yield _thread_slide(order, theme, some)


def _thread_slide(order: Order, theme: str, steps: pd.DataFrame) -> Slide:
    """Draw a theme through some documents."""
    headings = {str(step): _heading(order, row) for step, row in steps.iterrows()}
    picture = _largest(
        lambda scale: theme_thread(
            steps,
            order.frames.entries,
            theme=order.themes[theme],
            headings=headings,
            as_of=order.as_of,
            scale=scale,
        )
    )
    shown = order.frames.entries.loc[picture.table.index]
    numbers = kinds_by_document(shown.assign(step=_step_of(steps).reindex(shown.index)), steps)
    looks_of = [(EntryKind(str(column[0])), bool(column[1])) for column in numbers.columns]
    looks = {f"{kind.label}s{' (own view)' if own else ''}": Look(kind, own) for kind, own in looks_of}
    numbers.columns = pd.Index(list(looks))
    named = {step: ", ".join(lines) for step, lines in headings.items()}
    native = Bars(numbers.rename(index=named), looks, stacked=True)
    return _slide(order, Part.THREADS, picture, native, shown)


def _heading(order: Order, step: pd.Series) -> tuple[str, ...]:
    """Name a document above its column: its inspection, what it is and its date, and whose scope the inspection has."""
    inspection = order.register.inspections_by_id[step["inspection"]]
    named = document_name(inspection.document(step["document"]))
    return (inspection.short_title, f"{named[:1].upper()}{named[1:]}", inspection.scope.label.lower())


def _step_of(steps: pd.DataFrame) -> pd.Series:
    """Give the document of each entry of a thread."""
    return pd.Series({full_id: step for step, row in steps.iterrows() for full_id in row["entries"]}, dtype="str")


def _marks_table(entries: pd.DataFrame, themes: dict[str, str], inspections: list[Inspection]) -> Table:
    """Give the matrix as a table: in each cell the mark of each kind with how many there are."""
    numbers = entries.groupby(["theme", "inspection", "kind", "own_view"], observed=True).size()
    rows = []
    for theme, label in themes.items():
        cells = []
        for inspection in inspections:
            looks = [(kind, own) for kind in _KINDS for own in (False, True)]
            counted = [(kind, own, numbers.get((theme, inspection.id, str(kind), own), 0)) for kind, own in looks]
            cells.append("  ".join(f"{style.glyph(kind, own)} {number}" for kind, own, number in counted if number))
        rows.append((label, *cells))
    heads = ("Theme", *(f"{one.short_title} ({one.scope.label.lower()})" for one in inspections))
    return Table(heads, tuple(rows), (3, *(2 for _ in inspections)))


def _used(themes: dict[str, str], rows: pd.DataFrame) -> dict[str, str]:
    """Give the themes under which there are rows."""
    used = set(rows["theme"])
    return {theme: label for theme, label in themes.items() if theme in used}


def _over_slides(
    draw: Callable[[dict[str, str], style.Scale], Picture], themes: dict[str, str]
) -> Iterator[tuple[Picture, dict[str, str]]]:
    """Draw themes on as few slides as have room for them; the headline of the whole stands on each."""
    whole = _largest(lambda scale: draw(themes, scale))
    pictures, groups = [whole], [themes]
    for number in range(2, len(themes) + 1):
        if all(map(_fits, pictures)):
            break
        size = ceil(len(themes) / number)
        groups = [dict(list(themes.items())[first : first + size]) for first in range(0, len(themes), size)]
        pictures = [draw(group, style.SLIDE[-1]) for group in groups]
    for place, (picture, group) in enumerate(zip(pictures, groups, strict=True)):
        yield replace(picture, headline=whole.headline + (_CONTINUED if place else "")), group


def _largest(draw: Callable[[style.Scale], Picture]) -> Picture:
    """Draw at the largest scale with which the picture fits, or else at the smallest."""
    for scale in style.SLIDE:
        picture = draw(scale)
        if _fits(picture):
            break
    return picture


def _fits(picture: Picture) -> bool:
    """Tell whether a picture has room on a slide."""
    return bool(picture.figure.layout.height <= BODY_HEIGHT)


def _slide(order: Order, part: Part, picture: Picture, native: Bars | Table, shown: pd.DataFrame) -> Slide:
    """Make the slide of a picture."""
    return order.slide(part, picture.headline, Chart(picture, native), foot=picture.subtitle, entries=shown.index)
