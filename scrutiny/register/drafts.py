"""What is not finished: a register or an inspection that says so is checked, and never published."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from scrutiny.register.files import DRAFT, FileContent
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.records import Entry, Finding, Inspection, Record
from scrutiny.register.register import Register

R = TypeVar("R", bound=Record)


def drafts_of(contents: Iterable[FileContent]) -> list[str]:
    """Return the inspections that are drafts."""
    drafts = (content for content in contents if content.draft and content.model is Inspection)
    return [record.id for content in drafts for record in content.records]


def tell_drafts(contents: Iterable[FileContent]) -> Iterator[Problem]:
    """A draft is told of: an inspection is left out, and of a register that is one nothing is published."""
    for content in contents:
        if content.draft:
            is_part = content.model is Inspection
            message = (
                f"is true, so {'this inspection is not' if is_part else 'nothing is'} published; delete it at the end"
            )
            severity = Severity.WARNING if is_part else Severity.ERROR
            yield Problem(content.file, content.draft, "", DRAFT, message, "drafts_are_not_published", severity)


def in_a_draft(problem: Problem, drafts: Collection[str]) -> bool:
    """Whether a problem is in a file of an inspection that is a draft, so that it stops nothing."""
    folder, _, rest = problem.file.partition("/")
    return folder == "inspections" and rest.partition("/")[0] in drafts


def published(register: Register, drafts: Collection[str]) -> Register:
    """Return a register without the inspections that are drafts, and without what speaks of them."""
    if not drafts:
        return register

    def is_free(*ids: str | None) -> bool:
        return not any(name and name.partition(".")[0] in drafts for name in ids)

    def without(record: R, name: str, kept: tuple[Any, ...]) -> R:
        """Return a record with what of a list is kept; without the list where nothing is."""
        if len(kept) == len(getattr(record, name)):
            return record
        values = {each: getattr(record, each) for each in record.model_fields_set - {name}}
        return type(record).model_validate(values | ({name: kept} if kept else {}))

    def finished(entry: Entry) -> Entry:
        if not isinstance(entry, Finding):
            return entry
        return without(entry, "not_mentioned_in", tuple(filter(is_free, entry.not_mentioned_in)))

    highlights = tuple(one for one in register.highlights if is_free(*one.entries))
    unfinished = {one.id for one in register.highlights} - {one.id for one in highlights}

    return replace(
        register,
        inspections=tuple(inspection for inspection in register.inspections if inspection.id not in drafts),
        entries=tuple(finished(entry) for entry in register.entries if entry.inspection not in drafts),
        events=tuple(event for event in register.events if is_free(event.document)),
        pairs=tuple(pair for pair in register.pairs if is_free(pair.later, pair.earlier)),
        highlights=highlights,
        questions=tuple(one for one in register.questions if is_free(*one.entries)),
        asked=tuple(
            without(one, "came", tuple(each for each in one.came if is_free(each.document)))
            for one in register.asked
            if is_free(*one.entries)
        ),
        comments=tuple(one for one in register.comments if is_free(one.about) and one.about not in unfinished),
        measures=tuple(one for one in register.measures if is_free(*one.figures)),
    )
