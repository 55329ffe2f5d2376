"""What is in the register, one row for each inspection."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from scrutiny.analysis.answers import answered_concerns
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.checkable import stated_terms
from scrutiny.register.records import Entry, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, PairStrength, Scope, Tick

COUNT_COLUMNS = {
    "concern": "Concerns",
    "strength": "Strengths",
    "elsewhere": "From other inspections",
    "own_view": "Respondent's own views",
    "action": "Reported actions",
    "commitment": "Commitments",
    "figure": "Figures",
}
"""What is counted of each inspection, with the heading of its column."""


@cached_per_register
def counts_by_inspection(register: Register) -> pd.DataFrame:
    """Count what is held of each inspection.

    Gives one row for each inspection, in the order of time, indexed by its id: short_title, scope, held and
    not_held (numbers of documents), and the numbers of entries: concern and strength (in inspectors' voices),
    elsewhere (findings taken from another inspection), own_view (findings in the respondent's voice), action,
    commitment, figure. A count is of what was written, never of how things are.
    """
    numbers = Counter((entry.inspection, _counted_as(entry)) for entry in register.entries)
    inspections = register.inspections
    return pd.DataFrame(
        {
            "short_title": [one.short_title for one in inspections],
            "scope": [str(one.scope) for one in inspections],
            "held": [sum(document.held for document in one.documents) for one in inspections],
            "not_held": [sum(not document.held for document in one.documents) for one in inspections],
            **{kind: [numbers[one.id, kind] for one in inspections] for kind in COUNT_COLUMNS},
        },
        index=pd.Index([one.id for one in inspections], dtype="str", name="full_id"),
    )


@dataclass(frozen=True)
class AccountabilityTotals:
    """Numbers of entries and pairs that the pages under “Hold to account” show one by one.

    Local concerns are those in inspectors' voices to which a reply is held.
    """

    local_concerns: int
    acknowledged_only: int
    commitments: int
    with_date: int
    with_measure: int
    pairs: int
    strong_pairs: int


@cached_per_register
def accountability_totals(register: Register) -> AccountabilityTotals:
    """Count them, by the rules of `answers`, `checkable` and `pairs`, without making their frames."""
    local = [
        answer
        for concern, answer, _ in answered_concerns(register)
        if concern.scope is Scope.LOCAL and not concern.is_own_view and answer is not Answer.NO_REPLY_HELD
    ]
    ticks = [stated_terms(register, commitment) for commitment in register.commitments]
    return AccountabilityTotals(
        local_concerns=len(local),
        acknowledged_only=local.count(Answer.ACKNOWLEDGED_ONLY),
        commitments=len(ticks),
        with_date=sum(words[Tick.DATE] is not None for words in ticks),
        with_measure=sum(words[Tick.MEASURE] is not None for words in ticks),
        pairs=len(register.pairs),
        strong_pairs=sum(pair.strength is PairStrength.STRONG for pair in register.pairs),
    )


def _counted_as(entry: Entry) -> str:
    """Give under which of COUNTED an entry is counted."""
    if entry.is_own_view:
        return "own_view"
    return "elsewhere" if isinstance(entry, Finding) and entry.source else str(entry.entry_kind)
