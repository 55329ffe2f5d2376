"""Made-up registers are as large as they say, right in every way that is checked, and the same each time."""

from pathlib import Path

import pytest

from bench.entries import shares
from bench.registers import SIZES, write_register
from scrutiny.register.loading import LoadResult, load
from scrutiny.register.vocabulary import Gap


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the smallest register."""
    folder = tmp_path_factory.mktemp("made")
    write_register(SIZES["S"], folder)
    return folder


@pytest.fixture(scope="module")
def outcome(made: Path) -> LoadResult:
    """Load it as the dashboard does."""
    return load(made)


def test_register_has_no_problem(outcome: LoadResult) -> None:
    """Neither an error nor a warning: it is read as a curator's register is."""
    assert [str(problem) for problem in outcome.problems] == []


def test_register_has_its_size(outcome: LoadResult) -> None:
    """It has the inspections and entries that its size names."""
    assert outcome.register is not None
    held = outcome.register
    assert (len(held.inspections), len(held.entries)) == (SIZES["S"].inspections, SIZES["S"].entries)
    assert {body.id for body in held.bodies if body.kind == "police"} == {"force_0"}


def test_register_holds_every_kind_of_thing(outcome: LoadResult) -> None:
    """Answers and none, due dates, pairs, events, documents held and not: pages have all of it to show."""
    assert outcome.register is not None
    held = outcome.register
    answered = {bool(finding.answers) for finding in held.findings if finding.answers is not None}
    assert answered == {True, False}
    assert {document.held for _, document in held.documents()} == {True, False}
    assert any(commitment.due for commitment in held.commitments)
    assert held.pairs
    assert held.events
    assert {question.id for question in held.questions} == set(Gap)


def test_register_of_a_seed_is_the_same(made: Path, tmp_path: Path) -> None:
    """The same seed gives the same bytes, so that figures can be compared; another seed gives others."""
    same, other = tmp_path / "same", tmp_path / "other"
    write_register(SIZES["S"], same)
    write_register(SIZES["S"], other, seed=8)
    contents = [[path.read_bytes() for path in sorted(folder.rglob("*.yaml"))] for folder in (made, same, other)]
    assert contents[0] == contents[1] != contents[2]


@pytest.mark.parametrize("entries", [30, 72, 289])
def test_shares_add_up(entries: int) -> None:
    """Kinds share the entries among them, none without any."""
    shared = shares(entries)
    assert sum(shared.values()) == entries
    assert all(shared.values())
