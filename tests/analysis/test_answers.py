"""What the reply offers to a concern is worked out from all that answers it."""

import pytest

from scrutiny.analysis.answers import answers
from scrutiny.register.vocabulary import Answer
from tests.testshire import SECOND, Testshire

CONCERN = "2030-second-look.C01"
KINDS = {"K01": "undertaking", "K02": "expectation", "K03": "need"}


def offered(testshire: Testshire, *named: str) -> tuple[str, tuple[str, ...]]:
    """Give the answer to the concern of the second look, with the ids of all that answers it."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation").add_need("K03")
    register = testshire.change("C01", answers=list(named)).load().register
    assert register is not None
    concern = answers(register).loc[CONCERN]
    return concern["answer"], tuple(full_id.partition(".")[2] for full_id in concern["answered_by"])


@pytest.mark.parametrize(
    ("named", "state"),
    [
        (["K01"], Answer.UNDERTAKING),
        (["K02"], Answer.EXPECTATION),
        (["K03"], Answer.NEED),
        (["A01"], Answer.ACTION_ONLY),
        ([], Answer.ACKNOWLEDGED_ONLY),
    ],
)
def test_each_kind_of_answer(testshire: Testshire, named: list[str], state: Answer) -> None:
    """A single entry, or none, gives the answer of its kind."""
    assert offered(testshire, *named) == (state, tuple(named))


@pytest.mark.parametrize(
    ("named", "state", "kept"),
    [
        (["A01", "K03", "K02", "K01"], Answer.UNDERTAKING, ("K01", "K02", "K03", "A01")),
        (["A01", "K03", "K02"], Answer.EXPECTATION, ("K02", "K03", "A01")),
        (["A01", "K03"], Answer.NEED, ("K03", "A01")),
    ],
)
def test_the_first_kind_counts_and_all_answers_are_kept(
    testshire: Testshire, named: list[str], state: Answer, kept: tuple[str, ...]
) -> None:
    """Undertaking before expectation before need before action; whatever answers is kept, in that order."""
    assert offered(testshire, *named) == (state, kept)


def test_a_concern_without_a_reply_has_no_reply_held(testshire: Testshire) -> None:
    """A gap in the papers is named as such, whatever the papers that are held say."""
    register = testshire.load().register
    assert register is not None
    concern = answers(register).loc["2029-first-look.C09"]
    assert (concern["answer"], concern["answered_by"]) == (Answer.NO_REPLY_HELD, ())


def test_own_views_are_there_and_known_as_such(testshire: Testshire) -> None:
    """A concern of the reply's author has an answer as any other, and is marked as his own view."""
    register = testshire.change("C01", voice="respondent").load().register
    assert register is not None
    concern = answers(register).loc[CONCERN]
    assert concern["own_view"]
    assert concern["answer"] == Answer.UNDERTAKING


def test_strengths_have_no_answer(testshire: Testshire) -> None:
    """One row for each concern, and none for anything else."""
    register = testshire.load().register
    assert register is not None
    assert list(answers(register).index) == ["2029-first-look.C09", CONCERN]


def test_where_a_reply_is_held_its_concerns_are_taken(testshire: Testshire) -> None:
    """A concern in another document of a replied-to inspection is not said to be without a reply."""
    reply = testshire.record("second.reply")
    testshire.record("first")["documents"].append(dict(reply))
    register = testshire.load().register
    assert register is not None
    assert list(answers(register).index) == [CONCERN]


def test_an_empty_register_has_the_same_columns(testshire: Testshire) -> None:
    """Columns and the order of answers do not depend on how many rows there are."""
    full, empty = testshire.load().register, Testshire(testshire.folder.with_name("empty")).empty().load().register
    assert full is not None
    assert empty is not None
    assert list(answers(empty).columns) == list(answers(full).columns)
    assert list(answers(empty)["answer"].cat.categories) == [str(answer) for answer in Answer]
