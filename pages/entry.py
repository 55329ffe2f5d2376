"""One entry on a page of its own: its words, its paragraph, what stands around it, and a link to copy."""

from scrutiny.ui.address import asked_id
from scrutiny.ui.card import card
from scrutiny.ui.entry import around, nearest_entries, whole_paragraph
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.store import documents_folder, register

# settings
through_dashboard()
held = register()
full_id = asked_id(held.known_ids)

# show, or say why there is nothing
if full_id in held.known_ids:
    title("Entry", full_id)
    card(held, full_id, with_link=False)
    whole_paragraph(held, full_id, documents_folder())
    around(held, full_id)
else:
    title("No such entry", "The register has no entry of this id. It may have been mistyped or cut off in a message.")
    nearest_entries(held, full_id)
