"""Views are made one after another: many at once only hold each other up.

Python runs one thread at a time. Twenty views that are made at once are all ready at the end, and the thread that
sends them waits behind each; one after another, the first is there at once and the last no later.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

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
        """Wait until it is one's turn, and let the next go on at the end of the block."""
        own = object()
        with self._changed:
            while self._holder is not None and (left := self._until - time.monotonic()) > 0:
                self._changed.wait(left)
            self._holder = own
            self._until = time.monotonic() + self._longest
        try:
            yield
        finally:
            with self._changed:
                if self._holder is own:
                    self._holder = None
                    self._changed.notify()


RUN_QUEUE = RunQueue()
