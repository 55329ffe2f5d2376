"""The entries of one made-up inspection, as its four files hold them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bench.words import Words

Record = dict[str, Any]
_OF_289 = {
    "strength": 38,
    "action": 56,
    "commitment": 71,
    "figure": 10,
}  # as in the real register
_VOICES = {"reported": 12, "quoted": 1, "respondent": 7}
_KINDS = {"undertaking": 30, "need": 30, "expectation": 11}
_STATUS = {"done": 26, "ongoing": 24, "under_way": 6}
_BOUNDS = ("exact", "exact", "at_least", "at_most", "unclear")
_ANSWERS = {0: 10, 1: 30, 2: 20, 3: 10, 5: 20}
_TERM_EVERY = 10


@dataclass(frozen=True)
class Setting:
    """Where entries are said: the document that is quoted, its date, and the ids that they may name."""

    document: str
    dated: date
    scope: str
    paragraphs: int
    author: str
    about: Sequence[str]
    themes: Mapping[str, int]
    terms: Iterator[str]

    @property
    def is_reply(self) -> bool:
        """Tell whether a commissioner speaks, and not inspectors themselves."""
        return self.document == "reply"


def shares(entries: int) -> dict[str, int]:
    """Divide a number of entries among the kinds, in the proportions of the real register."""
    counted = {kind: entries * share // 289 for kind, share in _OF_289.items()}
    return {"concern": entries - sum(counted.values()), **counted}


def made_entries(setting: Setting, entries: int, words: Words, chance: Random) -> dict[str, list[Record]]:
    """Make the entries of one inspection, by file, each file in the order of the paragraphs."""
    return _Maker(setting, words, chance).files(shares(entries))


class _Maker:
    """Makes entries one after another, with ids that go on counting."""

    def __init__(self, setting: Setting, words: Words, chance: Random) -> None:
        self._setting = setting
        self._words = words
        self._chance = chance
        self._made = 0

    def files(self, counts: Mapping[str, int]) -> dict[str, list[Record]]:
        """Make so many entries of each kind."""
        answers = [f"{letter}{number:02d}" for letter, kind in (("A", "action"), ("K", "commitment"))
                   for number in range(1, counts[kind] + 1)]  # fmt: skip
        findings = [("concern", number) for number in range(1, counts["concern"] + 1)]
        findings += [("strength", number) for number in range(1, counts["strength"] + 1)]
        self._chance.shuffle(findings)
        return {
            "findings.yaml": self._placed([self._finding(*each, answers) for each in findings]),
            "actions.yaml": self._placed([self._action(number) for number in range(1, counts["action"] + 1)]),
            "commitments.yaml": self._placed([self._commitment(n) for n in range(1, counts["commitment"] + 1)]),
            "figures.yaml": self._placed([self._figure(number) for number in range(1, counts["figure"] + 1)]),
        }

    def _finding(self, polarity: str, number: int, answers: list[str]) -> Record:
        record = {"id": f"{polarity[0].upper()}{number:02d}", "polarity": polarity, **self._said(_VOICES)}
        if polarity == "concern" and self._setting.is_reply:
            count = min(self._weighed(_ANSWERS), len(answers))
            record["answers"] = sorted(self._chance.sample(answers, count))
        return self._with_note(record)

    def _action(self, number: int) -> Record:
        record = {
            "id": f"A{number:02d}",
            "status": self._weighed(_STATUS),
            **self._said({"respondent": 9, "reported": 1}),
        }
        if self._chance.random() < 0.5:
            record["result"] = [{"summary": self._words.sentence(40, 90), "excerpt": self._words.run(5, 16)}]
        return self._with_note(record)

    def _commitment(self, number: int) -> Record:
        record = {"id": f"K{number:02d}", "kind": self._weighed(_KINDS), **self._said({"respondent": 1})}
        record["by"] = self._setting.author
        if self._chance.random() < 0.55:
            record["owner"] = self._chance.choice([self._setting.author, *self._setting.about])
        record["specific"] = "true" if self._chance.random() < 0.2 else "false"
        if self._chance.random() < 0.12:
            year = str(self._setting.dated.year + self._chance.randint(1, 2))
            record["due"] = {"printed": f"by the end of {year}", "date": year}
        if self._chance.random() < 0.12:
            record["measure"] = self._words.run(3, 8)
        return self._with_note(record)

    def _figure(self, number: int) -> Record:
        value = str(self._chance.randint(2, 900))
        counted = {"value": value, "bound": self._chance.choice(_BOUNDS), "unit": self._words.title(1).lower(),
                   "counts": self._words.title(4)}  # fmt: skip
        record = {"id": f"F{number:02d}", **counted, **self._said({"respondent": 1})}
        record["excerpt"] = f"{self._words.run(3, 6)} {value} {self._words.run(3, 8)}"
        return self._with_note(record)

    def _said(self, voices: Mapping[str, int]) -> Record:
        """Give what every entry has, in the order of its keys; inspectors speak in their own documents alone."""
        setting, chance = self._setting, self._chance
        other = "local" if setting.scope == "national" else "national"
        weights = list(setting.themes.values())
        themes = chance.choices(list(setting.themes), weights, k=chance.choice((1, 2)))
        return {
            "voice": self._weighed(voices) if setting.is_reply else "inspectorate",
            "scope": setting.scope if chance.random() < 0.9 else other,
            "summary": self._words.sentence(60, 150, self._term()),
            "excerpt": self._words.run(5, 20),
            "document": setting.document,
            "paragraph": str(chance.randint(1, setting.paragraphs)),
            "themes": list(dict.fromkeys(themes)),
            "bodies": chance.sample(list(setting.about), chance.choice((1, 1, 1, 2))),
        }

    def _term(self) -> str:
        """Give an acronym of the glossary now and then, each in turn."""
        self._made += 1
        return "" if self._made % _TERM_EVERY else next(self._setting.terms)

    def _with_note(self, record: Record) -> Record:
        """Add to a third of the records what a reader must know; the note stands last."""
        return record | ({"note": self._words.sentence(30, 130)} if self._chance.random() < 1 / 3 else {})

    def _weighed(self, weights: Mapping[Any, int]) -> Any:
        return self._chance.choices(list(weights), list(weights.values()))[0]

    @staticmethod
    def _placed(records: list[Record]) -> list[Record]:
        return sorted(records, key=lambda record: int(record["paragraph"]))
