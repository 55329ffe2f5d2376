"""What each field of the register means, in one line, for those who meet it in a table or a schema.

The curator's guide, `data/README.md`, says the same at length, and how to judge.
"""

_PARTS = {
    "printed": "in the document's own words",
    "date": "as precise as it is printed (2025-01-22, 2017-01, 2022, or the span 2023/2028); empty if none is",
    "doubt": "what is in doubt about it",
}
_MEANINGS = {
    "full_id": "The id that is unique in the register; it never changes.",
    "id": "The id as the register's files have it.",
    "inspection": "The id of the inspection that the entry is about.",
    "voice": "Whose words these are.",
    "scope": "Whether it speaks of this area or of the country.",
    "summary": "One plain sentence of the register's own.",
    "excerpt": "A few words of the document, exactly as they stand.",
    "document": "The id of the document in which the excerpt stands.",
    "paragraph": "Where the excerpt stands: a paragraph's number, “headline”, or “note 3”.",
    "themes": "The ids of one to three themes, the main one first.",
    "bodies": "The ids of the bodies it is about.",
    "note": "What a reader must know to read it fairly.",
    "address": "A public web address.",
    "title": "The title in full.",
    "findings.polarity": "Whether a concern or a strength: words of the register, not of inspectorates.",
    "findings.source": "Who found it, where that is not this inspection.",
    "findings.answers": (
        "Concerns in a reply: the ids of the same reply's actions and commitments that answer it; “none” if it is "
        "acknowledged only. Empty where no reply is spoken of."
    ),
    "actions.status": "How far the work is said to have come.",
    "actions.vouched_by": "The body, other than the one that speaks, that is said to have seen it.",
    "actions.result": "What the action is claimed to have brought.",
    "actions.result.summary": "What the action is claimed to have brought: a sentence of the register's own for each.",
    "actions.result.excerpt": "The document's words for each of these claims, in the same order.",
    "commitments.kind": "How the commitment is put.",
    "commitments.by": "The id of the body that says it.",
    "commitments.owner": "The id of the body that must act; empty if nobody is named.",
    "commitments.specific": "“true” if one could tell whether it was done.",
    "commitments.due": "The date or time limit printed for it",
    "commitments.measure": "The printed words that say how anyone would know; empty if there are none.",
    "figures.value": "The number as printed. Figures are never added up.",
    "figures.bound": "How exactly the number is printed: a bound is not the number itself.",
    "figures.unit": "What the number is a number of.",
    "figures.counts": "What is counted.",
    "figures.period": "The period that the number is about",
    "events.kind": "What sort of event it is.",
    "events.date": "When it was",
    "events.document": "The full id of the document that tells of it.",
    "pairs.later": "The full id of the later entry.",
    "pairs.earlier": "The full id of the earlier entry.",
    "pairs.relation": "How the later stands to the earlier. A pair is an invitation to ask, no verdict.",
    "pairs.strength": "How surely the two belong side by side.",
    "pairs.reason": "Why they stand side by side.",
    "pairs.caution": "How they differ; always to be read with the pair.",
    "inspections.id": "The id of the inspection; it never changes.",
    "inspections.short_title": "A title short enough for a chart.",
    "inspections.inspectorates": "Who inspected, as the documents print it.",
    "inspections.subject": "What was inspected, in one line.",
    "inspections.force": "The id of the police force, only where it is not the register's own.",
    "inspections.fieldwork": "When inspectors were at work",
    "inspections.published": "When the report was published",
    "inspections.documents": "Every document known to exist, read for the register or not.",
    "documents.inspection": "The id of the inspection that the document belongs to.",
    "documents.kind": "What the document is.",
    "documents.held": "“true” if it was read for the register, “false” if it is only known to exist.",
    "documents.date": "The date of the document",
    "documents.body": "The id of the body whose document it is.",
    "documents.author": "Who signed it, as printed.",
    "documents.role": "The office of who signed it, as printed.",
    "documents.addressees": "To whom it is addressed, as printed.",
    "documents.paragraphs": "How many paragraphs it has.",
    "documents.notes": "How many notes to editors it has.",
    "documents.file": "The name of its text in a folder of documents, which is not part of the register.",
    "themes.id": "The id by which entries name the theme.",
    "themes.label": "The theme's name on the screen.",
    "themes.definition": "What belongs under the theme.",
    "bodies.id": "The id by which entries name the body.",
    "bodies.kind": "What sort of organisation or office it is.",
    "bodies.name": "The name in full.",
    "bodies.acronym": "The acronym, if there is one.",
    "bodies.description": "What it is, in one line.",
    "glossary.id": "The acronym as printed.",
    "glossary.expansion": "What the acronym stands for.",
    "glossary.meaning": "What it means, in one plain line.",
    "questions.id": "The kind of gap in the papers that gives rise to the question.",
    "questions.text": "The wording; what stands in braces is filled in with the words of an entry.",
    "words.column": "The column that has one of these words.",
    "words.tables": "The tables that have this column.",
    "words.value": "The word as the register's files and these tables have it.",
    "words.label": "The word as the screen shows it.",
    "words.meaning": "What the word means.",
    "register.area": "The area that the register is about.",
    "register.force": "The id of the police force that it is about.",
    "register.commissioner": "The id of the office that must answer.",
    "register.panel": "The id of the panel that uses the register.",
    "register.reviewed_on": "The day on which the data was last reviewed as a whole.",
}


def meaning(kind: str, field: str) -> str:
    """Say what a field of a kind of record means; KeyError if nothing is known of it.

    The parts of a date are named after it, as in `due.printed`.
    """
    known = _MEANINGS.get(f"{kind}.{field}") or _MEANINGS.get(field)
    if known:
        return known if known.endswith(".") else f"{known}."
    whole, _, part = field.rpartition(".")
    return f"{_MEANINGS[f'{kind}.{whole}']}: {_PARTS[part]}."


def part_meaning(part: str) -> str:
    """Say what a part of any date means."""
    return f"The date: {_PARTS[part]}."
