"""The front page: what this rests on, the inspections as a strip of symbols, what the papers say, and ways on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import pandas as pd
from markupsafe import Markup

from scrutiny.analysis import counts
from scrutiny.analysis.batches import is_large
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.frames import frames
from scrutiny.charts.commitments import commitments_headline
from scrutiny.register.records import Entry, Highlight, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Tick
from scrutiny.ui.shell.templates import render
from scrutiny.wording import NO_DATE, count_kinds, inspection_name, office

_MOST_WORDS = 80
"""How many words of what the papers say stand open, so that the first screen holds everything."""


@dataclass(frozen=True)
class _Row:
    """A line of the strip. `doubt` is about the date of the reply, `reviews` the years of later checks not read."""

    inspection: Inspection
    name: str
    inspected: str
    concerns: Sequence[Entry]
    strengths: Sequence[Entry]
    replied: str
    doubt: bool
    reviews: Sequence[int]


@cached_per_register
def front_lead(register: Register) -> Markup:
    """Return in a few words what this is, what it rests on and who made it."""
    read = [document.kind for document in counts.documents_read.take(register)]
    return render(
        "overview/lead.html",
        office=office(register.bodies_by_id[register.settings.commissioner]),
        sources=count_kinds(read),
        no_report=DocumentKind.REPORT not in read,
        made_by=register.settings.made_by.partition(";")[0],
    )


@cached_per_register
def front(portion: Register, today: date, *, newest_first: bool = False) -> Markup:
    """Return all below the lead: written once, for every reader."""
    rows = list(_rows(portion))
    commitments = checkable_commitments(portion, today)
    unfolded = _unfolded(portion)
    return render("overview/strip.html", register=portion, rows=rows[::-1] if newest_first else rows) + render(
        "overview/sections.html",
        register=portion,
        highlights=unfolded,
        more=portion.highlights[len(unfolded) :],
        promised=commitments_headline(commitments),
        stated=_stated(commitments),
        question=next((question.text for question in portion.questions), None),
    )


def _rows(register: Register) -> Iterator[_Row]:
    entries = frames(register).entries
    for inspection in register.inspections:
        of_it = entries[entries["inspection"] == inspection.id]
        concerns, strengths = (
            [register.entries_by_id[full_id] for full_id in number.take(of_it).index]
            for number in (counts.concerns, counts.strengths)
        )
        fieldwork, reply = inspection.fieldwork, inspection.reply
        replied = reply.date if reply else None
        yield _Row(
            inspection=inspection,
            name=_name(register, inspection),
            inspected=fieldwork.date.printed if fieldwork and fieldwork.date else "not known",
            concerns=concerns,
            strengths=strengths,
            replied=(replied.date.printed if replied and replied.date else NO_DATE) if reply else "No reply on file",
            doubt=bool(replied and replied.doubt),
            reviews=[
                one.date.date.earliest.year
                for one in inspection.documents
                if one.kind is DocumentKind.REVIEW and not one.held and one.date and one.date.date
            ],
        )


def _name(register: Register, inspection: Inspection) -> str:
    """Name an inspection; in a large register with its force, if there are several, and its year."""
    begins = inspection.begins
    year = f", {begins.earliest.year}" if begins and is_large(register) else ""
    return f"{inspection_name(register, inspection)}{year}"


def _unfolded(register: Register) -> Sequence[Highlight]:
    """Return the sentences that stand open: the first few, as long as their words fit on the first screen."""
    words = accumulate(len((one.short or one.sentence).split()) for one in register.highlights)
    return register.highlights[: max(1, sum(number <= _MOST_WORDS for number in words))]


def _stated(commitments: pd.DataFrame) -> str:
    """Say for how many undertakings a specific act is stated; where there are not several, where to read them."""
    undertakings = counts.undertakings.take(commitments)
    act = len(counts.stating(undertakings, Tick.ACT))
    several = len(undertakings) > 1
    return f"{act or 'None'} name{'' if act > 1 else 's'} a specific act" if several else "See all commitments"
