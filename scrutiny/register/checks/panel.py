"""Rules on the panel's meetings: what was asked there, what came of it, and comments of those concerned."""

from collections.abc import Iterator

from scrutiny.register.checks.context import Draft, entries_written, is_unread, problem, unknown_reference
from scrutiny.register.checks.sequence import entry_date, unless_doubtful
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.files import ENTRY_FILES
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.quoting import stands_in
from scrutiny.register.records import Highlight, PanelMeeting

MOST_ANSWER_WORDS = 60
MOST_COMMENT_WORDS = 100


def meetings_have_a_day(draft: Draft) -> Iterator[Problem]:
    """A meeting has the day on which it was held: no month, year or span.

    That nothing was asked after the day on which all was last checked is told as a warning.
    """
    checked = draft.register.settings.reviewed_on
    asked = {one.meeting for one in draft.register.asked}
    for meeting in draft.register.meetings:
        if meeting.date.precision is not Precision.DAY:
            message = f"{meeting.date.printed} is not a day; write one like 2030-03-12"
            yield problem(meeting, message, "date", value=str(meeting.date))
        elif meeting.id in asked and checked.surely_before(meeting.date):
            message = f"{meeting.date.printed} is after reviewed_on in register.yaml; set that to when you checked all"
            yield problem(meeting, message, "date", severity=Severity.WARNING)


def questions_were_asked_in_a_meeting(draft: Draft) -> Iterator[Problem]:
    """A question that was asked names a meeting of panel.yaml."""
    known = draft.written.get(PanelMeeting, set())
    for one in draft.register.asked:
        if one.meeting not in known and "panel.yaml" not in draft.unread:
            yield unknown_reference(one, "meeting", value=one.meeting, known=known, place="the meetings")


def answers_are_as_minuted(draft: Draft) -> Iterator[Problem]:
    """An answer says who gave it, in at most 60 words of the minutes, among which the date stands that it promises."""
    for one in draft.register.asked:
        count = len((one.answer or "").split())
        if count > MOST_ANSWER_WORDS:
            yield problem(one, f"{count} words; an answer has at most {MOST_ANSWER_WORDS}", "answer")
        if bool(one.answer) != bool(one.by):
            yield problem(one, "answer and by go together: give both or none", "by" if one.answer else "answer")
        if one.due and not one.answer:
            yield problem(one, "belongs to an answer; there is none", "due")
        elif one.due and one.answer and not stands_in(one.due.printed, one.answer):
            yield problem(one, "does not stand in the answer, word for word", "due", "printed", value=one.due.printed)


def what_came_can_be_looked_up(draft: Draft) -> Iterator[Problem]:
    """What came of a question can be looked up: in a document of an inspection, or at an address."""
    documents = draft.register.documents_by_id
    for one in draft.register.asked:
        for index, came in enumerate(one.came):
            if not came.document and not came.address:
                yield problem(one, "has neither a document nor an address to show where it is from", "came", index)
            unknown = came.document and came.document not in documents
            if came.document and unknown and not is_unread(draft, came.document, "inspection.yaml"):
                path = ("came", index, "document")
                yield unknown_reference(one, *path, value=came.document, known=documents, place="any inspection")


def what_follows_a_meeting_is_later(draft: Draft) -> Iterator[Problem]:
    """What an answer promises is not due before its meeting, and nothing came of it before, the oldest first.

    A stated doubt about the date that was promised turns the wrong order into a warning.
    """
    meetings = {meeting.id: meeting.date for meeting in draft.register.meetings}
    for one in draft.register.asked:
        held = meetings.get(one.meeting)  # one that is not known is reported elsewhere
        if held and one.due and one.due.date and one.due.date.surely_before(held):
            message = f"{one.due.date.printed} lies before the meeting of {held.printed}"
            yield problem(one, message, "due", severity=unless_doubtful(one.due))
        before: PartialDate | None = None
        for index, came in enumerate(one.came):
            path = ("came", index, "date")
            if held and came.date.surely_before(held):
                yield problem(one, f"{came.date.printed} lies before the meeting of {held.printed}", *path)
            if before and came.date.surely_before(before):
                yield problem(one, f"{came.date.printed} lies before {before.printed}; put the oldest first", *path)
            before = came.date


def comments_are_about_something(draft: Draft) -> Iterator[Problem]:
    """A comment is about an entry, a highlight or an inspection, and not older than the document of the entry."""
    register = draft.register
    highlights = draft.written.get(Highlight, set())
    known = {*entries_written(draft), *highlights, *register.inspections_by_id}
    for comment in register.comments:
        about = comment.about
        may_be_there = "highlights.yaml" in draft.unread or is_unread(draft, about, "inspection.yaml", *ENTRY_FILES)
        if about not in known and not may_be_there:
            place = "the entries, highlights and inspections"
            yield unknown_reference(comment, "about", value=about, known=known, place=place)
        entry = register.entries_by_id.get(about)
        dated = entry_date(register, entry) if entry else None
        if dated and dated.date and comment.date.surely_before(dated.date):
            message = f"{comment.date.printed} lies before {dated.date.printed}, the date of what it is about"
            yield problem(comment, message, "date", severity=unless_doubtful(dated))


def comments_are_short(draft: Draft) -> Iterator[Problem]:
    """A comment has at most 100 words."""
    for comment in draft.register.comments:
        count = len(comment.text.split())
        if count > MOST_COMMENT_WORDS:
            yield problem(comment, f"{count} words; a comment has at most {MOST_COMMENT_WORDS}", "text")
