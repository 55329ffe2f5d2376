"""What a slide is: one idea, with what is said of it at the foot and in the presenter's notes.

Slides are what the Present page shows and what PowerPoint holds. A slide is 1920 by 1080 pixels there and 960 by 540
points here, so that a point is two pixels and both break texts at the same places. What is too long for one slide is
already spread over several.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from scrutiny.charts.picture import Picture
from scrutiny.register.vocabulary import Basis, EntryKind, LabelledEnum

CONTINUED = " (continued)"
"""What is put behind the headline of a slide that continues another."""


class Part(LabelledEnum):
    """What a deck is made of; the member chooses among these."""

    TITLE = "title", "Title", "What the slides are about, for whom, and when it was last checked."
    INSPECTIONS = "inspections", "The inspections", "Each inspection with its dates and documents."
    MATRIX = "matrix", "Themes by inspection", "Every point by theme and inspection."
    FINDINGS = "findings", "Strengths and concerns", "What inspectors found, by theme, inspection by inspection."
    ANSWERS = "answers", "Replies", "What each letter offers on each concern."
    COMMITMENTS = "commitments", "Commitments", "What is stated for each commitment, inspection by inspection."
    THREADS = "threads", "Themes, oldest first", "A slide for each theme that is chosen."
    PAIRS = "pairs", "Then and since", "Clear links, side by side with their caution."
    QUESTIONS = "questions", "Questions", "The questions chosen for the meeting."
    LIMITS = "limits", "What was not read, and limits", "Documents not read, uncertain dates, what numbers do not tell."


@dataclass(frozen=True)
class SeriesStyle:
    """How a series of a native chart is filled: in the colour of a kind, or white within its outline.

    Only what inspectors of the inspection say is filled; the outline of what is from elsewhere is dashed.
    """

    kind: EntryKind
    basis: Basis = Basis.FOUND


@dataclass(frozen=True)
class BarChart:
    """The nearest native chart of a picture with unit marks: horizontal bars whose lengths are numbers of marks.

    `numbers` has the categories as its index, from top to bottom, and a column of whole numbers for each series;
    `looks` gives the look of each column. Bars of one category stand side by side, or end to end if `stacked`.
    `key` explains what categories mean.
    """

    numbers: pd.DataFrame
    looks: Mapping[str, SeriesStyle]
    stacked: bool = False
    key: str = ""


@dataclass(frozen=True)
class TableBody:
    """A table; `widths` are shares of the whole. Marks of entries (■ ● ▲ ◆, hollow □ ○ △ ◇) stand in cells as text."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class ChartBody:
    """A picture for the screen, and what PowerPoint draws of it natively."""

    picture: Picture
    native: BarChart | TableBody


@dataclass(frozen=True)
class PairSide:
    """One side of a pair: when and by whom (`lead`), our summary, the document's words, and where they stand."""

    kind: EntryKind
    hollow: bool
    lead: str
    summary: str
    excerpt: str
    place: str
    full_id: str


@dataclass(frozen=True)
class PairBody:
    """Two entries side by side: said then, said later, and what is to be read between them."""

    earlier: PairSide
    later: PairSide
    between: tuple[str, ...]


@dataclass(frozen=True)
class TextBody:
    """Sentences under one another, or, `numbered` from a number on, as an ordered list."""

    lines: tuple[str, ...]
    numbered: int | None = None


@dataclass(frozen=True)
class TitleBody:
    """The opening: what is under the title."""

    lines: tuple[str, ...]


Body = TitleBody | ChartBody | TableBody | PairBody | TextBody


@dataclass(frozen=True)
class Slide:
    """One idea.

    `headline` is a sentence, `foot` says what is counted, from which documents and as of when. For the presenter:
    `sources` (where what is shown stands), `questions` (that it gives rise to) and `entries` (full ids).
    """

    part: Part
    headline: str
    body: Body
    foot: str
    sources: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
