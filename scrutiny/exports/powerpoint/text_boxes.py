"""Paragraphs: how high they are, and how they are written, each mark within a line in the colour of its kind."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import text_metrics
from scrutiny.exports.powerpoint.theme import colour

_KINDS: Final = {glyph: kind for kind, glyphs in style.GLYPHS.items() for glyph in glyphs}
_MARKS: Final = re.compile(f"([{''.join(_KINDS)}])")
_MARK_FONT: Final = "Segoe UI Symbol"
INDENT: Final = 36


@dataclass(frozen=True)
class Paragraph:
    """A text with its size and the gap above it, in points; in bold; with its number in a list."""

    text: str
    size: float
    bold: bool = False
    number: int | None = None
    gap: float = 0

    def height(self, room: float) -> float:
        """Give the height within a width, in points, with the gap."""
        inner = room - (0 if self.number is None else INDENT)
        return text_metrics.height(self.text, self.size, inner, bold=self.bold) + self.gap


def height(paragraphs: Iterable[Paragraph], room: float) -> float:
    """Give the height of paragraphs under one another."""
    return sum(paragraph.height(room) for paragraph in paragraphs)


def fitted(paragraphs: Sequence[Paragraph], room: float, high: float) -> list[Paragraph]:
    """Shorten paragraphs so that together they are no higher than there is room, each with a line at the least."""
    done: list[Paragraph] = []
    for nth, paragraph in enumerate(paragraphs):
        later = sum(after.size * text_metrics.LEADING + after.gap for after in paragraphs[nth + 1 :])
        left = high - height(done, room) - later - paragraph.gap
        most = max(int(left / (paragraph.size * text_metrics.LEADING)), 1)
        short = text_metrics.clip(paragraph.text, paragraph.size, room, most, bold=paragraph.bold)
        done.append(replace(paragraph, text=short))
    return done


def write(frame: TextFrame, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs in the place of what a text frame holds."""
    frame.clear()
    for nth, paragraph in enumerate(paragraphs):
        _write(frame.add_paragraph() if nth else frame.paragraphs[0], paragraph)


def _write(target: _Paragraph, paragraph: Paragraph) -> None:
    """Write one paragraph, its marks coloured, its line ends kept."""
    target.space_before = Pt(paragraph.gap)
    if paragraph.number is not None:
        _number(target, paragraph.number)
    for nth, line in enumerate(paragraph.text.split("\n")):
        if nth:
            target.add_line_break()
        for piece in filter(None, _MARKS.split(line)):
            _write_run(target.add_run(), piece, paragraph)


def _write_run(run: _Run, piece: str, paragraph: Paragraph) -> None:
    """Write a run of letters, or a mark."""
    run.text = piece
    run.font.size = Pt(paragraph.size)
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if paragraph.bold:
        run.font.bold = True
    if kind := _KINDS.get(piece):
        run.font.color.rgb = RGBColor.from_string(colour(style.COLOURS[kind]))
        run.font.name = _MARK_FONT
        run.font._element.append(parse_xml(f'<a:ea {nsdecls("a")} typeface="{_MARK_FONT}"/>'))


def _number(target: _Paragraph, number: int) -> None:
    """Make a paragraph an item of an ordered list, which PowerPoint numbers itself."""
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(Pt(INDENT)))
    properties.set("indent", str(-Pt(INDENT)))
    properties.append(parse_xml(f'<a:buFont {nsdecls("a")} typeface="+mj-lt"/>'))
    properties.append(parse_xml(f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod" startAt="{number}"/>'))
