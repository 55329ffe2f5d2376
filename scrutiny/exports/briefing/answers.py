"""What a reply offers to a concern, in the few words of a cell."""

from scrutiny.analysis.answers import answer_kind
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Words
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Answer


def answer_line(brief: BriefingContext, full_id: str) -> Line:
    """Say what the reply offers to a concern, and name all entries that answer it, kind by kind."""
    if full_id not in brief.concerns.index:
        return "Raised in another document than the reply: of this no answer is worked out"
    concern = brief.concerns.loc[full_id]
    state = Answer(str(concern["answer"]))
    said: list[str | Words] = [Words(state.label, "Strong")]
    for answer in Answer:
        of_kind = [by for by in concern["answered_by"] if answer_kind(brief.register.entries_by_id[by]) is answer]
        if of_kind and answer is not state:
            said.append(f"; {'action' if answer is Answer.ACTION_ONLY else answer.label.lower()}")
        for place, by in enumerate(of_kind):
            said += [", " if place else " ", brief.link(by)]
    return said


def write_other_answers(brief: BriefingContext, inspection: Inspection) -> None:
    """Say what those entries are that answer a concern and are not in the annex, as they name no chosen theme."""
    concerns = brief.concerns[brief.concerns["inspection"] == inspection.id]
    named = dict.fromkeys(full_id for full_ids in concerns["answered_by"] for full_id in full_ids)
    others = [brief.register.entries_by_id[full_id] for full_id in named if full_id not in brief.bookmarks]
    if others:
        told = " ".join(f"{entry.id}: {entry.summary}" for entry in sorted(others, key=lambda entry: entry.id))
        brief.paper.paragraph(f"Named above and under none of the chosen themes: {told}", style="Note")
