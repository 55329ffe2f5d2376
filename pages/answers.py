"""Each concern and what the letters in reply offer to it: as a grid of kinds of answer, and as a list."""

import streamlit as st

from scrutiny.analysis.answers import answers
from scrutiny.ui.shell.address import accept_old_param, accept_old_values
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.answers import (
    OLD_ANSWERS,
    answer_filters,
    answer_list,
    answer_pictures,
    show_general_promises,
)

# settings
require_dashboard()
accept_old_param("theme", "themes")
accept_old_values("answer", OLD_ANSWERS)
register = current_register()
page_header(
    "Replies",
    "For each concern that inspectors raised: what the letters in reply undertake, expect, report as done or say is "
    "needed.",
)
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    inspections, shown = answer_filters(found.fitting, answers(part))

# say why there is nothing, or show
show_general_promises(part, inspections)
if shown.empty:
    st.info("No concern fits what is chosen above.")
else:
    answer_pictures(register, shown)
    answer_list(part, shown)
