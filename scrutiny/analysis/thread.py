"""One theme as a thread: everything said under it in the order of time, with nothing left out between."""

from collections import defaultdict
from datetime import date

import pandas as pd

from scrutiny.register.records import Document, Inspection
from scrutiny.register.register import Register
from scrutiny.wording import format_date


def thread(register: Register, entries: pd.DataFrame, theme: str) -> pd.DataFrame:
    """Give the documents in the order of time, each with what it says under a theme.

    `entries` are rows of the frame of entries; those that name the theme, as their main one or not, are taken.
    Gives one row for each document, indexed by inspection.document: inspection, document (ids), held (bool),
    printed (its date in words), doubt (about its date, missing where there is none), entries (a list of full ids
    in reading order).
    Documents that are not held stand where they would stand, since their silence may mislead: by their date, or
    before the first document held of their inspection. A held document without an entry is left out.
    """
    of_theme: dict[tuple[str, str], list[str]] = defaultdict(list)
    for full_id, themes in zip(entries.index.tolist(), entries["themes"].tolist(), strict=True):
        if theme in themes:
            entry = register.entries_by_id[full_id]
            of_theme[entry.inspection, entry.document].append(full_id)
    rows = []
    for inspection, document in register.documents():
        said = of_theme[inspection.id, document.id]
        if said or not document.held:
            rows.append((_moment(inspection, document), document.held, inspection, document, _read(register, said)))
    concerned = {inspection.id for _, held, inspection, _, _ in rows if held}
    kept = sorted((row for row in rows if row[2].id in concerned), key=lambda row: row[:2])
    return pd.DataFrame(
        {
            "inspection": [inspection.id for _, _, inspection, _, _ in kept],
            "document": [document.id for _, _, _, document, _ in kept],
            "held": [held for _, held, _, _, _ in kept],
            "printed": [format_date(document.date) for _, _, _, document, _ in kept],
            "doubt": [document.date.doubt if document.date else None for _, _, _, document, _ in kept],
            "entries": [said for _, _, _, _, said in kept],
        },
        index=pd.Index([f"{row[2].id}.{row[3].id}" for row in kept], dtype="str", name="full_id"),
    )


def _moment(inspection: Inspection, document: Document) -> date:
    """Give the day by which a document is placed: its own, or else its inspection's."""
    own = document.date.date if document.date else None
    if own:
        return own.earliest
    return inspection.begins.earliest if inspection.begins else date.max


def _read(register: Register, said: list[str]) -> list[str]:
    """Put the entries of a document in the order in which it is read."""
    return sorted(said, key=lambda full_id: register.entries_by_id[full_id].paragraph)
