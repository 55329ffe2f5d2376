"""A large register is shown in portions: the choice of a force, of years, and of which inspections stand side by side.

On a register of one force with few inspections nothing of this is there.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import streamlit as st

from scrutiny.analysis.batches import BATCH_SIZE, batches, is_large, matching_inspections, start_dates, subset, years
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import add_params, selected_option, selected_options
from scrutiny.ui.shell.choices import nothing_fits, select_one
from scrutiny.ui.shell.markup import show_caption
from scrutiny.wording import NO_DATE, count_of

FORCE, SINCE, UNTIL, PORTION = "force", "from", "to", "portion"
_BATCH_PARAMS = (FORCE, SINCE, UNTIL, PORTION)
_ALL = "all"
_YEAR_WIDTH = 130
_LAST_CHOICE = "the force, years and portion that the last page showed"
_Select = Callable[..., str]


@dataclass(frozen=True)
class Batch:
    """What a page shows of a register: the inspections that fit a force and years, and the portion of them shown."""

    fitting: Register
    portion: Register


def choose_batch(register: Register) -> Batch:
    """Show the choice of force, years and portion, with the rule, and return what of the register they let through.

    Single inspections that the address asks for come before the portion. Where no inspection fits, the page ends.
    """
    if not is_large(register):
        return Batch(register, register)
    with _row():
        fitting = _select_fitting(register, select_one)
        shown = _picked_or_all(fitting)
        portion = _select_portion(register, shown, select_one)
    what = "picked" if len(shown) < len(fitting) else "that fit"
    if len(portion) == len(shown):
        rule = f"Shown: {count_of(len(shown), 'inspection')}, all {what}."
    else:
        rule = (
            f"Shown: {len(portion)} of {count_of(len(shown), 'inspection')} {what}, those that begin "
            f"{_span(register, portion)}. At most {BATCH_SIZE} are shown at a time, the newest first."
        )
    show_caption(rule)
    return Batch(_subset(register, fitting), _subset(register, portion))


def batch_from_address(register: Register) -> Register:
    """Return the portion of a register that the address asks for, without showing a choice."""
    if not is_large(register):
        return register

    def select(_label: str, key: str, options: Sequence[str], **_look: object) -> str:
        return selected_option(key, options)

    fitting = _select_fitting(register, select)
    return _subset(register, _select_portion(register, _picked_or_all(fitting), select))


def inspections_that_fit(register: Register) -> Register:
    """Show the choice of force and years alone, and return the part of the register that they let through."""
    if not is_large(register):
        return register
    with _row():
        return _subset(register, _select_fitting(register, select_one))


def keep_batch(page: str) -> None:
    """Keep force, years and portion from page to page, unless the address asks for some, or for an inspection."""
    last_page, last_choice = st.session_state.get(_LAST_CHOICE, (page, {}))
    if last_page != page and not any(key in st.query_params for key in (*_BATCH_PARAMS, "inspection", "id")):
        add_params(last_choice)
    choice = {key: st.query_params[key] for key in _BATCH_PARAMS if key in st.query_params}
    st.session_state[_LAST_CHOICE] = (page, choice)


def _row() -> AbstractContextManager[object]:
    return st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="narrowing")


def _picked_or_all(fitting: list[Inspection]) -> list[Inspection]:
    asked = selected_options("inspection", [inspection.id for inspection in fitting], [])
    return [inspection for inspection in fitting if inspection.id in asked] or fitting


def _select_fitting(register: Register, select: _Select) -> list[Inspection]:
    """Choose a force, if there are several, and years; where no inspection fits, the page ends with a word why."""
    force = _ALL
    if len(register.forces) > 1:
        names = {_ALL: "All forces"} | {force: register.bodies_by_id[force].name for force in register.forces}
        force = select("Force", FORCE, list(names), names=names.__getitem__)
    known_years = years(register)
    since = _select_year("From", SINCE, known_years, select)
    until = _select_year("To", UNTIL, [year for year in reversed(known_years) if year >= (since or 0)], select)
    found = matching_inspections(register, force=None if force == _ALL else force, since=since, until=until)
    if not found:
        nothing_fits("No inspection fits the force and years chosen.")
        st.stop()
    return found


def _select_year(label: str, key: str, known_years: Sequence[int], select: _Select) -> int | None:
    names = {_ALL: "Any year"} | {str(year): str(year) for year in known_years}
    chosen = select(label, key, list(names), names=names.__getitem__, width=_YEAR_WIDTH)
    return None if chosen == _ALL else int(chosen)


def _select_portion(register: Register, inspections: list[Inspection], select: _Select) -> list[Inspection]:
    portions = batches(inspections)
    if len(portions) == 1:
        return portions[0]
    names = {
        str(number): f"{number} of {len(portions)}: {_span(register, portion)}"
        for number, portion in enumerate(portions, start=1)
    }
    label = f"Inspections, {BATCH_SIZE} at a time"
    return portions[int(select(label, PORTION, list(names), names=names.__getitem__)) - 1]


def _span(register: Register, inspections: list[Inspection]) -> str:
    """Say when the inspections of a portion begin: “March 2019 to June 2021”."""
    dates = start_dates(register)
    known = (dates[inspection.id] for inspection in (inspections[0], inspections[-1]))
    first, last = (date.printed if date else NO_DATE for date in known)
    return first if first == last else f"{first} to {last}"


def _subset(register: Register, inspections: list[Inspection]) -> Register:
    return subset(register, tuple(inspection.id for inspection in inspections))
