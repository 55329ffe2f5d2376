"""Memory that is no longer used goes back to the machine while the server runs."""

import asyncio
import gc
import weakref

import pytest

from scrutiny.server import memory


class _Ring:
    """Something that only a search for garbage finds."""

    def __init__(self) -> None:
        self.itself = self


def test_what_readers_left_behind_is_found_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time after time, and the task ends when the server does."""
    monkeypatch.setattr(memory, "_PAUSE", 0.01)
    gc.disable()
    try:
        left = weakref.ref(_Ring())

        async def serve() -> None:
            task = asyncio.create_task(memory.give_back_memory())
            for _ in range(500):
                if left() is None:
                    break
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        asyncio.run(serve())
        assert left() is None
    finally:
        gc.enable()
