"""Rules on measures: what stands side by side is one thing, counted in several documents."""

from collections.abc import Iterator
from itertools import pairwise

from scrutiny.register.checks.context import Draft, is_unread, problem, unknown_reference
from scrutiny.register.checks.sequence import entry_date, unless_doubtful
from scrutiny.register.problems import Problem
from scrutiny.register.records import Figure, Measure
from scrutiny.register.register import Register

LEAST = 2
"""How many numbers there must be to stand side by side."""


def measures_compare_documents(draft: Draft) -> Iterator[Problem]:
    """A measure has two numbers or more, one a figure at least; each figure is of another document, by its full id."""
    known = draft.written.get(Figure, set())
    for measure in draft.register.measures:
        if not measure.figures or len(measure.figures) + len(measure.elsewhere) < LEAST:
            yield problem(
                measure, "has nothing to compare; name a figure, and one more or one from elsewhere", "figures"
            )
        for index, name in enumerate(measure.figures):
            if name not in known and not is_unread(draft, name, "figures.yaml"):
                yield unknown_reference(measure, "figures", index, value=name, known=known, place="the figures")
        documents: set[tuple[str, str]] = set()
        for index, figure in _figures(draft.register, measure):
            if (figure.inspection, figure.document) in documents:
                message = f"{figure.full_id} is of the same document as one before it"
                yield problem(measure, message, "figures", index, value=figure.full_id)
            documents.add((figure.inspection, figure.document))


def measures_count_one_thing(draft: Draft) -> Iterator[Problem]:
    """The numbers of a measure have one unit, and its figures are all local or all national."""
    for measure in draft.register.measures:
        figures = _figures(draft.register, measure)
        if not figures:
            continue  # which is reported elsewhere
        first = figures[0][1]
        for index, figure in figures:
            if (figure.unit, figure.scope) != (first.unit, first.scope):
                message = f"{figure.full_id} counts {figure.unit} ({figure.scope}), not {first.unit} ({first.scope})"
                yield problem(measure, message, "figures", index, value=figure.full_id)
        for index, one in enumerate(measure.elsewhere):
            if one.unit != first.unit:
                path = ("elsewhere", index, "unit")
                yield problem(measure, f"counts {one.unit}, not {first.unit}", *path, value=one.unit)


def numbers_from_elsewhere_can_be_looked_up(draft: Draft) -> Iterator[Problem]:
    """A number that is known from elsewhere has the address at which it can be read."""
    for measure in draft.register.measures:
        for index, one in enumerate(measure.elsewhere):
            if not one.address:
                yield problem(measure, "has no address to show where it is from", "elsewhere", index)


def measures_stand_in_the_order_of_time(draft: Draft) -> Iterator[Problem]:
    """The figures of a measure stand in the order of their documents; a stated doubt about a date is a warning."""
    for measure in draft.register.measures:
        for (_, before), (index, after) in pairwise(_figures(draft.register, measure)):
            first, second = (entry_date(draft.register, figure) for figure in (before, after))
            if first and second and first.date and second.date and second.date.surely_before(first.date):
                message = f"its document of {second.date.printed} is older than that of {first.date.printed}"
                severity = unless_doubtful(first, second)
                yield problem(measure, message, "figures", index, value=after.full_id, severity=severity)


def _figures(register: Register, measure: Measure) -> list[tuple[int, Figure]]:
    """Return the figures of a measure that are known, each with its place."""
    found = ((index, register.entries_by_id.get(name)) for index, name in enumerate(measure.figures))
    return [(index, figure) for index, figure in found if isinstance(figure, Figure)]
