"""Word documents: the report for a committee, its annex with every point, and the sheet of questions."""

from datetime import date
from pathlib import Path

from scrutiny.analysis.choice import NO_MEETING, Choice, Meeting
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.register import Register


def briefing(
    register: Register,
    choice: Choice,
    *,
    sheet: Sheet,
    today: date,
    meeting: Meeting = NO_MEETING,
    template: Path | None = None,
) -> bytes:
    """Write a report of at most four pages on a choice, for a meeting, as a Word document.

    Where nothing was picked for the sheet, it asks some of the questions that fit the choice. Whether a printed date
    has passed is judged on `today`. The same arguments give the same bytes. TemplateError if `template`, a Word file
    in place of ours, cannot be used.
    """
    # Imported here, as below: python-docx is slow to load, and the dashboard seldom needs it.
    from scrutiny.exports.briefing.report import write_report  # noqa: PLC0415
    from scrutiny.exports.briefing.selection import Selection  # noqa: PLC0415

    document = write_report(Selection(register, choice, sheet, meeting, today), template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)


def annex(register: Register, choice: Choice, *, today: date, template: Path | None = None) -> bytes:
    """Write every point of a choice with its code, its exact words, its source and its notes, as a Word document.

    The same arguments give the same bytes. TemplateError if `template` cannot be used.
    """
    from scrutiny.exports.briefing.appendix import write_annex  # noqa: PLC0415
    from scrutiny.exports.briefing.selection import Selection  # noqa: PLC0415

    document = write_annex(Selection(register, choice, Sheet(), NO_MEETING, today), template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)


def question_sheet(
    register: Register, sheet: Sheet, *, today: date, meeting: Meeting = NO_MEETING, template: Path | None = None
) -> bytes:
    """Write the questions of a sheet, numbered, each with its source, on one page of a Word document.

    The same arguments give the same bytes. TemplateError if `template` cannot be used.
    """
    from scrutiny.exports.briefing.selection import Selection  # noqa: PLC0415
    from scrutiny.exports.briefing.sheet import write_question_sheet  # noqa: PLC0415

    document = write_question_sheet(Selection(register, Choice(), sheet, meeting, today), template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)
