"""What inspectorates ask of named organisations, and what replies and later texts say of it, with their words."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny.register.records import Entry, Recommendation
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Acceptance
from scrutiny.wording import place_name, upper_first


@dataclass(frozen=True)
class Said:
    """What one text says of a recommendation: where it stands, its words if it has any, and what is said to be done.

    `answer` is only of a reply, `summary` and `address` only of a later text.
    """

    where: str
    words: str = ""
    answer: Acceptance | None = None
    summary: str = ""
    address: str = ""
    points: tuple[Entry, ...] = ()

    @property
    def text(self) -> str:
        """All of it in a line, as files and slides have it."""
        said = [f"{self.answer.label}." if self.answer else self.summary, f"“{self.words}”" if self.words else ""]
        done = f"Said to be done: {' '.join(one.summary for one in self.points)}" if self.points else ""
        return f"{self.where}: {' '.join(filter(None, [*said, done]))}"


def replies_to(register: Register, one: Recommendation) -> list[Said]:
    """Return what each reply that was read says to a recommendation, in the order of the file.

    Where the replies are those of several offices, each is named with its own.
    """
    inspection = register.inspections_by_id[one.inspection]
    are_of_several = len({document.body for document in inspection.replies}) > 1
    read = {document.id: document for document in inspection.documents}
    return [
        Said(
            upper_first(place_name(read[reply.document], reply.paragraph))
            + (f" ({register.bodies_by_id[read[reply.document].body].name})" if are_of_several else ""),
            reply.excerpt or "",
            reply.answer,
            points=tuple(register.entries_by_id[f"{one.inspection}.{entry}"] for entry in reply.entries),
        )
        for reply in one.replies
    ]


def said_later(register: Register, one: Recommendation) -> Iterator[Said]:
    """Yield what later texts say of a recommendation, in the order of the file."""
    for later in one.later:
        document = register.documents_by_id.get(later.document or "")
        where = upper_first(place_name(document, later.paragraph)) if document else "Elsewhere"
        yield Said(where, later.excerpt or "", summary=later.summary, address=later.address or "")


def name(one: Recommendation) -> str:
    """Name a recommendation as its document does: “Recommendation 2a”, “Cause of concern”."""
    return f"{one.kind.label} {one.number}" if one.number else one.kind.label


def asked(register: Register, one: Recommendation) -> str:
    """Say who is asked, and by when if that is stated: asked of Testshire Police, “within six months”."""
    due = f", “{one.due.printed}”" if one.due else ""
    return f"asked of {register.bodies_by_id[one.addressee].short}{due}"
