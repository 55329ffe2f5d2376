"""What a slide is: one idea, in few words of large type, with what the presenter says of it in the notes.

The slides are the same on the screen and in PowerPoint: same number, order, words and sizes. A slide is 960 by 540
points; all sizes are in points. What is too much for one slide is already spread over several, or shortened.
"""

from dataclasses import dataclass, field
from typing import Final

from scrutiny.charts.picture import Symbol
from scrutiny.register.vocabulary import Basis, EntryKind, LabelledEnum

WIDTH: Final = 960
MARGIN: Final = 40
TITLE: Final = 40
"""The size of the headline of the opening."""
HEADLINE: Final = 32
LOWER_HEADLINE: Final = 30
"""The size of a headline that has one line in it, and two in the usual one."""
SMALLEST_HEADLINE: Final = 28
BODY: Final = 24
LARGE: Final = 28
"""The size of the words of a body that has few of them."""
BAR_LABEL: Final = 18
LABEL: Final = 16
"""The size of subtitles, heads of tables, cautions and sources, and of the tables of the appendix."""


class Part(LabelledEnum):
    """What slides are made of, in their order; the member chooses among these."""

    TITLE = "title", "Title", "The subject, the panel and the meeting."
    MINUTE = "minute", "In one minute", "What these papers say, in three sentences."
    CONCERNS = "concerns", "Where the concerns are", "Inspectors’ concerns by theme."
    WORDS = "words", "In their own words", "Four quotations of what inspectors found wanting."
    STRENGTHS = "strengths", "Strengths", "What inspectors also found good."
    PROMISES = "promises", "What was promised", "Undertakings and expectations, and whose they are."
    STATED = "stated", "Who, what, when", "Who acts, what exactly, by when, and how it is measured."
    REPLIES = "replies", "What the letter offers", "What the letter offers to the concerns."
    RECOMMENDATIONS = "recommendations", "Recommendations", "What inspectors ask for, and what the replies say."
    BEFORE = "before", "Raised before", "An earlier inspection’s concerns, and what later papers say."
    PAIRS = "pairs", "Two statements", "Two statements side by side, a clear link."
    QUESTIONS = "questions", "Questions", "The questions chosen for the meeting."
    LIMITS = "limits", "What this rests on", "What was read and not read, and uncertain dates."
    APPENDIX = "appendix", "Appendix", "Every point with its code, as tables."


DEFAULT_PARTS: Final = tuple(part for part in Part if part is not Part.APPENDIX)


@dataclass(frozen=True)
class Line:
    """One sentence or short text; `entries` are the full ids that it rests on, `mark` what stands small behind it."""

    text: str
    entries: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class TitleBody:
    """The opening: what stands under the title."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ListBody:
    """Sentences under one another, as a list with bullets or, `numbered` from a number on, an ordered one."""

    lines: tuple[Line, ...]
    numbered: int | None = None
    size: int = BODY


@dataclass(frozen=True)
class BarMark:
    """One symbol of a row: one point. `national` ones carry an N, those of another inspection an E."""

    full_id: str
    kind: EntryKind
    basis: Basis
    national: bool


@dataclass(frozen=True)
class BarRow:
    """A row of symbols of one basis and one scope, so that the number at its end counts one thing.

    A `muted` row is not among those that the headline is about.
    """

    label: str
    marks: tuple[BarMark, ...]
    muted: bool = False


@dataclass(frozen=True)
class BarsBody:
    """Rows of symbols on the screen, native bars in PowerPoint, with the key of the symbols."""

    rows: tuple[BarRow, ...]
    key: tuple[Symbol, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A document's exact words, with who said them and when (`lead`), and where they stand (`place`)."""

    lead: str
    words: str
    place: str
    full_id: str


@dataclass(frozen=True)
class QuotesBody:
    """Four quotations, or two side by side, neither larger than the other."""

    quotes: tuple[Quote, ...]
    size: int = BODY


@dataclass(frozen=True)
class TableBody:
    """A table; `widths` are the columns' shares of the whole. Its letters are `size` high."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | Line, ...], ...]
    widths: tuple[int, ...]
    size: int = BODY


Body = TitleBody | ListBody | BarsBody | QuotesBody | TableBody


@dataclass(frozen=True)
class Notes:
    """For the presenter: sentences to say, the question that is likely to follow, and exact words with their place."""

    say: tuple[str, ...] = ()
    follow_up: str = ""
    quotation: str = ""
    place: str = ""


@dataclass(frozen=True)
class Slide:
    """One idea.

    `headline` says what the papers say, `subtitle` what is counted, `caution` what changes the reading, `source` in one
    line where it comes from. `entries` are the full ids of the points that are shown.
    """

    part: Part
    headline: str
    body: Body
    subtitle: str = ""
    caution: str = ""
    source: str = ""
    notes: Notes = field(default_factory=Notes)
    entries: tuple[str, ...] = ()
