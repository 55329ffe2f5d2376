"""What the register holds, in a headline and a table."""

from datetime import date
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from scrutiny.analysis.summary import COUNTED
from scrutiny.charts.picture import count
from scrutiny.register.records import Settings
from scrutiny.register.vocabulary import Scope

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


def contents_table(counted: pd.DataFrame) -> None:
    """Show one line for each inspection, with a link to its page."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in _HEADS)
    rows = "".join(_row(str(row["id"]), row) for row in counted.rename_axis("id").reset_index().to_dict("records"))
    st.html(
        '<div class="table"><table><caption>Inspections in the order of time</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(inspection: str, row: dict[object, object]) -> str:
    """Write the line of one inspection."""
    link = f'<a href="inspection?{urlencode({"inspection": inspection})}">{escape(str(row["short_title"]))}</a>'
    cells = [Scope(str(row["scope"])).label, row["held"], row["not_held"], *(row[name] for name in COUNTED)]
    body = "".join(
        f'<td data-label="{escape(name)}">{escape(str(cell))}</td>'
        for name, cell in zip(_HEADS[1:], cells, strict=True)
    )
    return f'<tr><th scope="row">{link}</th>{body}</tr>'
