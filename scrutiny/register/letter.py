"""The parts of a letter or a press release: what stands before it, itself, its annexes and its notes."""

import re

from scrutiny.register.landmarks import (
    ANNEX,
    CLOSE,
    DASH,
    END,
    ITEM,
    LONGEST_LINE,
    NOTE_ITEM,
    NOTES,
    PLAIN_NOTES,
    SALUTATION,
    SUBJECT,
    bare,
    length_of_letterhead,
)
from scrutiny.register.layout import Block
from scrutiny.register.places import Part, Place
from scrutiny.register.sentences import is_finished, is_prose, may_be_heading

LONGEST_SUBJECT = 30  # words


def parts_of(blocks: list[Block], start: int) -> tuple[list[Block], list[Block], list[Block]]:
    """Say of each block whether it is of the letter itself, of an annex or of the notes; name what parts them."""
    parts: dict[str, list[Block]] = {"body": [], "annex": [], "notes": [], "after": []}
    part = "body"
    end, first_annex = _close(blocks, start), _first_annex(blocks, start)
    for index, block in enumerate(blocks[start:], start):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        is_plain = PLAIN_NOTES.fullmatch(block.plain) and (part == "after" or NOTE_ITEM.match(following))
        if NOTES.fullmatch(block.plain) or is_plain:
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


def after_salutation(blocks: list[Block]) -> int:
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
        if not block.row and is_prose(block.text):
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
    return bool(SALUTATION.fullmatch(block.plain)) and not is_prose(block.plain)


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


def find_headline(before: list[Block], body: list[Block]) -> None:
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
        is_headline = goes_on and not ITEM.match(text) and may_be_heading(bare(text), LONGEST_SUBJECT)
    else:
        is_headline = not ITEM.match(text) and not (is_finished(text) and len(text.split()) > LONGEST_SUBJECT)
    if is_headline:
        waiting[0].place = Place(Part.HEADLINE)
        for block in waiting[1:2]:  # “Response to your report ⏎ – Children who go missing”
            if is_letter and DASH.match(block.text) and may_be_heading(DASH.sub("", block.text, count=1)):
                block.place = Place(Part.HEADLINE)
