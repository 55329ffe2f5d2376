"""Rules on recommendations: they are inspectors', and what replies and later texts say of them can be looked up."""

from collections.abc import Iterator

from scrutiny.register.checks.context import Draft, ids_written, is_unread, problem, unknown_reference, with_documents
from scrutiny.register.problems import Problem
from scrutiny.register.records import Action, Commitment
from scrutiny.register.vocabulary import Acceptance, Voice


def recommendations_are_inspectors(draft: Draft) -> Iterator[Problem]:
    """A recommendation is inspectors' own, or told or quoted as theirs: never the view of a reply's author."""
    for one in draft.register.recommendations:
        if one.voice is Voice.RESPONDENT:
            message = "a recommendation is an inspectorate’s; what a reply’s author asks for is an expectation"
            yield problem(one, message, "voice", value=one.voice)


def recommendations_are_answered_in_replies(draft: Draft) -> Iterator[Problem]:
    """A recommendation has what each reply that was read says to it, each reply once."""
    for one in draft.register.recommendations:
        inspection = draft.register.inspections_by_id.get(one.inspection)
        if not inspection:
            continue  # which is reported elsewhere
        replies = [document.id for document in inspection.replies]
        named = [reply.document for reply in one.replies]
        if missing := [document for document in replies if document not in named]:
            yield problem(one, f"does not have what {missing[0]} says to it; write not_stated if nothing", "replies")
        for index, document in enumerate(named):
            path = ("replies", index, "document")
            if document not in replies:
                yield unknown_reference(one, *path, value=document, known=replies, place="the replies that were read")
            if document in named[:index]:
                yield problem(one, "the same reply is named twice", *path, value=document)


def answers_to_recommendations_have_words(draft: Draft) -> Iterator[Problem]:
    """A reply that accepts a recommendation or does not is quoted; one without words to it is “not_stated”."""
    for one in draft.register.recommendations:
        for index, reply in enumerate(one.replies):
            if bool(reply.excerpt) != bool(reply.paragraph):
                yield problem(one, "excerpt and paragraph go together: give both or none", "replies", index)
            elif not reply.excerpt and reply.answer is not Acceptance.NOT_STATED:
                message = f"{reply.answer} needs the reply’s words, as excerpt and paragraph"
                yield problem(one, message, "replies", index, "excerpt")


def what_is_done_is_from_the_same_reply(draft: Draft) -> Iterator[Problem]:
    """What is said to be done about a recommendation are actions, commitments and needs of the reply that says so."""
    documents = {entry.full_id: document.id for entry, document in with_documents(draft.register)}
    written = ids_written(draft, Action, Commitment)
    for one in draft.register.recommendations:
        known = written.get(one.inspection, set())
        named = [
            (("replies", index, "entries", place), reply.document, entry)
            for index, reply in enumerate(one.replies)
            for place, entry in enumerate(reply.entries)
        ]
        for path, document, entry in named:
            if entry not in known:
                if not is_unread(draft, one.full_id, "actions.yaml", "commitments.yaml"):
                    where = "this inspection’s actions and commitments"
                    yield unknown_reference(one, *path, value=entry, known=known, place=where)
            elif documents.get(f"{one.inspection}.{entry}", document) != document:
                yield problem(one, f"{entry} is not from {document}", *path, value=entry)


def later_words_can_be_looked_up(draft: Draft) -> Iterator[Problem]:
    """What a later text says of a recommendation can be looked up: in a document that was read, or at an address."""
    documents = draft.register.documents_by_id
    for one in draft.register.recommendations:
        for index, later in enumerate(one.later):
            path = ("later", index)
            if bool(later.document) + bool(later.paragraph) + bool(later.excerpt) not in (0, 3):
                yield problem(one, "document, paragraph and excerpt go together: give all or none", *path)
            if not later.document and not later.address:
                yield problem(one, "has neither a document nor an address to show where it is from", *path)
            document = documents.get(later.document or "")
            if document and not document.held:
                yield problem(one, f"{later.document} is not held, so nothing can be quoted from it", *path)
            elif later.document and not document and not is_unread(draft, later.document, "inspection.yaml"):
                yield unknown_reference(
                    one, *path, "document", value=later.document, known=documents, place="any inspection"
                )
