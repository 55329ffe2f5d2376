"""Exports of the real register from the command line, and how long the package takes to import."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.servers import ROOT

_FORMATS = ("pptx", "docx", "xlsx", "csv", "json")
_ROUNDS = 5


def exports(data: Path) -> dict[str, float]:
    """Measure every export in turn, by a command of its own; the import is less what an empty Python takes."""
    with TemporaryDirectory() as folder:
        export = ["-m", "scrutiny", "export", "--data", str(data), "--output", str(Path(folder, "file")), "--format"]
        commands = {form: [*export, form] for form in _FORMATS}
        # The store reads the register; the frames bring pandas.
        commands |= {"import": ["-c", "import scrutiny.store, scrutiny.analysis.frames"], "python": ["-c", ""]}
        rounds = [{name: _seconds(command) for name, command in commands.items()} for _ in range(_ROUNDS)]
    figures = {f"export.{form}": median(seconds[form] for seconds in rounds) for form in _FORMATS}
    return figures | {"export.import": median(seconds["import"] - seconds["python"] for seconds in rounds)}


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, timeout=60)  # noqa: S603  # our own command
    return time.perf_counter() - begin
