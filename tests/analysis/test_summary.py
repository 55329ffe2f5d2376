"""How many inspections raised a concern, by theme."""

from scrutiny.analysis.counts import inspections_raising_concerns
from scrutiny.analysis.frames import frames
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire


def test_raised_counts_inspections_not_entries(testshire: Testshire) -> None:
    """Two concerns of one inspection under a theme count once."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    register = testshire.register()
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 2, "workforce": 0}


def test_raised_leaves_out_strengths_and_own_views(testshire: Testshire) -> None:
    """A strength raises nothing, and neither does what the respondent thinks."""
    register = testshire.change("C01", voice="respondent").register()
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 1, "workforce": 0}


def test_raised_of_nothing_is_nothing(register: Register) -> None:
    """Every theme is there even if no entry is."""
    assert inspections_raising_concerns(frames(register).entries.head(0)).to_dict() == {
        "partnership": 0,
        "workforce": 0,
    }


def test_raised_leaves_out_what_is_from_another_inspection(testshire: Testshire) -> None:
    """A concern that a document takes from elsewhere is not this inspection's."""
    register = testshire.change("C01", source="Another inspectorate").register()
    assert inspections_raising_concerns(frames(register).entries).to_dict() == {"partnership": 1, "workforce": 0}
