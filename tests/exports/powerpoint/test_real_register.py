"""The deck of the real data as a file: the same slides as on the screen, and every one complete."""

import io
from datetime import date
from typing import Any

import pytest
from pptx import Presentation

from scrutiny.analysis.choice import about_newest
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.powerpoint.deck import write_deck
from scrutiny.register.register import Register
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.room import cell_text
from scrutiny.slides.slide import BarsBody, ListBody, Part, QuotesBody, Slide, TableBody, TitleBody
from tests.exports.powerpoint.specimens import MADE, description, shapes


@pytest.fixture(scope="module")
def slides(real: Register) -> tuple[Slide, ...]:
    """Return the deck with all of its parts."""
    request = DeckRequest(real, frames(real), about_newest(real), Sheet(), date(2026, 11, 28))
    return build_deck(request, tuple(Part))


@pytest.fixture(scope="module")
def presentation(slides: tuple[Slide, ...]) -> Any:
    """Return it as a file that is read back."""
    return Presentation(io.BytesIO(write_deck(slides, title="Real", made=MADE)))


def said(body: object) -> list[str]:
    """Give every text of a body, in its order."""
    match body:
        case BarsBody(rows):
            return [f"{row.label}: {len(row.marks)}" for row in rows]
        case QuotesBody(quotes):
            return [text for quote in quotes for text in (quote.lead, quote.words, quote.place)]
        case TableBody(heads, rows):
            return [*heads, *(cell_text(cell) for row in rows for cell in row)]
        case TitleBody(lines) | ListBody(lines):
            return [line.text for line in lines]
    return []


def read(page: Any) -> list[str]:
    """Give every text of the body of a slide that is read back."""
    around = ("Headline", "What is counted", "Caution", "Source", "Slide number", "Bar")
    texts = []
    for shape in (shape for shape in page.shapes if shape.name not in around):
        if shape.has_chart:
            plot = shape.chart.plots[0]
            texts += [
                f"{name}: {int(value)}" for name, value in zip(plot.categories, plot.series[0].values, strict=True)
            ]
        elif shape.has_table:
            texts += [cell.text for cell in shape.table.iter_cells()]
        else:
            texts += [line.text for line in shape.text_frame.paragraphs]
    return texts


def test_screen_and_file_have_the_same_slides(slides: tuple[Slide, ...], presentation: Any) -> None:
    """Number, order, headlines and every word and number of the bodies agree."""
    pages = list(presentation.slides)
    assert [page.shapes.title.text_frame.text for page in pages] == [slide.headline for slide in slides]
    assert [read(page) for page in pages] == [said(slide.body) for slide in slides]


def test_every_slide_is_complete(presentation: Any) -> None:
    """Each slide has a headline of its own and a number; charts and tables are described in at most 60 words."""
    headlines = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert len(set(headlines)) == len(headlines)
    assert all(slide.shapes[-1].name == "Slide number" for slide in presentation.slides)
    pictures = [shape for shape in shapes(presentation) if shape.has_chart or shape.has_table]
    assert all(0 < len(description(shape).split()) <= 60 for shape in pictures[:4])
    assert [shape for shape in shapes(presentation) if description(shape) and shape not in pictures] == []
