"""A JSON Schema of the register's JSON, made from the records that the register is read with."""

import json
from functools import cache

from pydantic.json_schema import models_json_schema

from scrutiny.exports.tables import FULL_ID, KINDS
from scrutiny.register.records import Document, Entry, Event, Record, Release, Settings
from scrutiny.register.schema import DIALECT, Generator, Schema

_RECORDS: tuple[type[Record], ...] = (Settings, *(kind.record for kind in KINDS.values()))


@cache
def schema_json() -> str:
    """Write the schema as JSON text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> Schema:
    """Return the schema of the document that `exports/json.py` writes.

    Words of closed lists stand with their meanings, and every field with its own. Fields are left out, never null.
    """
    _, schemas = models_json_schema([(record, "validation") for record in _RECORDS], schema_generator=Generator)
    definitions: Schema = schemas["$defs"]
    for definition in definitions.values():
        definition.pop("title", None)  # the name of the program's own class; the description says what it is
    del definitions[Settings.__name__]["properties"]["releases"], definitions[Release.__name__]
    for record in dict.fromkeys(_RECORDS):  # one stands in two lists
        if issubclass(record, Entry | Event):  # which JSON leads by an id that their files need not write
            definition = definitions[record.__name__]
            full_id = {"type": "string", "description": FULL_ID}
            definition["properties"] = {"full_id": full_id, **definition["properties"]}
            definition["required"] = ["full_id", *definition["required"]]
    lists = {
        kind: {"type": "array", "description": known.what, "items": {"$ref": f"#/$defs/{known.record.__name__}"}}
        for kind, known in KINDS.items()
        if known.record is not Document
    }
    return {
        "$schema": DIALECT,
        "title": "Inspection findings, and what was answered",
        "description": "Every record, by kind. Codes refer from one kind to another.",
        "type": "object",
        "properties": {
            "chosen": {"type": "string", "description": "How the points were chosen; not there where all of them are."},
            "register": {"$ref": "#/$defs/Settings"},
            **lists,
        },
        "required": ["register", *lists],
        "additionalProperties": False,
        "$defs": definitions,
    }
