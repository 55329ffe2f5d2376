"""What is wrong with one record, in the words of a curator."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from scrutiny.register.problems import Fix, Problem, Severity, closest_match, shorten
from scrutiny.register.records import Dated, Record
from scrutiny.register.source_map import SourceMap, YamlMapping


def field_problems(tree: YamlMapping, file: str, entry: str, model: type[Record]) -> Iterator[Problem]:
    """Fields have the names and the order that `data/README.md` gives; another order is only a warning."""
    order = model.field_order()
    for key, line in tree.lines.items():
        if key not in order:
            message = f"is not a field of {'an' if model.noun()[0] in 'aeiou' else 'a'} {model.noun()}"
            yield Problem(file, line, entry, key, message, "fields", nearest=closest_match(key, order))
    known = [key for key in tree if key in order]
    usual = [key for key in order if key in known]
    if known != usual:
        message = f"fields are not in the usual order: {', '.join(usual)}"
        fix = Fix(tree.line, "", tuple(usual))
        yield Problem(file, tree.line, entry, "", message, "fields", Severity.WARNING, fix=fix)


def value_problem(detail: ErrorDetails, origin: SourceMap, entry: str) -> Problem:
    """Put one of pydantic's errors in the words of a curator."""
    path = detail["loc"]
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    context = detail.get("ctx", {})
    value, hint = detail["input"], None
    match detail["type"]:
        case "missing":
            message, value = "is missing", None
        case "extra_forbidden":
            message, hint = "is not a field here", None
        case "enum":
            allowed = re.findall(r"'(\w+)'", context["expected"])
            message = f"{shorten(value)} is not one of {', '.join(allowed)}"
            hint = closest_match(str(value), allowed)
        case "string_type":
            message = "must be text"
        case "tuple_type":
            message = "must be a list, like [one, two]"
        case "model_type":
            message = "must hold fields, each as “name: value”"
            if context["class_name"] == Dated.__name__ and isinstance(value, str):
                message = f"must hold fields; put “printed: {shorten(value)[1:-1]}” on the next line, further in"
        case _:
            message = str(context.get("error", detail["msg"]))
    shown = None if value is None else str(value)[:200]
    return Problem(
        origin.file, origin.line(*path), origin.name(entry, *path), field, message, "fields", value=shown, nearest=hint
    )


def already_reported(detail: ErrorDetails, tree: YamlMapping) -> bool:
    """Whether an error was reported already: a field of an unknown name, or a value that stands there empty."""
    if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1:
        return True
    if detail["type"] != "missing":
        return detail["input"] is None
    *path, field = detail["loc"]
    node: Any = tree
    for step in path:
        node = node[step]
    return field in node.lines and field not in node
