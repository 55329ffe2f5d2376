"""The dashboard: page settings, the register or why there is none, and the pages."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from scrutiny.store import current_snapshot
from scrutiny.ui.shell.auto_refresh import auto_refresh
from scrutiny.ui.shell.context import is_curator, pin_snapshot, setting_problems
from scrutiny.ui.shell.page import page_settings, run_pages
from scrutiny.ui.shell.run_queue import RUN_QUEUE
from scrutiny.ui.views.problems import edited_note, no_register


@RUN_QUEUE.turn()
def main() -> None:
    """Show the dashboard, or say that there is no register to show."""
    snapshot = current_snapshot()
    auto_refresh(snapshot)
    page_settings()
    if snapshot.register is None or setting_problems():
        st.set_page_config(page_title="Not available")
        st.navigation(pages(), position="hidden")  # so that the page of this address comes when there is a register
        no_register(snapshot)
    else:
        pin_snapshot(snapshot)
        edited_note(snapshot)
        shown = pages()
        run_pages(shown, moved(shown))


def pages() -> list[StreamlitPage]:
    """Return the pages of the navigation, in their order, and those that are reached by links alone."""
    names = ["Overview", "Inspections", "Themes", "Replies", "Commitments", "Then and since", "Timeline", "Questions",
             "Present", "Search", "About"]  # fmt: skip
    shown = [*map(_page, names), *(_page(name, visible=False) for name in ("Entry", "Since"))]
    return [*shown, *([_page("Problems")] if is_curator() else [])]


def _page(name: str, *, visible: bool = True) -> StreamlitPage:
    path = {"Inspections": "inspection"}.get(name, name.lower().replace(" ", "-"))
    return st.Page(
        f"pages/{path}.py",
        title=name,
        # the front page has no path of its own; by the one that it had, it is reached like any page that has moved
        url_path="front" if name == "Overview" else path,
        default=name == "Overview",
        visibility="visible" if visible else "hidden",
    )


def moved(pages: list[StreamlitPage]) -> dict[str, StreamlitPage]:
    """Return the pages that once had another address, by that address."""
    by_title = {page.title: page for page in pages}
    old = {"overview": "Overview", "answers": "Replies", "pairs": "Then and since"}
    return {path: by_title[title] for path, title in old.items()}


main()
