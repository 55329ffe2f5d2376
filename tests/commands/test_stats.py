"""The command that compares two readings of the same documents."""

import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire


@pytest.fixture
def second(testshire: Testshire) -> Testshire:
    """Give another reading of the same letters, which begins as a copy of the first."""
    testshire.write()
    return Testshire(testshire.folder.with_name("second"))


def test_numbers_agreement_and_differences_are_told(testshire: Testshire, second: Testshire) -> None:
    """The same words make the same point, whatever its id; what only one has is listed, and so is what differs."""
    second.change("C01", id="C07", excerpt="that planning meetings were not always attended").change(
        "C07", voice="quoted"
    )
    second.change("S01", themes=["partnership", "workforce"]).change("K01", specific="false", owner="testshire_police")
    second.change("F01", value="91").add_need()
    second.records[f"{SECOND}/actions.yaml"] = []
    result = run("stats", testshire.folder, second.write())
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "                    first second   both",
        "Concern                 2      2      2",
        "Strength                1      1      1",
        "Reported action         1      0      0",
        "Commitment              1      1      1",
        "Said to be needed       0      1      0",
        "Figure                  1      1      1",
        "Of 5 points that both have, both say the same:",
        "  what it is: 5 of 5",
        "  voice: 4 of 5",
        "  scope: 5 of 5",
        "  main theme: 4 of 5",
        "  kind: 1 of 1",
        "  owner: 0 of 1",
        "  specific: 0 of 1",
        "  value: 0 of 1",
        "  bound: 1 of 1",
        "Only in the first: 1",
        "  2030-second-look.A01: Officers go to every meeting.",
        "Only in the second: 1",
        "  2030-second-look.K02: The Commissioner says that a plan for all children is essential.",
        "Said differently: 4",
        "  2030-second-look.C01, 2030-second-look.C07: voice reported, quoted",
        "  2030-second-look.S01, 2030-second-look.S01: main theme workforce, partnership",
        "  2030-second-look.K01, 2030-second-look.K01: owner testshire_pcc, testshire_police; specific True, False",
        "  2030-second-look.F01, 2030-second-look.F01: value 90, 91",
    ]


def test_a_point_of_another_kind_is_the_same_point(testshire: Testshire, second: Testshire) -> None:
    """One reads a need where the other reads a concern: both quote the same words, and it is told."""
    testshire.change("S01", id="C02", polarity="concern", answers=[], excerpt="A plan for all children is essential")
    second.records[f"{SECOND}/findings.yaml"].pop()
    result = run("stats", testshire.write(), second.add_need().write())
    assert (
        "  2030-second-look.C02, 2030-second-look.K02: concern, need; voice quoted, respondent; scope national, local"
        in (result.output.splitlines())
    )


def test_an_entry_is_matched_once_and_with_its_own_kind_first(testshire: Testshire, second: Testshire) -> None:
    """Two entries on the same words are two points; the one of the same kind is the match."""
    testshire.change("A01", excerpt="planning meetings were not always attended")
    second.change("A01", excerpt="planning meetings were not always attended")
    output = run("stats", testshire.write(), second.write()).output
    assert output.endswith("Only in the first: 0\nOnly in the second: 0\nSaid differently: 0\n")


def test_readings_of_nothing_in_common_are_told(testshire: Testshire, tmp_path: Path) -> None:
    """There is nothing to compare without an inspection that both have."""
    shutil.copytree(testshire.write(), tmp_path / "other")
    shutil.rmtree(tmp_path / "other" / "inspections")
    result = run("stats", testshire.folder, tmp_path / "other")
    assert (result.exit_code, "the two have no inspection in common" in result.output) == (2, True)
