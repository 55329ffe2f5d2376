"""Every commitment with what is printed for it: who must act, a specific act, a date, a measure."""

import streamlit as st

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.ui.shell.address import accept_old_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.context import current_register, today
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.commitments import commitment_filters, commitment_list, need_list
from scrutiny.wording import list_sources

ORDERS = {"register": "As in the register", "printed": "Most printed first"}

# settings
require_dashboard()
accept_old_param("theme", "themes")
accept_old_param("kind", "commitment")
register = current_register()
page_header("Commitments", "What is to be done. Is it printed who must act, what exactly, by when, and how to tell?")
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    shown, needs = commitment_filters(found.fitting, checkable_commitments(part, today()), part.needs)
    order = select_one("Order of the list", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)

# process and show
picture = commitments_by_tick(
    shown,
    bodies={body.id: body.name for body in register.bodies},
    inspections={inspection.id: inspection.short_title for inspection in part.inspections},
    source=list_sources(part, shown["inspection"]),
    as_of=register.settings.reviewed_on.printed,
)
show_picture(register, picture, key="commitments")
commitment_list(part, shown, picture, today=today(), most_first=order == "printed")
need_list(part, needs)
