"""Search over everything that the register holds, as one types."""

from scrutiny.ui.address import text_box
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.search import how_to, results
from scrutiny.ui.store import register

# settings
through_dashboard()
held = register()
title("Search", "Find an entry, an event, an inspection, a body or an acronym by its words.")

# choose
words = text_box("Words or the id of an entry", "q")

# show
if words.strip():
    results(held, words)
else:
    how_to(held)
