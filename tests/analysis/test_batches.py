"""A large register is shown by force, by years and in portions, and everything can still be looked up."""

import pytest

from scrutiny.analysis.batches import BATCH_SIZE, batches, is_large, matching_inspections, subset, subset_with, years
from scrutiny.register.register import Register
from tests.testshire import Testshire


@pytest.mark.parametrize(
    ("number", "force", "large"), [(6, None, False), (7, None, True), (1, "othershire_police", True)]
)
def test_a_register_is_large_by_its_forces_or_inspections(
    testshire: Testshire, number: int, force: str | None, large: bool
) -> None:
    """Eight inspections of one force are shown at once; nine are not, and two forces are never mixed unasked."""
    assert is_large(testshire.add_inspections(number, force=force).register()) is large


def test_forces_come_in_the_order_of_their_names(testshire: Testshire) -> None:
    """An inspection without a force of its own is about the register's."""
    register = testshire.add_inspections(1, force="othershire_police").register()
    assert register.forces == ("othershire_police", "testshire_police")
    assert register.part(["2030-second-look"]).forces == register.forces


def test_years_run_from_the_first_beginning_to_the_last(testshire: Testshire) -> None:
    """Years between, in which nothing begins, are there as well."""
    register = testshire.add_inspections(3).register()
    assert years(register) == [2029, 2030, 2031, 2032, 2033]
    assert years(Register.part(register, [])) == []


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, ["2029", "2030", "2031", "2032"]),
        ({"force": "othershire_police"}, ["2031", "2032"]),
        ({"since": 2030, "until": 2031}, ["2030", "2031"]),
        ({"force": "testshire_police", "since": 2030}, ["2030"]),
        ({"until": 2028}, []),
    ],
)
def test_inspections_fit_a_force_and_years(testshire: Testshire, chosen: dict[str, object], ids: list[str]) -> None:
    """Both limits of years are within."""
    register = testshire.add_inspections(2, force="othershire_police").register()
    assert [one.id[:4] for one in matching_inspections(register, **chosen)] == ids  # type: ignore[arg-type]


def test_an_inspection_without_a_date_fits_no_years(testshire: Testshire) -> None:
    """It is there as long as no year is asked for."""
    testshire.add_inspections(1).change("first", fieldwork=None).change("first.press_release", date=None)
    register = testshire.register()
    assert "2029-first-look" in [one.id for one in matching_inspections(register)]
    assert "2029-first-look" not in [one.id for one in matching_inspections(register, until=2040)]


def test_portions_begin_with_the_newest(testshire: Testshire) -> None:
    """Every inspection is in one portion, and each portion is in the order of time."""
    register = testshire.add_inspections(9).register()
    newest, rest = batches(register.inspections)
    assert len(newest) == BATCH_SIZE
    assert [*rest, *newest] == list(register.inspections)
    assert batches([]) == []


def test_a_part_lists_its_own_and_looks_up_everything(testshire: Testshire) -> None:
    """A pair belongs to its later entry; the earlier one, of another inspection, can still be read."""
    register = testshire.add_inspections(1).register()
    second = subset(register, ("2030-second-look",))
    assert {entry.inspection for entry in second.entries} == {"2030-second-look"}
    assert [pair.id for pair in second.pairs] == ["P01"]
    assert second.entries_by_id[second.pairs[0].earlier].inspection == "2029-first-look"
    assert second.known_ids == register.known_ids
    assert subset(register, ("2029-first-look",)).pairs == ()
    assert subset(register, tuple(register.inspections_by_id)) is register


def test_a_highlight_belongs_to_the_inspection_of_its_first_entry(testshire: Testshire) -> None:
    """So does a question, and so each is in one part; its other entries can still be read."""
    testshire.add_statements()
    for name in ("H01", "Q01"):
        testshire.change(name, entries=["2029-first-look.C09", "2030-second-look.K01"])
    register = testshire.register()
    first, second = (subset(register, (one,)) for one in ("2029-first-look", "2030-second-look"))
    assert (first.highlights, first.questions) == (register.highlights, register.questions)
    assert (second.highlights, second.questions) == ((), ())
    assert first.entries_by_id[first.questions[0].entries[1]].id == "K01"
    assert second.question_templates == register.question_templates


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({}, ["2030"]),
        (
            {"document": None, "paragraph": None, "excerpt": None, "address": "https://example.org"},
            ["2029", "2030", "2031"],
        ),
        (
            {
                "document": None,
                "paragraph": None,
                "excerpt": None,
                "address": "https://example.org",
                "bodies": ["othershire_police"],
            },
            ["2031"],
        ),
        (
            {
                "document": None,
                "paragraph": None,
                "excerpt": None,
                "address": "https://example.org",
                "bodies": ["othershire_police", "testshire_police"],
            },
            ["2029", "2030", "2031"],
        ),
    ],
)
def test_an_event_belongs_to_who_tells_of_it_or_whom_it_is_about(
    testshire: Testshire, fields: dict[str, object], parts: list[str]
) -> None:
    """What no document tells of is in every part, unless it is about other forces only."""
    register = testshire.add_inspections(1, force="othershire_police").change("E01", **fields).register()
    assert [one.id[:4] for one in register.inspections if subset(register, (one.id,)).events] == parts


def test_a_portion_takes_in_the_inspections_of_entries(testshire: Testshire) -> None:
    """What is asked for besides is there, in the order of time; what is not in the register changes nothing."""
    register = testshire.add_inspections(2).register()
    portion = subset(register, ("2030-second-look",))
    more = subset_with(register, portion, ["2029-first-look.C09", "events.E01", "nowhere.C01", ""])
    assert [one.id for one in more.inspections] == ["2029-first-look", "2030-second-look"]
    assert subset_with(register, portion, []) is portion
