"""What of a large register is shown at a time: one force, some years, and no more inspections than a page can show."""

from collections.abc import Iterable, Sequence

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register

BATCH_SIZE = 8
"""How many inspections stand side by side at most; a register with more of them, or of several forces, is large."""


def is_large(register: Register) -> bool:
    """Tell whether a register has more than one force, or more inspections than are shown at once."""
    return len(register.inspections) > BATCH_SIZE or len(register.forces) > 1


@cached_per_register
def start_dates(register: Register) -> dict[str, PartialDate | None]:
    """Return the earliest date known of each inspection, by its id, in the order of time."""
    return {inspection.id: inspection.begins for inspection in register.inspections}


@cached_per_register
def years(register: Register) -> list[int]:
    """Return every year from the first to the last in which an inspection begins, as far as dates are known."""
    known = [begins.earliest.year for begins in start_dates(register).values() if begins]
    return list(range(min(known), max(known) + 1)) if known else []


def matching_inspections(
    register: Register, *, force: str | None = None, since: int | None = None, until: int | None = None
) -> list[Inspection]:
    """Return the inspections of a force that begin from one year to another, in the order of time; None means all.

    An inspection begins on the first day that is known of it; one of which none is known fits no years.
    """
    matching = [one for one in register.inspections if force is None or force in register.forces_of(one)]
    if since is None and until is None:
        return matching
    dates = start_dates(register)
    return [
        one for one in matching if (begins := dates[one.id]) and (since or 0) <= begins.earliest.year <= (until or 9999)
    ]


def batches(inspections: Sequence[Inspection]) -> list[list[Inspection]]:
    """Divide inspections into batches to be shown at once: the newest first, each in the order of time."""
    ends = range(len(inspections), 0, -BATCH_SIZE)
    return [list(inspections[max(end - BATCH_SIZE, 0) : end]) for end in ends]


@cached_per_register
def subset(register: Register, inspections: tuple[str, ...]) -> Register:
    """Return what belongs to some inspections; the register itself if that is all of them."""
    return register if len(inspections) == len(register.inspections) else register.part(inspections)


def subset_with(register: Register, portion: Register, full_ids: Iterable[str]) -> Register:
    """Return a portion of a register and the inspections to which some entries belong."""
    asked = {full_id.partition(".")[0] for full_id in full_ids}
    chosen = asked.union(one.id for one in portion.inspections)
    return subset(register, tuple(one.id for one in register.inspections if one.id in chosen))
