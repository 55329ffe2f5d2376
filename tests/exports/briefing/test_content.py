"""What a briefing says: all that fits the choice and nothing else, each voice apart, each doubt told."""

import re

import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.register.register import Register
from tests.exports.briefing.reading import ALL, CHAPTERS, chapter, entries, headings, loaded, made, text_of
from tests.testshire import SECOND, Testshire


@pytest.mark.parametrize(
    "choice",
    [ALL, Choice(inspections=("2030-second-look",)), Choice(themes=("workforce",))],
    ids=["all", "an inspection", "a theme"],
)
def test_entries_are_those_of_the_json(register: Register, choice: Choice) -> None:
    """Every entry that fits the choice stands in the briefing with its full id and its excerpt, and no other."""
    document = made(register, choice)
    written = "\n".join(chapter(document, name) for name in CHAPTERS if name not in ("Pairs", "Questions"))
    assert set(re.findall(r"\d{4}-[a-z-]+\.[CSAKF]\d\d", written)) == entries(register, choice)
    assert [full_id for full_id in entries(register, choice) if _excerpt(register, full_id) not in written] == []


def _excerpt(register: Register, full_id: str) -> str:
    """Give the exact words of an entry in quotation marks."""
    return f"“{register.entries_by_id[full_id].excerpt}”"


def test_choice_is_said_first(register: Register) -> None:
    """For whom, what was chosen, and when the register was reviewed stand above everything else."""
    document = made(register, Choice(inspections=("2030-second-look",), themes=("workforce",)))
    assert [paragraph.text for paragraph in document.paragraphs[:5]] == [
        "Second inspection of Testshire Police. Theme: Skills and training",
        "For: Testshire Panel",
        "Chosen: Inspections: Second look. Themes: Skills and training.",
        "From: the register “How Testshire Police protects children” (Testshire)",
        "As of: Register reviewed on 15 November 2030; this briefing is of 20 November 2030",
    ]


def test_acknowledged_only_comes_first(testshire: Testshire) -> None:
    """A concern without an answer stands above those with one; all answers are named by kind."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", summary="Health was late.", answers=[])
    table = made(loaded(testshire), Choice(inspections=("2030-second-look",))).tables[0]
    rows = [[" ".join("".join(text_of(p._p)) for p in cell.paragraphs) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Concern", "What the reply offers, and in which entries"],
        ["C02 (local)  Health was late.", "Acknowledged only"],
        ["C01 (local)  Planning in the MASH lacked health services.", "Undertaking K01; action A01"],
    ]


def test_answers_beyond_the_choice_are_told(testshire: Testshire) -> None:
    """An entry that answers a concern and does not stand in the briefing itself is named told below the table."""
    testshire.change("K01", themes=["workforce"])
    answered = chapter(made(loaded(testshire), Choice(themes=("partnership",))), "What was answered")
    assert "Undertaking K01; action A01" in answered
    assert "under none of the chosen themes: K01: The Commissioner will write to health services." in answered


def test_no_reply_is_a_gap_in_the_papers(register: Register) -> None:
    """Where no reply is held, nothing is said of an answer."""
    answered = chapter(made(register), "What was answered")
    assert "No reply is held. So nothing can be said here of an answer to C09." in answered


def test_ticks_are_words(testshire: Testshire) -> None:
    """What is printed is quoted, what is not is said not to be; the kind stands with the words."""
    testshire.change("K01", owner=None, measure=None)
    row = made(loaded(testshire), Choice(inspections=("2030-second-look",))).tables[1].rows[1]
    words, *ticks = (" ".join("".join(text_of(p._p)) for p in cell.paragraphs) for cell in row.cells)
    assert words.startswith("K01  Undertaking. The Commissioner will write to health services. “I will write to")
    assert "2030-second-look.K01 · Reply, paragraph 3 · Said by: PCC" in words
    assert ticks == ["□ not printed", "■ printed", "■ printed: “by the end of the year”", "□ not printed"]


def test_voices_stand_apart(testshire: Testshire) -> None:
    """The respondent's own views, and what is from elsewhere, are not among what inspectors found."""
    testshire.change("C01", source="A review of hospitals").change("S01", voice="respondent")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", note="Implied: the letter asks for more.")
    testshire.change("C02", source=None)
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    found = headings(document, 2)[:3]
    assert found == [
        "Concerns",
        "Concerns taken from another inspection or source",
        "The respondent's own view, not inspectors': strengths",
    ]
    written = chapter(document, "What inspectors found")
    assert "Local · About: Testshire Police · Implied. Read with care: Implied: the letter asks for more." in written
    assert "From another inspection or source: A review of hospitals" in written
    assert "Reply, paragraph 4 · Respondent's own view · National" in written


