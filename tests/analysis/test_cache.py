"""What is worked out of a register is worked out once."""

from datetime import date

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from tests.testshire import Testshire


def test_the_same_question_has_the_same_answer(register: Register) -> None:
    """Two readers share one frame."""
    assert checkable_commitments(register, date(2030, 12, 1)) is checkable_commitments(register, date(2030, 12, 1))


def test_another_day_is_another_question(register: Register) -> None:
    """What depends on today is worked out anew."""
    assert checkable_commitments(register, date(2030, 12, 1)) is not checkable_commitments(register, date(2030, 12, 2))


def test_another_register_is_another_question(register: Register, testshire: Testshire) -> None:
    """An edit shows, even if it changes nothing."""
    again = load(testshire.write()).register
    assert again is not None
    assert checkable_commitments(register, date(2030, 12, 1)) is not checkable_commitments(again, date(2030, 12, 1))
