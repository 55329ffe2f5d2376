"""Each concern and what the reply offers to it: as a flow from concern to answer, and as a list."""

import streamlit as st

from scrutiny.analysis.answers import answers
from scrutiny.ui.answers import answer_filters, answer_list, answer_pictures
from scrutiny.ui.choices import filter_row
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register

# settings
through_dashboard()
held = register()
title("Answers", "Each concern, and what the reply to the inspection offers: what was written, not what was done.")
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
found = narrowed(held)
part = found.portion
with filter_row():
    shown = answer_filters(found.fitting, answers(part))

# say why there is nothing, or show
if shown.empty:
    st.info("No concern of the register fits what is chosen above.")
else:
    answer_pictures(held, shown)
    answer_list(part, shown)
