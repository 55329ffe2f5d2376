"""Everything that has a date, in lanes: inspections, documents, operations, strategies and other events."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.timeline import Lane, timeline
from scrutiny.charts.marks import labels
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_many
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.filters import choose_inspections
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.chart import show_picture, show_picture_table

BY_DEFAULT = [lane for lane in Lane if lane is not Lane.FIGURES]

# settings
require_dashboard()
register = current_register()
page_header("Timeline", "What happened when. Dates are as given in the documents.")
if not register.items and not register.inspections:
    empty_register_note()
    st.stop()

# choose
batch = choose_batch(register)
things = timeline(batch.portion)
with filter_row():
    lanes = select_many("Show", "lane", list(Lane), names=labels(Lane).__getitem__, default=BY_DEFAULT)
    scopes = select_many(
        "Local or national", "scope", list(Scope), names=labels(Scope).__getitem__, default=list(Scope)
    )
    inspections = choose_inspections(batch.fitting)

# process and show
shown = things[things["lane"].isin(lanes) & things["scope"].isin(scopes)]
some = len(inspections) < len(batch.fitting.inspections)
picture = timeline_in_lanes(
    shown[shown["told_by"].isin(inspections)] if some else shown,
    only=[one.short_title for one in batch.portion.inspections if one.id in inspections] if some else [],
)
show_picture(register, picture, key="timeline", wide=True)
show_picture_table(picture, partial(extract, batch.portion, picture.table.index))
