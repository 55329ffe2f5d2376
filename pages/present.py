"""Slides for the meeting: choose them, show them full screen, download them."""

import streamlit as st

from scrutiny.analysis.frames import frames
from scrutiny.ui.shell.batch_choice import batch_from_address, choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.downloads import deck_buttons
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.present import (
    asked_notes,
    asked_slide,
    choose_deck,
    chosen,
    chosen_deck,
    list_of_slides,
    picked_questions,
    show_notes,
    show_slide,
    ways_to_present,
)

# settings
require_dashboard()
register = current_register()
if not register.inspections:
    page_header("Present", "Slides for the meeting, to show or download.")
    empty_register_note()
    st.stop()

# show one slide, or its notes, alone; or else choose, and say why there is nothing
portion = batch_from_address(register)
slides = chosen_deck(portion, frames(portion))
number = asked_slide(slides)
if number and asked_notes():
    show_notes(slides, number)
elif number:
    show_slide(register, slides, number)
else:
    page_header("Present", "Slides for the meeting, to show or download.")
    fitting = choose_batch(register).fitting
    with filter_row():
        choose_deck(fitting)
    if slides:
        ways_to_present()
        deck_buttons(portion, chosen(portion), picked_questions(portion), slides)
        list_of_slides(slides)
    else:
        st.info("No slides are chosen. Choose at least one part above.")
