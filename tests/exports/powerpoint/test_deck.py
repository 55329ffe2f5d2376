"""A deck read back: placeholders, sizes, notes, alternative texts, sections, and the same bytes each time."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import chain, islice
from typing import Any
from zipfile import ZipFile

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from scrutiny.exports.powerpoint.deck import write_deck
from scrutiny.exports.powerpoint.paragraphs import plain
from scrutiny.slides.room import spread
from scrutiny.slides.slide import BODY as BODY_SIZE
from scrutiny.slides.slide import (
    LABEL,
    LARGE,
    BarsBody,
    Body,
    Line,
    ListBody,
    Notes,
    Part,
    QuotesBody,
    Slide,
    TableBody,
    TitleBody,
)
from tests.exports.powerpoint.specimens import (
    BARS,
    BODIES,
    HOSTILE,
    LONG,
    MADE,
    QUOTES,
    TABLE,
    UNBROKEN,
    description,
    named,
    one,
    row,
    shapes,
    slide,
    written,
)

EVERY = [slide(body) for body in BODIES.values()]


@pytest.mark.parametrize(("layout", "body"), BODIES.items())
def test_each_body_has_its_layout(layout: str, body: Body) -> None:
    """An officer who edits a slide finds it on a layout of our own, every text of it in a placeholder."""
    read = one(body)
    assert read.slide_layout.name == layout
    assert all(shape.is_placeholder or shape.name == "Bar" for shape in read.shapes)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_headline_is_the_title_and_read_first(body: Body) -> None:
    """Screen readers begin with the headline, which is the title of the slide."""
    read = one(body)
    assert read.shapes[0] == read.shapes.title
    assert read.shapes.title.text_frame.text == "Inspectors found two concerns"


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_number_is_a_field(body: Body) -> None:
    """The number of a slide is the one that it has after slides were moved."""
    number = one(body).shapes[-1]
    assert number.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    assert number._element.find(".//{*}fld").get("type") == "slidenum"


def test_what_is_not_said_has_no_empty_placeholder() -> None:
    """Where there is no subtitle, caution or source, and where quotations are few, nothing asks to be filled in."""
    read = one(QUOTES, subtitle="", caution="", source="")
    names = ["Headline", "Quotation 1", "Quotation 2", "Quotation 3", "Bar", "Bar", "Bar", "Slide number"]
    assert [shape.name for shape in read.shapes] == names


def sizes(read: Any) -> dict[str, set[float]]:
    """Give the sizes of the letters of each shape of a slide."""
    frames = {shape.name: [shape.text_frame] for shape in read.shapes if shape.has_text_frame}
    frames |= {
        shape.name: [cell.text_frame for cell in shape.table.iter_cells()] for shape in read.shapes if shape.has_table
    }
    return {
        name: {run.font.size.pt for frame in some for line in frame.paragraphs for run in line.runs if run.font.size}
        for name, some in frames.items()
    }


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_letters_can_be_read_at_ten_metres(body: Body) -> None:
    """Headlines have 28 points or more, bodies 24 and all else 16."""
    for name, found in sizes(one(body)).items():
        least = {"Headline": 28, "Text": 24, "Panel and meeting": 24}.get(name, 16)
        assert all(size >= least for size in found), (name, found)
    assert {28.0} <= sizes(one(QUOTES))["Quotation 1"]
    assert {28.0} <= sizes(one(TABLE))["Table"]


def test_a_headline_of_wide_letters_is_smaller() -> None:
    """A headline has one line if it can; one that would take more than two has the smallest letters."""
    assert sizes(one(TABLE, headline="Four themes have 18 of 26 local concerns, own views apart"))["Headline"] == {30.0}
    assert sizes(one(TABLE, headline="Word " * 12))["Headline"] == {32.0}
    assert sizes(one(TABLE, headline="WIDE WORDS " * 7))["Headline"] == {28.0}


def test_notes_are_what_a_presenter_says() -> None:
    """What to say, the likely question, and exact words with their place, and nothing else."""
    assert one(TABLE).notes_slide.notes_text_frame.text == (
        "Say this.\nAnd this.\n\nLikely question: By when?\n\n“meetings often went ahead” (paragraph 2)"
    )
    assert one(TABLE, notes=Notes(("Say this.",))).notes_slide.notes_text_frame.text == "Say this."


def test_charts_and_tables_are_described_and_texts_are_not() -> None:
    """Who cannot see a chart hears what it shows; a text is read as it is."""
    told = {shape.name: description(shape) for shape in shapes(written(*EVERY)) if description(shape)}
    assert told == {
        "Chart": "Bar chart of 5 rows. Working together: 5. Skills and training: 0. Three other themes: 3. "
        "Own views: 2. From elsewhere: 1.",
        "Table": "Table of 2 rows: Commitments, Date. Undertakings, 0 of 7. Expectations, 1 of 3.",
    }


def test_descriptions_are_soon_heard() -> None:
    """A chart of many long names is described in 60 words and by how many rows are left."""
    many = BarsBody(tuple(row("A theme with quite a long name indeed", number) for number in range(12)))
    told = description(named(one(many), "Chart"))
    assert len(told.split()) <= 60 + len(["And", "99", "more."])
    assert told.endswith(" more.")


def test_bars_beside_quotations_are_passed_over() -> None:
    """A screen reader does not stop at what only adorns."""
    bars = [shape for shape in one(QUOTES).shapes if shape.name == "Bar"]
    assert len(bars) == 3
    assert all(bar._element.find(".//{*}decorative").get("val") == "1" for bar in bars)


def test_lists_have_bullets_or_are_numbered_by_powerpoint() -> None:
    """Questions are numbered from where the slide begins, so that one that is put in counts."""
    numbered = named(one(BODIES["Text"]), "Text").text_frame.paragraphs
    assert [line._p.find(".//{*}buAutoNum").get("startAt") for line in numbered] == ["4", "5"]
    bulleted = named(one(ListBody((Line("First."),))), "Text").text_frame.paragraphs
    assert [line._p.find(".//{*}buChar").get("char") for line in bulleted] == ["•"]


def test_quotations_stand_side_by_side_and_neither_is_larger() -> None:
    """Two statements have one height and one width, so that neither looks more important."""
    read = one(QuotesBody(QUOTES.quotes[:2]))
    first, second = named(read, "Quotation 1"), named(read, "Quotation 2")
    assert (first.top, first.width, first.height) == (second.top, second.width, second.height)
    assert first.left + first.width < second.left


def test_sections_fold_the_slides() -> None:
    """Slides are listed in PowerPoint's sections, each once, in their order."""
    parts = (Part.TITLE, Part.MINUTE, Part.WORDS, Part.STATED, Part.LIMITS, Part.APPENDIX)
    root = written(*(slide(TABLE, part=part, headline=part.label) for part in parts)).part._element
    sections = root.findall(".//{*}section")
    assert [section.get("name") for section in sections] == [
        "Opening", "What inspectors found", "What was promised", "Questions, and what this rests on", "Appendix",
    ]  # fmt: skip
    listed = [one.get("id") for section in sections for one in section.findall(".//{*}sldId")]
    assert listed == [one.get("id") for one in root.sldIdLst]
    assert len({section.get("id") for section in sections}) == 5


