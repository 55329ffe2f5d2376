"""The one script of the dashboard: marks by keyboard, links without a reload, pictures to take away, print."""

from typing import Any

import streamlit as st

from scrutiny.ui import ASSETS

_SCRIPT = ASSETS / "marks.js"
_mount: Any = st.components.v2.component("scrutiny_marks", js=_SCRIPT.read_text(encoding="utf-8"))


def mount_script() -> None:
    """Mount the script on a page."""
    _mount(key="marks", height=1)
