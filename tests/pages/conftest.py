"""What tests of pages share: a page run without a browser, on a made-up register."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from scrutiny import store
from scrutiny.register.loading import LoadResult, load
from tests.app import ROOT, AppTest, page_of
from tests.testshire import Testshire

OpenPage = Callable[..., AppTest]
MOST_LOADED = 20
_loaded: dict[frozenset[object], LoadResult] = {}


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no register of another test be served, unless its files are the same to the last letter."""
    st.cache_resource.clear()
    store._store.cache_clear()
    monkeypatch.setattr(store, "load", _load_once)


def _load_once(data: Path) -> LoadResult:
    """Load a folder, or give what came of another in which the same stood; a register never changes."""
    files = frozenset((str(path.relative_to(data)), path.is_file() and path.read_bytes()) for path in data.rglob("*"))
    if files not in _loaded:
        if len(_loaded) == MOST_LOADED:
            _loaded.pop(next(iter(_loaded)))
        _loaded[files] = load(data)
    return _loaded[files]


@pytest.fixture
def open_page(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Return a function that opens a page of the dashboard, with parameters of its address."""

    def run(name: str, **query: str) -> AppTest:
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
