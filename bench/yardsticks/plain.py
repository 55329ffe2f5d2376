"""A plain HTML page with the same figures, and Plotly beside it as its package ships it."""

from pathlib import Path

from plotly.offline import get_plotlyjs

from bench.yardsticks.figures import FIGURES, read_entries


def write_page(entries: Path, folder: Path) -> None:
    """Write the page and its one script into a folder."""
    shown = read_entries(entries)
    charts = (figure(shown).to_html(full_html=False, include_plotlyjs=False) for figure in FIGURES)
    head = '<!doctype html><meta charset="utf-8"><title>Entries</title><script src="plotly.min.js"></script>'
    (folder / "plotly.min.js").write_text(get_plotlyjs(), encoding="utf-8")
    (folder / "index.html").write_text(f"{head}<h1>Entries</h1>{''.join(charts)}", encoding="utf-8")
