"""What the load test tells: how long views took, and what memory the server held when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Memory:
    """Resident memory of the server in megabytes: at rest, with everybody there, and after all have left."""

    rest: float
    full: float
    left: float

    def comes_back(self) -> bool:
        """Tell whether most of what the sessions took was given back."""
        return self.left - self.rest < (self.full - self.rest) / 2

    def told(self, sessions: int) -> str:
        """Give the figures in a line."""
        each = (self.full - self.rest) / sessions
        return (
            f"memory: {self.rest:.0f} MB at rest, {self.full:.0f} MB with {sessions} sessions "
            f"({each:.2f} MB each), {self.left:.0f} MB after all have left"
        )


def latencies(seconds: Sequence[float]) -> str:
    """Give the middle and the long end of how long views took, in milliseconds."""
    cuts = [1000 * cut for cut in quantiles(seconds, n=100, method="inclusive")]
    ends = [f"p{share} {cuts[share - 1]:.0f} ms" for share in (50, 90, 99)]
    return f"latency: {', '.join(ends)}, most {1000 * max(seconds):.0f} ms"


def resident(process: int) -> float:
    """Give the resident memory of a process in megabytes (Linux)."""
    found = _RESIDENT.search(Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    if not found:
        raise RuntimeError(f"process {process} has no resident memory: it has ended")
    return int(found[1]) / 1024
