"""A chart is drawn once for all who look at the same view: drawing takes longer than everything else on a page."""

import pickle
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import ParamSpec

from scrutiny.charts.picture import Picture

MOST_KEPT = 24
_P = ParamSpec("_P")


def kept(draw: Callable[_P, Picture]) -> Callable[_P, Picture]:
    """Keep the pictures of a chart that were looked at last, by all that they were drawn from.

    Readers share a picture, so nobody may change it. What was drawn from is compared whole, not by its name or time:
    an edit to the register draws anew.
    """
    pictures: OrderedDict[bytes, Picture] = OrderedDict()
    lock = Lock()

    @wraps(draw)
    def drawn(*args: _P.args, **kwargs: _P.kwargs) -> Picture:
        key = sha256(pickle.dumps((args, kwargs))).digest()
        with lock:
            found = pictures.pop(key, None)
        picture = found or draw(*args, **kwargs)
        with lock:
            pictures[key] = picture
            if len(pictures) > MOST_KEPT:
                pictures.popitem(last=False)
        return picture

    return drawn
