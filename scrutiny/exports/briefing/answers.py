"""What a reply offers to a concern, in the few words of a cell."""

from itertools import groupby

from scrutiny.analysis.answers import answer_kind, answered_concerns
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Run
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Answer


def answer_line(brief: BriefingContext, full_id: str) -> Line:
    """Say what the reply offers to a concern, and name all entries that answer it, kind by kind."""
    answered = answered_concerns(brief.register).get(full_id)
    if answered is None:
        return "Raised in another document than the reply: of this no answer is worked out"
    said: list[str | Run] = [Run(answered.answer.label, "Strong")]
    for answer, of_kind in groupby(answered.answered_by, key=answer_kind):
        if answer is not answered.answer:
            said.append(f"; {'action' if answer is Answer.ACTION_ONLY else answer.label.lower()}")
        for place, entry in enumerate(of_kind):
            said += [", " if place else " ", brief.link(entry.full_id)]
    return said


def write_other_answers(brief: BriefingContext, inspection: Inspection) -> None:
    """Say what those entries are that answer a concern and are not in the annex, as they name no chosen theme."""
    concerns = brief.of_inspection(brief.register.findings, inspection)
    answered = answered_concerns(brief.register)
    named = [entry for one in concerns if one.full_id in answered for entry in answered[one.full_id].answered_by]
    others = {entry.id: entry.summary for entry in named if entry.full_id not in brief.bookmarks}
    if others:
        told = " ".join(f"{name}: {summary}" for name, summary in sorted(others.items()))
        brief.paper.paragraph(f"Named above and under none of the chosen themes: {told}", style="Note")
