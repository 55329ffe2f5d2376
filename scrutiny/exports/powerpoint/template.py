"""The template that decks are written on: its layouts, and where their placeholders stand.

Our own, `scrutiny/exports/templates/slides.pptx`, can be edited in PowerPoint (View, Slide Master). A council's own is
best made from a copy of it: layouts are found by their names, placeholders by the numbers that PowerPoint gives them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout
from pptx.util import Pt

from scrutiny.exports.templates import TemplateError
from scrutiny.slides.room import BOTTOM, INNER, TOP
from scrutiny.slides.slide import BarsBody, Body, QuotesBody, TableBody, TitleBody

OWN: Final = Path(__file__).parents[1] / "templates" / "slides.pptx"
OPENING, CHART, TABLE, TEXT, QUOTATIONS = "Opening", "Chart", "Table", "Text", "Quotations"
HEADLINE, BODY, SUBTITLE, CAUTION, SOURCE, NUMBER = 0, 1, 10, 11, 20, 21
MORE_QUOTATIONS: Final = (2, 3, 4)
_OPENING: Final = {HEADLINE: "headline", BODY: "body", SOURCE: "source", NUMBER: "slide number"}
_USUAL: Final = _OPENING | {SUBTITLE: "subtitle", CAUTION: "caution"}
PLACEHOLDERS: Final = {
    OPENING: _OPENING,
    CHART: _USUAL,
    TABLE: _USUAL,
    TEXT: _USUAL,
    QUOTATIONS: _USUAL | dict.fromkeys(MORE_QUOTATIONS, "further quotation"),
}
"""What each layout must have, by the index of the placeholder."""

_NATIVE: Final = {CHART: PP_PLACEHOLDER.CHART, TABLE: PP_PLACEHOLDER.TABLE}


@dataclass(frozen=True)
class Region:
    """Where a slide's own points lie on a layout: moved and, where there is less room than on ours, made smaller."""

    left: float
    top: float
    scale: float = 1

    def place(self, shape: BaseShape, left: float, top: float, width: float, height: float) -> None:
        """Put a shape where it stands on our own layouts, from the left margin and the top of the headline."""
        shape.left, shape.top = Pt(self.left + left * self.scale), Pt(self.top + top * self.scale)
        shape.width, shape.height = Pt(width * self.scale), Pt(height * self.scale)


def open_template(path: Path | None = None) -> Presentation:
    """Open a template, or our own, as a presentation without slides."""
    path = path or OWN
    if not path.is_file():
        raise TemplateError(f"{path}: there is no such file")
    try:
        presentation = pptx.Presentation(str(path))
    except (PackageNotFoundError, BadZipFile, OSError, ValueError, KeyError, SyntaxError) as error:
        raise TemplateError(f"{path}: this is not a PowerPoint presentation (.pptx)") from error
    if lack := _lack(presentation):
        raise TemplateError(f"{path}: {lack}")
    # A preview of the template's first slide, and who made it where, do not belong to a deck.
    package = presentation.part.package
    for relationship in list(package._rels.values()):
        if relationship.reltype in {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}:
            package.drop_rel(relationship.rId)
    return presentation


def _lack(presentation: Presentation) -> str | None:
    """Say why decks cannot be written on a template, if they cannot."""
    for name, placeholders in PLACEHOLDERS.items():
        layout = presentation.slide_layouts.get_by_name(name)
        if layout is None:
            return f"the layout “{name}” is missing"
        types = {holder.placeholder_format.idx: holder.placeholder_format.type for holder in layout.placeholders}
        for index, what in placeholders.items():
            if index not in types:
                return f"the layout “{name}” has no placeholder {index} ({what})"
        if name in _NATIVE and types[BODY] != _NATIVE[name]:
            return f"in the layout “{name}” placeholder {BODY} is not one for a {name.lower()}"
    if len(presentation.slides):
        return "a template has layouts and no slides, but this has slides"
    if all(relationship.reltype != RELATIONSHIP_TYPE.TABLE_STYLES for relationship in presentation.part.rels.values()):
        return "it has no table style"
    return None


def region_of(layout: SlideLayout) -> Region:
    """Return the region of a layout: as wide as its headline, and from that down to its source.

    On the opening everything keeps its place.
    """
    boxes = {one.placeholder_format.idx: one for one in layout.placeholders}
    headline, source = boxes[HEADLINE], boxes[SOURCE]
    scales = [headline.width.pt / INNER, (source.top.pt + source.height.pt - headline.top.pt) / (BOTTOM - TOP)]
    return Region(headline.left.pt, headline.top.pt, min(1, *scales[: 1 if layout.name == OPENING else 2]))


def table_style(presentation: Presentation) -> str:
    """Return the id of the template's own style of tables."""
    part = presentation.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    return str(parse_xml(part.blob).get("def"))


def layout_name(body: Body) -> str:
    """Return the name of the layout that a body is written on."""
    names = {TitleBody: OPENING, BarsBody: CHART, TableBody: TABLE, QuotesBody: QUOTATIONS}
    return names.get(type(body), TEXT)
