"""The deck: slides written one after another on a template, each with its notes and alternative texts."""

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml.etree import SubElement
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as PowerPointSlide

from scrutiny.exports.powerpoint import charts, paragraphs, tables
from scrutiny.exports.powerpoint import template as layouts
from scrutiny.exports.powerpoint.paragraphs import Paragraph, plain
from scrutiny.exports.powerpoint.template import Region
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.slides import room
from scrutiny.slides import slide as sizes
from scrutiny.slides.slide import BarsBody, ListBody, Part, QuotesBody, Slide, TableBody, TitleBody

_LANGUAGE: Final = "en-GB"
_LONGEST_PROPERTY: Final = 255
_MOST_ALT_WORDS: Final = 60
_BAR: Final = 4
_SECTIONS: Final = {
    Part.TITLE: "Opening",
    Part.CONCERNS: "What inspectors found",
    Part.PROMISES: "What was promised",
    Part.BEFORE: "Then and since",
    Part.QUESTIONS: "Questions, and what this rests on",
    Part.APPENDIX: "Appendix",
}
"""The sections of a deck, by the part that each begins with."""
_SECTION_LIST: Final = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
)
_DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def write_deck(
    slides: Sequence[Slide], *, title: str, made: date, author: str = "", template: Path | None = None
) -> bytes:
    """Write slides as a presentation on a template, the same bytes for the same slides."""
    presentation = layouts.open_template(template)
    _set_properties(presentation, slides, title, author, made)
    bars = (row for one in slides if isinstance(one.body, BarsBody) for row in one.body.rows)
    longest = max((len(row.marks) for row in bars), default=0)
    for slide in slides:
        _write_slide(presentation, slide, longest=longest, made=made)
    _write_sections(presentation, slides)
    content = io.BytesIO()
    presentation.save(content)
    return set_zip_dates(content.getvalue(), made)


def _set_properties(presentation: Presentation, slides: Sequence[Slide], title: str, author: str, made: date) -> None:
    properties = presentation.core_properties
    about = [line.text for one in slides[:1] if isinstance(one.body, TitleBody) for line in one.body.lines]
    subject = [one.headline for one in slides[:1]]
    properties.title = plain(title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = plain(author)[:_LONGEST_PROPERTY]
    properties.subject = plain("".join(subject))[:_LONGEST_PROPERTY]
    properties.keywords = plain("; ".join([*subject, *about]))[:_LONGEST_PROPERTY]
    properties.comments = properties.category = ""
    properties.language = _LANGUAGE
    properties.created = properties.modified = datetime.combine(made, time())
    properties.revision = 1


def _write_slide(presentation: Presentation, slide: Slide, *, longest: int, made: date) -> None:
    """Write one slide: headline first, as it is read aloud, then subtitle, body, caution, source and number."""
    layout = presentation.slide_layouts.get_by_name(layouts.layout_name(slide.body))
    target = presentation.slides.add_slide(layout)
    region = layouts.region_of(layout)
    is_opening = isinstance(slide.body, TitleBody)
    size = sizes.TITLE if is_opening else room.headline_size(slide.headline)
    paragraphs.write(target.shapes.title.text_frame, [Paragraph(slide.headline, size * region.scale, bold=True)])
    target.shapes.title.name = "Headline"
    if not is_opening:
        below, high = room.headline_height(slide.headline), room.caution_height(slide.caution)
        region.place(target.shapes.title, 0, 0, room.INNER, below)
        at = (below, room.subtitle_height(slide.subtitle))
        _write_label(target, layouts.SUBTITLE, slide.subtitle, region, "What is counted", at)
        lowest = room.BOTTOM - room.TOP - room.SOURCE - room.GAP
        _write_label(target, layouts.CAUTION, slide.caution, region, "Caution", (lowest - high, high))
    _write_body(target, slide, region, longest=longest, made=made, style_id=layouts.table_style(presentation))
    _write_label(target, layouts.SOURCE, slide.source, region, "Source")
    # python-pptx leaves the slide number out; its copy takes place and look from the layout, as PowerPoint's own does.
    number = deepcopy(next(one.element for one in layout.placeholders if one.placeholder_format.idx == layouts.NUMBER))
    for own in number.xpath("p:spPr | p:txBody/a:bodyPr | p:txBody/a:lstStyle"):
        own.clear()
    number.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in target.shapes) + 1))
    target.shapes.element.append(number)
    target.placeholders[layouts.NUMBER].name = "Slide number"
    target.notes_slide.notes_text_frame.text = plain("\n\n".join(_notes(slide)))


def _write_label(
    target: PowerPointSlide, index: int, text: str, region: Region, name: str, at: tuple[float, float] | None = None
) -> None:
    """Write a line in small letters, or take its placeholder away if nothing is to be said."""
    placeholder = target.placeholders[index]
    if not text:
        placeholder.element.getparent().remove(placeholder.element)
        return
    if at:
        region.place(placeholder, 0, at[0], room.INNER, at[1])
    placeholder.name = name
    paragraphs.write(placeholder.text_frame, [Paragraph(text, sizes.LABEL * region.scale)])


