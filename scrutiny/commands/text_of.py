"""The plain text of a document: of a text file, of a PDF, of a Word file."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from scrutiny.register.reading import read_text

_GAP = 1.3
"""Lines so many times further apart than those of one paragraph begin another."""
_Line = tuple[float, str]


def text_of(path: Path) -> str:
    """Read a document as plain text; ValueError says why it cannot be."""
    readers = {".pdf": _text_of_pdf, ".docx": _text_of_word}
    if path.suffix.lower() in (".doc", ".odt", ".rtf"):
        raise ValueError(f"is a {path.suffix} file; save it as .docx or as plain text")
    return readers.get(path.suffix.lower(), read_text)(path)


def _text_of_pdf(path: Path) -> str:
    import pypdfium2  # noqa: PLC0415  # a program that reads no PDF does without

    try:
        with pypdfium2.PdfDocument(path) as document:
            pages = [_lines_of_page(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"is not a PDF that can be read: {error}") from error
    # a letter of short paragraphs has few lines that stand together: those are the nearest
    steps = sorted(step for lines in pages for step in _steps(lines) if step > 0)
    usual = steps[len(steps) // 4] if steps else 0
    return "\f".join(_text_of_page(lines, _GAP * usual) for lines in pages)


def _lines_of_page(page: Any) -> list[_Line]:
    """Return the lines of a page, each with its height on it."""
    text = page.get_textpage()
    lines, start = [], 0
    for line in text.get_text_range().split("\r\n"):
        inked = next((start + index for index, letter in enumerate(line) if not letter.isspace()), None)
        if inked is not None:
            _, bottom, _, _ = text.get_charbox(inked, loose=True)
            lines.append((bottom, line.rstrip("\x02\ufffe") + ("-" if line.endswith(("\x02", "\ufffe")) else "")))
        start += len(line) + 2
    return lines


def _steps(lines: list[_Line]) -> list[float]:
    return [earlier - later for (earlier, _), (later, _) in pairwise(lines)]


def _text_of_page(lines: list[_Line], gap: float) -> str:
    """Join the lines of a page, with an empty line where they stand further apart, or in another column."""
    gaps = ["", *("\n" if step < 0 or step > gap else "" for step in _steps(lines))]
    return "\n".join(empty + line for empty, (_, line) in zip(gaps, lines, strict=False))


def _text_of_word(path: Path) -> str:
    from docx import Document  # noqa: PLC0415  # a program that reads no Word file does without
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ValueError("is not a Word file that can be read") from error
    numbers = _Numbers(document)
    blocks = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            blocks.append("\n".join(_rows(block)))
        else:
            style = block.style.name if block.style else ""
            heading = "# " if style and style.startswith(("Heading", "Title")) else ""
            blocks.append(heading + numbers.before(block) + block.text)
    return "\n\n".join(blocks)


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}  # one cell may be over two columns
        yield " | ".join(cells.values())


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
