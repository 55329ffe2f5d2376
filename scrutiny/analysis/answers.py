"""What the reply offers to each concern, worked out from the entries that answer it."""

from collections.abc import Iterable, Iterator

import pandas as pd

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.frames import frames, full_ids
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

_COLUMNS = [
    "id", "inspection", "kind", "voice", "scope", "theme", "themes", "bodies", "own_view", "elsewhere", "implied",
    "summary", "excerpt",
    "document", "paragraph", "note",
]  # fmt: skip


@cached_per_register
def answers(register: Register) -> pd.DataFrame:
    """Give every concern with what the reply offers to it.

    Gives one row for each concern, indexed by full id, in the order of the files: id, inspection, kind, voice,
    scope, theme, themes, bodies, own_view, summary, excerpt, document, paragraph and note as the frame of findings
    has them; answer (category in the order of the vocabulary: the first of undertaking, expectation, need and
    action that is among the entries that answer it); answered_by (tuple of the full ids of all entries that answer
    it: undertakings, then expectations, needs, actions, each as the file has them).
    Where a reply is held, its concerns are taken, and not those of other documents of the same inspection: these
    say nothing of an answer.
    """
    told = list(answered_concerns(register))
    concerns = frames(register).findings.loc[[concern.full_id for concern, *_ in told], _COLUMNS]
    order = pd.CategoricalDtype([str(answer) for answer in Answer], ordered=True)
    return concerns.assign(
        answer=pd.Series([str(answer) for _, answer, _ in told], index=concerns.index, dtype=order),
        answered_by=pd.Series([answered_by for *_, answered_by in told], index=concerns.index, dtype=object),
    )


def answered_concerns(register: Register) -> Iterator[tuple[Finding, Answer, tuple[str, ...]]]:
    """Give every concern, the answer to it, and the full ids of what answers it, by the rules of `answers`."""
    replied = {inspection.id for inspection in register.inspections if inspection.reply}
    for finding in register.findings:
        is_unread = finding.answers is None and finding.inspection in replied
        if finding.polarity is Polarity.CONCERN and not is_unread:
            answered_by = _in_order(register, full_ids(finding) or ())
            answer = Answer.NO_REPLY_HELD if finding.answers is None else _offered(register, answered_by)
            yield finding, answer, answered_by


def answer_kind(entry: Entry) -> Answer:
    """Give what a single entry offers in answer: an undertaking, an expectation, a need, or action only."""
    return Answer(str(entry.kind)) if isinstance(entry, Commitment) else Answer.ACTION_ONLY


def _in_order(register: Register, named: Iterable[str]) -> tuple[str, ...]:
    """Put entries that answer a concern in the order of what they offer."""
    rank = list(Answer).index
    return tuple(sorted(named, key=lambda full_id: rank(answer_kind(register.entries_by_id[full_id]))))


def _offered(register: Register, answered_by: tuple[str, ...]) -> Answer:
    """Give what a reply offers with entries in their order; without any it acknowledges only."""
    return answer_kind(register.entries_by_id[answered_by[0]]) if answered_by else Answer.ACKNOWLEDGED_ONLY
