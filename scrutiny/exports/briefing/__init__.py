"""The briefing: a Word document for the agenda pack, of a few pages and an annex with the words of every entry."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scrutiny.analysis.choice import Choice
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.register import Register


def briefing(
    register: Register, choice: Choice, *, picked: Sequence[str], today: date, template: Path | None = None
) -> bytes:
    """Write what a register holds on a choice as a Word document.

    `picked` are names of questions as the frame of questions is indexed; with none, those that are suggested of the
    questions that fit the choice. Whether a printed date has passed is judged on `today`. The same register, choice,
    day and template give the same bytes. TemplateError if `template`, a Word file in place of ours, cannot be used.
    """
    # Imported here: python-docx is slow to load, and the dashboard seldom needs it.
    from scrutiny.exports.briefing.assemble import write_briefing  # noqa: PLC0415

    document = write_briefing(register, choice, picked, today, template)
    return set_zip_dates(document, register.settings.reviewed_on.earliest)
