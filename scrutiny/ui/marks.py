"""The one script of the dashboard: marks by keyboard, links without a reload, pictures to take away, print."""

from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPT = Path(__file__).with_name("marks.js")
_mount: Any = st.components.v2.component("scrutiny_marks", js=_SCRIPT.read_text(encoding="utf-8"))


def marks_by_keyboard() -> None:
    """Mount the script on a page."""
    _mount(key="marks", height=1)