def test_properties_tell_what_the_file_is() -> None:
    """Title, author, subject and keywords can be searched for; of a template nothing is left."""
    properties = written(slide(BODIES["Opening"]), title="Testshire", author="For the panel").core_properties
    assert (properties.title, properties.author, properties.comments) == ("Testshire", "For the panel", "")
    assert properties.subject == "Inspectors found two concerns"
    assert properties.keywords == "Inspectors found two concerns; For the panel; Item 7"
    assert properties.created == properties.modified == datetime(2030, 11, 15)  # noqa: DTZ001 - read back without a zone


def test_bytes_are_the_same_each_time() -> None:
    """The same slides give the same bytes, workbooks behind charts included."""
    first, second = (write_deck(EVERY, title="Testshire", made=MADE) for _ in range(2))
    assert first == second
    with ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time[:3] for member in archive.infolist()} == {(2030, 11, 15)}
        assert not [name for name in archive.namelist() if "printer" in name or "thumbnail" in name]


def test_charts_of_a_deck_have_one_scale() -> None:
    """Bars on different slides can be compared by their length."""
    deck = written(slide(BARS), slide(BarsBody((row("Working together", 12),))))
    charts = [shape.chart for shape in shapes(deck) if shape.has_chart]
    assert [chart.value_axis.maximum_scale for chart in charts] == [12, 12]
    plots = [chart._chartSpace.find(".//{*}plotArea//{*}w").get("val") for chart in charts]
    assert len(set(plots)) == 1


