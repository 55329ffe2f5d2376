"""Words around numbers are right in singular and plural."""

import pytest

from scrutiny.charts.picture import count, listed


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no concerns"), (1, "1 concern"), (2, "2 concerns"), (1200, "1,200 concerns")]
)
def test_count_agrees_with_its_noun(number: int, words: str) -> None:
    """None, one and many each have their own form."""
    assert count(number, "concern") == words


def test_count_takes_another_plural() -> None:
    """A noun whose plural is not made with an s brings its own."""
    assert [count(n, "entry", "entries") for n in (0, 1, 2)] == ["no entries", "1 entry", "2 entries"]


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed_reads_as_a_sentence_does(words: list[str], sentence: str) -> None:
    """Words are joined by commas, the last by “and”."""
    assert listed(words) == sentence
