"""Rules on order: dates, pairs and paragraphs follow one another as they should."""

from collections.abc import Iterator
from itertools import product

from scrutiny.register.checks.context import Draft, place_exists, problem, with_documents
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.records import Dated, Entry
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind

_Step = tuple[tuple[str | int, ...], Dated | None]


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
                yield problem(inspection, message, *path, severity=unless_doubtful(earlier, later))


def pairs_join_entries_in_order(draft: Draft) -> Iterator[Problem]:
    """A pair joins entries of different inspections, the later after the earlier by the dates as printed.

    A stated doubt about either date turns the wrong order into a warning.
    """
    entries = draft.register.entries_by_id
    for pair in draft.register.pairs:
        later, earlier = entries.get(pair.later), entries.get(pair.earlier)
        if not later or not earlier:
            continue  # which is reported elsewhere
        if later.inspection == earlier.inspection:
            yield problem(pair, "joins two entries of the same inspection", "earlier", value=pair.earlier)
            continue
        first, second = (entry_date(draft.register, entry) for entry in (later, earlier))
        if first and second and first.date and second.date and first.date.surely_before(second.date):
            message = f"its document of {first.date.printed} is older than that of {second.date.printed}"
            yield problem(pair, message, "later", value=pair.later, severity=unless_doubtful(first, second))


def silence_is_said_of_what_came_after(draft: Draft) -> Iterator[Problem]:
    """A document that does not mention a concern is later than the concern's own by the dates as printed.

    A stated doubt about either date turns the wrong order into a warning.
    """
    for finding in draft.register.findings:
        for index, name in enumerate(finding.not_mentioned_in):
            if name not in draft.register.documents_by_id:
                continue  # which is reported elsewhere
            inspection, _, document = name.partition(".")
            later, own = _date(draft.register, inspection, document), entry_date(draft.register, finding)
            if later and own and later.date and own.date and later.date.surely_before(own.date):
                message = f"{name} of {later.date.printed} is older than the concern’s own of {own.date.printed}"
                severity = unless_doubtful(later, own)
                yield problem(finding, message, "not_mentioned_in", index, value=name, severity=severity)


def entries_follow_their_paragraphs(draft: Draft) -> Iterator[Problem]:
    """The entries of a file stand in the order of the paragraphs of the document they quote."""
    last: dict[tuple[str, str], Entry] = {}
    for entry, document in with_documents(draft.register):
        if not place_exists(entry.paragraph, document):
            continue  # which is reported elsewhere
        before = last.get((entry.origin.file, entry.document))
        if before and entry.paragraph < before.paragraph:
            message = f"{entry.paragraph.label} comes after {before.id} of {before.paragraph.label}; move it up"
            yield problem(entry, message, "paragraph")
        last[entry.origin.file, entry.document] = entry


def unless_doubtful(*dates: Dated) -> Severity:
    """Return the weight of a wrong order of dates: a stated doubt about one of them makes it a warning."""
    return Severity.WARNING if any(dated.doubt for dated in dates) else Severity.ERROR


def entry_date(register: Register, entry: Entry) -> Dated | None:
    """Return the date of an entry's document or, where it has none, of its inspection."""
    return _date(register, entry.inspection, entry.document)


def _date(register: Register, inspection_id: str, document_id: str) -> Dated | None:
    """Return the date of a document or, where it has none, of its inspection."""
    inspection = register.inspections_by_id.get(inspection_id)
    if inspection is None:
        return None
    document = next((document for document in inspection.documents if document.id == document_id), None)
    candidates = (document.date if document else None, inspection.published, inspection.fieldwork)
    return next((dated for dated in candidates if dated and dated.date), None)


def releases_are_in_order(draft: Draft) -> Iterator[Problem]:
    """A release is of a later day than the one before it, and has either files or a revision."""
    settings = draft.register.settings
    for index, release in enumerate(settings.releases):
        is_unread = any(settings.is_placeholder("releases", index, field) for field in ("files", "revision"))
        if bool(release.files) == bool(release.revision) and not is_unread:
            yield problem(settings, "write either files or revision: where it is kept", "releases", index, "files")
        if index and release.day <= settings.releases[index - 1].day:
            message = f"{release.date} is not later than the release before it; the oldest comes first"
            yield problem(settings, message, "releases", index, "date", value=str(release.date))
