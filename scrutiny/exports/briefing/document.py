"""A Word document as reports need it: a template, headings, numbered paragraphs, tables, contents list, footer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row as TableRow
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from scrutiny.exports import templates
from scrutiny.exports.briefing import word_xml
from scrutiny.exports.templates import TemplateError
from scrutiny.exports.xml_text import xml_text

TEMPLATE: Final = Path(templates.__file__).with_name("briefing.docx")
STYLES: Final = {
    WD_STYLE_TYPE.PARAGRAPH: (
        "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "TOC 1", "TOC 2",
        "List Bullet", "List Number", "List Number 2", "Footer", "Table Text", "Table Head", "Box", "Entry", "Concern",
        "Concern Own View", "Strength", "Strength Own View", "Action", "Figure", "Commitment",
    ),
    WD_STYLE_TYPE.CHARACTER: ("Strong", "Emphasis", "Small Print", "Hyperlink"),
    WD_STYLE_TYPE.TABLE: ("Register Table",),
}  # fmt: skip
"""The styles that a template must have."""
NUMBERED: Final = "List Number"
"""The style of paragraphs that Word numbers from the first of a document to the last."""

_BREAKS: Final = re.compile(r"[\t\n\r]+")
_LONGEST_PROPERTY: Final = 255  # characters that Office takes
_LEADING: Final = 1.15
_CELL_PADDING: Final = 6
_ROW_PADDING: Final = 3


@dataclass(frozen=True)
class Run:
    """Words of a line in a character style or a colour, or linked to a bookmark of the same document."""

    text: str
    style: str | None = None
    to: str | None = None
    colour: str | None = None


Line = str | Sequence[str | Run]
Row = Sequence[Sequence[Line]]
"""A row of a table: lines for each cell."""


@dataclass(frozen=True)
class _Heading:
    paragraph: Paragraph
    bookmark: str
    level: int


def plain(text: str) -> str:
    """Make any text one that a Word file can hold on a line: what XML forbids shows as “�”."""
    return _BREAKS.sub(" ", xml_text(text))


class BriefingDocument:
    """A document that grows from top to bottom, on the page and in the styles of a template.

    `number` is that of the numbered paragraph that was written last. A draft is measured and numbered, and not written.
    """

    def __init__(self, template: Path | None = None, *, is_draft: bool = False) -> None:
        """Begin with a template, or with ours; TemplateError if it cannot be opened or lacks a style."""
        self.document, self._style_ids = _open_template(template or TEMPLATE)
        self._blank = self.document.add_paragraph() if is_draft else None
        self.number = 0
        self._headings: list[_Heading] = []
        self._bookmarks = 0
        self._height = 0.0
        self._size = cache(self._look_up_size)
        self._width = Length(self.document._block_width)  # between the margins; python-docx would look for it each time

    @property
    def pages(self) -> float:
        """About how many pages there are, a little more rather than less, going by the widths of common letters."""
        section = self.document.sections[0]
        margins = (section.top_margin or 0) + (section.bottom_margin or 0)
        return self._height / float(Length((section.page_height or 0) - margins).pt)

    def describe(self, *, title: str, subject: str, author: str, keywords: Iterable[str], on: date) -> None:
        """Set the properties of the file; it is dated on a day, not on the hour of its making."""
        properties = self.document.core_properties
        properties.title, properties.subject, properties.author, properties.keywords = (
            plain(text)[:_LONGEST_PROPERTY] for text in (title, subject, author, "; ".join(keywords))
        )
        properties.last_modified_by = properties.author
        properties.language = "en-GB"
        properties.created = properties.modified = datetime.combine(on, time(), UTC)

    def footer(self, text: str) -> None:
        """Put a text at the foot of each page, before what the template has there."""
        section, style = self.document.sections[0], self._style_ids["footer"]
        others = (section.first_page_footer, section.even_page_footer)
        for footer in (section.footer, *(one for one in others if not one.is_linked_to_previous)):
            in_style = (paragraph for paragraph in footer.paragraphs if paragraph._p.style == style)
            paragraph = next(in_style, None) or footer.add_paragraph()
            paragraph._p.style = style
            joint = "" if paragraph.text[:1] in ("", "\t") else " · "
            run = paragraph.add_run(plain(text) + joint)
            paragraph.runs[0]._r.addprevious(run._r)

    def heading(self, text: str, level: int = 1) -> Paragraph:
        """Add a heading that the contents list can link to."""
        bookmark = f"_Toc{len(self._headings) + 1:08}"
        paragraph = self.paragraph(text, style=f"Heading {level}", name=bookmark)
        self._headings.append(_Heading(paragraph, bookmark, level))
        return paragraph

    def paragraph(self, *lines: Line, style: str = "Normal", name: str | None = None) -> Paragraph:
        """Add a paragraph of one line or of several; `name` is its bookmark."""
        self.number += style == NUMBERED
        size, around, indent = self._size(style)
        width = self._width.pt - indent
        self._height += around + sum(_height(line, size, width) for line in lines)
        if self._blank:
            return self._blank
        follows_table = len(self.document.element.body) > 1 and self.document.element.body[-2].tag == qn("w:tbl")
        paragraph = self.document.add_paragraph()
        self._fill(paragraph, lines, style)
        if follows_table and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = Pt(_CELL_PADDING)
        if name:
            self._bookmarks += 1
            word_xml.add_bookmark(paragraph, name, self._bookmarks)
        return paragraph

    def numbered(self, *lines: Line, name: str | None = None) -> Paragraph:
        """Add a numbered paragraph."""
        return self.paragraph(*lines, style=NUMBERED, name=name)

    def reference(self, paragraph: Paragraph, name: str) -> WordRun:
        """Refer to the numbered paragraph of a bookmark by its number, which Word keeps true; return what shows it."""
        word_xml.begin_field(paragraph, f"REF {name} \\r \\h")
        shown = paragraph.add_run()
        word_xml.end_field(paragraph)
        return shown

    def table(
        self,
        name: str,
        heads: Sequence[str],
        shares: Sequence[int],
        rows: Iterable[Row],
        *,
        description: str = "",
        whole: bool = False,
    ) -> None:
        """Add a table; its header repeats on each page, no row breaks across pages, and the last does not stand alone.

        `name` and `description` are what a screen reader says of it, `shares` how the width is shared among columns.
        Without heads, the first column has them. A table that is to stay whole stands on one page.
        """
        widths = [Length(int(self._width * share / sum(shares))) for share in shares]
        styles = ["Table Text" if heads else "Table Head", *["Table Text"] * (len(shares) - 1)]
        head, rows = [[head] for head in heads], list(rows)
        if heads:
            self._measure_row(head, widths, ["Table Head"] * len(heads))
        for cells in rows:
            self._measure_row(cells, widths, styles)
        if self._blank:
            return
        table = self.document.add_table(rows=0, cols=len(shares))
        table._tbl.tblStyle_val = self._style_ids["register table"]
        table.autofit = False
        word_xml.describe_table(table, plain(name), plain(description))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        if heads:
            self._fill_row(table.add_row(), head, widths, ["Table Head"] * len(heads))
            word_xml.repeat_as_header(table.rows[0])
        written = []
        for cells in rows:
            written.append(table.add_row())
            self._fill_row(written[-1], cells, widths, styles)
        for row in written[:-1] if whole else written[-2:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True

    def set_size(self, style: str, points: float) -> None:
        """Set the size of a style in this document."""
        style_id = self._style_ids[style.casefold()]
        next(one for one in self.document.styles if one.style_id == style_id).font.size = Pt(points)
        self._size.cache_clear()

    def saved(self, *, contents_levels: int = 0) -> bytes:
        """Return the document as a file, with the contents list of so many levels before its first heading, if any."""
        if contents_levels:
            self._write_contents(contents_levels)
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _fill_row(self, empty: TableRow, row: Row, widths: Sequence[Length], styles: Sequence[str]) -> None:
        """Write a row of a table; a cell without lines keeps its empty paragraph, as Word asks."""
        word_xml.keep_row_whole(empty)
        for cell, lines, width, style in zip(empty.cells, row, widths, styles, strict=True):
            cell.width = width
            self._fill(cell.paragraphs[0], lines, style)

    def _measure_row(self, row: Row, widths: Sequence[Length], styles: Sequence[str]) -> None:
        sizes = [self._size(style)[0] for style in styles]
        heights = (
            sum(_height(line, size, width.pt - _CELL_PADDING) for line in lines)
            for lines, width, size in zip(row, widths, sizes, strict=True)
        )
        self._height += max(heights) + _ROW_PADDING

    def _fill(self, paragraph: Paragraph, lines: Sequence[Line], style: str) -> None:
        paragraph._p.style = self._style_ids[style.casefold()]
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for words in (line,) if isinstance(line, str) else line:
                self._add_run(paragraph, words if isinstance(words, Run) else Run(words))

    def _add_run(self, paragraph: Paragraph, words: Run) -> None:
        run = paragraph.add_run()
        if text := plain(words.text):
            run._r.add_t(text)  # given as text, python-docx would look at each letter for line ends and tabs
        style = "Hyperlink" if words.to else words.style
        if style:
            run._r.style = self._style_ids[style.casefold()]
        if words.colour:
            run.font.color.rgb = RGBColor.from_string(words.colour.removeprefix("#"))
        if words.to:
            word_xml.link_to_bookmark(run, words.to)

    def _look_up_size(self, name: str) -> tuple[float, float, float]:
        """Return the size of a style, the space before and after its paragraphs, and its indent, all in points."""
        one: ParagraphStyle = self.document.styles.get_by_id(self._style_ids[name.casefold()], WD_STYLE_TYPE.PARAGRAPH)
        layout, size = one.paragraph_format, one.font.size
        base = one
        while size is None and base.base_style is not None:
            base = base.base_style
            size = base.font.size
        space = [length.pt for length in (layout.space_before, layout.space_after) if length]
        return (size.pt if size else 12), sum(space), layout.left_indent.pt if layout.left_indent else 0

    def _write_contents(self, levels: int) -> None:
        """Write the contents list: a field whose page numbers Word fills in when it opens the file."""
        first = self._headings[0].paragraph
        self._fill(first.insert_paragraph_before(), ["Contents"], "TOC Heading")
        listed = [heading for heading in self._headings if heading.level <= levels]
        for heading in listed:
            line = first.insert_paragraph_before()
            line._p.style = self._style_ids[f"toc {heading.level}"]
            self._add_run(line, Run(heading.paragraph.text, to=heading.bookmark))
            line.add_run().add_tab()
            word_xml.begin_field(line, f"PAGEREF {heading.bookmark} \\h")
            word_xml.end_field(line)
        word_xml.update_fields_on_opening(self.document)


def _height(line: Line, size: float, width: float) -> float:
    """Return about how high a line of text is once it is broken at a width, in points."""
    runs = [line] if isinstance(line, str) else line
    text = "".join(run.text if isinstance(run, Run) else run for run in runs)
    return max(1, ceil(sum(map(_width, text)) * size / width)) * size * _LEADING


@cache
def _width(letter: str) -> float:
    """Return about how wide a letter is, as a share of its size."""
    if letter in "ijltfrI.,;:'’()|! ":
        return 0.31
    return 0.55 if letter.islower() or letter.isdigit() else 0.75 if letter < "\u2000" else 1.0


def _open_template(path: Path) -> tuple[WordDocument, dict[str, str]]:
    """Return a template without its text, and the ids of its styles by their names in lower case.

    Styles are found by these ids because python-docx would go through all styles anew for each paragraph and run.
    Names differ in case: what Word calls “toc 1”, LibreOffice calls “TOC 1”.
    """
    if not path.is_file():
        raise TemplateError(f"{path}: there is no such template")
    try:
        document = docx.Document(str(path))
    except (OpcError, BadZipFile, KeyError, SyntaxError, ValueError) as error:  # SyntaxError: lxml, of broken XML
        raise TemplateError(f"{path}: this template is not a Word document (.docx)") from error
    ids = {(style.type, str(style.name).casefold()): style.style_id for style in document.styles}
    missing = [
        f"the {kind.name.lower()} style “{name}”"
        for kind, names in STYLES.items()
        for name in names
        if (kind, name.casefold()) not in ids
    ]
    if missing:
        raise TemplateError(f"{path}: this template lacks {', '.join(missing)}")
    document.element.body.clear_content()
    return document, {name: style_id for (_, name), style_id in ids.items()}
