"""The reply clock: the dates of publication and reply against the 56 days of section 55 of the Police Act 1996.

The local policing body publishes its comments before the end of the period of 56 days beginning with the day on
which the report is published: day 1 is the day of publication, the last day is publication + 55, calendar days. The
day on which comments were published is not among the data; a letter's own date is no more than that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.records import Dated, Document, Inspection
from scrutiny.register.register import Register
from scrutiny.wording import document_name, format_date, format_day, join_list, lower_first, office, upper_first

CAUTION = (
    "Section 55 of the Police Act 1996 gives 56 days for a published reply, with the chief officer’s comments. Day 1 "
    "is the day of publication. The Act may not cover joint inspections."
)
_TO_LAST_DAY = timedelta(days=55)
_TO_PUBLICATION = "The Act counts to the day on which the comments are published, which is not known."


@dataclass(frozen=True)
class ReplyTime:
    """When an inspection was published and when an office replied to it, in words, as far as the dates allow.

    `office` is empty where no more than one has replied. `last_day` is the last of the 56 days, or why it cannot be
    told; `said` is what can be said of the two dates together.
    """

    inspection: Inspection
    office: str
    published: str
    last_day: str
    replied: str
    said: str


def reply_times(register: Register) -> list[ReplyTime]:
    """Return a row for each inspection in the order of time; one for each office where several have replied."""
    return [row for inspection in register.inspections for row in _of_inspection(register, inspection)]


def clock_words(register: Register, inspection: Inspection) -> str:
    """Say when each office replied to an inspection, as far as the dates allow it."""
    rows = _of_inspection(register, inspection)
    return " ".join(f"{row.office}: {row.said}" if row.office else row.said for row in rows)


def is_not_due_yet(published: Dated | None, today: date) -> bool:
    """Tell whether some of the 56 days are left for sure, whichever day of its month the publication was."""
    known = _certain(published)
    return known is not None and today <= known.earliest + _TO_LAST_DAY


def due_words(published: Dated | None, today: date) -> str:
    """Say when the last of the 56 days was, as far as the dates allow it, of what is not known to be due later."""
    known = _certain(published)
    if known and known.latest + _TO_LAST_DAY < today:
        at_most = "" if known.precision is Precision.DAY else " at the latest"
        return f"The last of the 56 days was {format_day(known.latest + _TO_LAST_DAY)}{at_most}."
    return f"Whether it is due {lower_first(last_day_words(published))}"


def last_day_words(published: Dated | None) -> str:
    """Name the last of the 56 days, which only a day of publication tells for sure, or say why it cannot be told."""
    known = _certain(published)
    if known and known.precision is Precision.DAY:
        return format_day(known.latest + _TO_LAST_DAY)
    why = "is not known" if known or not (published and published.date) else "is uncertain"
    return f"Cannot be told: the {'day' if known else 'date'} of publication {why}."


def _certain(dated: Dated | None) -> PartialDate | None:
    """Return a date that is known and not in doubt."""
    return dated.date if dated and not dated.doubt else None


def reply_clock(published: Dated | None, reply: Dated | None, *, held: bool) -> str:
    """Say on which day after publication a reply is dated, as far as the dates allow it.

    `held` says whether there is a reply at all. Whether it came within the 56 days is never said, and nothing is
    concluded from a date that is uncertain.
    """
    if not held:
        return "No reply is on file."
    for dated, name in ((reply, "The reply is dated"), (published, "Published")):
        if dated and dated.date and dated.doubt:
            return f"{name} {dated.date.printed}, date uncertain; nothing is concluded."
    if not (reply and reply.date):
        return "The letter is undated, so the days cannot be counted."
    if not (published and published.date):
        unknown = "The publication date is not known, so the days cannot be counted."
        return f"The reply is dated {reply.date.printed}. {unknown}"
    return _counted(published.date, reply.date)


def _counted(published: PartialDate, reply: PartialDate) -> str:
    """Count with two dates that are known, however precisely."""
    # The lowest and the highest day after publication that the two dates allow.
    first = (reply.earliest - published.latest).days + 1
    last = (reply.latest - published.earliest).days + 1
    publication = f"publication {'on' if published.precision is Precision.DAY else 'in'} {published.printed}"
    if last < 1:
        return f"The reply is dated {reply.printed}, before {publication}. One of the two dates may be wrong."
    days = f"day {last}" if first == last else f"day {first} to {last}" if first > 0 else f"day {last} at most"
    return f"The reply is dated {reply.printed}: {days} after {publication}. {_TO_PUBLICATION}"


def _of_inspection(register: Register, inspection: Inspection) -> Iterator[ReplyTime]:
    """Yield the row of each office that has replied, or else one that says that no reply is on file."""
    by_office: dict[str, list[Document]] = {}
    for letter in inspection.replies:
        by_office.setdefault(letter.body, []).append(letter)
    for body, letters in by_office.items() or [("", [])]:
        name = upper_first(office(register.bodies_by_id[body])) if len(by_office) > 1 else ""
        yield _reply_time(inspection, name, letters)


def _reply_time(inspection: Inspection, name: str, letters: Sequence[Document]) -> ReplyTime:
    """Make the row of an office, whose first letter counts."""
    first = letters[0] if letters else None
    said = reply_clock(inspection.published, first.date if first else None, held=first is not None)
    if others := [document_name(one) for one in letters[1:]]:
        said += f" Also on file: {join_list(others)}."
    return ReplyTime(
        inspection,
        name,
        published=upper_first(format_date(inspection.published)),
        last_day=last_day_words(inspection.published),
        replied=upper_first(format_date(first.date)) if first else "No reply on file",
        said=said,
    )
