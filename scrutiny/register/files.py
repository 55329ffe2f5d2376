"""From one file of the register to its records, with every slip told."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scrutiny.register.error_messages import already_reported, field_problems, value_problem
from scrutiny.register.placeholders import with_placeholders
from scrutiny.register.problems import Problem
from scrutiny.register.reading import MAX_PROBLEMS, read_tree
from scrutiny.register.records import Record
from scrutiny.register.source_map import SourceMap, YamlList, YamlMapping


@dataclass
class FileContent:
    """What was read of one file: its records and their model, and all that is wrong with it.

    `ids` are the ids as written, valid or not, those of entries with the id of their inspection before them.
    `is_unread`: the file, or an id in it, could not be read, so that what refers to it is not blamed. `digest` is the
    SHA-256 of its bytes.
    """

    file: str
    model: type[Record]
    records: list[Any] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_unread: bool = False
    digest: bytes = b""

    def report(self, line: int, rule: str, message: str) -> None:
        """Add a problem that is of no single record."""
        self.problems.append(Problem(self.file, line, "", "", message, rule))


def read_file(path: Path, file: str, model: type[Record], *, is_list: bool, **path_fields: str) -> FileContent:
    """Read a file that is called `file` in the register and holds one record, or a list of them.

    `path_fields` are the fields that the name of its folder gives.
    """
    tree, problems, digest = read_tree(path, file)
    content = FileContent(file, model, problems=problems, digest=digest)
    if tree is None and not problems:
        expected = "a list; write [] if there is nothing to list" if is_list else "one record"
        content.report(1, "shape", f"is empty; it must hold {expected}")
    if is_list and isinstance(tree, YamlList):
        _read_list(tree, content, path_fields)
    elif not is_list and isinstance(tree, YamlMapping):
        content.records.append(_read_record(tree, content, path_fields))
    else:
        content.is_unread = True
        if tree is not None:
            expected = "a list, each item beginning with “- id:”; write [] for none"
            content.report(1, "shape", f"must hold {expected if is_list else 'fields, each as “name: value”'}")
    return content


def _read_list(tree: YamlList, content: FileContent, path_fields: dict[str, str]) -> None:
    before = len(content.problems)
    for item, line in zip(tree, tree.lines, strict=True):
        if len(content.problems) - before > MAX_PROBLEMS:
            before_it = f"as there are more than {MAX_PROBLEMS} slips before; mend them first"
            content.report(line, "slips", f"is not checked from here on, {before_it}")
            content.is_unread = True
            break
        if isinstance(item, YamlMapping):
            written = item.get("id")
            if isinstance(written, str):
                # Kept beside the record: an entry with a slip does not make what refers to it a slip as well.
                inspection = path_fields.get("inspection")
                content.ids.append(f"{inspection}.{written}" if inspection else written)
            else:
                content.is_unread = True  # what refers to an entry without an id cannot be told from a slip
            content.records.append(_read_record(item, content, path_fields))
        elif item is not None:
            content.report(line, "shape", "must hold fields, each as “name: value”")


def _read_record(tree: YamlMapping, content: FileContent, path_fields: dict[str, str]) -> Record:
    """Make one record of a mapping, as far as it can be read, and report each thing that is wrong with it."""
    model, origin = content.model, SourceMap(content.file, tree)
    values = tree | path_fields
    entry = str(tree.get("id", path_fields.get("id", "")))
    content.problems += field_problems(tree, content.file, entry, model)
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not already_reported(detail, tree)]
        content.problems += [value_problem(detail, origin, entry) for detail in details]
        record = with_placeholders(model, values)
    record.set_origin(origin, record.unread_fields)
    return record
