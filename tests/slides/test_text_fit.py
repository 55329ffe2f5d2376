"""What fits on a slide: how much room a text takes, and that nothing is lost where items go on."""

import pytest

from scrutiny.slides.text_fit import paginate, shorten_text, text_height, text_width, wrap_text


def test_a_text_is_as_high_as_its_lines() -> None:
    """A longer text, a larger size and a narrower width are all higher; a line break counts."""
    assert text_height("a few words", 18, 880) < text_height("a few words " * 30, 18, 880)
    assert text_height("a few words", 18, 880) < text_height("a few words", 24, 880)
    assert text_height("a few words", 18, 880) < text_height("a few words", 18, 40)
    assert text_height("one\ntwo", 18, 880) == 2 * text_height("one", 18, 880)


def test_lists_go_on_where_there_is_no_room() -> None:
    """Items stay in their order, none is lost, each slide has at least one."""
    items = [30, 30, 30, 100, 10]
    assert paginate(items, float, room=60) == [(30, 30), (30,), (100,), (10,)]
    assert paginate([], float, room=60) == [()]


def test_lists_are_spread_evenly() -> None:
    """Eleven items of which ten fit come as six and five, not as ten and one."""
    assert [len(slide) for slide in paginate(range(11), lambda _: 10, room=100)] == [6, 5]


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


def test_height_counts_line_ends_and_symbols() -> None:
    """A line end is a line; a line with symbols is higher, since they stand in another font."""
    assert text_height("a\nb", 10, 100) == pytest.approx(24)
    assert text_height("■ a", 10, 100) == pytest.approx(13.5)


@pytest.mark.parametrize("text", ["one two three four five six seven", "x" * 90])
def test_shortened_text_shows_it(text: str) -> None:
    """A text that takes too many lines ends with an ellipsis within them; one that fits stays."""
    short = shorten_text(text, 12, 60, 2)
    assert short.endswith(" …")
    assert len(wrap_text(short, 12, 60)) == 2
    assert shorten_text("one", 12, 60, 2) == "one"
