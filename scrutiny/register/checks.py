"""The rules of the register, one small generator each; the docstring of each is the rule.

Read from top to bottom this module is the specification: what is checked, then the rules one after another.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain, product
from string import Formatter
from typing import Any

from scrutiny.register.paragraphs import Place, fold
from scrutiny.register.problems import Problem, Severity, nearest, shortened
from scrutiny.register.records import (
    Action,
    Commitment,
    Dated,
    Document,
    Entry,
    Event,
    Figure,
    Finding,
    Pair,
    Record,
)
from scrutiny.register.register import MOMENTS, Register
from scrutiny.register.vocabulary import BodyKind, DocumentKind, Gap, Polarity, Voice


@dataclass(frozen=True)
class Draft:
    """A register before it is known to be right, with what the rules need beside it.

    `written` holds the ids as the files write them, valid or not, by kind of record; `texts` the paragraphs
    of the documents at hand, by inspection and document; `unread` the files that could not be read, or not whole,
    so that what refers to them is not blamed.
    """

    register: Register
    written: Mapping[str, set[str]]
    texts: Mapping[tuple[str, str], Mapping[Place, str]]
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Quotation:
    """A run of a document's own words, and where they are said to stand."""

    record: Entry | Event
    path: tuple[str | int, ...]
    words: str
    document: tuple[str, str]
    place: Place

    @property
    def is_readable(self) -> bool:
        """Tell whether the words and their place are what the file says, none of them a stand-in."""
        return not any(self.record.stands_in(*path) for path in (self.path, ("document",), ("paragraph",)))


Rule = Callable[[Draft], Iterator[Problem]]
_Step = tuple[tuple[str | int, ...], Dated | None]

EXCERPT_WORDS = (5, 20)
SUMMARY_LENGTH = 160
MOST_THEMES = 3
_OF_AN_ENTRY = ("words", "place")
QUESTION_WORDS: Mapping[Gap, tuple[str, ...]] = {
    **dict.fromkeys(Gap, _OF_AN_ENTRY),
    Gap.DATE_PASSED: (*_OF_AN_ENTRY, "due"),
    Gap.STRONG_PAIR: (*_OF_AN_ENTRY, "earlier_words", "earlier_place"),
    Gap.DOCUMENT_NOT_HELD: ("document",),
}
"""What the template of each kind of question can have filled in, in braces."""
_ENTRIES = ("findings.yaml", "actions.yaml", "commitments.yaml", "figures.yaml")
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_FOLDER = re.compile(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,}|[A-Z]{2,}(?=s\b))")
_NAMED_ID = re.compile(r"\b[CSAKFE]\d{2,3}\b")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+[A-Z“‘\"'(]")
_OF_A_STAND_IN = Problem("", 0, "", "", "", "")
"""What a rule finds wrong with a stand-in; nobody is told."""


def check(draft: Draft) -> Iterator[Problem]:
    """Apply every rule to what it can judge of a draft."""
    for rule, needed in RULES.items():
        for problem in rule(_seen(draft, needed)):
            if problem is not _OF_A_STAND_IN:
                yield replace(problem, rule=rule.__name__)


def quotations(draft: Draft) -> Iterator[Quotation]:
    """Give every run of a document's own words in the register."""
    for entry in draft.register.entries:
        for path, words in entry.quotations():
            yield Quotation(entry, path, words, (entry.inspection, entry.document), entry.paragraph)
    for event in draft.register.events:
        if event.excerpt and event.document and event.paragraph:
            inspection, _, document = event.document.partition(".")
            yield Quotation(event, ("excerpt",), event.excerpt, (inspection, document), event.paragraph)


