"""The deck: slides written one after another on our master, each with its notes and alternative texts."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import groupby

from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide as Written
from pptx.util import Pt

from scrutiny.exports.powerpoint import charts, master, paging, sides, tables, text, words
from scrutiny.exports.powerpoint.place import Box
from scrutiny.exports.powerpoint.plain import plain
from scrutiny.exports.powerpoint.text import Paragraph
from scrutiny.exports.zipped import dated
from scrutiny.slides.slide import Bars, Chart, Lines, Part, Sides, Slide, Table, Title

_LANGUAGE = "en-GB"


def deck(slides: Sequence[Slide], *, title: str, made: date) -> bytes:
    """Write slides as a presentation, the same bytes for the same slides."""
    presentation = master.presentation()
    _describe(presentation, plain(title), made)
    for _, alike in groupby(slides, _whole):
        pages = [page for slide in alike for page in paging.paged(slide)]
        reach = max(charts.longest(page.body) for page in pages)
        for page in pages:
            _write(presentation, page, reach, made)
    written = io.BytesIO()
    presentation.save(written)
    return dated(written.getvalue(), made)


def _whole(slide: Slide) -> tuple[Part, str]:
    """Give what slides have in common that go on from one another, and whose bars therefore have one scale."""
    return slide.part, slide.headline.removesuffix(words.CONTINUED)


def _describe(presentation: Presentation, title: str, made: date) -> None:
    """Write the properties of the file, and none of the template's."""
    properties = presentation.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = _LANGUAGE
    properties.created = properties.modified = datetime.combine(made, time())
    properties.revision = 1


def _write(presentation: Presentation, slide: Slide, reach: int, made: date) -> None:
    """Write one slide: headline first, as it is read aloud, then the body, the foot and the number."""
    written = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(_layout(slide).name))
    _write_headline(written, slide)
    box = words.body_box(slide)
    match slide.body:
        case Chart(native=Bars() as bars):
            frame = charts.write(written.placeholders[1], bars, box=box, reach=reach, made=made)
            _tell(frame, "Chart", slide.body.picture.alt)
        case Chart(native=Table() as table, picture=picture):
            _write_table(written, table, box, picture.alt)
        case Table():
            _write_table(written, slide.body, box)
        case Sides():
            _write_sides(written, slide.body, box)
        case Lines():
            _write_text(written.placeholders[1], paging.paragraphs(slide.body, paging.size(slide.body, box)), box)
        case Title():
            lines = Lines(slide.body.lines)
            under = paging.under(box)
            _write_text(written.placeholders[1], paging.paragraphs(lines, paging.size(lines, under)), under)
    _write_foot(written, slide)
    written.notes_slide.notes_text_frame.text = words.notes(slide)


def _layout(slide: Slide) -> master.Layout:
    """Give the layout that a slide is written on."""
    match slide.body:
        case Title():
            return master.OPENING
        case Chart(native=Bars()):
            return master.CHART
        case Chart() | Table():
            return master.TABLE
        case Sides():
            return master.SIDES
    return master.TEXT


def _write_headline(written: Written, slide: Slide) -> None:
    """Write the headline, in the size that its length allows."""
    size = words.title_size(slide.headline) if isinstance(slide.body, Title) else words.headline_size(slide.headline)
    text.write(written.shapes.title.text_frame, [Paragraph(slide.headline, size, bold=True)])
    _tell(written.shapes.title, "Headline", "Headline")


def _write_text(holder: SlidePlaceholder, paragraphs: list[Paragraph], box: Box) -> None:
    """Write paragraphs into a placeholder."""
    _put(holder, box)
    text.write(holder.text_frame, paragraphs)
    _tell(holder, "Text", "Text")


def _write_table(written: Written, table: Table, box: Box, further: str = "") -> None:
    """Write a table, described by its columns and what else is to be said of it."""
    frame = tables.write(written.placeholders[1], table, box=box)
    _tell(frame, "Table", words.of_table(table, further))


def _write_sides(written: Written, body: Sides, box: Box) -> None:
    """Write two entries with what is to be read between them."""
    names = ("Earlier entry", "To be read between the two entries", "Later entry")
    columns = zip(names, sides.fitted(body, box), sides.boxes(box), strict=True)
    for index, (name, paragraphs, column) in enumerate(columns, start=1):
        _write_text(written.placeholders[index], paragraphs, column)
        _tell(written.placeholders[index], name, name)


def _write_foot(written: Written, slide: Slide) -> None:
    """Write the foot, or take its placeholder away if nothing is to be said, and the slide's number."""
    holder = written.placeholders[master.FOOT]
    if paragraphs := words.foot(slide):
        text.write(holder.text_frame, paragraphs)
        _tell(holder, "Foot", "What is counted, from which documents, as of when")
    else:
        holder.element.getparent().remove(holder.element)
    number = written.shapes.element
    number.append(parse_xml(master.number_holder(max(shape.shape_id for shape in written.shapes) + 1)))
    _tell(written.placeholders[master.NUMBER], "Slide number", "Slide number")


def _put(shape: BaseShape, box: Box) -> None:
    """Give a shape its place."""
    shape.left, shape.top, shape.width, shape.height = (Pt(n) for n in (box.left, box.top, box.width, box.height))


def _tell(shape: BaseShape, name: str, description: str) -> None:
    """Name a shape, and say in words what it is for who cannot see it."""
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", description)
