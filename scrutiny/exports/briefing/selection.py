"""What reports are about: the register, what was chosen of it, for which meeting and day, and the questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

import pandas as pd

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.pairs import PairView, chosen_pairs
from scrutiny.analysis.panel import asked_on, comment_head, comments_on
from scrutiny.analysis.questions import Sheet, SheetQuestion, questions, suggest
from scrutiny.charts.style import truncate
from scrutiny.exports.briefing.document import BriefingDocument, Line, Run
from scrutiny.register.records import Document, Entry, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, PairStrength
from scrutiny.wording import document_name, office, place_name, upper_first

_E = TypeVar("_E", bound=Entry)

NAME: Final = 160
"""Letters of a name or label in a report: as many as the checker of the data lets pass without a warning."""
_TEXT = 300


@dataclass(frozen=True)
class Detail:
    """How much a report tells before it points to the annex.

    Of each theme so many concerns, strengths, and answers of a kind; and so many promises, comparisons, highlights,
    suggested questions and themes.
    """

    concerns: int
    strengths: int
    answers: int
    promises: int
    pairs: int
    highlights: int
    questions: int = 6
    themes: int = 16


@dataclass(frozen=True)
class Selection:
    """A part of a register that is written about."""

    register: Register
    choice: Choice
    sheet: Sheet
    meeting: Meeting
    today: date

    @cached_property
    def inspections(self) -> list[Inspection]:
        """The chosen inspections, in the order of time."""
        return self.choice.inspections_in(self.register)

    @cached_property
    def title(self) -> str:
        """The one inspection and the one theme that are chosen, or else the register."""
        inspections, themes = self.inspections if self.choice.inspections else [], self.choice.themes
        title = inspections[0].title if len(inspections) == 1 else self.register.settings.title
        return f"{title}. Theme: {self.register.themes_by_id[themes[0]].label}" if len(themes) == 1 else title

    @cached_property
    def panel(self) -> str:
        """The name of the panel."""
        return self.register.bodies_by_id[self.register.settings.panel].name

    @cached_property
    def pairs(self) -> list[PairView]:
        """The pairs of which an entry is of a chosen inspection and that name a chosen theme, clear links first."""
        fitting = chosen_pairs(self.register, self.choice)
        return sorted(fitting, key=lambda view: view.pair.strength is not PairStrength.STRONG)

    @cached_property
    def picked(self) -> list[SheetQuestion]:
        """The questions that a member has picked, as the member words them."""
        return self.sheet.asked(self.register, self.today)

    @cached_property
    def asked(self) -> list[SheetQuestion]:
        """The questions that were picked, or else some that are suggested of those that fit the choice."""
        fitting = (
            self.sheet.reword(question)
            for question in questions(self.register, self.today).values()
            if self.choice.includes(self.register.entries_by_id[question.about])
        )
        return self.picked or suggest(fitting)

    def fits(self, entry: Entry) -> bool:
        """Tell whether an entry is of a chosen inspection and has a chosen theme as its main one."""
        return self.choice.includes(entry) and self.choice.includes_theme(entry.themes[:1])

    def fitting(self, entries: Iterable[_E]) -> list[_E]:
        """Return those of some entries that fit."""
        return [entry for entry in entries if self.fits(entry)]

    def rows(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return those rows of a frame of entries that fit."""
        ids = {entry.full_id for entry in self.fitting(self.register.entries)}
        return frame[frame.index.isin(ids)]

    def comments(self, about: str) -> list[Line]:
        """Return the comments on what an id stands for, each as a line led by its author and its date."""
        return [
            [
                Run(f"{comment_head(self.register, comment)}. ", "Strong"),
                f"{comment.text} {comment.address or ''}".rstrip(),
            ]
            for comment in comments_on(self.register, about)
        ]

    def begin(self, template: Path | None, kind: str, *, is_draft: bool = False) -> BriefingDocument:
        """Begin a document, or a draft: what the file is, who made it, what it is about, and the foot of its pages."""
        paper, settings = BriefingDocument(template, is_draft=is_draft), self.register.settings
        paper.describe(
            title=f"{kind}: {self.title}",
            subject=self.choice.words(self.register),
            author=settings.author,
            keywords=[self.panel, settings.area, *(one.short_title for one in self.inspections)],
            on=settings.reviewed_on.earliest,
        )
        paper.footer(f"{kind}: {cut(settings.title, NAME)} · Last checked {settings.reviewed_on.printed}")
        return paper


def cut(text: str, most: int = _TEXT) -> str:
    """Return a text, or the beginning of one that would leave no room for others."""
    return truncate(text, most)


def letter_name(register: Register, document: Document) -> str:
    """Name a document in a sentence, a letter with its author: “the Commissioner's letter of 26 March 2026”."""
    author = f"{office(register.bodies_by_id[document.body])}’s " if document.kind is DocumentKind.REPLY else ""
    return f"the {author}{document_name(document)}"


def source_of(register: Register, question: SheetQuestion) -> str:
    """Say whom a question is for, where the points stand on which it rests, and when these were asked about before.

    “To: PCC. Letter of 26 March 2026, paragraph 5. Asked on 12 March 2030.”
    """
    points = (register.entries_by_id[full_id] for full_id in question.entries)
    places = dict.fromkeys(place_name(register.document(one), one.paragraph) for one in points)
    asked = asked_on(register, question.entries)
    return f"To: {question.addressee}. {upper_first('; '.join(places))}.{f' {asked}.' if asked else ''}"