def entry_ids_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of an entry, event or pair is the letter of its kind and two or three digits: C07."""
    numbered: list[tuple[Record, str, str]] = [(entry, entry.id, _letter(entry)) for entry in draft.register.entries]
    numbered += [(event, event.id, "E") for event in draft.register.events]
    numbered += [(pair, pair.id, "P") for pair in draft.register.pairs]
    for record, written, letter in numbered:
        if not re.fullmatch(rf"{letter}\d{{2,3}}", written, re.ASCII):
            message = f"{shortened(written)} is not {letter} and two or three digits, like {letter}07"
            yield _problem(record, message, "id", value=written)


def names_are_well_formed(draft: Draft) -> Iterator[Problem]:
    """The id of a theme, body or document is small letters; a folder is named like 2017-child-protection."""
    register = draft.register
    named: list[tuple[Record, tuple[str | int, ...], str]] = [
        *((theme, ("id",), theme.id) for theme in register.themes),
        *((body, ("id",), body.id) for body in register.bodies),
    ]
    for inspection in register.inspections:
        named += [(inspection, ("documents", i, "id"), document.id) for i, document in enumerate(inspection.documents)]
        if not _FOLDER.fullmatch(inspection.id):
            yield _problem(inspection, "its folder is not named like 2017-child-protection", value=inspection.id)
    for record, path, written in named:
        if written in MOMENTS:
            yield _problem(record, f"{shortened(written)} is the id of a date of the inspection", *path, value=written)
        if not _ID.fullmatch(written):
            message = f"{shortened(written)} is not small letters, digits and underscores"
            yield _problem(record, message, *path, value=written)


def ids_are_unique(draft: Draft) -> Iterator[Problem]:
    """No two records of a kind have the same id; an entry's id is unique within its inspection."""
    register = draft.register
    for records in (register.themes, register.bodies, register.glossary, register.events, register.pairs):
        yield from _twice((record.id, record) for record in records)
    yield from _twice((entry.full_id, entry) for entry in register.entries)
    for inspection in register.inspections:
        counted = Counter(document.id for document in inspection.documents)
        for index, document in enumerate(inspection.documents):
            if counted[document.id] > 1:
                yield _problem(inspection, f"{shortened(document.id)} is used twice", "documents", index, "id")


def themes_exist(draft: Draft) -> Iterator[Problem]:
    """Every theme that an entry names stands in themes.yaml; an entry has one to three, each once."""
    known = draft.written.get("Theme", set())
    for record in draft.register.items:
        for index, theme in enumerate(record.themes):
            if theme not in known and "themes.yaml" not in draft.unread:
                yield _unknown(record, "themes", index, value=theme, known=known, place="themes.yaml")
        most_often = max(Counter(record.themes).values(), default=0)
        if most_often > 1:
            yield _problem(record, "the same theme is named twice", "themes")
        if isinstance(record, Entry) and not 1 <= len(record.themes) <= MOST_THEMES:
            message = f"{len(record.themes)} themes; name one to {MOST_THEMES}, the main one first"
            yield _problem(record, message, "themes")


def bodies_exist(draft: Draft) -> Iterator[Problem]:
    """Every body that is named (about whom, by whom, who must act, who vouches) stands in bodies.yaml."""
    if "bodies.yaml" in draft.unread:
        return
    known = draft.written.get("Body", set())
    for record, path, body in _body_references(draft.register):
        if body and body not in known:  # none is named where register.yaml could not be read
            yield _unknown(record, *path, value=body, known=known, place="bodies.yaml")


def documents_exist(draft: Draft) -> Iterator[Problem]:
    """An entry names a document of its own inspection that is held; an event names one as inspection.document."""
    register = draft.register
    documents = {f"{inspection.id}.{document.id}": document for inspection, document in register.documents()}
    for entry in register.entries:
        inspection = register.inspections_by_id.get(entry.inspection)
        if inspection:
            known = {document.id: document for document in inspection.documents}
            if entry.document not in known:
                yield _unknown(entry, "document", value=entry.document, known=known, place="inspection.yaml")
            elif not known[entry.document].held:
                yield _problem(entry, f"{entry.document} is not held, so nothing can be quoted from it", "document")
    for event in register.events:
        document = documents.get(event.document or "")
        if event.document and not document and not _unread(draft, event.document, "inspection.yaml"):
            yield _unknown(event, "document", value=event.document, known=documents, place="any inspection")
        if document and not document.held:
            yield _problem(event, f"{event.document} is not held, so nothing can be quoted from it", "document")


def events_can_be_looked_up(draft: Draft) -> Iterator[Problem]:
    """An event can be looked up: in a document, of which it gives the paragraph and an excerpt, or at an address."""
    for event in draft.register.events:
        if bool(event.document) + bool(event.paragraph) + bool(event.excerpt) not in (0, 3):
            yield _problem(event, "document, paragraph and excerpt go together: give all or none", "document")
        if not event.document and not event.address:
            yield _problem(event, "has neither a document nor an address to show where it is from", "")


