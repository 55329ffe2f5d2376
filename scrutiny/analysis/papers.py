"""Papers to ask for: what is known and was not read, replies that may be due, and chief officers' comments.

Section 55 of the Police Act 1996 asks the local policing body to publish its comments on a report, with the chief
officer's comments and its response to them. A panel can require the first to answer; the chief officer it can only ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.reply_clock import due_words, is_not_due_yet
from scrutiny.register.records import Document, Inspection
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import BodyKind, DocumentKind
from scrutiny.wording import date_as_printed, office, upper_first

NONE_ON_FILE = "None is on file."
NO_ADDRESS = "No public address is known."
_COMMENTS = (DocumentKind.REPLY, DocumentKind.STATEMENT, DocumentKind.ANNEX)
"""What a chief officer's comments may be, where a force has published something."""


@dataclass(frozen=True)
class Paper:
    """A text that was not read.

    `kind` and `title` name it; one that is not known to exist has no title. `state` says what is known of it in a few
    words, `address` is a public page about it, and `ask` names whom to ask for it. `note` is what else is known.
    """

    inspection: Inspection
    kind: str
    title: str
    state: str
    ask: str
    note: str
    address: str | None = None


@cached_per_register
def papers(register: Register, today: date) -> list[Paper]:
    """Return what may be asked for on a day, by inspection: what is known, then the reply and the comments on it.

    A reply is left out as long as some of its 56 days are left.
    """
    return [paper for inspection in register.inspections for paper in _of_inspection(register, inspection, today)]


def _of_inspection(register: Register, inspection: Inspection, today: date) -> Iterator[Paper]:
    yield from (_not_read(register, inspection, document) for document in inspection.documents if not document.held)
    if is_not_due_yet(inspection.published, today):
        return
    has_reply = any(document.kind is DocumentKind.REPLY for document in inspection.documents)
    has_comments = any(
        document.kind in _COMMENTS and register.bodies_by_id[document.body].kind is BodyKind.POLICE
        for document in inspection.documents
    )
    for force in (register.bodies_by_id[one] for one in register.forces_of(inspection)):
        ask = f"Whoever holds {force.short} to account"
        if force.id == register.settings.force:
            ask = _office(register, register.settings.commissioner)
        if not has_reply:
            yield Paper(inspection, "Reply", "", NONE_ON_FILE, ask, due_words(inspection.published, today))
        if not has_comments:
            note = f"By the chief officer of {force.short}."
            yield Paper(inspection, "Chief officer’s comments", "", NONE_ON_FILE, ask, note)


def _not_read(register: Register, inspection: Inspection, document: Document) -> Paper:
    dated = document.date
    told = [f"Date: {date_as_printed(dated)}.", dated.doubt] if dated else []
    return Paper(
        inspection,
        document.kind.label,
        document.title,
        "A public page is known; the paper is not yet read." if document.address else f"Not read. {NO_ADDRESS}",
        _office(register, document.body),
        " ".join(filter(None, [*told, document.note])),
        document.address,
    )


def _office(register: Register, body: str) -> str:
    """Name an office as it is called now."""
    return upper_first(office(register.bodies_by_id[register.present_office(body)]))
