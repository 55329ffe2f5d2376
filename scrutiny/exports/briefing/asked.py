"""Pairs with their cautions, and the question sheet."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from scrutiny.analysis.questions import MOST, questions, suggested
from scrutiny.charts.picture import count
from scrutiny.exports.briefing.brief import Brief
from scrutiny.exports.briefing.document import Line, Words
from scrutiny.exports.briefing.entries import kind_of, lines, style_of
from scrutiny.register.vocabulary import Gap, PairStrength, Relation, Scope

_SIDES = (("earlier", "Said then"), ("later", "Found later"))


def pairs_side_by_side(brief: Brief) -> None:
    """Write strong pairs whole, and count the arguable ones."""
    brief.paper.heading("Pairs", 1)
    if brief.pairs.empty:
        brief.paper.paragraph("No pair fits what is chosen.")
        return
    strong, arguable = (brief.of_strength(strength) for strength in PairStrength)
    told = [f"Strong pairs stand here whole: {len(strong)}." if len(strong) else "No strong pair fits what is chosen."]
    told += [_arguable_in_short(arguable)] if len(arguable) else []
    brief.paper.paragraph(
        "Two entries of different inspections, placed side by side by hand: invitations to ask, never verdicts. "
        + " ".join(told)
    )
    for name, pair in strong.iterrows():
        _pair(brief, str(name), pair)


def arguable_pairs(brief: Brief) -> None:
    """Write arguable pairs in a few lines each, never without their cautions."""
    shown = brief.of_strength(PairStrength.ARGUABLE)
    if shown.empty:
        return
    brief.paper.heading("Arguable pairs", 2)
    brief.paper.paragraph(
        "A fair reader could say of each that its entries are about different things. The caution belongs to the pair."
    )
    for name, pair in shown.iterrows():
        lead: Line = [Words(str(name), "Strong"), f"  The later {Relation(pair['relation']).label} the earlier."]
        sides = [_side(brief, pair, side, said) for side, said in _SIDES]
        brief.paper.paragraph(lead, *sides, _reasons(pair), style="Entry")


def question_sheet(brief: Brief, picked: Sequence[str]) -> None:
    """Write the questions that were picked, or else those that are suggested, each with what it rests on."""
    brief.paper.heading("Questions", 1)
    found = questions(brief.register, brief.today)
    chosen = [name for name in picked if name in found.index] or suggested(_that_fit(brief, found))
    if not chosen:
        brief.paper.paragraph("What is chosen gives rise to no question.")
        return
    brief.paper.paragraph(
        "Picked for this meeting. Each is made from a gap in the papers held and from the documents' own words."
        if picked
        else f"Suggested by a plain rule, at most {MOST}: the kinds of gap are gone through in turn, newest inspection "
        "first, and each question is on another theme than those before it."
    ).paragraph_format.keep_with_next = True
    rows = found.to_dict("index")
    for name in chosen:
        _question(brief, rows[name])


def _arguable_in_short(arguable: pd.DataFrame) -> str:
    """Count arguable pairs without saying how their entries stand to each other, and tell of doubtful dates."""
    doubtful = int(arguable["doubt"].notna().sum())
    rests = f" The order of {count(doubtful, 'of them rests', 'of them rest')} on a date in doubt." if doubtful else ""
    return (
        f"{count(len(arguable), 'arguable pair')}, of which a fair reader could say that they are about different "
        f"things, {'stands' if len(arguable) == 1 else 'stand'} in the annex, each with its caution.{rests}"
    )


def _pair(brief: Brief, name: str, pair: pd.Series) -> None:
    """Write a pair whole: both entries with their words, why they stand side by side, and with what caution."""
    brief.paper.heading(f"{name}: the later {Relation(pair['relation']).label} the earlier", 2)
    for side, lead in _SIDES:
        entry = brief.register.entries_by_id[pair[side]]
        said = Words(f"{lead}, {pair[f'{side}_printed']}", "Strong")
        brief.paper.paragraph(
            [said], *lines(brief, entry), style=style_of(entry)
        ).paragraph_format.keep_with_next = True
    brief.paper.paragraph(_reasons(pair), style="Entry")


def _side(brief: Brief, pair: pd.Series, side: str, lead: str) -> Line:
    """Name one entry of a pair on a line: when it was said, of which kind and of where it is, and our summary."""
    entry = brief.register.entries_by_id[pair[side]]
    inspection = brief.register.inspections_by_id[entry.inspection].short_title
    kind = kind_of(entry).lower() + (", national" if entry.scope is Scope.NATIONAL else "")
    return [
        f"{lead}, {pair[f'{side}_printed']} ({inspection}): ",
        brief.link(entry.full_id),
        f" ({kind}) {entry.summary}",
    ]


def _reasons(pair: pd.Series) -> Line:
    """Say why a pair stands side by side, with what caution, and whether a date in doubt bears on it."""
    told = {"Why side by side": pair["reason"], "Caution": pair["caution"]}
    told["The order rests on a date in doubt"] = pair["doubt"]
    return [
        words
        for lead, text in told.items()
        if isinstance(text, str)
        for words in (Words(f"{lead}. ", "Strong"), f"{text} ")
    ]


def _that_fit(brief: Brief, found: pd.DataFrame) -> pd.DataFrame:
    """Give the questions about entries and pairs that fit the choice, and about documents of chosen inspections."""
    chosen = {inspection.id for inspection in brief.inspections}
    entries = brief.register.entries_by_id
    named = [about not in entries or brief.choice.names(entries[about].themes) for about in found["about"]]
    return found[found["inspection"].isin(chosen) & pd.Series(named, index=found.index, dtype=bool)]


def _question(brief: Brief, question: dict[Hashable, Any]) -> None:
    """Write a question, the caution it carries, and the entry or the document it rests on."""
    about = question["about"]
    lines: list[Line] = [str(question["text"])]
    if isinstance(question["caution"], str):
        lines.append([Words("Caution. ", "Strong"), question["caution"]])
    rests = f"{Gap(question['gap']).label}. Rests on {about}."
    lines.append([Words(rests, "Small Print")])
    brief.paper.paragraph(*lines, style="List Number")
