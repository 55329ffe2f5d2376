"""The axis of days: straight where something is dated, cut where nothing is for over two years."""

from datetime import date
from itertools import pairwise

import pytest

from scrutiny.charts.axis import Cut, cut_axis

EARLY = (date(2017, 1, 1), date(2018, 5, 10))
LATE = (date(2022, 1, 1), date(2023, 12, 31))


def test_an_axis_without_a_long_empty_time_is_straight() -> None:
    """Equal times have equal lengths, from the first day of the first year to the last day of the last."""
    axis = cut_axis([(date(2021, 3, 1), date(2021, 3, 1)), (date(2022, 6, 1), date(2022, 6, 30))], 730)
    assert axis.cuts == []
    assert axis.place(date(2021, 1, 1)) == 0
    assert axis.place(date(2022, 1, 1)) == pytest.approx(365)
    assert axis.place(date(2023, 1, 1)) == pytest.approx(730)


@pytest.mark.parametrize(("gap_ends", "cuts"), [(date(2020, 1, 2), 0), (date(2020, 1, 4), 1)])
def test_only_what_is_empty_for_over_two_years_is_cut(gap_ends: date, cuts: int) -> None:
    """Two years may pass without a cut."""
    axis = cut_axis([(date(2017, 12, 31), date(2017, 12, 31)), (gap_ends, gap_ends)], 500)
    assert len(axis.cuts) == cuts


def test_a_cut_begins_after_the_last_day_and_ends_with_the_next() -> None:
    """Nothing dated is cut away."""
    (cut,) = cut_axis([LATE, EARLY], 500).cuts
    assert (cut.begins, cut.ends) == (date(2018, 5, 11), date(2022, 1, 1))


def test_a_cut_is_narrower_than_its_time_and_the_rest_stays_in_scale() -> None:
    """Either side of a cut has the same length for the same time."""
    axis = cut_axis([EARLY, LATE], 500)
    before = axis.place(date(2018, 1, 1)) - axis.place(date(2017, 1, 1))
    after = axis.place(date(2023, 1, 1)) - axis.place(date(2022, 1, 1))
    assert before == pytest.approx(after)
    assert axis.place(date(2022, 1, 1)) - axis.place(date(2018, 5, 11)) < before
    assert axis.place(date(2024, 1, 1)) == pytest.approx(500)


def test_many_cuts_leave_room_for_what_is_dated() -> None:
    """However often the axis is cut, days keep their order and some length."""
    axis = cut_axis([(date(year, 1, 1), date(year, 1, 31)) for year in range(1950, 2020, 4)], 500)
    edges = [place for pair in axis.places for place in pair]
    assert edges == sorted(edges)
    assert all(right > left for left, right in axis.places)
    assert edges[-1] == pytest.approx(500)


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (date(2018, 5, 11), date(2022, 1, 1), "3 years and 7 months"),
        (date(2018, 5, 1), date(2022, 5, 1), "4 years"),
        (date(2018, 5, 1), date(2021, 6, 1), "3 years and 1 month"),
        (date(2018, 5, 2), date(2021, 6, 1), "3 years"),
    ],
)
def test_the_length_of_a_cut_is_in_whole_months(begins: date, ends: date, words: str) -> None:
    """A month that is not full is not counted; one is one month."""
    assert Cut(begins, ends).words == words


def test_every_year_that_is_shown_has_its_place() -> None:
    """A year that begins within a cut stands where it is shown first; a year cut out whole has none."""
    axis = cut_axis([EARLY, (date(2022, 3, 1), date(2023, 12, 31))], 500)
    years = axis.years(0)
    assert list(years) == [2017, 2018, 2022, 2023]
    assert years[2022] == axis.place(date(2022, 3, 1))
    assert years[2023] == axis.place(date(2023, 1, 1))


def test_years_too_close_to_be_written_are_left_out() -> None:
    """The years that are named keep their distance."""
    axis = cut_axis([(date(2000, 1, 1), date(2039, 12, 31))], 400)
    places = list(axis.years(36).values())
    assert all(later - earlier >= 36 for earlier, later in pairwise(places))


def test_an_axis_of_nothing_is_refused() -> None:
    """There is no axis without a date."""
    with pytest.raises(ValueError, match="at least one"):
        cut_axis([], 500)
