"""The sheet of questions: one page to hand round, in the member's wording."""

from pathlib import Path
from typing import Final

from scrutiny.exports.briefing.document import NUMBERED, BriefingDocument, Line, Run
from scrutiny.exports.briefing.selection import Selection, source_of

TITLE: Final = "Questions for the meeting"

_SIZES = (14, 12, 11, 10, 9, 8)
_FULL = 0.95  # of a page, as its length is an estimate


def write_question_sheet(about: Selection, template: Path | None) -> bytes:
    """Write the questions that were picked, in the largest letters with which they fit on one page."""
    for size in _SIZES:
        paper = about.begin(template, TITLE)
        _write(paper, about, size)
        if paper.pages <= _FULL:
            break
    return paper.saved()


def _write(paper: BriefingDocument, about: Selection, size: int) -> None:
    paper.set_size(NUMBERED, size)
    paper.set_size("Small Print", min(size - 1, 10))
    paper.paragraph(TITLE, style="Title")
    paper.paragraph(" · ".join(filter(None, [about.panel, about.meeting.words])), style="Subtitle")
    for question in about.picked:
        lines: list[Line] = [question.text]
        if question.caution:
            lines.append([Run(f"Caution: {question.caution}", "Small Print")])
        if question.entries:
            whose = "The member’s wording. " if question.id in about.sheet.wordings else ""
            lines.append([Run(f"{whose}{source_of(about.register, question)}", "Small Print")])
        paper.numbered(*lines)
