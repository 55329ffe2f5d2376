"""What is in the register: one line for each inspection, and the whole of it as one picture."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.summary import contents
from scrutiny.charts.headings import columns
from scrutiny.charts.matrix import matrix
from scrutiny.ui.address import filters_in_words
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.overview import contents_table, headline, how_recent, three_sentences, ways_in
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.paper import on_paper
from scrutiny.ui.store import register, today
from scrutiny.ui.text import sentence

# settings
through_dashboard()
held = register()

# process and show
title(held.settings.title, headline(contents(held)))
if not held.inspections:
    nothing_yet()
else:
    found = narrowed(held)
    part = found.portion
    if words := filters_in_words():
        on_paper(f"Shown: {words}")
    ways_in()
    with st.spinner("Counting what the register holds …"):
        three_sentences(found.fitting)
    contents_table(found.fitting)
    sentence(how_recent(held.settings, today()), small=True)
    picture = matrix(
        frames(part).entries,
        columns=columns(part, part.inspections),
        themes={theme.id: theme.label for theme in held.themes},
        by_recurrence=False,
        as_of=held.settings.reviewed_on.printed,
    )
    chart(held, picture, key="matrix", wide=True)
    chart_table(picture, partial(extract, part, picture.table.index))
