"""What can be taken away from a chart: its table as CSV, its picture as PNG or SVG with its words on it."""

import re
from collections.abc import Callable
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from scrutiny.charts.picture import Picture
from scrutiny.exports.csv import csv_bytes
from scrutiny.wording import format_day

_LONGEST_NAME = 60


def csv_button(table: Callable[[], pd.DataFrame], headline: str, today: date) -> None:
    """Offer a table as CSV, with all its rows; it is asked for when the file is."""
    st.download_button(
        "Download as CSV",
        data=lambda: csv_bytes(table()),
        file_name=f"{file_name(headline, today)}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def file_name(headline: str, today: date) -> str:
    """Make a file name of a headline and a day, of letters, digits and hyphens alone."""
    name = re.sub(r"[^a-z0-9]+", "-", headline.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{name or 'chart'}-{today.isoformat()}"


def picture_buttons(picture: Picture, key: str, today: date) -> str:
    """Write the buttons that offer a chart as PNG and as SVG, drawn by the browser with its words and its address.

    The words stand as hidden text: of an attribute the browser drops what looks like the end of a comment.
    """
    words = {
        "headline": picture.headline,
        "subtitle": picture.subtitle,
        "key": picture.key,
        "source": f"Taken on {format_day(today)} from",
    }
    hidden = "".join(f'<span hidden data-word="{name}">{escape(text)}</span>' for name, text in words.items())
    name = file_name(picture.headline, today)
    return (
        f'<div class="take" data-chart="marks-{key}" data-name="{name}">{hidden}'
        '<button type="button" data-take="png">Picture as PNG</button> '
        '<button type="button" data-take="svg">Picture as SVG</button></div>'
    )
