"""What was answered, what is reported as done or under way, figures, and commitments with their four ticks."""

from collections.abc import Iterable

import pandas as pd

from scrutiny.analysis.answers import SHOWN_ORDER, answers, offer
from scrutiny.analysis.checkable import checkable
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.charts.picture import count
from scrutiny.exports.briefing.brief import Brief
from scrutiny.exports.briefing.document import Line, Row, Words
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Answer, CommitmentKind, Scope, Tick

_ANSWER_HEADS = ("Concern", "What the reply offers, and in which entries")
_ANSWER_SHARES = (58, 42)
_TICK_SHARES = (101, 28, 21, 24, 26)


def what_was_answered(brief: Brief) -> None:
    """Write each concern with what the reply offers to it, acknowledged only first."""
    brief.paper.heading("What was answered", 1)
    concerns = brief.choice.fits(answers(brief.register))
    if concerns.empty:
        brief.paper.paragraph("No concern fits what is chosen.")
        return
    states = [state for state in SHOWN_ORDER if (concerns["answer"] == state).any()]
    brief.paper.paragraph(
        "A concern is sorted by the first of undertaking, expectation, need and action among the entries that answer "
        "it; all of them are named. A gap is a gap in the papers held. "
        + " ".join(f"{state.label}: {state.meaning[:1].lower()}{state.meaning[1:]}" for state in states)
    )
    for inspection, of_it in brief.by_inspection(concerns):
        _of_reply(brief, inspection, of_it)


def work_reported(brief: Brief) -> None:
    """Write the work that documents say is done or under way, and the figures that they print."""
    brief.paper.heading("Work reported, and figures", 1)
    shown = brief.choice.fits(pd.concat([brief.frames.actions, brief.frames.figures]))
    if shown.empty:
        brief.paper.paragraph("No reported action and no figure fits what is chosen.")
        return
    brief.paper.paragraph(
        "A reported action is a claim, whoever makes it; a claimed result stands apart from it. Figures are as printed "
        "and are never added up."
    )
    for _, of_it in brief.by_inspection(shown):
        for full_id in of_it.index:
            brief.write_entry(str(full_id))


def commitments_made(brief: Brief) -> None:
    """Write commitments by kind, each with what is printed for it."""
    brief.paper.heading("Commitments", 1)
    shown = brief.choice.fits(checkable(brief.register, brief.today))
    if shown.empty:
        brief.paper.paragraph("No commitment fits what is chosen.")
        return
    words = (*CommitmentKind, *Tick)
    meanings = " ".join(f"{word.label}: {word.meaning[:1].lower()}{word.meaning[1:]}" for word in words)
    day = PartialDate.parse(brief.today.isoformat()).printed
    brief.paper.paragraph(
        f"{meanings} “Not printed” is said of the papers that are held, not of what was done. Whether a printed date "
        f"has passed is judged on {day}."
    )
    for inspection, of_it in brief.by_inspection(shown):
        rows = _commitment_rows(brief, of_it.sort_values("commitment", kind="stable"))
        name = f"Commitments and what is printed for each: {inspection.short_title}"
        brief.paper.table(name, ["Commitment", *(tick.label for tick in Tick)], _TICK_SHARES, rows)


def _of_reply(brief: Brief, inspection: Inspection, concerns: pd.DataFrame) -> None:
    """Write when the reply came, and a table each for inspectors' concerns and the respondent's own."""
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    if not reply:
        named = ", ".join(concerns["id"])
        brief.paper.paragraph(f"{clock.words} So nothing can be said here of an answer to {named}.")
        return
    brief.paper.paragraph(f"When the reply came. {clock.words} {CAUTION}")
    for title, own in (("Inspectors' concerns", False), ("Concerns in the respondent's own view", True)):
        rows = concerns[concerns["own_view"] == own]
        if len(rows):
            brief.paper.heading(title, brief.level)
            brief.paper.paragraph(_numbers(rows)).paragraph_format.keep_with_next = True
            name = f"{title} and what the reply offers: {inspection.short_title}"
            brief.paper.table(name, _ANSWER_HEADS, _ANSWER_SHARES, _answer_rows(brief, rows))
    _beyond(brief, concerns)


