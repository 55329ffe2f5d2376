"""The deck: slides written one after another on a template, each with its notes and alternative texts."""

import io
from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Final

from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as PowerPointSlide
from pptx.util import Pt

from scrutiny.exports.powerpoint import charts, paging, paragraphs, tables
from scrutiny.exports.powerpoint.paragraphs import Paragraph, plain
from scrutiny.exports.powerpoint.template import (
    BETWEEN,
    BODY,
    FOOT,
    LATER,
    NUMBER,
    Layouts,
    layout_name,
    open_template,
    placeholder_boxes,
    table_style,
)
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.slides.slide import CONTINUED, BarChart, ChartBody, PairBody, Slide, TableBody

_LANGUAGE: Final = "en-GB"
_LONGEST_TITLE: Final = 255  # the most that the properties of a file hold


def write_deck(slides: Sequence[Slide], *, title: str, made: date, template: Path | None = None) -> bytes:
    """Write slides as a presentation on a template, the same bytes for the same slides."""
    presentation = open_template(template)
    layouts = placeholder_boxes(presentation)
    properties = presentation.core_properties
    properties.title = plain(title)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.subject = properties.category = ""
    properties.language = _LANGUAGE
    properties.created = properties.modified = datetime.combine(made, time())
    properties.revision = 1
    # Bars of slides that go on from one another have one scale, so that they can be compared by their length.
    for _, alike in groupby(slides, lambda slide: (slide.part, slide.headline.removesuffix(CONTINUED))):
        pages = [page for slide in alike for page in paging.paged(slide, layouts)]
        longest = max(charts.longest_bar(page.body) for page in pages)
        for page in pages:
            _write_slide(presentation, page, layouts, longest=longest, made=made)
    content = io.BytesIO()
    presentation.save(content)
    return set_zip_dates(content.getvalue(), made)


def _write_slide(presentation: Presentation, slide: Slide, layouts: Layouts, *, longest: int, made: date) -> None:
    """Write one slide: headline first, as it is read aloud, then the body, the foot and the number."""
    layout = presentation.slide_layouts.get_by_name(layout_name(slide.body))
    target = presentation.slides.add_slide(layout)
    headline = Paragraph(slide.headline, paging.headline_size(slide, layouts), bold=True)
    paragraphs.write(target.shapes.title.text_frame, [headline])
    _describe(target.shapes.title, "Headline", "Headline")
    box, placeholder = paging.body_boxes(slide, layouts)[0], target.placeholders[BODY]
    match slide.body:
        case ChartBody(native=BarChart() as bars, picture=picture):
            frame = charts.write(placeholder, bars, box, longest=longest, made=made)
            _describe(frame, "Chart", picture.alt)
        case ChartBody(native=TableBody() as table, picture=picture):
            frame = tables.write(placeholder, table, box, style_id=table_style(presentation))
            _describe(frame, "Table", f"{tables.describe(table)} {picture.alt}")
        case TableBody() as table:
            frame = tables.write(placeholder, table, box, style_id=table_style(presentation))
            _describe(frame, "Table", tables.describe(table))
        case _:
            _write_texts(target, slide, layouts)
    _write_foot(target, slide, layouts)
    # python-pptx leaves the slide number out; its copy takes place and look from the layout, as PowerPoint's own does.
    number = deepcopy(next(one.element for one in layout.placeholders if one.placeholder_format.idx == NUMBER))
    for own in number.xpath("p:spPr | p:txBody/a:bodyPr | p:txBody/a:lstStyle"):
        own.clear()
    number.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in target.shapes) + 1))
    target.shapes.element.append(number)
    _describe(target.placeholders[NUMBER], "Slide number", "Slide number")
    target.notes_slide.notes_text_frame.text = plain(_notes(slide))


def _write_texts(target: PowerPointSlide, slide: Slide, layouts: Layouts) -> None:
    """Write the columns of a body of text into its placeholders."""
    names = {BODY: "Text"}
    if isinstance(slide.body, PairBody):
        names = {BODY: "Said earlier", BETWEEN: "To be read between the two statements", LATER: "Said later"}
    columns = zip(names.items(), paging.text_columns(slide, layouts), paging.body_boxes(slide, layouts), strict=True)
    for (index, name), column, box in columns:
        placeholder = target.placeholders[index]
        placeholder.left, placeholder.top = Pt(box.left), Pt(box.top)
        placeholder.width, placeholder.height = Pt(box.width), Pt(box.height)
        paragraphs.write(placeholder.text_frame, column)
        _describe(placeholder, name, name)


def _write_foot(target: PowerPointSlide, slide: Slide, layouts: Layouts) -> None:
    """Write the foot, or take its placeholder away if nothing is to be said."""
    placeholder = target.placeholders[FOOT]
    if lines := paging.foot(slide, layouts):
        paragraphs.write(placeholder.text_frame, lines)
        placeholder.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM  # the body reaches down into what is left above it
        _describe(placeholder, "Foot", "What is counted, from which documents, as of when")
    else:
        placeholder.element.getparent().remove(placeholder.element)


def _describe(shape: BaseShape, name: str, description: str) -> None:
    """Name a shape, and say in words what it is for who cannot see it."""
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", plain(description))


def _notes(slide: Slide) -> str:
    """Return what the presenter reads: sources, questions, entries, and the slide's picture in words."""
    sections = {
        slide.headline: (f"{slide.part.label}: {slide.part.meaning}",),
        "How to read it": tuple(filter(None, [paging.how_to_read(slide.body)])),
        "Sources": slide.sources,
        "Questions": slide.questions,
        "Points": (", ".join(slide.entries),) if slide.entries else (),
        "In words": (slide.body.picture.alt,) if isinstance(slide.body, ChartBody) else (),
    }
    return "\n\n".join("\n".join((head, *lines)) for head, lines in sections.items() if lines)
