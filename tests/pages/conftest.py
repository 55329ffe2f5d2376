"""What tests of pages share: a page run without a browser, on a made-up register."""

import re
from collections.abc import Callable, Iterator

import pytest
import streamlit as st

from scrutiny import store
from tests.app import ROOT, AppTest, page_of
from tests.testshire import Testshire, loading_once

OpenPage = Callable[..., AppTest]
_load = loading_once()


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no register of another test be served, unless its files are the same to the last letter.

    Afterwards nobody looks at its folder any more.
    """
    st.cache_resource.clear()
    store._store.cache_clear()
    monkeypatch.setattr(store, "load", _load)
    yield
    store._store.cache_clear()


@pytest.fixture
def open_page(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Return a function that opens a page of the dashboard, with parameters of its address."""
    written: dict[str, str] = {}

    def run(name: str, **query: str) -> AppTest:
        if written != testshire.files():
            written.clear()
            written.update(testshire.files())
            monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
            store._store.cache_clear()
        monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")
        monkeypatch.chdir(ROOT)
        return page_of(name, **query).run()

    return run


def words(page: AppTest) -> str:
    """Return all that a page says, in its order, as it is read: without Markdown's escapes and joiners."""
    said = (element.value for element in page.main if isinstance(getattr(element, "value", None), str))
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", "\n".join(said)).replace("\u2060", "")
