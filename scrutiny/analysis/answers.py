"""What the reply offers to each concern, worked out from the entries that answer it."""

from collections.abc import Iterable

import pandas as pd

from scrutiny.analysis.frames import frames
from scrutiny.analysis.once import once
from scrutiny.register.records import Commitment, Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Polarity

SHOWN_ORDER = (
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


@once
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
    findings = frames(register).findings
    replied = [inspection.id for inspection in register.inspections if inspection.reply]
    unread = findings["answers"].isna() & findings["inspection"].isin(replied)
    concerns = findings[(findings["polarity"] == Polarity.CONCERN) & ~unread]
    answered_by = [_in_order(register, named or ()) for named in concerns["answers"]]
    states = [
        _offered(register, by) if named is not None else Answer.NO_REPLY_HELD
        for named, by in zip(concerns["answers"], answered_by, strict=True)
    ]
    order = pd.CategoricalDtype([str(answer) for answer in Answer], ordered=True)
    return concerns[_COLUMNS].assign(
        answer=pd.Series([str(state) for state in states], index=concerns.index, dtype=order),
        answered_by=pd.Series(answered_by, index=concerns.index, dtype=object),
    )


def offer(entry: Entry) -> Answer:
    """Give what a single entry offers in answer: an undertaking, an expectation, a need, or action only."""
    return Answer(str(entry.kind)) if isinstance(entry, Commitment) else Answer.ACTION_ONLY


def _in_order(register: Register, named: Iterable[str]) -> tuple[str, ...]:
    """Put entries that answer a concern in the order of what they offer."""
    rank = list(Answer).index
    return tuple(sorted(named, key=lambda full_id: rank(offer(register.entries_by_id[full_id]))))


def _offered(register: Register, answered_by: tuple[str, ...]) -> Answer:
    """Give what a reply offers with entries in their order; without any it acknowledges only."""
    return offer(register.entries_by_id[answered_by[0]]) if answered_by else Answer.ACKNOWLEDGED_ONLY
