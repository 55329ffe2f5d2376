"""Search finds what is meant, forgives typing errors, and never shows a score."""

import pytest

from scrutiny.analysis.search import Index, SearchHit, SearchResult, nearest_ids
from scrutiny.analysis.searchable import KINDS
from scrutiny.register.register import Register
from tests.testshire import FIRST, Testshire

PLAN = "2030-second-look.C01"


def found(register: Register, text: str, limit: int = 50) -> dict[str, SearchHit]:
    """Search a register once, and give what is found by its full id, the best first."""
    return by_id(Index(register).search(text, limit=limit))


def by_id(result: SearchResult) -> dict[str, SearchHit]:
    """Give what is found by its full id, the best first."""
    return {hit.item.full_id: hit for hit in result.hits}


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
    assert PLAN in found(register, text)


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
    assert where in found(register, text)[full_id].where


def test_search_finds_notes(testshire: Testshire) -> None:
    """A word that stands only in a note is found there."""
    register = testshire.change("C01", note="Hedged: the letter says “perhaps”.").register()
    assert found(register, "hedged")[PLAN].where == ("note",)


@pytest.mark.parametrize(
    ("text", "full_id", "kind", "where"),
    [
        ("promised to write", "highlights.H01", "highlight", ("sentence",)),
        ("what did they reply", "questions.Q01", "question", ("question",)),
        ("Q01", "questions.Q01", "question", ("id",)),
        ("plan for all children", "2030-second-look.K02", "need", ("summary", "excerpt")),
    ],
)
def test_search_finds_what_curators_say_and_needs(
    testshire: Testshire, text: str, full_id: str, kind: str, where: tuple[str, ...]
) -> None:
    """Highlights, questions written by hand and needs are kinds of their own; each belongs to its inspection."""
    register = testshire.add_statements().register()
    hit = found(register, text)[full_id]
    assert (hit.kind, hit.where) == (kind, where)
    index = Index(register)
    assert full_id in by_id(index.search(text, limit=50, inspections=["2030-second-look"]))
    assert full_id not in by_id(index.search(text, limit=50, inspections=["2029-first-look"]))


@pytest.mark.parametrize("text", ["C01", "c1", "2030-second-look.C01", "2030-SECOND-LOOK C01", " C01 "])
def test_search_finds_an_id_first(register: Register, text: str) -> None:
    """An id, short or full, finds its own entry before everything else."""
    assert next(iter(found(register, text))) == PLAN


def test_search_finds_every_entry_of_a_short_id(testshire: Testshire) -> None:
    """A short id may stand in several inspections; all of them are found."""
    register = testshire.add(f"{FIRST}/findings.yaml", "C09", id="C01").register()
    assert set(found(register, "C01")) == {PLAN, "2029-first-look.C01"}


def test_search_wants_all_words(register: Register) -> None:
    """Two words narrow the search, and each result has both."""
    assert list(found(register, "meetings lacked")) == ["2029-first-look.C09", PLAN]
    assert found(register, "meetings lacked zebras") == {}


def test_search_keeps_own_views_apart(testshire: Testshire) -> None:
    """What a reply's author says of his own side is not listed among inspectors' strengths."""
    register = testshire.change("S01", voice="respondent").register()
    assert found(register, "well trained")["2030-second-look.S01"].kind == "own_view"


@pytest.mark.parametrize("text", ["", "  ", "…“”", "zebra", "x" * 5000, "\\", "%_*", "the"])
def test_whatever_is_typed_can_be_searched_for(register: Register, text: str) -> None:
    """Nothing that is typed breaks the search, and no more is listed than was asked for."""
    assert found(register, text, limit=0) == {}


def test_search_limits_each_kind_and_says_how_many_there_are(register: Register) -> None:
    """A common word does not let one kind crowd out the others."""
    result = Index(register).search("meetings", limit=1)
    kinds = [hit.kind for hit in result.hits]
    assert len(kinds) == len(set(kinds))
    assert result.numbers["concern"] == 2
    assert result.total == sum(result.numbers.values()) > len(kinds)


def test_results_stand_by_kind_in_a_fixed_order(register: Register) -> None:
    """Concerns come first and acronyms last, unless an exact id was typed: then its kind does."""
    index = Index(register)
    kinds = list(index.search("meetings", limit=5).by_kind)
    assert kinds == sorted(kinds, key=KINDS.index)
    assert next(iter(index.search("A01", limit=5).by_kind)) == "action"


def test_what_is_only_near_is_called_so(register: Register) -> None:
    """A short word that nobody wrote is not found in another one; what is found by a typing error says that it is."""
    index = Index(register)
    assert index.search("plun", limit=5).total == 0
    assert index.search("palnning", limit=5).is_near
    assert not index.search("planning", limit=5).is_near


def test_search_does_not_forgive_numbers(register: Register) -> None:
    """90 and 91 are two things."""
    assert found(register, "9100") == {}


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
    register = testshire.register()
    index = Index(register)
    second = index.search("lacked", limit=5, inspections=["2030-second-look"])
    assert list(by_id(second)) == [PLAN]
    assert second.numbers == {"concern": 1}
    meetings = index.search("meetings", limit=50, kinds=["action", "figure"])
    assert {hit.kind for hit in meetings.hits} == {"action", "figure"}
    assert index.search("C01", limit=5, kinds=["body"]).hits == ()


def test_search_knows_what_belongs_to_no_inspection(register: Register) -> None:
    """An event belongs where it is told; bodies and acronyms belong to no inspection."""
    index = Index(register)
    assert "events.E01" in by_id(index.search("plan", limit=5, inspections=["2030-second-look"]))
    assert "events.E01" not in by_id(index.search("plan", limit=5, inspections=["2029-first-look"]))
    everywhere = ["2029-first-look", "2030-second-look"]
    assert "glossary.MASH" in by_id(index.search("MASH", limit=5))
    assert "glossary.MASH" not in by_id(index.search("MASH", limit=5, inspections=everywhere))
