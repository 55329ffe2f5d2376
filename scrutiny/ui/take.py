"""What can be taken away of the register: the entries of a view as a workbook, and the whole of it."""

from html import escape

import streamlit as st

from scrutiny.exports.json import register_json
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.ui.address import address_of_view, filters_in_words, whole_address
from scrutiny.ui.downloads import file_name
from scrutiny.ui.store import open_data_address, today

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPEN_FILES = (
    ("index.json", "what there is, with the meaning of every column and the licence"),
    ("register.json", "the whole register"),
    ("register.schema.json", "what it holds"),
    ("findings.csv", "the findings, and likewise every other table"),
)


def workbook_button(part: Register, headline: str) -> None:
    """Offer what a view shows as a workbook whose first sheet says which filters were in force.

    `part` is the register with the entries of the view alone.
    """
    chosen = f"What a view shows: “{headline}” {filters_in_words()} Its address: {address_of_view()}"
    st.download_button(
        "Workbook (Excel)",
        data=lambda: workbook(part, chosen),
        file_name=f"{file_name(headline, today())}.xlsx",
        mime=_XLSX,
        on_click="ignore",
    )


def whole_register(register: Register) -> None:
    """Offer the whole register as a workbook and as JSON, and say where it is as open data."""
    name = f"register-reviewed-{register.settings.reviewed_on}"
    with st.container(horizontal=True):
        st.download_button(
            "The whole register as a workbook (Excel)",
            data=lambda: workbook(register),
            file_name=f"{name}.xlsx",
            mime=_XLSX,
            on_click="ignore",
        )
        st.download_button(
            "The whole register as JSON",
            data=lambda: register_json(register).encode(),
            file_name=f"{name}.json",
            mime="application/json",
            on_click="ignore",
        )
    st.html(f'<div class="about"><h3>Open data</h3>{_open_data(open_data_address())}</div>')


def _open_data(address: str | None) -> str:
    """Write the addresses of the open data, or what would have to run for there to be any."""
    if address is None:
        return (
            "<p>A server started with <code>streamlit run serve.py</code> gives the register as open data too, as JSON "
            "and as CSV, under the address <code>/open/index.json</code>. This one was started without.</p>"
        )
    items = "".join(
        f'<li><a href="{escape(address + name)}">{escape(whole_address(address + name))}</a>: {escape(what)}</li>'
        for name, what in _OPEN_FILES
    )
    return f"<p>The register for programs and spreadsheets, always as it is now:</p><ul>{items}</ul>"
