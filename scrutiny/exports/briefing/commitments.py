"""Commitments with what is printed for each, and how much work is reported."""

from collections.abc import Iterable

import pandas as pd

from scrutiny.exports.briefing.context import BriefingContext, meanings
from scrutiny.exports.briefing.document import Line, Row, Words
from scrutiny.register.vocabulary import ActionStatus, CommitmentKind, Scope, Tick
from scrutiny.wording import count_of, format_day, join_list

_HEADS = ("Id, kind", "Commitment", *(tick.label for tick in Tick))
_SHARES = (21, 69, 26, 18, 18, 18)


def write_commitments(brief: BriefingContext) -> None:
    """Write commitments by kind, each with its four ticks."""
    brief.paper.heading("Commitments", 1)
    shown = brief.commitments
    if shown.empty:
        brief.paper.paragraph("No commitment fits what is chosen.")
        return
    day = format_day(brief.today)
    brief.paper.paragraph(
        f"{meanings((*CommitmentKind, *Tick))} “Not printed” is said of the papers held, not of what was done. "
        f"Whether a printed date has passed is judged on {day}.",
        style="Note",
    ).paragraph_format.keep_with_next = True
    for inspection, of_it in brief.by_inspection(shown):
        rows = _rows(brief, of_it.sort_values(["scope", "commitment"], kind="stable"))
        brief.paper.table(f"Commitments and what is printed for each: {inspection.short_title}", _HEADS, _SHARES, rows)


def write_actions_and_figures(brief: BriefingContext) -> None:
    """Say how much work documents report as done or under way, and how many figures; the annex has their words."""
    brief.paper.heading("Work reported, and figures", 1)
    actions, figures = brief.choice.fits(brief.frames.actions), brief.choice.fits(brief.frames.figures)
    if actions.empty and figures.empty:
        brief.paper.paragraph("No reported action and no figure fits what is chosen.")
        return
    brief.paper.paragraph(
        "A reported action is a claim, whoever makes it; a claimed result stands apart from it. Figures are as printed "
        "and are never added up. The annex has the words of each.",
        style="Lead",
    )
    for inspection in brief.inspections:
        of_it = [rows[rows["inspection"] == inspection.id] for rows in (actions, figures)]
        told = [*_actions(of_it[0]), *_figures(of_it[1])]
        if told:
            brief.paper.paragraph([Words(f"{inspection.short_title}. ", "Strong"), " ".join(told)], style="List Bullet")


def _rows(brief: BriefingContext, commitments: pd.DataFrame) -> Iterable[Row]:
    """Give a row for each commitment: id and kind, summary with a printed date, then its ticks."""
    for full_id, row in commitments.iterrows():
        kind = CommitmentKind(row["commitment"]).label
        scope = ", national" if row["scope"] == Scope.NATIONAL else ""
        named: list[Line] = [[brief.link(str(full_id)), Words(f" {kind}{scope}", "Small Print")]]
        said: list[Line] = [str(row["summary"]), *_printed(row)]
        yield Row([named, said, *([_tick(brief, row, tick)] for tick in Tick)])


def _printed(row: pd.Series) -> list[Line]:
    """Quote a date and a measure as printed; say that the date has passed, and that it is in doubt."""
    told = [f"Measure: “{row['measure_words']}”."] if row[Tick.MEASURE] else []
    if row[Tick.DATE]:
        passed = ["date passed" if row["later"] else "date passed, nothing later held"] if row["passed"] else []
        doubt = ["in doubt"] if isinstance(row["due_doubt"], str) else []
        quoted = f"“{row['date_words']}”"
        told.insert(0, f"Date: {', '.join([quoted, *passed, *doubt])}.")
    return [[Words(text, "Small Print")] for text in told]


def _tick(brief: BriefingContext, row: pd.Series, tick: Tick) -> Line:
    """Write whether something is printed, as a mark and as a word; of who must act, the name."""
    if not row[tick]:
        return [Words("□ not printed", "Small Print")]
    word = brief.register.bodies_by_id[row["owner"]].short if tick is Tick.WHO else "printed"
    return [Words(f"■ {word}", "Small Print")]


def _actions(actions: pd.DataFrame) -> Iterable[str]:
    """Count reported actions by how far they are said to have come, local and national apart."""
    for scope in Scope:
        rows = actions[actions["scope"] == scope]
        numbers = rows["status"].value_counts()
        told = [
            f"{status.label[:1].lower()}{status.label[1:]} {numbers[status]}"
            for status in ActionStatus
            if numbers[status]
        ]
        claimed = int(rows["results"].map(len).gt(0).sum())
        if told:
            results = f"; {claimed} with a claimed result" if claimed else ""
            yield f"{count_of(len(rows), f'{scope} reported action')}: {', '.join(told)}{results}."


def _figures(figures: pd.DataFrame) -> Iterable[str]:
    """Count figures, local and national apart."""
    numbers = figures["scope"].value_counts()
    told = [count_of(int(numbers[scope]), f"{scope} figure") for scope in Scope if numbers[scope]]
    if told:
        yield f"{join_list(told)} printed."
