"""Mends, in the files themselves, what has one right answer; everything else around it stays as it is."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import groupby, takewhile
from pathlib import Path

from scrutiny.register.problems import Fix, Problem


def mend(data: Path, problems: Iterable[Problem]) -> Iterator[str]:
    """Write what mends each problem that has a fix, and yield each change as a diff shows it."""
    fixable = sorted((problem.file, problem.fix) for problem in set(problems) if problem.fix)
    for file, fixes in groupby(fixable, key=lambda pair: pair[0]):
        path = data / file
        before = path.read_bytes().decode("utf-8")
        after = mended(before, [fix for _, fix in fixes])
        if after != before:
            yield from unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), file, file, n=1)
            path.write_bytes(after.encode("utf-8"))


def mended(text: str, fixes: Iterable[Fix]) -> str:
    """Return a text with its fixes; one that does not fit what stands there is left out."""
    lines = text.splitlines(keepends=True)
    for fix in dict.fromkeys(fixes):
        if isinstance(fix.right, str):
            pattern = rf"^(\s*(?:- +)?{fix.field}:\s*)[^\s#][^#\r\n]*?(?=\s*(?:\s#.*)?\r?\n?$)"
            lines[fix.line - 1] = re.sub(pattern, rf"\g<1>{fix.right}", lines[fix.line - 1])
        else:
            _put_in_order(lines, fix.line - 1, fix.right)
    return "".join(lines)


def _put_in_order(lines: list[str], start: int, order: tuple[str, ...]) -> None:
    """Put the fields of the record that begins on a line in their order, each with its comments and further lines."""
    dash = re.match(r"\s*(?:- +)?", lines[start])
    indent = " " * (dash.end() if dash else 0)
    further = takewhile(lambda line: not line.strip() or line.startswith(indent), lines[start + 1 :])
    record = [indent + lines[start][len(indent) :], *further]
    while not record[-1].strip():
        record.pop()
    parts: dict[str, list[str]] = {}
    comments: list[str] = []
    name = ""
    for line in record:
        if line.startswith(f"{indent}#"):
            comments.append(line)
            continue
        if match := re.match(rf"{indent}(\w+):", line):
            name = match[1]
        parts.setdefault(name, []).extend([*comments, line])
        comments = []
    ordered = [line.rstrip("\r\n") for field in order for line in parts.get(field, [])] + comments
    # a record on one line, or with a comment where its first line would be, is left to its curator
    if len(ordered) == len(record) and not ordered[0].startswith(f"{indent}#"):
        breaks = [line[len(line.rstrip("\r\n")) :] for line in record]
        ordered[0] = lines[start][: len(indent)] + ordered[0][len(indent) :]
        lines[start : start + len(record)] = map("".join, zip(ordered, breaks, strict=True))
