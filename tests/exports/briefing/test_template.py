"""The template of briefings: ours has every style and nothing else, and a council can use its own."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

from scrutiny.analysis.questions import Sheet
from scrutiny.charts import style
from scrutiny.exports.briefing import annex, briefing
from scrutiny.exports.briefing.document import STYLES, TEMPLATE
from scrutiny.exports.templates import TemplateError
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind
from tests.exports.briefing.reading import ALL, TODAY, said

FOOT = "Panel briefing: How Testshire Police protects children · Last checked 15 November 2030"
BASIC = {"Default Paragraph Font", "Normal Table", "No List"}


@pytest.fixture
def ours() -> Document:
    """Return the template of the package."""
    return docx.Document(str(TEMPLATE))


@pytest.fixture
def council(ours: Document, tmp_path: Path) -> Path:
    """Return a council's template: its font, its margins, its crest in the header and its name in the footer."""
    crest = io.BytesIO()
    Image.new("RGB", (8, 8)).save(crest, "PNG")
    ours.styles["Normal"].font.name = "Gill Sans MT"
    section = ours.sections[0]
    section.left_margin = section.right_margin = Cm(3)
    section.different_first_page_header_footer = True
    for header in (section.header, section.first_page_header):
        header.paragraphs[0].add_run().add_picture(crest)
    section.footer.paragraphs[0].add_run(" · Testshire County Council")
    section.first_page_footer.paragraphs[0].text = "Testshire County Council"
    path = tmp_path / "council.docx"
    ours.save(str(path))
    return path


def made_with(register: Register, template: Path) -> bytes:
    """Make a briefing with a template."""
    return briefing(register, ALL, sheet=Sheet(), today=TODAY, template=template)


def bar(document: Document, name: str) -> tuple[str, str]:
    """Return the colour and the line of the bar that a style has at the left."""
    left = document.styles[name].element.find(f".//{qn('w:pBdr')}/{qn('w:left')}")
    return f"#{left.get(qn('w:color'))}".lower(), left.get(qn("w:val"))


def test_our_template_has_every_style_and_no_other(ours: Document) -> None:
    """Besides Word's four defaults, there are just the styles that a briefing uses."""
    found = {(one.type, str(one.name).casefold()) for one in ours.styles if one.name not in BASIC}
    assert found == {(kind, name.casefold()) for kind, names in STYLES.items() for name in names}
    outlines = [ours.styles[f"Heading {level}"].element.find(f".//{qn('w:outlineLvl')}") for level in range(1, 4)]
    assert [outline.get(qn("w:val")) for outline in outlines] == ["0", "1", "2"]


def test_our_template_has_the_colours_of_charts(ours: Document) -> None:
    """The bar of an entry has its kind's colour, and is broken for the respondent's own view."""
    # No event stands in a briefing; a need is written in the style of commitments, a recommendation in that of figures.
    shown = [kind for kind in style.COLOURS if kind not in (EntryKind.EVENT, EntryKind.NEED, EntryKind.RECOMMENDATION)]
    bars = {kind: bar(ours, kind.capitalize()) for kind in shown}
    assert bars == {kind: (style.COLOURS[kind], "single") for kind in shown}
    for kind in (EntryKind.CONCERN, EntryKind.STRENGTH):
        assert bar(ours, f"{kind.capitalize()} Own View") == (style.COLOURS[kind], "dashed")
    assert style.COLOURS[EntryKind.NEED] == style.COLOURS[EntryKind.COMMITMENT]
    assert style.COLOURS[EntryKind.RECOMMENDATION] == style.COLOURS[EntryKind.FIGURE]
    inks = [ours.styles[name].font.color.rgb for name in ("Title", "Heading 1", "Heading 3", "Table Head")]
    assert {f"#{ink}".lower() for ink in inks} == {style.NOTE}


def test_our_template_is_of_a4_in_english_and_arial(ours: Document) -> None:
    """Page, language and font are those of a British council."""
    section = ours.sections[0]
    assert [round(side.cm, 1) for side in (section.page_width, section.page_height)] == [21.0, 29.7]
    text = ours.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert text.find(qn("w:lang")).get(qn("w:val")) == ours.core_properties.language == "en-GB"
    assert set(text.find(qn("w:rFonts")).attrib.values()) == {"Arial"}
    assert {name for one in ours.styles for name in one.element.xpath(".//w:rFonts/@w:ascii")} == set()


