"""Pairs carry their dates and doubts; what nothing later is paired with is said to be no more than that."""

from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import not_mentioned_again, pairs, pairs_of
from scrutiny.register.register import Register
from tests.testshire import FIRST, Testshire


def loaded(testshire: Testshire) -> Register:
    """Load the made-up register."""
    register = testshire.load().register
    assert register is not None
    return register


def test_pairs_have_the_dates_of_both_sides(register: Register) -> None:
    """Each side stands at the date of its document, as printed."""
    pair = pairs(register).loc["P01"]
    assert (pair["earlier_printed"], pair["later_printed"]) == ("July 2029", "2 September 2030")
    assert pair["earlier_on"] < pair["later_on"]
    assert (pair["relation"], pair["strength"]) == ("repeats", "arguable")
    assert pair["themes"] == ("partnership",)


def test_pairs_that_hang_on_a_doubtful_date_are_flagged(testshire: Testshire) -> None:
    """The program flags them from the data; without a doubt there is no flag."""
    assert pairs(loaded(testshire))["doubt"].isna().all()
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert pairs(loaded(testshire)).loc["P01", "doubt"] == "2 September 2030: The year is odd."


def test_a_side_without_a_date_has_none(testshire: Testshire) -> None:
    """An undated side is not given a date from elsewhere."""
    testshire.change("first.press_release", date=None).change("first", fieldwork=None)
    pair = pairs(loaded(testshire)).loc["P01"]
    assert pair["earlier_on"] is None
    assert pair["earlier_printed"] == "date not known"


def test_no_pairs_give_an_empty_frame_with_its_columns(testshire: Testshire) -> None:
    """A register without pairs has none to show."""
    testshire.records["pairs.yaml"] = []
    found = pairs(loaded(testshire))
    assert found.empty
    assert {"later", "earlier", "relation", "strength", "reason", "caution", "doubt"} <= set(found.columns)


def test_a_concern_with_a_later_pair_is_mentioned_again(register: Register) -> None:
    """The earlier side of a pair is not among those that nothing mentions."""
    assert not_mentioned_again(register, frames(register).entries).empty


def test_a_concern_without_a_later_pair_is_listed(testshire: Testshire) -> None:
    """Concerns of inspectors are, in inspections after which others came; not own views, nor the last inspection."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    register = loaded(testshire)
    assert list(not_mentioned_again(register, frames(register).entries).index) == ["2029-first-look.C10"]


def test_pairs_of_an_entry_are_those_it_stands_in(register: Register) -> None:
    """Later or earlier, with the same columns; an entry that stands in none has none."""
    pair = register.pairs[0]
    for full_id in (pair.later, pair.earlier):
        assert pairs_of(register, full_id).equals(pairs(register).loc[[pair.id]])
    assert list(pairs_of(register, "2030-second-look.S01").columns) == list(pairs(register).columns)
    assert pairs_of(register, "2030-second-look.S01").empty
