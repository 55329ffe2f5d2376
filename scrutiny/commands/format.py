"""The command that lays out the files of a register alike: the order of fields, the width of lines, empty lines."""

import re
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from textwrap import wrap

import click

from scrutiny.commands.commented import WIDTH
from scrutiny.commands.mend import mended
from scrutiny.commands.options import DATA
from scrutiny.register.loading import load
from scrutiny.register.problems import Fix
from scrutiny.register.reading import texts_beside_names, tree_of
from scrutiny.register.releases import FOLDER
from scrutiny.register.schema import FILES

_INDENT = 2


@click.command("format", epilog="Examples: python -m scrutiny format; python -m scrutiny format --check")
@DATA
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would be changed.")
def format_files(data: Path, *, check: bool) -> None:
    """Lay out the files alike, and name each that was changed; what is read of them and all comments stay as they are.

    A file with a slip in its grammar is left as it is, and so is what was kept in “releases”.
    """
    problems = load(data).problems
    changed = False
    for path in sorted(
        path for path in data.rglob("*.yaml") if path.name in FILES and data / FOLDER not in path.parents
    ):
        before = path.read_bytes().decode("utf-8")
        fixes = [problem.fix for problem in problems if problem.file == path.relative_to(data).as_posix()]
        after = formatted(before, [fix for fix in fixes if fix and not isinstance(fix.right, str)])
        if after != before:
            changed = True
            click.echo(path)
            if not check:
                path.write_bytes(after.encode("utf-8"))
    sys.exit(1 if check and changed else 0)


def formatted(text: str, orders: Iterable[Fix] = ()) -> str:
    """Return a text as it should be laid out; a step that would change what is read of it is left out."""
    tree = tree_of(text)
    for step in (partial(mended, fixes=orders), _with_plain_lines, _folded) if tree is not None else ():
        laid_out = step(text)
        text = laid_out if tree_of(laid_out) == tree else text
    return text


def _with_plain_lines(text: str) -> str:
    """End each line with its last letter, and part records by one empty line at most."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def _folded(text: str) -> str:
    """Let a long text go on in the next line, further in; one with a comment beside it, or with gaps, stays."""
    for start, end in reversed(list(texts_beside_names(text))):
        line = text.rfind("\n", 0, start) + 1
        head, written = text[line:start], text[start:end]
        words = " ".join(part.strip() for part in written.split("\n"))
        is_simple = ":" in head and not re.search(r"\n\s*\n|\\\n", written) and "  " not in words
        if is_simple and text[end:].split("\n", 1)[0].strip() == "":
            indent = " " * (len(head) - len(head.lstrip(" -")) + _INDENT)
            lines = wrap(words, WIDTH, initial_indent=head, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip
            text = f"{text[:line]}{chr(10).join(lines)}{text[end:]}"
    return text
