"""What fits on a slide: sizes get smaller with length, and nothing is lost where a text goes on."""

import pytest

from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.slide import PairBody, PairSide
from scrutiny.slides.text_fit import (
    BODY_HEIGHT,
    INNER,
    headline_points,
    line_height,
    paginate,
    row_height,
    shorten_text,
    sides_points,
    split_line,
    split_text,
    text_height,
    text_width,
    wrap_text,
)


@pytest.mark.parametrize(
    ("length", "points"), [(1, 28), (75, 28), (76, 24), (150, 24), (151, 20), (230, 20), (231, 17)]
)
def test_long_headlines_are_smaller(length: int, points: int) -> None:
    """A headline takes three lines at most."""
    assert headline_points("x" * length) == points


def test_a_text_is_as_high_as_its_lines() -> None:
    """A longer text, a larger size and a narrower width are all higher; a line break counts."""
    assert text_height("a few words", 18, INNER) < text_height("a few words " * 30, 18, INNER)
    assert text_height("a few words", 18, INNER) < text_height("a few words", 24, INNER)
    assert text_height("a few words", 18, INNER) < text_height("a few words", 18, 40)
    assert text_height("one\ntwo", 18, INNER) == 2 * text_height("one", 18, INNER)


def test_lists_go_on_where_there_is_no_room() -> None:
    """Items stay in their order, none is lost, each slide has at least one."""
    items = [30, 30, 30, 100, 10]
    assert paginate(items, float, room=60) == [(30, 30), (30,), (100,), (10,)]
    assert paginate([], float) == [()]


def test_lists_are_spread_evenly() -> None:
    """Eleven items of which ten fit come as six and five, not as ten and one."""
    assert [len(slide) for slide in paginate(range(11), lambda _: 10, room=100)] == [6, 5]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    """A long cell in a narrow column makes the whole row high."""
    assert row_height(("a", "long words " * 9), (1, 1)) > row_height(("a", "b"), (1, 1))


@pytest.mark.parametrize("text", ["Multi-agency work, as it is written. " * 90, "x" * 9000, "short"])
def test_a_text_that_is_broken_stays_word_for_word(text: str) -> None:
    """Put together, the parts are the text; each has room."""
    parts = split_line(text)
    assert "".join(parts) == text
    assert all(text_height(part, 18, INNER, leading=1.3) <= BODY_HEIGHT for part in parts)


def test_pairs_get_the_largest_letters_that_fit() -> None:
    """Short words are large; long ones are small, but never too small to read."""

    def sides(words: str) -> PairBody:
        said = PairSide(EntryKind.CONCERN, False, "Said then", words, words, "paragraph 1", "x.C01")
        return PairBody(said, said, (words,))

    assert sides_points(sides("few words")) == (20, 18, 15)
    assert sides_points(sides("many words, " * 14)) == (17, 15, 13)
    assert min(sides_points(sides("very many words, " * 90))) == 12


def test_a_sentence_of_a_list_has_a_gap() -> None:
    """Sentences do not touch one another."""
    assert line_height("a") > text_height("a", 18, INNER)


@pytest.mark.parametrize(
    "text", ["", "one", "one two three four five", "a  b\nc ", "x" * 90, "one " + "x" * 90 + " two"]
)
def test_lines_joined_are_the_text(text: str) -> None:
    """Breaking loses nothing."""
    assert "".join(wrap_text(text, 12, 60)) == text


@pytest.mark.parametrize("text", ["one two three four five six", "x" * 90, "Wide WWW and narrow iii " * 5])
def test_lines_are_no_wider_than_the_room(text: str) -> None:
    """Each line fits, words wider than the room too."""
    assert all(text_width(line.rstrip(), 12) <= 60 for line in wrap_text(text, 12, 60))


def test_a_word_that_is_too_wide_begins_a_line() -> None:
    """Programs break a word only after they have tried it on a line of its own."""
    assert wrap_text("one " + "x" * 9, 10, 30) == ("one ", "xxxxx", "xxxx")


def test_letters_have_their_widths() -> None:
    """Wide letters take more room than narrow ones, bold more than regular; what is not known counts as square."""
    assert text_width("W", 10) > text_width("m", 10) > text_width("e", 10) > text_width("i", 10)
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("word", 10, bold=True) > text_width("word", 10)
    assert text_width("語", 10) == pytest.approx(10.2)


def test_height_counts_line_ends_and_marks() -> None:
    """A line end is a line; a line with marks is higher, since they stand in another font."""
    assert text_height("a\nb", 10, 100) == pytest.approx(23)
    assert text_height("■ a", 10, 100) == pytest.approx(13.5)


@pytest.mark.parametrize("text", ["one two three four five six seven", "x" * 90])
def test_shortened_text_shows_it(text: str) -> None:
    """A text that takes too many lines ends with an ellipsis within them; one that fits stays."""
    short = shorten_text(text, 12, 60, 2)
    assert short.endswith(" …")
    assert len(wrap_text(short, 12, 60)) == 2
    assert shorten_text("one", 12, 60, 2) == "one"


def test_parts_take_so_many_lines_each() -> None:
    """A long text comes in parts that are no longer than allowed, and all of it comes."""
    parts = split_text("word " * 40, 12, 60, 3)
    assert all(len(wrap_text(part.strip(), 12, 60)) <= 3 for part in parts)
    assert "".join(parts) == "word " * 40


def test_a_headline_of_wide_letters_is_smaller() -> None:
    """A headline fits its room whatever its letters are."""
    assert headline_points("Word " * 15) == 28
    assert headline_points("W" * 75) < 28
