"""Rules on use: templates of questions can be filled in, the contact is, and what is defined is used somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from scrutiny.register.checks.context import (
    Draft,
    body_references,
    duplicate_ids,
    problem,
    summaries,
    unknown_reference,
)
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.records import Record, Term
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Gap

_OF_AN_ENTRY = ("words", "place")
TEMPLATE_WORDS: Mapping[Gap, tuple[str, ...]] = {
    **dict.fromkeys(Gap, _OF_AN_ENTRY),
    Gap.DATE_PASSED: (*_OF_AN_ENTRY, "due"),
    Gap.STRONG_PAIR: (*_OF_AN_ENTRY, "earlier_words", "earlier_place"),
}
"""What the template of each kind of question can have filled in, in braces."""

CONTACT_PLACEHOLDER = "To be filled in by whoever runs this dashboard"


def templates_can_be_filled_in(draft: Draft) -> Iterator[Problem]:
    """A question's template names in braces only what its kind of gap can fill in; each kind has one template."""
    yield from duplicate_ids((template.id, template) for template in draft.register.question_templates)
    for template in draft.register.question_templates:
        known = TEMPLATE_WORDS[template.id]
        try:
            parts = [(name, form or conversion) for _, name, form, conversion in Formatter().parse(template.text)]
        except ValueError:
            yield problem(template, "has a brace that is not closed; write {words} or leave braces out", "text")
            continue
        for name, extra in parts:
            if name is None:
                continue
            if extra:
                yield problem(template, f"write {{{name}}} without : or ! inside the braces", "text")
            if name not in known:
                place = f"the words of this question ({', '.join(known)})"
                yield unknown_reference(template, "text", value=name, known=known, place=place)


def contact_is_filled_in(draft: Draft) -> Iterator[Problem]:
    """A contact that is still to be filled in is a warning: readers must know whom to tell of a mistake."""
    settings = draft.register.settings
    if settings.contact == CONTACT_PLACEHOLDER:
        message = "is still to be filled in: name whom to write to about a mistake"
        yield problem(settings, message, "contact", severity=Severity.WARNING)


def everything_is_used(draft: Draft) -> Iterator[Problem]:
    """A theme, body or glossary term that nothing uses is a warning: perhaps it was mistyped where it was meant.

    Nothing is said of it while a file or a field cannot be read, for it may be used there.
    """
    if draft.unread:
        return
    register = draft.register
    themes = {theme for record in register.items for theme in record.themes}
    bodies = {body for _, _, body in body_references(register)}
    terms = used_terms(register)
    unused: list[tuple[str, Iterable[Record]]] = [
        ("theme", (theme for theme in register.themes if theme.id not in themes)),
        ("body", (body for body in register.bodies if body.id not in bodies)),
        ("term", (term for term in register.glossary if term not in terms)),
    ]
    for noun, records in unused:
        for record in records:
            yield problem(record, f"nothing uses this {noun}", "id", severity=Severity.WARNING)


def used_terms(register: Register) -> list[Term]:
    """Return the terms of the glossary that stand in some text."""
    text = " ".join(_texts(register))
    return [term for term in register.glossary if term.id in text]


def _texts(register: Register) -> Iterator[str]:
    """Yield every text in which a glossary term could be used."""
    for record in register.items:
        for _, summary, excerpt in summaries(record):
            yield f"{summary} {excerpt or ''} {record.note or ''}"
    for inspection in register.inspections:
        yield f"{inspection.title} {inspection.note or ''}"
        for document in inspection.documents:
            yield f"{document.title} {document.note or ''}"
    yield from (highlight.sentence for highlight in register.highlights)
    yield from (question.text for question in register.questions)
    for asked in register.asked:
        yield " ".join([asked.text, asked.answer or "", *(came.summary for came in asked.came)])
    yield from (comment.text for comment in register.comments)
