"""What the letters in reply offer to each concern, worked out from the entries that answer it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.frames import frames
from scrutiny.register.records import Commitment, Entry, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Polarity


@dataclass(frozen=True)
class AnsweredConcern:
    """A concern with what the reply offers to it.

    `answers` are all kinds of answer that it has, in the order of the vocabulary, or else why it has none. They stand
    side by side. `answered_by` has the entries themselves, in the order of the file.
    """

    concern: Finding
    answers: tuple[Answer, ...]
    answered_by: tuple[Entry, ...]

    def of_kind(self, answer: Answer) -> list[Entry]:
        """Return those of the entries that are of one kind of answer."""
        return [entry for entry in self.answered_by if answer_kind(entry) is answer]


@cached_per_register
def answered_concerns(register: Register) -> Mapping[str, AnsweredConcern]:
    """Return every concern with what the reply offers to it, by full id, in the order of the files.

    Where a letter says again what a report found, the report's concern is taken, which has the answers.
    """
    result: dict[str, AnsweredConcern] = {}
    for finding in register.distinct_findings:
        if finding.polarity is not Polarity.CONCERN:
            continue
        entries = tuple(register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers or ())
        without = Answer.NO_REPLY if finding.answers is None else Answer.NONE_LISTED
        kinds = {answer_kind(entry) for entry in entries} or {without}
        answers = tuple(answer for answer in Answer if answer in kinds)
        result[finding.full_id] = AnsweredConcern(finding, answers, entries)
    return result


@cached_per_register
def answers(register: Register) -> pd.DataFrame:
    """Return the frame of `answered_concerns`: one row for each, indexed by full id, in their order.

    It has the columns of the frame of entries; for each kind of answer a column, named by its value, that tells
    whether the concern has it (bool); and answered_by (tuple of full ids).
    """
    concerns = answered_concerns(register)
    rows = frames(register).entries.loc[list(concerns)]
    kinds = {
        str(answer): pd.Series([answer in one.answers for one in concerns.values()], index=rows.index, dtype=bool)
        for answer in Answer
    }
    answered_by = [tuple(entry.full_id for entry in concern.answered_by) for concern in concerns.values()]
    return rows.assign(**kinds, answered_by=pd.Series(answered_by, index=rows.index, dtype=object))


def answer_kind(entry: Entry) -> Answer:
    """Return which kind of answer an entry of a reply is."""
    return Answer(str(entry.kind)) if isinstance(entry, Commitment) else Answer.ACTION


def general_promises(register: Register) -> list[Commitment]:
    """Return the commitments that are about a report as a whole. None of them answers a concern."""
    return [commitment for commitment in register.commitments if commitment.general]
