"""Who has chosen a force keeps it from page to page; whoever asks for something else gets that."""

import pytest

from tests.app import AppTest, asked

CHOSEN = {"force": "testshire_police", "from": "2029", "portion": "2"}


def page_of_dashboard() -> None:
    """Stand for a page that the navigation has come to."""
    import streamlit as st  # noqa: PLC0415  # the function runs as a script of its own

    from scrutiny.ui.shell.batch_choice import keep_batch  # noqa: PLC0415  # the same

    keep_batch(st.session_state["page"])
    st.json(st.query_params.to_dict())


@pytest.fixture
def seen() -> AppTest:
    """Return a session that has seen a page with a force chosen."""
    page = AppTest.from_function(page_of_dashboard)
    page.session_state["page"] = "themes"
    page.query_params |= {key: [value] for key, value in (CHOSEN | {"kind": "concern"}).items()}
    return page.run()


def test_another_page_keeps_force_years_and_portion(seen: AppTest) -> None:
    """Filters of the page before are its own."""
    assert asked(seen, "timeline") == CHOSEN
    assert asked(seen, "answers") == CHOSEN


@pytest.mark.parametrize(
    "query", [{"force": "othershire_police"}, {"from": "2031"}, {"inspection": "2029-first-look"}, {"id": "x"}]
)
def test_an_address_that_asks_for_something_is_left_as_it_is(seen: AppTest, query: dict[str, str]) -> None:
    """A link shows what it says."""
    assert asked(seen, "timeline", **query) == query


def test_the_same_page_without_a_choice_has_none(seen: AppTest) -> None:
    """Who takes a choice back, or comes back to before it, has taken it back, on other pages too."""
    assert asked(seen, "themes") == {}
    assert asked(seen, "timeline") == {}
