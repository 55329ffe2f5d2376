"""What the parts of a briefing share: the register, and what was chosen of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

import pandas as pd

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import PairView, pairs
from scrutiny.exports.briefing.document import BriefingDocument, Run
from scrutiny.register.records import Entry, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum, PairStrength

_E = TypeVar("_E", bound=Entry)


@dataclass(frozen=True)
class BriefingContext:
    """A briefing in the making."""

    paper: BriefingDocument
    register: Register
    choice: Choice
    today: date

    @cached_property
    def findings(self) -> pd.DataFrame:
        """The findings that fit the choice."""
        return self.choice.filter(frames(self.register).findings)

    @cached_property
    def concerns(self) -> pd.DataFrame:
        """The concerns that fit the choice, with what the reply offers to each."""
        return self.choice.filter(answers(self.register))

    @cached_property
    def commitments(self) -> pd.DataFrame:
        """The commitments that fit the choice, with their ticks."""
        return self.choice.filter(checkable_commitments(self.register, self.today))

    @cached_property
    def pairs(self) -> list[PairView]:
        """The pairs of which an entry is of a chosen inspection and that name a chosen theme."""
        chosen = {inspection.id for inspection in self.inspections}
        return [
            view
            for view in pairs(self.register)
            if self.choice.includes_theme(view.themes) and chosen & {view.earlier.inspection, view.later.inspection}
        ]

    @cached_property
    def inspections(self) -> list[Inspection]:
        """The chosen inspections, in the order of time."""
        return self.choice.inspections_in(self.register)

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
        return {
            entry.full_id: f"_Entry{number:05}"
            for number, entry in enumerate(self.register.entries, start=1)
            if self.choice.includes(entry)
        }

    def of_strength(self, strength: PairStrength) -> list[PairView]:
        """Return the pairs that fit and are strong, or arguable."""
        return [view for view in self.pairs if view.pair.strength is strength]

    def of_inspection(self, entries: Sequence[_E], inspection: Inspection) -> list[_E]:
        """Return those of some entries that fit the choice and are of an inspection."""
        return [entry for entry in entries if entry.inspection == inspection.id and self.choice.includes(entry)]

    def name_inspection(self, inspection: Inspection) -> None:
        """Write the heading of an inspection if several are chosen."""
        if len(self.inspections) > 1:
            self.paper.heading(inspection.short_title, 2)

    def link(self, full_id: str) -> Run:
        """Name an entry by its id, linked to its words if they stand in the annex."""
        return Run(self.register.entries_by_id[full_id].id, to=self.bookmarks.get(full_id))

    def names(self, bodies: Iterable[str]) -> str:
        """Name bodies shortly."""
        return ", ".join(self.register.bodies_by_id[body].short for body in bodies)


def meanings(words: Iterable[LabelledEnum]) -> str:
    """Say what words of a vocabulary mean: “Undertaking: the author will do it.”."""
    return " ".join(f"{word.label}: {word.meaning[:1].lower()}{word.meaning[1:]}" for word in words)
