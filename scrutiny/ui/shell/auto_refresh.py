"""Open pages follow the register: when it changes they run again by themselves, as after a click.

A page that asked the server every second would run a script for each reader each second, for ever. Here one thread
looks, and a session costs nothing until there is something new. It uses what Streamlit itself does after a source
file was saved; that is not part of its public interface, so a browser test holds it.
"""

import time
from threading import Lock, Thread

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx

from scrutiny.register.problems import Problem
from scrutiny.store import Snapshot, current_snapshot
from scrutiny.ui.shell.context import is_curator

_PAUSE = 0.1
_STARTING = Lock()
_shown: dict[str, tuple[object, ...]] = {}
_followers: list[Thread] = []


def auto_refresh(found: Snapshot) -> None:
    """Note what this session shows, so that it runs again when that is no longer what is served."""
    run = get_script_run_ctx()
    if run is None or not Runtime.exists():
        return
    _shown[run.session_id] = _view(found)
    with _STARTING:
        if not _followers:
            _followers.append(Thread(target=_keep_following, name="live pages", daemon=True))
            _followers[0].start()


def _view(found: Snapshot) -> tuple[object, ...]:
    """Give what of the served a page depends on: for readers not what the problems are."""
    problems: tuple[Problem, ...] = found.problems if is_curator() else ()
    return found.digest, found.is_edited, problems


def _keep_following() -> None:
    """Run again, time after time, every session that shows something old."""
    while True:
        now = _view(current_snapshot())
        for session_id, shown in list(_shown.items()):
            _bring_up_to_date(session_id, is_old=shown != now)
        time.sleep(_PAUSE)


def _bring_up_to_date(session_id: str, *, is_old: bool) -> None:
    """Ask one session to run again if it shows something old; forget it if its reader has left."""
    session = Runtime.instance().get_app_session(session_id) if Runtime.exists() else None
    if session is None:
        _shown.pop(session_id, None)
    elif is_old:
        session._call_soon_on_event_loop(lambda: _run_again(session))


def _run_again(session: AppSession) -> None:
    """Run a session's page again unless it is running; then it is asked again in a moment, so that no click is lost."""
    if session._scriptrunner is None and _shown.pop(session.id, ()):
        session.request_rerun(session._client_state)
