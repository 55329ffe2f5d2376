"""Real tables: they print whole, are read out row by row, and each row opens its entry."""

from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from scrutiny.ui.address import ENTRY


def entry_table(table: pd.DataFrame, *, caption: str) -> None:
    """Show rows of entries, indexed by full id; the id of each opens the entry in this view."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in ["Entry", *table.columns])
    rows = "".join(_row(str(full_id), row) for full_id, row in zip(table.index, table.itertuples(index=False), strict=True))
    st.html(
        f'<div class="table"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(full_id: str, cells: tuple[object, ...]) -> str:
    """Write one row, led by the link that opens it."""
    query = urlencode(st.query_params.to_dict() | {ENTRY: full_id})
    short = full_id.partition(".")[2]
    body = "".join(f"<td>{escape(str(cell))}</td>" for cell in cells)
    return f'<tr><th scope="row"><a href="?{escape(query)}" data-entry="{escape(full_id)}">{escape(short)}</a></th>{body}</tr>'
