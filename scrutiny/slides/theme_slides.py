"""Slides of themes through time: what documents say under a theme, in their order."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis.thread import ThreadStep, thread
from scrutiny.charts.headings import document_name
from scrutiny.charts.thread import kinds_by_document, theme_thread
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.chart_slides import MOST_COLUMNS, largest, picture_slide
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarChart, Part, SeriesStyle, Slide


def thread_slides(order: DeckRequest) -> Iterator[Slide]:
    """A theme through time, for each theme that is chosen."""
    chosen = [entry.full_id for entry in order.register.entries if order.choice.includes(entry)]
    for theme in order.choice.themes:
        held = 0
        slides: dict[int, list[ThreadStep]] = defaultdict(list)
        for step in thread(order.register, chosen, theme):
            # A document that is not held stands beside the next one that is, and takes nobody's room.
            slides[held // MOST_COLUMNS].append(step)
            held += step.document.held
        for steps in slides.values():
            if any(step.document.held for step in steps):
                yield _thread_slide(order, theme, steps)


def _thread_slide(order: DeckRequest, theme: str, steps: list[ThreadStep]) -> Slide:
    """Draw a theme through some documents."""
    headings = {step.id: _heading(step) for step in steps}
    entries = order.frames.entries
    picture = largest(
        lambda scale: theme_thread(
            steps, entries, theme=order.themes[theme], headings=headings, as_of=order.as_of, scale=scale
        )
    )
    numbers = kinds_by_document(steps, entries)
    looks_of = [(EntryKind(str(column[0])), bool(column[1])) for column in numbers.columns]
    looks = {f"{kind.label}s{' (own view)' if own else ''}": SeriesStyle(kind, own) for kind, own in looks_of}
    numbers.columns = pd.Index(list(looks))
    named = {step: ", ".join(lines) for step, lines in headings.items()}
    native = BarChart(numbers.rename(index=named), looks, stacked=True)
    return picture_slide(order, Part.THREADS, picture, native, entries.loc[picture.table.index])


def _heading(step: ThreadStep) -> tuple[str, ...]:
    """Name a document above its column: its inspection, what it is and its date, and whose scope the inspection has."""
    named = document_name(step.document)
    return (step.inspection.short_title, f"{named[:1].upper()}{named[1:]}", step.inspection.scope.label.lower())