def _write_body(
    target: PowerPointSlide, slide: Slide, region: Region, *, longest: int, made: date, style_id: str
) -> None:
    """Write the body into its placeholder, at the same place on every slide."""
    placeholder, top, space = (
        target.placeholders[layouts.BODY],
        room.head_height(slide) + room.GAP,
        room.body_height(slide),
    )
    match slide.body:
        case BarsBody() as bars:
            high = charts.height(bars, space)
            frame = charts.write(placeholder, bars, longest=longest, made=made, scale=region.scale)
            region.place(frame, 0, top, room.INNER, high)
            _describe(frame, "Chart", charts.describe(bars))
        case TableBody() as table:
            frame = tables.write(placeholder, table, region.scale, style_id=style_id)
            high = frame.height.pt / region.scale
            region.place(frame, 0, top, room.INNER, high)
            _describe(frame, "Table", tables.describe(table))
        case QuotesBody() as quotes:
            _write_quotes(target, quotes, region, top, space)
        case TitleBody(lines):
            texts = [Paragraph(line.text, sizes.BODY * region.scale, gap=room.GAP * region.scale) for line in lines]
            paragraphs.write(placeholder.text_frame, texts)
            placeholder.name = "Panel and meeting"
        case ListBody(lines, numbered):
            texts = [
                Paragraph(
                    line.text,
                    slide.body.size * region.scale,
                    bullet="" if numbered else "•",
                    number=numbered + nth if numbered else None,
                    gap=room.list_gap(slide.body.size) * region.scale if nth else 0,
                    mark=line.mark,
                )
                for nth, line in enumerate(lines)
            ]
            region.place(placeholder, 0, top, room.INNER, space)
            paragraphs.write(placeholder.text_frame, texts)
            placeholder.name = "Text"


def _write_quotes(target: PowerPointSlide, body: QuotesBody, region: Region, top: float, space: float) -> None:
    """Write quotations two by two, each beside a bar; what is left of the placeholders goes."""
    quotes = body.quotes
    rows = (len(quotes) + 1) // 2
    high = (space - (rows - 1) * room.GAP) / rows
    for nth, index in enumerate((layouts.BODY, *layouts.MORE_QUOTATIONS)):
        placeholder = target.placeholders[index]
        if nth >= len(quotes):
            placeholder.element.getparent().remove(placeholder.element)
            continue
        quote = quotes[nth]
        left, above = (nth % 2) * (room.QUOTE + 2 * room.GAP), top + (nth // 2) * (high + room.GAP)
        bar = target.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        region.place(bar, left, above, _BAR, min(high, room.quote_height(quote, body.size)))
        bar.fill.solid()
        bar.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
        bar.line.fill.background()
        bar.shadow.inherit = False
        bar.name = "Bar"
        bar._element.nvSpPr.cNvPr.append(parse_xml(_DECORATIVE))
        region.place(placeholder, left + room.INDENT / 2, above, room.QUOTE - room.INDENT / 2, high)
        small, large = sizes.LABEL * region.scale, body.size * region.scale
        paragraphs.write(
            placeholder.text_frame,
            [
                Paragraph(quote.lead, small, bold=True),
                Paragraph(quote.words, large, gap=room.GAP / 2 * region.scale),
                Paragraph(quote.place, small, gap=room.GAP / 2 * region.scale),
            ],
        )
        placeholder.name = f"Quotation {nth + 1}"


def _describe(shape: BaseShape, name: str, pieces: Sequence[str]) -> None:
    """Name a shape, and say in words what it shows, with as many of some pieces as are soon heard."""
    description = ""
    for nth, piece in enumerate(pieces):
        longer = f"{description} {piece}".strip()
        if len(longer.split()) > _MOST_ALT_WORDS:
            description += f" And {len(pieces) - nth} more."
            break
        description = longer
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", plain(description))


def _write_sections(presentation: Presentation, slides: Sequence[Slide]) -> None:
    """List the sections into which PowerPoint folds the slides."""
    root = presentation.part._element
    root.append(parse_xml(_SECTION_LIST))
    (sections,) = root.xpath("p:extLst/p:ext/*")
    order = list(Part)

    def section(one: tuple[Slide, str]) -> str:
        return [name for part, name in _SECTIONS.items() if order.index(part) <= order.index(one[0].part)][-1]

    ids = [one.get("id") for one in root.sldIdLst]
    for name, of_section in groupby(zip(slides, ids, strict=True), section):
        guid = str(uuid5(NAMESPACE_URL, name)).upper()
        element = SubElement(sections, f"{{{sections.nsmap['p14']}}}section", name=name, id=f"{{{guid}}}")
        listed = SubElement(element, f"{{{sections.nsmap['p14']}}}sldIdLst")
        for _, slide_id in of_section:
            SubElement(listed, f"{{{sections.nsmap['p14']}}}sldId", id=slide_id)


def _notes(slide: Slide) -> Iterator[str]:
    """Give what the presenter reads: what to say, the question that is likely to follow, and exact words."""
    notes = slide.notes
    if notes.say:
        yield "\n".join(notes.say)
    if notes.follow_up:
        yield f"Likely question: {notes.follow_up}"
    if notes.quotation:
        yield f"{notes.quotation} ({notes.place})"
