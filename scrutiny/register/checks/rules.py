"""The rules of the register in their order, which is its table of contents, and how a draft is held against them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from scrutiny.register.checks.context import PLACEHOLDER_PROBLEM, Draft
from scrutiny.register.checks.ids import entry_ids_are_well_formed, ids_are_unique, names_are_well_formed
from scrutiny.register.checks.references import (
    answers_are_from_the_same_reply,
    answers_belong_to_concerns_in_replies,
    answers_exist,
    bodies_exist,
    documents_exist,
    events_can_be_looked_up,
    held_documents_can_be_found,
    notes_point_to_entries,
    paired_entries_exist,
    paragraph_counts_agree,
    paragraphs_exist,
    themes_exist,
    voices_fit_their_document,
)
from scrutiny.register.checks.sequence import (
    entries_follow_their_paragraphs,
    inspections_are_dated_in_order,
    pairs_join_entries_in_order,
)
from scrutiny.register.checks.usage import everything_is_used, questions_can_be_filled_in
from scrutiny.register.checks.wording import (
    acronyms_are_explained,
    excerpts_are_short,
    figures_are_printed,
    quotations_stand_in_their_paragraph,
    summaries_are_one_sentence,
    texts_can_be_taken_in,
)
from scrutiny.register.problems import Problem

Rule = Callable[[Draft], Iterator[Problem]]

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
    texts_can_be_taken_in: set(),
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


OF_EVENTS = frozenset({documents_exist, paragraphs_exist})
"""The rules that need the documents of all inspections to judge an event."""

ACROSS = frozenset({paired_entries_exist, pairs_join_entries_in_order, everything_is_used})
"""The rules that need the whole register; all others judge each inspection by itself."""


def run_rules(draft: Draft, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Apply rules to what they can judge of a draft."""
    for rule in rules:
        for problem in rule(draft if draft.is_sound else _seen(draft, RULES[rule])):
            if problem is not PLACEHOLDER_PROBLEM:
                yield replace(problem, rule=rule.__name__)


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
