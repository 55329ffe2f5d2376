"""Finding entries, events, inspections, bodies and glossary terms by words, with typing errors forgiven."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Prefix

from scrutiny.analysis.searchable import (
    KINDS,
    WEIGHTS,
    Searchable,
    find_by_id,
    full_id_of,
    id_parts,
    inspection_of,
    kind_of,
    search_texts,
)
from scrutiny.register.records import Entry, Event
from scrutiny.register.register import Register

_NAMES = tuple(WEIGHTS)
_FIELDS = {name: number for number, name in enumerate(_NAMES)}
"""Where a word stands is kept as one number, of the item and of the field: a register has very many words."""

MOST_WORDS = 12
_LONGEST = 200
_NAMED = 1000.0
_PHRASE = 2.0
_BEGINNING, _ENDING = 5, 3
_ALIKE = 65
_EDITS = {4: 1, 7: 2}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT_ID = re.compile(r"([a-z])(\d{1,3})", re.ASCII)
_PASSED_OVER = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "with")
)


def folded_words(text: str) -> list[tuple[int, int, str]]:
    """Give the words of a text, each with its place, without case, accents and apostrophes."""
    return [(match.start(), match.end(), _fold(match[0])) for match in _WORD.finditer(text)]


def nearest_ids(register: Register, text: str, limit: int = 3) -> list[str]:
    """Give the full ids of entries and events that are most like a text, the most like first."""
    asked = text.strip()[:_LONGEST].casefold()
    likeness = {
        item.full_id: max(fuzz.ratio(asked, item.full_id.casefold()), fuzz.ratio(asked, item.id.casefold()))
        for item in register.items
    }
    alike = [full_id for full_id, score in likeness.items() if score >= _ALIKE]
    return sorted(alike, key=lambda full_id: -likeness[full_id])[:limit]


@dataclass
class _Hit:
    """What was found of one item: how well, in which fields, and by which of its words."""

    score: float = 0.0
    where: set[str] = field(default_factory=set)
    matched: set[str] = field(default_factory=set)


class Index:
    """All words of a register; made once for a register and kept by whoever asks.

    Of each word it knows only where it stands. The texts themselves are the register's, and are read again when asked
    for.
    """

    def __init__(self, register: Register) -> None:
        """Read the words of everything that can be found."""
        self._register = register
        self._things: tuple[Searchable, ...] = (
            *register.items, *register.inspections, *register.bodies, *register.glossary,
        )  # fmt: skip
        self._places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._printed: dict[str, str] = {}
        self._folders: set[tuple[str, ...]] = set()
        self._ids: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[str]] = defaultdict(list)
        for number, thing in enumerate(self._things):
            folder, own_id = id_parts(thing)
            self._folders.add(_parts(folder))
            self._ids[_parts(own_id)].append(number)
            for name, text in search_texts(register, thing).items():
                self._read(number * len(_FIELDS) + _FIELDS[name], text)
        self._sorted = sorted(self._places)
        for word in self._sorted:
            self._beginnings[word[:_BEGINNING]].append(word)

    def search(
        self, text: str, *, limit: int, kinds: Collection[str] = KINDS, inspections: Collection[str] | None = None
    ) -> pd.DataFrame:
        """Find what has every word of a text, each whole, begun, with another ending or slightly mistyped.

        Gives one row for each thing found, the best first, at most `limit` of a kind, indexed by full id
        (`2026-family-environment.C07`, `events.E01`, `inspections.2026-family-environment`, `bodies.mash`,
        `glossary.MASH`): kind (category of KINDS), where (tuple of names from WEIGHTS: the fields that hold the
        words), matched (tuple: the folded words of the register that were found), of_kind (how many of this kind
        were found, before the limit) and score, which orders the rows and means nothing to a reader. An exact id
        finds itself first. Only some kinds, and only what belongs to some inspections, can be asked for; counts
        are then of these.
        """
        asked = _asked(text)
        hits = self._with_all(asked, forgiving=False) or self._with_all(asked, forgiving=True)
        for number in self._named(text[:_LONGEST]):
            hit = hits.setdefault(number, _Hit())
            hit.score += _NAMED
            hit.where.add("id")
        return self._frame({n: hit for n, hit in hits.items() if _fits(self._things[n], kinds, inspections)}, limit)

    def texts(self, full_id: str) -> Mapping[str, str]:
        """Give the texts by which a result is found, by the names of WEIGHTS."""
        return search_texts(self._register, find_by_id(self._register, full_id))

    def nearest_words(self, text: str, limit: int = 5) -> list[str]:
        """Give words of the register that are most like those of a text, as they are printed there."""
        near: list[str] = []
        for word in _asked(text):
            alike = process.extract(word, self._sorted, scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE)
            found = [word] if word in self._printed else [other for other, *_ in alike]
            near += [self._printed[other] for other in found if other not in _PASSED_OVER]
        return list(dict.fromkeys(near))[:limit]

    def _read(self, place: int, text: str) -> None:
        """Note the place of each word of a text, once."""
        for printed in dict.fromkeys(_WORD.findall(text)):
            word = _fold(printed)
            places = self._places[word]
            if not places or places[-1] != place:
                places.append(place)
            if word not in self._printed or printed.islower():
                self._printed[word] = printed

    def _named(self, text: str) -> list[int]:
        """Give the items whose full or short id the text is, however it is spaced and spelt."""
        parts = _parts(text)
        found = [number for number in self._ids.get(parts, []) if isinstance(self._things[number], Entry | Event)]
        for length in range(1, len(parts)):
            if parts[:length] in self._folders:
                found += [
                    number for number in self._ids.get(parts[length:], []) if self._folder(number) == parts[:length]
                ]
        return found

    def _folder(self, number: int) -> tuple[str, ...]:
        """Give the words of the first part of an item's full id."""
        return _parts(id_parts(self._things[number])[0])

    def _with_all(self, asked: list[str], *, forgiving: bool) -> dict[int, _Hit]:
        """Find the items that have all the words, and add up how well."""
        hits: dict[int, _Hit] = {}
        for position, word in enumerate(asked):
            found = self._with_one(word, forgiving=forgiving)
            if position:
                found = {number: _joined(hits[number], hit) for number, hit in found.items() if number in hits}
            hits = found
        if len(asked) > 1:
            for number, hit in hits.items():
                hit.score += _PHRASE * self._with_phrase(" ".join(asked), number, hit.where)
        return hits

    def _with_phrase(self, phrase: str, number: int, where: Collection[str]) -> int:
        """Count the fields in which words stand side by side as they are asked for."""
        texts = search_texts(self._register, self._things[number])
        return sum(phrase in " ".join(map(_fold, _WORD.findall(texts[name]))) for name in where)

    def _with_one(self, word: str, *, forgiving: bool) -> dict[int, _Hit]:
        """Find the items that have one word; each counts by the field where it weighs most."""
        hits: dict[int, _Hit] = defaultdict(_Hit)
        for printed, likeness in self._like(word, forgiving=forgiving).items():
            for place in self._places[printed]:
                number, field_number = divmod(place, len(_FIELDS))
                name = _NAMES[field_number]
                hit = hits[number]
                hit.score = max(hit.score, WEIGHTS[name] * likeness)
                hit.where.add(name)
                hit.matched.add(printed)
        return dict(hits)

    def _like(self, word: str, *, forgiving: bool) -> dict[str, float]:
        """Give the register's words that a word may stand for; typing errors count only where nothing else does."""
        close = {other: 0.5 for other in self._beginnings.get(word[:_BEGINNING], []) if _other_ending(word, other)}
        close |= dict.fromkeys(self._begun_with(word) if len(word) > 1 else [], 0.8)
        if word in self._places:
            close[word] = 1.0
        if forgiving or not close:
            close = dict(self._mistyped(word)) | close
        return close

    def _begun_with(self, letters: str) -> list[str]:
        """Give the words that begin with some letters."""
        return self._sorted[bisect_left(self._sorted, letters) : bisect_left(self._sorted, letters + "\U0010ffff")]

    def _mistyped(self, word: str) -> Iterator[tuple[str, float]]:
        """Give words that differ by a letter or two, whole or as far as they are typed; never in a number."""
        edits = max((most for length, most in _EDITS.items() if len(word) >= length), default=0)
        if not edits or any(letter.isdigit() for letter in word):
            return
        same_letter = [other for other in self._begun_with(word[0]) if len(other) > edits + 2]
        for choices in ({other: other[: len(word)] for other in same_letter}, {other: other for other in same_letter}):
            alike = process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
            yield from ((other, 0.6 - 0.1 * distance) for _, distance, other in alike)

    def _frame(self, hits: dict[int, _Hit], limit: int) -> pd.DataFrame:
        """Make the frame of what was found; equals stand in the order of the register."""
        kinds = {number: kind_of(self._things[number]) for number in hits}
        numbers = Counter(kinds.values())
        shown: Counter[str] = Counter()
        best: list[tuple[int, _Hit]] = []
        for number, hit in sorted(hits.items(), key=lambda pair: (-pair[1].score, pair[0])):
            shown[kinds[number]] += 1
            if shown[kinds[number]] <= limit:
                best.append((number, hit))
        return pd.DataFrame(
            {
                "kind": pd.Categorical([kinds[number] for number, _ in best], KINDS, ordered=True),
                "where": [tuple(name for name in WEIGHTS if name in hit.where) for _, hit in best],
                "matched": [tuple(sorted(hit.matched)) for _, hit in best],
                "score": pd.Series([hit.score for _, hit in best], dtype=float).to_numpy(),
                "of_kind": pd.Series([numbers[kinds[number]] for number, _ in best], dtype=int).to_numpy(),
            },
            index=pd.Index([full_id_of(self._things[number]) for number, _ in best], dtype="str", name="full_id"),
        )