def test_strong_pairs_stand_whole(testshire: Testshire) -> None:
    """Strong pairs, and the first arguable one of each relation, carry their caution; the rest are named."""
    testshire.add("pairs.yaml", "P01", id="P02", caution="Other years.", earlier="2029-first-look.C09")
    testshire.change("P02", later="2030-second-look.S01")
    testshire.add(
        "pairs.yaml", "P01", id="P03", later="2030-second-look.A01", strength="strong", caution="Strongly put."
    )
    document = made(loaded(testshire), Choice(inspections=("2029-first-look",)))
    assert [text for text in headings(document, 2) if text.startswith(("P0", "Arg"))] == [
        "P03: the later says again the earlier (strong)",
        "P01: the later says again the earlier (arguable)",
        "Arguable pairs by reference",
    ]
    written = chapter(document, "Pairs")
    assert "Caution. Strongly put." in written
    assert "Caution. Different meetings." in written
    assert "P02 (2029-first-look.C09 with 2030-second-look.S01)" in written


def test_doubts_show(testshire: Testshire) -> None:
    """A doubt about a date stands wherever something rests on the date."""
    doubted = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}
    testshire.change("second.reply", date=doubted)
    testshire.change("K01", due={"printed": "by the end of the year", "doubt": "Which year is not said."})
    document = made(loaded(testshire))
    assert "2 September 2030 as printed, and that date is in doubt" in chapter(document, "What was answered")
    assert "The date is in doubt: Which year is not said" in chapter(document, "Commitments")
    assert "“by the end of the year” in doubt" in chapter(document, "Commitments")
    assert "The order rests on a date in doubt. 2 September 2030: The letter prints" in chapter(document, "Pairs")
    assert "In doubt: The letter prints two dates." in chapter(document, "Documents and doubts")


def test_documents_not_held_show(register: Register) -> None:
    """A document that is known and was not read is said to be so, at the head and in the list."""
    document = made(register)
    assert "1 document is known to exist and not held." in chapter(document, "In short")
    assert "Known, not held" in chapter(document, "Documents and doubts")


def test_questions_are_those_picked(register: Register) -> None:
    """What was picked stands in its order, each with what it rests on; a name that is unknown is left out."""
    picked = ("document_not_held.2029-first-look.report", "gone.2029-first-look.C01")
    asked = chapter(made(register, Choice(themes=("workforce",)), picked), "Questions").splitlines()
    assert asked == [
        "Picked for this meeting. Each is made from a gap in the papers held and from the documents' own words.",
        "Commissioner, where can members read “A report” (First look)? Document not held. "
        "Rests on 2029-first-look.report.",
    ]


def test_questions_are_suggested_of_those_that_fit(testshire: Testshire) -> None:
    """With none picked, the suggested stand there, narrowed by inspection and by theme, with their cautions."""
    testshire.change("P01", strength="strong").change("K01", due=None)
    asked = chapter(made(loaded(testshire), Choice(inspections=("2030-second-look",))), "Questions")
    assert "How so? Caution. Different meetings. Strong pair. Rests on 2030-second-look.C01." in asked
    other = Choice(inspections=("2030-second-look",), themes=("workforce",))
    assert chapter(made(loaded(testshire), other), "Questions") == "What is chosen gives rise to no question."


def test_nothing_fits(register: Register) -> None:
    """A choice without any entry says so in every chapter."""
    document = made(register, Choice(inspections=("2029-first-look",), themes=("workforce",)))
    for name in CHAPTERS[2:6]:
        assert "fits what is chosen." in chapter(document, name)
    assert "No finding fits what is chosen." in chapter(document, "What inspectors found")


def test_empty_register(testshire: Testshire) -> None:
    """A register without any inspection gives a briefing that says so."""
    document = made(loaded(testshire.empty()))
    assert headings(document, 1) == CHAPTERS
    assert chapter(document, "Documents and doubts") == "The register holds no inspection yet."


def test_documents_of_one_kind_are_told_apart(testshire: Testshire) -> None:
    """Where an inspection has two documents of a kind that are held, an entry names which it stands in."""
    release = testshire.record("first.press_release")
    testshire.record("first")["documents"].append(release | {"id": "later_release", "file": "later.txt"})
    found = chapter(made(loaded(testshire)), "What inspectors found")
    assert "2029-first-look.C09 · Press release (press_release), paragraph 2" in found
    assert "2030-second-look.C01 · Reply, paragraph 2" in found
