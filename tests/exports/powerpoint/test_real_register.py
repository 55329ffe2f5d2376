"""The deck of the real register as a file: every chart holds its frame, and every slide is complete."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.powerpoint import paging
from scrutiny.register.loading import load
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarChart, ChartBody, Slide
from tests.exports.powerpoint.specimens import LAYOUTS, description, shapes, written

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def slides() -> tuple[Slide, ...]:
    """Return the whole deck, with two themes through time."""
    register = load(DATA).register
    assert register is not None
    themes = tuple(theme.id for theme in register.themes[:2])
    choices = (Choice(), Choice(themes=themes))
    today = date(2026, 11, 22)
    orders = (
        DeckRequest(register=register, frames=frames(register), choice=one, sheet=Sheet(), today=today)
        for one in choices
    )
    return tuple(slide for order in orders for slide in build_deck(order))


@pytest.fixture(scope="module")
def presentation(slides: tuple[Slide, ...]) -> Any:
    """Return it as a file that is read back."""
    return written(*slides)


def test_charts_hold_their_frames(slides: tuple[Slide, ...], presentation: Any) -> None:
    """Each native chart has the numbers that its slide was made from, and nothing else is drawn."""
    natives = [
        page.body.native for one in slides for page in paging.paged(one, LAYOUTS) if isinstance(page.body, ChartBody)
    ]
    wanted = [
        (native.numbers.to_dict("list"), list(native.numbers.index))
        for native in natives
        if isinstance(native, BarChart)
    ]
    charts = [shape.chart.plots[0] for shape in shapes(presentation) if shape.has_chart]
    assert [({one.name: list(one.values) for one in plot.series}, list(plot.categories)) for plot in charts] == wanted
    assert len(charts) > 10


def test_every_slide_is_complete(presentation: Any) -> None:
    """Each slide has a headline, notes, a number, and words for each of its shapes."""
    for slide in presentation.slides:
        assert slide.shapes.title.text_frame.text
        assert slide.notes_slide.notes_text_frame.text
        assert slide.shapes[-1].name == "Slide number"
    assert all(description(shape) for shape in shapes(presentation))


def test_no_slide_is_shortened(presentation: Any) -> None:
    """In the register as it is, no text is too long for its place."""
    assert not [shape for shape in shapes(presentation) if shape.has_text_frame and "…" in shape.text_frame.text]
