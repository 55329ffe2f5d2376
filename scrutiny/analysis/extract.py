"""A part of a register: the entries that were chosen, and of everything else what these concern."""

from collections.abc import Collection

from scrutiny.analysis.choice import Choice
from scrutiny.register.checks.context import body_references
from scrutiny.register.checks.usage import used_terms
from scrutiny.register.register import Register


def extract(register: Register, ids: Collection[str], *, pairs: Collection[str] | None = None) -> Register:
    """Return the register with only those entries and events whose full ids are among `ids`, and what these concern.

    Of pairs those stay that `pairs` names, or else those of which one side stays: the other side may not be there. Of
    highlights, questions (asked before or not) and measures those stay of which an entry stays. Of inspections, with
    all their documents, and of themes, bodies and glossary those stay that an entry or an event names. What is not
    there can still be looked up.
    """
    kept = frozenset(ids)
    part = register.only(
        entries=tuple(entry for entry in register.entries if entry.full_id in kept),
        events=tuple(event for event in register.events if event.full_id in kept),
        pairs=tuple(
            pair
            for pair in register.pairs
            if (not kept.isdisjoint((pair.later, pair.earlier)) if pairs is None else pair.id in pairs)
        ),
        highlights=tuple(highlight for highlight in register.highlights if not kept.isdisjoint(highlight.entries)),
        questions=tuple(question for question in register.questions if not kept.isdisjoint(question.entries)),
        measures=tuple(measure for measure in register.measures if not kept.isdisjoint(measure.figures)),
    )
    inspections = {entry.inspection for entry in part.entries} | {event.told_by for event in part.events}
    part = part.only(
        inspections=tuple(one for one in register.inspections if one.id in inspections),
        **register.of_the_panel({*kept, *filter(None, inspections), *(highlight.id for highlight in part.highlights)}),
    )
    themes = {theme for item in part.items for theme in item.themes}
    bodies = {body for record, _, body in body_references(part) if record is not part.settings}
    return part.only(
        themes=tuple(theme for theme in register.themes if theme.id in themes),
        bodies=tuple(body for body in register.bodies if body.id in bodies),
        glossary=tuple(used_terms(part)),
    )


def chosen_part(register: Register, choice: Choice) -> Register:
    """Return the part of a register that a choice of inspections and themes asks for; all if nothing is chosen.

    An event is chosen with an inspection if a document of that inspection tells of it.
    """
    if choice == Choice():
        return register
    ids = {entry.full_id for entry in register.entries if choice.includes(entry)}
    for event in register.events:
        if (not choice.inspections or event.told_by in choice.inspections) and choice.includes_theme(event.themes):
            ids.add(event.full_id)
    return extract(register, ids)


def chosen_words(register: Register, choice: Choice) -> str:
    """Say what was chosen, or nothing if it is the whole register."""
    return choice.words(register) if choice != Choice() else ""
