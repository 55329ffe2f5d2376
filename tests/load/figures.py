"""What the load test tells: how long views took, and what memory the server held when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)
_KEPT_FOR_ALL = 15


@dataclass(frozen=True)
class Memory:
    """Resident memory of the server in megabytes, at four moments.

    When nobody has read but one; at rest, when a first crowd has come and gone and what is kept for all is there; with
    everybody there; and when they have left.
    """

    new: float
    rest: float
    full: float
    left: float

    def comes_back(self) -> bool:
        """Tell whether the server is at rest again as it was before; what is kept for all may have grown a little."""
        return self.left - self.rest < _KEPT_FOR_ALL

    def told(self, sessions: int) -> str:
        """Give the figures in a line; a session takes at most what was added since the server was new."""
        each = (self.full - self.new) / sessions
        return (
            f"memory: {self.new:.0f} MB when new, {self.rest:.0f} MB at rest, {self.full:.0f} MB with {sessions} "
            f"sessions (at most {each:.2f} MB each), {self.left:.0f} MB after all have left"
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
