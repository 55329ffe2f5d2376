"""Open pages follow the register: when it changes they run again by themselves, as after a click.

A page that asked the server every second would run a script for each reader each second, for ever. Here one thread
looks, and a session costs nothing until there is something new. It uses what Streamlit itself does after a source
file was saved; that is not part of its public interface, so a browser test holds it.
"""

import time
from functools import partial
from threading import Lock, Thread

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx

from scrutiny.register.problems import Problem
from scrutiny.store import Snapshot, current_snapshot
from scrutiny.ui.shell.context import is_curator

THREAD_NAME = "auto refresh"
_PAUSE = 0.1
_lock = Lock()
_shown: dict[str, tuple[object, ...]] = {}
"""What each session shows, by its id; a session that has been asked to run again is not there until it does."""
_thread: Thread | None = None


def auto_refresh(snapshot: Snapshot) -> None:
    """Note what this session shows, so that it runs again when that is no longer what is served."""
    global _thread  # noqa: PLW0603  # one thread for all sessions
    context = get_script_run_ctx()
    if context is None or not _is_served():
        return
    with _lock:
        _shown[context.session_id] = _what_is_shown(snapshot)
        if _thread is None:
            _thread = Thread(target=_refresh_sessions, name=THREAD_NAME, daemon=True)
            _thread.start()


def _is_served() -> bool:
    # Streamlit's own tests put a mock in place of the runtime; it passes for one by `isinstance`
    return Runtime.exists() and type(Runtime.instance()) is Runtime


def _what_is_shown(snapshot: Snapshot) -> tuple[object, ...]:
    # readers are not shown what the problems are, so their pages need not run again for them
    problems: tuple[Problem, ...] = snapshot.problems if is_curator() else ()
    return snapshot.digest, snapshot.is_edited, problems


def _refresh_sessions() -> None:
    """Run again, time after time, every session that shows something old, until no session is left."""
    global _thread  # noqa: PLW0603  # the next session starts another
    while True:
        with _lock:
            if not _shown:
                _thread = None
                return
            sessions = list(_shown.items())
        served = _what_is_shown(current_snapshot())
        for session_id, shown in sessions:
            session = Runtime.instance().get_app_session(session_id) if Runtime.exists() else None
            if session is None:  # its reader has left
                _shown.pop(session_id, None)
            elif shown != served:
                session._call_soon_on_event_loop(partial(_rerun, session))
        time.sleep(_PAUSE)


def _rerun(session: AppSession) -> None:
    # one that is running is asked again in a moment, so that no click is lost
    if session._scriptrunner is None and _shown.pop(session.id, ()):
        session.request_rerun(session._client_state)
