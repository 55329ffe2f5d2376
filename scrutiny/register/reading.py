"""Strict YAML: a file becomes mappings, lists and text as typed, with lines; nothing is guessed.

The one module that knows YAML. PyYAML itself keeps the last of two equal keys, reads `no` as false and
`12:30` as 750; here every scalar stays text until the type of its record reads it.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scrutiny.register.origin import Block, Items
from scrutiny.register.problems import Problem, shortened

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 20_000
MAX_SLIPS = 100
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# letters and marks that are drawn as nothing: those of Unicode's Default_Ignorable_Code_Point that are not of the
# kinds above, and two signs that are blank by design; spaces of any width are seen as spaces and may stand
_BLANK = frozenset(
    map(
        chr,
        (
            0x034F,  # combining grapheme joiner
            *(0x115F, 0x1160, 0x3164, 0xFFA0),  # Hangul fillers
            *(0x17B4, 0x17B5),  # Khmer inherent vowels
            *(0x180B, 0x180C, 0x180D, 0x180F),  # Mongolian variation selectors
            0x2800,  # Braille pattern without a dot
            *range(0xFE00, 0xFE10),  # variation selectors
            0x1D159,  # musical null note head
            *range(0xE0100, 0xE01F0),  # more variation selectors
        ),
    )
)
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


def read_tree(path: Path, file: str) -> tuple[Block | Items | str | None, list[Problem]]:
    """Read one file; `file` is the name to show. The tree is None where the file cannot be read at all."""
    problems: list[Problem] = []
    try:
        return _tree(_text(path), file, problems), problems
    except _UnreadableError as slip:
        return None, [*problems, Problem(file, slip.line, "", "", str(slip), "yaml")]


def read_text(path: Path) -> str:
    """Read a UTF-8 text file, with or without a byte order mark; ValueError says why it cannot be."""
    try:
        return _text(path)
    except _UnreadableError as slip:
        raise ValueError(str(slip)) from slip


def _text(path: Path) -> str:
    """Read a file of bounded size as UTF-8."""
    try:
        if not path.is_file():
            raise _UnreadableError(1, "is not a file" if path.exists() else "is missing")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise _UnreadableError(
                1, f"is larger than {MAX_BYTES:,} bytes; split the inspection or look what is in the file"
            )
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _UnreadableError(raw[: error.start].count(b"\n") + 1, "is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise _UnreadableError(1, f"cannot be read: {error.strerror}") from error


def _tree(text: str, file: str, problems: list[Problem]) -> Block | Items | str | None:
    """Build the tree of one document from YAML's events, noting what can be noted and going on."""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := hidden(line):
            raise _UnreadableError(number, f"has an invisible character ({found}); delete it")
    builder = _Builder(file, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        unclosed = error.problem == "found unexpected end of stream"
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        advice = _ADVICE.get(error.problem or "", f"is not YAML: {error.problem}")
        raise _UnreadableError(mark.line + 1 if mark else 1, advice) from error
    except yaml.YAMLError as error:
        raise _UnreadableError(1, f"is not YAML: {error}") from error
    return builder.root


class _Builder:
    """Builds a tree from YAML's events, on a stack of its own, so that depth cannot exhaust the program's."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.root: Block | Items | str | None = None
        self._file = file
        self._problems = problems
        self._open: list[Block | Items] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _UnreadableError(line, "begins a second document (---); keep one in each file")
            case yaml.AliasEvent():
                raise _UnreadableError(line, "has an alias (*name); write the text again instead")
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(event, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.ScalarEvent():
                self._scalar(event, line)

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        self._count(line)
        if len(self._open) >= MAX_DEPTH:
            raise _UnreadableError(line, f"is nested more than {MAX_DEPTH} deep")
        self._refuse_marks(event, line)
        if self._open and isinstance(self._open[-1], Block) and self._keys[-1] is None:
            raise _UnreadableError(line, "has a list or mapping where a field's name belongs")
        node: Block | Items = Block(line) if isinstance(event, yaml.MappingStartEvent) else Items(line)
        self._put(node, line)
        self._open.append(node)
        self._keys.append(None)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._count(line)
        self._refuse_marks(event, line)
        text = str(event.value)
        if unseen := next((found for part in text.split("\n") if (found := hidden(part))), None):
            raise _UnreadableError(line, f"has an invisible character ({unseen}); delete it")
        if self._open and isinstance(self._open[-1], Block) and self._keys[-1] is None:
            self._key(text, line)
        elif not text.strip() or (not event.style and text in _EMPTY):
            self._problem(line, "is empty; fill it in or leave the field out", text)
            self._put(None, line)
        else:
            self._put(text, line)

    def _count(self, line: int) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _UnreadableError(line, f"holds more than {MAX_VALUES:,} names and values; look what is in the file")

    def _key(self, text: str, line: int) -> None:
        block = self._open[-1]
        if text in block.lines:
            first = block.lines[text]
            self._problem(line, f"stands twice, first on line {first}; keep one", text, text)
            text = f"{text} (again)"
        block.lines[text] = line
        self._keys[-1] = text

    def _put(self, value: Any, line: int) -> None:
        """Put a value where the stack says it belongs; a second value of a key is dropped, as it was reported."""
        if not self._open:
            self.root = value
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, Items):
            parent.lines[len(parent)] = line
            parent.append(value)
        elif key is not None:
            self._keys[-1] = None
            if value is None or key.endswith(" (again)"):
                return
            parent[key] = value

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor is not None:
            raise _UnreadableError(line, "has an anchor (&name); write the text again where it is needed")
        if event.tag is not None:
            raise _UnreadableError(
                line, f"has a tag ({shortened(event.tag)}); put text that begins with ! in quotation marks"
            )

    def _problem(self, line: int, message: str, value: str, field: str | None = None) -> None:
        if len(self._problems) == MAX_SLIPS:
            raise _UnreadableError(line, f"has more than {MAX_SLIPS} slips; mend those before it first")
        key = field or next((key for key in reversed(self._keys) if key), "")
        self._problems.append(Problem(self._file, line, "", key, message, "yaml", value=value))


def hidden(line: str) -> str | None:
    """Name the first character of a line that cannot be seen, if there is one; a tab is YAML's own business."""
    if line.isascii() and line.isprintable():
        return None
    return next(_names(line), None)


def _names(line: str) -> Iterator[str]:
    """Name every character of a line that cannot be seen."""
    for character in line:
        if character in _BLANK or (character != "\t" and unicodedata.category(character) in _HIDDEN):
            yield f"U+{ord(character):04X}"
