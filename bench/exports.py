"""Exports of the real register from the command line, and how long the package takes to import."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.visits import Figures
from tests.serving import ROOT

FORMATS = ("pptx", "docx", "xlsx", "csv", "json")
ROUNDS = 5
_IMPORT = "import scrutiny.store, scrutiny.analysis.frames"  # what reads the register, and what brings pandas
_PATIENCE = 60


def exports(data: Path) -> Figures:
    """Make every export in turn, each by a command of its own, and import what serves the register."""
    took: dict[str, list[float]] = {}
    with TemporaryDirectory() as folder:
        commands = {form: _export(form, data, Path(folder, form)) for form in FORMATS}
        commands["import"] = ["-c", _IMPORT]
        commands["python"] = ["-c", ""]
        for _ in range(ROUNDS):
            for name, command in commands.items():
                took.setdefault(name, []).append(_seconds(command))
    python = took.pop("python")
    took["import"] = [one - other for one, other in zip(took["import"], python, strict=True)]
    return {f"export.{name}": median(seconds) for name, seconds in took.items()}


def _export(form: str, data: Path, output: Path) -> list[str]:
    """Give the command that makes one export."""
    return ["-m", "scrutiny", "export", "--format", form, "--data", str(data), "--output", str(output)]


def _seconds(command: list[str]) -> float:
    """Run Python so, and give the seconds by the clock on the wall."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, timeout=_PATIENCE)  # noqa: S603  # our own
    return time.perf_counter() - begun
