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
from scrutiny.ui.shell.address import selected_option, selected_options
from scrutiny.ui.shell.choices import select_one
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.wording import NO_DATE, count_of

FORCE, SINCE, UNTIL, PORTION = "force", "from", "to", "portion"
_KEPT = (FORCE, SINCE, UNTIL, PORTION)
_ALL = "all"
_YEAR_WIDTH = 130
_CARRIED = "the force, years and portion that the last page showed"
_OTHERS = ("inspection", "id")
Choose = Callable[..., str]


@dataclass(frozen=True)
class Batch:
    """What a page shows of a register: the inspections that fit a force and years, and the portion of them shown."""

    fitting: Register
    portion: Register


def choose_batch(register: Register) -> Batch:
    """Show the choice of force, years and portion, with the rule, and give what of the register they let through.

    Single inspections that the address asks for come before the portion. Where no inspection fits, the page ends.
    """
    if not is_large(register):
        return Batch(register, register)
    with _row():
        shown, found = _asked(register, select_one)
        portion = _portion(register, shown, select_one)
    show_sentence(_rule(register, portion, shown, are_picked=len(shown) < len(found)), small=True)
    return Batch(subset(register, _ids(found)), subset(register, _ids(portion)))


def batch_from_address(register: Register) -> Register:
    """Give the portion of a register that the address asks for, without showing a choice."""
    if not is_large(register):
        return register
    shown, _ = _asked(register, _unseen)
    return subset(register, _ids(_portion(register, shown, _unseen)))


def inspections_that_fit(register: Register) -> Register:
    """Show the choice of force and years alone, and give the part of the register that they let through."""
    if not is_large(register):
        return register
    with _row():
        return subset(register, _ids(_fitting(register, select_one)))


def keep_batch(page: str) -> None:
    """Keep force, years and portion from page to page, unless the address asks for some, or for an inspection."""
    before, carried = st.session_state.get(_CARRIED, (page, {}))
    if before != page and not any(name in st.query_params for name in (*_KEPT, *_OTHERS)):
        st.query_params.update(carried)
    chosen = {name: st.query_params[name] for name in _KEPT if name in st.query_params}
    st.session_state[_CARRIED] = (page, chosen)


def _row() -> AbstractContextManager[object]:
    """Begin the row of choices."""
    return st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="narrowing")


def _unseen(_label: str, key: str, options: Sequence[str], **_look: object) -> str:
    """Choose by the address, as `choose_one` does, without showing a choice."""
    return selected_option(key, options)


def _asked(register: Register, choose: Choose) -> tuple[list[Inspection], list[Inspection]]:
    """Give the inspections that the address asks for among those that fit, or all of these; and those that fit."""
    found = _fitting(register, choose)
    asked = selected_options("inspection", [one.id for one in found], [])
    return [one for one in found if one.id in asked] or found, found


def _fitting(register: Register, choose: Choose) -> list[Inspection]:
    """Choose a force, if there are several, and years, and give the inspections that fit.

    Where none does, the page ends with a word why.
    """
    force = _force(register, choose) if len(register.forces) > 1 else None
    known = [str(year) for year in years(register)]
    since = _year("From", SINCE, known, choose)
    until = _year("To", UNTIL, [year for year in reversed(known) if since is None or int(year) >= since], choose)
    found = matching_inspections(register, force=force, since=since, until=until)
    if not found:
        st.info("No inspection of the register fits the force and years chosen.")
        st.stop()
    return found


def _force(register: Register, choose: Choose) -> str | None:
    """Choose one force, or all."""
    names = {_ALL: "All forces"} | {force: register.bodies_by_id[force].name for force in register.forces}
    chosen = choose("Force", FORCE, list(names), names=names.__getitem__)
    return None if chosen == _ALL else chosen


def _year(label: str, key: str, known: list[str], choose: Choose) -> int | None:
    """Choose a year, or none."""
    names = {_ALL: "Any year"} | {year: year for year in known}
    chosen = choose(label, key, list(names), names=names.__getitem__, width=_YEAR_WIDTH)
    return None if chosen == _ALL else int(chosen)


def _portion(register: Register, inspections: list[Inspection], choose: Choose) -> list[Inspection]:
    """Choose a portion, if there are several, and give its inspections."""
    found = batches(inspections)
    if len(found) == 1:
        return found[0]
    names = {
        str(number): f"{number} of {len(found)}: {_span(register, some)}" for number, some in enumerate(found, start=1)
    }
    label = f"Inspections, {BATCH_SIZE} at a time"
    return found[int(choose(label, PORTION, list(names), names=names.__getitem__)) - 1]


def _span(register: Register, inspections: list[Inspection]) -> str:
    """Say when the inspections of a portion begin: “March 2019 to June 2021”."""
    known = start_dates(register)
    ends = (known[one.id] for one in (inspections[0], inspections[-1]))
    first, last = (begins.printed if begins else NO_DATE for begins in ends)
    return first if first == last else f"{first} to {last}"


def _rule(register: Register, portion: list[Inspection], shown: list[Inspection], *, are_picked: bool) -> str:
    """Say which inspections are shown, and by which rule."""
    what = "picked" if are_picked else "that fit"
    if len(portion) == len(shown):
        return f"Shown: {count_of(len(shown), 'inspection')}, all {what}."
    return (
        f"Shown: {len(portion)} of {count_of(len(shown), 'inspection')} {what}, "
        f"those that begin {_span(register, portion)}. At most {BATCH_SIZE} are shown at a time, the newest first."
    )


def _ids(inspections: list[Inspection]) -> tuple[str, ...]:
    """Give the ids of inspections."""
    return tuple(one.id for one in inspections)
