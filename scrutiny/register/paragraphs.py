"""Where words stand in a document: its paragraphs, and the names by which entries point to them."""

import re
from dataclasses import dataclass
from typing import Self

_PLACE = re.compile(r"(?P<note>note )?(?P<number>[1-9]\d{0,3})", re.ASCII)
_SALUTATION = re.compile(r"Dear\b.*")
_CLOSING = re.compile(r"Yours (sincerely|faithfully)\b.*", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*Re:.*", re.DOTALL)
_NOTES_HEADING = re.compile(r"Notes to editors\W*", re.IGNORECASE)
_NOTE = re.compile(r"^\s*\d+\.\s+", re.MULTILINE)
_FINISHED = re.compile(r".*[.?!:;][”’\"')]*", re.DOTALL)
_ITEM = re.compile(r"[•▪●◦*–-]\s")
_LIST = re.compile(rf":\n\s*{_ITEM.pattern}")
_FOLDS = str.maketrans("‘’‚‛“”„‟–—‑", "''''\"\"\"\"---")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place in a document: its headline, a numbered paragraph, or a note to editors.

    Places sort as they are read: headline, paragraphs, notes.
    """

    part: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `headline`, `5` or `note 3`; ValueError for anything else."""
        if text == "headline":
            return cls(0, 0)
        if match := _PLACE.fullmatch(text):
            return cls(2 if match["note"] else 1, int(match["number"]))
        raise ValueError(f"{text!r} is not a place: write a paragraph's number, “headline”, or “note 3”")

    def __str__(self) -> str:
        """Return the form the data uses."""
        return ("headline", str(self.number), f"note {self.number}")[self.part]

    @property
    def label(self) -> str:
        """The place in words: “paragraph 5”."""
        return f"paragraph {self.number}" if self.part == 1 else str(self)


def fold(text: str) -> str:
    """Fold white space, quotation marks and dashes, which printers vary, and nothing else."""
    return " ".join(text.translate(_FOLDS).split())


def paragraphs(text: str) -> dict[Place, str]:
    """Split a document's plain text into the places that entries point to.

    The rule, as `data/README.md` gives it: blocks are set apart by empty lines. Counting starts after the
    salutation ("Dear …"), or else after the first block, which is the headline; a letter's subject line
    ("Re: …") is its headline. A block that ends without a closing mark and goes on in lower case is a
    paragraph broken by a page. A lead-in that ends in a colon belongs with the list or quotation after it.
    What still ends without a closing mark is a heading or a link and is not counted. "Yours sincerely" or
    "Notes to editors" ends the counting; the numbered notes are counted on their own.
    """
    body, _, notes = _cut(text.splitlines(), _NOTES_HEADING)
    letter, _, _ = _cut(body, _CLOSING)
    before, salutation, after = _cut(letter, _SALUTATION)
    lines = after if salutation else before
    blocks = [block.strip() for block in re.split(r"\n\s*\n", "\n".join(lines)) if block.strip()]
    places: dict[Place, str] = {}
    if blocks and (not salutation or _SUBJECT.fullmatch(blocks[0])):
        places[Place(0, 0)] = blocks.pop(0)
    joined: list[str] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            joined[-1] += f"\n{block}"
        else:
            joined.append(block)
    counted = [block for block in joined if _FINISHED.fullmatch(block) or _LIST.search(block)]
    places |= {Place(1, number): block for number, block in enumerate(counted, start=1)}
    numbered_notes = [note.strip() for note in _NOTE.split("\n".join(notes))[1:] if note.strip()]
    return places | {Place(2, number): note for number, note in enumerate(numbered_notes, start=1)}


def _cut(lines: list[str], marker: re.Pattern[str]) -> tuple[list[str], str, list[str]]:
    """Part lines at the first that is the marker: those before it, itself, those after it."""
    for index, line in enumerate(lines):
        if marker.fullmatch(line.strip()):
            return lines[:index], line, lines[index + 1 :]
    return lines, "", []


def _goes_on(earlier: str, later: str) -> bool:
    """Whether a block goes on in the next: after a colon, in a list, or in lower case after no closing mark."""
    if earlier.endswith(":") or (_LIST.search(earlier) and _ITEM.match(later)):
        return True
    return not _FINISHED.fullmatch(earlier) and later[0].islower()
