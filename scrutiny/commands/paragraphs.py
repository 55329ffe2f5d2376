"""The command that shows a document as the checker counts it, and writes a marked copy of it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from scrutiny.commands.text_of import text_of
from scrutiny.register.layout import Block
from scrutiny.register.paragraphs import MARKED, Paragraphs, close_gaps, with_marks
from scrutiny.register.places import BODY, Part, Place
from scrutiny.register.sentences import is_finished

LONG = 25
"""A block of so many words that is not counted may be one that should be."""
VERY_LONG = 250
"""A paragraph of so many words may be several."""

_UNKNOWN_MARK = re.compile(r"^\[(?!marks\])[A-Za-z ]*[\d.]+\]", re.MULTILINE)


@click.command(epilog="Example: python -m scrutiny paragraphs reply.pdf --write")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--write",
    is_flag=True,
    help="Write a marked copy beside FILE, which you can correct. A FILE that is a marked copy is counted anew.",
)
def paragraphs(file: Path, *, write: bool) -> None:
    """Print a document (text, PDF or Word) as the checker counts it; exit 1 if nothing is counted.

    Each block has its place before it, or the reason why it has none: [3] is paragraph 3, [A2] a paragraph of an annex,
    [T1.2] a row of a table, [N1] a note, [H] the headline, [-] is not counted.
    """
    try:
        text = text_of(file)
    except ValueError as error:
        raise click.BadParameter(f"{file} {error}", param_hint="FILE") from error
    counted = Paragraphs(text)
    is_marked = text.startswith(MARKED)
    if is_marked and write:
        close_gaps(counted.blocks)
        counted = Paragraphs(with_marks(counted.blocks))
    copy = with_marks(counted.blocks)
    click.echo(copy.partition("\n\n")[2])
    numbers = {"paragraph": BODY, "note": (Part.NOTE,)}
    counts = {word: sum(place.part in parts for place in counted) for word, parts in numbers.items()}
    click.echo(", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in counts.items()))
    for hint in _hints(text, counted):
        click.echo(f"Look: {hint}")
    if write and is_marked:
        file.write_text(copy, encoding="utf-8", newline="\n")
        click.echo(f"Counted anew: {file.name}.")
    elif write:
        _write(file.with_name(f"{file.stem}.marked.txt"), copy)
    sys.exit(0 if counted else 1)


def _write(path: Path, copy: str) -> None:
    """Write a marked copy, unless there is one: it may have been corrected."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(copy)
    except OSError as error:
        reason = "is there already" if isinstance(error, FileExistsError) else error.strerror
        raise click.BadParameter(f"{path}: {reason}; nothing was written", param_hint="--write") from error
    click.echo(f"Written: {path.name}. Correct its marks, and name it as the document’s file in inspection.yaml.")


def _hints(text: str, counted: Paragraphs) -> Iterator[str]:
    """Say where the layout of a document is likely wrong, or its marks."""
    if not counted:
        yield "nothing is counted. Is it a picture of a page, or is there no sentence in it?"
    for page, content in enumerate(text.split("\f"), start=1):
        if "\f" in text and not content.strip():
            yield f"page {page} has no text. Is it a picture?"
    if text.startswith(MARKED):
        yield from _hints_on_marks(text, counted)
        return
    yield from _hints_on_layout(counted)


def _hints_on_layout(counted: Paragraphs) -> Iterator[str]:
    reasons = [block.reason for block in counted.blocks]
    if "salutation" in reasons and "close of the letter" not in reasons:
        yield "the letter has no “Yours sincerely”. Is its signature counted?"
    for block in counted.blocks:
        if block.reason and len(block.text.split()) >= LONG:
            yield f"a long block is not counted ({block.reason}): “{_beginning(block)}”"
    for place, words in counted.items():
        if len(words.split()) >= VERY_LONG:
            yield f"[{place.mark}] is long. Are there no empty lines between its paragraphs?"
        if place.part in BODY and not (is_finished(words) or words.endswith(":")):
            yield f"[{place.mark}] ends without a full stop. Is it a heading, or does it go on in the next?"


def _hints_on_marks(text: str, counted: Paragraphs) -> Iterator[str]:
    for match in _UNKNOWN_MARK.finditer(text):
        if not Place.of_mark(match[0][1:-1]):
            yield f"{match[0]} is not a mark"
    gaps = []
    before: Place | None = None
    for place in counted:
        earlier = before if before and before.part == place.part else None
        if len(place.numbers) == 1 and place.numbers[0] != (earlier.numbers[0] if earlier else 0) + 1:
            gaps.append(f"after [{earlier.mark}] comes [{place.mark}]" if earlier else f"[{place.mark}] comes first")
        before = place
    yield from gaps
    if gaps:
        yield "give this copy with --write to have its marks counted anew, without gaps"


def _beginning(block: Block) -> str:
    return " ".join(block.text.split()[:8]) + " …"
