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


def test_a_part_has_only_what_concerns_it(testshire: Testshire) -> None:
    """Inspections with all documents, themes, bodies and acronyms stay as far as what was chosen names them."""
    register = testshire.change("K01", bodies=["testshire_police"]).register()
    part = extract(register, {f"{SECOND}.K01"})
    assert [one.id for one in part.inspections] == [SECOND]
    assert [theme.id for theme in part.themes] == ["partnership"]
    assert [body.id for body in part.bodies] == ["testshire_police", "testshire_pcc"]
    assert part.glossary == ()
    assert extract(register, {f"{SECOND}.C01"}).glossary == register.glossary
    first = extract(register, {f"{FIRST}.C09"})
    assert [document.held for _, document in first.documents()] == [False, True], "what was not read is shown"
    nothing = extract(register, set())
    assert (nothing.inspections, nothing.themes, nothing.entries, nothing.events, nothing.pairs) == ((),) * 5


def test_what_was_not_chosen_can_still_be_looked_up(register: Register) -> None:
    """A part knows the whole, by which its answers, its pairs and its questions are worked out."""
    part = extract(register, {f"{SECOND}.C01"})
    assert part.entries_by_id == register.entries_by_id
    assert extract(part, set()).whole is part.whole is register.whole is register


def test_highlights_and_questions_stay_with_one_of_their_entries(testshire: Testshire) -> None:
    """One entry of several is enough; templates are always whole."""
    register = testshire.add_statements().register()
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
