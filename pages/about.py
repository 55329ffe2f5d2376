"""About this site: who made it, documents, method, limits, uncertain dates, terms and accessibility."""

from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.about import about, opened_part

# settings
register = begin_page()
page_header("About", "What this is, and what it rests on.", title=f"{opened_part()} – About")

# show
about(register)
