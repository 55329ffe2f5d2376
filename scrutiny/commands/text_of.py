"""The plain text of a document: of a text file, of a PDF, of a Word file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from scrutiny.commands.text_of_pdf import text_of_pdf
from scrutiny.register.reading import read_text


def text_of(path: Path) -> str:
    """Read a document as plain text; ValueError says why it cannot be."""
    readers = {".pdf": text_of_pdf, ".docx": _text_of_word}
    if path.suffix.lower() in (".doc", ".odt", ".rtf"):
        raise ValueError(f"is a {path.suffix} file; save it as .docx or as plain text")
    return readers.get(path.suffix.lower(), read_text)(path)


def _text_of_word(path: Path) -> str:
    from docx import Document  # noqa: PLC0415  # a program that reads no Word file does without
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ValueError("is not a Word file that can be read") from error
    numbers = _Numbers(document)
    return "\n\n".join(_blocks(document.element.body, document, numbers))


def _blocks(part: Any, parent: Any, numbers: "_Numbers") -> Iterator[str]:
    """Yield the paragraphs and tables of a part of a Word file, and after each what stands in a box at it."""
    from docx.table import Table  # noqa: PLC0415
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    for element in part:
        kind = element.tag.rpartition("}")[2]
        if kind == "tbl":
            yield from _rows(Table(element, parent), numbers)
        elif kind == "p":
            block = Paragraph(element, parent)
            style = block.style.name if block.style else ""
            heading = "# " if style and style.startswith(("Heading", "Title")) else ""
            yield heading + numbers.before(block) + block.text
            boxes = ".//w:txbxContent[not(ancestor::w:txbxContent)]"
            # each is written twice: the other is for old versions of Word
            for box in element.xpath(f"{boxes}[not(ancestor::w:pict)]") or element.xpath(boxes):
                yield from _blocks(box, parent, numbers)
        elif kind in ("sdt", "sdtContent"):  # what Word lets its reader fill in
            yield from _blocks(element, parent, numbers)


def _rows(table: Any, numbers: "_Numbers") -> Iterator[str]:
    """Yield a table as one block; one of a single column is a box around paragraphs."""
    # one cell may be over two columns
    rows = [list({cell._tc: cell for cell in row.cells}.values()) for row in table.rows]
    if all(len(row) == 1 for row in rows):
        for (cell,) in rows:
            yield from _blocks(cell._tc, cell, numbers)
    else:
        yield "\n".join(" | ".join(" ".join(cell.text.split()) for cell in row) for row in rows)


class _Numbers:
    """The numbers and bullets that Word itself puts before paragraphs, which are no part of their text."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._counts: Counter[tuple[int, int]] = Counter()

    def before(self, paragraph: Any) -> str:
        """Return what stands before a paragraph: `2. `, `2.4 `, `• ` or nothing."""
        properties = [paragraph._p.pPr, paragraph.style.element.pPr if paragraph.style else None]
        number = next((each.numPr for each in properties if each is not None and each.numPr is not None), None)
        if number is None or number.numId is None or not number.numId.val:
            return ""
        list_id, depth = number.numId.val, number.ilvl.val if number.ilvl is not None else 0
        form, text = self._level(list_id, depth)
        if form == "bullet" or not text:
            return "• "
        self._counts[list_id, depth] += 1
        for deeper in range(depth + 1, 9):
            self._counts[list_id, deeper] = 0
        for level in range(depth + 1):
            text = text.replace(f"%{level + 1}", str(max(self._counts[list_id, level], 1)))
        return f"{text} "

    def _level(self, list_id: int, depth: int) -> tuple[str, str]:
        """Return the form of a list's numbers at a depth, and the text around them."""
        numbering = self._document.part.numbering_part.element
        abstract = numbering.xpath(f"./w:num[@w:numId='{list_id}']/w:abstractNumId/@w:val")
        level = f"./w:abstractNum[@w:abstractNumId='{abstract[0] if abstract else ''}']/w:lvl[@w:ilvl='{depth}']"
        form = numbering.xpath(f"{level}/w:numFmt/@w:val")
        text = numbering.xpath(f"{level}/w:lvlText/@w:val")
        return form[0] if form else "bullet", text[0] if text else ""
