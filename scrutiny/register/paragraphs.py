"""A document's text as entries point to it: each block with its place, or with the reason why it has none.

The rule stands in the curator's guide, `data/README.md`. Where it cannot know better, a marked copy does: there the
numbers are what a curator wrote.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from scrutiny.register import landmarks
from scrutiny.register.landmarks import bare, beside_the_text, no_sentence
from scrutiny.register.layout import Block, split_text
from scrutiny.register.letter import after_salutation, find_headline, parts_of
from scrutiny.register.places import Part, Place
from scrutiny.register.sentences import NUMBERED, goes_on, heading, is_finished, may_be_heading

MARKED = "[marks]"
"""What a marked copy begins with."""

COMES_BACK = 3
"""A line that stands in a text so many times is the head or foot of its pages."""

_MARK = re.compile(r"^\[(?:(?P<mark>[HANT]?[\d.]*)|-\s*(?P<reason>[^\]\n]*))\][ \t]*", re.MULTILINE)


class Paragraphs(dict[Place, str]):
    """The places of a document's text, in the order of reading, each with its words; `blocks` has what was left out."""

    def __init__(self, text: str) -> None:
        """Count a text; a page or a list may have parted what stands in one place."""
        self.blocks = blocks_of(text)
        words: dict[Place, list[str]] = {}
        for block in self.blocks:
            if block.place:
                words.setdefault(block.place, []).append(block.text)
        super().__init__({place: "\n".join(words[place]) for place in sorted(words)})


def blocks_of(text: str) -> list[Block]:
    """Split a document's text into blocks in its order, each with its place or the reason why it has none."""
    text = landmarks.BULLETS_OF_WORD.sub("•", text)
    if text.lstrip().startswith(MARKED):
        return _read_marks(text)
    blocks = split_text(text)
    times = Counter(block.plain for block in blocks)
    for block in blocks:
        block.reason = "" if block.row else beside_the_text(block.text)
        if not block.reason and times[block.plain] >= COMES_BACK and may_be_heading(block.plain):
            block.reason = landmarks.BESIDE[-1]
    start = after_salutation(blocks)
    body, annexes, notes = parts_of(blocks, start)
    find_headline(blocks[:start], body)
    _number(body, Part.PARAGRAPH)
    _number(annexes, Part.ANNEX)
    _number_notes(notes)
    _number_rows(blocks)
    return blocks


def with_marks(blocks: Sequence[Block]) -> str:
    """Write a marked copy of blocks, which a curator can correct."""
    parts = [
        f"{MARKED} The mark before a text is its place: [3] paragraph 3, [2.4] the number before it, [A2] a\n"
        "paragraph of an annex, [T1.2] table 1 row 2, [N1] note 1, [H] the headline. [-] begins what is not counted.\n"
        "A mark reaches to the next. The same mark twice is one place. Correct the marks; do not change the words."
    ]
    for place, alike in groupby(blocks, key=lambda block: block.place):
        for index, block in enumerate(alike):
            mark = f"[{place.mark}] " if place else f"[- {block.reason}] "
            words = block.text.replace("\n[", "\n [")  # no mark, but a footnote's at the beginning of a line
            parts.append(f"{'' if place and index else mark}{words}")
    return "\n\n".join(parts) + "\n"


def close_gaps(blocks: Sequence[Block]) -> None:
    """Count anew what a curator marked: each part from 1, and the same mark is still the same place."""
    counts: Counter[tuple[Part, tuple[int, ...]]] = Counter()
    anew: dict[tuple[Part, tuple[int, ...]], tuple[int, ...]] = {}
    for block in blocks:
        if block.place and block.place.part is not Part.PRINTED:
            part, numbers = block.place.part, block.place.numbers
            for depth in range(1, len(numbers) + 1):  # first the table, then the row in it
                above = anew.get((part, numbers[: depth - 1]), ())
                if (part, numbers[:depth]) not in anew:
                    counts[part, above] += 1
                    anew[part, numbers[:depth]] = (*above, counts[part, above])
            block.place = Place(part, anew.get((part, numbers), ()))


def _read_marks(text: str) -> list[Block]:
    found = list(_MARK.finditer(text))
    starts = [match.start() for match in found] + [len(text)]
    blocks = []
    for match, end in zip(found, starts[1:], strict=True):
        place = Place.of_mark(match["mark"] or "")
        blocks.append(Block(text[match.end() : end].strip(), place, "" if place else match["reason"] or "not counted"))
    return [block for block in blocks if block.text]


