"""What pages ask of the register that is served, and of the settings around it."""

import os
from datetime import date
from pathlib import Path

from scrutiny.analysis.frames import Frames
from scrutiny.register.register import Register
from scrutiny.store import served


def register() -> Register:
    """Give the register, on a page that is shown only when there is one."""
    found = served().register
    assert found is not None, "pages are shown only with a register"
    return found


def register_frames() -> Frames:
    """Give the frames of the register, on a page that is shown only when there is one."""
    found = served().frames
    assert found is not None, "pages are shown only with a register"
    return found


def documents_folder() -> Path | None:
    """Give the folder of documents that `SCRUTINY_DOCUMENTS` names, if there is one."""
    folder = os.environ.get("SCRUTINY_DOCUMENTS")
    return Path(folder) if folder else None


def open_data_address() -> str | None:
    """Give the address under which this server gives open data, relative to a page; `serve.py` sets it."""
    return os.environ.get("SCRUTINY_OPEN_DATA")


def today() -> date:
    """Give today's date, or the day that `SCRUTINY_TODAY` sets."""
    chosen = os.environ.get("SCRUTINY_TODAY")
    return date.fromisoformat(chosen) if chosen else date.today()
