"""What a briefing says: all that fits the choice and nothing else, each voice apart, each doubt told."""

import re

import pytest
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.facts import reference
from scrutiny.analysis.questions import Sheet
from scrutiny.register.records import Commitment, Finding
from scrutiny.register.register import Register
from tests.exports.briefing.reading import (
    ALL,
    ANNEX,
    CHAPTERS,
    FOUND,
    chapter,
    entries,
    headings,
    loaded,
    made,
    table,
    text_of,
)
from tests.testshire import SECOND, Testshire


@pytest.mark.parametrize(
    "choice",
    [ALL, Choice(inspections=("2030-second-look",)), Choice(themes=("workforce",))],
    ids=["all", "an inspection", "a theme"],
)
def test_entries_are_those_of_the_json(register: Register, choice: Choice) -> None:
    """Every entry that fits the choice stands in the annex with its code and its excerpt, and no other."""
    written = chapter(made(register, choice), ANNEX)
    chosen = [register.entries_by_id[full_id] for full_id in entries(register, choice)]
    expected = sorted(reference(register, entry) for entry in chosen)
    assert sorted(re.findall(r"(?:First|Second) look, [CSAKF]\d\d", written)) == expected
    assert [full_id for full_id in entries(register, choice) if _excerpt(register, full_id) not in written] == []


def test_findings_and_commitments_have_a_row_that_leads_to_their_words(register: Register) -> None:
    """In the main part every finding and every commitment is a row, whose id is a link to its words in the annex."""
    document = made(register)
    named = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.iter(qn("w:bookmarkStart"))}
    links = [
        row.cells[0].paragraphs[0].hyperlinks[0].fragment
        for table in document.tables
        for row in table.rows[1:]
        if row.cells[0].paragraphs[0].hyperlinks
    ]
    led_to = ["".join(text_of(named[link])) for link in links]
    shown = [entry for entry in register.entries if isinstance(entry, Finding | Commitment)]
    assert len(shown) == len(led_to) == 4
    assert all(any(reference(register, entry) in words for words in led_to) for entry in shown)


def _excerpt(register: Register, full_id: str) -> str:
    """Give the exact words of an entry in quotation marks."""
    return f"“{register.entries_by_id[full_id].excerpt}”"


def test_choice_is_said_first(register: Register) -> None:
    """For whom, what was chosen, and when the register was reviewed stand above everything else."""
    document = made(register, Choice(inspections=("2030-second-look",), themes=("workforce",)))
    assert [paragraph.text for paragraph in document.paragraphs[:5]] == [
        "Second inspection of Testshire Police. Theme: Skills and training",
        "For: Testshire Panel",
        "Covers: Inspections: Second look. Themes: Skills and training.",
        "Source: the dashboard “How Testshire Police protects children” (Testshire)",
        "Date: 20 November 2030. Last checked 15 November 2030",
    ]


