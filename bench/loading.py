"""Loading a whole register against the YAML C loader alone, each in a process of its own.

Seconds are of the processor, so that what else the machine does counts less.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import yaml

from bench.servers import ROOT
from scrutiny.analysis.frames import frames
from scrutiny.register.loading import load

Figures = dict[str, float]
_ROUNDS = 5


def loading(register: Path) -> Figures:
    """Measure both in turn, several times; a ratio is the median of those of the rounds."""
    rounds = [(_in_process("alone", register), _in_process("whole", register)) for _ in range(_ROUNDS)]
    return {
        "load.alone": median(alone["seconds"] for alone, _ in rounds),
        "load.whole": median(whole["seconds"] for _, whole in rounds),
        "load.of_alone": median(whole["seconds"] / alone["seconds"] for alone, whole in rounds),
        "load.peak": median(whole["megabytes"] for _, whole in rounds),
    }


def _in_process(what: str, data: Path) -> Figures:
    command = [sys.executable, "-m", "bench.loading", what, str(data)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=180)  # noqa: S603  # our own
    if done.returncode:
        raise RuntimeError(done.stderr[-1000:])
    figures: Figures = json.loads(done.stdout)
    return figures


def measure(what: str, data: Path) -> Figures:
    """Read every file by the YAML C loader `alone`, or load and check the register and make its frames (`whole`)."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yaml"))] if what == "alone" else []
    begin = time.process_time()
    for text in texts:
        yaml.load(text, yaml.CSafeLoader)
    if what == "whole":
        register = load(data).register
        if register is None:
            raise RuntimeError(f"{data} has errors")
        frames(register)
    seconds = time.process_time() - begin
    # Linux tells the most memory held so far in kilobytes.
    return {"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
