"""New files of the register, written from the records: every field with its meaning, filled in where it is known."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any, get_args

from scrutiny.register.records import Dated, Record
from scrutiny.register.vocabulary import LabelledEnum

WIDTH = 120
_PLAIN = re.compile(r"[A-Za-z0-9“‘(£](?:[^:#\n]|:(?! |$)|(?<! )#)*")
_NOTHING = frozenset(("null", "Null", "NULL"))


def comment(text: str) -> Iterator[str]:
    """Yield a comment, over as many lines as it needs."""
    yield from wrap(text, WIDTH, initial_indent="# ", subsequent_indent="#   ")


def meaning(model: type[Record], name: str) -> Iterator[str]:
    """Yield what a field means, as a comment: with the words of a closed list, or the parts of a date."""
    field = model.model_fields[name]
    more = "" if field.is_required() else " May be left out."
    for kind in (field.annotation, *get_args(field.annotation)):
        if isinstance(kind, type) and issubclass(kind, LabelledEnum):
            more += f" One of: {', '.join(kind)}."
        elif kind is Dated:
            more += " Its parts: printed (as stated), date, and doubt if it may be wrong."
    yield from comment(f"{name}: {field.description}{more}")


def meanings(model: type[Record]) -> Iterator[str]:
    """Yield what all fields mean, one after another."""
    for name in model.field_order():
        yield from meaning(model, name)


def fields(model: type[Record], values: Mapping[str, Any], without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record with their lines: those that are known, and empty ones that cannot be left out."""
    for name in model.field_order():
        if name in values or (model.model_fields[name].is_required() and name not in without):
            yield name, _field(name, values.get(name, ""))


def items(model: type[Record], records: Iterable[Mapping[str, Any]], without: Collection[str] = ()) -> Iterator[str]:
    """Yield the lines of a list of records."""
    for values in records:
        lines = [line for _, field in fields(model, values, without) for line in field.splitlines()]
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _field(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{name}:\n" + "\n".join(f"  {part}: {_scalar(text)}" for part, text in value.items())
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        lines = [f"{part}: {_scalar(text)}".rstrip() for item in value for part, text in item.items()]
        return f"{name}:\n" + "\n".join(
            f"  {'- ' if line.startswith(next(iter(value[0]))) else '  '}{line}" for line in lines
        )
    if isinstance(value, list):
        return f"{name}: [{', '.join(json.dumps(item, ensure_ascii=False) for item in value)}]"
    return f"{name}: {_scalar(value)}".rstrip()


def _scalar(value: Any) -> str:
    """Write a text as YAML has it, in quotation marks only where it must be."""
    text = str(value)
    is_plain = not text or (_PLAIN.fullmatch(text) and text not in _NOTHING)
    return text if is_plain else json.dumps(text, ensure_ascii=False)