def test_concerns_stand_in_the_order_of_the_file(testshire: Testshire) -> None:
    """What a reply offers orders no row; every kind of answer is named."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", summary="Health was late.", answers=[])
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    assert table(document, "Local concern: Second look") == [
        ["Code", "Local concern", "Main theme", "What the letter offers"],
        [
            "C01",
            "Planning in the MASH lacked health services.",
            "Working together",
            "Undertaking K01; Reported action A01",
        ],
        ["C02", "Health was late.", "Working together", "No specific answer listed"],
    ]


def test_general_promises_are_quoted_once(testshire: Testshire) -> None:
    """What a reply promises about the report as a whole stands under its tables, and in no row."""
    document = made(loaded(testshire.change("K01", general="true").change("C01", answers=[])))
    promise = "in answer to no single concern: “I will write to health services” K01."
    assert chapter(document, FOUND).count(promise) == 1
    assert table(document, "Local concern: Second look")[1][3] == "No specific answer listed"


def test_answers_beyond_the_choice_are_told(testshire: Testshire) -> None:
    """An entry that answers a concern and does not stand in the annex is told below the table."""
    testshire.change("K01", themes=["workforce"])
    answered = chapter(made(loaded(testshire), Choice(themes=("partnership",))), FOUND)
    assert "Undertaking K01; Reported action A01" in answered
    assert (
        "Named above, but on other themes than those chosen: K01: The Commissioner will write to health services."
        in answered
    )


def test_no_reply_is_a_gap_in_the_papers(register: Register) -> None:
    """Where no reply is on file, each concern says so, and nothing is said of an answer."""
    document = made(register)
    assert "No reply is on file. So this briefing cannot say how the concerns were answered." in chapter(
        document, FOUND
    )
    assert table(document, "Local concern: First look")[1][3] == "No reply on file"


def test_concern_of_another_document_than_the_reply(testshire: Testshire) -> None:
    """What a press release raises beside a reply is a row as well, of which no answer is worked out."""
    release = testshire.record("first.press_release")
    testshire.record("second")["documents"].append(dict(release))
    testshire.add(f"{SECOND}/findings.yaml", "C09", id="C02")
    rows = table(made(loaded(testshire)), "Local concern: Second look")
    assert [row[3] for row in rows[1:]] == [
        "Undertaking K01; Reported action A01",
        "Raised in another document, not in the letter",
    ]


def test_ticks_are_words(testshire: Testshire) -> None:
    """A stated date and measure are quoted, what is not stated is said not to be, and who acts is named."""
    document = made(loaded(testshire))
    heads = ["Code, kind", "Commitment", "Who acts", "Specific act", "Date", "How measured"]
    said = "The Commissioner will write to health services. Date: “by the end of the year”."
    assert table(document, "Commitments and what each states: Second look") == [
        heads,
        ["K01 Undertaking, PCC", f"{said} How measured: “a register of attendance”.", "✓ PCC", *["✓ stated"] * 3],
    ]
    testshire.change("K01", owner=None, measure=None, specific="false", scope="national")
    document = made(loaded(testshire))
    assert table(document, "Commitments and what each states: Second look")[1] == [
        "K01 Undertaking, PCC, national", said, "– not stated", "– not stated", "✓ stated", "– not stated"
    ]  # fmt: skip


def test_words_of_a_commitment_stand_in_the_annex(register: Register) -> None:
    """The annex has what is stated of who must act, of a date and of a measure."""
    assert (
        "Second look, K01 · Letter, paragraph 3 · Said by: PCC · Local · Who must act: PCC · "
        "Date: “by the end of the year” · How measured: “a register of attendance”"
    ) in chapter(made(register), ANNEX)


def test_date_that_has_passed_is_said_to_have(testshire: Testshire) -> None:
    """Of a stated date that has passed, the row says so, and whether anything later was read."""
    testshire.change("K01", due={"printed": "by October", "date": "2030-10"})
    said = table(made(loaded(testshire)), "Commitments and what each states: Second look")[1][1]
    assert "Date: “by October”, date passed, nothing later read." in said


def test_voices_and_scopes_stand_apart(testshire: Testshire) -> None:
    """Own views and national findings have tables of their own; rows say what is quoted or from elsewhere."""
    testshire.change("C01", source="A review of hospitals").change("S01", voice="respondent")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", note="The letter asks for more.")
    testshire.change("C02", source=None, voice="quoted")
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    assert headings(document, 2)[:2] == [
        "1 local concern",
        "From other inspections: 1 local concern",
    ]
    assert "The letter's own view, not inspectors': 1 national strength" in headings(document, 2)
    said = {
        name: [row[1] for row in table(document, f"{name}: Second look")[1:]]
        for name in ("Local concern", "Local concern, from elsewhere")
    }
    assert said == {
        "Local concern": ["Planning in the MASH lacked health services. Inspectors, as the letter quotes them"],
        "Local concern, from elsewhere": [
            "Planning in the MASH lacked health services. From elsewhere: A review of hospitals"
        ],
    }
    assert table(document, "National strength, own view: Second look")[0][1] == "National strength, own view"
    words = chapter(document, ANNEX)
    assert "Local · About: Testshire Police. Please note: The letter asks for more." in words
    assert "From elsewhere: A review of hospitals" in words
    assert "S01  Strength in the letter's own view. Officers are well trained." in words
    assert "Letter, paragraph 4 · The Commissioner's own view · National" in words


def test_no_table_mixes_voices_or_scopes(testshire: Testshire) -> None:
    """Of concerns that differ in nothing else, own views and national ones are counted and listed apart."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", voice="respondent", paragraph="4")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C03", scope="national", paragraph="4")
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    assert [name for name in headings(document, 2) if "concern" in name] == [
        "1 local concern",
        "1 national concern",
        "The letter's own view, not inspectors': 1 local concern",
    ]


