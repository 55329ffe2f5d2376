"""From one file of the register to its records, with every slip told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scrutiny.register.error_messages import already_reported, field_problems, value_problem
from scrutiny.register.placeholders import with_placeholders
from scrutiny.register.problems import Problem, closest_match
from scrutiny.register.reading import MAX_PROBLEMS, Tree, read_tree
from scrutiny.register.records import Action, Commitment, Entry, Figure, Finding, Recommendation, Record
from scrutiny.register.source_map import DEFAULTS, NOTHING, SourceMap, YamlList, YamlMapping, with_defaults

ENTRY_FILES: dict[str, type[Entry]] = {
    "findings.yaml": Finding,
    "actions.yaml": Action,
    "commitments.yaml": Commitment,
    "figures.yaml": Figure,
    "recommendations.yaml": Recommendation,
}
"""The files with the entries of an inspection."""

DRAFT = "draft"
"""The field by which a register or an inspection says that it is not to be published yet."""

ENTRIES = "entries"
"""The name of the list in a file that begins with defaults."""

OWN = frozenset(("id", "summary", "excerpt", "paragraph"))
"""The fields that no default can hold: each record has its own."""


@dataclass
class FileContent:
    """What was read of one file: its records and their model, and all that is wrong with it.

    `ids` are the ids as written, valid or not, those of entries with the id of their inspection before them.
    `is_unread`: the file, or an id in it, could not be read, so that what refers to it is not blamed. `draft` is the
    line on which it says that it is not to be published yet. `digest` is the SHA-256 of its bytes.
    """

    file: str
    model: type[Record]
    records: list[Any] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_unread: bool = False
    draft: int = 0
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
    shared = NOTHING
    if is_list and isinstance(tree, YamlMapping) and tree.lines.keys() & {DEFAULTS, ENTRIES}:
        shared, tree = _read_head(tree, content)
    if is_list and isinstance(tree, YamlList):
        _read_list(tree, content, path_fields, shared)
    elif not is_list and isinstance(tree, YamlMapping):
        _read_draft(tree, content)
        content.records.append(_read_record(tree, content, path_fields, NOTHING))
    else:
        content.is_unread = True
        if tree is not None:
            expected = "a list, each item beginning with “- id:”; write [] for none"
            content.report(1, "shape", f"must hold {expected if is_list else 'fields, each as “name: value”'}")
    return content


def read_lists(path: Path, file: str, models: Mapping[str, type[Record]]) -> list[FileContent]:
    """Read a file that holds several lists, each of one kind of record under its name; any may be left out."""
    tree, problems, digest = read_tree(path, file)
    contents = {name: FileContent(file, model, digest=digest) for name, model in models.items()}
    first, *_ = contents.values()
    first.problems += problems
    *names, last = (f"“{name}”" for name in models)
    named = f"{', '.join(names)} or {last}"
    if not isinstance(tree, YamlMapping):
        first.is_unread = True
        if tree is not None or not problems:
            first.report(1, "shape", f"must hold lists, each below {named}")
        return [*contents.values()]
    for name, line in tree.lines.items():
        listed = tree.get(name)
        if name not in contents:
            nearest = closest_match(name, models)
            first.problems.append(Problem(file, line, "", name, f"is not one of {named}", "shape", nearest=nearest))
        elif isinstance(listed, YamlList):
            _read_list(listed, contents[name], {}, NOTHING)
        else:
            contents[name].is_unread = True
            if listed is not None:  # what stands there empty is told already
                contents[name].report(line, "shape", "must hold a list, each item beginning with “- id:”; [] for none")
    return [*contents.values()]


def _read_draft(tree: YamlMapping, content: FileContent) -> None:
    """Take out of a record whether it is a draft."""
    line = tree.lines.pop(DRAFT, 0)
    written = tree.pop(DRAFT, None)
    tree.line = min(tree.lines.values(), default=tree.line)  # where the record itself begins
    content.draft = line if written == "true" else 0
    if written not in (None, "true"):
        content.report(line, "fields", f"{DRAFT}: write true, or leave the line out")


def _read_head(tree: YamlMapping, content: FileContent) -> tuple[YamlMapping, Tree]:
    """Return the fields at the head of a file, which hold for each record that does not have its own, and its list."""
    for name in tree.lines.keys() - {DEFAULTS, ENTRIES}:
        content.report(tree.lines[name], "shape", f"{name}: is neither “{DEFAULTS}” nor “{ENTRIES}”")
    if ENTRIES not in tree.lines:
        content.report(1, "shape", f"has no “{ENTRIES}:” before its list")
    shared = tree.get(DEFAULTS, NOTHING)
    if not isinstance(shared, YamlMapping):
        content.report(tree.lines[DEFAULTS], "shape", "must hold fields, each as “name: value”")
        return NOTHING, tree.get(ENTRIES)
    content.problems += field_problems(shared, content.file, DEFAULTS, content.model)
    for name in OWN & shared.keys():
        message = "is another in each entry; write it there"
        content.problems.append(Problem(content.file, shared.lines[name], DEFAULTS, name, message, "fields"))
    return shared, tree.get(ENTRIES)


def _read_list(tree: YamlList, content: FileContent, path_fields: dict[str, str], shared: YamlMapping) -> None:
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
            content.records.append(_read_record(item, content, path_fields, shared))
        elif item is not None:
            content.report(line, "shape", "must hold fields, each as “name: value”")


def _read_record(tree: YamlMapping, content: FileContent, path_fields: dict[str, str], shared: YamlMapping) -> Record:
    """Make one record of a mapping, as far as it can be read, and report each thing that is wrong with it."""
    entry = str(tree.get("id", path_fields.get("id", "")))
    content.problems += field_problems(tree, content.file, entry, content.model)
    origin = SourceMap(content.file, *with_defaults(tree, shared))
    values = origin.mapping | path_fields
    unread: frozenset[str] = frozenset()
    try:
        record = content.model.model_validate(values)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not already_reported(detail, origin.mapping)]
        content.problems += [value_problem(detail, origin, entry) for detail in details]
        record = with_placeholders(content.model, values)
        unread = record.unread_fields
    record.set_origin(origin, unread)
    return record
