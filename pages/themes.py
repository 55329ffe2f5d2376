"""The matrix of themes by inspection, and one theme as a thread through time."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.filters import entry_filters, inspections_shown
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.chart import show_picture, show_picture_table
from scrutiny.ui.views.thread import show_thread

ORDERS = {"fixed": "Standard", "again": "Most often raised first"}

# settings
require_dashboard()
register = current_register()
page_header("Themes", "What was said on each theme: concerns, strengths, actions reported and commitments.")
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    shown = entry_filters(register, frames(part).entries, among=found.fitting)
    order = select_one("Order", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)

# process and show
picture = matrix(
    shown,
    columns=columns_of(part, inspections_shown(found.fitting, part)),
    themes={theme.id: theme.label for theme in register.themes},
    by_recurrence=order == "again",
)
show_picture(register, picture, key="matrix", wide=True)
show_thread(part, shown.index)
show_picture_table(picture, partial(extract, part, shown.index))
