"""What the letters in reply offer to each concern, worked out from the entries that answer it."""

from collections.abc import Iterator, Mapping
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
    whether the concern has it (bool); answered_by (tuple of full ids); and places (tuple of texts such as
    “2030-second-look undertaking”): the columns and the kinds of answer in which it stands. A column is that of its
    inspection or, where several offices replied to it, that of each office: “2030-second-look.mayor”.
    """
    concerns = answered_concerns(register)
    rows = frames(register).entries.loc[list(concerns)]
    kinds = {
        str(answer): pd.Series([answer in one.answers for one in concerns.values()], index=rows.index, dtype=bool)
        for answer in Answer
    }
    answered_by = [tuple(entry.full_id for entry in concern.answered_by) for concern in concerns.values()]
    places = [tuple(_places(register, concern)) for concern in concerns.values()]
    return rows.assign(
        **kinds,
        answered_by=pd.Series(answered_by, index=rows.index, dtype=object),
        places=pd.Series(places, index=rows.index, dtype=object),
    )


@cached_per_register
def offices_in_reply(register: Register) -> Mapping[str, tuple[str, ...]]:
    """Return the bodies that answer an inspection's concerns, those that replied first; only where several replied."""
    result: dict[str, tuple[str, ...]] = {}
    for inspection in register.inspections:
        replied = dict.fromkeys(reply.body for reply in inspection.replies)
        if len(replied) > 1:
            answering = [
                register.document(entry).body
                for concern in answered_concerns(register).values()
                for entry in concern.answered_by
                if entry.inspection == inspection.id
            ]
            result[inspection.id] = tuple(dict.fromkeys([*replied, *answering]))
    return result


def silent_offices(register: Register, concern: AnsweredConcern) -> list[str]:
    """Return the bodies that replied without a specific answer to a concern; only where several replied."""
    inspection = register.inspections_by_id[concern.concern.inspection]
    if inspection.id not in offices_in_reply(register):
        return []
    answering = {register.document(entry).body for entry in concern.answered_by}
    return list(dict.fromkeys(reply.body for reply in inspection.replies if reply.body not in answering))


def _places(register: Register, concern: AnsweredConcern) -> Iterator[str]:
    inspection = concern.concern.inspection
    if inspection not in offices_in_reply(register):
        yield from (f"{inspection} {answer}" for answer in concern.answers)
        return
    answered = ((register.document(entry).body, answer_kind(entry)) for entry in concern.answered_by)
    silent = ((body, Answer.NONE_LISTED) for body in silent_offices(register, concern))
    yield from (f"{inspection}.{body} {answer}" for body, answer in dict.fromkeys([*answered, *silent]))


def answer_kind(entry: Entry) -> Answer:
    """Return which kind of answer an entry of a reply is."""
    return Answer(str(entry.kind)) if isinstance(entry, Commitment) else Answer.ACTION


def general_promises(register: Register) -> list[Commitment]:
    """Return the commitments that are about a report as a whole. None of them answers a concern."""
    return [commitment for commitment in register.commitments if commitment.general]
