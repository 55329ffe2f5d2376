"""Every number that a reader sees, each defined once: what it takes, and what it is called everywhere.

A number’s parts share kind, voice and author, and nothing that was found in another inspection is among the findings
of this one. Most are taken from rows of a frame, so that they follow what a reader has chosen; the others from a
register. Local and national are told apart by taking the rows of one scope.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, Generic, TypeVar

import pandas as pd

from scrutiny.analysis.pairs import PairView, not_mentioned_again, pairs, taken_up_later
from scrutiny.register.records import Document, Finding, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, CommitmentKind, EntryKind, PairStrength, Tick, Voice
from scrutiny.wording import count_of

_Source = TypeVar("_Source")


@dataclass(frozen=True)
class Count(Generic[_Source]):
    """One number: its name, what it counts in a sentence, and what of its source it picks: which rows, or a list."""

    singular: str
    plural: str
    meaning: str
    pick: Callable[[_Source], Any]

    def of(self, source: _Source) -> int:
        """Return the number; no rows are taken for it, which costs more than all else."""
        picked = self.pick(source)
        return int(picked.sum()) if isinstance(picked, pd.Series) else len(picked)

    def take(self, source: Any) -> Any:
        """Return what is counted: rows of a frame, or a list."""
        picked = self.pick(source)
        return source[picked] if isinstance(picked, pd.Series) else picked

    def words(self, source: _Source) -> str:
        """Return the number with its name: “no concerns”, “1 concern”, “12 concerns”."""
        return count_of(self.of(source), self.singular, self.plural)


COUNTS: list["Count[pd.DataFrame] | Count[Register]"] = []
"""Every number, in the order in which they are explained to readers."""


def _counted(singular: str, plural: str = "") -> Callable[[Callable[[_Source], Any]], Count[_Source]]:
    """Make a number of a function that picks what is counted; its docstring is the definition that readers see."""

    def counted(pick: Callable[[_Source], Any]) -> Count[_Source]:
        count = Count(singular, plural or f"{singular}s", " ".join(cleandoc(pick.__doc__ or "").split()), pick)
        COUNTS.append(count)  # type: ignore[arg-type]  # a number is of a frame or of a register
        return count

    return counted


def _of_kind(rows: pd.DataFrame, kind: EntryKind) -> pd.Series:
    return rows["kind"] == kind


def _of_inspectors(rows: pd.DataFrame, kind: EntryKind) -> pd.Series:
    return (rows["kind"] == kind) & ~rows["own_view"] & ~rows["elsewhere"]


@_counted("concern")
def concerns(rows: pd.DataFrame) -> pd.Series:
    """What inspectors found wanting, in their own words or as a letter tells or quotes them.

    The letter’s own views and findings from another inspection are not among them.
    """
    return _of_inspectors(rows, EntryKind.CONCERN)


@_counted("strength")
def strengths(rows: pd.DataFrame) -> pd.Series:
    """What inspectors found good, in their own words or as a letter tells or quotes them.

    The letter’s own views and findings from another inspection are not among them.
    """
    return _of_inspectors(rows, EntryKind.STRENGTH)


@_counted("finding from elsewhere", "findings from elsewhere")
def from_elsewhere(rows: pd.DataFrame) -> pd.Series:
    """Concerns and strengths that a document takes from another inspection or source. They count for none."""
    return rows["elsewhere"] & ~rows["own_view"]


@_counted("own view")
def own_views(rows: pd.DataFrame) -> pd.Series:
    """Concerns and strengths in the view of a letter’s author. They are not findings of inspectors."""
    return rows["own_view"]


@_counted("reported action")
def actions(rows: pd.DataFrame) -> pd.Series:
    """Work that a document says is done or under way. Each is a claim, whoever makes it."""
    return _of_kind(rows, EntryKind.ACTION)


def _commitments(rows: pd.DataFrame, kind: CommitmentKind) -> pd.Series:
    return (rows["commitment"] == kind) & (rows["voice"] == Voice.RESPONDENT)


@_counted("undertaking")
def undertakings(rows: pd.DataFrame) -> pd.Series:
    """What the authors of the letters say they will do themselves. Undertakings by inspectorates are counted apart."""
    return _commitments(rows, CommitmentKind.UNDERTAKING)


@_counted("expectation")
def expectations(rows: pd.DataFrame) -> pd.Series:
    """What the authors of the letters expect somebody named to do."""
    return _commitments(rows, CommitmentKind.EXPECTATION)


@_counted("commitment")
def commitments(rows: pd.DataFrame) -> pd.Series:
    """The undertakings and expectations of the authors of the letters."""
    return (rows["kind"] == EntryKind.COMMITMENT) & (rows["voice"] == Voice.RESPONDENT)


@_counted("commitment by inspectorates", "commitments by inspectorates")
def inspectorate_commitments(rows: pd.DataFrame) -> pd.Series:
    """The undertakings and expectations that inspectorates state. The authors of the letters do not answer for them."""
    return (rows["kind"] == EntryKind.COMMITMENT) & (rows["voice"] != Voice.RESPONDENT)


@_counted("thing said to be needed", "things said to be needed")
def needs(rows: pd.DataFrame) -> pd.Series:
    """What a document says is needed and nobody takes on in it. These are not commitments."""
    return _of_kind(rows, EntryKind.NEED)


@_counted("concern with a specific answer listed", "concerns with a specific answer listed")
def answered(rows: pd.DataFrame) -> pd.Series:
    """Concerns of inspectors with an undertaking, an expectation, a reported action or a need among their answers.

    A promise about a report as a whole answers none of them.
    """
    return _of_inspectors(rows, EntryKind.CONCERN) & ~rows[str(Answer.NONE_LISTED)] & ~rows[str(Answer.NO_REPLY)]


def _with_answer(answer: Answer, words: str) -> Count[pd.DataFrame]:
    def pick(rows: pd.DataFrame) -> pd.Series:
        return _of_inspectors(rows, EntryKind.CONCERN) & rows[str(answer)]

    pick.__doc__ = f"Concerns of inspectors {words}. {answer.meaning}"
    return _counted(f"concern {words}", f"concerns {words}")(pick)


WITH_ANSWER = {
    answer: _with_answer(answer, words)
    for answer, words in (
        (Answer.UNDERTAKING, "answered by an undertaking"),
        (Answer.EXPECTATION, "answered by an expectation"),
        (Answer.ACTION, "answered by a reported action"),
        (Answer.NEED, "answered by something said to be needed"),
        (Answer.NONE_LISTED, "with no specific answer listed"),
        (Answer.NO_REPLY, "with no reply on file"),
    )
}
"""For each kind of answer, the concerns that have it. A concern can have several, so that these do not add up."""


@_counted("figure")
def figures(rows: pd.DataFrame) -> pd.Series:
    """Numbers that a document gives. They are never added up."""
    return _of_kind(rows, EntryKind.FIGURE)


@_counted("recommendation")
def recommendations(rows: pd.DataFrame) -> pd.Series:
    """What an inspectorate asks of a named organisation, whatever the document calls it.

    They are not among the concerns.
    """
    return _of_kind(rows, EntryKind.RECOMMENDATION)


@_counted("point")
def points(rows: pd.DataFrame) -> pd.Series:
    """Everything that was listed from the documents and that charts draw. Figures, for example, are counted apart."""
    return ~rows["kind"].isin([EntryKind.FIGURE, EntryKind.RECOMMENDATION])


@_counted("inspection")
def inspections(register: Register) -> tuple[Inspection, ...]:
    """Inspections that the documents are about."""
    return register.inspections


@_counted("document read", "documents read")
def documents_read(register: Register) -> list[Document]:
    """Documents that were read from beginning to end, and from which the points are taken."""
    return [document for _, document in register.documents() if document.held]


@_counted("document not read", "documents not read")
def documents_not_read(register: Register) -> list[Document]:
    """Documents that are known to exist. What they say is not here."""
    return [document for _, document in register.documents() if not document.held]


@_counted("comparison")
def comparisons(register: Register) -> tuple[PairView, ...]:
    """Two points of different inspections that were placed side by side by hand."""
    return pairs(register)


@_counted("clear link")
def clear_links(register: Register) -> list[PairView]:
    """Comparisons about the same issue and the same organisations, or by the same office."""
    return [view for view in pairs(register) if view.pair.strength is PairStrength.STRONG]


@_counted("possible link")
def possible_links(register: Register) -> list[PairView]:
    """Comparisons of which a fair reader could say that the two are about different things."""
    return [view for view in pairs(register) if view.pair.strength is PairStrength.ARGUABLE]


@_counted("concern touched on later", "concerns touched on later")
def taken_up(register: Register) -> list[Finding]:
    """Concerns of inspectors with which something said in a later inspection is compared."""
    return taken_up_later(register)


@_counted("concern not mentioned again", "concerns not mentioned again")
def unmentioned(register: Register) -> list[Finding]:
    """Concerns for which every later document here was read, and none touches on them.

    It does not mean that they were resolved.
    """
    return not_mentioned_again(register, register.distinct_findings)


def stating(rows: pd.DataFrame, tick: Tick) -> pd.DataFrame:
    """Return those rows of the frame of commitments for which the document states who, what, when or how measured."""
    return rows[rows[str(tick)]]


def inspections_raising_concerns(entries: pd.DataFrame) -> pd.Series:
    """Count, for each theme, the inspections in which inspectors are said to have raised a concern.

    `entries` are rows of the frame of entries; an entry counts under its main theme. Returns whole numbers indexed by
    every theme of the register in its order; a theme without a concern counts 0.
    """
    numbers: pd.Series = concerns.take(entries).groupby("theme", observed=False)["inspection"].nunique()
    return numbers
