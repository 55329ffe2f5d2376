"""The reply clock: publication and reply against the 56 days of section 55 of the Police Act 1996.

The local policing body publishes its comments before the end of the period of 56 days beginning with the day on
which the report is published: day 1 is the day of publication, the last day is publication + 55, calendar days.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated

PERIOD = 56
CAUTION = (
    "Section 55 of the Police Act 1996 gives 56 days, beginning with the day of publication. Whether it covers joint "
    "inspections is not certain."
)


class Reading(StrEnum):
    """What the dates allow to be said."""

    NO_REPLY = "no_reply"
    UNKNOWN = "unknown"
    DOUBTFUL = "doubtful"
    BEFORE = "before"
    WITHIN = "within"
    EITHER = "either"
    AFTER = "after"


@dataclass(frozen=True)
class ReplyClock:
    """The days of a reply, counted as the Act counts: the first and last it can be, and what that allows to be said.

    `first_day` and `last_day` are the lowest and highest day of the period on which the reply can have come (day 1
    is the day of publication); `ends` are the first and last day on which the period can have ended. All are
    missing where a date is not known.
    """

    reading: Reading
    words: str
    first_day: int | None = None
    last_day: int | None = None
    ends: tuple[date, date] | None = None


def reply_clock(published: Dated | None, reply: Dated | None, *, held: bool) -> ReplyClock:
    """Work out on which day of the 56 a reply came; `held` says whether there is a reply at all."""
    if not held:
        return ReplyClock(Reading.NO_REPLY, "No reply is held.")
    for dated, name in ((reply, "reply"), (published, "publication")):
        if dated and dated.date and dated.doubt:
            words = f"The {name} is dated {dated.printed} as printed, and that date is in doubt. Nothing is concluded."
            return ReplyClock(Reading.DOUBTFUL, words)
    if not (reply and reply.date):
        return ReplyClock(Reading.UNKNOWN, "It cannot be worked out: the day of the reply is not known.")
    if not (published and published.date):
        return ReplyClock(Reading.UNKNOWN, "It cannot be worked out: the day of publication is not known.")
    return _counted(published.date, reply.date)


def _counted(published: PartialDate, reply: PartialDate) -> ReplyClock:
    """Count with two dates that are known, however precisely."""
    first = (reply.earliest - published.latest).days + 1
    last = (reply.latest - published.earliest).days + 1
    ends = (published.earliest + timedelta(days=PERIOD - 1), published.latest + timedelta(days=PERIOD - 1))
    day = f"Day {first}" if first == last else f"Day {first} to {last}"
    is_one_day = published.earliest == published.latest
    whichever = "" if is_one_day else f" whichever day of {published.printed} it was published"
    if last < 1:
        reading = Reading.BEFORE
        words = f"The reply is dated before the publication{whichever}: the dates need a look."
    elif first > PERIOD:
        reading, words = Reading.AFTER, f"{day}: after the {PERIOD} days{whichever}."
    elif first >= 1 and last <= PERIOD:
        reading, words = Reading.WITHIN, f"{day}: within {PERIOD} days{whichever}."
    else:
        reading = Reading.EITHER
        words = f"{day}: whether within {PERIOD} days cannot be told from dates as precise as these."
    return ReplyClock(reading, words, first, last, ends)
