"""Whether words stand in a text: what printers and copies vary makes no difference, and nothing else does."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

P = TypeVar("P")

_FOLDS = str.maketrans(
    {**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑–—−", "-"), "…": "...",
     "\u00ad": None, "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)  # fmt: skip
_FORMS = {"'": "['‘’‚‛]", '"': '["“”„‟]', "-": r"[-‐‑–—−](?:\s*\n\s*)?", "...": r"(?:\.\.\.|…)",
          "ffi": "(?:ffi|ﬃ|ﬀi|fﬁ)", "ffl": "(?:ffl|ﬄ|ﬀl|fﬂ)", "ff": "(?:ff|ﬀ)", "fi": "(?:fi|ﬁ)",
          "fl": "(?:fl|ﬂ)"}  # fmt: skip
_UNIT = re.compile(rf"{'|'.join(re.escape(form) for form in _FORMS)}|.", re.DOTALL)
_HYPHEN = r"(?:\u00ad\s*|[-‐‑]\s*\n\s*)?"  # within a word, where a line ends
_FOOTNOTE = r"(?:\s?\[\d{1,3}\]|[¹²³⁴-⁹*†‡]+|(?<=[.,;:!?”’\"'])\d{1,2})?"
_LEAST_LIKE = 75
_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?=[^\W\d_])")
_APOSTROPHE_AFTER_S = re.compile(r"(?<=s)'(?=$|[\s.,;:!?)/”])")
_QUOTED = re.compile(r"(?<!\w)'(?=\w)")


def fold(text: str) -> str:
    """Fold white space, quotation marks, dashes, dots, ligatures and soft hyphens, which printers vary."""
    return " ".join(text.translate(_FOLDS).split())


def with_curly_apostrophes(text: str) -> str:
    """Return a text with the apostrophes of print, which keyboards do not have: one look for all that readers see.

    One after an s may be the end of a quotation, and is left alone where one begins.
    """
    if "'" not in text:
        return text
    text = _APOSTROPHE.sub("’", text)
    return text if _QUOTED.search(text) else _APOSTROPHE_AFTER_S.sub("’", text)


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text, word for word."""
    return fold(words) in fold(text) or find(words, text) is not None


def find(words: str, text: str, *, any_case: bool = False) -> re.Match[str] | None:
    """Find words in a text as it is printed: also over the end of a line, footnote marks and the cells of a table."""
    return re.search(_pattern(words), text, re.IGNORECASE if any_case else 0)


@lru_cache
def _pattern(words: str) -> str:
    folded = " ".join(word for word in fold(words).split() if word != "|")
    parts = []
    for word in folded.split(" "):
        units = _UNIT.findall(word)
        parts.append(_HYPHEN.join(_FORMS.get(unit, re.escape(unit)) for unit in units))
    return rf"{_FOOTNOTE}(?:\s*\|\s*|\s+)".join(parts)


def nearest(words: str, places: Mapping[P, str]) -> tuple[P, str] | None:
    """Return the place and the words most like these, if any are nearly these."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # a register without a slip does without

    wanted = fold(words).lower()
    best: tuple[float, P, str] | None = None
    for place, text in places.items():
        folded = fold(text)
        likeness = fuzz.partial_ratio_alignment(wanted, folded.lower(), score_cutoff=best[0] if best else _LEAST_LIKE)
        if likeness and (not best or likeness.score > best[0]):
            start = folded.rfind(" ", 0, likeness.dest_start + 1) + 1
            end = folded.find(" ", max(likeness.dest_end - 1, start))
            best = likeness.score, place, folded[start : end if end > 0 else None]
    return best[1:] if best else None
