"""One point on a page of its own: its words, its paragraph, what stands around it, and a link to copy."""

from scrutiny.ui.shell.address import entry_id_param
from scrutiny.ui.shell.context import documents_folder
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.card import card
from scrutiny.ui.views.entry import nearest_entries, show_context, show_head, whole_paragraph

# settings
register = begin_page()
full_id = entry_id_param(register.known_ids)

# show, or say why there is nothing
if full_id in register.known_ids:
    show_head(register, full_id)
    card(register, full_id)
    whole_paragraph(register, full_id, documents_folder())
    show_context(register, full_id)
else:
    page_header(
        "We cannot find that point", "The link may be incomplete, or the address mistyped.", title="Page not found"
    )
    nearest_entries(register, full_id)
