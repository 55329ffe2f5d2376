"""How much room texts take."""

import pytest

from scrutiny.exports.powerpoint import text_metrics


@pytest.mark.parametrize(
    "text", ["", "one", "one two three four five", "a  b\nc ", "x" * 90, "one " + "x" * 90 + " two"]
)
def test_lines_joined_are_the_text(text: str) -> None:
    """Breaking loses nothing."""
    assert "".join(text_metrics.lines(text, 12, 60)) == text


@pytest.mark.parametrize("text", ["one two three four five six", "x" * 90, "Wide WWW and narrow iii " * 5])
def test_lines_are_no_wider_than_the_room(text: str) -> None:
    """Each line fits, words wider than the room too."""
    assert all(text_metrics.width(line.rstrip(), 12) <= 60 for line in text_metrics.lines(text, 12, 60))


def test_letters_have_their_widths() -> None:
    """Wide letters take more room than narrow ones, bold more than regular; what is not known counts as square."""
    assert (
        text_metrics.width("W", 10)
        > text_metrics.width("m", 10)
        > text_metrics.width("e", 10)
        > text_metrics.width("i", 10)
    )
    assert text_metrics.width("é", 10) == text_metrics.width("e", 10)
    assert text_metrics.width("word", 10, bold=True) > text_metrics.width("word", 10)
    assert text_metrics.width("語", 10) == pytest.approx(10.2)


def test_height_counts_line_ends_and_marks() -> None:
    """A line end is a line; a line with marks is higher, since they stand in another font."""
    assert text_metrics.height("a\nb", 10, 100) == pytest.approx(23)
    assert text_metrics.height("■ a", 10, 100) == pytest.approx(13.5)


@pytest.mark.parametrize("text", ["one two three four five six seven", "x" * 90])
def test_clipped_text_shows_it(text: str) -> None:
    """A text that takes too many lines ends with an ellipsis within them; one that fits stays."""
    short = text_metrics.clip(text, 12, 60, 2)
    assert short.endswith(" …")
    assert len(text_metrics.lines(short, 12, 60)) == 2
    assert text_metrics.clip("one", 12, 60, 2) == "one"


def test_parts_take_so_many_lines_each() -> None:
    """A long text comes in parts that are no longer than allowed, and all of it comes."""
    parts = text_metrics.parts("word " * 40, 12, 60, 3)
    assert all(len(text_metrics.lines(part, 12, 60)) <= 3 for part in parts)
    assert " ".join(parts) == ("word " * 40).strip()