def held_documents_can_be_found(draft: Draft) -> Iterator[Problem]:
    """A document that is held says how many paragraphs it has and in which file it is kept."""
    for inspection in draft.register.inspections:
        for index, document in enumerate(inspection.documents):
            if document.held and not (document.paragraphs and document.file):
                message = f"{document.id} is held, so it needs paragraphs and file"
                yield _problem(inspection, message, "documents", index)


def paragraphs_exist(draft: Draft) -> Iterator[Problem]:
    """A paragraph or note that is named lies within the number that the document has."""
    documents = {(inspection.id, document.id): document for inspection, document in draft.register.documents()}
    for quotation in quotations(draft):
        document = documents.get(quotation.document)
        if not document or not document.paragraphs or quotation.path != ("excerpt",):
            continue  # what is wrong with the document is reported elsewhere
        if not _within(quotation.place, document):
            message = f"{document.id} has {document.paragraphs} paragraphs and {document.notes or 0} notes"
            yield _problem(quotation.record, message, "paragraph", value=str(quotation.place))


def quotations_stand_in_their_paragraph(draft: Draft) -> Iterator[Problem]:
    """Where the documents are at hand, quoted words stand in the paragraph named, word for word.

    White space, quotation marks and dashes are folded; nothing else is.
    """
    for quotation in quotations(draft):
        text = draft.texts.get(quotation.document)
        if text is None or fold(quotation.words) in fold(text.get(quotation.place, "")):
            continue
        elsewhere = [place.label for place, words in text.items() if fold(quotation.words) in fold(words)]
        hint = f"; it stands in {elsewhere[0]}" if elsewhere else "; it stands nowhere in the document"
        message = f"not word for word in {quotation.place.label}{hint}"
        yield _problem(quotation.record, message, *quotation.path, value=quotation.words)


def paragraph_counts_agree(draft: Draft) -> Iterator[Problem]:
    """Where a document is at hand, it has as many paragraphs and notes as its inspection.yaml says."""
    for inspection in draft.register.inspections:
        for index, document in enumerate(inspection.documents):
            text = draft.texts.get((inspection.id, document.id))
            if text is None:
                continue
            for part, field, stated in ((1, "paragraphs", document.paragraphs), (2, "notes", document.notes)):
                counted = sum(place.part == part for place in text)
                if counted != (stated or 0):
                    message = f"says {stated or 0}, but {document.file} has {counted}"
                    yield _problem(inspection, message, "documents", index, field)


def excerpts_are_short(draft: Draft) -> Iterator[Problem]:
    """An excerpt has 5 to 20 words: enough to find it, too few to stand for the document."""
    least, most = EXCERPT_WORDS
    for quotation in quotations(draft):
        count = len(quotation.words.split())
        if quotation.path[-1] == "excerpt" and not least <= count <= most:
            message = f"{count} words; an excerpt has {least} to {most}"
            yield _problem(quotation.record, message, *quotation.path, value=quotation.words)


def summaries_are_one_sentence(draft: Draft) -> Iterator[Problem]:
    """A summary is one sentence of ours under 160 characters that ends in a full stop and is not the excerpt."""
    for record in draft.register.items:
        for path, summary, excerpt in _summaries(record):
            if len(summary) >= SUMMARY_LENGTH:
                yield _problem(record, f"{len(summary)} characters; keep it under {SUMMARY_LENGTH}", *path)
            if not summary.endswith(".") or _SENTENCE_END.search(summary):
                yield _problem(record, "must be one sentence that ends in a full stop", *path, value=summary)
            if excerpt and fold(summary).strip(".").lower() == fold(excerpt).strip(".").lower():
                yield _problem(record, "repeats the excerpt; say it in our own words", *path, value=summary)


