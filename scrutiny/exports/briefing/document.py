"""A Word document as a briefing needs it: a template, headings and their contents list, paragraphs, tables, footer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.shared import Length
from docx.table import _Row as TableRow
from docx.text.paragraph import Paragraph

from scrutiny.exports import templates
from scrutiny.exports.briefing.word_xml import (
    add_bookmark,
    begin_field,
    describe_table,
    end_field,
    keep_row_whole,
    link_to_bookmark,
    repeat_as_header,
)
from scrutiny.exports.templates import TemplateError

TEMPLATE = Path(templates.__file__).with_name("briefing.docx")
STYLES = {
    WD_STYLE_TYPE.PARAGRAPH: (
        "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "TOC Heading", "TOC 1",
        "TOC 2", "List Bullet", "List Number", "Footer", "Lead", "Table Text", "Table Head", "Note", "Entry", "Pair",
        "Concern", "Concern Own View", "Strength", "Strength Own View", "Action", "Figure", "Commitment",
    ),
    WD_STYLE_TYPE.CHARACTER: ("Strong", "Small Print", "Hyperlink"),
    WD_STYLE_TYPE.TABLE: ("Register Table",),
}  # fmt: skip
"""The styles that a template must have."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\r]+")
_LONGEST_PROPERTY = 255  # characters that Office takes


@dataclass(frozen=True)
class Run:
    """Words of a line in a character style, or linked to a bookmark of the same document."""

    text: str
    style: str | None = None
    to: str | None = None


Line = str | Sequence[str | Run]


@dataclass(frozen=True)
class Row:
    """A row of a table: lines for each cell."""

    cells: Sequence[Sequence[Line]]


@dataclass(frozen=True)
class _Heading:
    """A heading that was written; an annex has no number."""

    paragraph: Paragraph
    bookmark: str
    level: int
    annex: bool


def plain(text: str) -> str:
    """Make any text one that a Word file can hold on a line: what XML forbids shows as “�”."""
    return _BREAKS.sub(" ", _NOT_XML.sub("\ufffd", text))


class BriefingDocument:
    """A document that grows from top to bottom, on the page and in the styles of a template."""

    def __init__(self, template: Path | None = None) -> None:
        """Begin with a template, or with ours; TemplateError if it cannot be opened or lacks a style."""
        self.document, self._style_ids = _open_template(template or TEMPLATE)
        self._headings: list[_Heading] = []
        self._bookmarks = 0

    def describe(self, *, title: str, subject: str, author: str, on: date) -> None:
        """Set the properties of the file; it is dated on a day, not on the hour of its making."""
        properties = self.document.core_properties
        properties.title, properties.subject, author = (
            plain(text)[:_LONGEST_PROPERTY] for text in (title, subject, author)
        )
        properties.author = properties.last_modified_by = author
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

    def heading(self, text: str, level: int, *, annex: bool = False) -> Paragraph:
        """Add a heading that the contents list can link to."""
        bookmark = f"_Toc{len(self._headings) + 1:08}"
        paragraph = self.paragraph(text, style=f"Heading {level}", name=bookmark)
        self._headings.append(_Heading(paragraph, bookmark, level, annex))
        return paragraph

    def annex(self, text: str) -> None:
        """Begin an annex: a chapter without a number, on a page of its own, so that it can be taken off."""
        paragraph = self.heading(text, 1, annex=True)
        paragraph.paragraph_format.page_break_before = True
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0

    def paragraph(self, *lines: Line, style: str = "Normal", name: str | None = None) -> Paragraph:
        """Add a paragraph of one line or of several; `name` is its bookmark."""
        paragraph = self.document.add_paragraph()
        self._fill(paragraph, lines, style)
        if name:
            self._bookmarks += 1
            add_bookmark(paragraph, name, self._bookmarks)
        return paragraph

    def table(self, name: str, heads: Sequence[str], shares: Sequence[int], rows: Iterable[Row]) -> None:
        """Add a table; its header repeats on each page, no row breaks across pages, and the last does not stand alone.

        `name` is what a screen reader says of it, `shares` how the width is shared among columns.
        """
        page_width = self.document._block_width  # between the margins
        widths = [Length(int(page_width * share / sum(shares))) for share in shares]
        table = self.document.add_table(rows=1, cols=len(heads))
        table._tbl.tblStyle_val = self._style_ids["register table"]
        table.autofit = False
        describe_table(table, plain(name))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._fill_row(table.rows[0], Row([[head] for head in heads]), widths, "Table Head")
        repeat_as_header(table.rows[0])
        written = []
        for row in rows:
            written.append(table.add_row())
            self._fill_row(written[-1], row, widths, "Table Text")
        for cell in written[-2].cells if len(written) > 1 else ():
            cell.paragraphs[0].paragraph_format.keep_with_next = True

    def saved(self, *, contents_levels: int) -> bytes:
        """Return the document as a file, with the contents list of so many levels before its first heading, if any."""
        if contents_levels:
            self._write_contents(contents_levels)
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _fill_row(self, empty: TableRow, row: Row, widths: Sequence[Length], style: str) -> None:
        """Write a row of a table; a cell without lines keeps its empty paragraph, as Word asks."""
        keep_row_whole(empty)
        for cell, lines, width in zip(empty.cells, row.cells, widths, strict=True):
            cell.width = width
            self._fill(cell.paragraphs[0], lines, style)

    def _fill(self, paragraph: Paragraph, lines: Sequence[Line], style: str) -> None:
        paragraph._p.style = self._style_ids[style.casefold()]
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for words in (line,) if isinstance(line, str) else line:
                self._add_run(paragraph, words if isinstance(words, Run) else Run(words))

    def _add_run(self, paragraph: Paragraph, words: Run) -> None:
        run = paragraph.add_run(plain(words.text))
        style = "Hyperlink" if words.to else words.style
        if style:
            run._r.style = self._style_ids[style.casefold()]
        if words.to:
            link_to_bookmark(run, words.to)

    def _write_contents(self, levels: int) -> None:
        """Write the contents list: a field that Word can bring up to date, with what it will then show.

        It links to the headings and gives no page numbers: only the program that lays out the pages knows them.
        """
        first = self._headings[0].paragraph
        self._fill(first.insert_paragraph_before(), ["Contents"], "TOC Heading")
        listed = [heading for heading in self._headings if heading.level <= levels]
        chapter = 0
        for heading in listed:
            entry = first.insert_paragraph_before()
            entry._p.style = self._style_ids[f"toc {heading.level}"]
            if heading is listed[0]:
                begin_field(entry, f'TOC \\o "1-{levels}" \\n \\h \\z \\u')
            if heading.level == 1:
                chapter += not heading.annex
                entry.add_run("\t" if heading.annex else f"{chapter}\t")
            self._add_run(entry, Run(heading.paragraph.text, to=heading.bookmark))
            if heading is listed[-1]:
                end_field(entry)


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
