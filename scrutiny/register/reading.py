"""Strict YAML: a file becomes mappings, lists and text as typed, with lines; nothing is guessed.

The one module that knows YAML. PyYAML itself keeps the last of two equal keys, reads `no` as false and
`12:30` as 750; here every scalar stays text until the type of its record reads it.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from sys import intern
from typing import Any

import yaml

from scrutiny.register.invisible import find_invisible, first_invisible
from scrutiny.register.problems import Problem, shorten
from scrutiny.register.source_map import YamlList, YamlMapping

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 20_000
MAX_PROBLEMS = 100
_SCALAR = yaml.ScalarEvent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUPLICATE_SUFFIX = " (again)"
"""What is put behind a name that stands twice."""
_SHORT = 40
"""Up to how many characters a value is likely to stand elsewhere as well, and is kept once for all."""
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_ADVICE = {
    "found character that cannot start any token": "has a character that YAML reserves, or a tab; put the text in "
    "quotation marks and indent with spaces",
    "mapping values are not allowed in this context": "has “: ” inside plain text, or is indented wrongly; put the "
    "text in quotation marks",
    "could not find expected ':'": "has no “:” after a field's name, or a quotation mark is not closed",
    "found unexpected end of stream": "has a quotation mark that is not closed",
    "did not find expected key": "is indented wrongly, or a quotation mark is not closed",
}


class _UnreadableError(Exception):
    """A mistake after which the rest of a file cannot be read."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_tree(path: Path, file: str) -> tuple[YamlMapping | YamlList | str | None, list[Problem], bytes]:
    """Read one file; `file` is the name to show. Gives its tree, its problems, and the SHA-256 of its bytes.

    The tree is None where the file cannot be read at all.
    """
    problems: list[Problem] = []
    digest = b""
    try:
        raw = _raw(path)
        digest = sha256(raw).digest()
        return _tree(_text(raw), file, problems), problems, digest
    except _UnreadableError as slip:
        return None, [*problems, Problem(file, slip.line, "", "", str(slip), "yaml")], digest


def read_text(path: Path) -> str:
    """Read a UTF-8 text file, with or without a byte order mark; ValueError says why it cannot be."""
    try:
        return _text(_raw(path))
    except _UnreadableError as slip:
        raise ValueError(str(slip)) from slip


def _raw(path: Path) -> bytes:
    """Read the bytes of a file of bounded size."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise _UnreadableError(1, "is not a file")
        is_too_large = found.st_size > MAX_BYTES
        raw = b"" if is_too_large else path.read_bytes()
    except FileNotFoundError:
        raise _UnreadableError(1, "is missing") from None
    except OSError as error:
        raise _UnreadableError(1, f"cannot be read: {error.strerror}") from error
    if is_too_large:
        message = f"is larger than {MAX_BYTES:,} bytes; split the inspection or look what is in the file"
        raise _UnreadableError(1, message)
    return raw


def _text(raw: bytes) -> str:
    """Read bytes as UTF-8."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _UnreadableError(raw[: error.start].count(b"\n") + 1, "is not UTF-8; save it as UTF-8") from error


def _tree(text: str, file: str, problems: list[Problem]) -> YamlMapping | YamlList | str | None:
    """Build the tree of one document from YAML's events, noting what can be noted and going on."""
    if unseen := find_invisible(text):
        line, name = unseen
        raise _UnreadableError(line, f"has an invisible character ({name}); delete it")
    builder = _Builder(file, problems)
    try:
        builder.take_all(text)
    except yaml.MarkedYAMLError as error:
        unclosed = error.problem == "found unexpected end of stream"
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        advice = _ADVICE.get(error.problem or "", f"is not YAML: {error.problem}")
        raise _UnreadableError(mark.line + 1 if mark else 1, advice) from error
    except yaml.YAMLError as error:
        raise _UnreadableError(1, f"is not YAML: {error}") from error
    return builder.root


