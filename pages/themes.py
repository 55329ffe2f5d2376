"""The matrix of themes by inspection, and one theme as a thread through time."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.charts.headings import columns
from scrutiny.charts.matrix import matrix
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.choices import choose_one, filter_row
from scrutiny.ui.filters import entry_filters, inspections_shown
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register
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
found = narrowed(held)
part = found.portion
with filter_row():
    shown = entry_filters(held, frames(part).entries, among=found.fitting)
    order = choose_one("Order of themes", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)

# process and show
picture = matrix(
    shown,
    columns=columns(part, inspections_shown(found.fitting, part)),
    themes={theme.id: theme.label for theme in held.themes},
    by_recurrence=order == "again",
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="matrix", wide=True)
thread_of(part, shown)
chart_table(picture, partial(extract, part, shown.index))
