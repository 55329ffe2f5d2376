"""What the documents of an inspection tell of its entries: the numbers in them, and what inspectors recommend."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from scrutiny.commands.in_text import around, countable, sentence_at
from scrutiny.commands.told_by import DATE, date_of
from scrutiny.register.landmarks import ASK, BESIDE, ITEM, bare
from scrutiny.register.layout import Block
from scrutiny.register.numbers import Number
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.records import Document, Inspection
from scrutiny.register.sentences import NUMBERED
from scrutiny.register.vocabulary import Bound, DocumentKind, RecommendationKind, Voice

INSPECTORS = (DocumentKind.REPORT, DocumentKind.PRESS_RELEASE, DocumentKind.REVIEW)
"""The kinds of documents in which inspectors themselves speak."""

LONGEST_EXCERPT = 20  # words

_BOUNDS = {
    Bound.AT_LEAST: r"more than|over|at least|no fewer than|no less than",
    Bound.AT_MOST: r"fewer than|less than|at most|up to|no more than|within|under",
    Bound.ABOUT: r"about|around|approximately|almost|nearly|some|roughly",
}
_BEFORE = {bound: re.compile(rf"\b(?:{words})\s+£?\Z", re.IGNORECASE) for bound, words in _BOUNDS.items()}
_FRACTION = re.compile(r"\b(?:hal(?:f|ves)|(?:third|quarter|fifth|sixth|eighth|tenth)s?)\Z", re.IGNORECASE)
_PER_CENT = re.compile(r"\s*(?:%|per ?cent\b)", re.IGNORECASE)
_SCALES = (("thousand", r"k|thousand"), ("million", r"mn?|million"), ("billion", r"bn|billion"))
_LIMIT = re.compile(
    r"with immediate effect|immediately|within (?:\w+ ){1,3}(?:days?|weeks?|months?|years?)"
    rf"|(?:by|before|no later than)(?: the)?(?: end of)? (?:{DATE.pattern})",
    re.IGNORECASE,
)
_ASKING = frozenset(("should", "must", "needs", "need"))
_PARTED = re.compile(rf"\n\s*\n|\n(?={ITEM.pattern})")


def figures_of(inspection: Inspection, texts: Mapping[str, Paragraphs]) -> Iterator[dict[str, Any]]:
    """Yield what is known of a figure for each number in the documents."""
    numbered = count(1)
    for document, text in _at_hand(inspection, texts):
        for place, words in text.items():
            for number in countable(words):
                start, end = sentence_at(words, number.span[0])
                start = end - len(words[start:end].lstrip())
                item = ITEM.match(words, start) or NUMBERED.match(words, start)
                start = item.end() if item and item.end() <= number.span[0] else start
                yield {
                    "id": f"F{next(numbered):02}",
                    "value": min(number.values),
                    "bound": _bound(words[: number.span[0]]),
                    "unit": _unit(words, number),
                    "voice": Voice.INSPECTORATE if document.kind in INSPECTORS else "",
                    "excerpt": around(
                        words[start:end], number.span[0] - start, number.span[1] - start, before=6, after=8
                    ),
                    "document": document.id,
                    "paragraph": place,
                }


def recommendations_of(inspection: Inspection, texts: Mapping[str, Paragraphs]) -> Iterator[dict[str, Any]]:
    """Yield what is known of each recommendation that the inspectors' own documents name as one."""
    numbered = count(1)
    for document, text in _at_hand(inspection, texts):
        for kind, number, block in _asked(text.blocks) if document.kind in INSPECTORS else ():
            words = " ".join(block.text[_beginning(block.text) :].split())
            told = {
                "id": f"R{next(numbered):02}",
                "number": number,
                "kind": kind,
                "voice": Voice.INSPECTORATE,
                "excerpt": _excerpt(words),
                "document": document.id,
                "paragraph": block.place or "",
                "due": _due(words),
                "replies": [{"document": reply.id, "answer": ""} for reply in inspection.replies],
            }
            yield {name: value for name, value in told.items() if value or name == "paragraph"}


def _at_hand(inspection: Inspection, texts: Mapping[str, Paragraphs]) -> Iterator[tuple[Document, Paragraphs]]:
    for document in inspection.documents:
        if text := texts.get(f"{inspection.id}.{document.id}"):
            yield document, text


def _bound(before: str) -> Bound:
    return next((bound for bound, pattern in _BEFORE.items() if pattern.search(before[-30:])), Bound.EXACT)


def _unit(words: str, number: Number) -> str:
    """Return what the number is a number of, where a sign or a word at it tells."""
    start, end = number.span
    if _PER_CENT.match(words, end):
        return "per cent"
    if words[:start].endswith("£"):
        scale = next(
            (name for name, form in _SCALES if re.search(rf"\d[ -]?(?:{form})\Z", number.text, re.IGNORECASE)), ""
        )
        return f"{scale} pounds".strip()
    fraction = _FRACTION.search(number.text)
    return fraction[0].lower() if fraction else ""


def _asked(blocks: Sequence[Block]) -> Iterator[tuple[RecommendationKind, str, Block]]:
    """Yield each block that is called a recommendation, with what it is called and its number.

    “Recommendation 3: …” says so itself. A heading says it of the paragraph below it; one in the plural of all as far
    as the next heading, or as the paragraphs below it are numbered like the first.
    """
    kind: RecommendationKind | None = None
    number, are_several, form = "", False, None
    pieces = [replace(block, text=text) for block in blocks for text in _PARTED.split(block.text)]
    for block in pieces:
        plain = bare(block.text)
        if block.row or block.reason in BESIDE:
            continue
        if match := ASK.match(plain):
            kind, number, form = _kind(match["kind"]), match["number"] or "", None
            are_several = match["kind"].lower().split()[0].endswith("s")
            if plain[match.end() :].strip():
                yield kind, number, block
                kind = None
        elif not block.place:
            kind = None
        elif kind:
            printed = NUMBERED.match(plain)
            own = _form(printed[0]) if printed else ""
            if form is None or form == own:
                form = own
                yield kind, number or (printed[0].strip(" ().") if printed else ""), block
            kind = kind if are_several and form == own else None


def _kind(words: str) -> RecommendationKind:
    """Return what a heading calls it, in the singular or the plural."""
    first = words.lower().split()[0].removesuffix("s")
    return next(kind for kind in RecommendationKind if kind.startswith(first))


def _form(number: str) -> str:
    return re.sub(r"\d+", "1", number.strip())


def _beginning(text: str) -> int:
    """Return where the words begin, after what they are called and their number."""
    for pattern in (ASK, NUMBERED):
        if match := pattern.match(text):
            return match.end()
    return 0


def _excerpt(words: str) -> str:
    """Return the first sentence; of one that is too long for an excerpt what is asked, without the time limit."""
    _, end = sentence_at(words, 0)
    limit = _LIMIT.match(words)
    is_long = len(words[:end].split()) > LONGEST_EXCERPT
    said = words[limit.end() if limit and is_long else 0 : end].lstrip(" ,").split()
    asked = next((index for index, word in enumerate(said) if word in _ASKING), 0)
    start = max(min(len(said) - LONGEST_EXCERPT, asked - 2), 0)
    return " ".join(said[start : start + LONGEST_EXCERPT])


def _due(words: str) -> dict[str, str]:
    """Return the first time limit in some words, with its date if it has one."""
    match = _LIMIT.search(words)
    if not match:
        return {}
    date = date_of(match[0])
    return {"printed": match[0]} | ({"date": date["date"]} if "date" in date else {})