class _Builder:
    """Builds a tree from YAML's events, on a stack of its own, so that depth cannot exhaust the program's.

    `_node` is the mapping or list that is being filled and `_key` the name in it whose value comes next; those around
    it are on the stack.
    """

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.root: YamlMapping | YamlList | str | None = None
        self._file = file
        self._problems = problems
        self._node: YamlMapping | YamlList | None = None
        self._key: str | None = None
        self._around: list[tuple[YamlMapping | YamlList | None, str | None]] = []
        self._documents = 0
        self._values = 0

    def take_all(self, text: str) -> None:
        """Take every event of a text; the beginning and end of the file, and the end of the document, say nothing."""
        takes: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
        }
        may_be_too_many = len(text) > MAX_VALUES  # a name or a value takes a character at least
        loader = _LOADER(text)
        following, is_taken_as_usual = loader.get_event, self._is_taken_as_usual
        try:
            while (event := following()) is not None:
                if may_be_too_many:
                    self._count(event)
                kind = event.__class__
                if kind is _SCALAR and is_taken_as_usual(event):
                    continue
                if take := takes.get(kind):
                    take(event)
        finally:
            loader.dispose()

    def _is_taken_as_usual(self, event: Any) -> bool:
        """Take a name or its value as nearly all of them are, in little time; tell whether it was one."""
        if event.style == '"' or event.tag is not None or event.anchor is not None:
            return False
        node: Any = self._node
        text, key = event.value, self._key
        if node.__class__ is YamlMapping and key is None:
            if text in node.lines:
                return False
            self._key = text = intern(text)
            node.lines[text] = event.start_mark.line + 1
            return True
        if node is None or text in _EMPTY or text.isspace():
            return False
        if len(text) <= _SHORT:
            text = intern(text)
        if key is None:
            node.append(text)
            node.lines.append(event.start_mark.line + 1)
        elif key.endswith(DUPLICATE_SUFFIX):
            return False
        else:
            node[key] = text
            self._key = None
        return True

    def _count(self, event: Any) -> None:
        self._values += isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if self._values > MAX_VALUES:
            message = f"holds more than {MAX_VALUES:,} names and values; look what is in the file"
            raise _UnreadableError(event.start_mark.line + 1, message)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _UnreadableError(event.start_mark.line + 1, "begins a second document (---); keep one in each file")

    def _alias(self, event: Any) -> None:
        raise _UnreadableError(event.start_mark.line + 1, "has an alias (*name); write the text again instead")

    def _begin(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if len(self._around) >= MAX_DEPTH:
            raise _UnreadableError(line, f"is nested more than {MAX_DEPTH} deep")
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, line)
        if self._key is None and isinstance(self._node, YamlMapping):
            raise _UnreadableError(line, "has a list or mapping where a field's name belongs")
        node: YamlMapping | YamlList = (
            YamlMapping(line) if isinstance(event, yaml.MappingStartEvent) else YamlList(line)
        )
        self._put(node, line)
        self._around.append((self._node, self._key))
        self._node, self._key = node, None

    def _end(self, _event: Any) -> None:
        self._node, self._key = self._around.pop()

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, line)
        text, style = event.value, event.style
        if style == '"' and (
            unseen := first_invisible(text)
        ):  # only there a character can be written that the file has not
            raise _UnreadableError(line, f"has an invisible character ({unseen}); delete it")
        if self._key is None and self._node.__class__ is YamlMapping:
            self._name(text, line)
        elif not text or text.isspace() or (not style and text in _EMPTY):
            self._problem(line, "is empty; fill it in or leave the field out", text)
            self._put(None, line)
        else:
            self._put(text, line)

    def _name(self, text: str, line: int) -> None:
        block: Any = self._node
        if text in block.lines:
            first = block.lines[text]
            self._problem(line, f"stands twice, first on line {first}; keep one", text, text)
            text = f"{text}{DUPLICATE_SUFFIX}"
        block.lines[text] = line
        self._key = intern(text)

    def _put(self, value: Any, line: int) -> None:
        """Put a value where it belongs; a second value of a name is dropped, as it was reported."""
        node: Any = self._node
        key: Any = self._key
        if node.__class__ is YamlMapping:
            self._key = None
            if value is not None and not key.endswith(DUPLICATE_SUFFIX):
                node[key] = value
        elif node is None:
            self.root = value
        else:
            node.lines.append(line)
            node.append(value)

    def _refuse_marks(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise _UnreadableError(line, "has an anchor (&name); write the text again where it is needed")
        raise _UnreadableError(
            line, f"has a tag ({shorten(event.tag)}); put text that begins with ! in quotation marks"
        )

    def _problem(self, line: int, message: str, value: str, field: str | None = None) -> None:
        if len(self._problems) == MAX_PROBLEMS:
            raise _UnreadableError(line, f"has more than {MAX_PROBLEMS} slips; mend those before it first")
        names = (self._key, *(key for _, key in reversed(self._around)))
        key = field or next(filter(None, names), "")
        self._problems.append(Problem(self._file, line, "", key, message, "yaml", value=value))
