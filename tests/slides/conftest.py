"""What tests of slides share: an order of the made-up register, or of the real one."""

from collections.abc import Callable
from datetime import date

import pytest

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.register.register import Register
from scrutiny.slides.deck_request import DeckRequest

TODAY = date(2031, 2, 1)
Ordered = Callable[..., DeckRequest]


@pytest.fixture
def order(register: Register) -> Ordered:
    """Give a function that makes an order of the made-up register, or of another one."""

    def make(
        of: Register = register,
        *,
        sheet: Sheet | None = None,
        meeting: Meeting | None = None,
        **chosen: tuple[str, ...],
    ) -> DeckRequest:
        return DeckRequest(of, frames(of), Choice(**chosen), sheet or Sheet(), TODAY, meeting or Meeting())

    return make
