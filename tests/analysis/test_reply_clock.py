"""The reply clock counts as the Act counts, and concludes nothing that the dates do not bear."""

import pytest

from scrutiny.analysis.reply_clock import ReplyTime, clock_words, last_day_words, reply_clock, reply_times
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated
from scrutiny.register.register import Register
from tests.testshire import Testshire


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
    assert said.startswith(f"The reply is dated {PartialDate.parse(reply).printed}: ")


@pytest.mark.parametrize(
    ("published", "reply", "words"),
    [
        (
            "2026-02-02",
            "2026-02-01",
            "The reply is dated 1 February 2026, before publication on 2 February 2026. "
            "One of the two dates may be wrong.",
        ),
        (
            None,
            "2026-06-01",
            "The reply is dated 1 June 2026. The publication date is not known, so the days cannot be counted.",
        ),
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
        "The reply is dated 22 January 2025, date uncertain; nothing is concluded."
    )
    assert reply_clock(dated("2025-01-01", doubt="Odd."), dated("2025-01-22"), held=True) == (
        "Published 1 January 2025, date uncertain; nothing is concluded."
    )


@pytest.mark.parametrize("reply", ["2026-02-01", "2026-03-28", "2026-06-01"])
def test_it_is_never_said_to_be_within_the_period(reply: str) -> None:
    """Only the letter's own date is known, so neither “within” nor “late” may stand."""
    assert not {"within", "late", "56 days"} & set(clock("2026-02-01", reply).split())


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (dated("2026-02-01"), "28 March 2026"),
        (dated("2024-02-29"), "24 April 2024"),
        (dated("2026-02"), "Cannot be told: the day of publication is not known."),
        (dated("2026/2027"), "Cannot be told: the day of publication is not known."),
        (dated("2026-02-01", doubt="Odd."), "Cannot be told: the date of publication is uncertain."),
        (dated(None), "Cannot be told: the date of publication is not known."),
        (dated(None, doubt="Odd."), "Cannot be told: the date of publication is not known."),
        (None, "Cannot be told: the date of publication is not known."),
    ],
)
def test_the_last_day_is_told_of_a_day_alone(published: Dated | None, words: str) -> None:
    """Publication + 55 where the day is known for sure, or else why it cannot be told."""
    assert last_day_words(published) == words


def times(testshire: Testshire) -> list[ReplyTime]:
    """Give the rows of a register."""
    register = testshire.register()
    return reply_times(register)


def test_every_inspection_has_its_row(testshire: Testshire) -> None:
    """With the dates as far as they are known, and the same sentence as on its page."""
    testshire.change("second", published={"printed": "8 July 2030", "date": "2030-07-08"})
    first, second = times(testshire)
    assert (first.published, first.replied, first.said) == (
        "Date not known", "No reply on file", "No reply is on file.",
    )  # fmt: skip
    assert (second.office, second.published, second.last_day) == ("", "8 July 2030", "1 September 2030")
    assert second.replied == "2 September 2030"
    assert second.said == reply_clock(dated("2030-07-08"), dated("2030-09-02"), held=True)


def add_letter(testshire: Testshire, name: str, **fields: object) -> None:
    """Add another letter to the second inspection."""
    letter = testshire.record("second.reply") | {"id": name, "file": f"{name}.txt"} | fields
    testshire.record("second")["documents"].insert(0, {key: value for key, value in letter.items() if value})


def test_of_several_letters_of_an_office_the_first_counts(testshire: Testshire) -> None:
    """By their dates, whatever their order in the file; the others are told, those without a date last."""
    add_letter(testshire, "later", date={"printed": "5 October 2030", "date": "2030-10-05"})
    add_letter(testshire, "undated", date=None)
    (_, second) = times(testshire)
    assert second.replied == "2 September 2030"
    assert second.said.startswith("The reply is dated 2 September 2030: day 34 to 64 after publication in July 2030.")
    assert second.said.endswith(" Also on file: letter of 5 October 2030 and letter (date not known).")


def test_each_office_has_a_clock_of_its_own(testshire: Testshire) -> None:
    """Where several have replied to one report, each is named; nobody's letter counts for another."""
    testshire.add("bodies.yaml", "testshire_pcc", id="mayor", name="Mayor of Otherland", acronym="Mayor")
    add_letter(testshire, "mayors", body="mayor", date={"printed": "30 July 2030", "date": "2030-07-30"})
    (_, *rows) = times(testshire)
    assert [(one.office, one.replied) for one in rows] == [
        ("Mayor of Otherland" , "30 July 2030"), ("Commissioner", "2 September 2030"),
    ]  # fmt: skip
    register = testshire.register()
    said = clock_words(register, rows[0].inspection)
    assert said == f"{rows[0].office}: {rows[0].said} {rows[1].office}: {rows[1].said}"


def test_one_office_is_not_named(register: Register) -> None:
    """There is no doubt whose letter it is."""
    assert clock_words(register, register.inspections[0]) == "No reply is on file."
    assert clock_words(register, register.inspections[1]).startswith(
        "The reply is dated 2 September 2030: day 34 to 64"
    )
