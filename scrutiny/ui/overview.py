"""What the register holds, in a headline and a table."""

from collections.abc import Hashable, Mapping
from datetime import date

import pandas as pd
import streamlit as st

from scrutiny.analysis.summary import COUNTED
from scrutiny.charts.picture import count
from scrutiny.register.records import Settings
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.links import page_link
from scrutiny.ui.table import Row, escaped, html_table

_HEADS = ["Inspection", "Scope", "Documents held", "Known, not held", *COUNTED.values()]


def headline(counted: pd.DataFrame) -> str:
    """State how much the register holds, from the frame that `contents` gives."""
    entries = int(counted[list(COUNTED)].sum().sum())
    held, unread = int(counted["held"].sum()), int(counted["not_held"].sum())
    return (
        f"The register holds {count(entries, 'entry', 'entries')} on {count(len(counted), 'inspection')}, read in "
        f"{count(held, 'document')}. Known but not held: {count(unread, 'further document')}."
    )


def how_recent(settings: Settings, today: date) -> str:
    """Say when the register was last reviewed, and how long ago that is."""
    days = (today - settings.reviewed_on.earliest).days
    ago = f", {count(days, 'day')} ago" if days > 0 else ""
    return (
        f"Counts are counts of entries: of what was written, not of how things are. "
        f"Register last reviewed on {settings.reviewed_on.printed}{ago}."
    )


def ways_in() -> None:
    """Offer three ways into the register."""
    ways = [
        page_link("themes", {"order": "again"}, "What has come back"),
        page_link("timeline", {}, "When it was"),
        page_link("search", {}, "Look for a word"),
    ]
    st.html(f'<p class="around">{" · ".join(ways)}</p>')


def contents_table(counted: pd.DataFrame) -> None:
    """Show one line for each inspection, with a link to its page."""
    lines = counted.rename_axis("id").reset_index().to_dict("records")
    st.html(html_table("Inspections in the order of time", _HEADS, map(_row, lines)))


def _row(line: Mapping[Hashable, object]) -> Row:
    """Write the line of one inspection."""
    link = page_link("inspection", {"inspection": str(line["id"])}, str(line["short_title"]))
    scope = Scope(str(line["scope"])).label
    return [link, *escaped([scope, line["held"], line["not_held"], *(line[name] for name in COUNTED)])]
