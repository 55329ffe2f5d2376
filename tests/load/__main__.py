"""The load test: `python -m tests.load`. Sixty readers at once on a server of its own, on this machine alone.

Each opens a session over the websocket and goes from view to view, two seconds apart, for half a minute. It tells how
long views took, what went wrong and what memory the server held, and exits with 1 on any fault, lost session or memory
that does not come back. It needs Linux, where a process's memory can be looked up.
"""

import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.crowd import crowd, see_all
from tests.load.figures import Memory, latencies, resident
from tests.serving import ROOT, Server, serving

SESSIONS = 60
SECONDS = 30
WARMING = 10
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
    ("commitments", "commitment=undertaking&owner=pcc"),
    ("answers", "answer=acknowledged_only%2Caction_only"),
    ("pairs", "relation=conflicts_with&themes=information_sharing"),
    ("questions", ""),
    ("about", ""),
)


def main() -> int:
    """Run the test and print its figures; give the exit code."""
    with TemporaryDirectory() as folder, serving(ROOT / "data", Path(folder, "log"), settings=AS_DEPLOYED) as server:
        new = _at_rest(server)
        warming = asyncio.run(crowd(server, VIEWS, sessions=SESSIONS, seconds=WARMING))
        rest = _at_rest(server)
        reading = asyncio.run(crowd(server, VIEWS, sessions=SESSIONS, seconds=SECONDS))
        memory = Memory(new, rest, reading.full, _at_rest(server))
        logged = server.log.read_text(encoding="utf-8").splitlines()
    faults = [*warming.faults, *reading.faults, *(line for line in logged if '"level": "info"' not in line)]
    print(f"{SESSIONS} sessions at once for {SECONDS} s: {len(reading.took)} views")
    print(latencies(reading.took), memory.told(SESSIONS), f"faults: {len(faults)}", *faults[:20], sep="\n")
    return int(bool(faults) or not memory.comes_back())


def _at_rest(server: Server) -> float:
    """Give the memory held when those who read have been forgotten, which happens once the next one comes."""
    time.sleep(FORGETTING)
    asyncio.run(see_all(server, VIEWS))
    return resident(server.process.pid)


if __name__ == "__main__":
    sys.exit(main())
