"""What the parts of a briefing share: the register, and what was chosen of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import Frames, frames
from scrutiny.analysis.pairs import pairs
from scrutiny.exports.briefing.document import Paper, Words
from scrutiny.register.records import Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum, PairStrength


@dataclass(frozen=True)
class BriefingContext:
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
    def findings(self) -> pd.DataFrame:
        """The findings that fit the choice."""
        return self.choice.fits(self.frames.findings)

    @cached_property
    def concerns(self) -> pd.DataFrame:
        """The concerns that fit the choice, with what the reply offers to each."""
        return self.choice.fits(answers(self.register))

    @cached_property
    def commitments(self) -> pd.DataFrame:
        """The commitments that fit the choice, with their ticks."""
        return self.choice.fits(checkable_commitments(self.register, self.today))

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """The pairs of which an entry is of a chosen inspection and that name a chosen theme."""
        found = pairs(self.register)
        chosen = {inspection.id for inspection in self.inspections}
        entries = self.register.entries_by_id
        fits = [
            self.choice.names(pair["themes"])
            and not chosen.isdisjoint(entries[pair[side]].inspection for side in _SIDES)
            for _, pair in found.iterrows()
        ]
        return found[pd.Series(fits, index=found.index, dtype=bool)]

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
        """The bookmark of each entry whose words stand in the annex."""
        fitting = set(self.choice.fits(self.frames.entries).index)
        ids = [entry.full_id for entry in self.register.entries]
        return {full_id: f"_Entry{number:05}" for number, full_id in enumerate(ids, start=1) if full_id in fitting}

    def of_strength(self, strength: PairStrength) -> pd.DataFrame:
        """Give the pairs that fit and are strong, or arguable."""
        return self.pairs[self.pairs["strength"] == strength]

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

    def link(self, full_id: str) -> Words:
        """Name an entry by its id, linked to its words if they stand in the annex."""
        return Words(self.register.entries_by_id[full_id].id, to=self.bookmarks.get(full_id))

    def names(self, bodies: Iterable[str]) -> str:
        """Name bodies shortly."""
        return ", ".join(self.register.bodies_by_id[body].short for body in bodies)


_SIDES = ("earlier", "later")


def meanings(words: Iterable[LabelledEnum]) -> str:
    """Say what words of a vocabulary mean: “Undertaking: the author will do it.”."""
    return " ".join(f"{word.label}: {word.meaning[:1].lower()}{word.meaning[1:]}" for word in words)
