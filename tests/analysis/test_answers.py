"""What a reply offers to a concern: every kind of answer that it has, side by side."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answered_concerns, answers, general_promises
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer
from tests.testshire import SECOND, Testshire

CONCERN, WITHOUT_REPLY = "2030-second-look.C01", "2029-first-look.C09"
KINDS = {"K01": Answer.UNDERTAKING, "K02": Answer.EXPECTATION, "A01": Answer.ACTION, "K03": Answer.NEED}


def loaded(testshire: Testshire, named: tuple[str, ...] = ("K01", "A01")) -> Register:
    """Load a register with an entry of each kind, some of which answer the concern of the second look."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation").add_need("K03")
    return testshire.change("C01", answers=list(named)).register()


def kinds(rows: pd.DataFrame, full_id: str = CONCERN) -> set[Answer]:
    """Give the kinds of answer that the frame has of a concern."""
    return {answer for answer in Answer if rows.loc[full_id, str(answer)]}


@pytest.mark.parametrize(
    "named", [(), *((name,) for name in KINDS), ("A01", "K01"), ("K02", "K03"), ("A01", "K03", "K02", "K01")]
)
def test_a_concern_has_every_kind_of_answer_that_is_named(testshire: Testshire, named: tuple[str, ...]) -> None:
    """No kind hides another; with none of them, no specific answer is listed."""
    rows = answers(loaded(testshire, named))
    assert kinds(rows) == ({KINDS[name] for name in named} or {Answer.NONE_LISTED})
    assert rows.loc[CONCERN, "answered_by"] == tuple(f"2030-second-look.{name}" for name in named)


@pytest.mark.parametrize("named", list(permutations(["K01", "A01", "K03"])))
def test_kinds_are_not_ranked(testshire: Testshire, named: tuple[str, ...]) -> None:
    """In whatever order a file names them, the kinds are the same, and the entries stay in that order."""
    concern = answered_concerns(loaded(testshire, named))[CONCERN]
    assert concern.answers == (Answer.UNDERTAKING, Answer.ACTION, Answer.NEED)
    assert tuple(entry.id for entry in concern.answered_by) == named
    assert [entry.id for entry in concern.of_kind(Answer.ACTION)] == ["A01"]


def test_a_general_promise_answers_no_concern(testshire: Testshire) -> None:
    """What is promised about a report as a whole is kept apart, and leaves a concern without an answer."""
    testshire.change("K01", general="true")
    register = loaded(testshire, ())
    assert [promise.id for promise in general_promises(register)] == ["K01", "K02"]  # K02 is like K01
    assert kinds(answers(register)) == {Answer.NONE_LISTED}
    assert counts.answered.of(answers(register)) == 0


def test_a_concern_without_a_reply_has_no_reply_on_file(testshire: Testshire) -> None:
    """A gap in the papers is named as such, whatever the papers that are held say."""
    rows = answers(loaded(testshire))
    assert kinds(rows, WITHOUT_REPLY) == {Answer.NO_REPLY}
    assert rows.loc[WITHOUT_REPLY, "answered_by"] == ()


def test_concerns_are_counted_in_each_kind(testshire: Testshire) -> None:
    """The numbers do not add up to that of concerns, as one concern can have several answers."""
    rows = answers(loaded(testshire))
    numbers = {answer: count.of(rows) for answer, count in counts.WITH_ANSWER.items()}
    assert numbers == {answer: 1 if answer in (*kinds(rows), Answer.NO_REPLY) else 0 for answer in Answer}
    assert (counts.concerns.of(rows), counts.answered.of(rows)) == (2, 1)


@pytest.mark.parametrize("change", [{"voice": "respondent"}, {"source": "Another inspectorate"}])
def test_own_views_and_other_inspections_are_in_no_number(testshire: Testshire, change: dict[str, str]) -> None:
    """They have answers as any other concern, and are not counted among those of the inspection."""
    testshire.change("C01", **change)
    rows = answers(loaded(testshire))
    assert kinds(rows) == {Answer.UNDERTAKING, Answer.ACTION}
    assert counts.answered.of(rows) == counts.WITH_ANSWER[Answer.UNDERTAKING].of(rows) == 0


def test_strengths_have_no_answer(testshire: Testshire) -> None:
    """One row for each concern, and none for anything else."""
    assert list(answers(loaded(testshire)).index) == [WITHOUT_REPLY, CONCERN]


def test_a_reports_concern_is_answered_in_the_letter(testshire: Testshire) -> None:
    """It has what the letter offers; the letter's account of it is no concern of its own."""
    testshire.add_report().record("C11")["answers"] = ["K02"]
    testshire.change("C01", answers=None).add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation")
    register = testshire.register()
    assert list(answers(register).index) == [WITHOUT_REPLY, "2030-second-look.C11"]
    assert kinds(answers(register), "2030-second-look.C11") == {Answer.EXPECTATION}


def test_an_empty_register_has_the_same_columns(testshire: Testshire) -> None:
    """Columns and their types do not depend on how many rows there are."""
    full, empty = loaded(testshire), Testshire(testshire.folder.with_name("empty")).empty().load().register
    assert empty is not None
    assert list(answers(empty).columns) == list(answers(full).columns)
    assert set(answers(empty)[list(map(str, Answer))].dtypes) == {np.dtype(bool)}
