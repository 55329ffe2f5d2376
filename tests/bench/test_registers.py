"""A made-up register is as large as it says, right in every way that is checked, and the same each time."""

from pathlib import Path

import pytest

from bench.registers import REAL, write_register
from scrutiny.register.loading import load


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register of three copies."""
    folder = tmp_path_factory.mktemp("made") / "register"
    write_register(folder, copies=3)
    return folder


def test_register_has_as_many_copies_and_no_problem(made: Path) -> None:
    """No problem but the contact, as in the real register, and of all but themes and terms thrice as much as there."""
    result, real = load(made), load(REAL).register
    assert [problem.rule for problem in result.problems] == ["contact_is_filled_in"]
    assert result.register is not None
    assert real is not None
    for held in ("inspections", "entries", "pairs"):
        assert len(getattr(result.register, held)) == 3 * len(getattr(real, held))
    assert {inspection.force for inspection in result.register.inspections} == {(), ("force_1",), ("force_2",)}


def test_copies_hold_texts_of_their_own(made: Path) -> None:
    """Equal texts are kept once, so that a register of them would take too little memory."""
    register = load(made).register
    assert register is not None
    summaries = [entry.summary for entry in register.entries if len(entry.summary.split()) > 7]
    assert len(set(summaries)) > 0.99 * len(summaries)


def test_register_is_the_same_each_time(made: Path, tmp_path: Path) -> None:
    """So figures can be compared."""
    write_register(tmp_path / "same", copies=3)
    contents = [[path.read_bytes() for path in sorted(folder.rglob("*.yaml"))] for folder in (made, tmp_path / "same")]
    assert contents[0] == contents[1]
