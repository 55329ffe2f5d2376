"""About this site: who made it, documents, method, limits, uncertain dates, terms and accessibility."""

from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.page import page_header, require_dashboard
from scrutiny.ui.views.about import about, opened_part

# settings
require_dashboard()
register = current_register()
page_header("About", "What this is, and what it rests on.", title=f"{opened_part()} – About")

# show
about(register)
