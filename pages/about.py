"""About the data: documents, method, limits, doubts, glossary, accessibility and versions."""

from scrutiny.ui import about
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.store import register

# settings
through_dashboard()
held = register()
title("About the data", "What the register holds, how it was made, and what may not be concluded from it.")

# show
about.overview(held)
about.documents(held)
about.method()
about.words(held)
about.counts()
about.doubts(held)
about.glossary(held)
about.accessibility(held)
about.versions(held)
