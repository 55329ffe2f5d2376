"""Pairs carry their dates and doubts; a concern is unmentioned only where later documents were read for it."""

import pytest

from scrutiny.analysis.pairs import not_mentioned_again, pairs, pairs_of
from scrutiny.register.register import Register
from tests.testshire import FIRST, Testshire

REPLY = "2030-second-look.reply"


def unmentioned(register: Register) -> list[str]:
    """Give the full ids of the concerns that nothing later mentions."""
    return [concern.full_id for concern in not_mentioned_again(register, register.entries)]


def test_pairs_have_the_dates_of_both_sides(register: Register) -> None:
    """Each side stands at the date of its document, as printed."""
    (view,) = pairs(register)
    assert (view.earlier_said.words, view.later_said.words) == ("July 2029", "2 September 2030")
    assert view.earlier_said.place is not None
    assert view.later_said.place is not None
    assert view.earlier_said.place.surely_before(view.later_said.place)
    assert (view.pair.id, view.pair.relation, view.pair.strength) == ("P01", "repeats", "arguable")
    assert (view.earlier.full_id, view.later.full_id) == ("2029-first-look.C09", "2030-second-look.C01")
    assert view.themes == ("partnership",)


def test_pairs_that_hang_on_a_doubtful_date_are_flagged(testshire: Testshire) -> None:
    """The program flags them from the data; without a doubt there is no flag."""
    assert [view.doubt for view in pairs(testshire.register())] == [None]
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert [view.doubt for view in pairs(testshire.register())] == ["2 September 2030: The year is odd."]


def test_a_doubt_about_either_date_is_told(testshire: Testshire) -> None:
    """The order rests on both dates, so a doubt about the earlier one counts as much; two doubts are both told."""
    testshire.record("first.press_release")["date"]["doubt"] = "The month is odd."
    assert [view.doubt for view in pairs(testshire.register())] == ["July 2029: The month is odd."]
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert [view.doubt for view in pairs(testshire.register())] == [
        "2 September 2030: The year is odd. July 2029: The month is odd."
    ]


def test_a_pair_has_the_themes_of_both_sides(testshire: Testshire) -> None:
    """Whoever asks for the theme of either entry finds the pair; each theme is there once."""
    testshire.change("C09", themes=["workforce", "partnership"])
    (view,) = pairs(testshire.register())
    assert view.themes == ("partnership", "workforce")


@pytest.mark.parametrize(
    ("fields", "words", "in_short"),
    [
        ({"date": {"printed": "3/7/29", "date": "2029-07-03"}}, "3 July 2029", "in 2029"),
        ({"date": {"printed": "May", "date": "2030-05"}}, "May 2030", "in May 2030"),
        (
            {"date": {"printed": "May", "date": "2030-05", "doubt": "Odd."}},
            "May 2030 (date uncertain)",
            "in May 2030 (date uncertain)",
        ),
        ({"date": {"printed": "2030/31", "date": "2030/2031"}}, "2030 to 2031", "in 2030"),
        ({"date": None}, "after the inspection of May 2029 (press release, undated)", "after the inspection of 2029"),
        (
            {"date": {"printed": "today"}},
            "after the inspection of May 2029 (press release, undated)",
            "after the inspection of 2029",
        ),
    ],
)
def test_fieldwork_never_stands_for_the_day_of_a_document(
    testshire: Testshire, fields: dict[str, object], words: str, in_short: str
) -> None:
    """A date is given as exactly as it is known; of an undated document only what it came after is."""
    testshire.change("first.press_release", **fields)
    (view,) = pairs(testshire.register())
    assert view.earlier_said.words == words
    assert view.earlier_said.in_short(view.later_said) == in_short


def test_an_undated_side_without_an_inspection_date_has_no_place(testshire: Testshire) -> None:
    """It is not given a date from elsewhere."""
    testshire.change("first.press_release", date=None).change("first", fieldwork=None)
    (view,) = pairs(testshire.register())
    assert view.earlier_said.place is None
    assert view.earlier_said.words == "press release, undated"
    assert view.earlier_said.in_short(view.later_said) == "in an undated press release"


def test_a_register_without_pairs_has_none(testshire: Testshire) -> None:
    """A register without pairs has none to show."""
    testshire.records["pairs.yaml"] = []
    assert pairs(testshire.register()) == ()


def test_a_concern_with_a_later_pair_is_mentioned_again(register: Register) -> None:
    """The earlier side of a pair is not among those that nothing mentions."""
    assert not_mentioned_again(register, register.entries) == []


def test_a_concern_without_a_later_pair_is_not_thereby_unmentioned(testshire: Testshire) -> None:
    """That nobody made a pair says nothing; somebody must have read the later document for it."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10")
    assert unmentioned(testshire.register()) == []
    testshire.change("C10", not_mentioned_in=[REPLY])
    assert unmentioned(testshire.register()) == ["2029-first-look.C10"]


def test_every_later_document_must_have_been_read_for_it(testshire: Testshire) -> None:
    """One of two is not enough; what is known of another force does not matter."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=[REPLY]).add_inspections(1)
    assert unmentioned(testshire.register()) == []
    testshire.change("C10", not_mentioned_in=[REPLY, "2031-further-look.reply"])
    assert unmentioned(testshire.register()) == ["2029-first-look.C10"]
    testshire.add_inspections(1, force="othershire_police")
    assert unmentioned(testshire.register()) == ["2029-first-look.C10"]


def test_own_views_are_never_said_to_be_unmentioned(testshire: Testshire) -> None:
    """What a reply's author says of his own side is no concern of inspectors that something later could mention."""
    testshire.record("first")["documents"].append(dict(testshire.record("second.reply")))
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", voice="respondent", document="reply", answers=[])
    testshire.change("C09", answers=[]).change("C10", not_mentioned_in=[REPLY])
    register = testshire.register()
    assert register.entries_by_id["2029-first-look.C10"].is_own_view
    assert unmentioned(register) == []


def test_what_another_inspection_found_is_never_said_to_be_unmentioned(testshire: Testshire) -> None:
    """It is no concern of the inspection that its document tells of, and counts for none."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=[REPLY], source="A review")
    assert unmentioned(testshire.register()) == []


def test_strengths_are_never_said_to_be_unmentioned(testshire: Testshire) -> None:
    """Only concerns are; nothing is to be settled about a strength."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="S10", polarity="strength")
    assert unmentioned(testshire.register()) == []


def test_only_entries_that_are_given_are_looked_at(testshire: Testshire) -> None:
    """Of a part of a register only its own concerns are said to be unmentioned."""
    testshire.add(f"{FIRST}/findings.yaml", "C09", id="C10", not_mentioned_in=[REPLY])
    register = testshire.register()
    assert not_mentioned_again(register, register.part(["2030-second-look"]).entries) == []


def test_pairs_of_an_entry_are_those_it_stands_in(register: Register) -> None:
    """Later or earlier; an entry that stands in none has none."""
    pair = register.pairs[0]
    for full_id in (pair.later, pair.earlier):
        assert pairs_of(register, full_id) == list(pairs(register))
    assert pairs_of(register, "2030-second-look.S01") == []
