"""Sixty readers at once over the real websocket: how long views take, what goes wrong, and what memory is held."""

import asyncio
import os
import re
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from itertools import product
from pathlib import Path
from random import Random
from statistics import median, quantiles

from websockets.exceptions import WebSocketException

from bench.reader import Reader, WrongViewError
from bench.servers import Server

SESSIONS = 60
SECONDS = 30
PAUSE = 2.0  # seconds between one view and the next
FORGETTING = 25  # seconds after which the server has let go of lost sessions (see disconnectedSessionTTL)
CHANGES = 48
# Page and query of views of every page, with and without filters; the ids are those of the real register.
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
    ("replies", "answer=none_listed%2Caction"),
    ("then-and-since", "came_back=2017-child-protection"),
    ("then-and-since", "relation=conflicts_with&themes=information_sharing"),
    ("questions", ""),
    ("about", ""),
)
FILTERS = [
    f"scope={scope}&voice={voice}"
    for scope, voice in product(
        ("local", "national"), ("inspectorate", "reported", "respondent", "reported%2Crespondent")
    )
]


async def crowd(server: Server) -> dict[str, float]:
    """Let a crowd read, after a first one that has seen everything and left."""
    process = server.process.pid
    await _see_all(server)
    new = resident(process)
    _, _, first_faults = await _read_together(server, SECONDS / 3)
    rest = await _at_rest(server)
    seconds, full, faults = await _read_together(server, SECONDS)
    cpu = await _filter_change(server)
    left = await _at_rest(server)
    faults = [*first_faults, *faults, *faults_logged(server.log)]
    for fault in faults[:20]:
        print(f"  {fault}")
    return latencies(seconds) | {
        "faults": len(faults),
        "rest": rest,
        "session": (full - new) / SESSIONS,  # at most: part of it is kept for all
        "growth": left - rest,
        "cpu": cpu,
    }


async def _see_all(server: Server) -> None:
    async with Reader(server.port) as reader:
        for page, query in VIEWS:
            await reader.see(page, query)


async def _at_rest(server: Server) -> float:
    """Return the memory held when all who read are forgotten, which happens once somebody comes."""
    await asyncio.sleep(FORGETTING)
    await _see_all(server)
    return resident(server.process.pid)


async def _read_together(server: Server, duration: float) -> tuple[list[float], float, list[str]]:
    """Return the seconds that each view took, the memory of the server with all there, and what went wrong."""
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Reader(server.port)) for _ in range(SESSIONS)]
        until = time.monotonic() + duration
        seconds: list[float] = []
        reading = (_read(reader, Random(n), until, seconds) for n, reader in enumerate(readers))  # noqa: S311  # to differ
        faults = await asyncio.gather(*reading)
        return seconds, resident(server.process.pid), list(filter(None, faults))


async def _read(reader: Reader, chance: Random, until: float, seconds: list[float]) -> str:
    """Go from view to view and add the seconds that each takes; return what went wrong, if anything."""
    await asyncio.sleep(chance.uniform(0, PAUSE))
    while time.monotonic() < until:
        page, query = chance.choice(VIEWS)
        try:
            seconds.append(await reader.see(page, query))
        except (WrongViewError, WebSocketException, TimeoutError) as error:
            return f"/{page}?{query}: {error!r}"
        await asyncio.sleep(PAUSE)
    return ""


async def _filter_change(server: Server) -> float:
    """Return the milliseconds of the processor that a change of filters takes the server, over many of them."""
    async with Reader(server.port) as reader:
        for query in FILTERS:
            await reader.see("themes", query)
        begin = cpu_seconds(server.process.pid)
        for n in range(CHANGES):
            await reader.see("themes", FILTERS[n % len(FILTERS)])
        return 1000 * (cpu_seconds(server.process.pid) - begin) / CHANGES


def faults_logged(log: Path) -> list[str]:
    """Return what a server has logged since its start but its stop; what it says before that is of the register."""
    _, _, since = log.read_text(encoding="utf-8").rpartition('"event": "server started"}')
    return [line for line in since.splitlines() if line and '"level": "info"' not in line]


def latencies(seconds: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum; nothing of fewer than two views, rather than a good figure."""
    if len(seconds) <= 1:
        return {}
    return {"p50": median(seconds), "p95": quantiles(seconds, n=20, method="inclusive")[18], "max": max(seconds)}


def resident(process: int) -> float:
    """Return the resident memory of a process in megabytes (Linux)."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    if not found:
        raise RuntimeError(f"process {process} has ended")
    return int(found[1]) / 1024


def cpu_seconds(process: int) -> float:
    """Return the seconds of the processor that a process has used (Linux, proc(5): fields 14 and 15 of stat)."""
    _, _, fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")
    user, system = fields.split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
