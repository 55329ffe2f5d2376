"""What a reader has chosen of a register to present or to take away: inspections, themes, and both in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from scrutiny.register.records import Entry, Highlight, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope


@dataclass(frozen=True)
class Meeting:
    """The meeting that slides, briefing and questions are made for, as the member writes it; either may be empty."""

    day: str = ""
    item: str = ""

    @property
    def words(self) -> str:
        """The day and the item in a line, as far as they are known."""
        item = re.sub("^(agenda )?item:? ", "", self.item, flags=re.IGNORECASE)
        return " · ".join(filter(None, [self.day, f"Agenda item: {item}" if item else ""]))


NO_MEETING = Meeting()


@dataclass(frozen=True)
class Choice:
    """Ids of inspections and of themes; none chosen of a sort means all of it."""

    inspections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def filter(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a frame of entries that fit, as `includes` has it."""
        rows = frame[frame["inspection"].isin(self.inspections)] if self.inspections else frame
        named = pd.Series([self.includes_theme(themes) for themes in rows["themes"]], index=rows.index, dtype=bool)
        return rows[named]

    def includes(self, entry: Entry) -> bool:
        """Tell whether an entry fits: it is of one of these inspections, and names one of these themes."""
        return (not self.inspections or entry.inspection in self.inspections) and self.includes_theme(entry.themes)

    def includes_theme(self, themes: Iterable[str]) -> bool:
        """Tell whether one of these themes is chosen, or none was asked for."""
        return not self.themes or not set(self.themes).isdisjoint(themes)

    def inspections_in(self, register: Register) -> list[Inspection]:
        """Return the chosen inspections, in the order of time."""
        return [one for one in register.inspections if not self.inspections or one.id in self.inspections]

    def highlights_in(self, register: Register) -> list[Highlight]:
        """Return the highlights that rest on an entry that fits."""
        fitting = {full_id for full_id, entry in register.entries_by_id.items() if self.includes(entry)}
        return [one for one in register.highlights if not fitting.isdisjoint(one.entries)]

    def why_empty(self, register: Register) -> str:
        """Say why no file can be made of what is chosen; empty if one can."""
        if any(map(self.includes, register.entries)):
            return ""
        return f"No file was made, as nothing fits what is chosen. {self.words(register)}"

    def words(self, register: Register) -> str:
        """Say what is chosen: “Inspections: Abuse in families. Themes: all.”."""
        inspections = [one.short_title for one in self.inspections_in(register)] if self.inspections else []
        themes = [theme.label for theme in register.themes if theme.id in self.themes]
        return f"Inspections: {'; '.join(inspections) or 'all'}. Themes: {'; '.join(themes) or 'all'}."


def about_newest(register: Register) -> Choice:
    """Choose the newest local inspection, or the newest of all where none is local; of an empty register, nothing."""
    local = [one for one in register.inspections if one.scope is Scope.LOCAL]
    return Choice(tuple(one.id for one in (local or register.inspections)[-1:]))
