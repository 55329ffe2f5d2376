"""Slides of themes through time: what documents say under a theme, in their order."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis.thread import thread
from scrutiny.charts.headings import document_name
from scrutiny.charts.thread import kinds_by_document, theme_thread
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.chart_slides import MOST_COLUMNS, largest, picture_slide
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarChart, Part, SeriesStyle, Slide


def thread_slides(order: DeckRequest) -> Iterator[Slide]:
    """A theme through time, for each theme that is chosen."""
    entries = order.choice.fits(order.frames.entries)
    for theme in order.choice.themes:
        steps = thread(order.register, entries, theme)
        held = steps["held"].cumsum().where(steps["held"], steps["held"].cumsum() + 1)
        for _, some in steps.groupby((held - 1) // MOST_COLUMNS):
            if some["held"].any():
                yield _thread_slide(order, theme, some)


def _thread_slide(order: DeckRequest, theme: str, steps: pd.DataFrame) -> Slide:
    """Draw a theme through some documents."""
    headings = {str(step): _heading(order, row) for step, row in steps.iterrows()}
    picture = largest(
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
    looks = {f"{kind.label}s{' (own view)' if own else ''}": SeriesStyle(kind, own) for kind, own in looks_of}
    numbers.columns = pd.Index(list(looks))
    named = {step: ", ".join(lines) for step, lines in headings.items()}
    native = BarChart(numbers.rename(index=named), looks, stacked=True)
    return picture_slide(order, Part.THREADS, picture, native, shown)


def _heading(order: DeckRequest, step: pd.Series) -> tuple[str, ...]:
    """Name a document above its column: its inspection, what it is and its date, and whose scope the inspection has."""
    inspection = order.register.inspections_by_id[step["inspection"]]
    named = document_name(inspection.document(step["document"]))
    return (inspection.short_title, f"{named[:1].upper()}{named[1:]}", inspection.scope.label.lower())


def _step_of(steps: pd.DataFrame) -> pd.Series:
    """Give the document of each entry of a thread."""
    return pd.Series({full_id: step for step, row in steps.iterrows() for full_id in row["entries"]}, dtype="str")
