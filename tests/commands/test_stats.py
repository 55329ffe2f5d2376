"""The command that compares two readings of the same documents."""

import shutil
from pathlib import Path

import pytest

from scrutiny.commands.stats import SECTIONS, SPLIT
from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire


@pytest.fixture
def second(testshire: Testshire) -> Testshire:
    """Give another reading of the same letters, which begins as a copy of the first."""
    testshire.write()
    return Testshire(testshire.folder.with_name("second"))


def test_numbers_agreement_and_what_is_to_settle_are_told(testshire: Testshire, second: Testshire) -> None:
    """The same words make the same point, whatever its id; what differs is asked in the order of the documents."""
    second.change("C01", id="C07", excerpt="that planning meetings were not always attended").change(
        "C07", voice="quoted", answers=["K01"]
    )
    second.change("S01", themes=["partnership", "workforce"])
    second.change("K01", id="K05", specific="false", owner="testshire_police", measure="a register of all attendance")
    second.change("C07", answers=["K05"])
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
        "  paragraph: 5 of 5",
        "  voice: 4 of 5",
        "  scope: 5 of 5",
        "  source: 3 of 3",
        "  main theme: 4 of 5",
        "  answers: 0 of 1",
        "  kind: 1 of 1",
        "  general: 1 of 1",
        "  by: 1 of 1",
        "  owner: 0 of 1",
        "  specific: 0 of 1",
        "  due: 1 of 1",
        "  measure: 1 of 1",
        "  value: 0 of 1",
        "  bound: 1 of 1",
        "",
        "To settle: 6",
        "",
        "2030-second-look.reply, paragraph 2",
        "  C01, in the second C07: Planning in the MASH lacked health services.",
        "    voice: reported, or quoted? See “Whose words”.",
        "    answers: K01, A01, or K05? See “Answers”.",
        "  F01: The MASH met more than 90 times.",
        "    value: 90, or 91? See “Figures”.",
        "  A01, only in the first: Officers go to every meeting.",
        "    reported action: “saw that officers attend every meeting”",
        "",
        "2030-second-look.reply, paragraph 3",
        "  K01, in the second K05: The Commissioner will write to health services.",
        "    owner: testshire_pcc, or testshire_police? See “Commitments”.",
        "    specific: true, or false? See “Commitments”.",
        "",
        "2030-second-look.reply, paragraph 4",
        "  S01: Officers are well trained.",
        "    main theme: workforce, or partnership?",
        "  K02, only in the second: The Commissioner says that a plan for all children is essential.",
        "    said to be needed: “A plan for all children is essential”",
    ]


def test_answers_are_the_same_under_other_ids(testshire: Testshire, second: Testshire) -> None:
    """What answers a concern is compared by its words, as two people number it differently."""
    second.change("K01", id="K05").change("C01", answers=["K05", "A01"])
    output = run("stats", testshire.write(), second.write()).output
    assert "  answers: 1 of 1\n" in output
    assert output.endswith("\nTo settle: 0\n")


def test_a_point_that_one_of_them_splits_is_told(testshire: Testshire, second: Testshire) -> None:
    """An entry without a match that shares words with a matched one may be a part of the same point."""
    testshire.change("C01", excerpt="You found that planning meetings were not always attended").write()
    second.change("C01", excerpt="You found that planning meetings were")
    second.add(f"{SECOND}/findings.yaml", "C01", id="C02", excerpt="meetings were not always attended")
    lines = run("stats", testshire.folder, second.write()).output.splitlines()
    assert lines[-3:] == [
        "  C02, only in the second: Planning in the MASH lacked health services.",
        "    concern: “meetings were not always attended”",
        "    It shares words with C01 of the first: one point or two? See “One entry for each distinct point”.",
    ]


def test_a_slip_in_a_paragraph_parts_no_point(testshire: Testshire, second: Testshire) -> None:
    """The same words under two paragraphs are one point; it is asked which of the two is right."""
    second.change("A01", paragraph="3")
    lines = run("stats", testshire.write(), second.write()).output.splitlines()
    assert lines[-2:] == ["  A01: Officers go to every meeting.", "    paragraph: 2, or 3?"]


def test_a_point_of_another_kind_is_the_same_point(testshire: Testshire, second: Testshire) -> None:
    """One reads a need where the other reads a concern: both quote the same words, and it is told."""
    testshire.change("S01", id="C02", polarity="concern", answers=[], excerpt="A plan for all children is essential")
    second.records[f"{SECOND}/findings.yaml"].pop()
    lines = run("stats", testshire.write(), second.add_need().write()).output.splitlines()
    assert lines[-3:] == [
        "    what it is: concern, or need? See “Commitments”.",
        "    voice: quoted, or respondent? See “Whose words”.",
        "    scope: national, or local? See “National or local”.",
    ]


def test_an_entry_is_matched_once_and_with_its_own_kind_first(testshire: Testshire, second: Testshire) -> None:
    """Two entries on the same words are two points; the one of the same kind is the match."""
    testshire.change("A01", excerpt="planning meetings were not always attended")
    second.change("A01", excerpt="planning meetings were not always attended")
    assert run("stats", testshire.write(), second.write()).output.endswith("\nTo settle: 0\n")


def test_the_guide_has_each_section_that_settles_something() -> None:
    """What is named stands in “How to judge”, in the same words."""
    judge = (Path(__file__).parents[2] / "data/README.md").read_text("utf-8").partition("## How to judge")[2]
    for section in (*SECTIONS.values(), SPLIT):
        assert f"**{section}" in judge


def test_readings_of_nothing_in_common_are_told(testshire: Testshire, tmp_path: Path) -> None:
    """There is nothing to compare without an inspection that both have."""
    shutil.copytree(testshire.write(), tmp_path / "other")
    shutil.rmtree(tmp_path / "other" / "inspections")
    result = run("stats", testshire.folder, tmp_path / "other")
    assert (result.exit_code, "the two have no inspection in common" in result.output) == (2, True)
