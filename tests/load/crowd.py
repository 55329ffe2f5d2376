"""A crowd without browsers: many sessions at once, each going from view to view with a pause between."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from websockets.exceptions import WebSocketException

from tests.load.figures import resident
from tests.load.reader import Reader, WrongViewError
from tests.serving import Server

THINKING = 2.0
Views = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Crowd:
    """What came of a crowd: seconds that views took, memory of the server (MB) with all there, and what went wrong."""

    took: tuple[float, ...]
    full: float
    faults: tuple[str, ...]


async def see_all(server: Server, views: Views) -> None:
    """See every view once, so that what is made only once is made."""
    async with Reader(server.port) as reader:
        for page, query in views:
            await reader.see(page, query)


async def crowd(server: Server, views: Views, *, sessions: int, seconds: float) -> Crowd:
    """Let so many readers read at once; memory is looked up before anybody leaves."""
    async with AsyncExitStack() as room:
        readers = [await room.enter_async_context(Reader(server.port)) for _ in range(sessions)]
        until = time.monotonic() + seconds
        reading = (_read(reader, views, Random(n), until) for n, reader in enumerate(readers))  # noqa: S311  # only to differ
        outcomes = await asyncio.gather(*reading)
        full = resident(server.process.pid)
    took = tuple(view for seen, _ in outcomes for view in seen)
    return Crowd(took, full, tuple(fault for _, fault in outcomes if fault))


async def _read(reader: Reader, views: Views, chance: Random, until: float) -> tuple[list[float], str]:
    """Go from view to view, coming a little after the others; give the seconds each took, and what went wrong."""
    took: list[float] = []
    await asyncio.sleep(chance.uniform(0, THINKING))
    while time.monotonic() < until:
        page, query = chance.choice(views)
        try:
            took.append(await reader.see(page, query))
        except (WrongViewError, WebSocketException, TimeoutError) as fault:
            return took, f"/{page}?{query}: {fault!r}"
        await asyncio.sleep(THINKING)
    return took, ""