def _number(blocks: list[Block], part: Part) -> None:
    """Number the paragraphs of a part; one may go on over a page, down a list, or as far as the next printed number."""
    printed = _printed_numbers(blocks) if part is Part.PARAGRAPH else {}
    count = 0
    place: Place | None = None
    last, in_list, is_parted, has_number = "", False, False, False
    for index, block in enumerate(blocks):
        if not block.is_open or block.row:
            # what stands beside the text parts no paragraph; anything else does
            is_parted = bool(block.reason)
            last = last if block.reason in landmarks.BESIDE else ""
            continue
        text, following = block.text, _next_text(blocks, index)
        is_item = bool(landmarks.ITEM.match(text))
        belongs = bool(last) and index not in printed and goes_on(last, text, in_list=in_list, is_parted=is_parted)
        is_parted = False
        is_chapter = _is_chapter(index, text, printed)
        reason = "heading" if is_chapter else no_sentence(text) or heading(text, following)
        if reason and (is_chapter or not (belongs and is_item)):
            block.reason, last = reason, ""
            continue
        has_number = has_number or index in printed
        if index in printed or not place or not (belongs or has_number):
            count += 1
            place = printed.get(index, Place(part, (count,)))
        in_list = in_list and belongs if not is_item else belongs or not NUMBERED.match(text)
        block.place, last = place, text


def _printed_numbers(blocks: list[Block]) -> dict[int, Place]:
    """Return the paragraphs before which a number is printed, by their place in the list; none of a list in a letter.

    Numbers are 2.1, 2.2 and so on, or 1, 2, 3 from the first paragraph on.
    """
    texts = {index: block.text for index, block in enumerate(blocks) if block.is_open and not block.row}
    texts = {index: text for index, text in texts.items() if not may_be_heading(bare(text))}
    dotted = {index: match for index, text in texts.items() if (match := landmarks.DOTTED.match(text))}
    numbers = {index: tuple(map(int, match[1].split("."))) for index, match in dotted.items()}
    ascending = list(numbers.values())
    if len(ascending) > 1 and ascending == sorted(set(ascending)):
        return {index: Place(Part.PRINTED, number) for index, number in numbers.items()}
    whole: dict[int, Place] = {}
    for index, text in texts.items():
        match = landmarks.WHOLE.match(text)
        if match and int(match[1]) == len(whole) + 1:
            whole[index] = Place(Part.PARAGRAPH, (len(whole) + 1,))
        if not whole:
            break
    return whole if len(whole) > 1 else {}


def _is_chapter(index: int, text: str, printed: Mapping[int, Place]) -> bool:
    """Whether a block is the heading of a chapter: numbered 4, and the next number before a paragraph is 4.1."""
    match = landmarks.CHAPTER.match(text)
    if not match or is_finished(text):
        return False
    return next((place.numbers for number, place in printed.items() if number > index), ()) == (int(match[1]), 1)


def _next_text(blocks: list[Block], index: int) -> str:
    """Return the text after a block, over what stands beside the text."""
    later = (blocks[position] for position in range(index + 1, len(blocks)))
    return next((block.text for block in later if block.is_open or block.reason not in landmarks.BESIDE), "")


def _number_notes(blocks: list[Block]) -> None:
    """Number notes by their marks; without any mark each block is a note."""
    waiting = [block for block in blocks if block.is_open and not block.row]
    first = next((match[0] for block in waiting if (match := landmarks.NOTE_ITEM.match(block.text))), "")
    count = 0
    for block in waiting:
        match = landmarks.NOTE_ITEM.match(block.text)
        # dashes below a numbered note are part of it
        count += not first or bool(match and (NUMBERED.match(match[0]) or not NUMBERED.match(first)))
        block.place = Place(Part.NOTE, (count,)) if count else None
        block.reason = "" if count else "before the first note"


def _number_rows(blocks: list[Block]) -> None:
    """Number the rows of the tables in the text, from the top of each."""
    tables: dict[int, int] = {}
    for block in blocks:
        if block.row and block.is_open:
            table, row = block.row
            block.place = Place(Part.ROW, (tables.setdefault(table, len(tables) + 1), row))
