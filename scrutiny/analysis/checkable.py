"""What makes each commitment checkable: which of four things its document states, and who made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.frames import build_frame, category
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind, EntryKind, Scope, Tick, Voice
from scrutiny.wording import STATED

INSPECTORATES = "inspectorates"
"""The author in whose name the commitments of all inspectorates stand."""


@dataclass(frozen=True)
class CheckableCommitment:
    """A commitment with what is stated of it.

    `terms` has the words for each tick, None where nothing is stated. `has_passed`: a date is stated, and the last day
    it can mean lies before today. `later_held`: a document about the same force that is dated after that day was read.
    """

    commitment: Commitment
    terms: Mapping[Tick, str | None]
    has_passed: bool
    later_held: bool


@cached_per_register
def commitments_by_id(register: Register, today: date) -> Mapping[str, CheckableCommitment]:
    """Return every commitment with what is stated of it, by full id, in the order of the register."""
    return {commitment.full_id: _checked(register, commitment, today) for commitment in register.commitments}


@cached_per_register
def checkable_commitments(register: Register, today: date) -> pd.DataFrame:
    """Return the frame of `commitments_by_id`: one row for each, indexed by full id, in their order.

        kind (always a commitment), commitment (category), inspection (category, in the order of time),
        theme (category, the main theme), themes (tuple), by (id of the body that says it), owner (id of the body that
        must act),
        who, act, date, measure (bools: the ticks of the vocabulary, each stated or not),
        who_words, act_words, date_words, measure_words (what is stated for each), summary, scope (category),
        voice (category), made (the date of its document, in words), doubt (of this date), passed (bool).
    What the papers leave out is missing (NaN). The ticks are never added up: they do not weigh the same.
    """
    rows = commitments_by_id(register, today)
    commitments = [row.commitment for row in rows.values()]
    made = [register.document(one).date for one in commitments]
    terms = {tick: [row.terms[tick] for row in rows.values()] for tick in Tick}
    return build_frame(
        list(rows),
        {
            "kind": (category([EntryKind.COMMITMENT]), [EntryKind.COMMITMENT for _ in commitments]),
            "commitment": (category(COMMITMENT_KINDS), [one.kind for one in commitments]),
            "inspection": (category(register.inspections_by_id), [one.inspection for one in commitments]),
            "theme": (category(register.themes_by_id), [one.themes[0] for one in commitments]),
            "themes": (object, [one.themes for one in commitments]),
            "by": ("str", [one.by for one in commitments]),
            "owner": ("str", [one.owner for one in commitments]),
            **{str(tick): (bool, [text is not None for text in texts]) for tick, texts in terms.items()},
            **{f"{tick}_words": ("str", texts) for tick, texts in terms.items()},
            "summary": ("str", [one.summary for one in commitments]),
            "scope": (category(Scope), [one.scope for one in commitments]),
            "voice": (category(Voice), [one.voice for one in commitments]),
            "made": ("str", [dated.date.printed if dated and dated.date else None for dated in made]),
            "doubt": ("str", [dated.doubt if dated else None for dated in made]),
            "passed": (bool, [row.has_passed for row in rows.values()]),
        },
    )


def by_author(commitments: pd.DataFrame, bodies: Iterable[str]) -> dict[tuple[str, CommitmentKind], pd.DataFrame]:
    """Split rows of the frame by author and kind, as far as there are any.

    `bodies` are the ids of all bodies, in whose order authors of letters come, undertakings before expectations. The
    commitments of inspectorates come last, in the name of `INSPECTORATES`: the Commissioner does not answer for them.
    """
    authors = commitments["by"].where(commitments["voice"] == Voice.RESPONDENT, INSPECTORATES)
    written = set(authors)
    return {
        (author, kind): rows
        for author in (*bodies, INSPECTORATES)
        if author in written
        for kind in COMMITMENT_KINDS
        if len(rows := commitments[(authors == author) & (commitments["commitment"] == kind)])
    }


def _checked(register: Register, commitment: Commitment, today: date) -> CheckableCommitment:
    due = commitment.due.date.latest if commitment.due and commitment.due.date else date.max
    # What is known of another force says nothing of what came after.
    forces = register.forces_of(register.inspections_by_id[commitment.inspection])
    return CheckableCommitment(
        commitment=commitment,
        terms={
            Tick.WHO: register.bodies_by_id[commitment.owner].name if commitment.owner else None,
            Tick.ACT: STATED if commitment.specific else None,
            Tick.DATE: commitment.due.printed if commitment.due else None,
            Tick.MEASURE: commitment.measure,
        },
        has_passed=due < today,
        later_held=due < today and any(register.latest_document_dates.get(force, date.min) > due for force in forces),
    )