def test_our_template_has_no_leftovers() -> None:
    """It is small, and nothing of the library's own template or of anybody's Word is in it."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
            "word/document.xml", "word/footer1.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
        ]  # fmt: skip
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert [word for word in ("rsid", "python-docx", "Macintosh", "lsdException") if word in text] == []
    assert TEMPLATE.stat().st_size < 10_000


def test_a_council_can_use_its_own_template(register: Register, council: Path) -> None:
    """Its font, margins and crest survive, its footer follows the day of review, and its own text is left out."""
    content = made_with(register, council)
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert document.styles["Normal"].font.name == "Gill Sans MT"
    assert section.left_margin.cm == pytest.approx(3, abs=0.01)
    for header in (section.header, section.first_page_header):
        assert len(header.part.package.image_parts) == 1
        assert header._element.xpath(".//a:blip/@r:embed")[0] in header.part.rels
    assert section.footer.paragraphs[0].text == f"{FOOT}\tPage 1 of 1 · Testshire County Council"
    assert section.first_page_footer.paragraphs[0].text == f"{FOOT} · Testshire County Council"
    assert "This is the template" not in "".join(said(document))
    assert said(document) == said(docx.Document(io.BytesIO(made_with(register, TEMPLATE))))
    widths = [sum(column.width for column in table.columns) for table in document.tables]
    assert {round(width / Cm(1), 1) for width in widths} == {15.0}
    assert content == made_with(register, council)


def test_a_template_without_a_footer_gets_one(register: Register, ours: Document, tmp_path: Path) -> None:
    """The day of review is at the foot of each page, whatever the template has there."""
    ours.sections[0].footer.is_linked_to_previous = True
    ours.save(str(tmp_path / "bare.docx"))
    document = docx.Document(io.BytesIO(made_with(register, tmp_path / "bare.docx")))
    text = [paragraph.text for paragraph in document.sections[0].footer.paragraphs]
    assert text == [FOOT]


def test_names_of_styles_may_differ_in_case(register: Register, ours: Document, tmp_path: Path) -> None:
    """LibreOffice calls “TOC 1” what Word calls “toc 1”."""
    for one in ours.styles:
        if str(one.name).startswith("toc"):
            one.name = str(one.name).upper()
    ours.save(str(tmp_path / "libre.docx"))
    document = docx.Document(io.BytesIO(annex(register, ALL, today=TODAY, template=tmp_path / "libre.docx")))
    assert "TOC 1" in {paragraph.style.name for paragraph in document.paragraphs}


def test_a_template_without_a_style_is_refused(register: Register, ours: Document, tmp_path: Path) -> None:
    """The error names the file and every style that is missing, or is of another sort."""
    ours.styles["Box"].delete()
    ours.styles["Small Print"].delete()
    ours.styles.add_style("Small Print", WD_STYLE_TYPE.PARAGRAPH)
    path = tmp_path / "council.docx"
    ours.save(str(path))
    with pytest.raises(TemplateError) as raised:
        made_with(register, path)
    assert str(raised.value) == (
        f"{path}: this template lacks the paragraph style “Box”, the character style “Small Print”"
    )


def test_a_template_that_is_missing_is_refused(register: Register, tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(TemplateError, match=r"gone\.docx: there is no such template"):
        made_with(register, tmp_path / "gone.docx")


@pytest.mark.parametrize("content", ["text", "another archive", "another part", "broken XML"])
def test_a_file_of_another_kind_is_refused(register: Register, tmp_path: Path, content: str) -> None:
    """Whatever it holds, the error names the file and says what it should be."""
    path = tmp_path / "council.docx"
    if content == "text":
        path.write_text("no archive", encoding="utf-8")
    else:
        with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(path, "w") as target:
            for name in source.namelist():
                text = source.read(name).decode()
                if content == "another archive" and name == "[Content_Types].xml":
                    continue
                if content == "another part":
                    text = text.replace("document.main+xml", "template.main+xml")
                target.writestr(name, text[:-9] if content == "broken XML" and name == "word/styles.xml" else text)
    with pytest.raises(TemplateError, match=r"council\.docx: this template is not a Word document \(\.docx\)"):
        made_with(register, path)
