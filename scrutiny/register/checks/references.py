"""Rules on references: whatever a record names or says of a document is there, and where it belongs."""

import re
from collections.abc import Iterator

from scrutiny.register.checks.context import (
    Draft,
    body_references,
    entries_written,
    ids_written,
    is_unread,
    place_exists,
    problem,
    quotations,
    unknown_reference,
    with_documents,
)
from scrutiny.register.files import ENTRY_FILES
from scrutiny.register.places import BODY, Part
from scrutiny.register.problems import Problem
from scrutiny.register.records import Action, Body, Commitment, Entry, Event, Finding, Theme
from scrutiny.register.vocabulary import BodyKind, Polarity, Voice

MOST_THEMES = 3
_NAMED_ID = re.compile(r"\b[CSAKFRE]\d{2,3}\b")


def themes_exist(draft: Draft) -> Iterator[Problem]:
    """Every theme that an entry names stands in themes.yaml; an entry has one to three, each once."""
    known = draft.written.get(Theme, set())
    for record in draft.register.items:
        for index, theme in enumerate(record.themes):
            if theme not in known and "themes.yaml" not in draft.unread:
                yield unknown_reference(record, "themes", index, value=theme, known=known, place="themes.yaml")
        if len(set(record.themes)) < len(record.themes):
            yield problem(record, "the same theme is named twice", "themes")
        if isinstance(record, Entry) and not 1 <= len(record.themes) <= MOST_THEMES:
            message = f"{len(record.themes)} themes; name one to {MOST_THEMES}, the main one first"
            yield problem(record, message, "themes")


def bodies_exist(draft: Draft) -> Iterator[Problem]:
    """Every body that is named (about whom, by whom, who must act, who vouches) stands in bodies.yaml."""
    if "bodies.yaml" in draft.unread:
        return
    known = draft.written.get(Body, set())
    for record, path, body in body_references(draft.register):
        if body and body not in known:  # none is named where register.yaml could not be read
            yield unknown_reference(record, *path, value=body, known=known, place="bodies.yaml")


def documents_exist(draft: Draft) -> Iterator[Problem]:
    """An entry names a document of its own inspection that is held; an event names one as inspection.document."""
    for entry in draft.register.entries:
        inspection = draft.register.inspections_by_id.get(entry.inspection)
        if inspection:
            known = {document.id: document for document in inspection.documents}
            if entry.document not in known:
                yield unknown_reference(entry, "document", value=entry.document, known=known, place="inspection.yaml")
            elif not known[entry.document].held:
                yield problem(entry, f"{entry.document} is not held, so nothing can be quoted from it", "document")
    documents = draft.register.documents_by_id
    for event in draft.register.events:
        document = documents.get(event.document or "")
        if event.document and not document and not is_unread(draft, event.document, "inspection.yaml"):
            yield unknown_reference(event, "document", value=event.document, known=documents, place="any inspection")
        if document and not document.held:
            yield problem(event, f"{event.document} is not held, so nothing can be quoted from it", "document")


def events_can_be_looked_up(draft: Draft) -> Iterator[Problem]:
    """An event can be looked up: in a document, of which it gives the paragraph and an excerpt, or at an address."""
    for event in draft.register.events:
        if bool(event.document) + bool(event.paragraph) + bool(event.excerpt) not in (0, 3):
            yield problem(event, "document, paragraph and excerpt go together: give all or none", "document")
        if not event.document and not event.address:
            yield problem(event, "has neither a document nor an address to show where it is from", "")


def held_documents_can_be_found(draft: Draft) -> Iterator[Problem]:
    """A document that is held says how many paragraphs it has and in which file it is kept."""
    for inspection in draft.register.inspections:
        for index, document in enumerate(inspection.documents):
            if document.held and not (document.paragraphs and document.file):
                message = f"{document.id} is held, so it needs paragraphs and file"
                yield problem(inspection, message, "documents", index)


def grades_are_the_inspectorates(draft: Draft) -> Iterator[Problem]:
    """A grade is quoted from a document of its inspection that was read, and never worked out."""
    for inspection in draft.register.inspections:
        held = [document.id for document in inspection.documents if document.held]
        for index, grade in enumerate(inspection.grades):
            if grade.document not in held:
                place = "the documents that were read"
                path = ("grades", index, "document")
                yield unknown_reference(inspection, *path, value=grade.document, known=held, place=place)


