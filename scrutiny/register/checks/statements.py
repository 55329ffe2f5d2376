"""Rules on what a curator says across documents: highlights, and questions written by hand."""

import re
from collections.abc import Iterator

from scrutiny.register.checks.context import Draft, entries_written, is_unread, problem, unknown_reference
from scrutiny.register.dates import MONTHS
from scrutiny.register.files import ENTRY_FILES
from scrutiny.register.numbers import numbers_in
from scrutiny.register.problems import Problem
from scrutiny.register.records import AskedQuestion, Highlight, Question
from scrutiny.register.vocabulary import BodyKind

MOST_HIGHLIGHT_WORDS = 35
MOST_SHORT_WORDS = 13
MOST_QUESTION_WORDS = 25
VERDICTS = frozenset(
    ("fail", "fails", "failed", "failing", "failings", "failure", "failures", "ignore", "ignores", "ignored",
     "ignoring", "neglect", "neglects", "neglected", "kept", "broke", "broken", "refused", "dismissed", "poor",
     "poorly", "bad", "badly", "worse", "worst", "good", "better", "best", "excellent", "outstanding", "inadequate",
     "inadequately", "unacceptable", "unacceptably", "disappointing", "shocking", "alarming", "impressive",
     "success", "successful", "successfully")
)  # fmt: skip
"""Words that pass a verdict; in quotation marks they are a document's own."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[a-z]+")
# A year, a span of years, or a day of a month: such dates are free, any other number is not.
_DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:19|20)\d\d(?:[–/-]\d{{2}}(?:\d\d)?)?)\b(?![,.]\d)")
_NO_NUMBERS = ("no", "one")  # as words of a sentence they seldom count anything


def statements_rest_on_entries(draft: Draft) -> Iterator[Problem]:
    """A highlight or a question, asked before or not, names the entries on which it rests by full id, each once."""
    known = entries_written(draft)
    register = draft.register
    statements: list[Highlight | Question | AskedQuestion]
    statements = [*register.highlights, *register.questions, *register.asked]
    for record in statements:
        if not record.entries:
            yield problem(record, "names no entry; name those on which it rests", "entries")
        if len(set(record.entries)) < len(record.entries):
            yield problem(record, "the same entry is named twice", "entries")
        for index, entry in enumerate(record.entries):
            if entry not in known and not is_unread(draft, entry, *ENTRY_FILES):
                yield unknown_reference(record, "entries", index, value=entry, known=known, place="the register")


def highlights_are_short(draft: Draft) -> Iterator[Problem]:
    """A highlight has at most 35 words, and its short form for a slide at most 13."""
    for highlight in draft.register.highlights:
        for field, text in _sentences(highlight):
            count, most = len(text.split()), MOST_HIGHLIGHT_WORDS if field == "sentence" else MOST_SHORT_WORDS
            if count > most:
                what = "a highlight" if field == "sentence" else "its short form"
                yield problem(highlight, f"{count} words; {what} has at most {most}", field)


def highlights_pass_no_verdict(draft: Draft) -> Iterator[Problem]:
    """A highlight has no word of a short list that passes a verdict, but in quotation marks."""
    for highlight in draft.register.highlights:
        for field, text in _sentences(highlight):
            words = _WORD.findall(_QUOTED.sub(" ", text).lower())
            for verdict in sorted(VERDICTS.intersection(words)):
                message = f"“{verdict}” passes a verdict; say what was written, or quote it"
                yield problem(highlight, message, field, value=verdict)


def highlights_give_numbers_that_are_printed(draft: Draft) -> Iterator[Problem]:
    """A number in a highlight, in digits or in words, is printed in one of its entries; dates are free."""
    entries = draft.register.entries_by_id
    for highlight in draft.register.highlights:
        if any(entry not in entries for entry in highlight.entries):
            continue  # which is reported elsewhere
        quoted = [words for entry in highlight.entries for _, words in entries[entry].quotations()]
        printed = {value for words in quoted for number in numbers_in(words) for value in number.values}
        for field, text in _sentences(highlight):
            for number in numbers_in(_DATE.sub(" ", text)):
                if printed.isdisjoint(number.values) and number.text.lower() not in _NO_NUMBERS:
                    message = f"{number.text} is printed in none of its entries"
                    yield problem(highlight, message, field, value=number.text)


def questions_can_be_asked_aloud(draft: Draft) -> Iterator[Problem]:
    """A question written by hand has at most 25 words and ends with a question mark."""
    for question in draft.register.questions:
        count = len(question.text.split())
        if count > MOST_QUESTION_WORDS:
            yield problem(question, f"{count} words; a question has at most {MOST_QUESTION_WORDS}", "text")
        if not question.text.endswith("?"):
            yield problem(question, "must end with a question mark", "text")


def questions_are_addressed_to_a_commissioner(draft: Draft) -> Iterator[Problem]:
    """A question is addressed to a body of the kind “commissioner”: the Commissioner, or the Deputy who signed."""
    kinds = {body.id: body.kind for body in draft.register.bodies if not body.is_placeholder("kind")}
    for question in draft.register.questions:
        # A body that is not known is reported elsewhere.
        if kinds.get(question.addressed_to, BodyKind.COMMISSIONER) is not BodyKind.COMMISSIONER:
            message = f"{question.addressed_to} is not a commissioner or a deputy"
            yield problem(question, message, "addressed_to", value=question.addressed_to)


def _sentences(highlight: Highlight) -> list[tuple[str, str]]:
    return [("sentence", highlight.sentence), *([("short", highlight.short)] if highlight.short else [])]
