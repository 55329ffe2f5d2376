"""Readers at once over the real websocket, what a change costs the server, and the memory it holds."""

import asyncio
import os
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from statistics import median, quantiles

from bench.visits import Figures
from scrutiny.register.loading import load
from tests.load.crowd import Crowd, crowd, see_all
from tests.load.figures import resident
from tests.load.reader import Reader
from tests.serving import Server

SESSIONS = (60, 30, 10, 1)
SECONDS = 12
FORGETTING = 25  # seconds after which the server has let go of sessions that were lost (see disconnectedSessionTTL)
_TICKS = os.sysconf("SC_CLK_TCK")
_CHANGES = 48
_SCOPES = ("local", "national")
_VOICES = ("inspectorate", "reported", "respondent", "reported%2Crespondent")
Views = tuple[tuple[str, str], ...]


def crowds(name: str, server: Server, data: Path) -> Figures:
    """Let crowds of several sizes read, the largest first, after a first crowd that has seen every view and left.

    A session takes at most what the largest crowd and the one before it have added, part of which stays.
    """
    views = views_of(data)
    started = resident(server.process.pid)
    asyncio.run(see_all(server, views))
    viewed = resident(server.process.pid)
    first = asyncio.run(crowd(server, views, sessions=max(SESSIONS), seconds=SECONDS / 2))
    time.sleep(FORGETTING)
    asyncio.run(see_all(server, views))
    rest = resident(server.process.pid)
    each = {number: asyncio.run(crowd(server, views, sessions=number, seconds=SECONDS)) for number in SESSIONS}
    figures = {
        f"crowd.{name}.{key}": value for number, seen in each.items() for key, value in told(number, seen).items()
    }
    _tell_faults([first, *each.values()])
    figures[f"crowd.{name}.faults"] = len(first.faults) + sum(len(seen.faults) for seen in each.values())
    figures |= {f"memory.{name}.started": started, f"memory.{name}.seen": viewed, f"memory.{name}.rest": rest}
    figures[f"memory.{name}.session"] = (each[max(SESSIONS)].full - viewed) / max(SESSIONS)
    return figures | {f"cpu.{name}.change": asyncio.run(_change(server))}


def told(number: int, seen: Crowd) -> Figures:
    """Give the middle and the long end of the seconds that views took a crowd of some number."""
    if len(seen.took) < 2:
        return {}
    p95 = quantiles(seen.took, n=20, method="inclusive")[18]
    return {f"{number}.p50": median(seen.took), f"{number}.p95": p95, f"{number}.max": max(seen.took)}


def views_of(data: Path) -> Views:
    """Give views of every page of a register, with and without filters, that name what the register holds."""
    held = load(data).register
    if held is None:
        raise RuntimeError(f"{data} has errors")
    early, middle, late = (held.inspections[len(held.inspections) * n // 4].id for n in (0, 2, 3))
    entry, theme = held.findings[len(held.findings) // 2].full_id, held.themes[0].id
    owner, word = held.settings.commissioner, max(held.findings[0].summary.split(), key=len).strip(".,")
    return (
        ("", ""),
        ("inspection", f"inspection={late}&voice=reported%2Crespondent&scope=local"),
        ("inspection", f"inspection={middle}"),
        ("inspection", f"inspection={early}"),
        ("themes", ""),
        ("themes", f"order=again&kind=concern&theme={theme}"),
        ("themes", f"body={owner}&inspection={middle}%2C{late}"),
        ("timeline", "scope=national"),
        ("search", f"q={word}"),
        ("entry", f"id={entry}"),
        ("commitments", ""),
        ("commitments", f"kind=undertaking&owner={owner}"),
        ("answers", "answer=acknowledged_only%2Caction_only"),
        ("pairs", f"relation=conflicts_with&themes={theme}"),
        ("questions", ""),
        ("about", ""),
    )


async def _change(server: Server) -> float:
    """Give the milliseconds of the processor that a change of filters takes the server, over many of them."""
    filters = [f"scope={scope}&voice={voice}" for scope, voice in product(_SCOPES, _VOICES)]
    async with Reader(server.port) as reader:
        for query in filters:
            await reader.see("themes", query)
        begun = cpu_of(server.process.pid)
        for number in range(_CHANGES):
            await reader.see("themes", filters[number % len(filters)])
        return 1000 * (cpu_of(server.process.pid) - begun) / _CHANGES


def cpu_of(process: int) -> float:
    """Give the seconds of the processor that a process has used (Linux, proc(5): fields 14 and 15 of stat)."""
    _, _, fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")
    user, system = fields.split()[11:13]
    return (int(user) + int(system)) / _TICKS


def _tell_faults(seen: Sequence[Crowd]) -> None:
    """Print the first of what went wrong."""
    for fault in [fault for each in seen for fault in each.faults][:5]:
        print(f"  {fault}")
