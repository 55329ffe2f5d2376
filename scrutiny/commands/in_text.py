"""What stands in a text: its sentences, its numbers that count something, and the words around one."""

import re
from collections.abc import Iterator

from scrutiny.register.dates import MONTHS
from scrutiny.register.numbers import Number, numbers_in

_SENTENCE_END = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?:(?<=[.!?…])|(?<=[.!?…][”’\"')\]]))\s+(?=[A-Z“‘\"'(])"
    r"|\n(?=\s*(?:[•·–*-]|\(?\w{1,3}[.)])\s)"
)
_MONTH = f"(?:{'|'.join(f'{month[:3]}(?:t|{month[3:]})?' for month in MONTHS)})"
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b(?!,\d)|\b(?:19|20)\d\d(?:[–/-]\d{{2,4}})?\b(?!,\d)"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}[.:]\d\d ?[ap]m\b|\b24/7\b|\b0[\d ]{8,}|\[\d{1,3}\]|\bno\b|\bone\b"
    r"|\A\s*\d+(?:\.\d+)*\s+(?=[A-Z])|^\s*\(?\d+[.)]\s|\b(?:paragraphs?|pages?|sections?|annex|note|table|chapter|part|phase|tier"
    r"|recommendations?|question|figure) [\d.]*\d",
    re.IGNORECASE | re.MULTILINE,
)

_NEAR = 300  # letters


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends; an item of a list is one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if " " in text[start : match.start()].strip():  # else it is the number of an item
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence begins and ends in which a place of a text stands."""
    return next((start, end) for start, end in sentences(text) if position < end)


def countable(text: str) -> Iterator[Number]:
    """Yield the numbers of a text but those of dates, times, telephones, paragraphs and the like."""
    taken = [match.span() for match in _NO_FIGURE.finditer(text)]
    for number in numbers_in(text):
        if not any(start <= number.span[0] and number.span[1] <= end for start, end in taken):
            yield number


def around(text: str, start: int, end: int, *, before: int = 2, after: int = 3) -> str:
    """Return what stands between two places of a text, with some words before and after it."""
    head = re.search(rf"(?:\S+\s+){{0,{before}}}\S*\Z", text[max(start - _NEAR, 0) : start])
    tail = re.match(rf"\S*(?:\s+\S+){{0,{after}}}", text[end : end + _NEAR])
    return " ".join(f"{head and head[0]}{text[start:end]}{tail and tail[0]}".split())
