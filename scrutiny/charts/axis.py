"""An axis of days from which long empty times are cut out, visibly and with their length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from scrutiny.wording import count_of, join_list

LONGEST_EMPTY = timedelta(days=2 * 366)
_CUT_WIDTH = 50.0
_CUT_SHARE = 0.6
_MONTHS = 12

Period = tuple[date, date]


@dataclass(frozen=True)
class Cut:
    """A time that is cut out: the first day left out, the first day that is shown again."""

    begins: date
    ends: date

    @property
    def words(self) -> str:
        """The length of the cut in whole years and months: “3 years and 7 months”."""
        months = (self.ends.year - self.begins.year) * _MONTHS + self.ends.month - self.begins.month
        months -= self.ends.day < self.begins.day
        years, rest = divmod(months, _MONTHS)
        return join_list([count_of(years, "year"), *([count_of(rest, "month")] if rest else [])])


@dataclass(frozen=True)
class Axis:
    """Maps days to places: straight within `shown` times, which follow one another at the width of a cut.

    `shown` are times as first day and day after the last; `places` are where they begin and end.
    """

    shown: tuple[Period, ...]
    places: tuple[tuple[float, float], ...]

    def place(self, day: date) -> float:
        """Return the place where a day begins."""
        days = [moment.toordinal() for period in self.shown for moment in period]
        return float(np.interp(day.toordinal(), days, [place for pair in self.places for place in pair]))

    @property
    def cuts(self) -> list[Cut]:
        """The times that are cut out, in their order."""
        ends = [moment for period in self.shown for moment in period][1:-1]
        return [Cut(begins, ends) for begins, ends in zip(ends[::2], ends[1::2], strict=True)]

    def years(self, apart: float) -> dict[int, float]:
        """Return the place where each year begins to be shown, leaving out those that are too close to the last."""
        places: dict[int, float] = {}
        for begins, ends in self.shown:
            for year in range(begins.year, (ends - timedelta(days=1)).year + 1):
                place = self.place(max(date(year, 1, 1), begins))
                if not places or place - max(places.values()) >= apart:
                    places[year] = place
        return places


def cut_axis(periods: Iterable[Period], width: float) -> Axis:
    """Lay out an axis of some width for periods (first and last day), cutting out what is empty for over two years.

    It begins with the first year and ends with the last. ValueError if there is no period.
    """
    shown: list[Period] = []
    for first, last in sorted(periods):
        after = last + timedelta(days=1)
        if shown and first - shown[-1][1] <= LONGEST_EMPTY:
            shown[-1] = (shown[-1][0], max(shown[-1][1], after))
        else:
            shown.append((first, after))
    if not shown:
        raise ValueError("an axis needs at least one period")
    shown[0] = (date(shown[0][0].year, 1, 1), shown[0][1])
    shown[-1] = (shown[-1][0], date((shown[-1][1] - timedelta(days=1)).year + 1, 1, 1))
    cuts = len(shown) - 1
    cut_width = min(_CUT_WIDTH, width * _CUT_SHARE / max(cuts, 1))
    scale = (width - cuts * cut_width) / sum((ends - begins).days for begins, ends in shown)
    places, left = [], 0.0
    for begins, ends in shown:
        right = left + (ends - begins).days * scale
        places.append((left, right))
        left = right + cut_width
    return Axis(tuple(shown), tuple(places))
