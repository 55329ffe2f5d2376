"""Slides for the meeting: what they are about, to show full screen or to download."""

import streamlit as st

from scrutiny.analysis.choice import about_newest
from scrutiny.analysis.frames import frames
from scrutiny.ui.shell.address import has_param, number_param
from scrutiny.ui.shell.batch_choice import batch_from_address, choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.downloads import deck_buttons
from scrutiny.ui.shell.page import begin_page, page_header, require_inspections
from scrutiny.ui.views.present import (
    NOTES,
    SLIDE,
    change_deck,
    choose_subject,
    chosen,
    chosen_deck,
    chosen_meeting,
    chosen_sheet,
    deck_lead,
    show_deck,
    show_notes,
    show_slide,
    show_way_in,
)

# settings
register = begin_page()
require_inspections(register, "Slides for the meeting", title="Present")

# show one slide, or its notes, alone; or else the deck, or say why there is nothing
portion = batch_from_address(register)
slides = chosen_deck(portion, frames(portion))
number = number_param(SLIDE, len(slides))
if number and has_param(NOTES):
    show_notes(portion, slides, number)
elif number:
    show_slide(register, slides, number)
else:
    fitting = choose_batch(register).fitting
    with filter_row():
        choose_subject(fitting, about_newest(portion))
    page_header("Slides for the meeting", deck_lead(portion, slides), title="Present", told=True)
    with st.container(horizontal=True, vertical_alignment="center", key="begin"):
        if slides:
            show_way_in()
        change_deck(register)
        if slides:
            deck_buttons(portion, chosen(portion), chosen_sheet(portion), slides, chosen_meeting())
    if slides:
        show_deck(portion, slides)
    else:
        st.info("No slides fit what is chosen. Change it above.")
