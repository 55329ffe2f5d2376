"""Dates as precise as they were printed: a day, a month, a year, or a span of these."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self

_POINT = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_NO_DATE = "is not a date like 2025-01-22, 2017-01, 2022 or 2023/2028"
# strftime and calendar would follow the machine's language
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that never names a day it was not given.

    `text` is the form the data uses (`2025-01-22`, `2017-01`, `2022`, `2023/2028`);
    `earliest` and `latest` are the first and last day it can mean.
    """

    text: str
    earliest: date
    latest: date
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date in the data's form; ValueError says what is wrong with any other."""
        if text.count("/") > 1:
            raise ValueError(f"{text!r} {_NO_DATE}")
        first, slash, last = text.partition("/")
        start, end, precision = _point(first)
        if not slash:
            return cls(text, start, end, precision)
        later_start, later_end, _ = _point(last)
        if later_start < start or later_end < end or first == last:
            raise ValueError(f"the span {text} must end after it begins")
        return cls(text, start, later_end, Precision.SPAN)

    def __str__(self) -> str:
        """Return the form the data uses."""
        return self.text

    @property
    def printed(self) -> str:
        """The date in words, no more precise than it is known: “January 2017”."""
        return " to ".join(_in_words(point) for point in self.text.split("/"))

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day this can mean lies before every day the other can mean."""
        return self.latest < other.earliest


def _point(text: str) -> tuple[date, date, Precision]:
    """Return the first day, the last day and the precision of one day, month or year."""
    if not _POINT.fullmatch(text):
        raise ValueError(f"{text!r} {_NO_DATE}")
    try:
        first = date.fromisoformat(f"{text}-01-01"[: len("2025-01-22")])
        date(first.year + 1, 1, 1)  # charts and the reply clock go beyond its end
    except ValueError as error:
        raise ValueError(f"{text} is not in the calendar") from error
    match text.count("-"):
        case 0:
            return first, first.replace(month=12, day=31), Precision.YEAR
        case 1:
            return first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), Precision.MONTH
    return first, first, Precision.DAY


@lru_cache(1000)
def _in_words(point: str) -> str:
    """Put one day, month or year in words."""
    first, _, precision = _point(point)
    if precision is Precision.YEAR:
        return str(first.year)
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {month}" if precision is Precision.DAY else month