def test_work_is_counted_by_how_far_it_has_come(testshire: Testshire) -> None:
    """The main part counts reported actions and figures, local and national apart; the annex has the claims."""
    testshire.add(f"{SECOND}/actions.yaml", "A01", id="A02", status="done", scope="national", result=[])
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    assert (
        "Second look. 1 local reported action: described as ongoing 1; 1 with a claimed result. "
        "1 national reported action: described as done 1. 1 local figure."
    ) in chapter(document, "Work reported, and figures")
    assert "Claimed result: Plans are said to be made sooner. “so plans are made sooner”" in chapter(document, ANNEX)


def test_annex_is_in_the_order_of_reading(testshire: Testshire) -> None:
    """In the annex documents stand one after the other, and their entries paragraph by paragraph."""
    testshire.change("C01", paragraph="headline")
    document = made(loaded(testshire), Choice(inspections=("2030-second-look",)))
    assert [text for text in headings(document) if text.startswith(("Letter", "Para", "Head"))] == [
        "Letter of 2 September 2030", "Headline", "Paragraph 2", "Paragraph 3", "Paragraph 4"
    ]  # fmt: skip
    assert re.findall(r"^[CSAKF]\d\d", chapter(document, ANNEX), re.MULTILINE) == ["C01", "A01", "F01", "K01", "S01"]


def test_strong_pairs_stand_whole(testshire: Testshire) -> None:
    """Clear links stand in the main part with their words and their caution; possible ones are counted there."""
    testshire.add(
        "pairs.yaml", "P01", id="P03", later="2030-second-look.A01", strength="strong", caution="Strongly put."
    )
    document = made(loaded(testshire), Choice(inspections=("2029-first-look",)))
    written = chapter(document, "Then and since")
    assert "Said again (P03)" in headings(document, 2)
    assert "“meetings often went ahead without health”" in written
    assert "“saw that officers attend every meeting”" in written
    assert "Why side by side. Both are about meetings. Caution. Strongly put." in written
    assert "Below, in full: 1 clear link. The annex has 1 possible link, each with its caution." in written
    assert "P01" not in written


@pytest.mark.parametrize("choice", [Choice(inspections=("2031-further-look",)), Choice(themes=("workforce",))])
def test_pairs_that_were_not_chosen_are_left_out(testshire: Testshire, choice: Choice) -> None:
    """A pair of other inspections, or of other themes, is neither written nor counted."""
    register = loaded(testshire.add_inspections(1).change("P01", strength="strong"))
    assert "P01" in chapter(made(register), "Then and since")
    assert chapter(made(register, choice), "Then and since") == "No comparison fits what is chosen."


def test_arguable_pairs_stand_in_the_annex_with_their_cautions(testshire: Testshire) -> None:
    """An arguable pair names both entries, their kind, voice and scope, the reason, and always the caution."""
    testshire.change("P01", later="2030-second-look.S01")
    assert (
        "P01  Said again. Said earlier, July 2029 (First look): C09, concern, inspectors' own words. "
        "Said later, 2 September 2030 (Second look): S01, strength, inspectors, as the letter quotes them, national.  "
        "Why side by side. Both are about meetings. Caution. Different meetings."
    ) in chapter(made(loaded(testshire)), ANNEX)


def test_an_own_view_in_a_pair_is_named_as_such(testshire: Testshire) -> None:
    """The respondent's own view is said to be one once, in place of a voice."""
    testshire.change("C01", voice="respondent")
    words = chapter(made(loaded(testshire)), ANNEX)
    assert "C01, concern in the letter's own view.  Why side by side." in words


def test_doubts_show(testshire: Testshire) -> None:
    """A doubt about a date stands wherever something rests on the date."""
    doubted = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}
    testshire.change("second.reply", date=doubted)
    testshire.change("K01", due={"printed": "by the end of the year", "doubt": "Which year is not said."})
    document = made(loaded(testshire))
    assert "Dated 2 September 2030, date uncertain; nothing is concluded." in chapter(document, FOUND)
    assert "Date: “by the end of the year”, date uncertain." in chapter(document, "Commitments")
    assert "The order is uncertain in 1 of them." in chapter(document, "Then and since")
    assert "Date uncertain: The letter prints two dates." in chapter(document, "Sources and uncertain dates")
    words = chapter(document, ANNEX)
    assert "Date uncertain: Which year is not said" in words
    assert "Letter of 2 September 2030 (date uncertain)" in words
    assert "Date uncertain: 2 September 2030: The letter prints two dates." in words
    assert "Caution. Different meetings. The order is uncertain." in words


def test_doubt_stands_with_a_strong_pair(testshire: Testshire) -> None:
    """A strong pair whose order rests on a date in doubt says which."""
    doubted = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}
    testshire.change("second.reply", date=doubted).change("P01", strength="strong")
    written = chapter(made(loaded(testshire)), "Then and since")
    assert "The order is uncertain. 2 September 2030: The letter prints two dates." in written


