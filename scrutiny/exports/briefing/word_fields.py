"""Fields of a Word document: what the program that lays out the pages works out."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out when it lays out the page."""
    begin_field(paragraph, code)
    paragraph.add_run("1")
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field; what follows is what it shows."""
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    for element in (_edge("begin"), instruction, _edge("separate")):
        paragraph.add_run()._r.append(element)


def end_field(paragraph: Paragraph) -> None:
    """End a field."""
    paragraph.add_run()._r.append(_edge("end"))


def _edge(kind: str) -> BaseOxmlElement:
    """Make an edge of a field."""
    edge = OxmlElement("w:fldChar")
    edge.set(qn("w:fldCharType"), kind)
    return edge
