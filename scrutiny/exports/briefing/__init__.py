"""Word documents: the briefing for the agenda pack, with an annex of all words, and the sheet of questions."""

from datetime import date
from pathlib import Path

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.register import Register


def briefing(register: Register, choice: Choice, *, sheet: Sheet, today: date, template: Path | None = None) -> bytes:
    """Write what a register holds on a choice as a Word document.

    Where nothing was picked for the sheet, it asks those that are suggested of the questions that fit the choice.
    Whether a printed date has passed is judged on `today`. The same register, choice, day and template give the same
    bytes. TemplateError if `template`, a Word file in place of ours, cannot be used.
    """
    # Imported here: python-docx is slow to load, and the dashboard seldom needs it.
    from scrutiny.exports.briefing.assemble import write_briefing  # noqa: PLC0415

    document = write_briefing(register, choice, sheet, today, template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)


def question_sheet(register: Register, sheet: Sheet, *, today: date, template: Path | None = None) -> bytes:
    """Write the questions of a sheet, numbered, each with what it rests on, as a Word document of a page or two.

    The same sheet, day and template give the same bytes. TemplateError if `template` cannot be used.
    """
    from scrutiny.exports.briefing.questions import write_question_sheet  # noqa: PLC0415  # as above

    document = write_question_sheet(register, sheet, today, template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)
