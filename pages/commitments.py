"""Every commitment with what is printed for it: who must act, a specific act, a date, a measure."""

import streamlit as st

from scrutiny.analysis.checkable import checkable
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.headings import sources_of
from scrutiny.ui.chart import chart
from scrutiny.ui.choices import choose_one, filter_row
from scrutiny.ui.commitments import commitment_filters, commitment_list
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register, today

ORDERS = {"register": "As in the register", "printed": "Most printed first"}

# settings
through_dashboard()
held = register()
title("Commitments", "What is to be done. Is it printed who must act, what exactly, by when, and how to tell?")
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
found = narrowed(held)
part = found.portion
with filter_row():
    shown = commitment_filters(found.fitting, checkable(part, today()))
    order = choose_one("Order of the list", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)

# process and show
picture = commitments_by_tick(
    shown,
    bodies={body.id: body.name for body in held.bodies},
    inspections={inspection.id: inspection.short_title for inspection in part.inspections},
    source=sources_of(part, shown),
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="commitments")
commitment_list(part, shown, picture, today=today(), most_first=order == "printed")
