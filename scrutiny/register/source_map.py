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


DEFAULTS = "defaults"
"""The name of what stands at the head of a list and holds for each record that does not have its own."""

NOTHING = YamlMapping(1)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The file a record was read from, and the mapping it was made of, which knows the lines.

    `shared` are the fields that it has from the defaults of its file.
    """

    file: str
    mapping: YamlMapping
    shared: frozenset[str] = frozenset()

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

    def name(self, entry: str, *path: str | int) -> str:
        """Return whose slip one in a field is: the record's, or that of the defaults, told once for all."""
        return DEFAULTS if path and path[0] in self.shared else entry


def with_defaults(tree: YamlMapping, defaults: YamlMapping) -> tuple[YamlMapping, frozenset[str]]:
    """Return a record with what it has from the defaults of its file, and the names of these fields."""
    shared = defaults.lines.keys() - tree.lines.keys()
    if not shared:
        return tree, frozenset()
    whole = YamlMapping(tree.line)
    whole.lines = defaults.lines | tree.lines
    whole.update({name: value for name, value in defaults.items() if name in shared} | tree)
    return whole, frozenset(shared)


NOWHERE = SourceMap("", NOTHING)
"""Where a record was read that was made by the program."""
