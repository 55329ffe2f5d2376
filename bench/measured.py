"""What one process of its own does to a register, and what that took: `python -m bench.measured WHAT FOLDER`.

Seconds are of the processor, of this process and of any that it starts, so that what else the machine does counts less.
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from scrutiny.analysis.frames import frames
from scrutiny.register.loading import load
from scrutiny.store import QUIET, Store

_LOADER = yaml.CSafeLoader
_MENDED = "Mended "


def alone(data: Path) -> float:
    """Read every file by the YAML C loader alone."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yaml"))]
    begun = cpu()
    for text in texts:
        yaml.load(text, _LOADER)  # noqa: S506  # a safe loader
    return cpu() - begun


def whole(data: Path) -> float:
    """Load and check a register, and make its frames."""
    begun = cpu()
    register = load(data).register
    if register is None:
        raise RuntimeError(f"{data} has errors")
    frames(register)
    return cpu() - begun


def again(data: Path) -> float:
    """Read a register, change one file of it, and let the store that serves it read it again."""
    store = Store(data)
    store.look(0)
    before = store.served.digest
    _change_one(data)
    begun = cpu()
    store.look(1)
    store.look(1 + QUIET)
    took = cpu() - begun
    if not before or store.served.digest == before:
        raise RuntimeError(f"the change of a file of {data} was not read")
    return took


def cpu() -> float:
    """Give the seconds of the processor so far."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak() -> float:
    """Give the most memory held so far, in megabytes (Linux tells it in kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _change_one(data: Path) -> None:
    """Add a word to the first finding of the middle inspection, or take it out again, so that it stays right."""
    findings = sorted(data.glob("inspections/*/findings.yaml"))
    path = findings[len(findings) // 2]
    before, name, after = path.read_text(encoding="utf-8").partition("  summary: ")
    mended = after.removeprefix(_MENDED) if after.startswith(_MENDED) else f"{_MENDED}{after}"
    path.write_text(f"{before}{name}{mended}", encoding="utf-8")


MEASURED: dict[str, Callable[[Path], float]] = {"alone": alone, "whole": whole, "again": again}

if __name__ == "__main__":
    taken = MEASURED[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"seconds": taken, "megabytes": peak()}))
