"""What slides are made from: a register, what was chosen of it, the sheet of questions, the day and the meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import Sheet, SheetQuestion, questions, suggest
from scrutiny.charts.headlines import ByScope
from scrutiny.register.records import Document, Entry, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Scope
from scrutiny.slides.slide import Body, Line, Notes, Part, Slide
from scrutiny.wording import count_of, document_name, format_date, join_list, office

MOST_LINES = 4
MOST_WORDS = 40
"""How many lines and words the body of a slide has at most, so that it is read at a glance."""


@dataclass(frozen=True)
class DeckRequest:
    """Everything that slides are made from."""

    register: Register
    frames: Frames
    choice: Choice
    sheet: Sheet
    today: date
    meeting: Meeting = field(default_factory=Meeting)

    @cached_property
    def inspections(self) -> list[Inspection]:
        """The inspections chosen, or all, in the order of time."""
        return self.choice.inspections_in(self.register)

    @cached_property
    def themes(self) -> dict[str, str]:
        """The labels of the themes chosen, or of all, in their fixed order."""
        chosen = set(self.choice.themes)
        return {theme.id: theme.label for theme in self.register.themes if not chosen or theme.id in chosen}

    @cached_property
    def points(self) -> pd.DataFrame:
        """The rows of the frame of entries that are chosen."""
        return self.fitting(self.frames.entries)

    @cached_property
    def documents(self) -> list[Document]:
        """The documents of the inspections chosen, read or not."""
        return [document for one in self.inspections for document in one.documents]

    @cached_property
    def authors(self) -> list[str]:
        """The offices that wrote the letters that were read: “Commissioner”, “Deputy Commissioner”."""
        replies = [one for one in self.documents if one.held and one.kind is DocumentKind.REPLY]
        return list(dict.fromkeys(office(self.register.bodies_by_id[one.body]) for one in replies))

    @cached_property
    def who(self) -> str:
        """Who tells of inspectors' findings, to begin a sentence: “The letter”, “The letters”, “Inspectors”."""
        read = [document.kind for document in self.documents if document.held]
        if not read or len(set(read)) > 1:
            return "The papers"
        if read[0] is not DocumentKind.REPLY:
            return "Inspectors"
        return "The letter" if len(read) == 1 else "The letters"

    @cached_property
    def about(self) -> str:
        """What is chosen: “Child sexual abuse in families, February 2026 (local)”."""
        one = self.inspections[0] if len(self.inspections) == 1 else None
        if one:
            dated = one.published or one.fieldwork
            when = f", {format_date(dated)}" if dated and dated.date else ""
            name = f"{one.short_title}{when} ({one.scope.label.lower()})"
        else:
            known = len(self.inspections) == len(self.register.inspections)
            name = "All inspections" if known else count_of(len(self.inspections), "inspection")
        return f"{name}: {join_list(list(self.themes.values()))}" if self.choice.themes else name

    @cached_property
    def source(self) -> str:
        """The documents that were read, in one line."""
        read = [document for document in self.documents if document.held]
        letters = [format_date(one.date, with_doubt=True) for one in read if one.kind is DocumentKind.REPLY]
        others = [document_name(one) for one in read if one.kind is not DocumentKind.REPLY]
        names = [
            *others,
            *([f"{'letter' if len(letters) == 1 else 'letters'} of {join_list(letters)}"] * bool(letters)),
        ]
        return f"Source: {'; '.join(names) or 'no document that was read'}"

    @cached_property
    def questions(self) -> list[SheetQuestion]:
        """The questions that the register has or gives rise to, of the inspections and themes chosen.

        A question of the sheet is worded as there.
        """
        inspections = {inspection.id for inspection in self.inspections}
        return [
            self.sheet.reword(question)
            for question in questions(self.register, self.today).values()
            if question.inspection in inspections and self.choice.includes_theme([question.theme])
        ]

    @cached_property
    def picked(self) -> list[SheetQuestion]:
        """The questions that the member has put on the sheet."""
        return self.sheet.asked(self.register, self.today)

    def asked(self) -> list[SheetQuestion]:
        """Return the questions of the sheet: those picked, in their order, or else the first of those suggested."""
        return self.picked or suggest(self.questions)[:5]

    def fitting(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a frame that fit the choice; where themes are chosen, by their main theme."""
        rows = self.choice.filter(frame)
        return rows[rows["theme"].isin(list(self.themes))]

    def records(self, rows: pd.DataFrame) -> list[Entry]:
        """Return the entries of some rows."""
        return [self.register.entries_by_id[full_id] for full_id in rows.index]

    def place(self, entry: Entry) -> str:
        """Say where an entry stands: “letter of 26 March 2026, paragraph 5”."""
        return f"{document_name(self.register.document(entry))}, {entry.paragraph.label}"

    def slide(
        self,
        part: Part,
        headline: str,
        body: Body,
        *,
        say: Sequence[str],
        entries: Iterable[str] = (),
        quoted: Entry | None = None,
        subtitle: str = "",
        caution: str = "",
        source: str = "",
    ) -> Slide:
        """Make a slide with its notes: what to say, the question that is likely to follow, and exact words."""
        ids = tuple(dict.fromkeys(entries))
        return Slide(
            part=part,
            headline=headline,
            body=body,
            subtitle=subtitle,
            caution=caution,
            source=source or self.source,
            notes=Notes(
                say=tuple(say),
                follow_up=self._follow_up(ids),
                quotation=f"“{quoted.excerpt}”" if quoted else "",
                place=self.place(quoted) if quoted else "",
            ),
            entries=ids,
        )

    def _follow_up(self, ids: Sequence[str]) -> str:
        """Return the first question that rests on some entries, of those picked before those suggested."""
        among = (one.text for one in (*self.picked, *self.questions) if not set(ids).isdisjoint(one.entries))
        return next(among, "")


def by_scope(rows: pd.DataFrame) -> ByScope:
    """Count rows of entries by scope."""
    return ByScope(*(int((rows["scope"] == scope).sum()) for scope in (Scope.LOCAL, Scope.NATIONAL)))


def few(lines: Iterable[Line], most: int = MOST_LINES) -> tuple[Line, ...]:
    """Take lines, one at the least, as long as they are read at a glance."""
    taken: list[Line] = []
    words = 0
    for line in lines:
        words += len(line.text.split())
        if taken and (words > MOST_WORDS or len(taken) == most):
            break
        taken.append(line)
    return tuple(taken)
