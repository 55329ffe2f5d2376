"""Search over everything, as one types."""

from scrutiny.ui.shell.address import echo, param
from scrutiny.ui.shell.batch_choice import inspections_that_fit
from scrutiny.ui.shell.choices import filter_row, more_filters, text_box
from scrutiny.ui.shell.filters import choose_inspections
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.search import choose_kinds, show_help, show_results

# settings
register = begin_page()
page_header(
    "Search",
    "Search our summaries of what the papers say, and the words we quote from them.",
    title=" – ".join(filter(None, [echo(param("q") or ""), "Search"])),
)

# choose
words = text_box("Search for", "q")

# say how to search, or choose further and show
if not words.strip():
    show_help(register)
else:
    fitting = inspections_that_fit(register)
    with filter_row(), more_filters():
        kinds = choose_kinds(register)
        inspections = choose_inspections(fitting)
    show_results(register, words, kinds=kinds, inspections=inspections)