def paragraphs_exist(draft: Draft) -> Iterator[Problem]:
    """A paragraph or note that is named lies within the number that the document has."""
    for quotation in quotations(draft.register):
        document = draft.register.documents_by_id.get(quotation.document)
        # what is wrong with the document is reported elsewhere
        if document and document.paragraphs and not place_exists(quotation.place, document):
            notes = f" and note {document.notes}" if document.notes else ""
            message = f"{document.id} ends with paragraph {document.paragraphs}{notes}"
            yield problem(quotation.record, message, *quotation.part, "paragraph", value=str(quotation.place))


def paragraph_counts_agree(draft: Draft) -> Iterator[Problem]:
    """Where a document is at hand, it has as many paragraphs and notes as its inspection.yaml says."""
    for inspection in draft.register.inspections:
        for index, document in enumerate(inspection.documents):
            text = draft.texts.get(f"{inspection.id}.{document.id}")
            if text is None:
                continue
            for field, parts in (("paragraphs", BODY), ("notes", (Part.NOTE,))):
                counted = sum(place.part in parts for place in text)
                stated = getattr(document, field)
                if counted != (stated or 0):
                    message = f"says {stated or 0}, but {document.file} has {counted}"
                    yield problem(inspection, message, "documents", index, field)


def voices_fit_their_document(draft: Draft) -> Iterator[Problem]:
    """The inspectorate speaks only in its own documents; any other reports, quotes, or gives its author's view."""
    kinds = {body.id: body.kind for body in draft.register.bodies if not body.is_placeholder("kind")}
    for entry, document in with_documents(draft.register):
        # A body that is not known is reported elsewhere.
        own = kinds.get(document.body, BodyKind.INSPECTORATE) is BodyKind.INSPECTORATE
        if entry.voice is Voice.INSPECTORATE and not own:
            yield problem(entry, f"inspectorate, but {document.id} is by {document.body}", "voice", value=entry.voice)
        if entry.voice is not Voice.INSPECTORATE and kinds.get(document.body) is BodyKind.INSPECTORATE:
            message = f"{entry.voice} belongs in a reply or the like; {document.id} is the inspectorate’s own"
            yield problem(entry, message, "voice", value=entry.voice)


def answers_belong_to_concerns_in_replies(draft: Draft) -> Iterator[Problem]:
    """Every concern of an inspection with a reply says what answers it ([] for nothing); nothing else has answers.

    Nor has a concern that says again what another document found: its answers stand there.
    """
    for entry, _ in with_documents(draft.register):
        if not isinstance(entry, Finding):
            continue
        replied = bool(draft.register.inspections_by_id[entry.inspection].replies)
        expected = replied and entry.polarity is Polarity.CONCERN and not entry.restates
        if expected and entry.answers is None:
            yield problem(entry, "is missing; write [] if nothing in the reply answers the concern", "answers")
        if not expected and entry.answers is not None:
            yield problem(entry, "belongs to concerns of an inspection with a reply only", "answers")


def what_is_said_again_is_counted_once(draft: Draft) -> Iterator[Problem]:
    """A finding that restates another names one of the same kind, in another document of the same inspection."""
    findings = {finding.full_id: finding for finding in draft.register.findings}
    written = ids_written(draft, Finding)
    for finding in draft.register.findings:
        if not finding.restates:
            continue
        known = written.get(finding.inspection, set())
        first = findings.get(f"{finding.inspection}.{finding.restates}")
        if finding.restates not in known and not is_unread(draft, finding.full_id, "findings.yaml"):
            yield unknown_reference(finding, "restates", value=finding.restates, known=known, place="findings.yaml")
        elif first and (first.restates or first.document == finding.document or first.polarity != finding.polarity):
            message = f"{first.id} must be of the same kind, stand in another document, and restate nothing"
            yield problem(finding, message, "restates", value=first.id)


def answers_exist(draft: Draft) -> Iterator[Problem]:
    """A concern is answered by commitments, needs and actions of the same inspection, each named once."""
    written = ids_written(draft, Action, Commitment)
    for finding in draft.register.findings:
        known = written.get(finding.inspection, set())
        for index, answer in enumerate(finding.answers or ()):
            if answer not in known and not is_unread(draft, finding.full_id, "actions.yaml", "commitments.yaml"):
                place = "this inspection’s actions and commitments"
                yield unknown_reference(finding, "answers", index, value=answer, known=known, place=place)
        if len(set(finding.answers or ())) != len(finding.answers or ()):
            yield problem(finding, "the same answer is named twice", "answers")


