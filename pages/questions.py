"""A question sheet made from the gaps: pick, edit, take to the meeting."""

import streamlit as st

from scrutiny.analysis.narrowing import part_with
from scrutiny.analysis.questions import questions
from scrutiny.charts.marks import labels
from scrutiny.register.vocabulary import Gap
from scrutiny.ui.address import PICKED, asked_many
from scrutiny.ui.choices import choose_many, filter_row
from scrutiny.ui.filters import choose_inspections, choose_themes
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.questions import gaps, how_chosen, sheet
from scrutiny.ui.store import register, today

# settings
through_dashboard()
held = register()
title("Questions", "A sheet for the meeting, made from gaps in the papers, in the words of the documents.")
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
narrow = narrowed(held)
with filter_row():
    gap = choose_many("Gaps", "gap", list(Gap), names=labels(Gap).__getitem__, default=list(Gap))
    themes = choose_themes(held)
    inspections = choose_inspections(narrow.fitting)

# process and show
picked = [name.partition(".")[2] for name in asked_many(PICKED)]
found = questions(part_with(held, narrow.portion, picked), today())
of_portion = [one.id for one in narrow.portion.inspections if one.id in inspections]
fits = found["gap"].isin(gap) & found["inspection"].isin(of_portion)
shown = found[fits & (found["theme"].isin(themes) | found["theme"].isna())]
how_chosen()
sheet(held, found, shown)
with st.container(key="gaps"):
    gaps(found, shown)
