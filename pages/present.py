"""Slides for the meeting: what they are about, to show full screen or to download."""

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
    chosen_sheet,
    deck_lead,
    show_deck,
    show_notes,
    show_slide,
)

# settings
require_dashboard()
register = current_register()
if not register.inspections:
    page_header("Slides for the meeting", title="Present")
    empty_register_note()
    st.stop()

# show one slide, or its notes, alone; or else the deck, or say why there is nothing
portion = batch_from_address(register)
slides = chosen_deck(portion, frames(portion))
number = asked_slide(slides)
if number and asked_notes():
    show_notes(slides, number)
elif number:
    show_slide(register, slides, number)
else:
    fitting = choose_batch(register).fitting
    with filter_row():
        choose_deck(fitting)
        deck_buttons(portion, chosen(portion), chosen_sheet(portion), slides)
    page_header("Slides for the meeting", deck_lead(portion, slides), title="Present")
    if slides:
        show_deck(slides)
    else:
        st.info("No slides fit what is chosen. Change it above.")