def answers_are_from_a_reply(draft: Draft) -> Iterator[Problem]:
    """A concern is answered by what stands in a reply, an action plan or the like: not in an inspectorate's text."""
    inspectorates = {body.id for body in draft.register.bodies if body.kind is BodyKind.INSPECTORATE}
    documents = {entry.full_id: document for entry, document in with_documents(draft.register)}
    for finding in draft.register.findings:
        for index, answer in enumerate(finding.answers or ()):
            document = documents.get(f"{finding.inspection}.{answer}")
            if document and document.body in inspectorates:
                message = f"{answer} is from {document.id}, which is the inspectorate’s own"
                yield problem(finding, message, "answers", index, value=answer)


def general_promises_answer_nothing(draft: Draft) -> Iterator[Problem]:
    """A general promise, which is about a report as a whole, answers no single concern."""
    general = {entry.full_id for entry in draft.register.commitments if entry.general}
    for finding in draft.register.findings:
        for index, answer in enumerate(finding.answers or ()):
            if f"{finding.inspection}.{answer}" in general:
                message = f"{answer} is a general promise, which answers no single concern"
                yield problem(finding, message, "answers", index, value=answer)


def needs_are_taken_on_by_nobody(draft: Draft) -> Iterator[Problem]:
    """A need has no general, owner, specific, due or measure; an undertaking or an expectation has specific."""
    for need in draft.register.needs:
        for field in ("general", "owner", "specific", "due", "measure"):
            if field in need.model_fields_set:
                yield problem(need, "belongs to undertakings and expectations only; nobody takes a need on", field)
    for commitment in draft.register.commitments:
        if commitment.specific is None:
            yield problem(commitment, "is missing; write true if one could tell whether it was done", "specific")


def silence_is_about_later_documents(draft: Draft) -> Iterator[Problem]:
    """Only a concern has not_mentioned_in: documents of other inspections that are held, each named once."""
    documents = draft.register.documents_by_id
    for finding in draft.register.findings:
        named = finding.not_mentioned_in
        if named and finding.polarity is not Polarity.CONCERN:
            yield problem(finding, "belongs to concerns only", "not_mentioned_in")
        if len(set(named)) < len(named):
            yield problem(finding, "the same document is named twice", "not_mentioned_in")
        for index, name in enumerate(named):
            document = documents.get(name)
            path = ("not_mentioned_in", index)
            if name.partition(".")[0] == finding.inspection:
                yield problem(finding, f"{name} is of the same inspection", *path, value=name)
            elif document and not document.held:
                yield problem(finding, f"{name} is not held, so nobody has read it for this", *path, value=name)
            elif not document and not is_unread(draft, name, "inspection.yaml"):
                yield unknown_reference(finding, *path, value=name, known=documents, place="any inspection")


def silence_is_contradicted_by_no_pair(draft: Draft) -> Iterator[Problem]:
    """A concern is not said to be unmentioned in a document of which an entry is paired with it."""
    entries = draft.register.entries_by_id
    mentions = {
        (pair.earlier, f"{later.inspection}.{later.document}"): pair.id
        for pair in draft.register.pairs
        if (later := entries.get(pair.later))
    }
    for finding in draft.register.findings:
        for index, name in enumerate(finding.not_mentioned_in):
            if pair_id := mentions.get((finding.full_id, name)):
                message = f"but {pair_id} pairs an entry of {name} with this concern"
                yield problem(finding, message, "not_mentioned_in", index, value=name)


def notes_point_to_entries(draft: Draft) -> Iterator[Problem]:
    """An id that a note names (A05, or F01 to F04) is an entry of the same inspection, or an event."""
    written = ids_written(draft, *ENTRY_FILES.values())
    events = draft.written.get(Event, set())
    for entry in draft.register.entries:
        names = _NAMED_ID.findall(entry.note or "")
        if not names or "events.yaml" in draft.unread or is_unread(draft, entry.full_id, *ENTRY_FILES):
            continue
        known = written.get(entry.inspection, set())
        for name in names:
            if name not in known and name not in events:
                yield unknown_reference(entry, "note", value=name, known=known | events, place="this inspection")


def paired_entries_exist(draft: Draft) -> Iterator[Problem]:
    """A pair names two entries of the register by their full ids, and not what only says again another finding."""
    again = {finding.full_id: finding.restates for finding in draft.register.findings if finding.restates}
    known = entries_written(draft)
    for pair in draft.register.pairs:
        for side in ("later", "earlier"):
            if getattr(pair, side) not in known and not is_unread(draft, getattr(pair, side), *ENTRY_FILES):
                yield unknown_reference(pair, side, value=getattr(pair, side), known=known, place="the register")
            elif first := again.get(getattr(pair, side)):
                yield problem(pair, f"only says again {first}; name that", side, value=getattr(pair, side))
