"""The documents held and not held, what the counts do not mean, and the licence."""

from collections.abc import Iterable

from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.exports.briefing.context import BriefingContext
from scrutiny.exports.briefing.document import Line, Row, Words
from scrutiny.register.records import Document
from scrutiny.wording import count_of, date_as_printed, join_list

_HEADS = ("Document", "Date as printed", "State", "Doubts and remarks")
_SHARES = (36, 16, 14, 34)
_LICENCE = (
    "The register's own texts (summaries, notes, definitions) are under the Creative Commons Attribution 4.0 licence, "
    "https://creativecommons.org/licenses/by/4.0/. Excerpts are quoted from the documents named beside them and stay "
    "under their publishers' terms."
)


def write_documents(brief: BriefingContext) -> None:
    """List the documents of each chosen inspection, held or only known to exist."""
    brief.paper.heading("Documents and doubts", 1)
    if not brief.inspections:
        brief.paper.paragraph("The register holds no inspection yet.")
        return
    brief.paper.paragraph(
        "What a document that is not held says is not in the register. A doubt is shown wherever the date is used; "
        "nothing is settled silently.",
        style="Lead",
    )
    brief.paper.table("Documents held and not held", _HEADS, _SHARES, _rows(brief))


def write_caveats(brief: BriefingContext) -> None:
    """Say what the counts do not mean, and under which licence the texts are."""
    brief.paper.heading("Limits and licence", 1)
    for sentence in COUNT_CAVEATS:
        brief.paper.paragraph(sentence, style="List Bullet")
    brief.paper.paragraph(_LICENCE)


def _rows(brief: BriefingContext) -> Iterable[Row]:
    """Give a row for each document, with its inspection if several are chosen."""
    for inspection in brief.inspections:
        about = f"{inspection.short_title}. " if len(brief.inspections) > 1 else ""
        for document in inspection.documents:
            kind = f"{about}{document.kind.label}, {brief.register.bodies_by_id[document.body].short}: "
            address = document.address or "No public address is known."
            title: list[Line] = [[Words(kind, "Strong"), document.title], [Words(address, "Small Print")]]
            doubt = f"In doubt: {document.date.doubt}" if document.date and document.date.doubt else ""
            remarks = " ".join(filter(None, [doubt, document.note]))
            yield Row([title, [date_as_printed(document.date)], [_state(document)], [remarks]])


def _state(document: Document) -> str:
    """Say whether a document was read, and how much of it there is."""
    if not document.held:
        return "Known, not held"
    parts = ((document.paragraphs, "paragraph"), (document.notes, "note"))
    return f"Held: {join_list([count_of(number, one) for number, one in parts if number])} read"
