"""Pairs with their cautions, and the question sheet."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from scrutiny.analysis.facts import reference
from scrutiny.analysis.pairs import PairView
from scrutiny.analysis.questions import MAX_QUESTIONS, Sheet, SheetQuestion, questions, suggest
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import BriefingDocument, Line, Run
from scrutiny.exports.briefing.entries import kind_of, style_of
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import PairStrength, Scope
from scrutiny.wording import count_of, format_day


def write_strong_pairs(brief: BriefingContext) -> None:
    """Write clear links whole, and count the possible ones."""
    brief.paper.heading("Then and since", 1)
    if not brief.pairs:
        brief.paper.paragraph("No comparison fits what is chosen.")
        return
    strong, arguable = (brief.of_strength(strength) for strength in PairStrength)
    told = ["Two statements side by side, to prompt questions, not to pass judgement."]
    told.append(f"Below, in full: {count_of(len(strong), 'clear link')}." if strong else "There is no clear link.")
    if arguable:
        # How the two go together is left to the annex, where the cautions are.
        doubtful = sum(view.doubt is not None for view in arguable)
        told.append(f"The annex has {count_of(len(arguable), 'possible link')}, each with its caution.")
        told += [f"The order is uncertain in {doubtful} of them."] if doubtful else []
    brief.paper.paragraph(" ".join(told))
    told_doubts: set[str] = set()
    for view in strong:
        brief.paper.heading(f"{view.pair.relation.label} ({view.pair.id})", 2)
        for lead, said, entry in _sides(view):
            words = [*_side(brief, lead, said, entry), f"“{entry.excerpt}” ({entry.paragraph.label})"]
            brief.paper.paragraph(words, style=style_of(entry)).paragraph_format.keep_with_next = True
        doubt: list[Line] = []
        if view.doubt:  # in full where it is told first
            in_full = [] if view.doubt in told_doubts else [f" {view.doubt}"]
            doubt = [[Run("The order is uncertain.", "Strong"), *in_full]]
            told_doubts.add(view.doubt)
        brief.paper.paragraph(_reasons(view), *doubt, style="Entry")


def write_arguable_pairs(brief: BriefingContext) -> None:
    """Write possible links in a few lines each, never without their cautions."""
    shown = brief.of_strength(PairStrength.ARGUABLE)
    if not shown:
        return
    brief.paper.heading("Possible links", 2)
    doubts = dict.fromkeys(view.doubt for view in shown if view.doubt)
    brief.paper.paragraph(
        "A fair reader could say of each that the two are about different things. Read each with its caution. "
        + " ".join(f"Date uncertain: {doubt}" for doubt in doubts),
        style="Lead",
    )
    for view in shown:
        lead = Run(f"{view.pair.id}  {view.pair.relation.label}. ", "Strong")
        sides = [words for side in _sides(view) for words in _side(brief, *side)]
        doubt = [Run(" The order is uncertain.", "Strong")] if view.doubt else []
        brief.paper.paragraph([lead, *sides], [*_reasons(view), *doubt], style="Pair")


def write_questions(brief: BriefingContext, sheet: Sheet) -> None:
    """Write the questions that were picked, or else those that are suggested, each with what it rests on."""
    brief.paper.heading("Questions", 1)
    picked = sheet.asked(brief.register, brief.today)
    fitting = (question for question in questions(brief.register, brief.today).values() if _fits(brief, question))
    chosen = picked or suggest(fitting)
    if not chosen:
        brief.paper.paragraph("There are no questions for this selection.")
        return
    brief.paper.paragraph(
        "Chosen for this meeting. Each was written by hand, or is based on what the papers leave unsaid."
        if picked
        else f"Up to {MAX_QUESTIONS} suggestions, newest inspection first.",
        style="Lead",
    )
    _list_questions(brief.paper, brief.register, chosen)


def write_question_sheet(register: Register, sheet: Sheet, today: date, template: Path | None) -> bytes:
    """Write the questions of a sheet alone."""
    paper, settings = BriefingDocument(template), register.settings
    title, panel = "Questions for the meeting", register.bodies_by_id[settings.panel].name
    paper.describe(title=title, subject=settings.title, author=panel, on=settings.reviewed_on.earliest)
    paper.footer(f"{settings.title}. Last checked {settings.reviewed_on.printed}.")
    paper.paragraph(title, style="Title")
    paper.paragraph(f"{settings.title}. {format_day(today)}", style="Subtitle")
    _list_questions(paper, register, sheet.asked(register, today))
    return paper.saved(contents_levels=0)


def _list_questions(paper: BriefingDocument, register: Register, asked: Iterable[SheetQuestion]) -> None:
    for question in asked:
        text: list[Line] = [question.text]
        if question.caution:
            text.append([Run("Caution. ", "Strong"), question.caution])
        if question.entries:
            text.append([Run(f"To: {question.addressee}. Source: {_sources(register, question)}.", "Small Print")])
        paper.paragraph(*text, style="List Number")


def _sides(view: PairView) -> tuple[tuple[str, str, Entry], ...]:
    """Return both sides of a pair, each with its lead and when it was said."""
    return (
        ("Said earlier", view.earlier_said.words, view.earlier),
        ("Said later", view.later_said.words, view.later),
    )


def _sources(register: Register, question: SheetQuestion) -> str:
    """Name the points that a question is based on, each with its inspection."""
    return "; ".join(reference(register, register.entries_by_id[entry]) for entry in question.entries)


def _side(brief: BriefingContext, lead: str, said: str, entry: Entry) -> list[str | Run]:
    """Name one entry of a pair: when it was said, of which kind whose words and of where it is."""
    inspection = brief.register.inspections_by_id[entry.inspection].short_title
    labels = [
        kind_of(entry),
        "" if entry.is_own_view else entry.voice.label,
        entry.scope.label if entry.scope is Scope.NATIONAL else "",  # most are local
    ]
    named = f"{lead}, {said} ({inspection}): "
    return [named, brief.link(entry.full_id), f", {', '.join(filter(None, labels)).lower()}. "]


def _reasons(view: PairView) -> list[str | Run]:
    """Say why a pair stands side by side, and with what caution."""
    said: list[str | Run] = [Run("Why side by side. ", "Strong"), view.pair.reason]
    return [*said, Run(" Caution. ", "Strong"), view.pair.caution] if view.pair.caution else said


def _fits(brief: BriefingContext, question: SheetQuestion) -> bool:
    """Tell whether the main entry that a question rests on fits the choice."""
    return brief.choice.includes(brief.register.entries_by_id[question.about])
