"""What can be downloaded: a chart as a picture, its table as CSV, the points of a page, the slides, everything."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.analysis.questions import Sheet
from scrutiny.charts.picture import Picture
from scrutiny.exports.briefing import annex, briefing, question_sheet
from scrutiny.exports.csv import csv_bytes
from scrutiny.exports.formats import file_name as export_name
from scrutiny.exports.formats import name_part
from scrutiny.exports.json import register_json
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.slides.slide import Slide
from scrutiny.ui.shell.address import describe_filters, view_url
from scrutiny.ui.shell.context import briefing_template, slides_template, today
from scrutiny.ui.shell.templates import render
from scrutiny.wording import format_day

_MIME_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def csv_button(table: Callable[[], pd.DataFrame], headline: str) -> None:
    """Offer a table as CSV, with all its rows; it is asked for when the file is."""
    _button("Download table (CSV)", f"{file_name(headline)}.csv", lambda: csv_bytes(table().rename_axis("Full code")))


def workbook_button(part: Callable[[], Register], headline: str) -> None:
    """Offer what a view shows as a workbook whose first sheet says which filters were in force.

    `part` returns the register with the entries of the view alone; it is asked for when the file is.
    """
    told = (f"What a page shows: “{headline}”.", describe_filters(), f"Its address: {view_url()}")
    chosen, day = " ".join(filter(None, told)), today()
    _button("Download for Excel", f"{file_name(headline)}.xlsx", lambda: workbook(part(), chosen, today=day))


def deck_buttons(register: Register, choice: Choice, sheet: Sheet, slides: Sequence[Slide], meeting: Meeting) -> None:
    """Offer the slides for PowerPoint, and what was chosen as a briefing with its annex for Word and as a workbook.

    Where nothing fits, say so in place of a file.
    """
    day = today()
    files: dict[tuple[str, str], Callable[[], bytes]] = {
        ("pptx", "Slides (PowerPoint)"): lambda: powerpoint(slides, register.settings, slides_template()),
        ("docx", "Briefing (Word)"): lambda: briefing(
            register, choice, sheet=sheet, today=day, meeting=meeting, template=briefing_template()
        ),
        ("annex", "Annex to the briefing (Word)"): lambda: annex(
            register, choice, today=day, template=briefing_template()
        ),
        ("xlsx", "Excel"): lambda: workbook(
            chosen_part(register, choice), chosen_words(register, choice), today=day, sheet=sheet
        ),
    }
    with st.popover("Download"):
        if why := choice.why_empty(register):
            st.text(why)
            return
        for (form, label), make in files.items():
            _button(label, export_name(form, register, choice, day), make)


def sheet_button(register: Register, sheet: Sheet) -> None:
    """Offer a sheet of questions for Word."""
    day = today()
    about = dict.fromkeys(one.inspection for one in sheet.asked(register, day) if one.inspection)
    name = export_name("questions", register, Choice(tuple(about)), day)
    make = partial(question_sheet, register, sheet, today=day, template=briefing_template())
    _button("Download for Word", name, make)


def register_downloads(register: Register) -> None:
    """Offer the whole register as a workbook and as JSON."""
    name, day = f"last-checked-{register.settings.reviewed_on}", today()
    with st.container(horizontal=True, key="downloads"):
        _button("Everything for Excel", f"{name}.xlsx", lambda: workbook(register, today=day))
        _button("Everything as JSON", f"{name}.json", lambda: register_json(register).encode())


def picture_buttons(picture: Picture, key: str) -> Markup:
    """Return the buttons that offer a chart as PNG and as SVG, drawn by the browser with its words and its address."""
    words = {
        "headline": picture.headline,
        "subtitle": picture.subtitle,
        "key": picture.key_words,
        "source": f"Saved on {format_day(today())} from",
    }
    return render("picture_buttons.html", key=key, words=words, file_name=file_name(picture.headline))


def file_name(headline: str) -> str:
    """Make a file name of a headline and the day of the view."""
    return f"{name_part(headline.lower()) or 'chart'}-{today().isoformat()}"


def _button(label: str, file_name: str, make: Callable[[], bytes]) -> None:
    # "ignore": the file is made on the click alone, and the page does not run again
    mime = _MIME_TYPES[file_name.rpartition(".")[2]]
    st.download_button(label, data=make, file_name=file_name, mime=mime, on_click="ignore")
