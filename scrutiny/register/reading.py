"""Strict YAML: a file becomes mappings, lists and text as typed, with lines; nothing is guessed.

The one module that knows YAML. PyYAML itself keeps the last of two equal keys, reads `no` as false and
`12:30` as 750; here every scalar stays text until the type of its record reads it.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path
from stat import S_ISREG
from sys import intern
from textwrap import dedent
from typing import Any

import yaml

from scrutiny.register.invisible import find_invisible
from scrutiny.register.problems import Problem, shorten
from scrutiny.register.quoting import with_curly_apostrophes
from scrutiny.register.source_map import YamlList, YamlMapping

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 20_000
MAX_PROBLEMS = 100
MAX_PARTS = 5_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VALUES = (yaml.ScalarEvent, yaml.CollectionStartEvent)
_NAMES = frozenset({"address", "file"})
"""The fields whose text is for a program: not a letter of it is changed."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_RESERVED = "has a character that YAML reserves; put the text in quotation marks"
_ADVICE = {
    "found character that cannot start any token": _RESERVED,
    "mapping values are not allowed in this context": "has “: ” inside plain text; put the text in quotation marks",
    "could not find expected ':'": "has no “:” after a field’s name, or a quotation mark is not closed",
    "found unexpected end of stream": "has a quotation mark that is not closed",
    "did not find expected key": "is indented wrongly, or a quotation mark is not closed",
    "did not find expected '-' indicator": "begins no item of the list; put “- ” before it, or indent it",
    "did not find expected ',' or ']'": "has a list that is not closed; put “]” at its end",
    "block sequence entries are not allowed in this context": "has “- ” after a field’s name; begin the list on the "
    "next line, or put the text in quotation marks",
    "did not find expected alphabetic or numeric character": _RESERVED,
    "did not find expected comment or line break": _RESERVED,
}
_LEFT_OPEN = ("found unexpected end of stream", "could not find expected ':'", "did not find expected ',' or ']'")
"""What is told where it begins: where its end is missed is further down."""

_ODD_INDENT = re.compile(r" *[^\S ]\s*\S")
_ODD_ITEM = re.compile(r"\s*(?:[–—•·*]\s*|-)([A-Za-z_]\w*):(?:\s|$)", re.ASCII)
_CLOSED_EARLY = re.compile(r"""[^"'\[]*:\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\])\s*[^\s#]""")
_CUT_OFF = (
    "has “ #” inside plain text, which cuts it off there; put quotation marks around it, or two spaces before a comment"
)
_NAME = re.compile(r"\s*(?:- +)?[A-Za-z_]\w*:(?:\s|$)", re.ASCII)
_PARTS = (re.compile(r"[^\s#]"), re.compile(r"\s+- "), _NAME)
"""What begins a part of a file that can be read alone: an item or field of the file, an item within, a field."""

_CUTS_OFF = re.compile(r"[^#\"']*[^\s#\"'] #")

Tree = YamlMapping | YamlList | str | None


class _UnreadableError(Exception):
    """A mistake after which the rest of a file cannot be read."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _GrammarError(_UnreadableError):
    """A mistake in the grammar of a file: others may follow it."""


def read_tree(path: Path, file: str) -> tuple[Tree, list[Problem], bytes]:
    """Read one file; return its tree, its problems, and the SHA-256 of its bytes.

    `file` is the name to show. The tree is None where the file cannot be read at all.
    """
    problems: list[Problem] = []
    digest, text = b"", ""
    try:
        raw = _read_bytes(path)
        digest = sha256(raw).digest()
        text = _decode(raw)
        return _parse(text, file, problems), problems, digest
    except _UnreadableError as error:
        slips = _all_slips(text.split("\n"), 0, _PARTS) if isinstance(error, _GrammarError) else []
        slips = slips or [error]
        lines = {slip.line for slip in slips}
        problems = [problem for problem in problems if problem.line not in lines]
        return None, [*problems, *(Problem(file, slip.line, "", "", str(slip), "yaml") for slip in slips)], digest


def read_text(path: Path) -> str:
    """Read a UTF-8 text file, with or without a byte order mark; ValueError says why it cannot be."""
    try:
        return _decode(_read_bytes(path))
    except _UnreadableError as error:
        raise ValueError(str(error)) from error


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        # Looked at before it is opened: a pipe would keep the reader waiting for ever, a device never ends.
        if not S_ISREG(status.st_mode):
            raise _UnreadableError(1, "is not a file")
        if status.st_size > MAX_BYTES:
            message = f"is larger than {MAX_BYTES:,} bytes; split the inspection or look what is in the file"
            raise _UnreadableError(1, message)
        return path.read_bytes()
    except FileNotFoundError:
        raise _UnreadableError(1, "is missing") from None
    except OSError as error:
        raise _UnreadableError(1, f"cannot be read: {error.strerror}") from error


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _UnreadableError(raw[: error.start].count(b"\n") + 1, "is not UTF-8; save it as UTF-8") from error


def _parse(text: str, file: str, problems: list[Problem]) -> Tree:
    """Build the tree of a file's one document, adding to the problems whatever does not stop the reading."""
    if invisible := find_invisible(text):
        line, name = invisible
        raise _UnreadableError(line, f"has an invisible character ({name}); delete it")
    try:
        return _TreeBuilder(text, file, problems).document()
    except yaml.MarkedYAMLError as error:
        mark: Any = error.context_mark if error.problem in _LEFT_OPEN else error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise _grammar_error(text.split("\n"), line, column, error.problem or "") from error
    except yaml.YAMLError as error:
        raise _GrammarError(1, f"is not YAML: {error}") from error


