"""Pairs with their cautions, and the question sheet."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from scrutiny.analysis.questions import MAX_SUGGESTED, questions, suggest
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Words
from scrutiny.exports.briefing.entries import kind_of, lines, style_of
from scrutiny.register.records import Entry
from scrutiny.register.vocabulary import Gap, PairStrength, Relation, Scope
from scrutiny.wording import count_of

_SIDES = (("earlier", "Said then"), ("later", "Found later"))


def write_strong_pairs(brief: BriefingContext) -> None:
    """Write strong pairs whole, and count the arguable ones."""
    brief.paper.heading("Pairs", 1)
    if brief.pairs.empty:
        brief.paper.paragraph("No pair fits what is chosen.")
        return
    strong, arguable = (brief.of_strength(strength) for strength in PairStrength)
    told = [
        f"Below, whole: {count_of(len(strong), 'strong pair')}."
        if len(strong)
        else "No strong pair fits what is chosen."
    ]
    told += [_arguable_in_short(arguable)] if len(arguable) else []
    brief.paper.paragraph(
        "Two entries of different inspections, placed side by side by hand: invitations to ask, never verdicts. "
        + " ".join(told)
    )
    for name, pair in strong.iterrows():
        _pair(brief, str(name), pair)


def write_arguable_pairs(brief: BriefingContext) -> None:
    """Write arguable pairs in a few lines each, never without their cautions."""
    shown = brief.of_strength(PairStrength.ARGUABLE)
    if shown.empty:
        return
    brief.paper.heading("Arguable pairs", 2)
    doubts = " ".join(f"In doubt: {doubt}" for doubt in shown["doubt"].dropna().unique())
    brief.paper.paragraph(
        "A fair reader could say of each that its entries are about different things. The reason retells them in the "
        "curator's words, and the caution belongs to the pair. " + doubts,
        style="Lead",
    )
    for name, pair in shown.iterrows():
        lead = Words(f"{name}  The later {Relation(pair['relation']).label} the earlier. ", "Strong")
        sides = [words for side, said in _SIDES for words in _side(brief, pair, side, said)]
        doubt = [Words(" The order rests on a date in doubt.", "Strong")] if isinstance(pair["doubt"], str) else []
        brief.paper.paragraph([lead, *sides], [*_reasons(pair), *doubt], style="Pair")


def write_questions(brief: BriefingContext, picked: Sequence[str]) -> None:
    """Write the questions that were picked, or else those that are suggested, each with what it rests on."""
    brief.paper.heading("Questions", 1)
    found = questions(brief.register, brief.today)
    chosen = [name for name in picked if name in found.index] or suggest(_that_fit(brief, found))
    if not chosen:
        brief.paper.paragraph("What is chosen gives rise to no question.")
        return
    brief.paper.paragraph(
        "Picked for this meeting. Each is made from a gap in the papers held and from the documents' own words."
        if picked
        else f"Suggested by a plain rule, at most {MAX_SUGGESTED}: the kinds of gap are gone through in turn, newest "
        "inspection first, and each question is on another theme than those before it.",
        style="Lead",
    )
    rows = found.to_dict("index")
    for name in chosen:
        _question(brief, rows[name])


def _arguable_in_short(arguable: pd.DataFrame) -> str:
    """Count arguable pairs without saying how their entries stand to each other, and tell of doubtful dates."""
    doubtful = int(arguable["doubt"].notna().sum())
    rests = f" The order of {doubtful} of them rests on a date in doubt." if doubtful else ""
    return (
        f"In the annex, each with its caution: {count_of(len(arguable), 'arguable pair')}, of which a fair reader "
        f"could say that the entries are about different things.{rests}"
    )


def _pair(brief: BriefingContext, name: str, pair: pd.Series) -> None:
    """Write a pair whole: both entries with their words, why they stand side by side, and with what caution."""
    brief.paper.heading(f"{name}: the later {Relation(pair['relation']).label} the earlier", 2)
    for side, lead in _SIDES:
        entry = brief.register.entries_by_id[pair[side]]
        said = Words(f"{lead}, {pair[f'{side}_printed']}", "Strong")
        brief.paper.paragraph(
            [said], *lines(brief, entry), style=style_of(entry)
        ).paragraph_format.keep_with_next = True
    doubt: Line = [Words("The order rests on a date in doubt. ", "Strong"), str(pair["doubt"])]
    brief.paper.paragraph(_reasons(pair), *([doubt] if isinstance(pair["doubt"], str) else []), style="Entry")


def _side(brief: BriefingContext, pair: pd.Series, side: str, lead: str) -> list[str | Words]:
    """Name one entry of a pair: when it was said, of which kind whose words and of where it is."""
    entry = brief.register.entries_by_id[pair[side]]
    inspection = brief.register.inspections_by_id[entry.inspection].short_title
    labels = [kind_of(entry), "" if entry.is_own_view else entry.voice.label, _national(entry)]
    said = f"{lead}, {pair[f'{side}_printed']} ({inspection}): "
    return [said, brief.link(entry.full_id), f", {', '.join(filter(None, labels)).lower()}. "]


def _national(entry: Entry) -> str:
    """Say that an entry is national, where most are not."""
    return entry.scope.label if entry.scope is Scope.NATIONAL else ""


def _reasons(pair: pd.Series) -> list[str | Words]:
    """Say why a pair stands side by side, and with what caution."""
    said: list[str | Words] = [Words("Why side by side. ", "Strong"), str(pair["reason"])]
    return [*said, Words(" Caution. ", "Strong"), pair["caution"]] if isinstance(pair["caution"], str) else said


def _that_fit(brief: BriefingContext, found: pd.DataFrame) -> pd.DataFrame:
    """Give the questions about entries and pairs that fit the choice, and about documents of chosen inspections."""
    chosen = {inspection.id for inspection in brief.inspections}
    entries = brief.register.entries_by_id
    named = [about not in entries or brief.choice.names(entries[about].themes) for about in found["about"]]
    return found[found["inspection"].isin(chosen) & pd.Series(named, index=found.index, dtype=bool)]


def _question(brief: BriefingContext, question: dict[Hashable, Any]) -> None:
    """Write a question, the caution it carries, and the entry or the document it rests on."""
    about = question["about"]
    lines: list[Line] = [str(question["text"])]
    if isinstance(question["caution"], str):
        lines.append([Words("Caution. ", "Strong"), question["caution"]])
    rests = f"{Gap(question['gap']).label}. Rests on {about}."
    lines.append([Words(rests, "Small Print")])
    brief.paper.paragraph(*lines, style="List Number")
