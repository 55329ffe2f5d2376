"""Concerns and what the letters in reply offer on them: filters, general promises, and the words below each line."""

from collections.abc import Iterator, Sequence

import pandas as pd
from markupsafe import Markup, escape

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answered_concerns, answers, general_promises, offices_in_reply, silent_offices
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.reply_clock import CAUTION, reply_times
from scrutiny.charts.marks import labels
from scrutiny.charts.matrix import Column
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Scope, Voice
from scrutiny.ui.shell.address import ENTRY_PARAM, param, set_params
from scrutiny.ui.shell.choices import more_filters, select_many, select_one
from scrutiny.ui.shell.filters import choose_inspection, choose_theme, name_one_of
from scrutiny.ui.shell.templates import render, show
from scrutiny.ui.views.inspections import unread_words
from scrutiny.wording import NO_DATE, inspection_name, join_list, office, upper_first, year_of

OLD_ANSWERS = {
    "action_only": Answer.ACTION,
    "acknowledged_only": Answer.NONE_LISTED,
    "no_reply_held": Answer.NO_REPLY,
}
"""What addresses asked for when a concern had one answer alone."""

ABOUT = (
    "“I will” is an undertaking, “I expect” an expectation, “must” or “is essential” something said to be needed. "
    "All kinds of answer stand side by side. A promise about a report as a whole answers no single concern."
)


def reply_filters(register: Register, portion: Register) -> tuple[Scope, Sequence[str], pd.DataFrame]:
    """Show the choice of local or national concerns, and filters over inspection, theme, voice, answer and body.

    Of the concerns of a portion of the register, return the scope, the inspections that are let through, and those
    that fit all: a concern fits a kind of answer that is among its answers.
    """
    concerns, names = answers(portion), _scopes(portion)
    _follow_opened(concerns, default=next(iter(names)))
    scope = Scope(select_one("Local or national", "scope", list(names), names=names.__getitem__, segmented=True))
    inspections, themes = choose_inspection(register), choose_theme(register)
    with more_filters():
        voice = select_many("Whose words", "voice", list(Voice), names=labels(Voice).__getitem__)
        answer = select_many("What the letter offers", "answer", list(Answer), names=labels(Answer).__getitem__)
        bodies = {body.id: body.name for body in register.bodies}
        body = select_many("Which organisation", "body", list(bodies), names=bodies.__getitem__, long=True)
    fits = (concerns["scope"] == scope) & concerns["voice"].isin(voice) & concerns[answer].any(axis=1)
    fits &= concerns["inspection"].isin(inspections)
    if len(themes) < len(register.themes):
        fits &= name_one_of(concerns["themes"], themes)
    if len(body) < len(bodies):
        fits &= name_one_of(concerns["bodies"], body)
    return scope, inspections, concerns[fits]


@cached_per_register
def _scopes(register: Register) -> dict[str, str]:
    """Name local and national concerns, each with how many there are: local first, unless inspectors state none."""
    concerns = answers(register)
    numbers = {scope: counts.concerns.of(concerns[concerns["scope"] == scope]) for scope in Scope}
    scopes = sorted(Scope, key=lambda scope: not numbers[scope])
    return {str(scope): f"{scope.label} concerns ({numbers[scope]})" for scope in scopes}


def _follow_opened(concerns: pd.DataFrame, *, default: str) -> None:
    """Show the scope of the concern that the address opens, where it does not ask for one, as old links do not."""
    opened = param(ENTRY_PARAM)
    if opened in concerns.index and param("scope") is None and concerns.at[opened, "scope"] != default:
        set_params({"scope": str(concerns.at[opened, "scope"])})


def show_general_promises(register: Register, inspections: Sequence[str]) -> None:
    """Quote, once for each letter about some inspections, what it promises about the report as a whole."""
    by_inspection: dict[str, list[Commitment]] = {}
    for promise in general_promises(register):
        if promise.inspection in inspections:
            by_inspection.setdefault(promise.inspection, []).append(promise)
    if by_inspection:
        show("replies/general.html", register=register, by_inspection=by_inspection)


def show_unread(register: Register, concerns: pd.DataFrame) -> None:
    """Name the documents that are known and were not read about the inspections of some concerns."""
    shown = set(concerns["inspection"])
    unread = {
        inspection_name(register, one): words
        for one in register.inspections
        if one.id in shown and (words := unread_words(one))
    }
    if unread:
        show("replies/unread.html", unread=unread)


def show_reply_times(register: Register) -> None:
    """Show, folded, when each inspection was published and replied to, as far as the dates allow."""
    rows = [
        (
            ": ".join(filter(None, [inspection_name(register, one.inspection), one.office])),
            one.published,
            one.last_day,
            one.replied,
            one.said,
        )
        for one in reply_times(register)
    ]
    if rows:
        show("replies/times.html", rows=rows, caution=CAUTION)


def reply_columns(register: Register) -> list[Column]:
    """Head the columns with the name and the year of each inspection; one for each office where several replied."""
    return [column for inspection in register.inspections for column in _columns_of(register, inspection)]


def _columns_of(register: Register, inspection: Inspection) -> Iterator[Column]:
    name, year = inspection_name(register, inspection), year_of(inspection) or NO_DATE
    offices = offices_in_reply(register).get(inspection.id)
    if not offices:
        yield Column(inspection.id, (name, year))
    for body in offices or ():
        yield Column(f"{inspection.id}.{body}", (name, upper_first(office(register.bodies_by_id[body])), year))


def with_answers(concerns: pd.DataFrame) -> set[str]:
    """Return the ids of concerns and of what answers them."""
    return {*concerns.index, *concerns["answered_by"].explode().dropna()}


def offers(register: Register, picture: Picture) -> dict[tuple[str, str], Markup]:
    """Return for the lines of the list, by group and concern, what the letter offers of that kind, if anything."""
    written = _offers(register)
    keys = ((name, full_id) for name, ids in picture.groups.items() for full_id in ids)
    return {key: written[key] for key in keys if key in written}


@cached_per_register
def _offers(register: Register) -> dict[tuple[str, str], Markup]:
    found = {}
    for full_id, concern in answered_concerns(register).items():
        silent = silent_offices(register, concern)
        names = [upper_first(office(register.bodies_by_id[body])) for body in silent]
        for answer in Answer:
            if offered := concern.of_kind(answer):
                found[answer.label, full_id] = render("replies/offer.html", offered=offered)
            elif silent:
                found[answer.label, full_id] = escape(f"In the letter of: {join_list(names)}")
    return found
