"""The reply clock counts as the Act counts, and concludes nothing that the dates do not bear."""

import pytest

from scrutiny.analysis.reply_clock import reply_clock
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated


def dated(text: str | None, doubt: str | None = None) -> Dated:
    """Make a date as an inspection or a document has it."""
    return Dated(printed=text or "today", date=PartialDate.parse(text) if text else None, doubt=doubt)


def clock(published: str | None, reply: str | None) -> str:
    """Run the clock on two dates."""
    return reply_clock(dated(published), dated(reply), held=True)


@pytest.mark.parametrize(
    ("published", "reply", "words"),
    [
        ("2026-02-01", "2026-02-01", "Day 1: within 56 days."),
        ("2026-02-01", "2026-03-28", "Day 56: within 56 days."),
        ("2026-02-01", "2026-03-29", "Day 57: after the 56 days."),
        ("2024-02-01", "2024-03-27", "Day 56: within 56 days."),
        ("2024-02-01", "2024-03-28", "Day 57: after the 56 days."),
        ("2024-02-29", "2024-04-24", "Day 56: within 56 days."),
        ("2025-12-10", "2026-02-03", "Day 56: within 56 days."),
        ("2026-02-02", "2026-02-01", "The reply is dated before the publication: the dates need a look."),
    ],
)
def test_days_are_counted_from_the_day_of_publication(published: str, reply: str, words: str) -> None:
    """The day of publication is day 1 and day 56 is the last, over leap days and the turn of the year."""
    assert clock(published, reply) == words


def test_a_month_is_enough_where_every_day_of_it_agrees() -> None:
    """Published in February 2026, answered on 26 March 2026: within the period whichever day it was."""
    assert (
        clock("2026-02", "2026-03-26")
        == "Day 27 to 54: within 56 days whichever day of February 2026 it was published."
    )


def test_a_month_is_not_enough_where_its_days_differ() -> None:
    """If the answer depends on the day, none is given."""
    assert clock("2026-01", "2026-03-10") == (
        "Day 39 to 69: whether within 56 days cannot be told from dates as precise as these."
    )


def test_after_the_period_whichever_day() -> None:
    """A reply after the last day of every possible period is said to be so, in numbers."""
    assert clock("2026-01", "2026-06-01") == (
        "Day 122 to 152: after the 56 days whichever day of January 2026 it was published."
    )


@pytest.mark.parametrize(
    ("published", "reply", "words"),
    [
        (None, "2026-06-01", "It cannot be worked out: the day of publication is not known."),
        ("2026-02", None, "It cannot be worked out: the day of the reply is not known."),
    ],
)
def test_an_unknown_date_is_named(published: str | None, reply: str | None, words: str) -> None:
    """What is missing is said; nothing is guessed."""
    assert clock(published, reply) == words


def test_no_publication_at_all_is_unknown() -> None:
    """An inspection whose publication is not mentioned is no different from one without a date."""
    assert reply_clock(None, dated("2026-06-01"), held=True) == (
        "It cannot be worked out: the day of publication is not known."
    )


def test_without_a_reply_nothing_is_counted() -> None:
    """A gap is named as a gap in the papers."""
    assert reply_clock(dated("2026-02-01"), None, held=False) == "No reply is held."


def test_a_doubtful_date_concludes_nothing() -> None:
    """What is printed is said, and that it is in doubt."""
    assert reply_clock(dated("2025-01-01"), dated("2025-01-22", doubt="Odd."), held=True) == (
        "The reply is dated 2025-01-22 as printed, and that date is in doubt. Nothing is concluded."
    )
    assert reply_clock(dated("2025-01-01", doubt="Odd."), dated("2025-01-22"), held=True) == (
        "The publication is dated 2025-01-01 as printed, and that date is in doubt. Nothing is concluded."
    )
