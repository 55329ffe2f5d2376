"""Views are made one after another, and nobody waits for ever."""

from threading import Event, Thread

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.ui.shell.run_queue import RunQueue

PATIENCE = 10


def test_turn_one_at_a_time() -> None:
    """While one is at it the next waits, and goes on when the first is done."""
    turns, second_is_in = RunQueue(PATIENCE), Event()

    def second() -> None:
        with turns.turn():
            second_is_in.set()

    with turns.turn():
        thread = Thread(target=second)
        thread.start()
        assert not second_is_in.wait(0.05), "the second goes on beside the first"
    assert second_is_in.wait(PATIENCE)
    thread.join(PATIENCE)


def test_turn_who_takes_too_long_is_no_longer_waited_for() -> None:
    """A view that takes long holds up the others for a moment only, and its end takes no turn from another."""
    turns, slow_may_go = RunQueue(0.01), Event()
    slow_is_in = Event()

    def slow() -> None:
        with turns.turn():
            slow_is_in.set()
            slow_may_go.wait(PATIENCE)

    thread = Thread(target=slow)
    thread.start()
    assert slow_is_in.wait(PATIENCE)
    with turns.turn():
        slow_may_go.set()
        thread.join(PATIENCE)
        assert turns._holder is not None, "the turn is still that of the second"


def test_turn_ends_with_a_fault() -> None:
    """A view that fails, or is begun again, lets the next go on."""
    turns = RunQueue(PATIENCE)
    with pytest.raises(ValueError, match="a fault"), turns.turn():
        raise ValueError("a fault")
    with turns.turn():
        pass


_SCRIPT = """
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from scrutiny.ui.shell.run_queue import RunQueue

context, sent = get_script_run_ctx(), []
send = context._enqueue
context._enqueue = lambda message: (sent.append(message), send(message))
with RunQueue().turn():
    st.text("first")
    st.text("second")
    early = len(sent)
st.session_state.sent = early, len(sent)
"""


def test_turn_sends_a_view_whole_at_its_end() -> None:
    """Nothing goes to the reader before the end of the block, and then all of it in its order."""
    page = AppTest.from_string(_SCRIPT).run()
    assert not page.exception
    assert page.session_state["sent"] == (0, 2)
    assert [text.value for text in page.text] == ["first", "second"]
