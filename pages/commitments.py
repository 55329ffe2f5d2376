"""Every commitment with what it states: who acts, a specific act, a date, how it is measured."""

import streamlit as st

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.ui.shell.address import accept_old_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import current_register, today
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.commitments import commitment_filters, commitment_list, need_list
from scrutiny.wording import office

# settings
require_dashboard()
accept_old_param("theme", "themes")
accept_old_param("kind", "commitment")
register = current_register()
page_header(
    "Commitments: who will do what, and by when?",
    "What the Commissioner and his deputy say they will do, and what they expect of others.",
)
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    shown, needs = commitment_filters(found.fitting, checkable_commitments(part, today()), part.needs)

# process and show
picture = commitments_by_tick(
    shown,
    bodies={body.id: office(body) for body in register.bodies},
    inspections={inspection.id: inspection.short_title for inspection in part.inspections},
)
show_picture(register, picture, key="commitments")
commitment_list(part, shown, picture, today=today())
need_list(part, needs)
