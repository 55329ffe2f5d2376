"""A briefing from its title to its annex."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scrutiny.analysis import counts
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.questions import Sheet
from scrutiny.charts.answers import answers_headline
from scrutiny.charts.commitments import commitments_headline
from scrutiny.charts.findings import findings_headline
from scrutiny.charts.pairs import pairs_headline
from scrutiny.exports.about import LICENCE_WORDS
from scrutiny.exports.briefing.commitments import write_actions_and_figures, write_commitments
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import BriefingDocument, Line, Row, Run
from scrutiny.exports.briefing.entries import write_annex
from scrutiny.exports.briefing.findings import write_findings
from scrutiny.exports.briefing.questions import write_arguable_pairs, write_questions, write_strong_pairs
from scrutiny.register.records import Document
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import count_of, date_as_printed, format_day, join_list, upper_first


def write_briefing(register: Register, choice: Choice, sheet: Sheet, today: date, template: Path | None) -> bytes:
    """Write a briefing as a Word document, whose members still carry the hour of making."""
    brief = BriefingContext(BriefingDocument(template), register, choice, today)
    _write_title(brief)
    brief.paper.heading("Summary", 1)
    for sentence in _headlines(brief):
        brief.paper.paragraph(upper_first(sentence), style="List Bullet")
    brief.paper.paragraph(f"{COUNT_CAVEATS[0]} Gaps are gaps in the papers that were read.")
    write_findings(brief)
    write_commitments(brief)
    write_actions_and_figures(brief)
    write_strong_pairs(brief)
    write_questions(brief, sheet)
    _write_documents(brief)
    brief.paper.heading("What the numbers do not tell, and licence", 1)
    for sentence in COUNT_CAVEATS:
        brief.paper.paragraph(sentence, style="List Bullet")
    brief.paper.paragraph(LICENCE_WORDS)
    write_annex(brief)
    write_arguable_pairs(brief)
    return brief.paper.saved(contents_levels=brief.level - 1)


def _write_title(brief: BriefingContext) -> None:
    """Write what the briefing is about, for whom, what was chosen, and as of when."""
    settings, paper = brief.register.settings, brief.paper
    # What it is about: the one inspection and the one theme that are chosen, or else the register.
    inspections, themes = brief.inspections if brief.choice.inspections else [], brief.choice.themes
    title = inspections[0].title if len(inspections) == 1 else settings.title
    if len(themes) == 1 and themes[0] in brief.themes:
        title += f". Theme: {brief.themes[themes[0]]}"
    panel = brief.register.bodies_by_id[settings.panel].name
    chosen = brief.choice.words(brief.register)
    checked = f"Last checked {brief.as_of}"
    paper.describe(title=title, subject=chosen, author=f"Scrutiny, for the {panel}", on=settings.reviewed_on.earliest)
    paper.footer(f"{settings.title} · {checked}")
    paper.paragraph(title, style="Title")
    facts = {
        "For": panel,
        "Covers": chosen,
        "Source": f"the dashboard “{settings.title}” ({settings.area})",
        "Date": f"{format_day(brief.today)}. {checked}",
    }
    for name, text in facts.items():
        paper.paragraph([Run(f"{name}: ", "Strong"), text], style="Subtitle")


def _headlines(brief: BriefingContext) -> Iterator[str]:
    """Yield the headlines of the charts on what is chosen, and how many documents were not read."""
    for inspection in brief.inspections:
        of_it = brief.findings[brief.findings["inspection"] == inspection.id]
        yield findings_headline(of_it, author=f"{inspection.short_title}:") + "."
    for scope in Scope:
        raised = brief.concerns[(brief.concerns["scope"] == scope) & ~brief.concerns["own_view"]]
        if counts.concerns.of(raised):
            yield f"{answers_headline(raised, scope)}."
    yield commitments_headline(brief.commitments)
    yield pairs_headline(brief.pairs)
    unread = sum(not document.held for inspection in brief.inspections for document in inspection.documents)
    yield f"{count_of(unread, 'document was', 'documents were')} not read."


def _write_documents(brief: BriefingContext) -> None:
    """List the documents of each chosen inspection, read or not."""
    brief.paper.heading("Sources and uncertain dates", 1)
    if not brief.inspections:
        brief.paper.paragraph("There is no inspection yet.")
        return
    brief.paper.paragraph(
        "What a document that was not read says is not here. An uncertain date is marked as such wherever it is used.",
        style="Lead",
    )
    rows = []
    for inspection in brief.inspections:
        about = f"{inspection.short_title}. " if len(brief.inspections) > 1 else ""
        for document in inspection.documents:
            kind = f"{about}{document.kind.label}, {brief.register.bodies_by_id[document.body].short}: "
            address = document.address or "No public address is known."
            title: list[Line] = [[Run(kind, "Strong"), document.title], [Run(address, "Small Print")]]
            doubt = f"Date uncertain: {document.date.doubt}" if document.date and document.date.doubt else ""
            remarks = " ".join(filter(None, [doubt, document.note]))
            rows.append(Row([title, [date_as_printed(document.date)], [_state(document)], [remarks]]))
    heads = ("Document", "Date as stated", "Read?", "Please note")
    brief.paper.table("Documents read and not read", heads, (36, 16, 14, 34), rows)


def _state(document: Document) -> str:
    """Say whether a document was read, and how much of it there is."""
    if not document.held:
        return "Not read"
    sizes = ((document.paragraphs, "paragraph"), (document.notes, "note"))
    return f"Read: {join_list([count_of(number, one) for number, one in sizes if number])}"
