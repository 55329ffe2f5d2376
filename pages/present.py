"""The deck for the meeting: choose it, show it full screen, take it away."""

import streamlit as st

from scrutiny.analysis.frames import frames
from scrutiny.ui.choices import filter_row
from scrutiny.ui.narrowing import narrowed, narrowed_by_address
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.present import (
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
from scrutiny.ui.store import register
from scrutiny.ui.take import deck_buttons

# settings
through_dashboard()
held = register()
if not held.inspections:
    title("Present", "A deck for the meeting, made from the register.")
    nothing_yet()
    st.stop()

# show one slide, or its notes, alone; or else choose, and say why there is nothing
part = narrowed_by_address(held)
slides = chosen_deck(part, frames(part))
number = asked_slide(slides)
if number and asked_notes():
    show_notes(slides, number)
elif number:
    show_slide(held, slides, number)
else:
    title("Present", "A deck for the meeting, made from the register: on the projector, or to take away.")
    fitting = narrowed(held).fitting
    with filter_row():
        choose_deck(fitting)
    if slides:
        ways_to_present()
        deck_buttons(part, chosen(part), picked_questions(part), slides)
        list_of_slides(slides)
    else:
        st.info("No slide is chosen. Choose at least one part above.")