def voices_fit_their_document(draft: Draft) -> Iterator[Problem]:
    """The inspectorate speaks only in its own documents; a reply reports, quotes, or gives its author's view."""
    kinds = {body.id: body.kind for body in draft.register.bodies if not body.stands_in("kind")}
    for entry, document in _with_documents(draft.register):
        own = kinds.get(document.body, BodyKind.INSPECTORATE) is BodyKind.INSPECTORATE
        if entry.voice is Voice.INSPECTORATE and not own:
            yield _problem(entry, f"inspectorate, but {document.id} is by {document.body}", "voice", value=entry.voice)
        if entry.voice is not Voice.INSPECTORATE and document.kind is not DocumentKind.REPLY:
            message = f"{entry.voice} belongs in a reply; {document.id} is not one"
            yield _problem(entry, message, "voice", value=entry.voice)


def answers_belong_to_concerns_in_replies(draft: Draft) -> Iterator[Problem]:
    """Every concern in a reply says what answers it ([] for nothing); nothing else has answers."""
    for entry, document in _with_documents(draft.register):
        if not isinstance(entry, Finding):
            continue
        expected = entry.polarity is Polarity.CONCERN and document.kind is DocumentKind.REPLY
        if expected and entry.answers is None:
            yield _problem(entry, "is missing; write [] if the reply only acknowledges the concern", "answers")
        if not expected and entry.answers is not None:
            yield _problem(entry, "belongs to concerns in a reply only", "answers")


def answers_exist(draft: Draft) -> Iterator[Problem]:
    """A concern is answered by commitments and actions of the same inspection, each named once."""
    written = _written(draft, "Action", "Commitment")
    for finding in draft.register.findings:
        known = written.get(finding.inspection, set())
        for index, answer in enumerate(finding.answers or ()):
            if answer not in known and not _unread(draft, finding.full_id, "actions.yaml", "commitments.yaml"):
                place = "this inspection's actions and commitments"
                yield _unknown(finding, "answers", index, value=answer, known=known, place=place)
        if len(set(finding.answers or ())) != len(finding.answers or ()):
            yield _problem(finding, "the same answer is named twice", "answers")


def answers_are_from_the_same_reply(draft: Draft) -> Iterator[Problem]:
    """A concern is answered by what stands in the same document."""
    documents = {entry.full_id: document.id for entry, document in _with_documents(draft.register)}
    for finding in draft.register.findings:
        own = documents.get(finding.full_id)
        for index, answer in enumerate(finding.answers or ()):
            if own and documents.get(f"{finding.inspection}.{answer}", own) != own:
                yield _problem(finding, f"{answer} is not from the same reply", "answers", index, value=answer)


def notes_point_to_entries(draft: Draft) -> Iterator[Problem]:
    """An id that a note names (A05, or F01 to F04) is an entry of the same inspection, or an event."""
    written = _written(draft, "Finding", "Action", "Commitment", "Figure")
    events = draft.written.get("Event", set())
    for entry in draft.register.entries:
        if "events.yaml" in draft.unread or _unread(draft, entry.full_id, *_ENTRIES):
            continue
        known = written.get(entry.inspection, set()) | events
        for named in _NAMED_ID.findall(entry.note or ""):
            if named not in known:
                yield _unknown(entry, "note", value=named, known=known, place="this inspection")


def figures_are_printed(draft: Draft) -> Iterator[Problem]:
    """A figure's value stands in its excerpt, in digits or in words."""
    for figure in draft.register.figures:
        printed = fold(figure.excerpt).lower()
        if not any(re.search(rf"(?<![\w.,]){re.escape(form)}(?![\w]|[.,]\d)", printed) for form in _forms(figure)):
            yield _problem(figure, f"{figure.value} is not printed in the excerpt", "value", value=str(figure.value))


def inspections_are_dated_in_order(draft: Draft) -> Iterator[Problem]:
    """Publication follows fieldwork, and each reply both; a stated doubt makes the error a warning."""
    for inspection in draft.register.inspections:
        replies: list[_Step] = [(("documents", index, "date"), document.date)
                                for index, document in enumerate(inspection.documents)
                                if document.kind is DocumentKind.REPLY]  # fmt: skip
        fieldwork, published = (("fieldwork",), inspection.fieldwork), (("published",), inspection.published)
        steps: list[tuple[_Step, _Step]] = [(fieldwork, published), *product((fieldwork, published), replies)]
        for (_, earlier), (path, later) in steps:
            if not (earlier and later and earlier.date and later.date):
                continue
            if later.date.surely_before(earlier.date):
                message = f"{later.date.printed} lies before {earlier.date.printed}"
                yield _problem(inspection, message, *path, severity=_unless_doubtful(earlier, later))


