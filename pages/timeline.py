"""Everything that has a date, in lanes: inspections, documents, operations, strategies and other events."""

from functools import partial

import streamlit as st

from scrutiny.analysis.edges import held_documents
from scrutiny.analysis.extract import extract
from scrutiny.analysis.timeline import Lane, timeline
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import listed
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.choices import choose_many, filter_row
from scrutiny.ui.filters import choose_inspections
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register

BY_DEFAULT = [lane for lane in Lane if lane is not Lane.FIGURES]

# settings
through_dashboard()
held = register()
title("Timeline", "What was when, as exactly as it is printed. Figures with a dated period can be added.")
if not held.items and not held.inspections:
    nothing_yet()
    st.stop()

# choose
found = narrowed(held)
part = found.portion
things = timeline(part)
with filter_row():
    lanes = choose_many("Lanes", "lane", list(Lane), names=labels(Lane).__getitem__, default=BY_DEFAULT)
    scopes = choose_many("Scope", "scope", list(Scope), names=labels(Scope).__getitem__, default=list(Scope))
    inspections = choose_inspections(found.fitting)

# process and show
shown = things[things["lane"].isin(lanes) & things["scope"].isin(scopes)]
some = len(inspections) < len(found.fitting.inspections)
picture = timeline_in_lanes(
    shown[shown["told_by"].isin(inspections)] if some else shown,
    source=listed(held_documents(part, inspections)) or "no document that is held",
    as_of=held.settings.reviewed_on.printed,
    only=[one.short_title for one in part.inspections if one.id in inspections] if some else [],
)
chart(held, picture, key="timeline", wide=True)
chart_table(picture, partial(extract, part, picture.table.index))
