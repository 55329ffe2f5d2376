"""Where in a file a value was read: mappings and lists that remember their lines."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any


class YamlMapping(dict[str, Any]):
    """A mapping of the file, with its line and that of each key, also of keys without a value."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        """Begin an empty mapping on a line."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class YamlList(list[Any]):
    """A list of the file, with its line and that of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        """Begin an empty list on a line."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a mapping or a list, without what stands on them: a register keeps these of every record.

    `keys` are those of a mapping, `numbers` the line of each key or item; `within` has the lines of those parts that
    do not stand on one line with their key.
    """

    line: int = 1
    keys: tuple[str, ...] | None = None
    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    within: Mapping[str | int, "Lines"] | None = None

    def find(self, step: str | int) -> int | None:
        """Give the line of a key or an item, None if there is no such part."""
        if isinstance(step, str):
            return self.numbers[self.keys.index(step)] if self.keys and step in self.keys else None
        return self.numbers[step] if self.keys is None and step < len(self.numbers) else None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The file a record was read from, and the lines of what it was made of."""

    file: str = ""
    lines: Lines = field(default_factory=Lines)

    def line(self, *path: str | int) -> int:
        """Give the line of a field, or of the nearest thing around it that is there."""
        lines: Lines | None = self.lines
        line = self.lines.line
        for step in path:
            found = lines.find(step) if lines else None
            if lines is None or found is None:
                break
            line = found
            lines = lines.within.get(step) if lines.within else None
        return line


NOWHERE = SourceMap()
"""Where a record was read that was made by the program."""


def lines_of(node: YamlMapping | YamlList) -> Lines:
    """Keep the lines of a mapping or a list, and of its parts."""
    if isinstance(node, YamlList):
        items: dict[str | int, Lines] = {
            index: lines_of(part) for index, part in enumerate(node) if _goes_on(part, node.lines[index])
        }
        return Lines(node.line, None, array("I", node.lines), items or None)
    parts: dict[str | int, Lines] = {
        key: lines_of(part) for key, part in node.items() if type(part) is not str and _goes_on(part, node.lines[key])
    }
    return Lines(node.line, _shared(tuple(node.lines)), array("I", node.lines.values()), parts or None)


def _goes_on(part: Any, line: int) -> bool:
    """Tell whether a part is a mapping or a list of which not all stands on a line; its last part tells."""
    if isinstance(part, YamlList):
        return bool(part) and (part.lines[-1] != line or (type(part[-1]) is not str and _goes_on(part[-1], line)))
    if isinstance(part, YamlMapping) and part.lines:
        last = next(reversed(part.lines))
        return part.lines[last] != line or _goes_on(part.get(last), line)
    return False


@lru_cache(maxsize=256)
def _shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give one tuple for all mappings with the same keys."""
    return keys
