"""The template: what ours holds, and how another takes its place or is refused."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import template
from scrutiny.exports.powerpoint.deck import write_deck
from scrutiny.exports.powerpoint.template import OWN, open_template, region_of
from scrutiny.exports.templates import TemplateError
from scrutiny.register.vocabulary import EntryKind
from tests.exports.powerpoint.specimens import BODIES, MADE, one, slide


def theme() -> Any:
    """Return the theme of our template."""
    return parse_xml(open_template().slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def changed(tmp_path: Path, change: Any) -> Path:
    """Return a copy of our template after a change to it."""
    presentation = pptx.Presentation(str(OWN))
    change(presentation)
    path = tmp_path / "council.pptx"
    presentation.save(str(path))
    return path


def layout(presentation: Any, name: str) -> Any:
    """Return a layout of a template."""
    return presentation.slide_layouts.get_by_name(name)


def test_theme_has_the_fonts_and_colours_of_the_charts() -> None:
    """What an officer adds has the colours of the kinds and a font that every council laptop has."""
    colours = {element.tag.rpartition("}")[2]: element[0].get("val") for element in theme().find(".//{*}clrScheme")}
    expected = {
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
    assert colours == {name: colour.removeprefix("#").upper() for name, colour in expected.items()}
    assert {font.get("typeface") for font in theme().findall(".//{*}fontScheme/*/{*}latin")} == {"Arial"}


def test_template_is_wide_and_has_our_layouts_alone() -> None:
    """Slides are 16:9; there is one master, with the five layouts, and no slide."""
    presentation = open_template()
    assert (presentation.slide_width, presentation.slide_height) == (Pt(960), Pt(540))
    assert [name.name for name in presentation.slide_layouts] == list(BODIES)
    assert (len(presentation.slide_masters), len(presentation.slides)) == (1, 0)


def test_template_holds_no_leftovers() -> None:
    """Nothing of the machine or the library that it was made with is in the file, and it is small."""
    with ZipFile(OWN) as archive:
        names = " ".join(archive.namelist())
    assert not re.findall("printer|thumbnail|app.xml|custom|media|embeddings", names, re.IGNORECASE)
    properties = pptx.Presentation(str(OWN)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert OWN.stat().st_size < 50_000


def test_template_is_in_british_english() -> None:
    """Whatever is typed into it is spelt the British way."""
    with ZipFile(OWN) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert set(re.findall(r'\blang="([^"]*)"', text)) == {"en-GB"}


def test_table_style_is_plain() -> None:
    """Tables have no fills, bold heads, and a line under each row."""
    part = open_template().part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    (own,) = parse_xml(part.blob)
    assert own.get("styleId") == template.table_style(open_template())
    assert own.find("{*}wholeTbl//{*}noFill") is not None
    assert own.find("{*}firstRow/{*}tcTxStyle").get("b") == "on"


def test_layouts_are_where_slides_are_laid_out() -> None:
    """On our own template nothing is moved or made smaller, and headline and source stand alike on every layout."""
    regions = [region_of(each) for each in open_template().slide_layouts][1:]
    assert {(region.left, region.top, region.scale) for region in regions} == {(40, 30, 1)}


def test_placeholders_do_not_overlap() -> None:
    """Nothing that stands on a layout lies over another."""
    for layout in open_template().slide_layouts:
        holders = [h for h in layout.placeholders if h.placeholder_format.idx != template.NUMBER]
        boxes = sorted((h.top, h.left, h.top + h.height, h.left + h.width) for h in holders)
        for nth, (_, left, bottom, right) in enumerate(boxes):
            assert all(bottom <= top or right <= start or end <= left for top, start, _, end in boxes[nth + 1 :])


def test_a_smaller_place_makes_slides_smaller(tmp_path: Path) -> None:
    """Where a council's headline begins and its source ends, everything stands between, in smaller letters."""

    def shrink(presentation: Any) -> None:
        for each in presentation.slide_layouts:
            holders = {holder.placeholder_format.idx: holder for holder in each.placeholders}
            holders[0].left, holders[0].top, holders[0].width, holders[0].height = Pt(200), Pt(100), Pt(440), Pt(40)

    made = tmp_path / "deck.pptx"
    path = changed(tmp_path, shrink)
    made.write_bytes(write_deck([slide(body) for body in BODIES.values()], title="T", made=MADE, template=path))
    for page in list(pptx.Presentation(str(made)).slides)[1:]:
        for shape in page.shapes:
            if shape.name not in ("Source", "Slide number"):
                assert shape.left >= Pt(200)
                assert shape.left + shape.width <= Pt(640)
        assert page.shapes.title.text_frame.paragraphs[0].runs[0].font.size == Pt(16)


