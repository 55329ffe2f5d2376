"""What there is: one line for each inspection, and the whole of it as one picture."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.summary import counts_by_inspection
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.ui.shell.address import describe_filters
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.context import current_register, today
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.shell.printing import print_only
from scrutiny.ui.views.chart import show_picture, show_picture_table
from scrutiny.ui.views.overview import (
    contents_table,
    headline,
    how_recent,
    show_highlights,
    three_sentences,
    ways_in,
)

# settings
require_dashboard()
register = current_register()

# process and show
page_header(register.settings.title, headline(counts_by_inspection(register)))
if not register.inspections:
    empty_register_note()
else:
    found = choose_batch(register)
    part = found.portion
    if words := describe_filters():
        print_only(f"Shown: {words}")
    ways_in()
    show_highlights(found.fitting)
    with st.spinner("Counting …"):
        three_sentences(found.fitting)
    contents_table(found.fitting)
    show_sentence(how_recent(register.settings, today()), small=True)
    picture = matrix(
        frames(part).entries,
        columns=columns_of(part, part.inspections),
        themes={theme.id: theme.label for theme in register.themes},
        by_recurrence=False,
    )
    show_picture(register, picture, key="matrix", wide=True)
    show_picture_table(picture, partial(extract, part, picture.table.index))
