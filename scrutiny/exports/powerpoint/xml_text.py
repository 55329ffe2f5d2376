"""Texts from the data made fit for XML, whatever is in them."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

_LINE_END: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SHOWN: Final = "\ufffd"


def plain(text: str) -> str:
    """Give a text with its line ends alike, tabs as spaces, and a visible sign for what cannot be seen or written.

    Such are control characters, lone surrogates, and those that turn the direction of writing.
    """
    return _UNSEEN.sub(_SHOWN, _LINE_END.sub("\n", text).replace("\t", " "))


def made_plain(value: Any) -> Any:
    """Give a slide, or a part of one, with every text in it made plain."""
    if type(value) is str:
        return plain(value)
    if isinstance(value, tuple):
        return type(value)(made_plain(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: made_plain(getattr(value, field.name)) for field in fields(value)})
    return value
