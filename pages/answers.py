"""Each concern and what the reply offers to it: as a flow from concern to answer, and as a list."""

import streamlit as st

from scrutiny.analysis.answers import answers
from scrutiny.ui.shell.address import accept_old_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.answers import answer_filters, answer_list, answer_pictures

# settings
require_dashboard()
accept_old_param("theme", "themes")
register = current_register()
page_header(
    "Answers", "Each concern, and what the reply to the inspection offers: what was written, not what was done."
)
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    shown = answer_filters(found.fitting, answers(part))

# say why there is nothing, or show
if shown.empty:
    st.info("No concern of the register fits what is chosen above.")
else:
    answer_pictures(register, shown)
    answer_list(part, shown)