def paired_entries_exist(draft: Draft) -> Iterator[Problem]:
    """A pair names two entries of the register by their full ids."""
    kinds = ("Finding", "Action", "Commitment", "Figure")
    known = {full_id for kind in kinds for full_id in draft.written.get(kind, ())}
    for pair in draft.register.pairs:
        for side in ("later", "earlier"):
            if getattr(pair, side) not in known and not _unread(draft, getattr(pair, side), *_ENTRIES):
                yield _unknown(pair, side, value=getattr(pair, side), known=known, place="the register")


def pairs_join_entries_in_order(draft: Draft) -> Iterator[Problem]:
    """A pair joins entries of different inspections, the later after the earlier by the dates as printed.

    A stated doubt about either date turns the wrong order into a warning.
    """
    register = draft.register
    for pair in register.pairs:
        later, earlier = (register.entries_by_id.get(full_id) for full_id in (pair.later, pair.earlier))
        if later and earlier:
            yield from _ordered(pair, later, earlier, register)


def questions_can_be_filled_in(draft: Draft) -> Iterator[Problem]:
    """A question's template names in braces only what its kind of gap can fill in; each kind has one template."""
    yield from _twice((question.id, question) for question in draft.register.questions)
    for question in draft.register.questions:
        known = QUESTION_WORDS[question.id]
        try:
            parts = [(name, form or conversion) for _, name, form, conversion in Formatter().parse(question.text)]
        except ValueError:
            yield _problem(question, "has a brace that is not closed; write {words} or leave braces out", "text")
            continue
        for name, extra in parts:
            if name is None:
                continue
            if extra:
                yield _problem(question, f"write {{{name}}} without : or ! inside the braces", "text")
            if name not in known:
                place = f"the words of this question ({', '.join(known)})"
                yield _unknown(question, "text", value=name, known=known, place=place)


def entries_follow_their_paragraphs(draft: Draft) -> Iterator[Problem]:
    """The entries of a file stand in the order of the paragraphs of the document they quote."""
    last: dict[tuple[str, str], Entry] = {}
    for entry, document in _with_documents(draft.register):
        if not _within(entry.paragraph, document):
            continue  # which is reported elsewhere
        before = last.get((entry.origin.file, entry.document))
        if before and entry.paragraph < before.paragraph:
            message = f"{entry.paragraph.label} comes after {before.id} of {before.paragraph.label}; move it up"
            yield _problem(entry, message, "paragraph")
        last[entry.origin.file, entry.document] = entry


def everything_is_used(draft: Draft) -> Iterator[Problem]:
    """A theme, body or glossary term that nothing uses is a warning: perhaps it was mistyped where it was meant.

    Nothing is said of it while a file or a field cannot be read, for it may be used there.
    """
    if draft.unread:
        return
    register = draft.register
    used = {theme for record in register.items for theme in record.themes}
    yield from _unused((record for record in register.themes if record.id not in used), "theme")
    named = {body for _, _, body in _body_references(register)}
    yield from _unused((record for record in register.bodies if record.id not in named), "body")
    words = " ".join(_words(register))
    spelt = set(_ACRONYM.findall(words))
    yield from _unused((term for term in register.glossary if term.id not in spelt and term.id not in words), "term")


def acronyms_are_explained(draft: Draft) -> Iterator[Problem]:
    """An acronym in a summary or an excerpt that the glossary lacks is a warning."""
    if "glossary.yaml" in draft.unread:
        return
    known = {term.id for term in draft.register.glossary}
    for record in draft.register.items:
        for path, summary, excerpt in _summaries(record):
            for acronym in sorted(set(_ACRONYM.findall(f"{summary} {excerpt or ''}")) - known):
                message = f"{acronym} is not in glossary.yaml"
                yield _problem(record, message, *path, value=acronym, severity=Severity.WARNING)


