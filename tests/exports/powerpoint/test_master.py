"""The master: its theme, its layouts and the sizes of their texts."""

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import geometry, master
from scrutiny.register.vocabulary import EntryKind


def test_theme_has_the_fonts_and_colours_of_the_charts() -> None:
    """What an officer adds has the colours of the kinds and a font that every council laptop has."""
    part = master.presentation().slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    accents = [theme.find(f".//{{*}}accent{nth}/{{*}}srgbClr").get("val") for nth in (1, 2, 3)]
    kinds = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.COMMITMENT)
    assert accents == [style.COLOURS[kind].removeprefix("#").upper() for kind in kinds]
    assert {font.get("typeface") for font in theme.findall(".//{*}fontScheme/*/{*}latin")} == {"Arial"}


def test_every_layout_has_headline_foot_and_number() -> None:
    """Headline, foot and number stand at their places on every layout, within the slide."""
    for layout in master.presentation().slide_layouts:
        holders = {holder.placeholder_format.idx: holder for holder in layout.placeholders}
        assert {0, 1, master.FOOT, master.NUMBER} <= set(holders)
        assert holders[master.FOOT].top == Pt(geometry.FOOT.top)
        assert all(holder.left + holder.width <= Pt(geometry.WIDTH) for holder in holders.values())


def test_placeholders_do_not_overlap() -> None:
    """Nothing that stands on a layout lies over another."""
    for layout in master.presentation().slide_layouts:
        holders = [h for h in layout.placeholders if h.placeholder_format.idx != master.NUMBER]
        boxes = sorted((h.top, h.left, h.top + h.height, h.left + h.width) for h in holders)
        for nth, (_, left, bottom, right) in enumerate(boxes):
            assert all(bottom <= top or right <= start or end <= left for top, start, _, end in boxes[nth + 1 :])
