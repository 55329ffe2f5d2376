"""Pairs with their cautions, and the question sheet."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.questions import MOST, questions, suggested
from scrutiny.charts.picture import count
from scrutiny.exports.briefing.brief import Brief, style_of
from scrutiny.exports.briefing.document import Line, Words
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Gap, PairStrength, Relation


def pairs_that_fit(register: Register, choice: Choice) -> pd.DataFrame:
    """Give the pairs of which an entry is of a chosen inspection and that name a chosen theme, strong first."""
    found = pairs(register)
    chosen = {inspection.id for inspection in choice.of(register)}
    fits = [
        choice.names(pair["themes"]) and not chosen.isdisjoint(_inspections(register, pair))
        for _, pair in found.iterrows()
    ]
    return found[pd.Series(fits, index=found.index, dtype=bool)].sort_values("strength", kind="stable")


def pairs_side_by_side(brief: Brief) -> None:
    """Write strong pairs whole, the first arguable one of each relation whole, and the rest by reference."""
    brief.paper.heading("Pairs", 1)
    shown = pairs_that_fit(brief.register, brief.choice)
    if shown.empty:
        brief.paper.paragraph("No pair fits what is chosen.")
        return
    brief.paper.paragraph(
        "Two entries of different inspections, placed side by side by hand: invitations to ask, never verdicts. Strong "
        "pairs stand here whole, and of the arguable ones the first of each relation; the rest are named below."
    )
    first = shown[(shown["strength"] == PairStrength.STRONG) | _first_of_relation(shown)]
    for name, pair in first.iterrows():
        _pair(brief, str(name), pair)
    _named_only(brief, shown.drop(first.index))


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
    )
    rows = found.to_dict("index")
    for name in chosen:
        _question(brief, rows[name])


def _inspections(register: Register, pair: pd.Series) -> set[str]:
    """Give the inspections of both entries of a pair."""
    return {register.entries_by_id[pair[side]].inspection for side in ("earlier", "later")}


def _first_of_relation(shown: pd.DataFrame) -> pd.Series:
    """Mark the first arguable pair of each relation."""
    arguable = shown[shown["strength"] == PairStrength.ARGUABLE]
    return shown.index.to_series().isin(arguable.drop_duplicates("relation").index)


def _pair(brief: Brief, name: str, pair: pd.Series) -> None:
    """Write a pair: both entries, why they stand side by side, and with what caution."""
    relation, strength = Relation(pair["relation"]).label, PairStrength(pair["strength"]).label.lower()
    brief.paper.heading(f"{name}: the later {relation} the earlier ({strength})", 2)
    for side, lead in (("earlier", "Said then"), ("later", "Found later")):
        entry = brief.register.entries_by_id[pair[side]]
        kind = entry.entry_kind.label.lower()
        said = Words(f"{lead}, {pair[f'{side}_printed']} ({kind})", "Strong")
        brief.paper.paragraph([said], *brief.lines(entry), style=style_of(entry)).paragraph_format.keep_with_next = True
    told = {"Why side by side": pair["reason"], "Caution": pair["caution"]}
    told["The order rests on a date in doubt"] = pair["doubt"]
    lines: list[Line] = [[Words(f"{lead}. ", "Strong"), text] for lead, text in told.items() if isinstance(text, str)]
    brief.paper.paragraph(*lines, style="Entry")


def _named_only(brief: Brief, rest: pd.DataFrame) -> None:
    """Name the pairs that are not written out, without saying how their entries stand to each other."""
    if rest.empty:
        return
    brief.paper.heading("Arguable pairs by reference", 2)
    doubtful = " A star marks those whose order rests on a date in doubt." if rest["doubt"].notna().any() else ""
    names = [
        f"{name}{'*' if isinstance(pair['doubt'], str) else ''} ({pair['earlier']} with {pair['later']})"
        for name, pair in rest.iterrows()
    ]
    brief.paper.paragraph(
        f"{count(len(rest), 'more pair')}, of which a fair reader could say that they are about different things. Each "
        f"has a caution of its own in the register, to be read before it is used.{doubtful}"
    )
    brief.paper.paragraph([Words("; ".join(names) + ".", "Small Print")])


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
