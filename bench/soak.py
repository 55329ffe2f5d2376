"""Twenty readers who come and go for two hours: whether the memory of the server stays level. `make soak`.

Prints the memory minute by minute. Exits with 1 if it moves by more than 10 MB in the second half, or if a view fails.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from websockets.exceptions import WebSocketException

from bench.crowds import VIEWS, faults_logged, resident
from bench.reader import Reader, WrongViewError
from bench.registers import REAL
from bench.servers import Server, dashboard

SESSIONS = 20
PAUSE = 10.0  # seconds between one view and the next
STAY = 300.0  # seconds after which a reader leaves and another comes
LEVEL = 10.0  # megabytes


def main() -> int:
    """Let readers come and go, print the curve, return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0, help="how long; two hours by default")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, dashboard(REAL, Path(folder, "soak.log")) as server:
        memory, faults = asyncio.run(soak(server, 60 * options.minutes))
        faults += faults_logged(server.log)
    moved = movement(memory)
    print(*faults[:20], f"{moved:.1f} MB between the least and the most in the second half", sep="\n")
    return int(bool(faults) or moved > LEVEL)


async def soak(server: Server, seconds: float) -> tuple[list[float], list[str]]:
    """Return the memory in megabytes, minute by minute, and what went wrong."""
    until = time.monotonic() + seconds
    readers = [asyncio.create_task(_come_and_go(server.port, Random(n), until)) for n in range(SESSIONS)]  # noqa: S311  # to differ
    memory = []
    while time.monotonic() < until:
        await asyncio.sleep(60)
        memory.append(resident(server.process.pid))
        print(f"{len(memory):4} min {memory[-1]:8.1f} MB", flush=True)
    return memory, [fault for faults in await asyncio.gather(*readers) for fault in faults]


async def _come_and_go(port: int, chance: Random, until: float) -> list[str]:
    """Read as one reader after another, from view to view; return what went wrong."""
    faults = []
    await asyncio.sleep(chance.uniform(0, PAUSE))
    while time.monotonic() < until:
        leaves = min(until, time.monotonic() + chance.uniform(0.5, 1.5) * STAY)
        page, query = "", ""
        try:
            async with Reader(port) as reader:
                while time.monotonic() < leaves:
                    page, query = chance.choice(VIEWS)
                    await reader.see(page, query)
                    await asyncio.sleep(chance.uniform(0.5, 1.5) * PAUSE)
        except (WrongViewError, WebSocketException, TimeoutError, OSError) as error:
            faults.append(f"/{page}?{query}: {error!r}")
    return faults


def movement(memory: list[float]) -> float:
    """Return by how much memory moved in the second half of the time."""
    half = memory[len(memory) // 2 :]
    return max(half) - min(half) if half else 0.0


if __name__ == "__main__":
    sys.exit(main())
