"""One theme as a thread: documents in the order of time, and under each what it says."""

from collections.abc import Iterable

import streamlit as st

from scrutiny.analysis.thread import thread
from scrutiny.register.register import Register
from scrutiny.ui.shell.choices import select_one
from scrutiny.ui.shell.markup import show_sentence
from scrutiny.ui.shell.templates import show


def show_thread(register: Register, full_ids: Iterable[str]) -> None:
    """Choose a theme and show everything that some entries say about it in the order of time."""
    st.header("Follow one theme", anchor=False)
    themes = register.themes_by_id
    theme = themes[select_one("Theme", "theme", list(themes), names=lambda key: themes[key].label, narrows=False)]
    steps = thread(register, full_ids, theme.id)
    entries = sum(len(step.entries) for step in steps)
    if not entries:
        show_sentence(f"Nothing on “{theme.label}” fits the filters above.")
        return
    held = sum(step.document.held for step in steps)
    show(
        "thread/thread.html",
        register=register,
        theme=theme,
        steps=steps,
        entries=entries,
        held=held,
        not_held=len(steps) - held,
    )
