"""What the parts of a briefing share: the register, what was chosen of it, and how an entry is written down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import IMPLIED, Frames, frames
from scrutiny.exports.briefing.document import Line, Paper, Words
from scrutiny.exports.briefing.look import entry_style
from scrutiny.register.records import Action, Commitment, Entry, Figure, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope, Voice


@dataclass(frozen=True)
class Brief:
    """A briefing in the making."""

    paper: Paper
    register: Register
    choice: Choice
    today: date

    @cached_property
    def frames(self) -> Frames:
        """The frames of the whole register."""
        return frames(self.register)

    @cached_property
    def inspections(self) -> list[Inspection]:
        """The chosen inspections, in the order of time."""
        return self.choice.of(self.register)

    @cached_property
    def themes(self) -> dict[str, str]:
        """The labels of all themes in their fixed order."""
        return {theme.id: theme.label for theme in self.register.themes}

    @cached_property
    def as_of(self) -> str:
        """The day of the register's last review, in words."""
        return self.register.settings.reviewed_on.printed

    @property
    def level(self) -> int:
        """The level of the headings within an inspection: a single inspection has no heading of its own."""
        return 3 if len(self.inspections) > 1 else 2

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """The bookmark of each entry that stands in the briefing."""
        fitting = set(self.choice.fits(self.frames.entries).index)
        ids = [entry.full_id for entry in self.register.entries]
        return {full_id: f"_Entry{number:05}" for number, full_id in enumerate(ids, start=1) if full_id in fitting}

    @cached_property
    def with_national(self) -> frozenset[str]:
        """The inspections with national entries, in which every entry says of which scope it is."""
        return frozenset(entry.inspection for entry in self.register.entries if entry.scope is Scope.NATIONAL)

    def by_inspection(self, rows: pd.DataFrame) -> Iterator[tuple[Inspection, pd.DataFrame]]:
        """Go through the inspections of some rows, with a heading for each if several are chosen."""
        for inspection in self.inspections:
            of_it = rows[rows["inspection"] == inspection.id]
            if len(of_it):
                self.name_inspection(inspection)
                yield inspection, of_it

    def name_inspection(self, inspection: Inspection) -> None:
        """Write the heading of an inspection if several are chosen."""
        if len(self.inspections) > 1:
            self.paper.heading(inspection.short_title, 2)

    def write_entry(self, full_id: str) -> None:
        """Write an entry as a paragraph that links can find."""
        entry = self.register.entries_by_id[full_id]
        self.paper.paragraph(*self.lines(entry), style=style_of(entry), name=self.bookmarks[full_id])

    def lines(self, entry: Entry) -> list[Line]:
        """Give an entry's id, summary and excerpt, and in small type what is to be known of it."""
        facts = " · ".join(self._facts(entry)).removesuffix(".")
        small = Words(f"{facts}. Read with care: {entry.note}" if entry.note else facts, "Small Print")
        kind = f"{entry.kind.label}. " if isinstance(entry, Commitment) else ""
        lead: Line = [Words(entry.id, "Strong"), f"  {kind}{entry.summary} “{entry.excerpt}”"]
        return [lead, *self._results(entry), [small]]

    def link(self, full_id: str) -> Words:
        """Name an entry by its id, linked if it stands in the briefing."""
        return Words(self.register.entries_by_id[full_id].id, to=self.bookmarks.get(full_id))

    def names(self, bodies: Iterable[str]) -> str:
        """Name bodies shortly."""
        return ", ".join(self.register.bodies_by_id[body].short for body in bodies)

    def _facts(self, entry: Entry) -> Iterator[str]:
        """Give an entry's id and place, whose words it is and of where, about whom, and what its kind adds."""
        yield entry.full_id
        yield place(self.register, entry)
        yield f"Said by: {self.names([entry.by])}" if isinstance(entry, Commitment) else entry.voice.label
        if entry.inspection in self.with_national:
            yield entry.scope.label
        if entry.bodies:
            yield f"About: {self.names(entry.bodies)}"
        match entry:
            case Finding():
                yield from _of_finding(entry)
            case Action():
                yield entry.status.label
                if entry.vouched_by:
                    yield f"Vouched for by: {self.names([entry.vouched_by])}"
            case Commitment():
                if entry.due and entry.due.doubt:
                    yield f"The date is in doubt: {entry.due.doubt}"
            case Figure():
                yield from _of_figure(entry)

    def _results(self, entry: Entry) -> list[Line]:
        """Give what an action is claimed to have brought, with the words of the claim."""
        if not isinstance(entry, Action):
            return []
        return [f"Claimed result: {result.summary} “{result.excerpt}”" for result in entry.result]


def style_of(entry: Entry) -> str:
    """Name the style of an entry, which tells its kind and the respondent's own view."""
    return entry_style(entry.entry_kind, own_view=isinstance(entry, Finding) and entry.voice is Voice.RESPONDENT)


def place(register: Register, entry: Entry) -> str:
    """Name where an entry stands: “Reply, paragraph 5”, with the document's id where several of its kind are held."""
    document = register.document(entry)
    inspection = register.inspections_by_id[entry.inspection]
    held = [other for other in inspection.documents if other.held and other.kind is document.kind]
    which = f" ({document.id})" if len(held) > 1 else ""
    return f"{document.kind.label}{which}, {entry.paragraph.label}"


def _of_finding(finding: Finding) -> Iterator[str]:
    """Say what a finding was taken from, and that no failing was printed."""
    if finding.source:
        yield f"From another inspection or source: {finding.source}"
    if (finding.note or "").startswith(IMPLIED):
        yield "Implied"


def _of_figure(figure: Figure) -> Iterator[str]:
    """Give a figure with its bound, what it counts, and the period it belongs to with its doubt."""
    yield f"{figure.bound.label.capitalize()} {figure.value:,} {figure.unit}"
    yield f"Counts: {figure.counts}"
    if figure.period:
        yield f"Period: {figure.period.printed}"
        if figure.period.doubt:
            yield f"In doubt: {figure.period.doubt}"
