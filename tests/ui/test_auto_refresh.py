"""Open pages of a server follow the register; where nothing is served, nobody looks, and the looking ends."""

import threading
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.store import Snapshot
from scrutiny.ui.shell import auto_refresh as module
from tests.pages.conftest import ROOT
from tests.testshire import Testshire

PATIENCE = 10


def threads() -> list[str]:
    """Return the names of the threads that run, but for those that read a register."""
    return sorted(thread.name for thread in threading.enumerate() if thread.name != "register")


def test_no_thread_looks_where_nothing_is_served(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dashboard that is run by a test, without a server, leaves behind nothing that reads another register."""
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    monkeypatch.chdir(ROOT)
    before = threads()
    assert not AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run().exception
    assert threads() == before


@pytest.fixture
def sessions(monkeypatch: pytest.MonkeyPatch) -> dict[str, SimpleNamespace]:
    """Stand for a server: return its sessions by id, to be changed; what runs is the session “here”."""
    found: dict[str, SimpleNamespace] = {}
    monkeypatch.setattr(module, "_is_served", lambda: True)
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: SimpleNamespace(session_id="here"))
    runtime = SimpleNamespace(get_app_session=found.get)
    monkeypatch.setattr(module, "Runtime", SimpleNamespace(exists=lambda: True, instance=lambda: runtime))
    monkeypatch.setattr(module, "current_snapshot", lambda: Snapshot(digest="new"))
    return found


def looking() -> list[threading.Thread]:
    """Return the threads that look."""
    return [thread for thread in threading.enumerate() if thread.name == module.THREAD_NAME]


def test_the_thread_ends_with_the_last_session(sessions: dict[str, SimpleNamespace]) -> None:
    """Once all readers have left nobody looks; the next reader is looked after again."""
    assert sessions == {}
    for _ in range(2):
        module.auto_refresh(Snapshot(digest="old"))
        for thread in looking():
            thread.join(PATIENCE)
        assert looking() == []


def test_an_old_view_runs_again_once(sessions: dict[str, SimpleNamespace]) -> None:
    """A session that shows something old is asked to run again, and not when what it shows is as it is now."""
    asked = threading.Event()
    sessions["here"] = SimpleNamespace(
        id="here",
        _scriptrunner=None,
        _client_state=None,
        _call_soon_on_event_loop=lambda call: call(),
        request_rerun=lambda _state: asked.set(),
    )
    module.auto_refresh(Snapshot(digest="old"))
    assert asked.wait(PATIENCE)
    asked.clear()
    module.auto_refresh(Snapshot(digest="new"))
    assert not asked.wait(0.3), "what is shown is as it is now"
    sessions.clear()  # the reader leaves
    for thread in looking():
        thread.join(PATIENCE)
    assert looking() == []
