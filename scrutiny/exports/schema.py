"""A JSON Schema of the register's JSON, made from the records that the register is read with."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from scrutiny.exports.meanings import meaning, part_meaning
from scrutiny.exports.tables import KINDS
from scrutiny.register.records import Document, Entry, Event, Record, Settings
from scrutiny.register.vocabulary import LabelledEnum

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LISTS = {kind: known for kind, known in KINDS.items() if known.record is not Document}
_RECORDS: dict[str, type[Record]] = {"register": Settings} | {kind: known.record for kind, known in KINDS.items()}
_Schema = dict[str, Any]


def schema_json() -> str:
    """Write the schema as JSON text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> _Schema:
    """Give the schema of the document that `exports/json.py` writes.

    Words of closed lists stand with their meanings, and every field with its own. Fields are left out, never null.
    """
    known = _definitions()
    for kind, record in _RECORDS.items():
        known[record.__name__] = _explained(known[record.__name__], kind, record)
    _explain_parts(known["Dated"], part_meaning)
    _explain_parts(known["Result"], lambda name: meaning("actions", f"result.{name}"))
    lists = {kind: _list(kind, record.record) for kind, record in _LISTS.items()}
    return {
        "$schema": DIALECT,
        "title": "A register of inspection findings",
        "description": "Every record of the register, by kind. Ids refer from one kind to another.",
        "type": "object",
        "properties": {
            "chosen": {"type": "string", "description": "How the entries were chosen; not there for a whole register."},
            "register": {"$ref": "#/$defs/Settings"},
            **lists,
        },
        "required": ["register", *lists],
        "additionalProperties": False,
        "$defs": known,
    }


class _Generator(GenerateJsonSchema):
    """Describes what the register's JSON holds: no nulls, no defaults, and words with their meanings."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field without a value is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A field that is left out means that the files say nothing, not that they say a default."""
        return self.generate_inner(schema["schema"])

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A word is one of its list, each with its label and meaning."""
        words: list[LabelledEnum] = schema["members"]
        return {
            "description": schema["cls"].__doc__,
            "oneOf": [{"const": str(word), "title": word.label, "description": word.meaning} for word in words],
        }


def _definitions() -> dict[str, _Schema]:
    """Give the schema of every record and of every list of words, by name."""
    models: list[tuple[type[Record], JsonSchemaMode]] = [(record, "validation") for record in _RECORDS.values()]
    _, made = models_json_schema(models, schema_generator=_Generator)
    return dict(made["$defs"])


def _explained(record: _Schema, kind: str, model: type[Record]) -> _Schema:
    """Add to the schema of a record the id that JSON leads it by, and what each field means."""
    leads = {"full_id": {"type": "string"}} if issubclass(model, Entry | Event) else {}
    fields: Mapping[str, _Schema] = leads | record["properties"]
    return record | {
        "properties": {name: _field(field, meaning(kind, name)) for name, field in fields.items()},
        "required": [*leads, *record["required"]],
    }


def _explain_parts(record: _Schema, said: Callable[[str], str]) -> None:
    """Add to the schema of a part of records what each of its fields means."""
    record["properties"] = {name: _field(field, said(name)) for name, field in record["properties"].items()}


def _field(field: _Schema, said: str) -> _Schema:
    """Say of a field what it means."""
    return {key: value for key, value in field.items() if key != "title"} | {"description": said}


def _list(kind: str, record: type[Record]) -> _Schema:
    """Describe the list of a kind."""
    return {"type": "array", "description": KINDS[kind].what, "items": {"$ref": f"#/$defs/{record.__name__}"}}
