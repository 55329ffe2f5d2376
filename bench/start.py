"""Starting: from the start of a process until it answers and the first view has come over the websocket."""

import asyncio
import time
from pathlib import Path
from statistics import median

from bench.servers import serving
from bench.visits import Figures, ratio
from tests.load.reader import Reader

ROUNDS = 5


def start(data: Path, entries: Path, log: Path) -> Figures:
    """Start the dashboard and the bare page in turn."""
    sources = {"dashboard": data, "bare": entries}
    took: dict[str, list[float]] = {name: [] for name in sources}
    for _ in range(ROUNDS):
        for name, source in sources.items():
            took[name].append(_until_ready(name, source, log))
    figures = {f"start.{name}": median(seconds) for name, seconds in took.items()}
    return figures | {"start.of_bare": ratio(took["dashboard"], took["bare"])}


def _until_ready(name: str, source: Path, log: Path) -> float:
    """Give the seconds that one start takes."""
    begun = time.perf_counter()
    with serving(name, source, log) as server:
        asyncio.run(_first_view(server.port))
        return time.perf_counter() - begun


async def _first_view(port: int) -> None:
    """Take the first view whole."""
    async with Reader(port) as reader:
        await reader.see("", "")
