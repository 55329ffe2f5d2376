"""The reply clock: the dates of publication and reply against the 56 days of section 55 of the Police Act 1996.

The local policing body publishes its comments before the end of the period of 56 days beginning with the day on
which the report is published: day 1 is the day of publication, the last day is publication + 55, calendar days. The
day on which comments were published is not among the data; a letter's own date is no more than that.
"""

from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.records import Dated

CAUTION = (
    "Section 55 of the Police Act 1996 gives 56 days, and day 1 is the day of publication. It may not cover joint "
    "inspections."
)
_TO_PUBLICATION = "The Act counts to the day on which the comments are published, which is not known."


def reply_clock(published: Dated | None, reply: Dated | None, *, held: bool) -> str:
    """Say on which day after publication a reply is dated, as far as the dates allow it.

    `held` says whether there is a reply at all. Whether it came within the 56 days is never said, and nothing is
    concluded from a date that is uncertain.
    """
    if not held:
        return "No reply is on file."
    for dated, name in ((reply, "Dated"), (published, "Published")):
        if dated and dated.date and dated.doubt:
            return f"{name} {dated.date.printed}, date uncertain; nothing is concluded."
    if not (reply and reply.date):
        return "The letter is undated, so the days cannot be counted."
    if not (published and published.date):
        return f"Dated {reply.date.printed}. The publication date is not known, so the days cannot be counted."
    return _counted(published.date, reply.date)


def _counted(published: PartialDate, reply: PartialDate) -> str:
    """Count with two dates that are known, however precisely."""
    # The lowest and the highest day after publication that the two dates allow.
    first = (reply.earliest - published.latest).days + 1
    last = (reply.latest - published.earliest).days + 1
    publication = f"publication {'on' if published.precision is Precision.DAY else 'in'} {published.printed}"
    if last < 1:
        return f"Dated {reply.printed}, before {publication}. One of the two dates may be wrong."
    days = f"day {last}" if first == last else f"day {first} to {last}" if first > 0 else f"day {last} at most"
    return f"Dated {reply.printed}: {days} after {publication}. {_TO_PUBLICATION}"
