"""The front page: what this is and rests on, the inspections as symbols that are links, and what the papers say."""

from scrutiny.analysis.batches import is_large
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.page import begin_page, empty_register_note, page_header
from scrutiny.ui.shell.templates import show_html
from scrutiny.ui.views.overview import front, front_lead
from scrutiny.ui.views.since import show_news_line

# settings
register = begin_page()
page_header(register.settings.title, front_lead(register))

show_news_line(register)

# choose and show, or say why there is nothing
if not register.inspections:
    empty_register_note()
else:
    found = choose_batch(register)
    show_html(front(found.portion, today(), newest_first=is_large(register)))
