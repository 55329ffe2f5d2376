"""What the reply offers to each concern, worked out from the entries that answer it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.frames import category, frames
from scrutiny.register.records import Commitment, Entry, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Polarity

DISPLAY_ORDER = (
    Answer.ACKNOWLEDGED_ONLY,
    Answer.ACTION_ONLY,
    Answer.NEED,
    Answer.EXPECTATION,
    Answer.UNDERTAKING,
    Answer.NO_REPLY_HELD,
)
"""The order in which pictures and lists show the answers."""


@dataclass(frozen=True)
class AnsweredConcern:
    """A concern with what the reply offers to it.

    `answered_by` has all entries that answer it: undertakings, then expectations, needs and actions, each as the file
    has them. `answer` is the kind of the first of them.
    """

    concern: Finding
    answer: Answer
    answered_by: tuple[Entry, ...]


@cached_per_register
def answered_concerns(register: Register) -> Mapping[str, AnsweredConcern]:
    """Return every concern with what the reply offers to it, by full id, in the order of the files.

    Where a reply is held, its concerns are taken, and not those of other documents of the same inspection: these
    say nothing of an answer.
    """
    replied = {inspection.id for inspection in register.inspections if inspection.reply}
    result: dict[str, AnsweredConcern] = {}
    for finding in register.findings:
        if finding.polarity is not Polarity.CONCERN or (finding.answers is None and finding.inspection in replied):
            continue
        entries = [register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers or ()]
        answered_by = tuple(sorted(entries, key=lambda entry: list(Answer).index(answer_kind(entry))))
        if finding.answers is None:
            answer = Answer.NO_REPLY_HELD
        else:
            answer = answer_kind(answered_by[0]) if answered_by else Answer.ACKNOWLEDGED_ONLY
        result[finding.full_id] = AnsweredConcern(finding, answer, answered_by)
    return result


@cached_per_register
def answers(register: Register) -> pd.DataFrame:
    """Return the frame of `answered_concerns`: one row for each, indexed by full id, in their order.

    It has the columns of the frame of entries, and answer (category in the order of the vocabulary) and
    answered_by (tuple of full ids).
    """
    concerns = answered_concerns(register)
    rows = frames(register).entries.loc[list(concerns)]
    answered_by = [tuple(entry.full_id for entry in concern.answered_by) for concern in concerns.values()]
    return rows.assign(
        answer=pd.Categorical([concern.answer for concern in concerns.values()], dtype=category(Answer)),
        answered_by=pd.Series(answered_by, index=rows.index, dtype=object),
    )


def answer_kind(entry: Entry) -> Answer:
    """Return what a single entry offers in answer: an undertaking, an expectation, a need, or action only."""
    return Answer(str(entry.kind)) if isinstance(entry, Commitment) else Answer.ACTION_ONLY
