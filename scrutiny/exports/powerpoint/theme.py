"""What the master's texts and tables look like: colours, fonts, sizes of levels, and one plain table style."""

from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.slide import SlideMaster
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import geometry
from scrutiny.register.vocabulary import EntryKind

FONT: Final = "Arial"
TABLE_STYLE: Final = "{6B1E3F0C-52A7-4D5E-9C41-0D8E7A2B9F13}"

_THEME: Final = {
    "dk1": style.INK,
    "lt1": style.PAPER,
    "dk2": style.NOTE,
    "lt2": style.PANEL,
    "accent1": style.COLOURS[EntryKind.CONCERN],
    "accent2": style.COLOURS[EntryKind.STRENGTH],
    "accent3": style.COLOURS[EntryKind.COMMITMENT],
    "accent4": style.COLOURS[EntryKind.ACTION],
    "accent5": style.INSPECTION,
    "accent6": style.NOTE,
    "hlink": style.INSPECTION,
    "folHlink": style.COLOURS[EntryKind.COMMITMENT],
}


def dress(master: SlideMaster) -> None:
    """Give the theme our colours and fonts."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "Scrutiny")
    elements = theme.find(qn("a:themeElements"))
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour(value)}"/></a:{name}>' for name, value in _THEME.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface=""/>'
    for tag, inner in (
        ("clrScheme", colours),
        ("fontScheme", f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"),
    ):
        ours = parse_xml(f'<a:{tag} {nsdecls("a")} name="Scrutiny">{inner}</a:{tag}>')
        elements.replace(elements.find(qn(f"a:{tag}")), ours)
    part.blob = serialize_part_xml(theme)


def set_table_style(made: Presentation) -> None:
    """Make plain tables the style of every table: no fills, bold heads, a line under each row."""
    part = made.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    part.blob = (
        f'<a:tblStyleLst {nsdecls("a")} def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="Scrutiny">'
        f'<a:wholeTbl><a:tcTxStyle><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"{_line('bottom', 0.75)}{_line('insideH', 0.75)}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
        f'</a:wholeTbl><a:firstRow><a:tcTxStyle b="on"><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"{_line('bottom', 1.5)}</a:tcBdr></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def _line(side: str, width: float) -> str:
    """Write a line of a table."""
    return f'<a:{side}><a:ln w="{Pt(width)}"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:ln></a:{side}>'


def text_styles() -> str:
    """Write the sizes, indents and distances of titles and of the levels of text."""
    body = [_level(1, 20, 'marL="0" indent="0"', "<a:buNone/>")]
    for level, size in enumerate((18, 16, 14, 14), start=2):
        indent = Pt(18) * (level - 1)
        body.append(_level(level, size, f'marL="{indent}" indent="-{Pt(18)}"', '<a:buChar char="•"/>'))
    return (
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{_level(1, 28, '', '<a:buNone/>', title=True)}"
        f"</p:titleStyle><p:bodyStyle>{''.join(body)}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )


def _level(level: int, size: int, indent: str, bullet: str, *, title: bool = False) -> str:
    """Write how a level of text looks."""
    share, before, font = (90, 0, "mj") if title else (100, geometry.GAP * 100, "mn")
    return (
        f'<a:lvl{level}pPr {indent} algn="l"><a:lnSpc><a:spcPct val="{share * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{bullet}<a:defRPr sz="{size * 100}" b="{int(title)}">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def colour(value: str) -> str:
    """Give a colour as PowerPoint writes it, without the hash."""
    return value.removeprefix("#").upper()
