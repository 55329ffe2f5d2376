"""Numbers as documents print them, in digits or in words, each with the values by which a figure may give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **{"zero": 0, "dozen": 12, "a": 1, "half": 1},
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS)}|zero|dozen)"
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_FRACTION = r"(?:hal(?:f|ves)|(?:third|quarter|fifth|sixth|eighth|tenth)s?)"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?P<digits>{_DIGITS})(?:[ -]?(?P<scale>{_SCALE}))?"
    rf"|(?P<words>{_WORD}(?:[ -]{_SCALE}(?:[ -](?:and )?{_WORD})?){{0,6}})(?:[ -]{_FRACTION})?"
    rf"|(?P<part>a)[ -]{_FRACTION}(?= of\b)|(?<=than )(?P<more>a)[ -]{_FRACTION}|(?P<half>half))(?!\w|[.,]\d)",
    re.IGNORECASE | re.ASCII,
)
_ALIKE = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, where it stands, and its values: of “1.2m” 1.2 and 1,200,000, of “two thirds” 2."""

    text: str
    span: tuple[int, int]
    values: frozenset[Decimal]


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in its order; what is only a part of another number or of a word is none."""
    for match in _NUMBER.finditer(text.translate(_ALIKE)):
        if match["digits"]:
            value = Decimal(match["digits"].replace(",", ""))
            values = {value, value * _SCALES[(match["scale"] or "").lower()]} if match["scale"] else {value}
        else:
            values = _in_words((match["words"] or match["part"] or match["more"] or match["half"]).lower())
        yield Number(text[slice(*match.span())], match.span(), frozenset(values))


def _in_words(text: str) -> set[Decimal]:
    """Return what words come to; of “two million” also the two that stand before its scale."""
    total = current = 0
    words = re.findall(r"[a-z]+", text.replace(" and ", " "))
    for word in words:
        current = current * _SCALES[word] if word in _SCALES else current + _SMALL[word]
        if _SCALES.get(word, 0) > _SCALES["hundred"]:
            total, current = total + current, 0
    *before, last = words
    is_scaled = last in _SCALES and not _SCALES.keys() & before
    return {Decimal(total + current), *([Decimal(sum(map(_SMALL.__getitem__, before)))] if is_scaled else [])}
