"""The sheet of questions for a meeting: suggested, reworded, put in order, printed."""

import streamlit as st

from scrutiny.analysis.batches import subset_with
from scrutiny.analysis.questions import KINDS, askable_questions, entries_asked_about, questions, suggest
from scrutiny.register.vocabulary import Gap
from scrutiny.ui.shell.address import accept_old_param, list_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, more_filters, select_many, show_active_filters
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.filters import choose_inspection, choose_theme
from scrutiny.ui.shell.page import begin_page, page_header, require_inspections
from scrutiny.ui.shell.sheet_address import PICKED_PARAM, sheet_from_address
from scrutiny.ui.views.panel import opened_question, show_asked_before
from scrutiny.ui.views.questions import show_sheet, show_suggestions, ways_to_take

# settings
register = begin_page()
accept_old_param("theme", "themes")
require_inspections(register, "Questions for the meeting", title="Questions")

# choose
batch = choose_batch(register)
with filter_row():
    inspections = choose_inspection(batch.fitting)
    themes = choose_theme(register)
    with more_filters():
        known = [kind for kind in KINDS if kind != Gap.NOT_ACCEPTED_OR_REFUSED or register.recommendations]
        kinds = select_many("Kinds of question", "gap", known, names=KINDS.__getitem__)
    take = st.container(horizontal=True, width="content")

# process
opened = opened_question(register)
picked = entries_asked_about(register, list_param(PICKED_PARAM))
part = subset_with(register, batch.portion, [*picked, *(opened.entries if opened else ())])
of_portion = [one.id for one in batch.portion.inspections if one.id in inspections]
fitting = [
    question
    for question in questions(part, today()).values()
    if question.kind in kinds and question.inspection in of_portion and question.theme in themes
]
page_header(
    "Questions for the meeting",
    "Your sheet goes along to the slides, to Word and to paper. To keep it, press Share and save the link.",
    title="Questions",
)
show_active_filters()
sheet = sheet_from_address(askable_questions(part, today()), [question.id for question in suggest(fitting)])

# show
with take:
    ways_to_take(part, sheet)
show_sheet(part, sheet)
show_asked_before(part, opened, inspections=of_portion, themes=themes)
with st.container(key="gaps"):
    show_suggestions(part, sheet, fitting)
