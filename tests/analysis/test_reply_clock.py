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
    ("published", "reply", "days"),
    [
        ("2026-02-01", "2026-02-01", "day 1 after publication on 1 February 2026"),
        ("2026-02-01", "2026-03-28", "day 56 after publication on 1 February 2026"),
        ("2026-02-01", "2026-03-29", "day 57 after publication on 1 February 2026"),
        ("2024-02-01", "2024-03-27", "day 56 after publication on 1 February 2024"),
        ("2024-02-29", "2024-04-24", "day 56 after publication on 29 February 2024"),
        ("2025-12-10", "2026-02-03", "day 56 after publication on 10 December 2025"),
        ("2026-02", "2026-03-26", "day 27 to 54 after publication in February 2026"),
        ("2026-01", "2026-06-01", "day 122 to 152 after publication in January 2026"),
        ("2026-02-01", "2026-03", "day 29 to 59 after publication on 1 February 2026"),
        ("2026-02", "2026-02-10", "day 10 at most after publication in February 2026"),
        ("2025", "2026-01-01", "day 2 to 366 after publication in 2025"),
    ],
)
def test_days_are_counted_from_the_day_of_publication(published: str, reply: str, days: str) -> None:
    """The day of publication is day 1, over leap days and the turn of the year, as exactly as both dates are known."""
    said = clock(published, reply)
    assert f": {days}. The Act counts to the day on which the comments are published, which is not known." in said
    assert said.startswith(f"Dated {PartialDate.parse(reply).printed}: ")


@pytest.mark.parametrize(
    ("published", "reply", "words"),
    [
        (
            "2026-02-02",
            "2026-02-01",
            "Dated 1 February 2026, before publication on 2 February 2026. One of the two dates may be wrong.",
        ),
        (None, "2026-06-01", "Dated 1 June 2026. The publication date is not known, so the days cannot be counted."),
        ("2026-02", None, "The letter is undated, so the days cannot be counted."),
    ],
)
def test_what_cannot_be_counted_is_not(published: str | None, reply: str | None, words: str) -> None:
    """What is missing or at odds is said; nothing is guessed."""
    assert clock(published, reply) == words


def test_no_publication_at_all_is_unknown() -> None:
    """An inspection whose publication is not mentioned is no different from one without a date."""
    assert reply_clock(None, dated("2026-06-01"), held=True) == clock(None, "2026-06-01")


def test_without_a_reply_nothing_is_counted() -> None:
    """A gap is named as a gap in the papers."""
    assert reply_clock(dated("2026-02-01"), None, held=False) == "No reply is on file."


def test_an_uncertain_date_concludes_nothing() -> None:
    """The date is given, and that it is uncertain."""
    assert reply_clock(dated("2025-01-01"), dated("2025-01-22", doubt="Odd."), held=True) == (
        "Dated 22 January 2025, date uncertain; nothing is concluded."
    )
    assert reply_clock(dated("2025-01-01", doubt="Odd."), dated("2025-01-22"), held=True) == (
        "Published 1 January 2025, date uncertain; nothing is concluded."
    )


@pytest.mark.parametrize("reply", ["2026-02-01", "2026-03-28", "2026-06-01"])
def test_it_is_never_said_to_be_within_the_period(reply: str) -> None:
    """Only the letter's own date is known, so neither “within” nor “late” may stand."""
    assert not {"within", "late", "56 days"} & set(clock("2026-02-01", reply).split())
