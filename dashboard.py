"""The dashboard: page settings, the register or why there is none, and the pages."""

from pathlib import Path

import streamlit as st

from scrutiny.store import served
from scrutiny.ui.page import edited_note, house_style, problem_page, run_pages

ICON = Path(__file__).parent / "scrutiny" / "ui" / "icon.png"


def main() -> None:
    """Show the dashboard, or the list of what is wrong with its data."""
    found = served()
    st.set_page_config(page_icon=str(ICON), layout="wide")
    house_style()
    if found.register is None:
        st.set_page_config(page_title="Register")
        problem_page(found.problems)
        return
    if found.problems:
        edited_note(found.problems)
    pages = {
        "Explore": [
            st.Page("pages/overview.py", title="Overview", url_path="overview", default=True),
            st.Page("pages/inspection.py", title="Inspection", url_path="inspection"),
            st.Page("pages/themes.py", title="Themes", url_path="themes"),
            st.Page("pages/timeline.py", title="Timeline", url_path="timeline"),
            st.Page("pages/search.py", title="Search", url_path="search"),
            st.Page("pages/entry.py", title="Entry", url_path="entry", visibility="hidden"),
        ],
        "Hold to account": [
            st.Page("pages/commitments.py", title="Commitments", url_path="commitments"),
            st.Page("pages/answers.py", title="Answers", url_path="answers"),
            st.Page("pages/pairs.py", title="Pairs", url_path="pairs"),
            st.Page("pages/questions.py", title="Questions", url_path="questions"),
        ],
        "Present": [
            st.Page("pages/present.py", title="Present", url_path="present"),
            st.Page("pages/about.py", title="About the data", url_path="about"),
        ],
    }
    run_pages(pages)


main()
