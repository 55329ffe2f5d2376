"""What pages ask of the register that is served, and of the settings around it."""

import os
from datetime import date
from pathlib import Path

import streamlit as st

from scrutiny.register.register import Register
from scrutiny.settings import wrong_settings
from scrutiny.store import Snapshot, current_snapshot

_PINNED = "the register that this view shows"
_AS_OF = "the earlier day that this view shows, and the register of then"


def pin_snapshot(snapshot: Snapshot) -> None:
    """Let all that follows in this view show one register, whatever is read meanwhile."""
    st.session_state[_PINNED] = snapshot
    pin_as_of(None)


def pin_as_of(day: date | None, snapshot: Snapshot | None = None) -> None:
    """Let all that follows in this view be as of an earlier day, with the register of then; None is today again."""
    st.session_state[_AS_OF] = day and (day, snapshot)


def pinned_snapshot() -> Snapshot:
    """Return what this view shows."""
    as_of: tuple[date, Snapshot] | None = st.session_state.get(_AS_OF)
    return as_of[1] if as_of else todays_snapshot()


def todays_snapshot() -> Snapshot:
    """Return what a view of today shows; a page that was reached without the dashboard shows what is served."""
    snapshot: Snapshot = st.session_state.get(_PINNED) or current_snapshot()
    return snapshot


def current_register() -> Register:
    """Return the register, on a page that is shown only when there is one."""
    register = pinned_snapshot().register
    assert register is not None, "pages are shown only with a register"
    return register


def register_digest() -> str:
    """Return the digest of the register's files, which tells one register from another."""
    return pinned_snapshot().digest


def setting_problems() -> tuple[str, ...]:
    """Return a sentence for each setting that is wrong; as a server in public, the dashboard does not start then."""
    return wrong_settings(os.environ)


def documents_folder() -> Path | None:
    """Return the folder of documents that `SCRUTINY_DOCUMENTS` names, if there is one."""
    folder = os.environ.get("SCRUTINY_DOCUMENTS")
    return Path(folder) if folder else None


def briefing_template() -> Path | None:
    """Return the Word file that `SCRUTINY_BRIEFING_TEMPLATE` names as the template of briefings, if there is one."""
    template = os.environ.get("SCRUTINY_BRIEFING_TEMPLATE")
    return Path(template) if template else None


def slides_template() -> Path | None:
    """Return the file that `SCRUTINY_SLIDES_TEMPLATE` names, on which decks for PowerPoint are written."""
    path = os.environ.get("SCRUTINY_SLIDES_TEMPLATE")
    return Path(path) if path else None


def open_data_address() -> str | None:
    """Return the address under which this server gives open data, relative to a page; `serve.py` sets it."""
    return os.environ.get("SCRUTINY_OPEN_DATA")


def as_of_day() -> date | None:
    """Return the earlier day that this view is of; None for today."""
    as_of: tuple[date, Snapshot] | None = st.session_state.get(_AS_OF)
    return as_of[0] if as_of else None


def today() -> date:
    """Return the day that this view is of: an earlier one that the reader goes back to, or else today's date."""
    return as_of_day() or real_today()


def real_today() -> date:
    """Return today's date, or the day that `SCRUTINY_TODAY` sets."""
    chosen = os.environ.get("SCRUTINY_TODAY")
    return date.fromisoformat(chosen) if chosen else date.today()


def is_curator() -> bool:
    """Tell whether this is the curator's machine, which `SCRUTINY_CURATOR=1` says."""
    return os.environ.get("SCRUTINY_CURATOR") == "1"
