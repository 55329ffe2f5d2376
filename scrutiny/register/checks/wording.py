"""Rules on wording: quotations word for word, excerpts, summaries, figures as printed, and acronyms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from scrutiny.register.checks.context import Draft, problem, quotations, summaries, texts_with_paths
from scrutiny.register.numbers import numbers_in
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.places import Place
from scrutiny.register.problems import Fix, Problem, Severity
from scrutiny.register.quoting import find, fold, nearest, stands_in
from scrutiny.register.records import Entry, Event, Inspection, Recommendation, Record

EXCERPT_WORDS = (5, 20)
SUMMARY_LENGTH = 160
WORDS_OF_A_TEXT = 4
NAME_LENGTH = 160
TEXT_LENGTH = 1_000
_NAMES = frozenset(("title", "short_title", "label", "name", "acronym", "id", "expansion", "area", "unit"))
_ACRONYM = re.compile(r"\b[A-Z]{2,}")  # as far as the capitals go: GPs is GP
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘\"'(]")


def quotations_stand_in_their_paragraph(draft: Draft) -> Iterator[Problem]:
    """Where the documents are at hand, quoted words stand in the paragraph named, word for word.

    What printers and copies vary makes no difference: white space, quotation marks, dashes, dots, ligatures, hyphens
    at the end of a line, footnote marks.
    """
    for quotation in quotations(draft.register):
        text = draft.texts.get(quotation.document)
        if text is not None and not stands_in(quotation.words, text.get(quotation.place, "")):
            message = f"not word for word in {quotation.place.label}; {_where(quotation.words, quotation.place, text)}"
            told = problem(quotation.record, message, *quotation.path, value=quotation.words)
            whole = quotation.record if not quotation.part and not isinstance(quotation.record, Inspection) else None
            yield replace(told, fix=_right_place(whole, text)) if whole else told


def _right_place(record: Entry | Event, text: Paragraphs) -> Fix | None:
    """Return the one place in which all that a record quotes stands, if there is one and no other."""
    words = [words for _, words in record.quotations()] if isinstance(record, Entry) else [record.excerpt or ""]
    places = [place for place, there in text.items() if all(stands_in(each, there) for each in words)]
    return Fix(record.origin.line("paragraph"), "paragraph", str(places[0])) if len(places) == 1 else None


def _where(words: str, place: Place, text: Paragraphs) -> str:
    """Say where in a document words stand that do not stand in their place, or what there is most like them."""
    for other, there in text.items():
        if stands_in(words, there):
            return f"it stands in {other.label}"
    for block in text.blocks:
        if block.reason and stands_in(words, block.text):
            return f"it stands where nothing is counted ({block.reason})"
    if stands_in(words, "\n".join(text.values())):
        return "it goes on from one paragraph into the next; quote from one of them"
    for other in (place, *text):
        if found := find(words, text.get(other, ""), any_case=True):
            same = find(words[1:], found[0][1:]) is not None
            differs = "its first letter" if same else "capital letters"
            return f"but for {differs} it stands in {other.label}, as “{fold(found[0])}”"
    like = nearest(words, text)
    return f"nearest in {like[0].label}: “{like[1]}”" if like else "it stands nowhere in the document"


def excerpts_are_short(draft: Draft) -> Iterator[Problem]:
    """An excerpt has 5 to 20 words: enough to find it, too few to stand for the document."""
    least, most = EXCERPT_WORDS
    for record in draft.register.items:
        replies = record.replies if isinstance(record, Recommendation) else ()
        excerpts = [(path[:-1], excerpt) for path, _, excerpt in summaries(record)]
        excerpts += [(("replies", index), reply.excerpt) for index, reply in enumerate(replies)]
        for part, excerpt in excerpts:
            if excerpt and not least <= (count := len(excerpt.split())) <= most:
                message = f"{count} words; an excerpt has {least} to {most}"
                yield problem(record, message, *part, "excerpt", value=excerpt)


def summaries_are_one_sentence(draft: Draft) -> Iterator[Problem]:
    """A summary is one sentence of ours under 160 characters that ends in a full stop and is not the excerpt."""
    for record in draft.register.items:
        for path, summary, excerpt in summaries(record):
            if len(summary) >= SUMMARY_LENGTH:
                yield problem(record, f"{len(summary)} characters; keep it under {SUMMARY_LENGTH}", *path)
            if not summary.endswith(".") or _SENTENCE_END.search(summary):
                yield problem(record, "must be one sentence that ends in a full stop", *path, value=summary)
            if excerpt and _plain(summary) == _plain(excerpt):
                yield problem(record, "repeats the excerpt; say it in our own words", *path, value=summary)


def texts_can_be_taken_in(draft: Draft) -> Iterator[Problem]:
    """A name (title, label, acronym …) over 160 characters, or any text over 1,000, is a warning: charts cut it off."""
    for record in (draft.register.settings, *chain(*draft.register.lists.values())):
        for path, text in texts_with_paths(record):
            most = NAME_LENGTH if path[-1] in _NAMES else TEXT_LENGTH
            if len(text) > most:
                message = f"{len(text):,} characters; over {most:,} nobody takes it in, and charts cut it off"
                yield problem(record, message, *path, severity=Severity.WARNING)


def words_are_not_those_of_the_templates(draft: Draft) -> Iterator[Problem]:
    """A text of four words or more that stands in a template was left there by mistake."""
    for record in draft.register.own_words():
        for path, text in texts_with_paths(record):
            if text in draft.templates and len(text.split()) >= WORDS_OF_A_TEXT:
                yield problem(record, "has the words of the template; put in your own, or leave the field out", *path)


def figures_are_printed(draft: Draft) -> Iterator[Problem]:
    """A figure's value stands in its excerpt, in digits or in words; of “£1.2m” it is 1.2 or 1200000."""
    for figure in draft.register.figures:
        if not any(Decimal(str(figure.value)) in number.values for number in numbers_in(fold(figure.excerpt))):
            yield problem(figure, f"{figure.value} is not printed in the excerpt", "value", value=str(figure.value))


def acronyms_are_explained(draft: Draft) -> Iterator[Problem]:
    """An acronym in a summary, excerpt, highlight, question or comment that the glossary lacks is a warning."""
    if "glossary.yaml" in draft.unread:
        return
    explained = {term.id for term in draft.register.glossary}
    texts: list[tuple[Record, tuple[str | int, ...], str]] = [
        (record, path, f"{summary} {excerpt or ''}")
        for record in draft.register.items
        for path, summary, excerpt in summaries(record)
    ]
    for name in ("highlights", "questions", "asked", "comments"):
        said = [(one, path, text) for one in draft.register.lists[name] for path, text in texts_with_paths(one)]
        texts += [(one, path, text) for one, path, text in said if path in {("sentence",), ("text",), ("answer",)}]
    for record, path, text in texts:
        for acronym in sorted(set(_ACRONYM.findall(text)) - explained):
            message = f"{acronym} is not in glossary.yaml"
            yield problem(record, message, *path, value=acronym, severity=Severity.WARNING)


def _plain(text: str) -> str:
    """Return a text as it is compared with another: folded, in small letters, without full stops at its ends."""
    return fold(text).strip(".").lower()
