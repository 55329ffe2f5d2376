"""A part of a register holds what was chosen, and whole what that refers to."""

import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part, chosen_words, extract
from scrutiny.register.register import Register
from tests.testshire import Testshire

FIRST, SECOND = "2029-first-look", "2030-second-look"


@pytest.mark.parametrize(
    ("choice", "entries", "events", "pairs"),
    [
        (Choice((FIRST,)), ["C09"], [], ["P01"]),
        (Choice((SECOND,)), ["C01", "S01", "A01", "K01", "F01"], ["E01"], ["P01"]),
        (Choice((), ("workforce",)), ["S01"], [], []),
        (Choice((), ("partnership",)), ["C09", "C01", "A01", "K01", "F01"], ["E01"], ["P01"]),
        (Choice((FIRST,), ("workforce",)), [], [], []),
    ],
)
def test_a_choice_takes_what_fits(
    register: Register, choice: Choice, entries: list[str], events: list[str], pairs: list[str]
) -> None:
    """Entries of the inspections and themes, events that these tell of, pairs of which a side is there."""
    part = chosen_part(register, choice)
    assert sorted(entry.id for entry in part.entries) == sorted(entries)
    assert [event.id for event in part.events] == events
    assert [pair.id for pair in part.pairs] == pairs


def test_nothing_chosen_is_the_whole_register(register: Register) -> None:
    """The same register, about which no choice is told."""
    assert chosen_part(register, Choice()) is register
    assert chosen_words(register, Choice()) == ""


def test_a_choice_is_told(register: Register) -> None:
    """In the words of the screen."""
    assert chosen_words(register, Choice((FIRST,))) == "Inspections: First look. Themes: all."


def test_what_entries_refer_to_stays_whole(register: Register) -> None:
    """A document that is not held stands in every part, so that its absence cannot mislead."""
    part = extract(register, set())
    assert part.inspections == register.inspections
    assert (part.themes, part.bodies, part.glossary) == (register.themes, register.bodies, register.glossary)
    assert (part.entries, part.events, part.pairs) == ((), (), ())


def test_highlights_and_questions_stay_with_one_of_their_entries(testshire: Testshire) -> None:
    """One entry of several is enough; templates are always whole."""
    register = testshire.add_statements().load().register
    assert register is not None
    part = extract(register, {f"{SECOND}.K01"})
    assert (part.highlights, part.questions) == (register.highlights, register.questions)
    part = extract(register, {f"{SECOND}.S01"})
    assert (part.highlights, part.questions) == ((), ())
    assert part.question_templates == register.question_templates


def test_pairs_can_be_chosen_by_themselves(register: Register) -> None:
    """A view of pairs shows some of those that its entries stand in, and no other is taken."""
    ids = {f"{FIRST}.C09", f"{SECOND}.C01"}
    assert [pair.id for pair in extract(register, ids, pairs=["P01"]).pairs] == ["P01"]
    assert extract(register, ids, pairs=[]).pairs == ()
