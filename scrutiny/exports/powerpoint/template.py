"""The template that decks are written on: its layouts, and where their placeholders stand.

Our own, `scrutiny/exports/templates/slides.pptx`, can be edited in PowerPoint (View, Slide Master). A council's own is
best made from a copy of it: layouts are found by their names, placeholders by the numbers that PowerPoint gives them.
"""

from collections.abc import Mapping
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
from pptx.util import Emu

from scrutiny.exports.templates import TemplateError
from scrutiny.slides.slide import BarChart, Body, ChartBody, PairBody, TableBody, TitleBody

OWN: Final = Path(__file__).parents[1] / "templates" / "slides.pptx"
OPENING, CHART, TABLE, TEXT, SIDE_BY_SIDE = "Opening", "Chart", "Table", "Text", "Side by side"
HEADLINE, BODY, BETWEEN, LATER, FOOT, NUMBER = 0, 1, 2, 3, 20, 21
_USUAL: Final = {HEADLINE: "headline", BODY: "body", FOOT: "foot", NUMBER: "slide number"}
PLACEHOLDERS: Final = {
    OPENING: _USUAL,
    CHART: _USUAL,
    TABLE: _USUAL,
    TEXT: _USUAL,
    SIDE_BY_SIDE: {**_USUAL, BETWEEN: "text between the two statements", LATER: "later statement"},
}
"""What each layout must have, by the index of the placeholder."""

_NATIVE: Final = {CHART: PP_PLACEHOLDER.CHART, TABLE: PP_PLACEHOLDER.TABLE}


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide in points, with what its text keeps free on both sides together."""

    left: float
    top: float
    width: float
    height: float
    inset_x: float = 0
    inset_y: float = 0

    @property
    def inner_width(self) -> float:
        """The width of its text."""
        return self.width - self.inset_x

    @property
    def inner_height(self) -> float:
        """The height of its text."""
        return self.height - self.inset_y


Layouts = Mapping[str, Mapping[int, Box]]
"""The boxes of each layout, by its name and the index of the placeholder."""


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


def placeholder_boxes(presentation: Presentation) -> Layouts:
    """Return where the placeholders of a template's layouts stand."""
    boxes: dict[str, dict[int, Box]] = {}
    for name, placeholders in PLACEHOLDERS.items():
        layout = presentation.slide_layouts.get_by_name(name)
        holders = {holder.placeholder_format.idx: holder for holder in layout.placeholders}
        boxes[name] = {}
        for index in sorted(placeholders):
            holder, text = holders[index], holders[index].text_frame
            boxes[name][index] = Box(
                left=holder.left.pt,
                top=holder.top.pt,
                width=holder.width.pt,
                height=holder.height.pt,
                inset_x=Emu(text.margin_left + text.margin_right).pt,
                inset_y=Emu(text.margin_top + text.margin_bottom).pt,
            )
    return boxes


def table_style(presentation: Presentation) -> str:
    """Return the id of the template's own style of tables."""
    part = presentation.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    return str(parse_xml(part.blob).get("def"))


def layout_name(body: Body) -> str:
    """Return the name of the layout that a body is written on."""
    match body:
        case TitleBody():
            return OPENING
        case ChartBody(native=BarChart()):
            return CHART
        case ChartBody() | TableBody():
            return TABLE
        case PairBody():
            return SIDE_BY_SIDE
    return TEXT
