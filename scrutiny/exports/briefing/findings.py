"""What inspectors found and what was answered: a row for each finding, with the letters' own views apart."""

from collections.abc import Sequence
from itertools import product

from scrutiny.analysis.answers import answered_concerns, general_promises
from scrutiny.analysis.facts import basis, remarks
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.exports.briefing.context import BriefingContext, meanings
from scrutiny.exports.briefing.document import Line, Row, Run
from scrutiny.register.records import Finding, Inspection
from scrutiny.register.vocabulary import Answer, Basis, Polarity, Scope, Voice
from scrutiny.wording import count_of, date_as_printed

_CONCERN_SHARES = (10, 72, 37, 51)
_STRENGTH_SHARES = (10, 102, 58)
_WHOSE = {
    Basis.FOUND: "",
    Basis.ELSEWHERE: "From other inspections, not of this one: ",
    Basis.OWN: "The letter's own view, not inspectors': ",
}
_IN_SHORT = {Basis.FOUND: "", Basis.ELSEWHERE: ", from elsewhere", Basis.OWN: ", own view"}


def write_findings(brief: BriefingContext) -> None:
    """Write a table for each inspection's concerns and strengths, and what the reply promises about the whole."""
    brief.paper.heading("What inspectors found, and what was answered", 1)
    _explain(brief)
    for inspection in brief.inspections:
        brief.name_inspection(inspection)
        of_it = brief.of_inspection(brief.register.findings, inspection)
        _facts(brief, inspection, of_it)
        # Whose they are, which way they point and of where they speak are never mixed.
        for sort in product(Basis, Polarity, Scope):
            rows = [one for one in of_it if (basis(brief.register, one), one.polarity, one.scope) == sort]
            if rows:
                _table(brief, inspection, rows)
        _write_general_promises(brief, inspection)
        _write_other_answers(brief, inspection)


def _explain(brief: BriefingContext) -> None:
    """Say how rows are to be read, and what the voices and the answers mean that occur among them."""
    brief.paper.paragraph(
        "Each row is our summary of one point. Its code leads to the full quotation in the annex. Please check it "
        "before quoting a row."
    )
    voices = [voice for voice in Voice if (brief.findings["voice"] == voice).any()]
    kinds = [answer for answer in Answer if brief.concerns[str(answer)].any()]
    side_by_side = "All that a letter offers on a concern is named. A gap is a gap in the papers that were read."
    told = " ".join(filter(None, [meanings(voices), side_by_side if kinds else "", meanings(kinds)]))
    if told:
        brief.paper.paragraph(told, style="Note")


def _facts(brief: BriefingContext, inspection: Inspection, findings: Sequence[Finding]) -> None:
    """Write what an inspection was, its dates as printed with their doubts, and when the reply came."""
    by = ", ".join(inspection.inspectorates)
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    told = [
        f"{name}: {date_as_printed(dated)}.{f' Date uncertain: {dated.doubt}' if dated.doubt else ''}"
        for name, dated in dates
        if dated
    ]
    facts = [f"{inspection.title}. {inspection.scope.label} inspection by {by}. {inspection.subject}.", *told]
    brief.paper.paragraph(" ".join(filter(None, [*facts, inspection.note])), style="Lead")
    brief.paper.paragraph(_of_reply(inspection, findings))


def _of_reply(inspection: Inspection, findings: Sequence[Finding]) -> str:
    """Say when the reply came, or that none is on file; and that no finding fits."""
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    if not findings:
        return f"{'When the reply came. ' if reply else ''}{clock} There are no findings for this selection."
    return (
        f"When the reply came. {clock} {CAUTION}"
        if reply
        else f"{clock} So this briefing cannot say how the concerns were answered."
    )


def _table(brief: BriefingContext, inspection: Inspection, findings: Sequence[Finding]) -> None:
    """Write findings of one sort under a heading that says which; the header says it again on each page."""
    first = findings[0]
    number = count_of(len(findings), f"{first.scope} {first.polarity}")
    whose = basis(brief.register, first)
    brief.paper.heading(f"{_WHOSE[whose]}{number}", brief.level)
    title = f"{first.scope.label} {first.polarity}{_IN_SHORT[whose]}"
    name = f"{title}: {inspection.short_title}"
    heads = ("Code", title, "Main theme")
    if first.polarity is Polarity.STRENGTH:
        brief.paper.table(name, heads, _STRENGTH_SHARES, [Row(_cells(brief, one)) for one in findings])
        return
    rows = [Row([*_cells(brief, one), [_answer_line(brief, one.full_id)]]) for one in findings]
    brief.paper.table(name, (*heads, "What the letter offers"), _CONCERN_SHARES, rows)


def _cells(brief: BriefingContext, finding: Finding) -> list[list[Line]]:
    """Return the id, the summary with what must be known of it, and the main theme of a finding."""
    quoted = [finding.voice.label] if finding.voice is Voice.QUOTED else []
    small = " · ".join([*quoted, *remarks(brief.register, finding)])
    said: list[Line] = [finding.summary, *([[Run(small, "Small Print")]] if small else [])]
    return [[[brief.link(finding.full_id)]], said, [brief.themes[finding.themes[0]]]]


def _answer_line(brief: BriefingContext, full_id: str) -> Line:
    """Say what the reply offers to a concern: every kind of answer, with the entries that give it."""
    answered = answered_concerns(brief.register).get(full_id)
    if answered is None:
        return "Raised in another document, not in the letter"
    said: list[str | Run] = []
    for answer in answered.answers:
        said += ["; " if said else "", Run(answer.label, "Strong")]
        for place, entry in enumerate(answered.of_kind(answer)):
            said += [", " if place else " ", brief.link(entry.full_id)]
    return said


def _write_general_promises(brief: BriefingContext, inspection: Inspection) -> None:
    """Quote, once, what a reply promises about the report as a whole."""
    promises = brief.of_inspection(general_promises(brief.register), inspection)
    if promises:
        said: list[str | Run] = ["About the report as a whole, and in answer to no single concern: "]
        for place, promise in enumerate(promises):
            said += ["; " if place else "", f"“{promise.excerpt}” ", brief.link(promise.full_id)]
        brief.paper.paragraph([*said, "."], style="Note")


def _write_other_answers(brief: BriefingContext, inspection: Inspection) -> None:
    """Say what those entries are that answer a concern and are not in the annex, as they name no chosen theme."""
    concerns = brief.of_inspection(brief.register.findings, inspection)
    answered = answered_concerns(brief.register)
    named = [entry for one in concerns if one.full_id in answered for entry in answered[one.full_id].answered_by]
    others = {entry.id: entry.summary for entry in named if entry.full_id not in brief.bookmarks}
    if others:
        told = " ".join(f"{name}: {summary}" for name, summary in sorted(others.items()))
        brief.paper.paragraph(f"Named above, but on other themes than those chosen: {told}", style="Note")
