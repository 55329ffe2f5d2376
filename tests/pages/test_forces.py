"""One inspection of two forces, and one national report with the replies of two Commissioners."""

from datetime import date
from pathlib import Path

import pytest

from scrutiny.__main__ import FORMATS
from scrutiny.analysis.batches import matching_inspections
from scrutiny.analysis.checkable import commitments_by_id
from scrutiny.analysis.facts import voice_label
from scrutiny.analysis.pairs import not_mentioned_again
from scrutiny.analysis.papers import papers
from scrutiny.analysis.recommendations import replies_to
from scrutiny.charts.matrix import columns_of
from scrutiny.register.register import Register
from scrutiny.wording import inspection_name
from tests.commands.conftest import run
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
NATIONAL = "2031-further-look"
QUERY = {"entry": {"id": f"{NATIONAL}.R01"}, "search": {"q": "health"}, "inspection": {"inspection": NATIONAL}}
FORCES = ("othershire_police", "testshire_police")


def loaded(testshire: Testshire) -> Register:
    """Load a register that has no mistakes."""
    outcome = testshire.load()
    assert outcome.register is not None, [str(problem) for problem in outcome.errors]
    return outcome.register


def test_an_inspection_of_two_forces_fits_each_of_them(testshire: Testshire) -> None:
    """It is named with both, stands among those of each, and its documents come after what was said of either."""
    register = loaded(testshire.add_national())
    national = register.inspections_by_id[NATIONAL]
    assert register.forces == FORCES
    assert [[one.id[:4] for one in matching_inspections(register, force=force)] for force in FORCES] == [
        ["2031"], ["2029", "2030", "2031"]
    ]  # fmt: skip
    assert inspection_name(register, national) == "Look of 2031 (Testshire Police and Othershire Police)"
    (column,) = columns_of(register, [national])
    assert column.heading == ("Look of 2031", "Testshire Police", "Othershire Police", "national, 2031", "2 replies")
    assert set(register.latest_document_dates.values()) == {date(2031, 9, 9)}
    assert commitments_by_id(register, date(2032, 1, 1))["2030-second-look.K01"].later_held


def test_many_forces_are_counted_and_not_named(testshire: Testshire) -> None:
    """The names of all forces of the country would fill a screen."""
    testshire.add_national().add("bodies.yaml", "testshire_police", id="thirdshire_police", name="Thirdshire Police")
    testshire.records[f"inspections/{NATIONAL}/inspection.yaml"]["force"] = [*FORCES, "thirdshire_police"]
    register = loaded(testshire)
    national = register.inspections_by_id[NATIONAL]
    assert inspection_name(register, national) == "Look of 2031 (3 forces)"
    (column,) = columns_of(register, [national])
    assert column.heading == ("Look of 2031", "3 forces", "national, 2031", "2 replies")


def test_silence_counts_the_replies_of_later_inspections_of_several_forces(testshire: Testshire) -> None:
    """A concern is not mentioned again only if every later document of its force was read, also one of two forces."""
    testshire.add_national().records["pairs.yaml"] = []
    read = ["2030-second-look.reply", f"{NATIONAL}.report", f"{NATIONAL}.testshire", f"{NATIONAL}.othershire"]
    testshire.change("C09", not_mentioned_in=read[:3])
    register = loaded(testshire)
    assert not_mentioned_again(register, register.entries) == []
    testshire.change("C09", not_mentioned_in=read)
    register = loaded(testshire)
    assert [one.id for one in not_mentioned_again(register, register.entries)] == ["C09"]


def test_an_event_belongs_to_a_part_by_any_of_its_forces(testshire: Testshire) -> None:
    """What happened in one force belongs to the inspection of both, and not to one of the other force alone."""
    event = {"document": None, "excerpt": None, "paragraph": None, "address": "https://example.org/"}
    testshire.add_national().change("E01", **event, bodies=["othershire_police"])
    register = loaded(testshire)
    parts = {one.id[:4]: len(register.part([one.id]).events) for one in register.inspections}
    assert parts == {"2029": 0, "2030": 0, "2031": 1}


def test_a_force_may_be_one_or_several_and_must_be_known(testshire: Testshire) -> None:
    """A list names each; a slip in it is told as elsewhere."""
    testshire.add_national().records[f"inspections/{NATIONAL}/inspection.yaml"]["force"] = ["testshire_police", "other"]
    (problem,) = testshire.load().errors
    assert "force.2: 'other' is not in bodies.yaml" in str(problem)


def test_each_reply_is_told_with_its_own_office(testshire: Testshire) -> None:
    """Two Commissioners are both called so; where that would not tell them apart, each has its full name."""
    register = loaded(testshire.add_national())
    assert [said.where for said in replies_to(register, register.recommendations[0])] == [
        "Letter of 2 September 2031, paragraph 3 (Police and Crime Commissioner)",
        "Letter of 9 September 2031 (Police and Crime Commissioner for Othershire)",
    ]
    labels = [voice_label(register, one) for one in register.commitments if one.inspection == NATIONAL]
    assert labels == [
        "The Police and Crime Commissioner’s own words", "The Police and Crime Commissioner for Othershire’s own words"
    ]  # fmt: skip


def test_the_office_of_each_force_is_asked_for_what_is_missing(testshire: Testshire) -> None:
    """Of two forces each has its own chief officer; of another force's Commissioner it is not known who that is."""
    register = loaded(testshire.add_national())
    missing = [one for one in papers(register, date(2032, 1, 1)) if one.inspection.id == NATIONAL]
    assert [(one.kind, one.ask, one.note) for one in missing] == [
        ("Chief officer’s comments", "Commissioner", "By the chief officer of Testshire Police."),
        ("Chief officer’s comments", "Whoever holds Othershire Police to account",
         "By the chief officer of Othershire Police."),
    ]  # fmt: skip


@pytest.mark.parametrize("force", ["all", *FORCES])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_with_two_forces_in_one_inspection(
    open_page: OpenPage, testshire: Testshire, name: str, force: str
) -> None:
    """No page is at a loss, whichever force is chosen; the inspection is there under each."""
    testshire.add_national()
    page = open_page(name, **QUERY.get(name, {}), force=force)
    assert not page.exception
    if name in {"commitments", "inspection", "replies"}:
        assert "Othershire" in words(page)


@pytest.mark.parametrize("form", FORMATS)
def test_every_file_is_made_of_two_forces_in_one_inspection(testshire: Testshire, tmp_path: Path, form: str) -> None:
    """Slides, briefing, workbook and data hold an inspection of two forces with two replies."""
    path = tmp_path / "file"
    data = testshire.add_national().write()
    result = run("export", "--format", form, "--data", data, "--inspection", "all", "--output", path)
    assert (result.exit_code, result.output) == (0, "")
    assert path.stat().st_size
