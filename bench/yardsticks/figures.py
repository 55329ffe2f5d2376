"""The three charts of both yardsticks, as one usually writes them, and the plain page that shows them."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pandas as pd
import plotly.express as px
from plotly.offline import get_plotlyjs

_KINDS = {"findings": "", "actions": "action", "commitments": "commitment"}
_COLUMNS = ["full_id", "inspection", "kind", "scope", "voice", "theme", "summary", "excerpt"]


def write_entries(data: Path, path: Path) -> None:
    """Write findings, actions and commitments of a register, as the command line exports them, into one CSV file."""
    with TemporaryDirectory() as folder:
        archive = Path(folder, "register.zip")
        export = [sys.executable, "-m", "scrutiny", "export", "--format", "csv", "--data", str(data)]
        subprocess.run([*export, "--output", str(archive)], check=True)  # noqa: S603  # our own command
        with ZipFile(archive) as files:
            tables = []
            for name, kind in _KINDS.items():
                entries = pd.read_csv(files.open(f"{name}.csv"), encoding="utf-8-sig", dtype=str, keep_default_na=False)
                entries["kind"] = kind or entries["polarity"]
                entries["theme"] = entries["themes"].str.split("; ").str[0]
                tables.append(entries[_COLUMNS])
    pd.concat(tables).to_csv(path, index=False)


def read_entries(path: Path) -> pd.DataFrame:
    """Read the entries back."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def charts(entries: pd.DataFrame) -> list[Any]:
    """Draw every entry as a mark by theme and inspection, with its words to hover, and two charts of bars."""
    beside = entries.groupby(["inspection", "theme"]).cumcount() / 40  # those of one cell side by side
    marks = entries.assign(x=entries["inspection"].astype("category").cat.codes + beside)
    hover = ["full_id", "summary", "excerpt"]
    themes = entries.groupby(["theme", "kind"]).size().reset_index(name="entries")
    voices = entries.groupby(["voice", "kind"]).size().reset_index(name="entries")
    return [
        px.scatter(marks, x="x", y="theme", color="kind", symbol="kind", hover_data=hover, height=700),
        px.bar(themes, x="entries", y="theme", color="kind", height=600),
        px.bar(voices, x="voice", y="entries", color="kind"),
    ]


def write_page(entries: Path, folder: Path) -> None:
    """Write a plain HTML page with the charts, and Plotly beside it as its package ships it, into a new folder."""
    divs = (chart.to_html(full_html=False, include_plotlyjs=False) for chart in charts(read_entries(entries)))
    head = '<!doctype html><meta charset="utf-8"><title>Entries</title><script src="plotly.min.js"></script>'
    folder.mkdir()
    (folder / "plotly.min.js").write_text(get_plotlyjs(), encoding="utf-8")
    (folder / "index.html").write_text(f"{head}<h1>Entries</h1>{''.join(divs)}", encoding="utf-8")
