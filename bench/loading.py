"""Loading: a whole register and one changed file, against the YAML C loader alone, each in a process of its own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.visits import Figures, ratio
from tests.serving import ROOT

ROUNDS = 5
_PATIENCE = 180


def loading(register: Path, *, rounds: int = ROUNDS) -> Figures:
    """Measure in turn; the changed file is one of a copy, so that the register stays as it is."""
    seconds: dict[str, list[float]] = {"alone": [], "whole": [], "again": []}
    megabytes: list[float] = []
    with TemporaryDirectory() as folder:
        copy = shutil.copytree(register, Path(folder, "copy"))
        for _ in range(rounds):
            for what, taken in seconds.items():
                told = _measured(what, copy if what == "again" else register)
                taken.append(told["seconds"])
                megabytes += [told["megabytes"]] if what == "whole" else []
    return {
        "load.alone": median(seconds["alone"]),
        "load.whole": median(seconds["whole"]),
        "load.again": median(seconds["again"]),
        "load.whole.of_alone": ratio(seconds["whole"], seconds["alone"]),
        "load.again.of_alone": ratio(seconds["again"], seconds["alone"]),
        "load.peak": median(megabytes),
    }


def large(register: Path) -> Figures:
    """Load the largest register once, and the C loader alone beside it."""
    whole, alone = _measured("whole", register), _measured("alone", register)
    return {
        "large.whole": whole["seconds"],
        "large.whole.of_alone": whole["seconds"] / alone["seconds"],
        "large.peak": whole["megabytes"],
    }


def _measured(what: str, data: Path) -> dict[str, float]:
    """Do one thing in a new process and give what it took; RuntimeError says why it could not."""
    command = [sys.executable, "-m", "bench.measured", what, str(data)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=_PATIENCE)  # noqa: S603  # our own
    if done.returncode:
        raise RuntimeError(done.stderr[-1000:])
    told: dict[str, float] = json.loads(done.stdout)
    return told