def test_number_takes_its_look_from_the_layout() -> None:
    """An officer who moves the number on the layout moves it on every slide."""
    number = one(BODIES["Text"]).shapes[-1]._element
    assert len(number.spPr) == 0
    assert len(number.find(".//{*}lstStyle")) == 0


def drop_layout(presentation: Any) -> None:
    """Take a layout away."""
    presentation.slide_layouts.remove(layout(presentation, "Table"))


def drop_source(presentation: Any) -> None:
    """Take the placeholder of the source away from a layout."""
    (source,) = [one for one in layout(presentation, "Text").placeholders if one.placeholder_format.idx == 20]
    source.element.getparent().remove(source.element)


def retype_chart(presentation: Any) -> None:
    """Make a placeholder for a chart one for text."""
    (chart,) = [one for one in layout(presentation, "Chart").placeholders if one.placeholder_format.idx == 1]
    chart.element.find(".//{*}ph").set("type", "body")


def drop_table_styles(presentation: Any) -> None:
    """Take the style of tables away."""
    part = presentation.part
    (key,) = [key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.TABLE_STYLES]
    part.rels.pop(key)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop_layout, "the layout “Table” is missing"),
        (drop_source, "the layout “Text” has no placeholder 20 (source)"),
        (retype_chart, "in the layout “Chart” placeholder 1 is not one for a chart"),
        (drop_table_styles, "it has no table style"),
        (
            lambda presentation: presentation.slides.add_slide(layout(presentation, "Text")),
            "a template has layouts and no slides, but this has slides",
        ),
    ],
)
def test_unfit_template_is_refused_with_what_it_lacks(tmp_path: Path, change: Any, message: str) -> None:
    """The message names the file and what is missing in it."""
    path = changed(tmp_path, change)
    with pytest.raises(TemplateError) as refused:
        open_template(path)
    assert str(refused.value) == f"{path}: {message}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no such file"),
        (b"", "this is not a PowerPoint presentation (.pptx)"),
        (b"PK\x03\x04 broken", "this is not a PowerPoint presentation (.pptx)"),
    ],
)
def test_file_that_is_no_presentation_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    """A slip in the path, and another file, are told apart."""
    path = tmp_path / "council.pptx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TemplateError) as refused:
        write_deck([slide(BODIES["Text"])], title="Testshire", made=MADE, template=path)
    assert str(refused.value) == f"{path}: {message}"


def test_preview_and_maker_of_a_template_are_left_out(tmp_path: Path) -> None:
    """What PowerPoint keeps of the template's first slide and of its maker is not in the deck."""

    def add(presentation: Any) -> None:
        package = presentation.part.package
        for kind, name in ((RELATIONSHIP_TYPE.THUMBNAIL, "thumbnail"), (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, "app")):
            uri = pptx.opc.packuri.PackURI(f"/docProps/{name}.xml")
            package.relate_to(pptx.opc.package.Part(uri, "application/xml", package, b"<a/>"), kind)
        presentation.core_properties.author = presentation.core_properties.category = "A. Officer"

    path = changed(tmp_path, add)
    assert "docProps/app.xml" in ZipFile(path).namelist()
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(write_deck([slide(BODIES["Text"])], title="Testshire", made=MADE, template=path))
    with ZipFile(deck) as archive:
        assert [name for name in archive.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]
        assert b"A. Officer" not in archive.read("docProps/core.xml")
