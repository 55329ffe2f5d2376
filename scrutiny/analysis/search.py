"""Finding entries, events, inspections, bodies and glossary terms by words, with typing errors forgiven."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Prefix

from scrutiny.register.records import Action, Body, Commitment, Entry, Event, Figure, Finding, Inspection, Term
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Voice

KINDS = ("concern", "strength", "own_view", "commitment", "action", "figure", "event", "inspection", "body", "term")
"""The kinds of results. A finding in the respondent's voice is of a kind of its own: it is not inspectors'."""

WEIGHTS = {
    "acronym": 5, "id": 5, "title": 4, "name": 4, "expansion": 4, "summary": 4, "excerpt": 4,
    "about": 2, "theme": 2, "further words": 2, "description": 2, "meaning": 2, "note": 1, "year": 1,
}  # fmt: skip
"""The fields that are searched, by the name that `where` gives them; a word weighs more in some than in others."""

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


@dataclass(frozen=True)
class _Item:
    """One thing that can be found: its kind, its full id, the inspection it belongs to, and what it is found by.

    An event belongs to the inspection whose document tells of it; a body or an acronym belongs to none.
    """

    kind: str
    full_id: str
    inspection: str | None
    texts: Mapping[str, str]


@dataclass
class _Hit:
    """What was found of one item: how well, in which fields, and by which of its words."""

    score: float = 0.0
    where: set[str] = field(default_factory=set)
    matched: set[str] = field(default_factory=set)


class Index:
    """All words of a register; made once for a register and kept by whoever asks."""

    def __init__(self, register: Register) -> None:
        """Read the words of everything that can be found."""
        self._items = list(_items(register))
        self._numbers = {item.full_id: number for number, item in enumerate(self._items)}
        self._places: dict[str, array[int]] = defaultdict(lambda: array("L"))
        self._printed: dict[str, str] = {}
        self._phrases: list[dict[str, str]] = []
        self._ids: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[str]] = defaultdict(list)
        for number, item in enumerate(self._items):
            self._phrases.append({name: self._read(number, name, text) for name, text in item.texts.items()})
            for written in {_parts(item.full_id), _parts(item.texts.get("id", item.full_id))}:
                self._ids[written].append(number)
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
        for number in self._named(text):
            hit = hits.setdefault(number, _Hit())
            hit.score += _NAMED
            hit.where.add("id")
        return self._frame({n: hit for n, hit in hits.items() if _fits(self._items[n], kinds, inspections)}, limit)

    def texts(self, full_id: str) -> Mapping[str, str]:
        """Give the texts by which a result is found, by the names of WEIGHTS."""
        return self._items[self._numbers[full_id]].texts

    def nearest_words(self, text: str, limit: int = 5) -> list[str]:
        """Give words of the register that are most like those of a text, as they are printed there."""
        near: list[str] = []
        for word in _asked(text):
            alike = process.extract(word, self._sorted, scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE)
            found = [word] if word in self._printed else [other for other, *_ in alike]
            near += [self._printed[other] for other in found if other not in _PASSED_OVER]
        return list(dict.fromkeys(near))[:limit]

    def _read(self, number: int, name: str, text: str) -> str:
        """Note where each word of a text stands, and give the folded words as one line."""
        words = folded_words(text)
        for start, end, word in words:
            self._places[word].append(number * len(_FIELDS) + _FIELDS[name])
            if word not in self._printed or text[start:end].islower():
                self._printed[word] = text[start:end]
        return " ".join(word for *_, word in words)

    def _named(self, text: str) -> list[int]:
        """Give the items whose full or short id the text is, however it is spaced and spelt."""
        return self._ids.get(_parts(text[:_LONGEST]), [])

    def _with_all(self, asked: list[str], *, forgiving: bool) -> dict[int, _Hit]:
        """Find the items that have all the words, and add up how well."""
        hits: dict[int, _Hit] = {}
        for position, word in enumerate(asked):
            found = self._with_one(word, forgiving=forgiving)
            if position:
                found = {number: _joined(hits[number], hit) for number, hit in found.items() if number in hits}
            hits = found
        phrase = " ".join(asked)
        for number, hit in hits.items():
            hit.score += sum(_PHRASE for name in hit.where if len(asked) > 1 and phrase in self._phrases[number][name])
        return hits

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
        numbers = Counter(self._items[number].kind for number in hits)
        shown: Counter[str] = Counter()
        best: list[tuple[_Item, _Hit]] = []
        for number, hit in sorted(hits.items(), key=lambda pair: (-pair[1].score, pair[0])):
            item = self._items[number]
            shown[item.kind] += 1
            if shown[item.kind] <= limit:
                best.append((item, hit))
        return pd.DataFrame(
            {
                "kind": pd.Categorical([item.kind for item, _ in best], KINDS, ordered=True),
                "where": [tuple(name for name in WEIGHTS if name in hit.where) for _, hit in best],
                "matched": [tuple(sorted(hit.matched)) for _, hit in best],
                "score": pd.Series([hit.score for _, hit in best], dtype=float).to_numpy(),
                "of_kind": pd.Series([numbers[item.kind] for item, _ in best], dtype=int).to_numpy(),
            },
            index=pd.Index([item.full_id for item, _ in best], dtype="str", name="full_id"),
        )


def _items(register: Register) -> Iterator[_Item]:
    """Give everything that can be found, in the order of the register."""
    for entry in register.entries:
        yield _item(_kind(entry), entry.full_id, _entry_texts(register, entry), entry.inspection)
    for event in register.events:
        told_by = event.document.partition(".")[0] if event.document else None
        yield _item("event", event.full_id, {"title": event.title} | _common_texts(register, event), told_by)
    for inspection in register.inspections:
        yield _item("inspection", f"inspections.{inspection.id}", _inspection_texts(inspection), inspection.id)
    for body in register.bodies:
        yield _item("body", f"bodies.{body.id}", _body_texts(body))
    for term in register.glossary:
        yield _item("term", f"glossary.{term.id}", _term_texts(term))


def _item(kind: str, full_id: str, texts: Mapping[str, str | None], inspection: str | None = None) -> _Item:
    """Make an item of the texts that are there."""
    return _Item(kind, full_id, inspection, {name: text for name, text in texts.items() if text})


def _fits(item: _Item, kinds: Collection[str], inspections: Collection[str] | None) -> bool:
    """Tell whether an item is of the kinds and the inspections that are asked for."""
    return item.kind in kinds and (inspections is None or item.inspection in inspections)


def _kind(entry: Entry) -> str:
    """Name the kind of an entry, the respondent's own views apart."""
    own = isinstance(entry, Finding) and entry.voice is Voice.RESPONDENT
    return "own_view" if own else str(entry.entry_kind)


