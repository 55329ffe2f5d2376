"""A question sheet, of questions written by hand and made from gaps: pick, edit, take to the meeting."""

import streamlit as st

from scrutiny.analysis.batches import subset_with
from scrutiny.analysis.questions import KINDS, entries_asked_about, questions
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
page_header("Questions", "Questions for the meeting: ours first, then some based on what the letters leave out.")
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
narrow = choose_batch(register)
with filter_row():
    kinds = select_many("Kinds of question", "gap", list(KINDS), names=KINDS.__getitem__, default=list(KINDS))
    themes = choose_themes(register)
    inspections = choose_inspections(narrow.fitting)

# process and show
picked = entries_asked_about(register, list_param(PICKED_PARAM))
found = questions(subset_with(register, narrow.portion, picked), today())
of_portion = [one.id for one in narrow.portion.inspections if one.id in inspections]
shown = [
    question
    for question in found.values()
    if question.kind in kinds and question.inspection in of_portion and question.theme in themes
]
explain_suggestions()
show_sheet(register, found, shown)
with st.container(key="gaps"):
    show_gaps(found, shown)
