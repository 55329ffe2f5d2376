"""Two entries side by side: the paragraphs of each column, as large as they fit."""

from typing import Final

from scrutiny.charts import style
from scrutiny.exports.powerpoint import geometry, text_boxes
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.text_boxes import Paragraph
from scrutiny.slides.slide import PairBody, PairSide

SIZES: Final = (16, 14)
_BETWEEN_SIZES: Final = (14, 13, 12)
_PLACE: Final = 12
_GAP: Final = 10


def boxes(body: Box) -> tuple[Box, Box, Box]:
    """Give the three columns: the earlier entry, what is to be read between, the later entry."""
    earlier, between, later = (box.down_to(body.bottom) for box in (geometry.EARLIER, geometry.BETWEEN, geometry.LATER))
    return earlier, between, later


def columns(sides: PairBody, body: Box) -> tuple[list[Paragraph], ...]:
    """Give the paragraphs of the three columns in the largest size in which both entries fit, or else the smallest."""
    earlier, between, _ = boxes(body)
    options = [(_said(sides.earlier, size), _said(sides.later, size)) for size in SIZES]
    fits = (both for both in options if max(text_boxes.height(column, earlier.width) for column in both) <= body.height)
    left, right = next(fits, options[-1])
    return left, _between(sides.between, between), right


def rooms(body: Box) -> list[tuple[float, float]]:
    """Give the width and the height for the text of each column; that between stands in a panel."""
    earlier, between, later = boxes(body)
    inner = (between.width - 2 * geometry.PADDING, between.height - 2 * geometry.PADDING)
    return [(earlier.width, earlier.height), inner, (later.width, later.height)]


def fitted(sides: PairBody, body: Box) -> list[list[Paragraph]]:
    """Give the paragraphs of the three columns with their texts shortened where they do not fit."""
    return [text_boxes.fitted(column, *room) for column, room in zip(columns(sides, body), rooms(body), strict=True)]


def shortened(sides: PairBody, body: Box) -> list[str]:
    """Give, in full, the texts that do not fit."""
    both = zip(columns(sides, body), fitted(sides, body), strict=True)
    return [full.text for whole, short in both for full, kept in zip(whole, short, strict=True) if full != kept]


def _said(said: PairSide, size: int) -> list[Paragraph]:
    """Give the paragraphs of an entry: when and by whom, our summary, the document's words, and where they stand."""
    return [
        Paragraph(f"{style.glyph(said.kind, said.hollow)} {said.lead}", size, bold=True),
        Paragraph(said.summary, size, gap=_GAP),
        Paragraph(f"“{said.excerpt}”", size, gap=_GAP),
        Paragraph(said.place, _PLACE, gap=_GAP),
    ]


def _between(words: tuple[str, ...], box: Box) -> list[Paragraph]:
    """Give the paragraphs between two entries, a little smaller where there is much to be said."""
    width, height = box.width - 2 * geometry.PADDING, box.height - 2 * geometry.PADDING
    options = [[Paragraph(line, size, gap=_GAP) for line in words] for size in _BETWEEN_SIZES]
    return next((option for option in options if text_boxes.height(option, width) <= height), options[-1])
