"""Paragraphs, and how they are written into a placeholder or a cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import SubElement
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.text.text import _Paragraph as TextParagraph
from pptx.text.text import _Run as Run
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.room import INDENT
from scrutiny.slides.slide import BODY, LABEL

_KINDS: Final = {glyph: kind for kind, glyphs in style.GLYPHS.items() for glyph in glyphs}
_MARKS: Final = re.compile(f"([{''.join(_KINDS)}])")
_MARK_FONT: Final = "Segoe UI Symbol"  # Arial has no such signs, and each program would take them from another font
_LINE_END: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"


@dataclass(frozen=True)
class Paragraph:
    """A text with its size and the gap above it, in points; in bold; with its bullet or its number in a list.

    The words in `strong` with which it begins are bold and in a colour; those in `mark` stand small behind it.
    """

    text: str
    size: float
    bold: bool = False
    bullet: str = ""
    number: int | None = None
    gap: float = 0
    strong: str = ""
    mark: str = ""


def plain(text: str) -> str:
    """Return a text that XML can hold: line ends alike, tabs as spaces, a visible sign for what cannot be seen.

    Such are control characters, lone surrogates, and those that turn the direction of writing.
    """
    return _UNSEEN.sub(_REPLACEMENT, _LINE_END.sub("\n", text).replace("\t", " "))


def powerpoint_colour(colour: str) -> RGBColor:
    """Return a colour of the charts as PowerPoint has it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())


def write(frame: TextFrame, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs in the place of what a text frame holds, each mark in the colour of its kind."""
    frame.clear()
    for nth, paragraph in enumerate(paragraphs):
        target = frame.add_paragraph() if nth else frame.paragraphs[0]
        target.space_before = Pt(paragraph.gap)
        if paragraph.bullet or paragraph.number is not None:
            _list_item(target, paragraph)
        if paragraph.strong:
            _write_run(target, paragraph.strong, paragraph, style.COLOURS[EntryKind.COMMITMENT], bold=True)
        for row, line in enumerate(plain(paragraph.text.removeprefix(paragraph.strong)).split("\n")):
            if row:
                target.add_line_break()
            for piece in filter(None, _MARKS.split(line)):
                kind = _KINDS.get(piece)
                run = _write_run(target, piece, paragraph, style.COLOURS[kind] if kind else "", bold=paragraph.bold)
                if kind:
                    run.font.name = _MARK_FONT
                    SubElement(run.font._element, qn("a:ea"), typeface=_MARK_FONT)
        if paragraph.mark:
            small = replace(paragraph, size=paragraph.size * LABEL / BODY)
            _write_run(target, f" {plain(paragraph.mark)}", small, "", bold=False)


def _list_item(target: TextParagraph, paragraph: Paragraph) -> None:
    """Set an item in from its bullet, or from the number that PowerPoint gives it: an item that is put in counts."""
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(Pt(INDENT)))
    properties.set("indent", str(-Pt(INDENT)))
    if paragraph.number is None:
        SubElement(properties, qn("a:buChar"), char=paragraph.bullet)
    else:
        SubElement(properties, qn("a:buFont"), typeface="+mj-lt")
        SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(paragraph.number))


def _write_run(target: TextParagraph, text: str, paragraph: Paragraph, colour: str, *, bold: bool) -> Run:
    run = target.add_run()
    run.text = text
    run.font.size = Pt(paragraph.size)
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if bold:
        run.font.bold = True
    if colour:
        run.font.color.rgb = powerpoint_colour(colour)
    return run
