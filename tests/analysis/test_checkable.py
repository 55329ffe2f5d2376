"""What makes a commitment checkable: each tick says what is printed, and days are counted to a day that is given."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from scrutiny.analysis.checkable import (
    INSPECTORATES,
    CheckableCommitment,
    by_author,
    checkable_commitments,
    commitments_by_id,
)
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire

TODAY = date(2030, 12, 1)
K01 = "2030-second-look.K01"


def first(testshire: Testshire, today: date = TODAY) -> pd.Series:
    """Load a register and give the row of its first commitment."""
    register = testshire.register()
    return checkable_commitments(register, today).loc[K01]


def checked(testshire: Testshire) -> CheckableCommitment:
    """Load a register and give what is printed of its first commitment."""
    register = testshire.register()
    return commitments_by_id(register, TODAY)[K01]


def test_what_is_stated_ticks_and_brings_its_words(register: Register) -> None:
    """A commitment with all four names them in the register's words."""
    row = checkable_commitments(register, TODAY).loc[K01]
    assert row[["who", "act", "date", "measure"]].all()
    assert list(row[["who_words", "act_words", "date_words", "measure_words"]]) == [
        "Police and Crime Commissioner",
        "stated",
        "by the end of the year",
        "a register of attendance",
    ]


@pytest.mark.parametrize(
    ("tick", "fields"),
    [
        ("who", {"owner": None}),
        ("act", {"specific": "false"}),
        ("date", {"due": None}),
        ("measure", {"measure": None}),
    ],
)
def test_what_is_not_stated_does_not_tick(testshire: Testshire, tick: str, fields: dict[str, str | None]) -> None:
    """Each tick hangs on its own field alone, and has no words without it."""
    row = first(testshire.change("K01", **fields))
    assert [name for name in ("who", "act", "date", "measure") if not row[name]] == [tick]
    assert pd.isna(row[f"{tick}_words"])


def test_ticks_are_never_added_up(register: Register) -> None:
    """There is no count, no share and no score among the columns."""
    assert checkable_commitments(register, TODAY).select_dtypes("number").empty
    numbers = [name for name, value in vars(commitments_by_id(register, TODAY)[K01]).items() if type(value) is int]
    assert numbers == []


def test_a_commitment_is_as_old_as_its_document(testshire: Testshire) -> None:
    """It was made on the date of its document, as exactly as that is known, with what is in doubt about it."""
    assert first(testshire)["made"] == "2 September 2030"
    testshire.record("second.reply")["date"] = {"printed": "September 2030", "date": "2030-09", "doubt": "No day."}
    assert list(first(testshire)[["made", "doubt"]]) == ["September 2030", "No day."]
    testshire.record("second.reply")["date"] = {"printed": "today"}
    assert pd.isna(first(testshire)["made"])


def test_authors_stand_apart_and_inspectorates_last(testshire: Testshire) -> None:
    """Each author has his own undertakings and expectations; inspectorates share one name at the end."""
    for name, fields in {
        "K02": {"kind": "expectation"},
        "K03": {"by": "testshire_police", "owner": "testshire_police"},
        "K04": {"voice": "reported", "by": "inspectors"},
    }.items():
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=name, **fields)
    register = testshire.register()
    groups = by_author(checkable_commitments(register, TODAY), ["testshire_pcc", "testshire_police", "inspectors"])
    assert {key: [name[-3:] for name in rows.index] for key, rows in groups.items()} == {
        ("testshire_pcc", "undertaking"): ["K01"],
        ("testshire_pcc", "expectation"): ["K02"],
        ("testshire_police", "undertaking"): ["K03"],
        (INSPECTORATES, "undertaking"): ["K04"],
    }
    assert list(groups)[-1][0] == INSPECTORATES


@pytest.mark.parametrize(
    ("today", "passed"), [(date(2030, 12, 31), False), (date(2031, 1, 1), True), (date(2029, 1, 1), False)]
)
def test_a_date_has_passed_after_the_last_day_it_can_mean(register: Register, today: date, *, passed: bool) -> None:
    """“By the end of the year” passes with the year, as seen from the day that is given."""
    assert checkable_commitments(register, today).loc[K01, "passed"] == passed
    commitment = commitments_by_id(register, today)[K01]
    assert commitment.has_passed == passed
    assert not commitment.later_held


@pytest.mark.parametrize("due", [None, {"printed": "within six months"}])
def test_what_has_no_date_never_passes(testshire: Testshire, due: dict[str, str] | None) -> None:
    """Without a date, or with one that cannot be placed, nothing passes, however late it is."""
    assert not first(testshire.change("K01", due=due), date(2099, 1, 1))["passed"]


def test_a_later_document_is_noticed(testshire: Testshire) -> None:
    """Where a document dated after the date is held, it is not said that nothing later is."""
    testshire.change("K01", due={"printed": "by last year", "date": "2029"})
    commitment = checked(testshire)
    assert commitment.has_passed
    assert commitment.later_held


def test_a_doubt_about_a_printed_date_is_kept(testshire: Testshire) -> None:
    """A doubt about the date stands beside it."""
    testshire.change("K01", due={"printed": "within six months", "doubt": "Of what is not said."})
    due = checked(testshire).commitment.due
    assert due is not None
    assert due.doubt == "Of what is not said."


def test_rows_come_in_the_order_of_the_register(testshire: Testshire) -> None:
    """Kinds and inspections are categories in their order; rows are as the files have them, and needs are not there."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation").add_need("K03")
    register = testshire.register()
    frame = checkable_commitments(register, TODAY)
    assert list(frame.index) == [K01, "2030-second-look.K02"]
    assert list(frame["commitment"].cat.categories) == ["undertaking", "expectation"]


def test_a_register_without_commitments_has_the_same_columns(testshire: Testshire, tmp_path: Path) -> None:
    """No commitment gives no row; names and types stay, but for the inspections and themes there are."""
    full, empty = testshire.load().register, Testshire(tmp_path / "empty").empty().load().register
    assert full is not None
    assert empty is not None
    frames = [
        checkable_commitments(register, TODAY).drop(columns=["inspection", "theme"]) for register in (full, empty)
    ]
    assert frames[1].empty
    assert frames[0].dtypes.equals(frames[1].dtypes)


def test_a_later_document_of_another_force_says_nothing(testshire: Testshire) -> None:
    """Only what is held about the same force can come after a date; nothing changes when a part is shown."""
    testshire.add_inspections(1, force="othershire_police")
    register = testshire.register()
    commitment = commitments_by_id(register, date(2099, 1, 1))[K01]
    assert register.latest_document_dates["othershire_police"] > date(2030, 12, 31)
    assert (commitment.has_passed, commitment.later_held) == (True, False)
    testshire.change("K01", due={"printed": "by last year", "date": "2029"})
    register = testshire.register()
    of_part = commitments_by_id(register.part(["2030-second-look"]), TODAY)[K01]
    assert of_part.later_held
    assert of_part == commitments_by_id(register, TODAY)[K01]
