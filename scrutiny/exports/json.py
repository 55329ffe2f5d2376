"""The register as one JSON document."""

import json
from typing import Any

from scrutiny.register.records import Entry, Event, Listed
from scrutiny.register.register import Register

_LISTS = (
    "themes", "bodies", "glossary", "inspections", "findings", "actions", "commitments", "needs", "figures",
    "recommendations", "events", "pairs", "highlights", "questions", "question_templates", "meetings", "asked",
    "comments", "measures",
)  # fmt: skip


def register_json(register: Register, chosen: str = "") -> str:
    """Write a register as JSON text; the same register gives the same bytes.

    `chosen` says in words how this register was taken from a larger one; the document then begins with it.
    """
    return json.dumps(register_document(register, chosen), ensure_ascii=False, indent=2) + "\n"


def register_document(register: Register, chosen: str) -> dict[str, Any]:
    """Return a register as JSON knows it: records by kind in the register's order, entries with their full ids.

    Fields that are empty in the data are left out. `exports/schema.py` describes the document.
    """
    return {
        **({"chosen": chosen} if chosen else {}),
        # how it was on earlier days is no part of what it says today
        "register": register.settings.model_dump(mode="json", exclude_unset=True, exclude={"releases"}),
        **{name: [_plain(record) for record in getattr(register, name)] for name in _LISTS},
    }


def _plain(record: Entry | Listed) -> dict[str, Any]:
    """Return a record's fields without those that were left out; an entry's in the order of its file."""
    plain = record.model_dump(mode="json", exclude_unset=True)
    if isinstance(record, Entry):
        ordered = {key: plain[key] for key in record.field_order() if key in plain}
        return {"full_id": record.full_id, "inspection": record.inspection} | ordered
    return {"full_id": record.full_id} | plain if isinstance(record, Event) else plain
