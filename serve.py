"""The dashboard as an ASGI application, with what stands around it on a server: `streamlit run serve.py`."""

from pathlib import Path

import streamlit as st

from scrutiny.server.routes import ROUTES

app = st.App(Path(__file__).with_name("dashboard.py"), routes=ROUTES)
