"""The dashboard as an ASGI application, with what stands around it on a server: `streamlit run serve.py`."""

import os
from pathlib import Path

import streamlit as st

from scrutiny.server.routes import ROUTES

os.environ["SCRUTINY_OPEN_DATA"] = "open/"  # tells pages that the open data is served, and where
app = st.App(Path(__file__).with_name("dashboard.py"), routes=ROUTES)
