"""The briefing: a Word document for the agenda pack, of a few pages and an annex with the words of every entry."""

from collections.abc import Sequence
from datetime import date

from scrutiny.analysis.choice import Choice
from scrutiny.exports.zip_dates import set_zip_dates
from scrutiny.register.register import Register


def briefing(register: Register, choice: Choice, *, picked: Sequence[str], today: date) -> bytes:
    """Write what a register holds on a choice as a Word document.

    `picked` are names of questions as the frame of questions is indexed; with none, those that are suggested of the
    questions that fit the choice. Whether a printed date has passed is judged on `today`. The same register, choice
    and day give the same bytes.
    """
    from scrutiny.exports.briefing.assemble import write_briefing  # noqa: PLC0415 - python-docx is slow to load and rarely asked for

    return set_zip_dates(write_briefing(register, choice, picked, today), register.settings.reviewed_on.earliest)
