"""A deck read back: placeholders, notes, alternative texts, properties, and the same bytes each time."""

import io
import subprocess
import sys
from datetime import datetime
from zipfile import ZipFile

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from scrutiny.charts import style
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.slide import Body, Part, TextBody, TitleBody
from tests.exports.powerpoint import specimens
from tests.exports.powerpoint.specimens import BODIES, MADE, SIDES, bars, chart, description, one, slide, table, written

EVERY = [slide(body) for body in BODIES.values()]


@pytest.mark.parametrize(("layout", "body"), BODIES.items())
def test_each_body_has_its_layout(layout: str, body: Body) -> None:
    """An officer who edits a slide finds it on a layout of our own, every shape of it in a placeholder."""
    read = one(body)
    assert read.slide_layout.name == layout
    assert all(shape.is_placeholder for shape in read.shapes)


def test_slides_are_wide() -> None:
    """Slides are 16:9, and no layout of the library's own is left over."""
    deck = written(*EVERY)
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert [layout.name for layout in deck.slide_layouts] == list(BODIES)
    assert "type" not in deck.element.find("{*}sldSz").attrib


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_headline_is_the_title_and_read_first(body: Body) -> None:
    """Screen readers begin with the headline, which is the title of the slide."""
    read = one(body)
    assert read.shapes[0] == read.shapes.title
    assert read.shapes.title.text_frame.text == "Inspectors found two concerns."


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_number_is_a_field(body: Body) -> None:
    """The number of a slide is the one that it has after slides were moved."""
    number = one(body).shapes[-1]
    assert number.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    assert number._element.find(".//{*}fld").get("type") == "slidenum"


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_foot_says_what_is_counted(body: Body) -> None:
    """What is counted and as of when stands in letters of 12 points on each slide."""
    foot = next(shape for shape in one(body).shapes if shape.name == "Foot")
    assert foot.text_frame.paragraphs[-1].text == "Each mark is one entry. Last checked 15 November 2030."
    assert {run.font.size for paragraph in foot.text_frame.paragraphs for run in paragraph.runs} == {Pt(12)}


def test_slide_without_a_foot_has_no_empty_placeholder() -> None:
    """Where nothing is to be said at the foot, nothing asks to be filled in."""
    assert "Foot" not in [shape.name for shape in one(TextBody(("One.",)), foot="").shapes]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_notes_tell_the_presenter_everything(body: Body) -> None:
    """Sources, questions and entries stand in the notes of every slide."""
    notes = one(body).notes_slide.notes_text_frame.text
    for words in ("First look, press release: paragraph 2: C09.", "Commissioner, by when?", "2029-first-look.C09"):
        assert words in notes


def test_notes_say_a_chart_in_words() -> None:
    """What a chart shows, and how to read its bars, stands in the notes."""
    notes = one(BODIES["Chart"]).notes_slide.notes_text_frame.text
    assert "Two themes." in notes
    assert "Each bar is as long as the number of symbols that it stands for." in notes


def test_notes_stand_on_a_slide_without_sources() -> None:
    """Where nothing has a source, the notes still say what the slide is."""
    read = one(TitleBody(("For the panel",)), sources=(), questions=(), entries=())
    assert Part.FINDINGS.meaning in read.notes_slide.notes_text_frame.text


def test_every_shape_is_described() -> None:
    """Every shape of every slide says what it is to who cannot see it; a chart, what it shows."""
    deck = written(*EVERY, slide(chart(table())))
    assert all(description(shape) for shape in specimens.shapes(deck))
    assert [description(shape) for shape in specimens.shapes(deck) if shape.has_chart] == ["Two themes."]
    assert [description(shape) for shape in specimens.shapes(deck) if shape.has_table] == [
        "Table of 2 rows with the columns Theme, First, Second.",
        "Table of 2 rows with the columns Theme, First, Second. Two themes.",
    ]


def test_list_is_numbered_by_powerpoint() -> None:
    """Questions are numbered from where the slide begins, so that one that is put in counts."""
    paragraphs = one(BODIES["Text"]).placeholders[1].text_frame.paragraphs
    assert [paragraph._p.find(".//{*}buAutoNum").get("startAt") for paragraph in paragraphs] == ["4", "5"]


def test_sides_stand_apart_with_the_caution_between() -> None:
    """What was said then is read first, then the caution, then what was said later."""
    read = one(SIDES)
    earlier, between, later = (read.placeholders[index] for index in (1, 2, 3))
    assert [p.text for p in earlier.text_frame.paragraphs] == [
        "■ 1", "Summary 1.", "“meetings often went ahead”", "Reply, paragraph 1",
    ]  # fmt: skip
    assert later.text_frame.paragraphs[0].text == "□ 2"
    assert between.text_frame.text == "The later repeats the earlier.\nDifferent meetings."
    assert earlier.left + earlier.width < between.left < between.left + between.width < later.left


def test_marks_have_their_colour() -> None:
    """A mark in a line of text has the colour of its kind; the words have that of the theme."""
    mark, words = one(SIDES).placeholders[1].text_frame.paragraphs[0].runs
    assert str(mark.font.color.rgb) == style.COLOURS[EntryKind.CONCERN].removeprefix("#").upper()
    assert words.font.color.type is None


def test_properties_are_of_the_register() -> None:
    """The file says what it is and when the register was reviewed, and nothing of a template."""
    properties = written(*EVERY).core_properties
    assert properties.title == "Testshire"
    assert properties.created == properties.modified == datetime(2030, 11, 15)  # noqa: DTZ001 - read back without a zone
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")


def test_bytes_are_the_same_each_time() -> None:
    """The same slides give the same bytes, workbooks behind charts included."""
    first, second = (powerpoint(EVERY, title="Testshire", made=MADE) for _ in range(2))
    assert first == second
    with ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time[:3] for member in archive.infolist()} == {(2030, 11, 15)}
        assert not [name for name in archive.namelist() if "printer" in name or "thumbnail" in name]


def test_shapes_keep_to_the_slide() -> None:
    """Nothing reaches beyond the slide, and bodies end above the foot."""
    for read in written(*EVERY).slides:
        for shape in read.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= Pt(960)
            assert shape.top + shape.height <= Pt(540)


def test_bars_that_go_on_have_one_scale() -> None:
    """Bars on slides that go on from one another can be compared by their length."""
    deck = written(slide(chart(bars(rows=2))), slide(chart(bars(rows=40)), headline="Inspectors found more."))
    scales = [shape.chart.value_axis.maximum_scale for shape in specimens.shapes(deck) if shape.has_chart]
    assert len(scales) > 3
    assert set(scales) == {12}


def test_slides_that_the_deck_continued_have_one_scale() -> None:
    """The same holds where the deck itself had spread the rows over slides."""
    small = chart(bars())
    small.native.numbers.iloc[:, :] = 1
    deck = written(slide(chart(bars())), slide(small, headline="Inspectors found two concerns. (continued)"))
    assert [shape.chart.value_axis.maximum_scale for shape in specimens.shapes(deck) if shape.has_chart] == [12, 12]


def test_library_is_loaded_only_for_a_file() -> None:
    """A page that offers the file does not wait for the library."""
    code = "import sys, scrutiny.exports.powerpoint; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words