def test_documents_not_held_show(register: Register) -> None:
    """A document that is known and was not read is said to be so, at the head and in the list."""
    document = made(register)
    assert "1 document was not read." in chapter(document, "Summary")
    assert "Not read" in chapter(document, "Sources and uncertain dates")


def test_questions_are_those_picked(testshire: Testshire) -> None:
    """What was picked stands in its order, each with what it rests on; a name that is unknown is left out."""
    picked = ("no_owner.2030-second-look.K02", "gone.2029-first-look.C01", "Q01")
    register = loaded(testshire.add_statements())
    asked = chapter(made(register, Choice(themes=("workforce",)), Sheet(picked)), "Questions").splitlines()
    assert asked == [
        "Chosen for this meeting. Each was written by hand, or is based on what the papers leave unsaid.",
        "Commissioner, your letter dated 2 September 2030 (paragraph 4) says “A plan for all children is "
        "essential”. Who will take this on? To: PCC. Source: Second look, K02.",
        "You wrote that you will write to health services. What did they reply? To: PCC. "
        "Source: Second look, C01; Second look, K01.",
    ]


def test_needs_are_listed_apart_from_commitments(testshire: Testshire) -> None:
    """What is only said to be needed has a table of its own, without ticks, and is not counted as a commitment."""
    document = made(loaded(testshire.add_need()))
    rows = table(document, "Commitments and what each states: Second look")
    assert not any("plan for all children" in cell for row in rows for cell in row)
    rows = table(document, "Said to be needed: Second look")
    assert rows == [
        ["Code", "Said to be needed"],
        ["K02", "The Commissioner says that a plan for all children is essential."],
    ]
    assert "The one undertaking gives a date" in chapter(document, "Summary")
    assert "K02  Said to be needed. The Commissioner says that a plan" in chapter(document, ANNEX)


def test_a_general_promise_is_said_to_be(testshire: Testshire) -> None:
    """It is about the report as a whole."""
    testshire.change("K01", general="true").change("C01", answers=["A01"])
    document = made(loaded(testshire))
    rows = table(document, "Commitments and what each states: Second look")
    assert "About the report as a whole." in rows[1][1]


def test_questions_are_suggested_of_those_that_fit(testshire: Testshire) -> None:
    """With none picked, the suggested stand there, narrowed by inspection and by theme, with their cautions."""
    testshire.change("P01", strength="strong").change("K01", due=None)
    asked = chapter(made(loaded(testshire), Choice(inspections=("2030-second-look",))), "Questions")
    assert "How so? Caution. Different meetings. To: PCC. Source: Second look, C01; First look, C09." in asked
    other = Choice(inspections=("2030-second-look",), themes=("workforce",))
    assert chapter(made(loaded(testshire), other), "Questions") == "There are no questions for this selection."


def test_only_unknown_questions_picked_is_nothing_picked(testshire: Testshire) -> None:
    """Suggested questions are not said to be picked where no name that was picked is known."""
    register = loaded(testshire.change("K01", due=None))
    asked = chapter(made(register, Choice(), Sheet(("gone.2029-first-look.C01",))), "Questions")
    assert asked.startswith("Up to 10 suggestions")


def test_nothing_fits(register: Register) -> None:
    """A choice without any entry says so in every chapter."""
    document = made(register, Choice(inspections=("2029-first-look",), themes=("workforce",)))
    for name in (*CHAPTERS[1:5], ANNEX):
        assert re.search("fits what is chosen|for this selection", chapter(document, name))


def test_empty_register(testshire: Testshire) -> None:
    """A register without any inspection gives a briefing that says so."""
    document = made(loaded(testshire.empty()))
    assert headings(document, 1) == CHAPTERS
    assert chapter(document, "Sources and uncertain dates") == "There is no inspection yet."


def test_documents_of_one_kind_are_told_apart(testshire: Testshire) -> None:
    """Where an inspection has two documents of a kind that are held, an entry names which it stands in."""
    release = testshire.record("first.press_release")
    testshire.record("first")["documents"].append(release | {"id": "later_release", "file": "later.txt"})
    words = chapter(made(loaded(testshire)), ANNEX)
    assert "Press release of July 2029 (press_release)" in words
    assert "First look, C09 · Press release (press_release), paragraph 2" in words
    assert "Second look, C01 · Letter, paragraph 2" in words
