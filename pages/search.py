"""Search over everything that the register holds, as one types."""

from scrutiny.ui.choices import filter_row, text_box
from scrutiny.ui.filters import choose_inspections
from scrutiny.ui.narrowing import inspections_that_fit
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.search import choose_kinds, how_to, results
from scrutiny.ui.store import register

# settings
through_dashboard()
held = register()
title("Search", "Find an entry, an event, an inspection, a body or an acronym by its words.")

# choose
words = text_box("Words or the id of an entry", "q")

# say how to search, or choose further and show
if not words.strip():
    how_to(held)
else:
    fitting = inspections_that_fit(held)
    with filter_row():
        kinds = choose_kinds()
        inspections = choose_inspections(fitting)
    results(held, words, kinds=kinds, inspections=inspections)
