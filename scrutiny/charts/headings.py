"""How pictures name an inspection, its documents, and the documents that its entries were read in."""

from collections.abc import Iterable

import pandas as pd

from scrutiny.charts.matrix import Column
from scrutiny.charts.picture import listed
from scrutiny.register.records import Dated, Document, Inspection
from scrutiny.register.register import Register


def sources(inspection: Inspection) -> str:
    """Name the documents that an inspection's entries were read in."""
    held = [f"the {document_name(document)}" for document in inspection.documents if document.held]
    return listed(held) or "no document, as none is held"


def sources_of(register: Register, rows: pd.DataFrame) -> str:
    """Name the documents of the inspections that rows of a frame belong to."""
    names = set(rows["inspection"])
    return listed([sources(inspection) for inspection in register.inspections if inspection.id in names])


def columns(register: Register, inspections: Iterable[Inspection]) -> list[Column]:
    """Give the headings of inspections in the matrix: name, scope, force if there are several, and the reply."""
    several = len(register.forces) > 1
    return [_column(one, register.bodies_by_id[register.force(one)].short if several else "") for one in inspections]


def _column(inspection: Inspection, force: str) -> Column:
    """Give the heading of one inspection, with the force if it is to be named."""
    reply = inspection.reply
    answered = f"reply {_when(reply.date)}" if reply else "no reply held"
    named = [force] if force else []
    return Column(inspection.id, (inspection.short_title, *named, inspection.scope.label.lower(), answered))


def _when(dated: Dated | None) -> str:
    """Put a date as shortly as a heading needs, with a word about a doubt."""
    if not dated or not dated.date:
        return "unknown date"
    return f"{dated.date.printed}{' (in doubt)' if dated.doubt else ''}"


def document_name(document: Document) -> str:
    """Name a document shortly: its kind, and its date if it has one."""
    kind = document.kind.label.lower()
    if not document.date or not document.date.date:
        return f"{kind} (undated)"
    return f"{kind} of {document.date.date.printed}{' (date in doubt)' if document.date.doubt else ''}"
