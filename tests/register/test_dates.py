"""Dates are as precise as they were printed, and no more."""

from datetime import date

import pytest

from scrutiny.register.dates import PartialDate, Precision

READ = [
    ("2025-01-22", date(2025, 1, 22), date(2025, 1, 22), Precision.DAY),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), Precision.DAY),
    ("2017-01", date(2017, 1, 1), date(2017, 1, 31), Precision.MONTH),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
    ("2022", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR),
    ("2023/2028", date(2023, 1, 1), date(2028, 12, 31), Precision.SPAN),
    ("2030-03/2030-05", date(2030, 3, 1), date(2030, 5, 31), Precision.SPAN),
    ("2025-01-22/2026", date(2025, 1, 22), date(2026, 12, 31), Precision.SPAN),
]

REFUSED = {
    "another form": ["", "22/01/2025", "January 2017", "2025-1-2", "25-01-22", "2025-01-22T10:00", "20250122", " 2025"],
    "half a span": ["2023/", "/2023", "2023/2024/2025", "2023//2024"],
    "not in the calendar": ["2025-02-29", "2025-13", "2025-00", "2025-01-00", "2025-04-31", "0000", "9999"],
    "ends before it begins": ["2028/2023", "2025-06/2025-05", "2025-06/2025", "2025/2025-06"],
    "no span at all": ["2023/2023", "2023-05/2023-05"],
    "digits of another script": ["２０２５", "٢٠٢٥-٠١"],
}


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), READ)
def test_parse_keeps_precision(text: str, earliest: date, latest: date, precision: Precision) -> None:
    """A date covers the days that its words can mean, and knows how exactly."""
    parsed = PartialDate.parse(text)
    assert (parsed.earliest, parsed.latest, parsed.precision) == (earliest, latest, precision)


@pytest.mark.parametrize("text", [text for text, *_ in READ])
def test_str_gives_back_what_was_read(text: str) -> None:
    """A date written out is the text it was read from."""
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", [text for texts in REFUSED.values() for text in texts])
def test_parse_refuses(text: str) -> None:
    """What is no date of the register's form is refused, never mended."""
    with pytest.raises(ValueError, match=r"is not a date like|is not in the calendar|must end after it begins"):
        PartialDate.parse(text)


def test_parse_shows_the_whole_of_another_form() -> None:
    """A date with slashes in it is shown as it was written, not taken for a span."""
    with pytest.raises(ValueError, match=r"^'22/01/2025' is not a date like 2025-01-22, 2017-01, 2022 or 2023/2028$"):
        PartialDate.parse("22/01/2025")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2025-01-22", "22 January 2025"),
        ("2025-12-01", "1 December 2025"),
        ("2017-01", "January 2017"),
        ("2022", "2022"),
        ("2023/2028", "2023 to 2028"),
        ("2030-03/2030-05", "March 2030 to May 2030"),
    ],
)
def test_printed_names_no_more_than_is_known(text: str, printed: str) -> None:
    """A date in words is no more precise than the date."""
    assert PartialDate.parse(text).printed == printed


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("2025-01-22", "2025-01-23"), ("2025-01", "2025-02-01"), ("2024", "2025"), ("2020/2023", "2024-01-01")],
)
def test_surely_before_when_no_day_is_shared(earlier: str, later: str) -> None:
    """One date is surely before another if all its days are; the other is not."""
    first, second = PartialDate.parse(earlier), PartialDate.parse(later)
    assert first.surely_before(second)
    assert not second.surely_before(first)


@pytest.mark.parametrize(("one", "other"), [("2025", "2025-06"), ("2025-01", "2025-01-31"), ("2023/2028", "2025")])
def test_nothing_is_sure_when_days_are_shared(one: str, other: str) -> None:
    """Dates that share a day are in no order."""
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert not any((first.surely_before(second), second.surely_before(first)))
