"""The dashboard: page settings, the register or why there is none, and the pages."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from scrutiny.store import current_snapshot
from scrutiny.ui.shell.auto_refresh import auto_refresh
from scrutiny.ui.shell.context import is_curator, pin_snapshot
from scrutiny.ui.shell.page import page_settings, run_pages
from scrutiny.ui.shell.run_queue import RUN_QUEUE
from scrutiny.ui.views.problems import edited_note, no_register


@RUN_QUEUE.turn()
def main() -> None:
    """Show the dashboard, or say that there is no register to show."""
    snapshot = current_snapshot()
    auto_refresh(snapshot)
    page_settings()
    if snapshot.register is None:
        st.set_page_config(page_title="Not available")
        st.navigation(pages(), position="hidden")  # so that the page of this address comes when there is a register
        no_register(snapshot)
    else:
        pin_snapshot(snapshot)
        edited_note(snapshot)
        run_pages(pages())


def pages() -> dict[str, list[StreamlitPage]]:
    """Return the pages of the navigation, in its groups."""
    curators = [st.Page("pages/problems.py", title="Problems", url_path="problems")] if is_curator() else []
    return {
        "Explore": [
            st.Page("pages/overview.py", title="Overview", url_path="overview", default=True),
            st.Page("pages/inspection.py", title="Inspection", url_path="inspection"),
            st.Page("pages/themes.py", title="Themes", url_path="themes"),
            st.Page("pages/timeline.py", title="Timeline", url_path="timeline"),
            st.Page("pages/search.py", title="Search", url_path="search"),
            st.Page("pages/entry.py", title="What was said", url_path="entry", visibility="hidden"),
        ],
        "Hold to account": [
            st.Page("pages/commitments.py", title="Commitments", url_path="commitments"),
            st.Page("pages/answers.py", title="Replies", url_path="answers"),
            st.Page("pages/pairs.py", title="Pairs", url_path="pairs"),
            st.Page("pages/questions.py", title="Questions", url_path="questions"),
        ],
        "Present": [
            st.Page("pages/present.py", title="Present", url_path="present"),
            st.Page("pages/about.py", title="About", url_path="about"),
            *curators,
        ],
    }


main()
