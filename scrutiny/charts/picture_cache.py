"""A chart is drawn once for all who look at the same view: drawing takes longer than everything else on a page."""

import pickle
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import ParamSpec

from scrutiny.charts.picture import Picture

MOST_KEPT = 5_000
"""Rows of the tables of all pictures that are kept; with its mark and what a page writes of it, a row takes 2 kB."""

_LEAST = 20
_P = ParamSpec("_P")
_pictures: OrderedDict[bytes, Picture] = OrderedDict()
_lock = Lock()


def cached_picture(draw: Callable[_P, Picture]) -> Callable[_P, Picture]:
    """Keep the pictures, of all charts, that were looked at last, by all that they were drawn from.

    Readers share a picture, so nobody may change it. What was drawn from is compared whole, not by its name or time:
    an edit to the register draws anew.
    """

    @wraps(draw)
    def drawn(*args: _P.args, **kwargs: _P.kwargs) -> Picture:
        key = sha256(pickle.dumps((draw.__module__, draw.__qualname__, args, kwargs))).digest()
        with _lock:
            found = _pictures.pop(key, None)
        picture = found or draw(*args, **kwargs)
        with _lock:
            _pictures[key] = picture
            _let_go()
        return picture

    return drawn


def _let_go() -> None:
    """Let go of what was looked at longest ago, while more is kept than may be; a small picture takes some room too."""
    held = sum(len(picture.table) + _LEAST for picture in _pictures.values())
    while held > MOST_KEPT and len(_pictures) > 1:
        _, picture = _pictures.popitem(last=False)
        held -= len(picture.table) + _LEAST
