"""Pairs with their cautions, and the question sheet."""

from collections.abc import Sequence

from scrutiny.analysis.facts import reference
from scrutiny.analysis.pairs import PairView
from scrutiny.analysis.questions import MAX_SUGGESTED, SheetQuestion, questions, suggest
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Run
from scrutiny.exports.briefing.entries import kind_of, style_of
from scrutiny.register.records import Entry
from scrutiny.register.vocabulary import PairStrength, Scope
from scrutiny.wording import count_of


def write_strong_pairs(brief: BriefingContext) -> None:
    """Write strong pairs whole, and count the arguable ones."""
    brief.paper.heading("Pairs", 1)
    if not brief.pairs:
        brief.paper.paragraph("No pair fits what is chosen.")
        return
    strong, arguable = (brief.of_strength(strength) for strength in PairStrength)
    told = [
        f"Below, whole: {count_of(len(strong), 'strong pair')}." if strong else "No strong pair fits what is chosen."
    ]
    if arguable:
        # How their entries stand to each other is left to the annex, where their cautions are.
        doubtful = sum(view.doubt is not None for view in arguable)
        told.append(
            f"In the annex, each with its caution: {count_of(len(arguable), 'arguable pair')}, of which a fair reader "
            "could say that the entries are about different things."
        )
        told += [f"The order of {doubtful} of them rests on a date in doubt."] if doubtful else []
    brief.paper.paragraph(
        "Two entries of different inspections, placed side by side by hand: invitations to ask, never verdicts. "
        + " ".join(told)
    )
    told_doubts: set[str] = set()
    for view in strong:
        brief.paper.heading(f"{view.pair.id}: the later {view.pair.relation.label} the earlier", 2)
        for lead, said, entry in _sides(view):
            words = [*_side(brief, lead, said, entry), f"“{entry.excerpt}” ({entry.paragraph.label})"]
            brief.paper.paragraph(words, style=style_of(entry)).paragraph_format.keep_with_next = True
        doubt: list[Line] = []
        if view.doubt:  # in full where it is told first
            in_full = [] if view.doubt in told_doubts else [f" {view.doubt}"]
            doubt = [[Run("The order rests on a date in doubt.", "Strong"), *in_full]]
            told_doubts.add(view.doubt)
        brief.paper.paragraph(_reasons(view), *doubt, style="Entry")


def write_arguable_pairs(brief: BriefingContext) -> None:
    """Write arguable pairs in a few lines each, never without their cautions."""
    shown = brief.of_strength(PairStrength.ARGUABLE)
    if not shown:
        return
    brief.paper.heading("Arguable pairs", 2)
    doubts = dict.fromkeys(view.doubt for view in shown if view.doubt)
    brief.paper.paragraph(
        "A fair reader could say of each that its entries are about different things. The reason retells them in the "
        "curator's words, and the caution belongs to the pair. " + " ".join(f"In doubt: {doubt}" for doubt in doubts),
        style="Lead",
    )
    for view in shown:
        lead = Run(f"{view.pair.id}  The later {view.pair.relation.label} the earlier. ", "Strong")
        sides = [words for side in _sides(view) for words in _side(brief, *side)]
        doubt = [Run(" The order rests on a date in doubt.", "Strong")] if view.doubt else []
        brief.paper.paragraph([lead, *sides], [*_reasons(view), *doubt], style="Pair")


def write_questions(brief: BriefingContext, picked: Sequence[str]) -> None:
    """Write the questions that were picked, or else those that are suggested, each with what it rests on."""
    brief.paper.heading("Questions", 1)
    found = questions(brief.register, brief.today)
    known = [found[name] for name in picked if name in found]
    chosen = known or suggest(question for question in found.values() if _fits(brief, question))
    if not chosen:
        brief.paper.paragraph("There are no questions for this selection.")
        return
    brief.paper.paragraph(
        "Chosen for this meeting. Each was written by hand, or is based on what the papers leave unsaid."
        if known
        else f"Up to {MAX_SUGGESTED} suggestions, newest inspection first.",
        style="Lead",
    )
    for question in chosen:
        text: list[Line] = [question.text]
        label = question.gap.label if question.gap else f"To: {question.addressee}"
        if question.caution:
            text.append([Run("Caution. ", "Strong"), question.caution])
        text.append([Run(f"{label}. Source: {_sources(brief, question)}.", "Small Print")])
        brief.paper.paragraph(*text, style="List Number")


def _sides(view: PairView) -> tuple[tuple[str, str, Entry], ...]:
    """Return both sides of a pair, each with its lead and when it was said."""
    return (
        ("Said then", view.earlier_printed, view.earlier),
        ("Said later", view.later_printed, view.later),
    )


def _sources(brief: BriefingContext, question: SheetQuestion) -> str:
    """Name the points that a question is based on, each with its inspection."""
    return "; ".join(reference(brief.register, brief.register.entries_by_id[entry]) for entry in question.entries)


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
