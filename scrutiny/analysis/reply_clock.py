"""The reply clock: publication and reply against the 56 days of section 55 of the Police Act 1996.

The local policing body publishes its comments before the end of the period of 56 days beginning with the day on
which the report is published: day 1 is the day of publication, the last day is publication + 55, calendar days.
"""

from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Dated

PERIOD = 56
CAUTION = (
    "Section 55 of the Police Act 1996 gives 56 days, beginning with the day of publication. Whether it covers joint "
    "inspections is not certain."
)


def reply_clock(published: Dated | None, reply: Dated | None, *, held: bool) -> str:
    """Say on which day of the 56 a reply came, and whether that is within them, as far as the dates allow it.

    `held` says whether there is a reply at all. Nothing is concluded from a date that is in doubt.
    """
    if not held:
        return "No reply is held."
    for dated, name in ((reply, "reply"), (published, "publication")):
        if dated and dated.date and dated.doubt:
            return f"The {name} is dated {dated.printed} as printed, and that date is in doubt. Nothing is concluded."
    if not (reply and reply.date):
        return "It cannot be worked out: the day of the reply is not known."
    if not (published and published.date):
        return "It cannot be worked out: the day of publication is not known."
    return _counted(published.date, reply.date)


def _counted(published: PartialDate, reply: PartialDate) -> str:
    """Count with two dates that are known, however precisely."""
    # The lowest and the highest day of the period on which the reply can have come.
    first = (reply.earliest - published.latest).days + 1
    last = (reply.latest - published.earliest).days + 1
    day = f"Day {first}" if first == last else f"Day {first} to {last}"
    is_one_day = published.earliest == published.latest
    whichever = "" if is_one_day else f" whichever day of {published.printed} it was published"
    if last < 1:
        return f"The reply is dated before the publication{whichever}: the dates need a look."
    if first > PERIOD:
        return f"{day}: after the {PERIOD} days{whichever}."
    if first >= 1 and last <= PERIOD:
        return f"{day}: within {PERIOD} days{whichever}."
    return f"{day}: whether within {PERIOD} days cannot be told from dates as precise as these."
