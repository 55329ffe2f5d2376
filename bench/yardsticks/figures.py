"""The three figures that the yardsticks show, and the entries behind them, made with plain Plotly and pandas."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pandas as pd
import plotly.express as px

_KINDS = {"actions": "action", "commitments": "commitment"}
_COLUMNS = [
    "full_id",
    "inspection",
    "kind",
    "scope",
    "theme",
    "summary",
    "excerpt",
    "owner",
    "specific",
    "due",
    "measure",
]
_TICKS = ("owner", "specific", "due", "measure")


def write_entries(data: Path, path: Path) -> None:
    """Write the entries of a register, as the command line exports them, into one CSV file."""
    with TemporaryDirectory() as folder:
        archive = Path(folder, "register.zip")
        command = [sys.executable, "-m", "scrutiny", "export", "--format", "csv", "--data", str(data)]
        subprocess.run([*command, "--output", str(archive)], check=True)  # noqa: S603  # our own command
        with ZipFile(archive) as held:
            tables = [_table(held.read(f"{name}.csv"), name) for name in ("findings", "actions", "commitments")]
    pd.concat(tables).reindex(columns=_COLUMNS).to_csv(path, index=False)


def _table(raw: bytes, name: str) -> pd.DataFrame:
    """Read one table of the export, with columns that all have."""
    table = pd.read_csv(BytesIO(raw), encoding="utf-8-sig", dtype=str, keep_default_na=False)
    table["kind"] = _KINDS.get(name, table.get("polarity"))
    table["theme"] = table["themes"].str.split("; ").str[0]
    return table.rename(columns={"due.printed": "due"})


def read_entries(path: Path) -> pd.DataFrame:
    """Read the entries back."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def matrix(entries: pd.DataFrame) -> Any:
    """Draw every entry as a mark by theme and inspection, those of one cell side by side, with its words to hover."""
    cells = entries.groupby(["inspection", "theme"]).cumcount()
    places = entries["inspection"].astype("category").cat.codes + cells / 40
    hover = ["full_id", "summary", "excerpt"]
    return px.scatter(
        entries.assign(place=places), x="place", y="theme", color="kind", symbol="kind", hover_data=hover, height=700
    )


def bars(entries: pd.DataFrame) -> Any:
    """Draw the number of entries of each theme and kind as bars."""
    counted = entries.groupby(["theme", "kind"]).size().reset_index(name="entries")
    return px.bar(counted, x="entries", y="theme", color="kind", height=600)


def ticks(entries: pd.DataFrame) -> Any:
    """Draw for how many commitments an owner, a specific act, a date and a measure are printed."""
    commitments = entries[entries["kind"] == "commitment"]
    counted = [(tick, int((~commitments[tick].isin(["", "false"])).sum())) for tick in _TICKS]
    return px.bar(pd.DataFrame(counted, columns=["tick", "commitments"]), x="tick", y="commitments")


FIGURES = (matrix, bars, ticks)
