"""A Word document as a briefing needs it: headings and their contents list, paragraphs, tables, links, footer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.table import Table
from docx.table import _Row as TableRow
from docx.text.paragraph import Paragraph

from scrutiny.exports.briefing.styles import LANGUAGE, WIDTH, blank
from scrutiny.exports.briefing.word_fields import add_field, begin_field, end_field

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\r]+")
_LONGEST_PROPERTY = 255


@dataclass(frozen=True)
class Words:
    """Words of a line in a character style, or linked to a bookmark of the same document."""

    text: str
    style: str | None = None
    to: str | None = None


Line = str | Sequence[str | Words]


@dataclass(frozen=True)
class _Heading:
    """A heading that was written; an annex has no number."""

    text: str
    level: int
    annex: bool


@dataclass(frozen=True)
class Row:
    """A row of a table: lines for each cell, and the bookmark by which the row is found."""

    cells: Sequence[Sequence[Line]]
    name: str | None = None


def plain(text: str) -> str:
    """Make any text one that a Word file can hold on a line: what XML forbids shows as “�”."""
    return _BREAKS.sub(" ", _NOT_XML.sub("\ufffd", text))


@dataclass
class Paper:
    """A document that grows from top to bottom."""

    document: WordDocument = field(default_factory=blank)
    _headings: list[_Heading] = field(default_factory=list)
    _bookmarks: int = 0
    _contents: Paragraph | None = None
    _listed_levels: int = 1

    @cached_property
    def _styles(self) -> dict[str, str]:
        """The ids of the styles by name, which the library would look for anew with every word."""
        return {str(style.name): style.style_id for style in self.document.styles}

    def describe(self, *, title: str, subject: str, author: str, on: date) -> None:
        """Set the properties of the file; it is dated on a day, not on the hour of its making."""
        properties = self.document.core_properties
        properties.title, properties.subject = _property(title), _property(subject)
        properties.author = properties.last_modified_by = _property(author)
        properties.language, properties.comments, properties.keywords = LANGUAGE, "", ""
        properties.created = properties.modified = datetime.combine(on, time(), UTC)

    def footer(self, text: str) -> None:
        """Put a text at the foot of each page, and beside it which page of how many it is."""
        section = self.document.sections[0]
        paragraph = section.footer.paragraphs[0]
        paragraph._p.style = self._styles["Footer"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(plain(text))
        paragraph.add_run("\tPage ")
        add_field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        add_field(paragraph, "NUMPAGES")

    def heading(self, text: str, level: int) -> None:
        """Add a heading."""
        self._head(_Heading(plain(text), level, annex=False))

    def annex(self, text: str) -> None:
        """Begin an annex: a chapter without a number, on a page of its own, so that it can be taken off."""
        paragraph = self._head(_Heading(plain(text), 1, annex=True))
        paragraph.paragraph_format.page_break_before = True
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0

    def contents(self, levels: int) -> None:
        """Say where the contents list stands, and how many levels of headings it lists."""
        self._listed_levels = levels
        self._contents = self.paragraph("Contents", style="TOC Heading")

    def paragraph(self, *lines: Line, style: str = "Normal", name: str | None = None) -> Paragraph:
        """Add a paragraph of one line or of several; `name` is its bookmark."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._styles[style]
        self._fill(paragraph, lines, name)
        return paragraph

    def table(self, name: str, heads: Sequence[str], shares: Sequence[int], rows: Iterable[Row]) -> None:
        """Add a table; its header repeats on each page, no row breaks across pages, and the last does not stand alone.

        `name` is what a screen reader says of it, `shares` how the width is shared among columns.
        """
        table = self.document.add_table(rows=1, cols=len(heads), style="Register Table")
        table.autofit = False
        widths = [Length(int(WIDTH * share / sum(shares))) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        _describe(table, plain(name))
        header = table.rows[0]
        self._fill_row(header, Row([[head] for head in heads]), widths, "Table Head")
        header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        written = list(rows)
        for number, row in enumerate(written):
            self._fill_row(table.add_row(), row, widths, "Table Text")
            if number == len(written) - 2:
                _keep_with_next(table.rows[-1])

    def saved(self) -> bytes:
        """Give the document as a file, with its contents list filled in."""
        self._list_contents()
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _head(self, heading: _Heading) -> Paragraph:
        """Write a heading that the contents list can link to."""
        self._headings.append(heading)
        return self.paragraph(heading.text, style=f"Heading {heading.level}", name=_heading_name(len(self._headings)))

    def _fill_row(self, empty: TableRow, row: Row, widths: Sequence[Length], style: str) -> None:
        """Write a row of a table; a cell without lines keeps its empty paragraph, as Word asks."""
        empty._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for place, (cell, lines, width) in enumerate(zip(empty.cells, row.cells, widths, strict=True)):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph._p.style = self._styles[style]
            self._fill(paragraph, lines, None if place else row.name)

    def _fill(self, paragraph: Paragraph, lines: Sequence[Line], name: str | None) -> None:
        """Write lines into an empty paragraph."""
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for words in (line,) if isinstance(line, str) else line:
                self._say(paragraph, words if isinstance(words, Words) else Words(words))
        if name:
            self._bookmark(paragraph, name)

    def _say(self, paragraph: Paragraph, words: Words) -> None:
        """Write words in their style, or as a link."""
        run = paragraph.add_run(plain(words.text))
        style = "Hyperlink" if words.to else words.style
        run._r.style = self._styles[style] if style else None
        if words.to:
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), words.to)
            link.set(qn("w:history"), "1")
            run._r.addprevious(link)
            link.append(run._r)

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        """Put a bookmark round what a paragraph says."""
        self._bookmarks += 1
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (begin, end):
            mark.set(qn("w:id"), str(self._bookmarks))
        begin.set(qn("w:name"), name)
        paragraph._p.insert_element_before(begin, "w:r", "w:hyperlink")
        paragraph._p.append(end)

    def _list_contents(self) -> None:
        """Fill in the contents list: a field that Word can bring up to date, with what it will then show.

        It links to the headings and gives no page numbers: these are known only to the program that lays out pages.
        """
        assert self._contents is not None  # noqa: S101 - every briefing says where its contents stand
        after = self._contents
        listed = [
            (number, heading)
            for number, heading in enumerate(self._headings, start=1)
            if heading.level <= self._listed_levels
        ]
        chapter = 0
        for place, (number, heading) in enumerate(listed):
            entry = self.paragraph(style=f"toc {heading.level}")
            if place == 0:
                begin_field(entry, f'TOC \\o "1-{self._listed_levels}" \\n \\h \\z \\u')
            if heading.level == 1:
                chapter += not heading.annex
                entry.add_run("\t" if heading.annex else f"{chapter}\t")
            self._say(entry, Words(heading.text, to=_heading_name(number)))
            if place == len(listed) - 1:
                end_field(entry)
            after._p.addnext(entry._p)
            after = entry


def _property(text: str) -> str:
    """Cut a text to what a property of a file can hold."""
    return plain(text)[:_LONGEST_PROPERTY]


def _heading_name(number: int) -> str:
    """Name the bookmark of a heading."""
    return f"_Toc{number:08}"


def _keep_with_next(row: TableRow) -> None:
    """Keep a row on the page of the next."""
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _describe(table: Table, name: str) -> None:
    """Say what a table is, for readers that do not see it."""
    table._tbl.tblPr.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val=""/>'))
    table._tbl.tblPr[-1].set(qn("w:val"), name)
