"""Slides of themes through time: what documents say under a theme, in their order."""

from collections import defaultdict
from collections.abc import Iterator

from scrutiny.analysis.thread import ThreadStep, thread
from scrutiny.charts.thread import headings_of, theme_thread
from scrutiny.slides.chart_slides import MOST_COLUMNS, entry_bars, largest, picture_slide
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import Part, Slide


def thread_slides(request: DeckRequest) -> Iterator[Slide]:
    """A theme through time, for each theme that is chosen."""
    chosen = [entry.full_id for entry in request.register.entries if request.choice.includes(entry)]
    for theme in request.choice.themes:
        steps = thread(request.register, chosen, theme)
        total = sum(step.document.held for step in steps)
        held = 0
        slides: dict[int, list[ThreadStep]] = defaultdict(list)
        for step in steps:
            # A document that is not held takes no room: it stands beside the next one that is held, or else the last.
            slides[min(held, total - 1) // MOST_COLUMNS].append(step)
            held += step.document.held
        for of_slide in slides.values() if total else ():
            yield _thread_slide(request, theme, of_slide)


def _thread_slide(request: DeckRequest, theme: str, steps: list[ThreadStep]) -> Slide:
    """Draw a theme through some documents."""
    headings = headings_of(request.register, steps)
    entries = request.frames.entries
    picture = largest(
        lambda scale: theme_thread(steps, entries, theme=request.themes[theme], headings=headings, scale=scale)
    )
    native = entry_bars(picture.counts, {step: ", ".join(lines) for step, lines in headings.items()}, stacked=True)
    return picture_slide(request, Part.THREADS, picture, native, entries.loc[picture.table.index])
