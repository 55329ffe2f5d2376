"""Commitments with what each states, and how much work is reported."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scrutiny.analysis.checkable import STATED, CheckableCommitment, by_author, commitments_by_id
from scrutiny.charts.commitments import NOT_STATED, TICKS_KEY
from scrutiny.exports.briefing.context import BriefingContext, meanings
from scrutiny.exports.briefing.document import Line, Row, Run
from scrutiny.register.records import Action, Commitment, Figure, Inspection
from scrutiny.register.vocabulary import COMMITMENT_KINDS, ActionStatus, CommitmentKind, Scope, Tick
from scrutiny.wording import GENERAL, count_of, format_day, join_list, lower_first

_HEADS = ("Code, kind", "Commitment", *(tick.label for tick in Tick))
_SHARES = (21, 69, 26, 18, 18, 18)
_NEED_SHARES = (21, 149)


def write_commitments(brief: BriefingContext) -> None:
    """Write commitments by author and kind, each with its four ticks, and apart from them what is said to be needed."""
    brief.paper.heading("Commitments", 1)
    needs = [need for need in brief.register.needs if brief.choice.includes(need)]
    if brief.commitments.empty:
        brief.paper.paragraph("No commitment fits what is chosen.")
    else:
        brief.paper.paragraph(
            f"{meanings(COMMITMENT_KINDS)} {TICKS_KEY} “Not stated” means that the document does not say. It may still "
            f"have been done. Whether a date has passed is judged on {format_day(brief.today)}.",
            style="Note",
        ).paragraph_format.keep_with_next = True
    checkable = commitments_by_id(brief.register, brief.today)
    for inspection in brief.inspections:
        of_it = brief.commitments[brief.commitments["inspection"] == inspection.id]
        needed = brief.of_inspection(needs, inspection)
        if len(of_it) or needed:
            brief.name_inspection(inspection)
        if groups := by_author(of_it, brief.register.bodies_by_id).values():
            rows = [_row(brief, checkable[full_id]) for group in groups for full_id in group.index]
            brief.paper.table(f"Commitments and what each states: {inspection.short_title}", _HEADS, _SHARES, rows)
        if needed:
            _write_needs(brief, inspection, needed)


def _write_needs(brief: BriefingContext, inspection: Inspection, needs: Sequence[Commitment]) -> None:
    """Write what is said to be needed and nobody takes on; it is no commitment and has no ticks."""
    need = CommitmentKind.NEED
    rows = []
    for one in needs:
        scope = [Run(", national", "Small Print")] if one.scope is Scope.NATIONAL else []
        rows.append(Row([[[brief.link(one.full_id), *scope]], [one.summary]]))
    brief.paper.paragraph(
        f"{need.label}: {lower_first(need.meaning)}", style="Note"
    ).paragraph_format.keep_with_next = True
    brief.paper.table(f"{need.label}: {inspection.short_title}", ("Code", need.label), _NEED_SHARES, rows)


def write_actions_and_figures(brief: BriefingContext) -> None:
    """Say how much work documents report as done or under way, and how many figures; the annex has their words."""
    brief.paper.heading("Work reported, and figures", 1)
    register, includes = brief.register, brief.choice.includes
    if not any(map(includes, (*register.actions, *register.figures))):
        brief.paper.paragraph("No reported action and no figure fits what is chosen.")
        return
    brief.paper.paragraph(
        "A reported action is a claim, whoever makes it; a claimed result stands apart from it. Figures are as stated "
        "and are never added up. The annex has the words of each.",
        style="Lead",
    )
    for inspection in brief.inspections:
        told = [
            *_actions(brief.of_inspection(register.actions, inspection)),
            *_figures(brief.of_inspection(register.figures, inspection)),
        ]
        if told:
            brief.paper.paragraph([Run(f"{inspection.short_title}. ", "Strong"), " ".join(told)], style="List Bullet")


def _row(brief: BriefingContext, checkable: CheckableCommitment) -> Row:
    """Return the row of a commitment: id, kind and author, summary with a stated date, then its ticks."""
    commitment = checkable.commitment
    by = brief.register.bodies_by_id[commitment.by].short
    scope = ", national" if commitment.scope is Scope.NATIONAL else ""
    named: list[Line] = [[brief.link(commitment.full_id), Run(f" {commitment.kind.label}, {by}{scope}", "Small Print")]]
    said: list[Line] = [commitment.summary]
    if commitment.general:
        said.append([Run(f"{GENERAL}.", "Small Print")])
    if commitment.due:
        facts = [f"“{commitment.due.printed}”"]
        if checkable.has_passed:
            facts.append("date passed" if checkable.later_held else "date passed, nothing later read")
        if commitment.due.doubt:
            facts.append("date uncertain")
        said.append([Run(f"Date: {', '.join(facts)}.", "Small Print")])
    if commitment.measure:
        said.append([Run(f"How measured: “{commitment.measure}”.", "Small Print")])
    return Row([named, said, *([_tick(brief, checkable, tick)] for tick in Tick)])


def _tick(brief: BriefingContext, checkable: CheckableCommitment, tick: Tick) -> Line:
    """Write whether something is stated, as a tick and as a word; of who acts, the name."""
    if checkable.terms[tick] is None:
        return [Run(f"– {NOT_STATED}", "Small Print")]
    owner = checkable.commitment.owner
    word = brief.register.bodies_by_id[owner].short if tick is Tick.WHO and owner else STATED
    return [Run(f"✓ {word}", "Small Print")]


def _actions(actions: Sequence[Action]) -> Iterator[str]:
    """Count reported actions by how far they are said to have come, local and national apart."""
    for scope in Scope:
        of_scope = [action for action in actions if action.scope is scope]
        numbers = Counter(action.status for action in of_scope)
        told = [
            f"{status.label[:1].lower()}{status.label[1:]} {numbers[status]}"
            for status in ActionStatus
            if numbers[status]
        ]
        if told:
            claimed = sum(bool(action.result) for action in of_scope)
            results = f"; {claimed} with a claimed result" if claimed else ""
            yield f"{count_of(len(of_scope), f'{scope} reported action')}: {', '.join(told)}{results}."


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    """Count figures, local and national apart."""
    numbers = Counter(figure.scope for figure in figures)
    told = [count_of(numbers[scope], f"{scope} figure") for scope in Scope if numbers[scope]]
    if told:
        yield f"{join_list(told)}."
