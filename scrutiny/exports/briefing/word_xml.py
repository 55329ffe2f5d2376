"""Parts of a Word file that python-docx cannot write: fields, bookmarks, links within the file, rules for table rows.

The elements are those of ECMA-376, part 1, section 17.
"""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.table import _Row as TableRow
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field, which Word can bring up to date; what follows, up to its end, is what it shows."""
    instruction = _element("w:instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    begin, separate = (_element("w:fldChar", {"w:fldCharType": kind}) for kind in ("begin", "separate"))
    for element in (begin, instruction, separate):
        paragraph.add_run()._r.append(element)


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun last."""
    paragraph.add_run()._r.append(_element("w:fldChar", {"w:fldCharType": "end"}))


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark round the text of a paragraph; both name and number are unique in the file."""
    begin = _element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    paragraph._p.insert_element_before(begin, "w:r", "w:hyperlink")
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def link_to_bookmark(run: Run, name: str) -> None:
    """Make a run a link to a bookmark of the same file."""
    link = _element("w:hyperlink", {"w:anchor": name, "w:history": "1"})
    run._r.addprevious(link)
    link.append(run._r)


def keep_row_whole(row: TableRow) -> None:
    """Let a row of a table go to the next page rather than break."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def repeat_as_header(row: TableRow) -> None:
    """Repeat a row at the head of each page that its table goes on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def describe_table(table: Table, name: str, description: str) -> None:
    """Say what a table is and, if need be, what it shows, for screen readers."""
    for tag, text in (("w:tblCaption", name), ("w:tblDescription", description)):
        if text:
            table._tbl.tblPr.append(_element(tag, {"w:val": text}))


def update_fields_on_opening(document: Document) -> None:
    """Let Word bring all fields up to date when it opens the file: it alone knows the numbers of pages."""
    after = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang")
    document.settings.element.insert_element_before(_element("w:updateFields", {"w:val": "true"}), *after)


def _element(tag: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    return OxmlElement(tag, {qn(name): value for name, value in (attributes or {}).items()})