# Whatever is written


def with_text(text: str) -> dict[str, Slide]:
    """Return slides that hold a text in each of the places where a text can stand."""
    line, quote = Line(text), QUOTES.quotes[0]
    return {
        "headline": slide(TABLE, headline=text),
        "title": slide(TitleBody((line, Line("Two."))), headline=text),
        "around": slide(TABLE, subtitle=text, caution=text, source=text, notes=Notes((text,), text, text, text)),
        "line": slide(ListBody((line, Line("Two.")))),
        "item": slide(ListBody((line, Line("Two."), line), numbered=1)),
        "cell": slide(TableBody((text, "B"), ((line, "b"), ("c", "d")), (1, 1))),
        "small cell": slide(TableBody(("A", "B"), ((text, "b"), ("c", "d")), (1, 9), 16)),
        "row": slide(BarsBody((row(text, 3), *BARS.rows))),
        "quotation": slide(QuotesBody((replace(quote, words=text, lead=text, place=text), *QUOTES.quotes))),
    }


@cache
def deck_with(text: str) -> dict[str, list[Any]]:
    """Write slides that hold a text into one file, and give those that were made for each of the places."""
    slides = with_text(text)
    pages = iter(written(*slides.values(), title=text, author=text).slides)
    return {place: list(islice(pages, len(list(spread(one))))) for place, one in slides.items()}


@pytest.mark.parametrize("text", [HOSTILE, LONG, UNBROKEN], ids=["signs", "long", "unbroken"])
def test_any_text_can_be_written_anywhere(text: str) -> None:
    """Signs of XML, control characters and 10,000 letters break no file, and nothing runs over the slide."""
    for page in chain.from_iterable(deck_with(text).values()):
        boxes = {shape.name: shape for shape in page.shapes}
        lowest = boxes["Caution"].top if "Caution" in boxes else boxes["Source"].top
        for shape in page.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= Pt(960)
            assert shape.top + shape.height <= Pt(540)
            if shape.name in ("Chart", "Table", "Text", "Quotation 1") and "Caution" in boxes:
                assert shape.top + shape.height <= lowest


@pytest.mark.parametrize("text", [LONG, UNBROKEN], ids=["long", "unbroken"])
def test_what_is_shortened_stands_in_full_in_the_notes(text: str) -> None:
    """A text that is too long for its place ends with an ellipsis, and the presenter has all of it."""
    for place, pages in deck_with(text).items():
        notes = [page.notes_slide.notes_text_frame.text for page in pages]
        assert [one for one in notes if plain(text).strip() in one], place


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x00b\x07c", "a�b�c"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\ud800b\uffffc", "a�b�c"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("<b> & ]]> “é” 😀", "<b> & ]]> “é” 😀"),
    ],
)
def test_plain_text_shows_what_cannot_be_written(raw: str, shown: str) -> None:
    """What XML cannot hold, or what turns the writing round, is shown by a sign; all else stays."""
    assert plain(raw) == shown


def test_library_is_loaded_only_for_a_file() -> None:
    """A page that offers the file does not wait for the library."""
    code = "import sys, scrutiny.exports.powerpoint; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


def test_a_mark_is_small() -> None:
    """It stands behind the text of its line, in letters as much smaller as labels are."""
    text = named(one(ListBody((Line("Who goes?", mark="Asked on 12 March 2030"), Line("What now?")), 1)), "Text")
    first, second = text.text_frame.paragraphs
    assert [run.text for run in first.runs] == ["Who goes?", " Asked on 12 March 2030"]
    large, small = (run.font.size.pt for run in first.runs)
    assert (large, small) == (LARGE, pytest.approx(LARGE * LABEL / BODY_SIZE, abs=0.05))
    assert second.text == "What now?"
