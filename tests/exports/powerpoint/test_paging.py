"""What does not fit goes on: no text runs over, and none is lost."""

from dataclasses import replace

import pytest

from scrutiny.exports.powerpoint import geometry, paging, slide_text, text_boxes
from scrutiny.exports.powerpoint.xml_text import plain
from scrutiny.slides.slide import BarChart, Body, PairBody, Slide, TableBody, TextBody, TitleBody
from tests.exports.powerpoint.specimens import (
    BODIES,
    HOSTILE,
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
    """Give slides that hold a text in each of the places where a text can stand."""
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
        "excerpt": slide(PairBody(said("1", excerpt=hostile), said(hostile), (hostile, hostile))),
    }  # fmt: skip


PLACES = list(with_text(""))


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_fits_stays_on_one_slide(body: Body) -> None:
    """A slide whose texts fit is given as it is."""
    (page,) = paging.paged(slide(body))
    assert repr(page) == repr(slide(body))


@pytest.mark.parametrize("place_of", PLACES)
@pytest.mark.parametrize("hostile", [HOSTILE, LONG, UNBROKEN], ids=["signs", "long", "unbroken"])
def test_any_text_can_be_written_anywhere(hostile: str, place_of: str) -> None:
    """Signs of XML, control characters and 10,000 letters break no file, wherever they stand."""
    deck = written(with_text(hostile)[place_of], title=hostile)
    assert len(deck.slides) >= 1


@pytest.mark.parametrize("place_of", [name for name in PLACES if name != "notes"])
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
    for page in paging.paged(with_text(hostile)[place_of]):
        box = slide_text.body_box(page)
        assert text_boxes.height(slide_text.foot(page), geometry.FOOT.width) <= geometry.FOOT.height
        if isinstance(page.body, TextBody):
            assert text_boxes.height(paging.paragraphs(page.body, 18), box.width) <= box.height
        if not isinstance(page.body, TitleBody):
            assert slide_text.headline_fits(page.headline, slide_text.headline_size(page.headline))


def test_lines_go_on_with_their_numbers() -> None:
    """A list that goes on counts on, and every sentence stands once."""
    lines = tuple(f"Question {nth}: {'what was said of it, ' * 8}so." for nth in range(1, 31))
    pages = [page.body for page in paging.paged(slide(TextBody(lines, numbered=1)))]
    assert [line for page in pages for line in page.lines] == list(lines)
    assert [page.numbered for page in pages] == [int(page.lines[0].split()[1].rstrip(":")) for page in pages]


def test_sides_that_do_not_fit_are_told_in_full() -> None:
    """A side that is too long is visibly shortened, and a further slide has its words in full."""
    pages = paging.paged(slide(replace(SIDES, later=said("2", excerpt="so it was said " * 80))))
    assert isinstance(pages[0].body, PairBody)
    assert pages[1].body.lines[0].startswith("“so it was said so it was")
    assert "…" in texts(written(slide(replace(SIDES, later=said("2", excerpt="so it was said " * 80)))))


def test_part_of_a_chart_says_so() -> None:
    """Who cannot see a chart that goes on hears which rows a slide has."""
    first, *_ = paging.paged(slide(chart(bars(rows=30))))
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
    pages = paging.paged(slide(TextBody(("said. " * 100,) * 9), headline="Inspectors found two concerns. (continued)"))
    assert len(pages) > 1
    assert {page.headline for page in pages} == {"Inspectors found two concerns. (continued)"}
