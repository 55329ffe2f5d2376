"""What is in the register, counted."""

from datetime import date
from pathlib import Path

from scrutiny.analysis.frames import frames
from scrutiny.analysis.summary import (
    COUNT_COLUMNS,
    counts_by_inspection,
    inspections_raising_concerns,
)
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire

REAL = Path(__file__).parents[2] / "data"
TODAY = date(2030, 12, 1)


def counted(testshire: Testshire) -> dict[str, dict[str, object]]:
    """Give what is counted of each inspection, by its id."""
    register = testshire.load().register
    assert register is not None
    return {
        one.inspection.id: {"held": one.held, "not_held": one.not_held, **one.entries}
        for one in counts_by_inspection(register)
    }


def test_contents_counts_what_was_written(testshire: Testshire) -> None:
    """Documents and entries are counted for each inspection, in the order of time."""
    table = counted(testshire)
    assert list(table) == ["2029-first-look", "2030-second-look"]
    assert list(table.values()) == [
        {
            "held": 1, "not_held": 1,
            "concern": 1, "strength": 0, "elsewhere": 0, "own_view": 0, "action": 0, "commitment": 0,
            "inspectorate_commitment": 0, "need": 0, "figure": 0,
        },
        {
            "held": 1, "not_held": 0,
            "concern": 1, "strength": 1, "elsewhere": 0, "own_view": 0, "action": 1, "commitment": 1,
            "inspectorate_commitment": 0, "need": 0, "figure": 1,
        },
    ]  # fmt: skip


def test_contents_keeps_needs_apart(testshire: Testshire) -> None:
    """What is only said to be needed is not counted as a commitment."""
    row = counted(testshire.add_need())["2030-second-look"]
    assert [row[name] for name in ("commitment", "need")] == [1, 1]


def test_contents_keeps_commitments_of_inspectorates_apart(testshire: Testshire) -> None:
    """The Commissioner does not answer for what an inspectorate undertakes."""
    testshire.change("K01", voice="reported", by="inspectors")
    row = counted(testshire)["2030-second-look"]
    assert [row[name] for name in ("commitment", "inspectorate_commitment")] == [0, 1]


def test_points_are_all_but_figures(testshire: Testshire) -> None:
    """A figure is counted as a figure and as no point, as the page that explains the numbers says."""
    register = testshire.add_need().load().register
    assert register is not None
    assert [one.points for one in counts_by_inspection(register)] == [1, 5]


def test_contents_keeps_own_views_apart(testshire: Testshire) -> None:
    """What the respondent finds good himself is not counted as a strength that inspectors found."""
    testshire.change("S01", voice="respondent").add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4")
    row = counted(testshire.change("C02", voice="respondent"))["2030-second-look"]
    assert [row[name] for name in ("concern", "strength", "own_view")] == [1, 0, 2]


def test_contents_keeps_what_is_from_elsewhere_apart(testshire: Testshire) -> None:
    """A finding that a document takes from another inspection is not counted as one of this."""
    row = counted(testshire.change("C01", source="Another inspectorate"))["2030-second-look"]
    assert [row[name] for name in ("concern", "strength", "elsewhere")] == [0, 1, 1]


def test_contents_of_an_inspection_without_entries(testshire: Testshire) -> None:
    """An inspection of which nothing was read yet has its row of noughts."""
    testshire.change("first.press_release", held="false").records["pairs.yaml"] = []
    testshire.records["inspections/2029-first-look/findings.yaml"] = []
    row = counted(testshire)["2029-first-look"]
    assert [row[name] for name in ("held", "not_held", *COUNT_COLUMNS)] == [0, 2, *(0 for _ in COUNT_COLUMNS)]


def test_contents_without_documents(testshire: Testshire) -> None:
    """An inspection of which no document is known has none held and none missing."""
    testshire.records["pairs.yaml"] = []
    testshire.change("first", documents=[]).records["inspections/2029-first-look/findings.yaml"] = []
    row = counted(testshire)["2029-first-look"]
    assert (row["held"], row["not_held"]) == (0, 0)


def test_contents_of_an_empty_register(testshire: Testshire) -> None:
    """A register without inspections has nothing to count."""
    register = testshire.empty().load().register
    assert register is not None
    assert counts_by_inspection(register) == ()


def test_raised_counts_inspections_not_entries(testshire: Testshire) -> None:
    """Two concerns of one inspection under a theme count once."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    register = testshire.load().register
    assert register is not None
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 2, "workforce": 0}


def test_raised_leaves_out_strengths_and_own_views(testshire: Testshire) -> None:
    """A strength raises nothing, and neither does what the respondent thinks."""
    register = testshire.change("C01", voice="respondent").load().register
    assert register is not None
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 1, "workforce": 0}


def test_raised_of_nothing_is_nothing(register: Register) -> None:
    """Every theme is there even if no entry is."""
    assert inspections_raising_concerns(frames(register).entries.head(0)).to_dict() == {
        "partnership": 0,
        "workforce": 0,
    }


def test_raised_leaves_out_what_is_from_another_inspection(testshire: Testshire) -> None:
    """A concern that a document takes from elsewhere is not this inspection's."""
    register = testshire.change("C01", source="Another inspectorate").load().register
    assert register is not None
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 1, "workforce": 0}
