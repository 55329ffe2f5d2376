"""What is in the register: one line for each inspection, with its documents and its entries."""

import streamlit as st

from scrutiny.analysis.summary import contents
from scrutiny.ui.overview import contents_table, headline, how_recent
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.store import register, register_frames, today
from scrutiny.ui.text import markdown

# settings
through_dashboard()
held = register()

# process and show
counted = contents(register_frames())
title(held.settings.title, headline(counted))
if counted.empty:
    st.info("The register holds no inspection yet. The guide in data/README.md tells how to add the first.")
else:
    contents_table(counted)
st.caption(markdown(how_recent(held.settings, today())))
