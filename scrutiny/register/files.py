"""From one file of the register to its records, with every slip told; what was read stays as long as the file does."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scrutiny.register.error_messages import already_reported, field_problems, value_problem
from scrutiny.register.placeholders import with_placeholders
from scrutiny.register.problems import Problem
from scrutiny.register.reading import MAX_PROBLEMS, read_tree
from scrutiny.register.records import Record
from scrutiny.register.source_map import SourceMap, YamlList, YamlMapping, lines_of

SETTLED = 0.1
"""Seconds after a change within which a second change may leave a file's times as they are."""
State = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class FileContent:
    """What was read of one file: its records and their kind, the ids as written, and all that is wrong with it.

    `is_unread`: the file, or an id in it, could not be read, so that what refers to it is not blamed. `digest` is the
    SHA-256 of its bytes.
    """

    file: str
    kind: str = ""
    records: tuple[Any, ...] = ()
    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_unread: bool = False
    digest: bytes = b""


def file_state(path: Path) -> State | None:
    """Tell the place on disk, times and size of a file, by which a change to it is seen; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


class Kept:
    """Keeps what was read of files: only what has changed is read again."""

    def __init__(self) -> None:
        """Begin without anything."""
        self.checks: dict[str, Any] = {}
        self._reads: dict[tuple[str, type[Record]], tuple[State, FileContent]] = {}

    def read(self, path: Path, file: str, model: type[Record], *, is_list: bool, **given: str) -> FileContent:
        """Give what a file holds that is called `file` in the register: one record, or a list of them.

        A file that changed while it was read, or a moment before, is read again the next time.
        """
        before = file_state(path)
        kept = self._reads.get((file, model))
        if kept and kept[0] == before:
            return kept[1]
        self._reads.pop((file, model), None)
        found = _Reader(path, file, model, given).read(is_list=is_list)
        if before and before == file_state(path) and time.time() - before[3] / 1e9 > SETTLED:
            self._reads[file, model] = before, found
        return found

    def forget_others(self, files: set[str]) -> None:
        """Let go of what was read of files that are not among these."""
        for key in [key for key in self._reads if key[0] not in files]:
            del self._reads[key]


@dataclass
class _Reader:
    """Reads one file, keeping what is wrong with it; `given` are fields that the file's place says."""

    path: Path
    file: str
    model: type[Record]
    given: dict[str, str]
    problems: list[Problem] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    is_unread: bool = False

    def read(self, *, is_list: bool) -> FileContent:
        """Read the file."""
        expected = "a list; write [] if there is nothing to list" if is_list else "one record"
        tree, problems, digest = read_tree(self.path, self.file)
        self.problems += problems
        if tree is None and not problems:
            self._problem(1, "shape", f"is empty; it must hold {expected}")
        records = self._list(tree) if is_list else self._one(tree)
        return FileContent(
            self.file,
            self.model.__name__,
            tuple(records),
            tuple(self.ids),
            tuple(self.problems),
            self.is_unread,
            digest,
        )

    def _one(self, tree: Any) -> Iterator[Any]:
        """Read the one record of a file."""
        if isinstance(tree, YamlMapping):
            yield self._record(tree)
            return
        self.is_unread = True
        if tree is not None:
            self._problem(1, "shape", "must hold fields, each as “name: value”")

    def _list(self, tree: Any) -> Iterator[Any]:
        """Read the records that a file lists."""
        if not isinstance(tree, YamlList):
            self.is_unread = True
            if tree is not None:
                self._problem(1, "shape", "must hold a list, each item beginning with “- id:”; write [] for none")
            return
        before = len(self.problems)
        for index, item in enumerate(tree):
            if len(self.problems) - before > MAX_PROBLEMS:
                told = (
                    f"is not checked from here on, as there are more than {MAX_PROBLEMS} slips before; mend them first"
                )
                self._problem(tree.lines[index], "slips", told)
                self.is_unread = True
                break
            if isinstance(item, YamlMapping):
                self._write_down(item)
                yield self._record(item)
            elif item is not None:
                self._problem(tree.lines[index], "shape", "must hold fields, each as “name: value”")

    def _write_down(self, item: YamlMapping) -> None:
        """Keep an id as written, so that an entry with a slip does not make its references slips as well.

        What refers to an entry without an id cannot be told from a slip, so then the file counts as unread.
        """
        written = item.get("id")
        if isinstance(written, str):
            self.ids.append(written)
        else:
            self.is_unread = True

    def _record(self, tree: YamlMapping) -> Any:
        """Make one record of a mapping, as far as it can be read, and tell each thing that is wrong with it."""
        origin = SourceMap(self.file, lines_of(tree))
        entry = str(tree.get("id", self.given.get("id", "")))
        self.problems += field_problems(tree, self.file, entry, self.model)
        values = tree | self.given if self.given else tree
        try:
            record = self.model.model_validate(values)
        except ValidationError as error:
            details = [detail for detail in error.errors(include_url=False) if not already_reported(detail, tree)]
            self.problems += [value_problem(detail, origin, entry, self.model) for detail in details]
            record = with_placeholders(self.model, values)
            record.set_origin(origin, record.unread_fields)
        else:
            record.set_origin(origin)
        return record

    def _problem(self, line: int, rule: str, message: str) -> None:
        self.problems.append(Problem(self.file, line, "", "", message, rule))