def _fits(thing: Searchable, kinds: Collection[str], inspections: Collection[str] | None) -> bool:
    """Tell whether a thing is of the kinds and the inspections that are asked for."""
    return kind_of(thing) in kinds and (inspections is None or inspection_of(thing) in inspections)


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    """Take case, accents and apostrophes from a word."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if letter not in "'’" and not unicodedata.combining(letter))


def _asked(text: str) -> list[str]:
    """Give the words that are asked for, without those that stand everywhere unless there are no others."""
    words = list(dict.fromkeys(word for *_, word in folded_words(text[:_LONGEST])))[:MOST_WORDS]
    return [word for word in words if word not in _PASSED_OVER] or words


def _plain_id(word: str) -> str:
    """Write an id without the noughts before its number: C7 is C07."""
    short = _SHORT_ID.fullmatch(word)
    return f"{short[1]}{int(short[2])}" if short else word


def _parts(full_id: str) -> tuple[str, ...]:
    """Give the words of an id."""
    return tuple(_plain_id(word) for *_, word in folded_words(full_id))


def _other_ending(word: str, other: str) -> bool:
    """Tell whether two words that begin alike differ in their last letters only: recording, recorded."""
    return max(len(word), len(other)) - Prefix.similarity(word, other) <= _ENDING


def _joined(one: _Hit, other: _Hit) -> _Hit:
    """Put together what two words found in the same item."""
    return _Hit(one.score + other.score, one.where | other.where, one.matched | other.matched)
