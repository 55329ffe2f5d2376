"""The register as one JSON document."""

import json
from typing import Any

from scrutiny.register.records import Entry, Record
from scrutiny.register.register import Register


def register_json(register: Register, chosen: str = "") -> str:
    """Write a register as JSON text; the same register gives the same bytes.

    `chosen` says in words how this register was taken from a larger one; the document then begins with it.
    """
    return json.dumps(register_document(register, chosen), ensure_ascii=False, indent=2) + "\n"


def register_document(register: Register, chosen: str = "") -> dict[str, Any]:
    """Return a register as JSON knows it: records by kind in the register's order, entries with their full ids.

    Fields that are empty in the data are left out. `exports/schema.py` describes the document.
    """
    return {
        **({"chosen": chosen} if chosen else {}),
        # how it was on earlier days is no part of what it says today
        "register": register.settings.model_dump(mode="json", exclude_unset=True, exclude={"releases"}),
        "themes": [_plain(theme) for theme in register.themes],
        "bodies": [_plain(body) for body in register.bodies],
        "glossary": [_plain(term) for term in register.glossary],
        "inspections": [_plain(inspection) for inspection in register.inspections],
        "findings": [_entry(entry) for entry in register.findings],
        "actions": [_entry(entry) for entry in register.actions],
        "commitments": [_entry(entry) for entry in register.commitments],
        "needs": [_entry(entry) for entry in register.needs],
        "figures": [_entry(entry) for entry in register.figures],
        "recommendations": [_entry(entry) for entry in register.recommendations],
        "events": [{"full_id": event.full_id} | _plain(event) for event in register.events],
        "pairs": [_plain(pair) for pair in register.pairs],
        "highlights": [_plain(highlight) for highlight in register.highlights],
        "questions": [_plain(question) for question in register.questions],
        "question_templates": [_plain(template) for template in register.question_templates],
        "meetings": [_plain(meeting) for meeting in register.meetings],
        "asked": [_plain(asked) for asked in register.asked],
        "comments": [_plain(comment) for comment in register.comments],
        "measures": [_plain(measure) for measure in register.measures],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    """Return an entry's fields in the order of its file, led by its full id."""
    plain = _plain(entry)
    ordered = {key: plain[key] for key in entry.field_order() if key in plain}
    return {"full_id": entry.full_id, "inspection": entry.inspection} | ordered


def _plain(record: Record) -> dict[str, Any]:
    """Return a record's fields as JSON knows them, without those that were left out."""
    return record.model_dump(mode="json", exclude_unset=True)