RULES: Mapping[Rule, set[str]] = {
    entry_ids_are_well_formed: {"polarity"},
    names_are_well_formed: set(),
    ids_are_unique: {"id"},
    themes_exist: set(),
    bodies_exist: set(),
    documents_exist: {"documents", "documents.id"},
    events_can_be_looked_up: {"document", "paragraph", "excerpt", "address"},
    held_documents_can_be_found: {"documents.id", "documents.held", "documents.paragraphs", "documents.file"},
    paragraphs_exist: {"document", "documents.id", "documents.notes"},
    quotations_stand_in_their_paragraph: {"document", "paragraph"},
    paragraph_counts_agree: {"documents.id"},
    excerpts_are_short: set(),
    summaries_are_one_sentence: set(),
    voices_fit_their_document: {"document", "documents.id", "documents.kind", "documents.body"},
    answers_belong_to_concerns_in_replies: {"polarity", "document", "documents.id", "documents.kind"},
    answers_exist: set(),
    answers_are_from_the_same_reply: {"document", "documents.id"},
    notes_point_to_entries: set(),
    figures_are_printed: {"excerpt"},
    inspections_are_dated_in_order: {"documents.kind"},
    paired_entries_exist: set(),
    pairs_join_entries_in_order: {
        "document", "documents", "documents.id", "documents.date", "fieldwork", "published",
    },
    questions_can_be_filled_in: {"id"},
    entries_follow_their_paragraphs: {"document", "paragraph", "documents.id"},
    everything_is_used: {
        "themes", "bodies", "vouched_by", "by", "owner", "force", "commissioner", "panel", "documents",
        "documents.body", "documents.title", "documents.note", "title", "summary", "excerpt", "result",
        "result.summary", "result.excerpt", "note",
    },
    acronyms_are_explained: set(),
}  # fmt: skip
"""The rules in their order, each with the fields it reads beside the one it tells of.

A rule does not see a record in which one of these could not be read, nor is anything told of a stand-in.
"""


def _seen(draft: Draft, needed: set[str]) -> Draft:
    """Leave out of a draft the records of which one of these fields could not be read; their files are unread."""
    register = draft.register
    lists = {field.name: getattr(register, field.name) for field in fields(register) if field.name != "settings"}
    unseen = {
        id(record): record.origin.file
        for record in (register.settings, *chain(*lists.values()))
        if not needed.isdisjoint(record.unread_fields)
    }
    seen: dict[str, Any] = {
        name: tuple(record for record in records if id(record) not in unseen) for name, records in lists.items()
    }
    return replace(draft, register=replace(register, **seen), unread=draft.unread | set(unseen.values()))


