"""The rules of the register in their order, which is its table of contents, and how a draft is held against them.

Each rule is a generator in the module of its subject; its docstring is the rule.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from scrutiny.register.checks import (
    ids,
    measures,
    panel,
    recommendations,
    references,
    sequence,
    statements,
    usage,
    wording,
)
from scrutiny.register.checks.context import PLACEHOLDER_PROBLEM, Draft
from scrutiny.register.problems import Problem

Rule = Callable[[Draft], Iterator[Problem]]

RULES: Mapping[Rule, set[str]] = {
    ids.entry_ids_are_well_formed: {"polarity"},
    ids.names_are_well_formed: set(),
    ids.ids_are_unique: {"id"},
    references.themes_exist: set(),
    references.bodies_exist: set(),
    references.documents_exist: {"documents", "documents.id"},
    references.events_can_be_looked_up: {"document", "paragraph", "excerpt", "address"},
    references.held_documents_can_be_found: {
        "documents.id", "documents.held", "documents.paragraphs", "documents.file",
    },
    references.grades_are_the_inspectorates: {"grades", "grades.document", "documents.id", "documents.held"},
    references.paragraphs_exist: {"document", "documents.id", "documents.notes"},
    wording.quotations_stand_in_their_paragraph: {"document", "paragraph"},
    references.paragraph_counts_agree: {"documents.id"},
    wording.excerpts_are_short: set(),
    wording.summaries_are_one_sentence: set(),
    wording.texts_can_be_taken_in: set(),
    wording.words_are_not_those_of_the_templates: set(),
    references.voices_fit_their_document: {"document", "documents.id", "documents.kind", "documents.body"},
    references.answers_belong_to_concerns_in_replies: {
        "polarity", "document", "restates", "documents.id", "documents.kind", "documents.held",
    },
    references.answers_exist: set(),
    references.answers_are_from_a_reply: {"document", "documents.id", "documents.body"},
    references.what_is_said_again_is_counted_once: {"document", "polarity", "restates"},
    references.general_promises_answer_nothing: {"kind", "general"},
    recommendations.recommendations_are_inspectors: set(),
    recommendations.recommendations_are_answered_in_replies: {
        "documents.id", "documents.kind", "documents.held", "replies", "replies.document",
    },
    recommendations.answers_to_recommendations_have_words: {
        "replies", "replies.answer", "replies.excerpt", "replies.paragraph",
    },
    recommendations.what_is_done_is_from_the_same_reply: {"document", "documents.id", "replies", "replies.document"},
    recommendations.later_words_can_be_looked_up: {
        "documents.id", "documents.held", "later.document", "later.paragraph", "later.excerpt", "later.address",
    },
    references.needs_are_taken_on_by_nobody: {"kind"},
    references.silence_is_about_later_documents: {"polarity", "documents", "documents.id", "documents.held"},
    references.notes_point_to_entries: set(),
    wording.figures_are_printed: {"excerpt"},
    sequence.inspections_are_dated_in_order: {"documents.kind"},
    references.paired_entries_exist: set(),
    sequence.pairs_join_entries_in_order: {
        "document", "documents", "documents.id", "documents.date", "fieldwork", "published",
    },
    references.silence_is_contradicted_by_no_pair: {"document", "earlier", "later"},
    sequence.silence_is_said_of_what_came_after: {
        "document", "documents", "documents.id", "documents.date", "fieldwork", "published",
    },
    statements.statements_rest_on_entries: set(),
    statements.highlights_are_short: set(),
    statements.highlights_pass_no_verdict: set(),
    statements.highlights_give_numbers_that_are_printed: {"entries", "excerpt", "due", "measure", "result"},
    statements.questions_can_be_asked_aloud: set(),
    statements.questions_are_addressed_to_a_commissioner: {"addressed_to"},
    sequence.releases_are_in_order: set(),
    panel.meetings_have_a_day: {"reviewed_on", "meeting"},
    panel.questions_were_asked_in_a_meeting: set(),
    panel.answers_are_as_minuted: {"answer", "by", "due", "due.printed"},
    panel.what_came_can_be_looked_up: {"documents", "documents.id", "came.document", "came.address"},
    panel.what_follows_a_meeting_is_later: {"date", "meeting", "due", "came", "came.date"},
    panel.comments_are_about_something: {
        "date", "document", "documents", "documents.id", "documents.date", "fieldwork", "published",
    },
    panel.comments_are_short: set(),
    measures.measures_compare_documents: {"document", "figures"},
    measures.measures_count_one_thing: {"unit", "scope", "figures", "elsewhere.unit"},
    measures.numbers_from_elsewhere_can_be_looked_up: {"elsewhere.address"},
    measures.measures_stand_in_the_order_of_time: {
        "document", "documents", "documents.id", "documents.date", "fieldwork", "published", "figures",
    },
    usage.templates_can_be_filled_in: {"id"},
    usage.contact_is_filled_in: set(),
    sequence.entries_follow_their_paragraphs: {"document", "paragraph", "documents.id"},
    usage.everything_is_used: {
        "themes", "bodies", "vouched_by", "by", "owner", "addressed_to", "force", "commissioner", "panel", "documents",
        "documents.body", "documents.title", "documents.note", "title", "summary", "excerpt", "result",
        "result.summary", "result.excerpt", "later", "later.summary", "later.excerpt", "addressee", "note", "sentence",
        "text", "answer", "about",
    },
    wording.acronyms_are_explained: set(),
}  # fmt: skip
"""The rules in their order, each with the fields it reads beside the one it tells of.

A rule does not see a record in which one of these could not be read, nor is anything told of a placeholder.
"""


OTHER_RULES: Mapping[str, str] = {
    "yaml": "A file is YAML that leaves nothing to guess: no tabs, aliases, tags or unseen characters, no field twice.",
    "shape": "A file holds one record, or a list of records that each begin with “- id:”.",
    "fields": "Each field has the name, the place and the kind of value that the guide gives; none lacks a value.",
    "slips": "A file with very many slips is not read to its end; mend the first ones.",
    "file": "Each file of the register bears its exact name; what is called otherwise is not read.",
    "folder": "The folder “inspections” holds one folder for each inspection.",
    "link": "Files lie in the register’s own folder, not behind a link that leads out of it.",
    "drafts_are_not_published": "A register or an inspection with “draft: true” is checked, and readers do not see it.",
    "releases_can_be_read": "Each release can be read, and its files are those that were kept.",
    "documents_at_hand": "Each document that was read is plain text in the folder of documents, named as its file.",
}
"""What is told while files are read, before the rules can be applied."""


def check(draft: Draft) -> Iterator[Problem]:
    """Apply every rule to what it can judge of a draft, and yield what is wrong, each with the name of its rule."""
    register = draft.register
    everything = (register.settings, *chain(*register.lists.values()))
    incomplete = [record for record in everything if record.unread_fields]
    for rule, needed in RULES.items():
        unseen = {id(record): record for record in incomplete if not needed.isdisjoint(record.unread_fields)}
        seen = draft
        if unseen:
            seen_lists: dict[str, Any] = {
                name: tuple(record for record in records if id(record) not in unseen)
                for name, records in register.lists.items()
            }
            # Their files count as unread, so that what refers to these records is not blamed.
            unread = draft.unread.union(record.origin.file for record in unseen.values())
            seen = replace(draft, register=replace(register, **seen_lists), unread=unread)
        for problem in rule(seen):
            if problem is not PLACEHOLDER_PROBLEM:
                yield replace(problem, rule=rule.__name__)
