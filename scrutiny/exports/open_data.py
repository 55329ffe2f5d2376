"""The data as open data: its files as they are served, and an index that describes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

import pandas as pd

from scrutiny.exports.about import CAUTION, LICENCE, LICENCE_ADDRESS, LICENCE_WORDS, WRITING
from scrutiny.exports.csv import csv_bytes
from scrutiny.exports.feed import FEED, MEDIA_TYPE, feed_xml
from scrutiny.exports.json import register_json
from scrutiny.exports.schema import schema_json
from scrutiny.exports.tables import WHAT, columns, table_title, tables
from scrutiny.register.register import Register

INDEX = "index.json"
REGISTER = "register.json"
SCHEMA = "register.schema.json"
_TITLES = {REGISTER: "Everything", SCHEMA: "Schema", FEED: "Feed"}
_JSON = "application/json"
_SCHEMA = "application/schema+json"
_CSV = "text/csv; charset=utf-8"
_APOSTROPHE = (
    "In CSV files, an apostrophe precedes a text that a spreadsheet would take for a formula. They are in UTF-8 "
    "with a BOM, which tells spreadsheets so."
)


@dataclass(frozen=True)
class OpenFile:
    """A file as it is served: its bytes, their media type, and a tag that changes with them."""

    content: bytes
    media_type: str

    @cached_property
    def tag(self) -> str:
        """The strong entity tag (RFC 9110, section 8.8.3): a hash of the bytes."""
        return f'"{sha256(self.content).hexdigest()[:32]}"'


def open_files(register: Register) -> dict[str, OpenFile]:
    """Make every file of a register, by name; the same register gives the same bytes."""
    found = tables(register)
    files = {
        REGISTER: OpenFile(register_json(register).encode(), _JSON),
        SCHEMA: OpenFile(schema_json().encode(), _SCHEMA),
        FEED: OpenFile(feed_xml(register), MEDIA_TYPE),
        **{f"{kind}.csv": OpenFile(csv_bytes(table), _CSV) for kind, table in found.items()},
    }
    index = json.dumps(_index(register, found, files), ensure_ascii=False, indent=2) + "\n"
    return {INDEX: OpenFile(index.encode(), _JSON)} | files


def _index(register: Register, found: Mapping[str, pd.DataFrame], files: Mapping[str, OpenFile]) -> dict[str, Any]:
    """Describe a register and all its files; addresses are relative to the index."""
    entries = len(register.entries)
    return {
        "title": register.settings.title,
        "area": register.settings.area,
        "reviewed_on": str(register.settings.reviewed_on),
        "licence": {"name": LICENCE, "address": LICENCE_ADDRESS, "note": LICENCE_WORDS},
        "caution": CAUTION,
        "writing": f"{WRITING} {_APOSTROPHE}",
        "files": [
            _file(REGISTER, files, "Everything as one document.", rows=entries, schema=SCHEMA),
            _file(SCHEMA, files, "What that document contains: a JSON Schema."),
            _file(FEED, files, "The papers that were read, the newest first, for a feed reader: an Atom feed."),
            *(
                _file(
                    f"{kind}.csv",
                    files,
                    WHAT[kind],
                    rows=len(table),
                    columns=[{"name": column, "meaning": meaning} for column, meaning in columns(kind).items()],
                )
                for kind, table in found.items()
            ),
        ],
    }


def _file(name: str, files: Mapping[str, OpenFile], what: str, **more: Any) -> dict[str, Any]:
    made = files[name]
    return {
        "address": name,
        "title": _TITLES.get(name) or table_title(name.removesuffix(".csv")),
        "what": what,
        "media_type": made.media_type,
        "bytes": len(made.content),
        **more,
    }
