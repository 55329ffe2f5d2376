"""JSON Schemas, made from the records: of each file of the register, for editors that complete and check fields."""

from copy import deepcopy
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scrutiny.register.files import DRAFT, ENTRIES, ENTRY_FILES, OWN
from scrutiny.register.loading import OPTIONAL_FILES, PANEL, PANEL_LISTS, TOP_FILES
from scrutiny.register.records import Inspection, Record, Settings
from scrutiny.register.source_map import DEFAULTS
from scrutiny.register.vocabulary import LabelledEnum

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SINGLE_FILES: dict[str, type[Record]] = {"register.yaml": Settings, "inspection.yaml": Inspection}
_FILES: dict[str, type[Record]] = {**SINGLE_FILES, **TOP_FILES, **OPTIONAL_FILES, **ENTRY_FILES}
FILES = (*_FILES, PANEL)
"""The names of all files that a register can have."""
Schema = dict[str, Any]


class Generator(GenerateJsonSchema):
    """Describes what files hold: no nulls, no defaults, and words with their meanings."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field without a value is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A field that is left out means that the files say nothing, not that they say a default."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's own signature
        """A field has its name, and its meaning as its description."""
        return False

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A word is one of its list, each with its label and meaning."""
        words: list[LabelledEnum] = schema["members"]
        return {
            "description": schema["cls"].__doc__,
            "oneOf": [{"const": str(word), "title": word.label, "description": word.meaning} for word in words],
        }


def file_schema(name: str) -> Schema:
    """Return the schema of a file of the register, such as `findings.yaml`, as YAML reads it."""
    if name == PANEL:
        lists: Schema = {}
        definitions: Schema = {}
        for key, model in PANEL_LISTS.items():
            record, parts = _record(model)
            lists[key] = {"type": "array", "items": record}
            definitions |= parts
        closed = {"type": "object", "properties": lists, "additionalProperties": False}
        return {"$schema": DIALECT, **closed, "$defs": definitions}
    record, definitions = _record(_FILES[name])
    if name in SINGLE_FILES:
        record["properties"][DRAFT] = {"const": True, "description": "Not finished: checked, and not published."}
        return {"$schema": DIALECT, **record, "$defs": definitions}
    shared, short = deepcopy(record), deepcopy(record)
    shared["properties"] = {field: value for field, value in record["properties"].items() if field not in OWN}
    shared |= {"description": "What holds for each entry that does not have its own.", "required": []}
    short["required"] = [field for field in record["required"] if field in OWN]
    return {
        "$schema": DIALECT,
        "anyOf": [
            {"type": "array", "items": record},
            {
                "type": "object",
                "properties": {DEFAULTS: shared, ENTRIES: {"type": "array", "items": short}},
                "required": [ENTRIES],
                "additionalProperties": False,
            },
        ],
        "$defs": definitions,
    }


def _record(model: type[Record]) -> tuple[Schema, Schema]:
    """Return the schema of a record as its file writes it, and those of its parts."""
    record: Schema = _as_typed(model.model_json_schema(schema_generator=Generator))
    definitions = record.pop("$defs", {})
    for each in (record, *definitions.values()):
        each.pop("title", None)  # the name of the program's own class
    for field in model.path_fields:
        del record["properties"][field]
        record["required"].remove(field)
    return record, definitions


def _as_typed(schema: Any) -> Any:
    """Let a text be a number as well: YAML reads 2026 as one, and the register as text."""
    if isinstance(schema, list):
        return [_as_typed(item) for item in schema]
    if isinstance(schema, dict):
        typed = {name: _as_typed(value) for name, value in schema.items()}
        return typed | {"type": ["string", "number"]} if schema.get("type") == "string" else typed
    return schema
