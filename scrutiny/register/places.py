"""The places of a document that an entry can name, each kind declared once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Self

_NUMBER = r"[1-9]\d{0,3}"


class Part(IntEnum):
    """A part of a document, in the order of reading: how a place in it is written, shown, and marked in a text.

    Its words are how many numbers it has, at least and at most; what stands before and between its numbers in the data,
    on the screen, and in a marked copy; what it is called, and what it is.
    """

    HEADLINE = 0, (0, 0), ("headline", ""), ("headline", ""), ("H", ""), "headline", "the headline or subject"
    PARAGRAPH = 1, (1, 1), ("", ""), ("paragraph ", ""), ("", ""), "paragraph", "a paragraph, counted"
    PRINTED = (
        2,
        (2, 4),
        ("", "."),
        ("paragraph ", "."),
        ("", "."),
        "paragraph",
        "the number that stands before a paragraph",
    )
    ROW = 3, (2, 2), ("table ", " row "), ("table ", ", row "), ("T", "."), "row", "a row of a table, counted"
    ANNEX = 4, (1, 1), ("annex ", ""), ("annex, paragraph ", ""), ("A", ""), "paragraph", "a paragraph of an annex"
    NOTE = 5, (1, 1), ("note ", ""), ("note ", ""), ("N", ""), "note", "a note to editors"

    numbers: tuple[int, int]
    written: tuple[str, str]
    shown: tuple[str, str]
    marked: tuple[str, str]
    noun: str
    meaning: str

    def __new__(cls, value: int, *words: Any) -> Self:
        """Make a member that is its place in the order and carries its words."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.numbers, member.written, member.shown, member.marked, member.noun, member.meaning = words
        return member

    def pattern(self, words: tuple[str, str]) -> re.Pattern[str]:
        """Return the pattern of a place of this part, in one of its three forms."""
        (least, most), before, between = self.numbers, words[0], words[1].replace(".", r"\.")
        further = f"(?:{between}{_NUMBER}){{{least - 1},{most - 1}}}" if most > 1 else ""
        return re.compile(f"{before}{_NUMBER}{further}" if most else before, re.ASCII)

    @property
    def example(self) -> str:
        """A place of this part as the data has it."""
        return str(Place(self, tuple(range(2, 2 + self.numbers[0]))))


BODY = (Part.PARAGRAPH, Part.PRINTED)
"""The parts that are the paragraphs of the text itself."""

_WRITTEN = {part: part.pattern(part.written) for part in Part}
_MARKED = {part: part.pattern(part.marked) for part in Part}
WRITTEN = "|".join(form.pattern for form in _WRITTEN.values())
"""The pattern of every place as the data has it."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place in a document. Places sort as they are read, part by part."""

    part: Part
    numbers: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a place as the data has it, such as `5` or `note 3`; ValueError for anything else."""
        if place := cls._of(_WRITTEN, text):
            return place
        examples = ", ".join(f"“{part.example}”" for part in Part)
        raise ValueError(f"{text!r} is not a place: write one like {examples}")

    @classmethod
    def of_mark(cls, text: str) -> Self | None:
        """Read the mark of a place, such as `T1.2`; None for anything else."""
        return cls._of(_MARKED, text)

    @classmethod
    def _of(cls, forms: Mapping[Part, re.Pattern[str]], text: str) -> Self | None:
        for part, form in forms.items():
            if form.fullmatch(text):
                return cls(part, tuple(map(int, re.findall(r"\d+", text))))
        return None

    def __str__(self) -> str:
        """Return the form the data uses."""
        return self._form(self.part.written)

    @property
    def plain(self) -> int | str:
        """The form of tables and JSON: a number where it is only counted, so that a spreadsheet sorts by it."""
        return self.numbers[0] if self.part is Part.PARAGRAPH else str(self)

    @property
    def label(self) -> str:
        """The place in words: “paragraph 5”."""
        return self._form(self.part.shown)

    @property
    def mark(self) -> str:
        """The place as a marked copy has it: “T1.2”."""
        return self._form(self.part.marked)

    def _form(self, words: tuple[str, str]) -> str:
        return words[0] + words[1].join(map(str, self.numbers))
