"""Finding entries, highlights, questions, inspections and more by words, with typing errors forgiven."""

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Prefix

from scrutiny.analysis.searchable import KINDS, WEIGHTS, Searchable, inspection_of, kind_of, search_texts
from scrutiny.register.records import Body, Inspection, Term
from scrutiny.register.register import Register

_FIELDS = tuple(WEIGHTS)

MAX_WORDS = 12
_MAX_LENGTH = 200
_ID_SCORE = 1000.0
_PHRASE_SCORE = 2.0
_STEM, _ENDING = 5, 3
_LEAST_ALIKE = 65
_MOST_NEAREST = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT_ID = re.compile(r"([a-z])(\d{1,3})", re.ASCII)
_STOP_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "with")
)


def folded_words(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text, each with its place, without case, accents and apostrophes."""
    return [(match.start(), match.end(), _fold(match[0])) for match in _WORD.finditer(text)]


def nearest_ids(register: Register, text: str, limit: int = 3) -> list[str]:
    """Return the full ids of entries and events that are most like a text, the most like first."""
    asked = text.strip()[:_MAX_LENGTH].casefold()
    likeness = {
        item.full_id: max(fuzz.ratio(asked, item.full_id.casefold()), fuzz.ratio(asked, item.id.casefold()))
        for item in register.items
    }
    alike = [full_id for full_id, score in likeness.items() if score >= _LEAST_ALIKE]
    return sorted(alike, key=lambda full_id: -likeness[full_id])[:limit]


@dataclass(frozen=True)
class SearchHit:
    """An item that was found: its kind, the fields that hold the words, and the folded words that were found in them.

    `kind` is one of KINDS, `where` are names of WEIGHTS in their order.
    """

    item: Searchable
    kind: str
    where: tuple[str, ...]
    matched: tuple[str, ...]


@dataclass(frozen=True)
class SearchResult:
    """What was found: the best hits of each kind, the best first, and how many there are of each, listed or not.

    It `is_near` where nothing has the words as they were typed, and typing errors were forgiven.
    """

    hits: tuple[SearchHit, ...]
    numbers: Mapping[str, int]
    is_near: bool = False

    @property
    def total(self) -> int:
        """How many items were found, listed or not."""
        return sum(self.numbers.values())

    @property
    def by_kind(self) -> dict[str, list[SearchHit]]:
        """The hits of each kind, in the order of KINDS; an exact id comes before all else."""
        groups = {kind: [hit for hit in self.hits if hit.kind == kind] for kind in KINDS}
        first = [hit.kind for hit in self.hits[:1] if "id" in hit.where]
        return {kind: groups[kind] for kind in dict.fromkeys([*first, *KINDS]) if groups[kind]}


@dataclass
class _Match:
    """How well an item matches, in which fields, and by which of the register's words."""

    score: float = 0.0
    where: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def __or__(self, other: "_Match") -> "_Match":
        return _Match(self.score + other.score, self.where | other.where, self.words | other.words)


class Index:
    """All words of a register; made once for a register and kept by whoever asks.

    Of each word it knows only where it stands. The texts themselves are the register's, and are read again when asked
    for.
    """

    def __init__(self, register: Register) -> None:
        """Read the words of everything that can be found."""
        self._register = register
        self._items: tuple[Searchable, ...] = (
            *register.items, *register.highlights, *register.questions, *register.asked, *register.comments,
            *register.inspections, *register.bodies, *register.glossary,
        )  # fmt: skip
        # By word, the item and the field where it stands as one number: a tuple would take twenty times the memory.
        self._places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._printed: dict[str, str] = {}
        # By the last word of an id; what stands before it is compared when it is asked for.
        self._ids: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, item in enumerate(self._items):
            self._ids[_id_words(item.full_id)[-1]].append(number)
            for name, text in search_texts(register, item).items():
                self._read(number * len(_FIELDS) + _FIELDS.index(name), text)

    def search(
        self, text: str, *, limit: int, kinds: Collection[str] = KINDS, inspections: Collection[str] | None = None
    ) -> SearchResult:
        """Find what has every word of a text, each whole, begun, with another ending or slightly mistyped.

        At most `limit` hits of a kind are given. An exact id finds itself first. Only some kinds, and only what
        belongs to some inspections, can be asked for; numbers are then of these.
        """
        asked = _asked(text)
        as_typed = self._with_all(asked, forgiving=False)
        matches = as_typed or self._with_all(asked, forgiving=True)
        is_near = bool(matches) and not (as_typed and all(self._as_typed(word) for word in asked))
        for number in self._with_id(_id_words(text[:_MAX_LENGTH])):
            matches[number] = matches.get(number, _Match()) | _Match(_ID_SCORE, {"id"})
            is_near = False
        numbers: Counter[str] = Counter()
        hits = []
        # Equals stand in the order of the register.
        for number, match in sorted(matches.items(), key=lambda pair: (-pair[1].score, pair[0])):
            item = self._items[number]
            kind = kind_of(item)
            if kind in kinds and (inspections is None or inspection_of(item) in inspections):
                numbers[kind] += 1
                if numbers[kind] <= limit:
                    where = tuple(name for name in WEIGHTS if name in match.where)
                    hits.append(SearchHit(item, kind, where, tuple(sorted(match.words))))
        return SearchResult(tuple(hits), numbers, is_near)

    def nearest_words(self, text: str) -> list[str]:
        """Return words of the register that are most like those of a text, as they are printed there."""
        nearest: list[str] = []
        for word in _asked(text):
            alike = process.extract(word, sorted(self._places), scorer=fuzz.ratio, limit=3, score_cutoff=_LEAST_ALIKE)
            words = [word] if word in self._printed else [other for other, *_ in alike]
            nearest += [self._printed[other] for other in words if other not in _STOP_WORDS]
        return list(dict.fromkeys(nearest))[:_MOST_NEAREST]

    def _with_id(self, words: tuple[str, ...]) -> Iterator[int]:
        """Yield the items that an id means, with or without that of its inspection."""
        for number in self._ids.get(words[-1], ()) if words else ():
            item = self._items[number]
            short = () if isinstance(item, Inspection | Body | Term) else (item.id,)
            if words in map(_id_words, (item.full_id, *short)):
                yield number

    def _read(self, place: int, text: str) -> None:
        for printed in _WORD.findall(text):
            word = _fold(printed)
            places = self._places[word]
            if not places or places[-1] != place:
                places.append(place)
            if word not in self._printed or printed.islower():
                self._printed[word] = printed

    def _with_all(self, asked: list[str], *, forgiving: bool) -> dict[int, _Match]:
        """Find the items that have all the words, and add up how well; words side by side as asked for count more."""
        found = [self._with_one(word, forgiving=forgiving) for word in asked]
        if not found:
            return {}
        matches = found[0]
        for more in found[1:]:
            matches = {number: matches[number] | match for number, match in more.items() if number in matches}
        if len(asked) > 1:
            phrase = " ".join(asked)
            for number, match in matches.items():
                texts = search_texts(self._register, self._items[number])
                match.score += _PHRASE_SCORE * sum(phrase in _folded(texts[name]) for name in match.where)
        return matches

    def _with_one(self, word: str, *, forgiving: bool) -> dict[int, _Match]:
        """Find the items that have one word; each counts by the field where it weighs most."""
        matches: dict[int, _Match] = defaultdict(_Match)
        for other, likeness in self._alike(word, forgiving=forgiving).items():
            for place in self._places[other]:
                number, field_number = divmod(place, len(_FIELDS))
                match, name = matches[number], _FIELDS[field_number]
                match.score = max(match.score, WEIGHTS[name] * likeness)
                match.where.add(name)
                match.words.add(other)
        return dict(matches)

    def _alike(self, word: str, *, forgiving: bool) -> dict[str, float]:
        """Return the register's words that a word may stand for; typing errors count only where nothing else does."""
        alike = self._as_typed(word)
        return self._mistyped(word) | alike if forgiving or not alike else alike

    def _as_typed(self, word: str) -> dict[str, float]:
        """Return the register's words that are this word, begin with it, or have another ending."""
        alike = {}
        for other in self._places:
            if other == word:
                alike[other] = 1.0
            elif len(word) > 1 and other.startswith(word):
                alike[other] = 0.8
            elif other[:_STEM] == word[:_STEM] and _differ_in_ending(word, other):
                alike[other] = 0.5
        return alike

    def _mistyped(self, word: str) -> dict[str, float]:
        """Return words that differ by a letter or two, whole or as far as they are typed; never in a number."""
        edits = 2 if len(word) >= 9 else 1 if len(word) >= 5 else 0  # noqa: PLR2004  # lengths
        if not edits or any(letter.isdigit() for letter in word):
            return {}
        others = [other for other in self._places if other[0] == word[0] and len(other) > edits + 2]
        begun = {other: other[: len(word)] for other in others}
        return {
            other: 0.6 - 0.1 * distance
            for choices in (begun, {other: other for other in others})
            for _, distance, other in process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None
            )
        }


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    """Take case, accents and apostrophes from a word."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter not in "'’" and not unicodedata.combining(letter))


def _folded(text: str) -> str:
    return " ".join(word for *_, word in folded_words(text))


def _asked(text: str) -> list[str]:
    """Return the words that are asked for, without those that stand everywhere unless there are no others."""
    words = list(dict.fromkeys(word for *_, word in folded_words(text[:_MAX_LENGTH])))[:MAX_WORDS]
    return [word for word in words if word not in _STOP_WORDS] or words


def _id_words(full_id: str) -> tuple[str, ...]:
    """Return the words of an id, however it is spaced and spelt, without the noughts before its number: C7 is C07."""
    words = [word for *_, word in folded_words(full_id)]
    short = [_SHORT_ID.fullmatch(word) for word in words]
    return tuple(f"{id_[1]}{int(id_[2])}" if id_ else word for word, id_ in zip(words, short, strict=True))


def _differ_in_ending(word: str, other: str) -> bool:
    """Tell whether two words that begin alike differ in their last letters only: recording, recorded."""
    return max(len(word), len(other)) - Prefix.similarity(word, other) <= _ENDING
