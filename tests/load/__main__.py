"""The load test: `python -m tests.load`. Sixty readers at once on a server of its own, on this machine alone.

Each opens a session over the websocket and goes from view to view, two seconds apart, for half a minute. It tells how
long views took, what went wrong and what memory the server held, and exits with 1 on any fault, lost session or memory
that does not come back. It needs Linux, where a process's memory can be looked up.
"""

import asyncio
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from websockets.exceptions import WebSocketException

from tests.load.figures import Memory, latencies, resident
from tests.load.reader import Reader, WrongViewError
from tests.serving import ROOT, Server, serving

SESSIONS = 60
SECONDS = 30
WARMING = 10
THINKING = 2.0
FORGETTING = 25  # seconds after which the server has let go of a session that was lost (see disconnectedSessionTTL)
AS_DEPLOYED = {"MALLOC_ARENA_MAX": "2"}  # as the service and the container set it
VIEWS = (
    ("", ""),
    ("inspection", "inspection=2026-online-abuse&voice=reported%2Crespondent&scope=local"),
    ("inspection", "inspection=2025-group-exploitation&entry=2025-group-exploitation.A02"),
    ("inspection", "inspection=2017-child-protection"),
    ("themes", ""),
    ("themes", "order=again&kind=concern&theme=supervision"),
    ("themes", "body=pcc%2Cdpcc&inspection=2026-family-environment%2C2026-online-abuse"),
    ("timeline", "scope=national"),
    ("search", "q=supervision"),
    ("entry", "id=2026-family-environment.C08"),
    ("commitments", ""),
    ("commitments", "kind=undertaking&owner=pcc"),
    ("answers", "answer=acknowledged_only%2Caction_only"),
    ("pairs", "relation=conflicts_with&theme=information_sharing"),
    ("questions", ""),
    ("about", ""),
)


def main() -> int:
    """Run the test and print its figures; give the exit code."""
    with TemporaryDirectory() as folder, serving(ROOT / "data", Path(folder, "log"), settings=AS_DEPLOYED) as server:
        new = _at_rest(server)
        _, _, faults = asyncio.run(_all_at_once(server, WARMING))
        rest = _at_rest(server)
        took, full, more = asyncio.run(_all_at_once(server, SECONDS))
        memory = Memory(new, rest, full, _at_rest(server))
        logged = server.log.read_text(encoding="utf-8").splitlines()
    faults += more + [line for line in logged if '"level": "info"' not in line]
    print(f"{SESSIONS} sessions at once for {SECONDS} s: {len(took)} views")
    print(latencies(took), memory.told(SESSIONS), f"faults: {len(faults)}", *faults[:20], sep="\n")
    return int(bool(faults) or not memory.comes_back())


def _at_rest(server: Server) -> float:
    """Give the memory held when those who read have been forgotten, which happens once the next one comes."""
    time.sleep(FORGETTING)
    asyncio.run(_see_all(server))
    return resident(server.process.pid)


async def _see_all(server: Server) -> None:
    """See every view once, so that what is made only once is made."""
    async with Reader(server.port) as reader:
        for page, query in VIEWS:
            await reader.see(page, query)


async def _all_at_once(server: Server, seconds: float) -> tuple[list[float], float, list[str]]:
    """Let everybody read; give the seconds that views took, the memory before anybody leaves, and what went wrong."""
    async with AsyncExitStack() as room:
        readers = [await room.enter_async_context(Reader(server.port)) for _ in range(SESSIONS)]
        until = time.monotonic() + seconds
        outcomes = await asyncio.gather(*(_read(reader, Random(n), until) for n, reader in enumerate(readers)))  # noqa: S311  # only to differ
        full = resident(server.process.pid)
    return [view for took, _ in outcomes for view in took], full, [fault for _, fault in outcomes if fault]


async def _read(reader: Reader, chance: Random, until: float) -> tuple[list[float], str]:
    """Go from view to view, coming a little after the others; give the seconds each took, and what went wrong."""
    took: list[float] = []
    await asyncio.sleep(chance.uniform(0, THINKING))
    while time.monotonic() < until:
        page, query = chance.choice(VIEWS)
        try:
            took.append(await reader.see(page, query))
        except (WrongViewError, WebSocketException, TimeoutError) as fault:
            return took, f"/{page}?{query}: {fault!r}"
        await asyncio.sleep(THINKING)
    return took, ""


if __name__ == "__main__":
    sys.exit(main())
