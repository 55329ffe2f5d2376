"""Real tables: they print whole, are read out row by row, and each row opens its entry."""

from collections.abc import Hashable
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from scrutiny.ui.address import ENTRY


def entry_table(table: pd.DataFrame, *, caption: str) -> None:
    """Show rows of entries, indexed by full id; the id of each opens the entry in this view."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in ["Entry", *table.columns])
    rows = "".join(_row(str(full_id), list(row.items())) for full_id, row in table.iterrows())
    st.html(
        f'<div class="table"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(full_id: str, cells: list[tuple[Hashable, object]]) -> str:
    """Write one row, led by the link that opens it."""
    query = urlencode(st.query_params.to_dict() | {ENTRY: full_id})
    short = full_id.partition(".")[2]
    body = "".join(f'<td data-label="{escape(str(name))}">{escape(str(cell))}</td>' for name, cell in cells)
    link = f'<a href="?{escape(query)}" data-entry="{escape(full_id)}">{escape(short)}</a>'
    return f'<tr><th scope="row">{link}</th>{body}</tr>'
