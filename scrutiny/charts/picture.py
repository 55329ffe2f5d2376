"""What a chart is: a figure with its words and its table, drawn once for all who look at the same view."""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import ParamSpec

import pandas as pd
import plotly.graph_objects as go

MOST_KEPT = 5_000
"""Rows of the tables of all pictures that are kept; with its mark and what a page writes of it, a row takes 2 kB."""

_OVERHEAD = 20  # the figure itself takes about as much room as this many rows
_P = ParamSpec("_P")
_pictures: OrderedDict[bytes, "Picture"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Symbol:
    """One line of a key: a symbol as it is drawn, as a character in its colour, and what it stands for."""

    glyph: str
    colour: str
    text: str


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart and its words.

    `headline` states what is seen; `subtitle` what is counted, from which documents, as of when; `alt` says what kind
    of chart it is, as the list beside it has the rest in words; `key` explains the symbols. `table` has one row for
    each point, indexed by its full id. `groups` are the full ids of the points as the chart groups them, by the names
    of the groups; a point can be in several, a group can be empty. `links` are addresses within the dashboard that
    names of groups lead to, `symbols` those of what is no entry.
    """

    figure: go.Figure
    headline: str
    subtitle: str
    alt: str
    key: tuple[Symbol, ...]
    table: pd.DataFrame
    groups: Mapping[str, Sequence[str]]
    links: Mapping[str, str] = field(default_factory=dict)
    symbols: Mapping[str, Symbol] = field(default_factory=dict)

    @property
    def key_words(self) -> str:
        """The key as a line of text."""
        return " · ".join(f"{symbol.glyph} {symbol.text}" for symbol in self.key)


def grouped(names: pd.Series) -> dict[str, list[str]]:
    """Return the full ids that are the index of a column of names, by name, in the order in which they come."""
    groups: dict[str, list[str]] = {}
    for full_id, name in names.items():
        groups.setdefault(str(name), []).append(str(full_id))
    return groups


def cached_picture(draw: Callable[_P, Picture]) -> Callable[_P, Picture]:
    """Keep the pictures, of all charts, that were looked at last, by all that they were drawn from.

    Readers share a picture, so nobody may change it. What was drawn from is compared whole, not by its name or time:
    an edit to the register draws anew.
    """

    # Drawing takes 40 to 80 ms of a core, more than everything else on a page; making the key takes 1 ms.
    @wraps(draw)
    def drawn(*args: _P.args, **kwargs: _P.kwargs) -> Picture:
        key = sha256(pickle.dumps((draw.__module__, draw.__qualname__, args, kwargs))).digest()
        with _lock:
            picture = _pictures.pop(key, None)
        picture = picture or draw(*args, **kwargs)
        with _lock:
            _pictures[key] = picture
            kept = sum(len(one.table) + _OVERHEAD for one in _pictures.values())
            while kept > MOST_KEPT and len(_pictures) > 1:
                _, oldest = _pictures.popitem(last=False)
                kept -= len(oldest.table) + _OVERHEAD
        return picture

    return drawn
