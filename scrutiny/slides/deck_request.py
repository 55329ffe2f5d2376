"""What slides are made from: a register, what was chosen of it, the sheet of questions, the day and the meeting."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.panel import comment_head, comments_on
from scrutiny.analysis.questions import Sheet, SheetQuestion, questions, suggest
from scrutiny.charts.headlines import ByScope
from scrutiny.register.records import Document, Entry, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind, Scope
from scrutiny.slides.room import fits_source
from scrutiny.slides.slide import Body, Line, Notes, Part, Slide
from scrutiny.wording import count_kinds, count_of, document_name, format_date, join_list, place_name

MOST_LINES = 4
MOST_WORDS = 40
"""How many lines and words the body of a slide has at most, so that it is read at a glance."""
MOST_QUESTION_WORDS = 25
_RUN = 4


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
    def focus(self) -> Inspection | None:
        """The newest local inspection chosen, or else the newest."""
        local = [one for one in self.inspections if one.scope is Scope.LOCAL]
        return next(reversed(local or self.inspections), None)

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
    def read(self) -> list[Document]:
        """Those documents that were read."""
        return [document for document in self.documents if document.held]

    @cached_property
    def who(self) -> str:
        """Who tells of inspectors' findings, to begin a sentence: “The letter”, “The letters”, “Inspectors”."""
        kinds = [document.kind for document in self.read]
        if len(set(kinds)) != 1:
            return "The papers"
        if kinds[0] is not DocumentKind.REPLY:
            return "Inspectors"
        return "The letter" if len(kinds) == 1 else "The letters"

    @cached_property
    def about(self) -> str:
        """What is chosen: “Child sexual abuse in families, February 2026 (local)”."""
        if len(self.inspections) == 1:
            (one,) = self.inspections
            name = f"{', '.join(filter(None, [one.short_title, when(one)]))} ({one.scope.label.lower()})"
        elif len(self.inspections) == len(self.register.inspections):
            name = "All inspections"
        else:
            name = count_of(len(self.inspections), "inspection")
        return " · ".join([name, *(self.themes.values() if self.choice.themes else ())])

    @cached_property
    def source(self) -> str:
        """The documents that were read, in one line, and those of one inspection that were not."""
        unread = [document for document in self.documents if not document.held]
        gap = f" Not read: {count_documents(unread)}." if unread and len(self.inspections) == 1 else ""
        said = f"Source: {name_documents(self.read)}.{gap}"
        return (
            said if fits_source(said) else f"Source: {count_of(len(self.read), 'document')}, named on the last slide."
        )

    @cached_property
    def questions(self) -> list[SheetQuestion]:
        """The questions that the register has or gives rise to, of the inspections and themes chosen.

        A question of the sheet is worded as there.
        """
        inspections = {inspection.id for inspection in self.inspections}
        return [
            question
            for question in self._every_question
            if question.inspection in inspections and self.choice.includes_theme([question.theme])
        ]

    @cached_property
    def _every_question(self) -> list[SheetQuestion]:
        """Those picked, and all others of the register, worded as on the sheet."""
        others = map(self.sheet.reword, questions(self.register, self.today).values())
        return list({one.id: one for one in (*self.picked, *others)}.values())

    @cached_property
    def picked(self) -> list[SheetQuestion]:
        """The questions that the member has put on the sheet, in the member's order and wording."""
        return self.sheet.asked(self.register, self.today)

    def asked(self) -> list[SheetQuestion]:
        """Return the questions of the sheet: those picked, or else some that are suggested, short ones if there are."""
        short = [one for one in self.questions if _words(one.text) <= MOST_QUESTION_WORDS]
        return self.picked or suggest(short or self.questions)

    def fitting(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a frame that fit the choice; where themes are chosen, by their main theme."""
        rows = self.choice.filter(frame)
        return rows[rows["theme"].isin(list(self.themes))]

    def records(self, rows: pd.DataFrame) -> list[Entry]:
        """Return the entries of some rows."""
        return [self.register.entries_by_id[full_id] for full_id in rows.index]

    def choose_few(self, groups: Iterable[pd.DataFrame], text: Callable[[Entry], str]) -> list[Entry]:
        """Choose a few entries that are read at a glance, from each group of rows one, then from each another.

        Those come first on which a highlight rests, then the shortest. What has no room is passed over, and what says
        in the same words what is chosen already.
        """
        chosen: list[Entry] = []
        left = [
            sorted(self.records(rows), key=lambda one: (one.full_id not in self._highlit, _words(text(one))))
            for rows in groups
        ]
        while any(left) and len(chosen) < MOST_LINES:
            for group in left:
                used = sum(_words(text(one)) for one in chosen)
                fitting = (one for one in group if not chosen or used + _words(text(one)) <= MOST_WORDS)
                new = (one for one in fitting if not any(_repeats(text(one), text(other)) for other in chosen))
                entry = next(new, None)
                if entry is None:
                    group.clear()
                elif len(chosen) < MOST_LINES:
                    chosen.append(entry)
                    group.remove(entry)
        return chosen

    @cached_property
    def _highlit(self) -> set[str]:
        return {full_id for highlight in self.register.highlights for full_id in highlight.entries}

    def place(self, entry: Entry) -> str:
        """Say where an entry stands: “letter of 26 March 2026, paragraph 5”."""
        return place_name(self.register.document(entry), entry.paragraph)

    def slide(
        self, part: Part, headline: str, body: Body, *, say: Sequence[str], quoted: Entry | None = None, **more: Any
    ) -> Slide:
        """Make a slide with its notes: what to say, the question that is likely to follow, and exact words.

        The question is the first that rests on the words quoted, or else on another point of the slide, of those picked
        or about what was chosen before all others. `more` are further fields of a slide. Without a source of its own,
        it names the documents that were read.
        """
        pools = () if part is Part.QUESTIONS else ((*self.picked, *self.questions), self._every_question)
        about = ({quoted.full_id} if quoted else set(), set(more.get("entries", ())))
        fitting = (one.text for pool in pools for ids in about for one in pool if not ids.isdisjoint(one.entries))
        notes = Notes(
            say=(*say, *(self.comments([quoted.full_id]) if quoted else ())),
            follow_up=next(fitting, ""),
            quotation=f"“{quoted.excerpt}”" if quoted else "",
            place=self.place(quoted) if quoted else "",
        )
        return Slide(part, headline, body, **{"source": self.source, **more}, notes=notes)

    def comments(self, about: Iterable[str]) -> Iterator[str]:
        """Go through the comments on some points or highlights, given by their ids, each with its author and date."""
        for comment in (comment for one in about for comment in comments_on(self.register, one)):
            yield f"{comment_head(self.register, comment)}: {comment.text}"


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids in their order, each once."""
    return tuple(dict.fromkeys(ids))


def when(inspection: Inspection) -> str:
    """Say when an inspection was published or made, in words; empty where neither is known."""
    known = (dated for dated in (inspection.published, inspection.fieldwork) if dated and dated.date)
    return format_date(next(known, None)) if any((inspection.published, inspection.fieldwork)) else ""


def name_documents(documents: Sequence[Document]) -> str:
    """Name documents by kind and date: “press release (date not known); letters of 26 March 2026 and 1 June 2026”."""
    names = [document_name(one) for one in documents if one.kind is not DocumentKind.REPLY]
    letters = [format_date(one.date) for one in documents if one.kind is DocumentKind.REPLY]
    if letters:
        names.append(f"{'letter' if len(letters) == 1 else 'letters'} of {join_list(letters)}")
    return "; ".join(names) or "no document that was read"


def count_documents(documents: Sequence[Document]) -> str:
    """Say how many documents there are of each kind: “two reports and one review”."""
    return count_kinds(kind for kind in DocumentKind for one in documents if one.kind is kind)


def by_scope(rows: pd.DataFrame) -> ByScope:
    """Count rows of entries by scope."""
    return ByScope(*(int((rows["scope"] == scope).sum()) for scope in (Scope.LOCAL, Scope.NATIONAL)))


def summary_lines(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return the summaries of entries as lines; national ones say so."""
    return tuple(
        Line(f"Nationally: {entry.summary}" if entry.scope is Scope.NATIONAL else entry.summary, (entry.full_id,))
        for entry in entries
    )


def _words(text: str) -> int:
    return len(text.split())


def _repeats(text: str, other: str) -> bool:
    """Tell whether two texts share a run of words."""
    words = text.lower().split()
    return any(" ".join(words[first : first + _RUN]) in other.lower() for first in range(len(words) - _RUN + 1))