def _beyond(brief: Brief, concerns: pd.DataFrame) -> None:
    """Say what those entries are that answer a concern and are not in the briefing, as they name no chosen theme."""
    named = dict.fromkeys(full_id for full_ids in concerns["answered_by"] for full_id in full_ids)
    beyond = [brief.register.entries_by_id[full_id] for full_id in named if full_id not in brief.bookmarks]
    if beyond:
        told = " ".join(f"{entry.id}: {entry.summary}" for entry in sorted(beyond, key=lambda entry: entry.id))
        brief.paper.paragraph(f"Named above and under none of the chosen themes: {told}", style="Table Note")


def _numbers(concerns: pd.DataFrame) -> str:
    """Count concerns by what is offered, local and national apart."""
    parts = []
    for scope in Scope:
        numbers = concerns[concerns["scope"] == scope]["answer"].astype("str").value_counts()
        told = [f"{state.label.lower()} {numbers[state]}" for state in SHOWN_ORDER if state in numbers.index]
        if told:
            parts.append(f"{count(int(numbers.sum()), f'{scope} concern')}: {', '.join(told)}.")
    return " ".join(parts)


def _answer_rows(brief: Brief, concerns: pd.DataFrame) -> Iterable[Row]:
    """Give a row for each concern, in the order in which answers are shown."""
    ranks = {str(state): rank for rank, state in enumerate(SHOWN_ORDER)}
    ordered = concerns.loc[concerns["answer"].astype("str").map(ranks).sort_values(kind="stable").index]
    for full_id, concern in ordered.iterrows():
        scope = f" ({concern['scope']})" if concern["inspection"] in brief.with_national else ""
        said: Line = [brief.link(str(full_id)), f"{scope}  {concern['summary']}"]
        yield Row([[said], [_answered(brief, Answer(concern["answer"]), concern["answered_by"])]])


def _answered(brief: Brief, state: Answer, full_ids: tuple[str, ...]) -> Line:
    """Say what the reply offers, and name all entries that answer the concern, kind by kind."""
    said: list[str | Words] = [Words(state.label, "Strong")]
    for answer in Answer:
        of_kind = [full_id for full_id in full_ids if offer(brief.register.entries_by_id[full_id]) is answer]
        if of_kind and answer is not state:
            said.append(f"; {'action' if answer is Answer.ACTION_ONLY else answer.label.lower()}")
        for place, full_id in enumerate(of_kind):
            said += [", " if place else " ", brief.link(full_id)]
    return said


def _commitment_rows(brief: Brief, commitments: pd.DataFrame) -> Iterable[Row]:
    """Give a row for each commitment: its words, then its ticks."""
    for full_id, row in commitments.iterrows():
        words = brief.lines(brief.register.entries_by_id[str(full_id)])
        yield Row([words, *(_tick(brief, row, tick) for tick in Tick)], name=brief.bookmarks[str(full_id)])


def _tick(brief: Brief, row: pd.Series, tick: Tick) -> list[Line]:
    """Write whether something is printed, as a mark and as a word, with what is printed."""
    if not row[tick]:
        return ["□ not printed"]
    match tick:
        case Tick.WHO:
            return _printed(brief.register.bodies_by_id[row["owner"]].short)
        case Tick.ACT:
            return ["■ printed"]
        case Tick.DATE:
            return [*_printed(f"“{row['date_words']}”"), *_about_date(row)]
        case Tick.MEASURE:
            return _printed(f"“{row['measure_words']}”")


def _printed(words: str) -> list[Line]:
    """Write what is printed for a tick."""
    return ["■ printed:", [Words(words, "Small Print")]]


def _about_date(row: pd.Series) -> list[Line]:
    """Say that a printed date has passed, and that it is in doubt; the doubt itself stands with the words."""
    told = ["date passed" if row["later"] else "date passed; nothing later held"] if row["passed"] else []
    told += ["in doubt"] if isinstance(row["due_doubt"], str) else []
    return [[Words(text, "Small Print")] for text in told]
