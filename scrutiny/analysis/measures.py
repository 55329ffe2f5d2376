"""Measures: one thing that several documents count in the same way, side by side; never joined and never added up."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny.analysis.facts import figure_value, voice_label
from scrutiny.register.records import Figure, FigureElsewhere, Measure
from scrutiny.register.register import Register
from scrutiny.wording import NO_DATE, date_as_printed, document_name, upper_first

CAUTION = "Each number is as its document gives it. Two numbers do not make a trend."


@dataclass(frozen=True)
class Counted:
    """One number of a measure, in words: whose it is and of when, what it counts, and on whose word.

    `full_id` is that of the figure. A number known from elsewhere has none, but an `address` at which it stands.
    """

    source: str
    value: str
    counts: str
    said: str
    full_id: str = ""
    address: str = ""


def counted(register: Register, measure: Measure) -> Iterator[Counted]:
    """Yield the numbers of a measure: its figures in their order, then those known from elsewhere."""
    for name in measure.figures:
        figure = register.entries_by_id[name]
        if isinstance(figure, Figure):
            period = f"; period: {date_as_printed(figure.period)}" if figure.period else ""
            doubt = f" ({figure.period.doubt})" if figure.period and figure.period.doubt else ""
            yield Counted(
                upper_first(document_name(register.document(figure))),
                upper_first(figure_value(figure)),
                f"{figure.counts}{period}{doubt}",
                f"{voice_label(register, figure)}, {figure.scope.label.lower()}",
                full_id=name,
            )
    for one in measure.elsewhere:
        date = one.date.printed if one.date else NO_DATE
        yield Counted(
            f"{one.source} ({date})",
            upper_first(figure_value(one)),
            f"“{one.stated}”",
            "Known from elsewhere; the text itself was not read",
            address=one.address or "",
        )


def measures_of(register: Register, full_id: str) -> list[Measure]:
    """Return the measures among whose figures one is."""
    return [measure for measure in register.measures if full_id in measure.figures]


def elsewhere_words(one: FigureElsewhere) -> str:
    """Return a number known from elsewhere in a line: “at least 53 per cent (A review, not read; https://…)”."""
    return f"{figure_value(one)} ({one.source}, not read; {one.address})"
