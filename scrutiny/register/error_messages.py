"""What is wrong with one record, in the words of a curator."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from scrutiny.register.problems import Problem, Severity, closest_match, shorten
from scrutiny.register.records import Record
from scrutiny.register.source_map import SourceMap, YamlMapping


def field_problems(tree: YamlMapping, file: str, entry: str, model: type[Record]) -> Iterator[Problem]:
    """Fields have the names and the order that `data/README.md` gives; another order is only a warning."""
    if _is_usual(model, tuple(tree.lines)):
        return
    order = model.field_order()
    known = [key for key in tree if key in order]
    for key in tree.lines:
        if key not in order and not str(key).endswith(" (again)"):
            message = f"is not a field of {_noun(model)}"
            yield Problem(
                file, tree.lines[key], entry, str(key), message, "fields", nearest=closest_match(str(key), order)
            )
    if known != sorted(known, key=order.index):
        message = f"fields are not in the usual order: {', '.join(sorted(known, key=order.index))}"
        yield Problem(file, tree.line, entry, "", message, "fields", Severity.WARNING)


@lru_cache(maxsize=512)
def _is_usual(model: type[Record], names: tuple[str, ...]) -> bool:
    """Tell whether all these names are fields, in their order; few ways of leaving some out are ever used."""
    order = model.field_order()
    return all(name in order for name in names) and list(names) == sorted(names, key=order.index)


def value_problem(detail: ErrorDetails, origin: SourceMap, entry: str, model: type[Record]) -> Problem:
    """Put one of pydantic's errors in the words of a curator."""
    path = detail["loc"]
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    value, hint = detail["input"], None
    match detail["type"]:
        case "missing":
            message, value = "is missing", None
        case "extra_forbidden":
            message, hint = "is not a field here", None
        case "enum":
            allowed = _words(model, path)
            message = f"{shorten(value)} is not one of {', '.join(allowed)}"
            hint = closest_match(str(value), allowed)
        case "string_type":
            message = "must be text"
        case "tuple_type":
            message = "must be a list, like [one, two]"
        case "model_type":
            message = "must hold fields, each as “name: value”"
        case _:
            message = str(detail.get("ctx", {}).get("error", detail["msg"]))
    shown = None if value is None else str(value)[:200]
    return Problem(origin.file, origin.line(*path), entry, field, message, "fields", value=shown, nearest=hint)


def already_reported(detail: ErrorDetails, tree: YamlMapping) -> bool:
    """Tell whether an error was reported already: a field of an unknown name, or a value that stands there empty."""
    if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
        return True
    if detail["type"] != "missing":
        return detail["input"] is None
    *path, field = detail["loc"]
    node: Any = tree
    for step in path:
        node = node[step]
    return field in node.lines and field not in node


def _words(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Give the words allowed for a field whose type is a list of words."""
    annotation: Any = model
    for step in path:
        if isinstance(step, str):
            annotation = annotation.model_fields[step].annotation
        while hasattr(annotation, "__args__") and annotation.__args__:
            annotation = annotation.__args__[0]
    return [str(word) for word in annotation] if issubclass(annotation, StrEnum) else []


def _noun(model: type[Record]) -> str:
    """Name a kind of record with its article."""
    name = model.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
