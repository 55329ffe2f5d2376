"""The sheet of questions for Word: numbered, in the member's wording, with sources, on one page."""

from scrutiny.analysis.choice import Meeting
from scrutiny.analysis.questions import Sheet, questions
from tests.exports.briefing.reading import TODAY, loaded, made, made_sheet, numbered, said
from tests.real import real
from tests.testshire import Testshire


def test_a_sheet_says_for_which_meeting(testshire: Testshire) -> None:
    """Panel, day and item stand under the title, so far as they are known."""
    register = loaded(testshire.add_statements())
    assert said(made_sheet(register, Sheet(("Q01",)), Meeting("8 December", "Item 7")))[:2] == [
        "Questions for the meeting", "Testshire Panel · 8 December · Agenda item: 7",
    ]  # fmt: skip
    assert said(made_sheet(register, Sheet(("Q01",))))[1] == "Testshire Panel"


def test_questions_have_their_sources_and_cautions(testshire: Testshire) -> None:
    """Each in the member's wording, then a caution, and whom it is for and where its points stand."""
    testshire.add_statements().change("P01", strength="strong")
    sheet = Sheet(("Q01", "own.1", "strong_pair.P01"), {"Q01": "What did health say?", "own.1": "What next?"})
    asked = numbered(made_sheet(loaded(testshire), sheet))
    assert asked[0] == (
        "What did health say? The member’s wording. To: PCC. Letter of 2 September 2030, paragraph 2; "
        "letter of 2 September 2030, paragraph 3."
    )
    assert asked[1] == "What next?"
    assert (
        "How so? Caution: Different meetings. To: PCC. Letter of 2 September 2030, paragraph 2; press rel" in asked[2]
    )


def test_letters_are_as_large_as_a_page_allows() -> None:
    """Few questions are large; ten long ones are small, and none is left out."""
    register = real()
    ids = tuple(questions(register, TODAY))[:10]
    few, many = Sheet(ids[:3]), Sheet(ids, dict.fromkeys(ids, "Word after word after word. " * 21))
    sizes = []
    for sheet in (few, many):
        document = made_sheet(register, sheet)
        assert len(numbered(document)) == len(sheet.picked)
        sizes.append(document.styles["List Number"].font.size.pt)
    assert sizes[0] == 14
    assert 8 <= sizes[1] < 11


def test_a_question_asked_before_says_when(testshire: Testshire) -> None:
    """After its sources, as on the page; the report has it likewise."""
    register = loaded(testshire.add_panel())
    (asked,) = numbered(made_sheet(register, Sheet(("Q01",))))
    assert asked.endswith("letter of 2 September 2030, paragraph 3. Asked on 11 September 2030.")
    assert any(text.endswith(" Asked on 11 September 2030.") for text in said(made(register, sheet=Sheet(("Q01",)))))
