"""Everything that has a date, in lanes: inspections, documents, operations, strategies and other events."""

import streamlit as st

from scrutiny.analysis.edges import held_documents
from scrutiny.analysis.timeline import Lane, timeline
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import listed
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.ui.address import choose_many, filter_row
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register

BY_DEFAULT = [lane for lane in Lane if lane is not Lane.FIGURES]

# settings
through_dashboard()
held = register()
things = timeline(held)
title("Timeline", "What was when, as exactly as it is printed. Figures with a dated period can be added.")
if things.empty:
    nothing_yet()
    st.stop()

# choose
with filter_row():
    lanes = choose_many("Lanes", "lane", list(Lane), names=labels(Lane).__getitem__, default=BY_DEFAULT)

# process and show
picture = timeline_in_lanes(
    things[things["lane"].isin(lanes)],
    source=listed(held_documents(held)) or "no document that is held",
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="timeline", wide=True)
chart_table(picture)
