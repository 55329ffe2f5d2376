"""A briefing from its title to its annex."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutiny.analysis.choice import Choice
from scrutiny.charts.answers import answers_headline
from scrutiny.charts.commitments import commitments_headline
from scrutiny.charts.findings import findings_headline
from scrutiny.charts.pairs import pairs_headline
from scrutiny.exports.briefing.annex import write_annex
from scrutiny.exports.briefing.commitments import write_actions_and_figures, write_commitments
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Paper, Words
from scrutiny.exports.briefing.documents import write_caveats, write_documents
from scrutiny.exports.briefing.findings import write_findings
from scrutiny.exports.briefing.questions import write_questions, write_strong_pairs
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import count_of, format_day


def write_briefing(register: Register, choice: Choice, picked: Sequence[str], today: date) -> bytes:
    """Write a briefing as a Word document, whose members still carry the hour of making."""
    brief = BriefingContext(Paper(), register, choice, today)
    _open(brief)
    _in_short(brief)
    write_findings(brief)
    write_commitments(brief)
    write_actions_and_figures(brief)
    write_strong_pairs(brief)
    write_questions(brief, picked)
    write_documents(brief)
    write_caveats(brief)
    write_annex(brief)
    return brief.paper.saved()


def _open(brief: BriefingContext) -> None:
    """Write what the briefing is about, for whom, what was chosen, and as of when; then the contents list."""
    settings, paper = brief.register.settings, brief.paper
    panel = brief.register.bodies_by_id[settings.panel].name
    title, chosen = _title(brief), brief.choice.words(brief.register)
    reviewed = f"Register reviewed on {brief.as_of}"
    paper.describe(title=title, subject=chosen, author=f"Scrutiny, for the {panel}", on=settings.reviewed_on.earliest)
    paper.footer(f"{settings.title} · {reviewed}")
    paper.paragraph(title, style="Title")
    day = format_day(brief.today)
    facts = {
        "For": panel,
        "Chosen": chosen,
        "From": f"the register “{settings.title}” ({settings.area})",
        "As of": f"{reviewed}; this briefing is of {day}",
    }
    for name, text in facts.items():
        paper.paragraph([Words(f"{name}: ", "Strong"), text], style="Subtitle")
    paper.contents(levels=brief.level - 1)


def _title(brief: BriefingContext) -> str:
    """Name what a briefing is about: the one inspection and the one theme that are chosen, or else the register."""
    inspections, themes = brief.inspections if brief.choice.inspections else [], brief.choice.themes
    about = inspections[0].title if len(inspections) == 1 else brief.register.settings.title
    theme = f". Theme: {brief.themes[themes[0]]}" if len(themes) == 1 and themes[0] in brief.themes else ""
    return f"{about}{theme}"


def _in_short(brief: BriefingContext) -> None:
    """State what is in the briefing as the charts state it."""
    brief.paper.heading("In short", 1)
    for sentence in _headlines(brief):
        brief.paper.paragraph(sentence[:1].upper() + sentence[1:], style="List Bullet")
    brief.paper.paragraph(
        "Counts are counts of entries: of what was written, not of how things are. Gaps are gaps in the papers held."
    )


def _headlines(brief: BriefingContext) -> Iterator[str]:
    """Give the headlines of the charts on what is chosen, and how many documents are not held."""
    for inspection in brief.inspections:
        of_it = brief.findings[brief.findings["inspection"] == inspection.id]
        yield findings_headline(of_it, name=inspection.short_title, themes=brief.themes)
    for scope in Scope:
        raised = brief.concerns[(brief.concerns["scope"] == scope) & ~brief.concerns["own_view"]]
        if len(raised):
            yield answers_headline(raised)
    yield commitments_headline(brief.commitments)
    yield pairs_headline(brief.pairs)
    unread = sum(not document.held for inspection in brief.inspections for document in inspection.documents)
    yield f"{count_of(unread, 'document is', 'documents are')} known to exist and not held."
