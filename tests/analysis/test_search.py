"""Search finds what is meant, forgives typing errors, and never shows a score."""

import pandas as pd
import pytest

from scrutiny.analysis.search import Index, nearest_ids
from scrutiny.analysis.searchable import KINDS
from scrutiny.register.register import Register
from tests.testshire import FIRST, Testshire

PLAN = "2030-second-look.C01"


def found(register: Register, text: str, limit: int = 50) -> pd.DataFrame:
    """Search a register once."""
    return Index(register).search(text, limit=limit)


@pytest.mark.parametrize(
    "text",
    [
        "planning lacked",
        "lacked planning",  # in any order
        "PLANNING Lacked",  # in any case
        "plánnïng",  # accents
        "“planning”",  # quotation marks
        "plann",  # not yet typed out
        "planing lacked",  # a letter left out
        "plannnig",  # two letters swapped
        "planned",  # another ending
    ],
)
def test_search_finds_words_however_they_are_typed(register: Register, text: str) -> None:
    """A reader need not spell as the register does."""
    assert PLAN in found(register, text).index


@pytest.mark.parametrize(
    ("text", "full_id", "where"),
    [
        ("Officers are well trained", "2030-second-look.S01", "summary"),
        ("planning meetings", PLAN, "excerpt"),
        ("Testshire Police", PLAN, "about"),
        ("skills and training", "2030-second-look.S01", "theme"),
        ("made sooner", "2030-second-look.A01", "further words"),
        ("register of attendance", "2030-second-look.K01", "further words"),
        ("90", "2030-second-look.F01", "summary"),
        ("child safety plan", "events.E01", "title"),
        ("second inspection", "inspections.2030-second-look", "title"),
        ("pcc", "bodies.testshire_pcc", "acronym"),
        ("safeguarding hub", "glossary.MASH", "expansion"),
        ("where all decide", "glossary.MASH", "meaning"),
        ("2029", "2029-first-look.C09", "year"),
    ],
)
def test_search_says_where_it_found_the_words(register: Register, text: str, full_id: str, where: str) -> None:
    """Summaries, excerpts, notes, bodies, events and the glossary are all searched."""
    assert where in found(register, text).loc[full_id, "where"]


def test_search_finds_notes(testshire: Testshire) -> None:
    """A word that stands only in a note is found there."""
    register = testshire.change("C01", note="Implied: no failing was printed.").load().register
    assert register is not None
    assert found(register, "implied").loc[PLAN, "where"] == ("note",)


@pytest.mark.parametrize("text", ["C01", "c1", "2030-second-look.C01", "2030-SECOND-LOOK C01", " C01 "])
def test_search_finds_an_id_first(register: Register, text: str) -> None:
    """An id, short or full, finds its own entry before everything else."""
    assert found(register, text).index[0] == PLAN


def test_search_finds_every_entry_of_a_short_id(testshire: Testshire) -> None:
    """A short id may stand in several inspections; all of them are found."""
    register = testshire.add(f"{FIRST}/findings.yaml", "C09", id="C01").load().register
    assert register is not None
    assert set(found(register, "C01").index) == {PLAN, "2029-first-look.C01"}


def test_search_wants_all_words(register: Register) -> None:
    """Two words narrow the search, and each result has both."""
    assert list(found(register, "meetings lacked").index) == ["2029-first-look.C09", PLAN]
    assert found(register, "meetings lacked zebras").empty


def test_search_keeps_own_views_apart(testshire: Testshire) -> None:
    """What a reply's author says of his own side is not listed among inspectors' strengths."""
    register = testshire.change("S01", voice="respondent").load().register
    assert register is not None
    assert found(register, "well trained").loc["2030-second-look.S01", "kind"] == "own_view"


@pytest.mark.parametrize("text", ["", "  ", "…“”", "zebra", "x" * 5000, "\\", "%_*", "the"])
def test_search_without_results_keeps_its_columns(register: Register, text: str) -> None:
    """Whatever is typed, a frame of the same form comes back."""
    frame = found(register, text, limit=0)
    assert list(frame.columns) == ["kind", "where", "matched", "score", "of_kind"]
    assert list(frame["kind"].cat.categories) == list(KINDS)
    assert frame.empty


def test_search_limits_each_kind_and_says_how_many_there_are(register: Register) -> None:
    """A common word does not let one kind crowd out the others."""
    frame = found(register, "meetings", limit=1)
    assert frame["kind"].is_unique
    assert frame.loc["2029-first-look.C09", "of_kind"] == 2


def test_search_does_not_forgive_numbers(register: Register) -> None:
    """90 and 91 are two things."""
    assert found(register, "9100").empty


def test_nearest_words_are_offered(register: Register) -> None:
    """Where nothing is found, words of the register that look alike are offered as they are printed."""
    assert "attendance" in Index(register).nearest_words("attendant")
    assert Index(register).nearest_words("MASH") == ["MASH"]
    assert Index(register).nearest_words("") == []


@pytest.mark.parametrize("text", ["2030-second-lok.C01", "2030-second-look-C01", "second-look.C01"])
def test_nearest_ids_mend_a_mistyped_id(register: Register, text: str) -> None:
    """An id that does not exist leads to the one that was meant."""
    assert nearest_ids(register, text)[0] == PLAN


def test_nearest_ids_of_nonsense_are_none(register: Register) -> None:
    """Nothing is offered that is not alike."""
    assert nearest_ids(register, "§§§") == []


def test_search_keeps_to_kinds_and_inspections(testshire: Testshire) -> None:
    """Only what is asked for is found and counted, also where the limit of a kind would have hidden it."""
    for number in range(10, 20):
        testshire.add(f"{FIRST}/findings.yaml", "C09", id=f"C{number}")
    register = testshire.load().register
    assert register is not None
    index = Index(register)
    second = index.search("lacked", limit=5, inspections=["2030-second-look"])
    assert list(second.index) == [PLAN]
    assert list(second["of_kind"]) == [1]
    meetings = index.search("meetings", limit=50, kinds=["action", "figure"])
    assert set(meetings["kind"]) == {"action", "figure"}
    assert index.search("C01", limit=5, kinds=["body"]).empty


def test_search_knows_what_belongs_to_no_inspection(register: Register) -> None:
    """An event belongs where it is told; bodies and acronyms belong to no inspection."""
    index = Index(register)
    assert "events.E01" in index.search("plan", limit=5, inspections=["2030-second-look"]).index
    assert "events.E01" not in index.search("plan", limit=5, inspections=["2029-first-look"]).index
    everywhere = ["2029-first-look", "2030-second-look"]
    assert "glossary.MASH" in index.search("MASH", limit=5).index
    assert "glossary.MASH" not in index.search("MASH", limit=5, inspections=everywhere).index