def _entry_texts(register: Register, entry: Entry) -> dict[str, str | None]:
    """Give the texts that an entry is found by."""
    year = entry.inspection.partition("-")[0]
    return _common_texts(register, entry) | {"further words": _lines(_further(entry)), "year": year}


def _common_texts(register: Register, item: Entry | Event) -> dict[str, str | None]:
    """Give the texts that entries and events both have."""
    bodies = (register.bodies_by_id[body] for body in item.bodies)
    return {
        "id": item.id,
        "summary": item.summary,
        "excerpt": item.excerpt,
        "about": _lines(text for body in bodies for text in (body.name, body.acronym)),
        "theme": _lines(register.themes_by_id[theme].label for theme in item.themes),
        "note": item.note,
    }


def _further(entry: Entry) -> list[str | None]:
    """Give the other words that only entries of this kind have."""
    match entry:
        case Finding():
            return [entry.source]
        case Action():
            return [text for result in entry.result for text in (result.summary, result.excerpt)]
        case Commitment():
            return [entry.due.printed if entry.due else None, entry.measure]
        case Figure():
            return [f"{entry.value}", entry.unit, entry.counts, entry.period.printed if entry.period else None]
    return []


def _inspection_texts(inspection: Inspection) -> dict[str, str | None]:
    """Give the texts that an inspection is found by."""
    return {
        "title": inspection.title,
        "name": _lines([inspection.short_title, *inspection.inspectorates]),
        "description": inspection.subject,
        "note": inspection.note,
        "year": inspection.id.partition("-")[0],
    }


def _body_texts(body: Body) -> dict[str, str | None]:
    """Give the texts that a body is found by."""
    return {"name": body.name, "acronym": body.acronym, "description": body.description}


def _term_texts(term: Term) -> dict[str, str | None]:
    """Give the texts that a glossary term is found by."""
    return {"acronym": term.id, "expansion": term.expansion, "meaning": term.meaning}


def _lines(texts: Iterable[str | None]) -> str:
    """Put texts under one another, so that no phrase runs from one into the next."""
    return "\n".join(text for text in texts if text)


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
