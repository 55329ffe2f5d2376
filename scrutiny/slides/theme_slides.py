"""Slides of themes through time: what documents say under a theme, in their order."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis.thread import thread
from scrutiny.charts.thread import theme_thread
from scrutiny.slides.chart_slides import MOST_COLUMNS, entry_bars, largest, picture_slide
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import Part, Slide
from scrutiny.wording import document_name, upper_first


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
    native = entry_bars(picture.counts, {step: ", ".join(lines) for step, lines in headings.items()}, stacked=True)
    return picture_slide(order, Part.THREADS, picture, native, order.frames.entries.loc[picture.table.index])


def _heading(order: DeckRequest, step: pd.Series) -> tuple[str, ...]:
    """Name a document above its column: its inspection, what it is and its date, and whose scope the inspection has."""
    inspection = order.register.inspections_by_id[step["inspection"]]
    name = upper_first(document_name(inspection.document(step["document"])))
    return (inspection.short_title, name, inspection.scope.label.lower())