def _problem(
    record: Record, message: str, *path: str | int, value: str | None = None, hint: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Problem:  # fmt: skip
    """Say what is wrong with a field of a record, with its file and line."""
    if record.stands_in(*path):
        return _OF_A_STAND_IN
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    entry = getattr(record, "id", "")
    return Problem(record.origin.file, record.origin.line(*path), entry, field, message, "", severity, value, hint)


def _unknown(record: Record, *path: str | int, value: str, known: Iterable[str], place: str) -> Problem:
    """Say that a reference leads nowhere, with the nearest that would not."""
    known = list(known)
    return _problem(record, f"{shortened(value)} is not in {place}", *path, value=value, hint=nearest(value, known))


def _unread(draft: Draft, full_id: str, *names: str) -> bool:
    """Tell whether one of these files, of the inspection that a full id names, could not be read."""
    inspection, _, _ = full_id.partition(".")
    return any(f"inspections/{inspection}/{name}" in draft.unread for name in names)


def _written(draft: Draft, *kinds: str) -> dict[str, set[str]]:
    """Give the ids that the files write for some kinds of entry, by inspection."""
    ids: dict[str, set[str]] = {}
    for kind in kinds:
        for full_id in draft.written.get(kind, ()):
            inspection, _, written = full_id.partition(".")
            ids.setdefault(inspection, set()).add(written)
    return ids


def _letter(entry: Entry) -> str:
    """Give the letter with which the id of an entry of this kind begins."""
    return entry.polarity[0].upper() if isinstance(entry, Finding) else entry.letter


def _twice(named: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    """Report each record whose id another before it has."""
    first: dict[str, Record] = {}
    for name, record in named:
        if name in first:
            where = f"{first[name].origin.file}:{first[name].origin.line('id')}"
            yield _problem(record, f"{shortened(name)} is used already at {where}", "id", value=name)
        first.setdefault(name, record)


def _unused(records: Iterable[Record], noun: str) -> Iterator[Problem]:
    """Warn of records that nothing refers to."""
    for record in records:
        yield _problem(record, f"nothing uses this {noun}", "id", severity=Severity.WARNING)


def _body_references(register: Register) -> Iterator[tuple[Record, tuple[str | int, ...], str]]:
    """Give every naming of a body: the record, the path of the field, the body's id."""
    for field in ("force", "commissioner", "panel"):
        yield register.settings, (field,), getattr(register.settings, field)
    for inspection in register.inspections:
        if inspection.force:
            yield inspection, ("force",), inspection.force
        for index, document in enumerate(inspection.documents):
            yield inspection, ("documents", index, "body"), document.body
    for record in register.items:
        for index, body in enumerate(record.bodies):
            yield record, ("bodies", index), body
        if isinstance(record, Action) and record.vouched_by:
            yield record, ("vouched_by",), record.vouched_by
        if isinstance(record, Commitment):
            yield record, ("by",), record.by
            if record.owner:
                yield record, ("owner",), record.owner


def _with_documents(register: Register) -> Iterator[tuple[Entry, Document]]:
    """Give every entry with its document, leaving out those whose document is not known."""
    documents = {(inspection.id, document.id): document for inspection, document in register.documents()}
    for entry in register.entries:
        if document := documents.get((entry.inspection, entry.document)):
            yield entry, document


def _within(place: Place, document: Document) -> bool:
    """Tell whether a document has a place of this number."""
    return place.number <= (0, document.paragraphs or 0, document.notes or 0)[place.part]


def _summaries(record: Entry | Event) -> Iterator[tuple[tuple[str | int, ...], str, str | None]]:
    """Give every summary of a record with its path and the excerpt it stands beside."""
    yield ("summary",), record.summary, record.excerpt
    if isinstance(record, Action):
        for index, result in enumerate(record.result):
            yield ("result", index, "summary"), result.summary, result.excerpt


def _words(register: Register) -> Iterator[str]:
    """Give every text in which a glossary term could be used."""
    for record in register.items:
        for _, summary, excerpt in _summaries(record):
            yield f"{summary} {excerpt or ''} {record.note or ''}"
    for inspection in register.inspections:
        yield f"{inspection.title} {inspection.note or ''}"
        for document in inspection.documents:
            yield f"{document.title} {document.note or ''}"


def _forms(figure: Figure) -> Iterator[str]:
    """Give the ways in which a figure's value can be printed."""
    yield f"{figure.value:,}"
    yield str(figure.value)
    if isinstance(figure.value, int) and 0 <= figure.value < len(_NUMBER_WORDS):
        yield _NUMBER_WORDS[figure.value]


_NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def _unless_doubtful(*dates: Dated) -> Severity:
    """Give the weight of a wrong order of dates: a stated doubt about one of them makes it a warning."""
    return Severity.WARNING if any(dated.doubt for dated in dates) else Severity.ERROR


def _ordered(pair: Pair, later: Entry, earlier: Entry, register: Register) -> Iterator[Problem]:
    """Check that two entries are of different inspections and in the order of their documents' dates."""
    if later.inspection == earlier.inspection:
        yield _problem(pair, "joins two entries of the same inspection", "earlier", value=pair.earlier)
        return
    dates = [_date(register, entry) for entry in (later, earlier)]
    first, second = dates
    if first and second and first.date and second.date and first.date.surely_before(second.date):
        message = f"its document of {first.date.printed} is older than that of {second.date.printed}"
        yield _problem(pair, message, "later", value=pair.later, severity=_unless_doubtful(first, second))


def _date(register: Register, entry: Entry) -> Dated | None:
    """Give the date of an entry's document or, where it has none, of its inspection."""
    inspection = register.inspections_by_id.get(entry.inspection)
    if inspection is None:
        return None
    document = next((document for document in inspection.documents if document.id == entry.document), None)
    candidates = (document.date if document else None, inspection.published, inspection.fieldwork)
    return next((dated for dated in candidates if dated and dated.date), None)
