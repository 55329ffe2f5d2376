"""Numbers as documents print them."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.register.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("£1.5million, £1.2m and 3bn", {"1.5million": {"1.5", "1500000"}, "1.2m": {"1.2", "1200000"},
                                        "3bn": {"3", "3000000000"}}),
        ("two thirds, a third of one and half", {"two thirds": {"2"}, "a third": {"1"}, "one": {"1"}, "half": {"1"}}),
        ("twenty-one of Two hundred and fifty-one", {"twenty-one": {"21"}, "Two hundred and fifty-one": {"251"}}),
        ("five and six, no two million", {"five": {"5"}, "six": {"6"}, "no": {"0"}, "two million": {"2", "2000000"}}),
        ("1,200 rose by 31% to 1,090,000.5", {"1,200": {"1200"}, "31": {"31"}, "1,090,000.5": {"1090000.5"}}),
        ("one million two hundred thousand", {"one million two hundred thousand": {"1200000"}}),
        ("two‑thirds of 90\nthousand", {"two‑thirds": {"2"}, "90\nthousand": {"90", "90000"}}),
        ("more than a third concern children", {"a third": {"1"}}),
        ("the M25, 3G, twenty2, a third party and a tent", {}),
    ],
)  # fmt: skip
def test_numbers_in_digits_and_in_words(text: str, numbers: dict[str, set[str]]) -> None:
    """Each stands with its values; what is a part of another number or of a word is none."""
    found = {number.text: number.values for number in numbers_in(text)}
    assert found == {name: {Decimal(value) for value in values} for name, values in numbers.items()}


@given(st.integers(0, 10**12))
def test_any_number_in_digits_is_read(value: int) -> None:
    """With commas and without."""
    for text in (f"rose to {value} then", f"rose to {value:,} then"):
        (number,) = numbers_in(text)
        assert number.values == {value}
        assert text[slice(*number.span)] == number.text


@pytest.mark.parametrize(
    "text", ["two hundred and " * 20_000, "two" + " hundred" * 40_000, "1," * 200_000, "9" * 400_000]
)
def test_a_text_of_numbers_alone_takes_no_time(text: str) -> None:
    """Whatever somebody puts into a field, the check ends."""
    started = time.perf_counter()
    assert len(list(numbers_in(text))) <= 40_000
    assert time.perf_counter() - started < 10
