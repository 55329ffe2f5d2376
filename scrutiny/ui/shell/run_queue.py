"""Views are made one after another, and each goes to its reader whole: many at once only hold each other up.

Python runs one thread at a time. Twenty views that are made at once are all ready at the end, and the thread that
sends them waits behind each; one after another, the first is there at once and the last no later. Sent bit by bit, each
of some forty messages wakes that thread, and it and the view wait for each other: a tenth of the server's time.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

LONGEST = 0.5


class RunQueue:
    """Who may go on, one at a time, in the order of coming."""

    def __init__(self, longest: float = LONGEST) -> None:
        """Let each go on alone for so many seconds; whoever takes longer is no longer waited for."""
        self._longest = longest
        self._changed = Condition()
        self._holder: object | None = None
        self._until = 0.0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until it is one's turn; at the end of the block send what was shown, and let the next go on."""
        own = object()
        with self._changed:
            while self._holder is not None and (left := self._until - time.monotonic()) > 0:
                self._changed.wait(left)
            self._holder = own
            self._until = time.monotonic() + self._longest
        try:
            with _sent_together():
                yield
        finally:
            with self._changed:
                if self._holder is own:
                    self._holder = None
                    self._changed.notify()


@contextmanager
def _sent_together() -> Iterator[None]:
    # not part of Streamlit's public interface, so a test holds it
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:  # a script without a reader
        yield
        return
    send, kept = context._enqueue, list[ForwardMsg]()
    context._enqueue = kept.append
    try:
        yield
    finally:
        context._enqueue = send
        for message in kept:
            send(message)


RUN_QUEUE = RunQueue()
