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

from scrutiny.exports.powerpoint import charts, master, paging, pair_columns, slide_text, tables, text_boxes
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.text_boxes import Paragraph
from scrutiny.exports.powerpoint.xml_text import plain
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.slides.slide import BarChart, ChartBody, PairBody, Part, Slide, TableBody, TextBody, TitleBody

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
    return set_zip_dates(written.getvalue(), made)


def _whole(slide: Slide) -> tuple[Part, str]:
    """Give what slides have in common that go on from one another, and whose bars therefore have one scale."""
    return slide.part, slide.headline.removesuffix(slide_text.CONTINUED)


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
    box = slide_text.body_box(slide)
    match slide.body:
        case ChartBody(native=BarChart() as bars):
            frame = charts.write(written.placeholders[1], bars, box=box, reach=reach, made=made)
            _tell(frame, "Chart", slide.body.picture.alt)
        case ChartBody(native=TableBody() as table, picture=picture):
            _write_table(written, table, box, picture.alt)
        case TableBody():
            _write_table(written, slide.body, box)
        case PairBody():
            _write_sides(written, slide.body, box)
        case TextBody():
            _write_text(written.placeholders[1], paging.paragraphs(slide.body, paging.size(slide.body, box)), box)
        case TitleBody():
            lines = TextBody(slide.body.lines)
            under = paging.under(box)
            _write_text(written.placeholders[1], paging.paragraphs(lines, paging.size(lines, under)), under)
    _write_foot(written, slide)
    written.notes_slide.notes_text_frame.text = slide_text.notes(slide)


def _layout(slide: Slide) -> master.Layout:
    """Give the layout that a slide is written on."""
    match slide.body:
        case TitleBody():
            return master.OPENING
        case ChartBody(native=BarChart()):
            return master.CHART
        case ChartBody() | TableBody():
            return master.TABLE
        case PairBody():
            return master.SIDES
    return master.TEXT


def _write_headline(written: Written, slide: Slide) -> None:
    """Write the headline, in the size that its length allows."""
    size = (
        slide_text.title_size(slide.headline)
        if isinstance(slide.body, TitleBody)
        else slide_text.headline_size(slide.headline)
    )
    text_boxes.write(written.shapes.title.text_frame, [Paragraph(slide.headline, size, bold=True)])
    _tell(written.shapes.title, "Headline", "Headline")


def _write_text(holder: SlidePlaceholder, paragraphs: list[Paragraph], box: Box) -> None:
    """Write paragraphs into a placeholder."""
    _put(holder, box)
    text_boxes.write(holder.text_frame, paragraphs)
    _tell(holder, "Text", "Text")


def _write_table(written: Written, table: TableBody, box: Box, further: str = "") -> None:
    """Write a table, described by its columns and what else is to be said of it."""
    frame = tables.write(written.placeholders[1], table, box=box)
    _tell(frame, "Table", slide_text.of_table(table, further))


def _write_sides(written: Written, body: PairBody, box: Box) -> None:
    """Write two entries with what is to be read between them."""
    names = ("Earlier entry", "To be read between the two entries", "Later entry")
    columns = zip(names, pair_columns.fitted(body, box), pair_columns.boxes(box), strict=True)
    for index, (name, paragraphs, column) in enumerate(columns, start=1):
        _write_text(written.placeholders[index], paragraphs, column)
        _tell(written.placeholders[index], name, name)


def _write_foot(written: Written, slide: Slide) -> None:
    """Write the foot, or take its placeholder away if nothing is to be said, and the slide's number."""
    holder = written.placeholders[master.FOOT]
    if paragraphs := slide_text.foot(slide):
        text_boxes.write(holder.text_frame, paragraphs)
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
