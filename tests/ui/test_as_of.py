"""Who has gone to an earlier day stays there from page to page, until another day, or today, is asked for."""

import pytest

from tests.app import AppTest, asked

DAY = {"as_of": "2030-06-30"}


def page_of_dashboard() -> None:
    """Stand for a page that the navigation has come to, by a link or by the browser's own button."""
    import streamlit as st  # noqa: PLC0415  # the function runs as a script of its own
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415  # the same

    from scrutiny.ui.shell.as_of import keep_as_of  # noqa: PLC0415  # the same

    context = get_script_run_ctx()
    assert context
    context.is_history_navigation = st.session_state["back"]
    keep_as_of(st.session_state["page"])
    st.json(st.query_params.to_dict())


@pytest.fixture
def seen() -> AppTest:
    """Return a session that has seen a page of an earlier day."""
    page = AppTest.from_function(page_of_dashboard)
    page.session_state["back"] = False
    page.session_state["page"] = "themes"
    page.query_params |= {key: [value] for key, value in (DAY | {"kind": "concern"}).items()}
    return page.run()


def test_another_page_is_of_the_same_day(seen: AppTest) -> None:
    """Filters of the page before are its own; the day is that of all pages."""
    assert asked(seen, "timeline") == DAY
    assert asked(seen, "replies", q="x") == DAY | {"q": "x"}


def test_another_day_is_what_is_asked_for(seen: AppTest) -> None:
    """A link shows what it says, and from then on its day goes along."""
    other = {"as_of": "2030-09-30"}
    assert asked(seen, "timeline", **other) == other
    assert asked(seen, "replies") == other


def test_who_comes_back_to_today_stays_there(seen: AppTest) -> None:
    """By the way back on the page, or by the browser's own button to another page."""
    assert asked(seen, "replies", back=True) == {}
    assert asked(seen, "timeline") == {}
    asked(seen, "themes", **DAY)
    assert asked(seen, "themes") == {}
    assert asked(seen, "timeline") == {}
