"""A question sheet made from the gaps: pick, edit, take to the meeting."""

import streamlit as st

from scrutiny.analysis.batches import subset_with
from scrutiny.analysis.questions import questions
from scrutiny.charts.marks import labels
from scrutiny.register.vocabulary import Gap
from scrutiny.ui.shell.address import PICKED_PARAM, accept_old_param, list_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_many
from scrutiny.ui.shell.context import current_register, today
from scrutiny.ui.shell.filters import choose_inspections, choose_themes
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.questions import explain_suggestions, show_gaps, show_sheet

# settings
require_dashboard()
accept_old_param("theme", "themes")
register = current_register()
page_header("Questions", "A sheet for the meeting, made from gaps in the papers, in the words of the documents.")
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
narrow = choose_batch(register)
with filter_row():
    gap = select_many("Gaps", "gap", list(Gap), names=labels(Gap).__getitem__, default=list(Gap))
    themes = choose_themes(register)
    inspections = choose_inspections(narrow.fitting)

# process and show
picked = [name.partition(".")[2] for name in list_param(PICKED_PARAM)]
found = questions(subset_with(register, narrow.portion, picked), today())
of_portion = [one.id for one in narrow.portion.inspections if one.id in inspections]
shown = [
    question
    for question in found.values()
    if question.gap in gap
    and question.inspection in of_portion
    and (question.theme is None or question.theme in themes)
]
explain_suggestions()
show_sheet(register, found, shown)
with st.container(key="gaps"):
    show_gaps(found, shown)
