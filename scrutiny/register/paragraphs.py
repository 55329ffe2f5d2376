"""A document's text as entries point to it: each block with its place, or with the reason why it has none.

The rule stands in the curator's guide, `data/README.md`. Where it cannot know better, a marked copy does: there the
numbers are what a curator wrote.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scrutiny.register.landmarks import (
    ANNEX,
    BESIDE,
    CLOSE,
    DOTTED,
    END,
    ITEM,
    LINK,
    LONGEST_LINE,
    NOTE_ITEM,
    NOTES,
    PLAIN_NOTES,
    POSTCODE,
    SALUTATION,
    SUBJECT,
    WHOLE,
    bare,
    beside_the_text,
    is_letterhead,
    length_of_letterhead,
    no_sentence,
)
from scrutiny.register.layout import split_text
from scrutiny.register.places import Part, Place

MARKED = "[marks]"
"""What a marked copy begins with."""

LONGEST_HEADING = 12
LONGEST_SUBJECT = 30
LONGEST_LABEL = 4
SHORTEST_SENTENCE = 5
COMES_BACK = 3

_MARK = re.compile(r"^\[(?:(?P<mark>[HANT]?[\d.]*)|-\s*(?P<reason>[^\]\n]*))\][ \t]*", re.MULTILINE)
_CLOSED = re.compile(
    r"(?:[.?!…]|\((?:see|cf|as|at|in|from|page|para\w*|annex|appendix|table)\b[^()]*\))[”’\"')\]*_]*"
    r"(?:\s?(?:\[\d{1,3}\]|[¹²³⁴-⁹]+|[*†‡]+)|\d{1,2})?\Z",
    re.IGNORECASE,
)
_ENDS_IN_AN_ADDRESS = re.compile(rf"\b[a-z]{{2,}} .*(?:{POSTCODE.pattern}|{LINK.pattern})\Z", re.DOTALL)
_LEADS_ON = re.compile(r":\s*[–—-]?[*_]*\Z")
_HANGS = re.compile(
    r"(?:[,(–—-]|\b(?:the|a|an|of|and|or|to|for|in|on|at|by|with|from|that|which|who|as|is|are|was|were|be|been|our|"
    r"their|its|his|her|my|your|this|these|those|between|into|but|than|not|Mr|Mrs|Ms|Dr|Chief|HM))\Z"
)
_CLAUSE = re.compile(
    r"\b(?:I|we|they|he|she|is|are|was|were|be|been|has|have|had|will|would|can|could|shall|should|must|may|might|do|"
    r"does|did|says|said)\b"
)
_ASKS = re.compile(r"(?:what|how|why|where|when|who|which|whose)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?\d[\d.]*[.)]?\s+")
_QUOTES = "“‘\"'("


@dataclass(slots=True)
class Block:
    """A block of a document: its text, and its place or the reason why it has none.

    A row of a table has its numbers (table, row) until it has a place.
    """

    text: str
    place: Place | None = None
    reason: str = ""
    row: tuple[int, int] | None = None

    @property
    def plain(self) -> str:
        """Its text as it is compared with the lines that part a letter; empty where it can be none of them."""
        return "" if self.row or len(self.text) > LONGEST_LINE else bare(self.text)

    @property
    def is_open(self) -> bool:
        """Whether nothing is said of it yet."""
        return not (self.place or self.reason)


class Paragraphs(Mapping[Place, str]):
    """The places of a document's text, in the order of reading, each with its words; `blocks` has what was left out."""

    def __init__(self, text: str) -> None:
        """Count a text; a page or a list may have parted what stands in one place."""
        self.blocks = blocks_of(text)
        words: dict[Place, list[str]] = {}
        for block in self.blocks:
            if block.place:
                words.setdefault(block.place, []).append(block.text)
        self._words = {place: "\n".join(words[place]) for place in sorted(words)}

    def __getitem__(self, place: Place) -> str:
        return self._words[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def blocks_of(text: str) -> list[Block]:
    """Split a document's text into blocks in its order, each with its place or the reason why it has none."""
    if text.lstrip().startswith(MARKED):
        return _read_marks(text)
    blocks = [Block(piece.text, row=piece.row) for piece in split_text(text)]
    times = Counter(block.plain for block in blocks)
    for block in blocks:
        block.reason = "" if block.row else beside_the_text(block.text)
        if not block.reason and times[block.plain] >= COMES_BACK and _may_be_heading(block.plain):
            block.reason = BESIDE[-1]
    start = _after_salutation(blocks)
    body, annexes, notes = _parts(blocks, start)
    _find_headline(blocks[:start], body)
    _number(body, Part.PARAGRAPH)
    _number(annexes, Part.ANNEX)
    _number_notes(notes)
    _number_rows(blocks)
    return blocks


def with_marks(blocks: Sequence[Block]) -> str:
    """Write a marked copy of blocks, which a curator can correct."""
    parts = [
        f"{MARKED} The mark before a text is its place: [3] paragraph 3, [2.4] a number printed before it, [A2] a\n"
        "paragraph of an annex, [T1.2] table 1 row 2, [N1] note 1, [H] the headline. [-] begins what is not counted.\n"
        "A mark reaches to the next. The same mark twice is one place. Correct the marks; do not change the words."
    ]
    for place, alike in groupby(blocks, key=lambda block: block.place):
        for index, block in enumerate(alike):
            mark = f"[{place.mark}] " if place else f"[- {block.reason}] "
            parts.append(f"{'' if place and index else mark}{block.text}")
    return "\n\n".join(parts) + "\n"


def _read_marks(text: str) -> list[Block]:
    found = list(_MARK.finditer(text))
    starts = [match.start() for match in found] + [len(text)]
    blocks = []
    for match, end in zip(found, starts[1:], strict=True):
        place = Place.of_mark(match["mark"] or "")
        blocks.append(Block(text[match.end() : end].strip(), place, "" if place else match["reason"] or "not counted"))
    return [block for block in blocks if block.text]


def _after_salutation(blocks: list[Block]) -> int:
    """Return where a letter begins, after its salutation; 0 if it has none.

    A salutation after a sentence is that of a letter that is quoted. One with a sentence on its line is parted from it.
    """
    for index, block in enumerate(blocks):
        if not block.row and SALUTATION.match(bare(block.text)):
            if sentence := _sentence_after_salutation(block.text):
                blocks[index : index + 1] = [Block(block.text.removesuffix(sentence).rstrip()), Block(sentence)]
            elif not _is_salutation(block):
                return 0
            for before in blocks[:index]:
                before.reason = before.reason or "before the salutation"
            blocks[index].reason = "salutation"
            return index + 1
        if not block.row and _is_prose(block.text):
            return 0
    return 0


def _sentence_after_salutation(text: str) -> str:
    """Return what follows a salutation on its line: in “Dear Inspector, I write about it.” the sentence."""
    if is_finished(text):
        for comma in re.finditer(r",\s+", text[:LONGEST_LINE]):
            words = text[comma.end() :].split(maxsplit=4)[:4]
            if not words[0].endswith(",") and sum(word.islower() for word in words) > 1:
                return text[comma.end() :]
    return ""


def _is_salutation(block: Block) -> bool:
    return bool(SALUTATION.fullmatch(block.plain)) and not _is_prose(block.plain)


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does: with a full stop or the like, a footnote's mark, or an address."""
    return _ends(_CLOSED, text) or _ends(_ENDS_IN_AN_ADDRESS, text)


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text ends as a pattern says; a long text is not searched from its beginning."""
    return bool(pattern.search(text[-LONGEST_LINE:]))


def _is_prose(text: str) -> bool:
    return is_finished(text) and len(text.split()) >= SHORTEST_SENTENCE and not is_letterhead(text)


def _parts(blocks: list[Block], start: int) -> tuple[list[Block], list[Block], list[Block]]:
    """Say of each block whether it is of the letter itself, of an annex or of the notes; name what parts them."""
    parts: dict[str, list[Block]] = {"body": [], "annex": [], "notes": [], "after": []}
    part = "body"
    end, first_annex = _close(blocks, start), _first_annex(blocks, start)
    for index, block in enumerate(blocks[start:], start):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if NOTES.fullmatch(block.plain) or (PLAIN_NOTES.fullmatch(block.plain) and NOTE_ITEM.match(following)):
            part, block.reason = "notes", "heading of the notes"
        elif index >= first_annex and ANNEX.fullmatch(block.plain):
            part, block.reason = "annex", "heading of an annex"
        elif part == "body" and index == end:
            part, block.reason = "after", "close of the letter"
        elif part == "body" and END.fullmatch(block.plain):
            part, block.reason = "after", "end of the announcement"
        elif _is_salutation(block) or CLOSE.fullmatch(block.plain):
            block.reason = "salutation or close of another letter"
        elif part == "after":
            block.reason = "after the end of the text"
        parts[part].append(block)
    return parts["body"], parts["annex"], parts["notes"]


def _close(blocks: list[Block], start: int) -> int:
    """Return the block with which a letter closes: the close of a letter that is quoted is another."""
    quoted, last = 0, len(blocks)
    for index, block in enumerate(blocks[start:], start):
        if _is_salutation(block):
            quoted += 1
        elif CLOSE.fullmatch(block.plain):
            if not quoted:
                return index
            quoted, last = quoted - 1, index
    return last if start else len(blocks)


def _first_annex(blocks: list[Block], start: int) -> int:
    """Return where the annexes begin; a list of contents may name them before."""
    last: dict[str, int] = {}
    for index, block in enumerate(blocks[start:], start):
        if match := ANNEX.fullmatch(block.plain):
            last[match["label"].lower()] = index
    return min(last.values(), default=len(blocks))


def _find_headline(before: list[Block], body: list[Block]) -> None:
    """Take the headline, or the subject of a letter, out of the text."""
    is_letter = bool(before)
    if subject := next((block for block in (*body, *before) if SUBJECT.fullmatch(block.plain)), None):
        subject.place, subject.reason = Place(Part.HEADLINE), ""
        return
    waiting = [block for block in body if block.is_open]
    if not is_letter:
        for block in waiting[: length_of_letterhead([block.text for block in waiting])]:
            block.reason = "name, address or date"
        waiting = [block for block in waiting if block.is_open]
    if not waiting or waiting[0].row:
        return
    text = waiting[0].text
    if is_letter:  # a subject without a word before it is no sentence, and the letter goes on after it
        goes_on = len(waiting) > 1 and not waiting[1].text[0].islower()
        is_headline = goes_on and not ITEM.match(text) and _may_be_heading(bare(text), LONGEST_SUBJECT)
    else:
        is_headline = not ITEM.match(text) and not (is_finished(text) and len(text.split()) > LONGEST_SUBJECT)
    if is_headline:
        waiting[0].place = Place(Part.HEADLINE)


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
            last = last if block.reason in BESIDE else ""
            continue
        text, following = block.text, _next_text(blocks, index)
        is_item = bool(ITEM.match(text))
        goes_on = bool(last) and index not in printed and _goes_on(last, text, in_list=in_list, is_parted=is_parted)
        is_parted = False
        if not (goes_on and is_item) and (reason := no_sentence(text) or _heading(text, following)):
            block.reason, last = reason, ""
            continue
        has_number = has_number or index in printed
        if index in printed or not place or not (goes_on or has_number):
            count += 1
            place = printed.get(index, Place(part, (count,)))
        in_list = in_list and goes_on if not is_item else goes_on or not _NUMBERED.match(text)
        block.place, last = place, text


def _printed_numbers(blocks: list[Block]) -> dict[int, Place]:
    """Return the paragraphs before which a number is printed, by their place in the list; none of a list in a letter.

    Numbers are 2.1, 2.2 and so on, or 1, 2, 3 from the first paragraph on.
    """
    texts = {index: block.text for index, block in enumerate(blocks) if block.is_open and not block.row}
    texts = {index: text for index, text in texts.items() if not _may_be_heading(bare(text))}
    dotted = {index: match for index, text in texts.items() if (match := DOTTED.match(text))}
    numbers = {index: tuple(map(int, match[1].split("."))) for index, match in dotted.items()}
    ascending = list(numbers.values())
    if len(ascending) > 1 and ascending == sorted(set(ascending)):
        return {index: Place(Part.PRINTED, number) for index, number in numbers.items()}
    whole: dict[int, Place] = {}
    for index, text in texts.items():
        match = WHOLE.match(text)
        if match and int(match[1]) == len(whole) + 1:
            whole[index] = Place(Part.PARAGRAPH, (len(whole) + 1,))
        if not whole:
            break
    return whole if len(whole) > 1 else {}


def _next_text(blocks: list[Block], index: int) -> str:
    """Return the text after a block, over what stands beside the text."""
    later = (blocks[position] for position in range(index + 1, len(blocks)))
    return next((block.text for block in later if block.is_open or block.reason not in BESIDE), "")


def _goes_on(last: str, text: str, *, in_list: bool, is_parted: bool) -> bool:
    """Whether a paragraph goes on in a block: in a list, after a colon, or in the middle of a sentence.

    `is_parted`: a page number or the like stands between the two.
    """
    is_closed = is_finished(last)
    if ITEM.match(text):
        return in_list or not is_closed
    if _ends(_LEADS_ON, last):
        return True
    is_broken = text.lstrip(_QUOTES)[:1].islower() or is_parted or _ends(_HANGS, last)
    return is_broken and not is_closed


def _heading(text: str, following: str) -> str:
    """Say that a block is a heading, if it is one: a label, a question, or a few words that are no sentence."""
    plain = bare(text)
    if text.startswith("#"):  # as Markdown has headings, and the text of a Word file
        return "heading"
    if len(plain) > LONGEST_LINE:
        return ""
    words = len(plain.split())
    is_label = _ends(_LEADS_ON, plain) and words <= LONGEST_LABEL and not _CLAUSE.search(plain)
    leads_on = ITEM.match(following) or following.startswith(tuple(_QUOTES))
    if is_label and not (leads_on or (following[:1].islower() and not no_sentence(following))):
        return "heading"
    asks, asks_again = (_ASKS.match(bare(each)) and bare(each).endswith("?") for each in (text, following))
    if asks and following and not asks_again and words <= LONGEST_HEADING and plain.count("?") == 1:
        return "heading"
    return "heading" if _may_be_heading(plain) else ""


def _may_be_heading(plain: str, most: int = LONGEST_HEADING) -> bool:
    """Whether a text may be a heading: few words, without a full stop, and no clause but after a word that asks."""
    if len(plain) > LONGEST_LINE:
        return False
    words = _NUMBERED.sub("", plain, count=1)
    if not words or len(words.split()) > most or words[0].islower() or ITEM.match(words):
        return False
    if is_finished(plain) or _ends(_LEADS_ON, plain) or _ends(_HANGS, plain) or plain.endswith(";"):
        return False
    return bool(_ASKS.match(words)) or not _CLAUSE.search(words)


def _number_notes(blocks: list[Block]) -> None:
    """Number notes by their marks; without any mark each block is a note."""
    waiting = [block for block in blocks if block.is_open and not block.row]
    first = next((match[0] for block in waiting if (match := NOTE_ITEM.match(block.text))), "")
    count = 0
    for block in waiting:
        match = NOTE_ITEM.match(block.text)
        # dashes below a numbered note are part of it
        count += not first or bool(match and (_NUMBERED.match(match[0]) or not _NUMBERED.match(first)))
        block.place = Place(Part.NOTE, (count,)) if count else None
        block.reason = "" if count else "before the first note"


def _number_rows(blocks: list[Block]) -> None:
    """Number the rows of the tables in the text, from the top of each."""
    tables: dict[int, int] = {}
    for block in blocks:
        if block.row and block.is_open:
            table, row = block.row
            block.place = Place(Part.ROW, (tables.setdefault(table, len(tables) + 1), row))