def _grammar_error(lines: list[str], number: int, column: int, problem: str) -> _GrammarError:
    """Say what to do about a slip that YAML tells of on a line and column, counted from 0."""
    line = lines[number] if number < len(lines) else ""
    for above in (number, number - 1):  # what begins no item is often missed on the line below
        if 0 <= above < len(lines) and (odd := _ODD_ITEM.match(lines[above])):
            return _GrammarError(above + 1, f"must begin with a hyphen and a space: “- {odd[1]}:”")
    if _ODD_INDENT.match(line):
        return _GrammarError(number + 1, "is indented with a tab or an unusual space; put ordinary spaces there")
    advice = _ADVICE.get(problem, f"is not YAML: {problem}")
    if problem == "did not find expected key" and line.startswith("- "):
        advice = "begins a list below a field; write “entries:” before it, or close a quotation mark"
    elif problem == "did not find expected key" and _CLOSED_EARLY.match(line):
        advice = "has text after a closing quotation mark or bracket; put quotation marks around all of it"
    elif problem == "mapping values are not allowed in this context" and number and _NAME.fullmatch(line[: column + 1]):
        advice = "stands further in than the field above it; indent both alike, or put it in quotation marks"
    return _GrammarError(number + 1, advice)


def _all_slips(lines: list[str], before: int, levels: tuple[re.Pattern[str], ...]) -> list[_UnreadableError]:
    """Return every slip in the grammar of some lines: in the smallest parts that cannot be read alone."""
    whole = _slip(lines, before)
    if not whole or not levels:
        return [whole] if whole else []
    slips: list[_UnreadableError] = []
    for start, part in islice(_runs(lines, levels[0], before), MAX_PARTS):
        if len(slips) < MAX_PROBLEMS:
            slips += _all_slips(part, start, levels[1:])
    # what is told of the whole is told better, and of nothing but what stands before all slips or on the line of one
    # and where a line is only wrong beside others, what is told of the next, read without it, is told of it
    line = whole.line if any(slip.line == whole.line for slip in slips) else whole.line + 1
    slips = [whole if slip.line == line else slip for slip in slips]
    return slips if slips and whole.line >= slips[0].line else [whole, *slips]


def _runs(lines: list[str], begins: re.Pattern[str], before: int) -> Iterator[tuple[int, list[str]]]:
    """Part lines into runs, each with the number of lines before it.

    A run goes from a line that begins one to the next, or to a line that stands further out.
    """
    starts = [0]
    for number, line in enumerate(lines):
        if number and (begins.match(line) or (line.strip() and _indent(line) < _indent(lines[starts[-1]]))):
            starts.append(number)
    for start, end in pairwise([*starts, len(lines)]):
        yield before + start, lines[start:end]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _slip(lines: list[str], before: int) -> _UnreadableError | None:
    """Return the slip in a run of lines that is read alone, if there is one."""
    try:
        _parse(dedent("\n".join(lines)), "", [])
    except _UnreadableError as error:
        cut_off = next((number for number, line in enumerate(lines) if _CUTS_OFF.match(line)), None)
        if cut_off is not None and cut_off + 1 < len(lines):
            return _UnreadableError(before + cut_off + 1, _CUT_OFF)
        return _UnreadableError(before + error.line, str(error))
    return None


def tree_of(text: str) -> Tree:
    """Read a text as the file that holds it is read; None if it has a slip."""
    problems: list[Problem] = []
    try:
        tree = _parse(text.replace("\r\n", "\n"), "", problems)
    except _UnreadableError:
        return None
    return None if problems else tree


