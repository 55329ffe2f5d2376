"""Where in a file a value was read: mappings and lists that remember their lines."""

from dataclasses import dataclass
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
class SourceMap:
    """The file a record was read from, and the mapping it was made of, which knows the lines."""

    file: str
    mapping: YamlMapping

    def line(self, *path: str | int) -> int:
        """Return the line of a field, or of the nearest thing around it that is there."""
        node: Any = self.mapping
        line = self.mapping.line
        for step in path:
            if isinstance(node, YamlMapping) and step in node.lines:
                line, node = node.lines[str(step)], node.get(str(step))
            elif isinstance(node, YamlList) and isinstance(step, int) and step < len(node):
                line, node = node.lines[step], node[step]
            else:
                break
        return line


NOWHERE = SourceMap("", YamlMapping(1))
"""Where a record was read that was made by the program."""
