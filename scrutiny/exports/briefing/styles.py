"""How a briefing looks: the page, the style sheet, the lists and the tables, with fonts that a council laptop has."""

from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from scrutiny.charts import style as colours
from scrutiny.register.vocabulary import EntryKind

FONT = "Arial"
LANGUAGE = "en-GB"
WIDTH = Cm(17)
"""How wide a line of text is: A4 between its margins."""

HEADINGS, BULLETS, NUMBERS = 1, 2, 3
"""The lists of a document by their number: headings, points and questions."""

_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")


@dataclass(frozen=True)
class _Style:
    """A style of paragraphs: sizes and distances in points, `indent` in centimetres."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False
    indent: float = 0
    hanging: float = 0
    builtin: bool = True
    base: str = "Normal"


_PARAGRAPHS = (
    _Style("Title", size=22, after=6, bold=True, keep=True),
    _Style("Subtitle", size=10.5, after=3),
    _Style("Heading 1", size=15, before=14, after=4, bold=True, keep=True, indent=0.9, hanging=0.9),
    _Style("Heading 2", size=12, before=9, after=3, bold=True, keep=True),
    _Style("Heading 3", size=10.5, before=7, after=2, bold=True, keep=True),
    _Style("Heading 4", size=10, before=5, after=2, bold=True, keep=True),
    _Style("TOC Heading", size=12, before=9, after=3, bold=True, keep=True),
    _Style("toc 1", size=10, after=1, indent=0.9, hanging=0.9),
    _Style("toc 2", size=9.5, indent=0.9),
    _Style("List Bullet", size=10.5, after=3, indent=0.6, hanging=0.6),
    _Style("List Number", size=10.5, after=5, indent=0.9, hanging=0.9),
    _Style("Footer", size=9),
    _Style("Lead", size=10.5, after=5, keep=True, builtin=False),
    _Style("Table Text", size=9.5, builtin=False),
    _Style("Table Head", size=9, bold=True, keep=True, builtin=False, base="Table Text"),
    _Style("Note", size=9.5, before=3, after=5, builtin=False),
    _Style("Entry", size=10, after=4, builtin=False),
    _Style("Pair", size=9.5, after=5, builtin=False),
)
_BARS = {
    EntryKind.CONCERN: "Concern",
    EntryKind.STRENGTH: "Strength",
    EntryKind.ACTION: "Action",
    EntryKind.FIGURE: "Figure",
    EntryKind.COMMITMENT: "Commitment",
}
_SMALL = 9


def entry_style(kind: EntryKind, *, own_view: bool) -> str:
    """Name the style of an entry: a bar of its kind's colour at the left, broken for the respondent's own view."""
    return f"{_BARS[kind]} Own View" if own_view else _BARS[kind]


def blank() -> WordDocument:
    """Begin an empty A4 document in British English with the style sheet of briefings and no other."""
    document = Document()
    package = document.part.package
    assert package is not None  # noqa: S101 - a document that was just opened has its package
    for relationships in (package.rels, document.part.rels):
        _drop_unused(relationships)
    _set_page(document)
    _set_defaults(document)
    _set_styles(document)
    _set_lists(document)
    return document


def _drop_unused(relationships: Relationships) -> None:
    """Leave out what the library's template brings and no briefing needs."""
    for key in [key for key, one in relationships.items() if one.reltype.endswith(_UNUSED)]:
        del relationships[key]


def _set_page(document: WordDocument) -> None:
    """Make the page A4."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.8)
    page.footer_distance = Cm(0.9)


def _set_defaults(document: WordDocument) -> None:
    """Set font, language and line height for all text, and say that the file is of today's kind."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_fonts()}"
            f'<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
            '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="240" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault></w:docDefaults>"
        ),
    )
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _fonts() -> str:
    """Name the font for every script."""
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _set_styles(document: WordDocument) -> None:
    """Put the style sheet of briefings in the place of the template's."""
    styles = document.styles
    basic = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    for style in [style for style in styles if style.name not in basic]:
        style.delete()
    for name, bold, size in (("Strong", True, None), ("Small Print", None, _SMALL)):
        character = styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name == "Strong")
        assert isinstance(character, CharacterStyle)  # noqa: S101 - the library does not say which kind it gives
        character.font.bold, character.font.size = bold, Pt(size) if size else None
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.element.get_or_add_rPr().append(parse_xml(f'<w:u {nsdecls("w")} w:val="single"/>'))
    for look in _PARAGRAPHS:
        _add(document, look)
    for kind, name in _BARS.items():
        for own_view in (False, True):
            _add_bar(document, kind, f"{name} Own View" if own_view else name, "dashed" if own_view else "single")
    styles.element.append(parse_xml(_TABLE.format(ns=nsdecls("w"), line=_hex(colours.LINE), head=_hex(colours.NOTE))))


def _add(document: WordDocument, look: _Style) -> None:
    """Add a style of paragraphs."""
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.builtin)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the library does not say which kind it gives
    style.base_style = document.styles[look.base]
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.bold = Pt(look.size), look.bold or None
    if look.bold:
        style.font.color.rgb = RGBColor.from_string(_hex(colours.NOTE))
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.keep_with_next, layout.keep_together, layout.widow_control = look.keep or None, True, True
    if look.indent:
        layout.left_indent, layout.first_line_indent = Cm(look.indent), Cm(-look.hanging)
    if look.name.startswith("Heading"):
        _outline(style, int(look.name[-1]) - 1)
    lists = {"Heading 1": HEADINGS, "List Bullet": BULLETS, "List Number": NUMBERS}
    if look.name in lists:
        numbers = style.element.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_numId().val = lists[look.name]


def _outline(style: ParagraphStyle, level: int) -> None:
    """Make a style a heading of a level, for the navigation pane and for screen readers."""
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))


def _add_bar(document: WordDocument, kind: EntryKind, name: str, line: str) -> None:
    """Add the style of entries of a kind, with a bar at the left."""
    _add(document, _Style(name, size=10, after=4, indent=0.35, builtin=False, base="Entry"))
    bar = (
        f'<w:pBdr {nsdecls("w")}><w:left w:val="{line}" w:sz="18" w:space="6" '
        f'w:color="{_hex(colours.COLOURS[kind])}"/></w:pBdr>'
    )
    properties: BaseOxmlElement = document.styles[name].element.get_or_add_pPr()
    properties.insert_element_before(parse_xml(bar), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")


def _set_lists(document: WordDocument) -> None:
    """Put the three lists of a briefing in the place of the template's."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for number, (form, text, hanging, tied) in _LISTS.items():
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{tied}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for number in _LISTS:
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


_LISTS = {
    HEADINGS: ("decimal", "%1", 510, "Heading1"),
    BULLETS: ("bullet", "•", 340, "ListBullet"),
    NUMBERS: ("decimal", "%1.", 510, "ListNumber"),
}
_TABLE = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="RegisterTable">
  <w:name w:val="Register Table"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:color="{head}"/><w:bottom w:val="single" w:sz="8" w:color="{head}"/>
      <w:insideH w:val="single" w:sz="4" w:color="{line}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="34" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>
      <w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{head}"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def _hex(colour: str) -> str:
    """Give a colour as Word writes it."""
    return colour.removeprefix("#")
