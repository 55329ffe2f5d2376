"""The master that decks are written on: 16:9, its layouts, theme and table style, made from the library's own.

Nothing is kept as a file that only PowerPoint can read: what a slide looks like stands here.
"""

from dataclasses import dataclass
from typing import Final

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from scrutiny.exports.powerpoint import geometry, theme
from scrutiny.exports.powerpoint.geometry import Box

FOOT: Final = 20
NUMBER: Final = 21


@dataclass(frozen=True)
class Holder:
    """A placeholder: its type and index, what it is for, where it stands, and the size of its text."""

    type: str
    index: int
    name: str
    box: Box
    size: float
    anchor: str = "t"
    panel: bool = False


@dataclass(frozen=True)
class Layout:
    """A layout: its name, the type that PowerPoint knows it by, and its placeholders besides headline and foot."""

    name: str
    type: str
    holders: tuple[Holder, ...]


_TITLE: Final = Holder("title", 0, "Headline", geometry.HEADLINE, 28)
_FOOT: Final = Holder("body", FOOT, "What is counted, from which documents, as of when", geometry.FOOT, 12, "b")
_NUMBER: Final = Holder("sldNum", NUMBER, "Slide number", geometry.NUMBER, 12, "b")
OPENING: Final = Layout(
    "Opening",
    "title",
    (
        Holder("ctrTitle", 0, "Title", geometry.OPENING, 40, "b"),
        Holder("subTitle", 1, "What the deck is about", geometry.UNDER, 20),
    ),
)
CHART: Final = Layout("Chart", "chart", (_TITLE, Holder("chart", 1, "Chart", geometry.BODY, 18)))
TABLE: Final = Layout("Table", "tbl", (_TITLE, Holder("tbl", 1, "Table", geometry.BODY, 18)))
TEXT: Final = Layout("Text", "tx", (_TITLE, Holder("body", 1, "Text", geometry.BODY, 20)))
SIDES: Final = Layout(
    "Side by side",
    "cust",
    (
        _TITLE,
        Holder("body", 1, "Earlier", geometry.EARLIER, 16),
        Holder("body", 2, "To be read between the two", geometry.BETWEEN, 14, panel=True),
        Holder("body", 3, "Later", geometry.LATER, 16),
    ),
)
LAYOUTS: Final = (OPENING, CHART, TABLE, TEXT, SIDES)


def presentation() -> Presentation:
    """Give an empty presentation on our own master."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Pt(geometry.WIDTH), Pt(geometry.HEIGHT)
    del made.element.find(qn("p:sldSz")).attrib["type"]
    master = made.slide_master
    for unused in list(made.slide_layouts)[len(LAYOUTS) :]:
        made.slide_layouts.remove(unused)
    _lay_out_master(master)
    for nth, layout in enumerate(LAYOUTS):
        _lay_out(made.slide_layouts[nth], layout)
    theme.dress(master)
    theme.set_table_style(made)
    _drop_leftovers(made)
    return made


def _lay_out_master(master: SlideMaster) -> None:
    """Place the master's own title, text and slide number, with the sizes of all levels."""
    holders = (_TITLE, Holder("body", 1, "Text", geometry.BODY, 20), _NUMBER)
    _set_shapes(master, [_holder(nth, holder) for nth, holder in enumerate(holders, start=2)])
    styles = master.element.find(qn("p:txStyles"))
    styles.getparent().replace(styles, parse_xml(theme.text_styles()))


def _lay_out(written: SlideLayout, layout: Layout) -> None:
    """Make a layout of its placeholders, the foot and the slide number."""
    written.element.set("type", layout.type)
    written.element.cSld.set("name", layout.name)
    rule = geometry.OPENING_RULE if layout is OPENING else geometry.RULE
    holders = [*layout.holders, _FOOT, _NUMBER]
    _set_shapes(written, [_rule(2, rule), *(_holder(nth, holder) for nth, holder in enumerate(holders, start=3))])


def _set_shapes(base: SlideMaster | SlideLayout, shapes: list[str]) -> None:
    """Put shapes in the place of those that are there."""
    tree = base.shapes.element
    for shape in list(tree.iter_shape_elms()):
        tree.remove(shape)
    for xml in shapes:
        tree.append(parse_xml(xml))


def _holder(nth: int, holder: Holder) -> str:
    """Write a placeholder."""
    of_title = holder.type in {"title", "ctrTitle"}
    index = "" if of_title else f' idx="{holder.index}"'
    padding = Pt(geometry.PADDING) if holder.panel else 0
    fill = '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>' if holder.panel else ""
    level = "<a:lvl1pPr algn='r'>" if holder.type == "sldNum" else "<a:lvl1pPr>"
    fit = "<a:normAutofit/>" if holder.type != "sldNum" else "<a:noAutofit/>"
    return (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{nth}" name="{holder.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{holder.type}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(holder.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="{padding}" tIns="{padding}" rIns="{padding}" bIns="{padding}" '
        f'anchor="{holder.anchor}">{fit}</a:bodyPr>'
        f"<a:lstStyle>{level}"
        f'<a:defRPr sz="{holder.size * 100:.0f}"/></a:lvl1pPr></a:lstStyle>{_prompt(holder)}</p:txBody></p:sp>'
    )


def _prompt(holder: Holder) -> str:
    """Write what an empty placeholder shows to whoever edits: its name, or the number that stands in for all."""
    if holder.type == "sldNum":
        return f"<a:p>{number_field('‹#›')}</a:p>"
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{holder.name}</a:t></a:r></a:p>'


def number_field(shown: str) -> str:
    """Write the field that PowerPoint replaces by the slide's number."""
    guid = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
    return f'<a:fld {nsdecls("a")} id="{guid}" type="slidenum"><a:rPr lang="en-GB"/><a:t>{shown}</a:t></a:fld>'


def number_holder(nth: int) -> str:
    """Write the placeholder of a slide's number as it stands on a slide, which takes its look from the layout."""
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{nth}" name="{_NUMBER.name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{NUMBER}"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{number_field('‹#›')}</a:p></p:txBody></p:sp>"
    )


def _rule(nth: int, box: Box) -> str:
    """Write the short line under a headline, marked as decoration for screen readers."""
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{nth}" name="Rule">{decorative}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent5"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _frame(box: Box) -> str:
    """Write a place and a size."""
    left, top, width, height = (Pt(value) for value in (box.left, box.top, box.width, box.height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _drop_leftovers(made: Presentation) -> None:
    """Leave out what the library's own template says of the machine that it was made on."""
    parts = {
        made.part: {RELATIONSHIP_TYPE.PRINTER_SETTINGS},
        made.part.package: {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES},
    }
    for part, types in parts.items():
        rels = part._rels
        for key in [key for key, rel in rels.items() if rel.reltype in types]:
            rels.pop(key)
