"""What can be taken away: the entries of a view as a workbook, a deck and its briefing, and the whole register."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.exports.briefing import briefing
from scrutiny.exports.formats import file_name as name_of_file
from scrutiny.exports.json import register_json
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.slides.slide import Slide
from scrutiny.ui.shell.address import absolute_url, describe_filters, view_url
from scrutiny.ui.shell.context import briefing_template, open_data_address, slides_template, today
from scrutiny.ui.shell.downloads import file_name

_OFFICE = "application/vnd.openxmlformats-officedocument."
_XLSX = f"{_OFFICE}spreadsheetml.sheet"
_DOCX = f"{_OFFICE}wordprocessingml.document"
_PPTX = f"{_OFFICE}presentationml.presentation"
_OPEN_FILES = (
    ("index.json", "what there is, with the meaning of every column and the licence"),
    ("register.json", "the whole register"),
    ("register.schema.json", "what it holds"),
    ("findings.csv", "the findings, and likewise every other table"),
)


def workbook_button(part: Callable[[], Register], headline: str) -> None:
    """Offer what a view shows as a workbook whose first sheet says which filters were in force.

    `part` gives the register with the entries of the view alone; it is asked for when the file is.
    """
    chosen = f"What a view shows: “{headline}” {describe_filters()} Its address: {view_url()}"
    st.download_button(
        "Workbook (Excel)",
        data=lambda: workbook(part(), chosen),
        file_name=f"{file_name(headline, today())}.xlsx",
        mime=_XLSX,
        on_click="ignore",
    )


def deck_buttons(register: Register, choice: Choice, picked: Sequence[str], slides: Sequence[Slide]) -> None:
    """Offer the deck for PowerPoint, and what was chosen as a briefing for Word and as a workbook."""
    settings, day, template = register.settings, today(), briefing_template()
    files = {
        "The deck (PowerPoint)": (
            "pptx",
            _PPTX,
            lambda: powerpoint(
                slides, title=settings.title, made=settings.reviewed_on.earliest, template=slides_template()
            ),
        ),
        "Briefing (Word)": (
            "docx", _DOCX, lambda: briefing(register, choice, picked=picked, today=day, template=template),
        ),
        "Workbook (Excel)": (
            "xlsx", _XLSX, lambda: workbook(chosen_part(register, choice), chosen_words(register, choice)),
        ),
    }  # fmt: skip
    with st.container(horizontal=True, key="downloads"):
        for label, (form, mime, make) in files.items():
            name = name_of_file(choice, day, form)
            st.download_button(label, data=make, file_name=name, mime=mime, on_click="ignore")


def register_downloads(register: Register) -> None:
    """Offer the whole register as a workbook and as JSON, and say where it is as open data."""
    name = f"register-reviewed-{register.settings.reviewed_on}"
    with st.container(horizontal=True, key="downloads"):
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
            "<p>A server started with <code>python serve.py</code> gives the register as open data too, as JSON "
            "and as CSV, under the address <code>/open/index.json</code>. This one was started without.</p>"
        )
    items = "".join(
        f'<li><a href="{escape(address + name)}">{escape(absolute_url(address + name))}</a>: {escape(what)}</li>'
        for name, what in _OPEN_FILES
    )
    return f"<p>The register for programs and spreadsheets, always as it is now:</p><ul>{items}</ul>"
