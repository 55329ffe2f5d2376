"""What a deck is made from: a register, what was chosen of it, the sheet of questions, and the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

import pandas as pd

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import Sheet, SheetQuestion, questions, suggest
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.slides.slide import Body, Part, Slide
from scrutiny.wording import document_name

_MOST_QUESTIONS = 5


@dataclass(frozen=True)
class DeckRequest:
    """Everything that slides are made from."""

    register: Register
    frames: Frames
    choice: Choice
    sheet: Sheet
    today: date

    @property
    def as_of(self) -> str:
        """The day of the last review, in words."""
        return self.register.settings.reviewed_on.printed

    @cached_property
    def themes(self) -> dict[str, str]:
        """The labels of the themes chosen, or of all, in their fixed order."""
        chosen = set(self.choice.themes)
        return {theme.id: theme.label for theme in self.register.themes if not chosen or theme.id in chosen}

    @cached_property
    def questions(self) -> list[SheetQuestion]:
        """The questions that the register has or gives rise to, of the inspections and themes chosen.

        A question of the sheet is worded as there.
        """
        inspections = {inspection.id for inspection in self.choice.inspections_in(self.register)}
        return [
            self.sheet.reword(question)
            for question in questions(self.register, self.today).values()
            if question.inspection in inspections and self.choice.includes_theme([question.theme])
        ]

    def asked(self) -> list[SheetQuestion]:
        """Return the questions of the sheet: those picked, in their order, or else those suggested."""
        return self.sheet.asked(self.register, self.today) or suggest(self.questions)

    def fitting(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a frame that fit the choice; where themes are chosen, by their main theme."""
        rows = self.choice.filter(frame)
        return rows[rows["theme"].isin(list(self.themes))]

    def slide(self, part: Part, headline: str, body: Body, *, foot: str = "", entries: Iterable[str] = ()) -> Slide:
        """Make a slide, with where its entries stand and the questions they give rise to."""
        ids = tuple(entries)
        picked, suggested = (
            [one for one in some if not set(ids).isdisjoint(one.entries)]
            for some in (self.sheet.asked(self.register, self.today), self.questions)
        )
        about = [*picked, *suggest(suggested)]
        return Slide(
            part=part,
            headline=headline,
            body=body,
            foot=foot,
            sources=source_lines(self.register, ids),
            questions=tuple(dict.fromkeys(question.text for question in about))[:_MOST_QUESTIONS],
            entries=ids,
        )


def source_lines(register: Register, ids: Sequence[str]) -> tuple[str, ...]:
    """Say where entries stand, a line for each document, with the ids of each paragraph."""
    rank = {inspection.id: place for place, inspection in enumerate(register.inspections)}
    entries = sorted(
        (register.entries_by_id[full_id] for full_id in ids),
        key=lambda entry: (rank[entry.inspection], entry.document, entry.paragraph),
    )
    return tuple(
        _of_document(register, list(of_document))
        for _, of_document in groupby(entries, key=lambda entry: (entry.inspection, entry.document))
    )


def _of_document(register: Register, entries: list[Entry]) -> str:
    """Say where entries of one document stand: “Abuse in families, reply of 26 March 2026: paragraph 1: C01.”."""
    paragraphs = [
        f"{place.label}: {', '.join(entry.id for entry in of_place)}"
        for place, of_place in groupby(entries, key=lambda entry: entry.paragraph)
    ]
    inspection = register.inspections_by_id[entries[0].inspection]
    return f"{inspection.short_title}, {document_name(register.document(entries[0]))}: {'; '.join(paragraphs)}."
