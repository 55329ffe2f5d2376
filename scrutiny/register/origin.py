"""Where in a file a value was read: mappings and lists that remember their lines."""

from dataclasses import dataclass, field
from typing import Any


class Block(dict[str, Any]):
    """A mapping of the file, with the line of each key."""

    def __init__(self, line: int) -> None:
        """Begin an empty mapping on a line."""
        super().__init__()
        self.line = line
        self.lines: dict[str | int, int] = {}


class Items(list[Any]):
    """A list of the file, with the line of each item."""

    def __init__(self, line: int) -> None:
        """Begin an empty list on a line."""
        super().__init__()
        self.line = line
        self.lines: dict[str | int, int] = {}


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a record was read from, and the part of it that the record was made of."""

    file: str = ""
    node: Block = field(default_factory=lambda: Block(1))

    def line(self, *path: str | int) -> int:
        """Give the line of a field, or of the nearest thing around it that is there."""
        node: Any = self.node
        line = self.node.line
        for step in path:
            if not isinstance(node, Block | Items) or step not in node.lines:
                break
            line = node.lines[step]
            # a field that stands there empty has a line and no value
            node = node.get(str(step)) if isinstance(node, Block) else node[int(step)]
        return line