def texts_beside_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each text begins and ends that stands beside the name of a field, plain or in quotation marks.

    What stands in brackets, or after | or >, is left out. The text must be one that can be read.
    """
    around: list[tuple[bool, bool]] = []  # of each list and mapping around: a mapping, in brackets
    is_name: list[bool] = []
    events: Iterator[Any] = yaml.parse(text, _LOADER)
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            around.append((isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)))
            is_name.append(True)
        elif isinstance(event, yaml.CollectionEndEvent):
            around.pop()
            is_name.pop()
            if is_name:
                is_name[-1] = True
        elif isinstance(event, yaml.ScalarEvent) and around:
            is_beside = around[-1][0] and not is_name[-1]
            if is_beside and event.style not in ("|", ">") and not any(in_brackets for _, in_brackets in around):
                scalar: Any = event  # whose marks have no types
                yield scalar.start_mark.index, scalar.end_mark.index
            is_name[-1] = not is_name[-1]


class _TreeBuilder:
    """Builds a tree from YAML's events, which come one by one, so that every limit holds before memory is used.

    PyYAML's own composer would go as deep as the file does, and follow aliases.
    """

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self._events: Iterator[Any] = yaml.parse(text, _LOADER)
        self._lines = text.split("\n")
        self._file = file
        self._problems = problems
        self._values = 0

    def document(self) -> Tree:
        """Read the one document of a file; None if it is empty."""
        tree: Tree = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "begins a second document (---); keep one in each file"
                    raise _UnreadableError(_line(event), message)
                tree = self._node(self._next(), "", 0)
        return tree

    def _rest(self, mark: Any) -> str:
        """Return what stands on a line from a mark on; nothing at the end of the file."""
        return self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""

    def _next(self) -> Any:
        """Take the next event, unless it is what this register refuses."""
        event = next(self._events)
        if isinstance(event, yaml.AliasEvent):
            raise _UnreadableError(_line(event), "has an alias (*name); write the text again instead")
        if isinstance(event, _VALUES):
            self._values += 1
            if self._values > MAX_VALUES:
                message = f"holds more than {MAX_VALUES:,} names and values; look what is in the file"
                raise _UnreadableError(_line(event), message)
            if event.anchor is not None:
                raise _UnreadableError(_line(event), "has an anchor (&name); write the text again where it is needed")
            if event.tag is not None:
                message = f"has a tag ({shorten(event.tag)}); put text that begins with ! in quotation marks"
                raise _UnreadableError(_line(event), message)
        return event

    def _node(self, event: Any, key: str, depth: int) -> Tree:
        """Read what an event begins: the value of a key, or an item of a list, which has no key."""
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            text = self._text(event)
            end: Any = event.end_mark
            if not event.style and self._rest(end)[:2] == " #":
                self._report(end.line + 1, _CUT_OFF, text, key)
            # In quotation marks “null” is a word; empty text is none in any case.
            if not text.strip() or (not event.style and text in _NULLS):
                self._report(line, "is empty; fill it in or leave the field out", text, key)
                return None
            return text if key in _NAMES or "://" in text else with_curly_apostrophes(text)
        if depth >= MAX_DEPTH:
            raise _UnreadableError(line, f"is nested more than {MAX_DEPTH} deep")
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        return self._mapping(line, depth + 1) if is_mapping else self._list(line, depth + 1)

    def _mapping(self, line: int, depth: int, items: YamlList | None = None) -> YamlMapping:
        """Read a mapping; one of a list adds to the list what begins anew in it, as if “- ” stood there."""
        mapping = YamlMapping(line)
        has_repeated = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key_line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _UnreadableError(key_line, "has a list or mapping where a field’s name belongs")
            # All records have the same few names: keeping one copy of each saves an eighth of a register's memory.
            key = intern(self._text(event))
            if items is not None and len(mapping.lines) > 1 and key == next(iter(mapping.lines)):
                self._report(key_line, f"begins a new item; put “- ” before “{key}:”", value=key, field=key)
                items.lines.append(key_line)
                items.append(mapping)
                mapping, has_repeated = YamlMapping(key_line), False
            is_repeated = key in mapping.lines
            if not is_repeated:
                mapping.lines[key] = key_line
            elif items is None or not has_repeated:  # in a list, those that follow are of the same slip
                has_repeated = True
                begin = "" if items is None else f", or begin a new item above it with “- {next(iter(mapping.lines))}:”"
                message = f"stands twice, first on line {mapping.lines[key]}; keep one{begin}"
                self._report(key_line, message, value=key, field=key)
            # What a repeated key holds is read as well, so that its own slips are told, and dropped.
            value = self._node(self._next(), key, depth)
            if value is not None and not is_repeated:
                mapping[key] = value
        return mapping

    def _list(self, line: int, depth: int) -> YamlList:
        items = YamlList(line)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.lines.append(_line(event))
            if isinstance(event, yaml.MappingStartEvent) and depth < MAX_DEPTH:
                items.append(self._mapping(_line(event), depth + 1, items))
            else:
                items.append(self._node(event, "", depth))
        return items

    def _text(self, event: Any) -> str:
        text: str = event.value
        # In double quotation marks an escape can write a character that the file itself does not have.
        if event.style == '"' and (invisible := find_invisible(text)):
            raise _UnreadableError(_line(event), f"has an invisible character ({invisible[1]}); delete it")
        # text over several lines is one text, whichever of YAML's ways it is written in
        return " ".join(text.split()) if event.style in ("|", ">") else text

    def _report(self, line: int, message: str, value: str, field: str) -> None:
        if len(self._problems) == MAX_PROBLEMS:
            raise _UnreadableError(line, f"has more than {MAX_PROBLEMS} slips; mend those before it first")
        self._problems.append(Problem(self._file, line, "", field, message, "yaml", value=value))


def _line(event: Any) -> int:
    line: int = event.start_mark.line  # counted from 0
    return line + 1
