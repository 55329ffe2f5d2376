"""Paragraphs: how high they are, how they are shortened, and how they are written into a placeholder or a cell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import SubElement
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.slides.text_fit import LEADING, shorten_text, text_height

INDENT: Final = 36
"""How far the items of a numbered list are set in, in points."""

_KINDS: Final = {glyph: kind for kind, glyphs in style.GLYPHS.items() for glyph in glyphs}
_MARKS: Final = re.compile(f"([{''.join(_KINDS)}])")
_MARK_FONT: Final = "Segoe UI Symbol"  # Arial has no such signs, and each program would take them from another font
_LINE_END: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"


@dataclass(frozen=True)
class Paragraph:
    """A text with its size and the gap above it, in points; in bold; with its number in a list."""

    text: str
    size: float
    bold: bool = False
    number: int | None = None
    gap: float = 0


def plain(text: str) -> str:
    """Return a text that XML can hold: line ends alike, tabs as spaces, a visible sign for what cannot be seen.

    Such are control characters, lone surrogates, and those that turn the direction of writing.
    """
    return _UNSEEN.sub(_REPLACEMENT, _LINE_END.sub("\n", text).replace("\t", " "))


def powerpoint_colour(colour: str) -> RGBColor:
    """Return a colour of the charts as PowerPoint has it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())


def height(paragraphs: Iterable[Paragraph], width: float) -> float:
    """Return the height of paragraphs under one another within a width, in points, with their gaps."""
    return sum(
        text_height(one.text, one.size, width - (0 if one.number is None else INDENT), bold=one.bold) + one.gap
        for one in paragraphs
    )


def shorten(paragraphs: Sequence[Paragraph], width: float, room: float) -> list[Paragraph]:
    """Shorten paragraphs so that together they are no higher than there is room, each with a line at the least."""
    result: list[Paragraph] = []
    for nth, paragraph in enumerate(paragraphs):
        later = sum(after.size * LEADING + after.gap for after in paragraphs[nth + 1 :])
        left = room - height(result, width) - later - paragraph.gap
        most = max(int(left / (paragraph.size * LEADING)), 1)
        text = shorten_text(paragraph.text, paragraph.size, width, most, bold=paragraph.bold)
        result.append(replace(paragraph, text=text))
    return result


def write(frame: TextFrame, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs in the place of what a text frame holds, each mark in the colour of its kind."""
    frame.clear()
    for nth, paragraph in enumerate(paragraphs):
        target = frame.add_paragraph() if nth else frame.paragraphs[0]
        target.space_before = Pt(paragraph.gap)
        if paragraph.number is not None:
            # PowerPoint numbers the list itself, so that an item that is put in counts.
            properties = target._p.get_or_add_pPr()
            properties.set("marL", str(Pt(INDENT)))
            properties.set("indent", str(-Pt(INDENT)))
            SubElement(properties, qn("a:buFont"), typeface="+mj-lt")
            SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(paragraph.number))
        for row, line in enumerate(plain(paragraph.text).split("\n")):
            if row:
                target.add_line_break()
            for piece in filter(None, _MARKS.split(line)):
                run = target.add_run()
                run.text = piece
                run.font.size = Pt(paragraph.size)
                run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
                if paragraph.bold:
                    run.font.bold = True
                if kind := _KINDS.get(piece):
                    run.font.color.rgb = powerpoint_colour(style.COLOURS[kind])
                    run.font.name = _MARK_FONT
                    SubElement(run.font._element, qn("a:ea"), typeface=_MARK_FONT)
