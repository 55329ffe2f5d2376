"""About the data: documents, method, limits, doubts, glossary, accessibility and versions."""

from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.page import page_header, require_dashboard
from scrutiny.ui.views.about import about

# settings
require_dashboard()
register = current_register()
page_header("About the data", "What the register holds, how it was made, and what may not be concluded from it.")

# show
about(register)
