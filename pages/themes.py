"""The matrix of themes by inspection, and one theme as a thread through time."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.charts.headings import column
from scrutiny.charts.matrix import matrix
from scrutiny.ui.address import choose_one, filter_row
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.filters import entry_filters, inspections_shown
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register, register_frames
from scrutiny.ui.thread import thread_of

ORDERS = {"fixed": "Always the same", "again": "Most inspections with a concern first"}

# settings
through_dashboard()
held = register()
title("Themes", "Every concern, strength, reported action and commitment, by theme and inspection.")
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
with filter_row():
    shown = entry_filters(held, register_frames().entries)
    order = choose_one("Order of themes", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)

# process and show
picture = matrix(
    shown,
    columns=[column(inspection) for inspection in inspections_shown(held)],
    themes={theme.id: theme.label for theme in held.themes},
    by_recurrence=order == "again",
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="matrix", wide=True)
thread_of(held, shown)
chart_table(picture, partial(extract, held, shown.index))
