"""What does not fit goes on: no text runs over, and none is lost."""

from dataclasses import replace

import pytest

from scrutiny.exports.powerpoint import paging, paragraphs
from scrutiny.exports.powerpoint.paragraphs import plain
from scrutiny.exports.powerpoint.template import FOOT, HEADLINE, layout_name
from scrutiny.slides.slide import BarChart, Body, ChartBody, PairBody, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import HEADLINE_LEADING, text_height
from tests.exports.powerpoint.specimens import (
    BODIES,
    HOSTILE,
    LAYOUTS,
    LONG,
    SIDES,
    UNBROKEN,
    bars,
    chart,
    said,
    slide,
    texts,
    written,
)


def with_text(hostile: str) -> dict[str, Slide]:
    """Return slides that hold a text in each of the places where a text can stand."""
    native = bars()
    rows = BarChart(native.numbers.rename(index={"Theme 0 of Testshire": hostile}), native.looks, key=hostile)
    looks = {hostile: native.looks["Concerns"], **native.looks}
    columns = BarChart(native.numbers.rename(columns={"Concerns": hostile}), looks)
    return {
        "headline": slide(TextBody(("One.",)), headline=hostile),
        "title": slide(TitleBody(("One.",)), headline=hostile),
        "foot": slide(TextBody(("One.",)), foot=hostile),
        "notes": slide(TextBody(("One.",)), sources=(hostile,), questions=(hostile,), entries=(hostile,)),
        "line": slide(TextBody((hostile, "Two."), numbered=1)),
        "opening": slide(TitleBody((hostile, "Two."))),
        "cell": slide(TableBody((hostile, "B"), ((hostile, "b"),), (1, 1))),
        "chart": slide(chart(rows)),
        "series": slide(chart(columns)),
        "alternative text": slide(ChartBody(replace(chart(native).picture, alt=hostile), native)),
        "excerpt": slide(PairBody(said("1", excerpt=hostile), said(hostile), (hostile, hostile))),
    }  # fmt: skip


PLACES = list(with_text(""))


def paged(one: Slide) -> list[Slide]:
    """Return the slides that a slide takes on our own template."""
    return paging.paged(one, LAYOUTS)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_fits_stays_on_one_slide(body: Body) -> None:
    """A slide whose texts fit is given as it is."""
    (page,) = paged(slide(body))
    assert repr(page) == repr(slide(body))


@pytest.mark.parametrize("place_of", PLACES)
@pytest.mark.parametrize("hostile", [HOSTILE, LONG, UNBROKEN], ids=["signs", "long", "unbroken"])
def test_any_text_can_be_written_anywhere(hostile: str, place_of: str) -> None:
    """Signs of XML, control characters and 10,000 letters break no file, wherever they stand."""
    deck = written(with_text(hostile)[place_of], title=hostile)
    assert len(deck.slides) >= 1


@pytest.mark.parametrize("place_of", [name for name in PLACES if name not in {"notes", "alternative text"}])
@pytest.mark.parametrize("hostile", [LONG, UNBROKEN], ids=["long", "unbroken"])
def test_long_text_stands_in_full_somewhere(hostile: str, place_of: str) -> None:
    """A text that is too long for its place goes on on further slides, where nothing of it is missing."""
    deck = written(with_text(hostile)[place_of])
    letters = "word" if hostile is LONG else "x"
    assert len(deck.slides) > 1
    assert texts(deck).count(letters) >= hostile.count(letters)


@pytest.mark.parametrize("place_of", PLACES)
@pytest.mark.parametrize("hostile", [LONG, UNBROKEN], ids=["long", "unbroken"])
def test_no_text_is_higher_than_its_room(hostile: str, place_of: str) -> None:
    """On every slide that comes of it, headline, foot and sentences fit where they stand."""
    for page in paged(with_text(hostile)[place_of]):
        boxes = LAYOUTS[layout_name(page.body)]
        assert paragraphs.height(paging.foot(page, LAYOUTS), boxes[FOOT].width) <= boxes[FOOT].height
        if isinstance(page.body, TextBody):
            (box,) = paging.body_boxes(page, LAYOUTS)
            (column,) = paging.text_columns(page, LAYOUTS)
            assert [paragraph.text for paragraph in column] == list(page.body.lines)
            assert min(paragraph.size for paragraph in column) >= 18
            assert paragraphs.height(column, box.width) <= box.height
        size = paging.headline_size(page, LAYOUTS)
        high = text_height(page.headline, size, boxes[HEADLINE].width, bold=True, leading=HEADLINE_LEADING)
        assert high <= boxes[HEADLINE].height


def test_lines_go_on_with_their_numbers() -> None:
    """A list that goes on counts on, and every sentence stands once."""
    lines = tuple(f"Question {nth}: {'what was said of it, ' * 8}so." for nth in range(1, 31))
    pages = [page.body for page in paged(slide(TextBody(lines, numbered=1)))]
    assert [line for page in pages for line in page.lines] == list(lines)
    assert [page.numbered for page in pages] == [int(page.lines[0].split()[1].rstrip(":")) for page in pages]


def test_sides_that_do_not_fit_are_told_in_full() -> None:
    """A side that is too long is visibly shortened, and a further slide has its words in full."""
    pages = paged(slide(replace(SIDES, later=said("2", excerpt="so it was said " * 80))))
    assert isinstance(pages[0].body, PairBody)
    assert pages[1].body.lines[0].startswith("“so it was said so it was")
    assert "…" in texts(written(slide(replace(SIDES, later=said("2", excerpt="so it was said " * 80)))))


def test_part_of_a_chart_says_so() -> None:
    """Who cannot see a chart that goes on hears which rows a slide has."""
    first, *_ = paged(slide(chart(bars(rows=30))))
    assert first.body.picture.alt.startswith("This slide shows the rows from “Theme 0 of Testshire” to “Theme")


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


def test_slide_that_goes_on_twice_says_so_once() -> None:
    """A slide that the deck had continued, and that still goes on, is not called continued twice."""
    pages = paged(slide(TextBody(("said. " * 100,) * 9), headline="Inspectors found two concerns. (continued)"))
    assert len(pages) > 1
    assert {page.headline for page in pages} == {"Inspectors found two concerns. (continued)"}
