"""Rules on wording: quotations word for word, excerpts, summaries, figures as printed, and acronyms."""

import re
from collections.abc import Iterator
from itertools import chain

from scrutiny.register.checks.context import Draft, problem, quotations, summaries, texts_with_paths
from scrutiny.register.paragraphs import fold
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.records import Figure, Record

EXCERPT_WORDS = (5, 20)
SUMMARY_LENGTH = 160
NAME_LENGTH = 160
TEXT_LENGTH = 1_000
_NAMES = frozenset(("title", "short_title", "label", "name", "acronym", "id", "expansion", "area", "unit"))
_CAPITALS = re.compile("[A-Z]{2,}")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘\"'(]")
_NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def quotations_stand_in_their_paragraph(draft: Draft) -> Iterator[Problem]:
    """Where the documents are at hand, quoted words stand in the paragraph named, word for word.

    White space, quotation marks and dashes are folded; nothing else is.
    """
    for quotation in quotations(draft) if draft.texts else ():
        text = draft.texts.get(quotation.document)
        if text is None or fold(quotation.words) in fold(text.get(quotation.place, "")):
            continue
        elsewhere = [place.label for place, words in text.items() if fold(quotation.words) in fold(words)]
        hint = f"; it stands in {elsewhere[0]}" if elsewhere else "; it stands nowhere in the document"
        message = f"not word for word in {quotation.place.label}{hint}"
        yield problem(quotation.record, message, *quotation.path, value=quotation.words)


def excerpts_are_short(draft: Draft) -> Iterator[Problem]:
    """An excerpt has 5 to 20 words: enough to find it, too few to stand for the document."""
    least, most = EXCERPT_WORDS
    for record in draft.register.items:
        for path, _, excerpt in summaries(record):
            count = len(excerpt.split()) if excerpt else least
            if not least <= count <= most:
                message = f"{count} words; an excerpt has {least} to {most}"
                yield problem(record, message, *path[:-1], "excerpt", value=excerpt)


def summaries_are_one_sentence(draft: Draft) -> Iterator[Problem]:
    """A summary is one sentence of ours under 160 characters that ends in a full stop and is not the excerpt."""
    for record in draft.register.items:
        for path, summary, excerpt in summaries(record):
            if len(summary) >= SUMMARY_LENGTH:
                yield problem(record, f"{len(summary)} characters; keep it under {SUMMARY_LENGTH}", *path)
            if not summary.endswith(".") or _SENTENCE_END.search(summary):
                yield problem(record, "must be one sentence that ends in a full stop", *path, value=summary)
            if excerpt and _begin_alike(summary, excerpt) and _plain(summary) == _plain(excerpt):
                yield problem(record, "repeats the excerpt; say it in our own words", *path, value=summary)


def texts_can_be_taken_in(draft: Draft) -> Iterator[Problem]:
    """A name (title, label, acronym …) over 160 characters, or any text over 1,000, is a warning: charts cut it off."""
    register = draft.register
    lists = (register.themes, register.bodies, register.glossary, register.inspections, register.pairs,
             register.questions)  # fmt: skip
    for record in (register.settings, *chain(*lists), *register.items):
        if not _may_be_long(record):
            continue
        for path, text in texts_with_paths(record):
            most = NAME_LENGTH if path[-1] in _NAMES else TEXT_LENGTH
            if len(text) > most:
                message = f"{len(text):,} characters; over {most:,} nobody takes it in, and charts cut it off"
                yield problem(record, message, *path, severity=Severity.WARNING)


def figures_are_printed(draft: Draft) -> Iterator[Problem]:
    """A figure's value stands in its excerpt, in digits or in words."""
    for figure in draft.register.figures:
        printed = fold(figure.excerpt).lower()
        if not any(_is_printed(form, printed) for form in _forms(figure)):
            yield problem(figure, f"{figure.value} is not printed in the excerpt", "value", value=str(figure.value))


def acronyms_are_explained(draft: Draft) -> Iterator[Problem]:
    """An acronym in a summary or an excerpt that the glossary lacks is a warning."""
    spelt = frozenset().union(*(use.spelt for use in draft.uses))
    if "glossary.yaml" in draft.unread or spelt <= draft.common.acronyms:
        return
    for record in draft.register.items:
        for path, summary, excerpt in summaries(record):
            for acronym in sorted(acronyms(f"{summary} {excerpt or ''}") - draft.common.acronyms):
                message = f"{acronym} is not in glossary.yaml"
                yield problem(record, message, *path, value=acronym, severity=Severity.WARNING)


def acronyms(text: str) -> set[str]:
    """Give the words of a text that begin with two or more capital letters, as far as these go: GPs is GP."""
    found = _CAPITALS.finditer(text)
    return {match[0] for match in found if not _is_within_word(text, match.start())}


def _is_within_word(text: str, place: int) -> bool:
    """Tell whether a letter of a text has another, a digit or an underscore before it."""
    before = text[place - 1 : place]
    return before.isalnum() or before == "_"


def _plain(text: str) -> str:
    """Give a text as it is compared with another: folded, in small letters, without full stops at its ends."""
    return fold(text).strip(".").lower()


def _begin_alike(first: str, second: str) -> bool:
    """Tell in little time whether two texts may be the same once they are plain."""
    letters = first[:1].lower(), second[:1].lower()
    return letters[0] == letters[1] or not (letters[0].isalnum() and letters[1].isalnum())


def _may_be_long(record: Record) -> bool:
    """Tell in little time whether a record, or a part of it, has a text that is long for a name."""
    for value in vars(record).values():
        if type(value) is str:
            if len(value) > NAME_LENGTH:
                return True
        elif type(value) is tuple:
            for part in value:
                if len(part) > NAME_LENGTH if type(part) is str else _may_be_long(part):
                    return True
        elif isinstance(value, Record) and _may_be_long(value):
            return True
    return False


def _is_printed(form: str, text: str) -> bool:
    """Tell whether a number stands in a text by itself, and not as a part of another."""
    return form in text and bool(re.search(rf"(?<![\w.,]){re.escape(form)}(?![\w]|[.,]\d)", text))


def _forms(figure: Figure) -> Iterator[str]:
    """Give the ways in which a figure's value can be printed."""
    yield f"{figure.value:,}"
    yield str(figure.value)
    if isinstance(figure.value, int) and 0 <= figure.value < len(_NUMBER_WORDS):
        yield _NUMBER_WORDS[figure.value]
