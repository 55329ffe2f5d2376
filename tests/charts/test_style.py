"""Colours can be seen on light and dark, and told apart by colour-blind readers."""

import tomllib
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scrutiny.charts import style
from scrutiny.register.vocabulary import EntryKind

THEME = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
FOUR = [EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.COMMITMENT, EntryKind.ACTION]

# How the three kinds of colour blindness see linear RGB, at full severity (Machado, Oliveira and Fernandes, 2009).
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    """Give a colour as linear red, green and blue (IEC 61966-2-1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    """Give the relative luminance that WCAG 2.2 defines."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, 1.4.11)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: str, blindness: str) -> list[float]:
    """Give a colour as somebody sees it, in CIE L*a*b* (D65)."""
    rgb = linear(colour)
    red, green, blue = (
        min(max(sum(weight * part for weight, part in zip(row, rgb, strict=True)), 0), 1)
        for row in BLINDNESS[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]


@pytest.mark.parametrize("background", ["light", "dark"])
@pytest.mark.parametrize("kind", list(EntryKind))
def test_colours_stand_out(kind: EntryKind, background: str) -> None:
    """Every mark has 3:1 or better against the page, light and dark (WCAG 2.2, 1.4.11)."""
    assert contrast(style.COLOURS[kind], THEME[background]["backgroundColor"]) >= 3


@pytest.mark.parametrize("kind", FOUR)
def test_letters_on_marks_stand_out(kind: EntryKind) -> None:
    """The N inside a mark, which is small, has 4.5:1 or better against the mark (WCAG 2.2, 1.4.3)."""
    assert contrast(style.ON_MARK, style.COLOURS[kind]) >= 4.5


@pytest.mark.parametrize("background", ["light", "dark"])
def test_edges_of_boxes_stand_out(background: str) -> None:
    """Edges of boxes and buttons have 3:1 or better against both sides (WCAG 2.2, 1.4.11)."""
    theme = THEME[background]
    for side in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme["borderColor"], theme[side]) >= 3


@pytest.mark.parametrize("background", ["light", "dark"])
def test_text_stands_out(background: str) -> None:
    """Text and links have 4.5:1 or better against the page (WCAG 2.2, 1.4.3)."""
    for name in ("textColor", "linkColor"):
        assert contrast(THEME[background][name], THEME[background]["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(("first", "second"), list(combinations(FOUR, 2)))
def test_colours_are_distinct(first: EntryKind, second: EntryKind, blindness: str) -> None:
    """No two kinds look alike to a colour-blind reader (a difference of 20 in L*a*b* is seen at a glance)."""
    seen = [lab(style.COLOURS[kind], blindness) for kind in (first, second)]
    assert sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5 > 20


def test_a_need_has_the_colour_of_commitments_and_a_shape_of_its_own() -> None:
    """It belongs beside them, and is never taken for one."""
    assert style.COLOURS[EntryKind.NEED] == style.COLOURS[EntryKind.COMMITMENT]
    assert style.SHAPES[EntryKind.NEED] != style.SHAPES[EntryKind.COMMITMENT]


def test_shapes_are_distinct() -> None:
    """Shape alone tells the kinds apart, and solid from hollow."""
    shapes = {style.shape(kind, hollow) for kind in EntryKind for hollow in (True, False)}
    assert len(shapes) == 2 * len(EntryKind)


def test_glyphs_are_distinct() -> None:
    """In a line of text, too, the letter alone tells the kinds apart, and solid from hollow."""
    letters = {style.glyph(kind, hollow) for kind in EntryKind for hollow in (True, False)}
    assert len(letters) == 2 * len(EntryKind)


def test_ink_stands_out_on_paper_and_panels() -> None:
    """Texts on slides have 4.5:1 or better against what is behind them (WCAG 2.2, 1.4.3)."""
    for behind in (style.PAPER, style.PANEL):
        assert min(contrast(style.INK, behind), contrast(style.NOTE, behind)) >= 4.5


@given(some.text())
def test_plain_text_comes_out_as_itself(text: str) -> None:
    """Plotly, which reads tags and entities, shows any text as it is written: no tag is left, entities lead back."""
    written = style.escape_label(text)
    assert not set("<>") & set(written)
    assert unescape(written) == text


@pytest.mark.parametrize("text", ["&lt;b&gt;", "&amp;amp;", "<b>x</b>", "<a href='x'>", "&#x3c;br&#62;", "$x$"])
def test_entities_of_the_data_stay_as_written(text: str) -> None:
    """What looks like an entity in the data is not decoded on the way."""
    assert unescape(style.escape_label(text)) == text


@given(some.text(some.characters(exclude_categories=["Z", "C"]), min_size=1))
def test_a_label_is_the_text_or_its_beginning(text: str) -> None:
    """A label has only our own line breaks, no more lines than there is room for, and says when it leaves off."""
    lines = [unescape(line) for line in style.wrap_label(text, width=10, lines=3).split("<br>")]
    assert len(lines) <= 3
    assert all(len(line) <= 10 for line in lines)
    shown = "".join(lines)
    assert shown == text or (len(text) > 20 and text.startswith(shown[:-1]) and shown.endswith("…"))


def test_a_figure_carries_no_template() -> None:
    """What the page lays over every chart is not sent with each of them."""
    assert not style.figure(height=100).to_dict()["layout"]["template"].get("layout")


def test_shapes_and_notes_are_added_to_those_there_are() -> None:
    """What is added at once comes after what was added before; a line goes right through the chart."""
    figure = style.figure(height=100)
    style.add_shapes(figure, [style.grid_line(x=3.0)])
    style.add_shapes(figure, [style.grid_line(y=0.0)])
    style.add_notes(figure, [{"x": 1, "y": 2, "text": "a"}])
    style.add_notes(figure, [{"x": 1, "y": 2, "text": "b"}])
    upright, level = figure.layout.shapes
    assert (upright.x0, upright.x1, upright.yref) == (3, 3, "y domain")
    assert (level.y0, level.y1, level.xref) == (0, 0, "x domain")
    assert [(note.text, note.showarrow) for note in figure.layout.annotations] == [("a", False), ("b", False)]
