"""What a report says: the most telling of what fits the choice, in words, each voice apart, each gap and doubt told."""

import re

import pytest
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice, Meeting
from scrutiny.analysis.questions import Sheet, questions
from scrutiny.analysis.reply_clock import CAUTION
from scrutiny.exports.briefing.report import MOST_WORDS_IN_BOX
from scrutiny.exports.briefing.themes import MOST_WORDS_OF_CHART
from tests.exports.briefing.reading import (
    ALL,
    CHAPTERS,
    COMPARED,
    FOUND,
    PROMISED,
    SECOND_LOOK,
    TODAY,
    chapter,
    headings,
    loaded,
    made,
    numbered,
    read,
    report_of_real,
    said,
    table,
)
from tests.real import real
from tests.testshire import FIRST, SECOND, Testshire

REAL = real()
CHOICES = [ALL, Choice(themes=("partnership",)), *(Choice((one.id,)) for one in REAL.inspections)]
DOUBTED = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}


def test_the_head_says_for_whom_when_and_from_whom(testshire: Testshire) -> None:
    """What the member writes of the meeting stands there, and what is empty is left to be filled in."""
    register = loaded(testshire)
    told = table(made(register, SECOND_LOOK, meeting=Meeting("8 December", "Item 7")), "The meeting and the report")
    assert told == [
        ["Report to", "Testshire Panel"],
        ["Date of meeting", "8 December"],
        ["Agenda item", "Item 7"],
        ["Report of", "Prepared for members of the Testshire Panel"],
        ["Contact", "scrutiny@example.org"],
    ]
    testshire.records["register.yaml"]["made_by"] = "Made by two officers; not by the police"
    told = table(made(loaded(testshire), SECOND_LOOK), "The meeting and the report")
    assert told[3] == ["Report of", "Two officers"]
    empty = table(made(register, SECOND_LOOK), "The meeting and the report")
    assert [row[1] for row in empty[1:3]] == ["To be confirmed", "To be confirmed"]


def test_the_title_is_what_the_report_is_about(testshire: Testshire) -> None:
    """It names the one inspection and the one theme, or else the whole."""
    register = loaded(testshire)
    choice = Choice(inspections=("2030-second-look",), themes=("workforce",))
    assert said(made(register, choice))[0] == "Second inspection of Testshire Police. Theme: Skills and training"
    assert said(made(register))[0] == "How Testshire Police protects children"


def test_the_purpose_says_what_was_inspected(testshire: Testshire) -> None:
    """By whom, when and where it looked; a gap and a caution with it."""
    register = loaded(testshire)
    assert chapter(made(register, Choice(("2029-first-look",))), "Purpose") == (
        "To tell the Panel what the press release of July 2029 said was found and promised, so that members can "
        "prepare. This local inspection by Example Inspectorate (fieldwork May 2029) looked at the force. "
        "No reply is on file."
    )
    assert "It covers these inspections: First look and Second look." in chapter(made(register), "Purpose")
    national = loaded(testshire.change("second", scope="national"))
    assert "National findings are not findings about this area." in chapter(made(national, SECOND_LOOK), "Purpose")


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_recommendation_names_the_paragraph_with_the_questions(choice: Choice) -> None:
    """The number is that which Word gives the paragraph, and is bound to it."""
    document = read(report_of_real(choice))
    paragraphs = numbered(document)
    (number,) = re.findall(r"to put the questions in paragraph (\d+)\.$", paragraphs[1])
    assert paragraphs[int(number) - 1] == "Suggested for this meeting:"
    assert " REF _Questions \\r \\h " in [node.text for node in document.element.body.iter(qn("w:instrText"))]
    (mark,) = [
        one for one in document.element.body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == "_Questions"
    ]
    assert "".join(mark.getparent().itertext()).endswith("Suggested for this meeting:")


def test_without_questions_nothing_is_to_be_put(testshire: Testshire) -> None:
    """A recommendation without questions is to note alone, and no chapter is empty."""
    document = made(loaded(testshire), SECOND_LOOK)
    assert headings(document, 1) == CHAPTERS
    assert numbered(document)[1] == "The Panel is asked to note what the papers say was found and promised."


def test_highlights_rest_on_what_is_chosen(testshire: Testshire) -> None:
    """The summary has the sentences on this inspection or theme, and no other."""
    register = loaded(testshire.add_statements())
    sentence = "In September 2030 the Commissioner promised to write to health services."
    assert sentence in chapter(made(register, SECOND_LOOK), "Summary")
    assert sentence not in chapter(made(register, Choice(("2029-first-look",))), "Summary")
    assert sentence not in chapter(made(register, Choice(themes=("workforce",))), "Summary")


def test_the_chart_has_a_symbol_for_each_finding(testshire: Testshire) -> None:
    """Own views are hollow, those of other inspections letters, national ones named where both scopes are."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", voice="respondent")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C03", paragraph="4", source="A review of hospitals")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C04", paragraph="4", scope="national")
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C05", paragraph="4")
    document = made(loaded(testshire), SECOND_LOOK)
    assert table(document, "Concerns and strengths by theme") == [
        ["Theme", "Concerns", "Strengths"],
        ["Working together", "■■ 2  ■ 1 N  E 1  □ 1", ""],
        ["Skills and training", "", "● 1 N"],
    ]
    assert (
        "Each symbol is one point: ■ concern; E concern taken from elsewhere; "
        "□ concern in the letter’s own view; ● strength; N national."
    ) in chapter(document, "Summary")


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_chart_is_described_in_few_words(choice: Choice) -> None:
    """A screen reader says what it shows, in at most sixty words, and nothing of another table."""
    document = read(report_of_real(choice))
    (told,) = [node.get(qn("w:val")) for node in document.element.body.iter(qn("w:tblDescription"))]
    assert "concerns left, strengths right" in told
    assert len(told.split()) <= MOST_WORDS_OF_CHART


def test_a_theme_is_told_in_words_with_its_answers(testshire: Testshire) -> None:
    """Concerns and strengths in our sentences, and by kind all that is offered in answer; no codes."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", summary="Health was late.", answers=[])
    written = chapter(made(loaded(testshire), SECOND_LOOK), FOUND).splitlines()
    assert written == [
        "Working together. Local concerns: Planning in the MASH lacked health services. "
        "Local concerns, with no specific answer listed: Health was late. "
        "In answer. Undertaken: The Commissioner will write to health services. "
        "Reported: Officers go to every meeting.",
        "Skills and training. National strengths: Officers are well trained.",
    ]
    assert not re.search(r"\b[CSAKF]\d\d\b", "\n".join(said(read(report_of_real(ALL)))))


def test_an_answer_is_told_once(testshire: Testshire) -> None:
    """Where it answers a concern of another theme as well, that paragraph leads to the first."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", themes=["workforce"], answers=["K01"])
    document = made(loaded(testshire), SECOND_LOOK)
    (first,) = [number for number, text in enumerate(numbered(document), 1) if text.startswith("Working together.")]
    assert f"In answer. See paragraph {first}." in chapter(document, FOUND)
    assert chapter(document, FOUND).count("will write to health services") == 1


def test_voices_scopes_and_inspections_stand_apart(testshire: Testshire) -> None:
    """Own views, findings of other inspections and national ones are named; each inspection has its own paragraph."""
    own = {"voice": "respondent", "summary": "He says so.", "answers": []}
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", **own)
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C03", paragraph="4", source="A review", summary="They said so.")
    written = chapter(made(loaded(testshire)), FOUND).splitlines()
    assert [line.partition(". ")[0] for line in written] == [
        "Working together (Second look)", "Working together (First look)", "Skills and training (Second look)",
    ]  # fmt: skip
    assert "Local concerns taken from elsewhere: They said so." in written[0]
    assert "Local concerns, the Commissioner’s own view, with no specific answer listed: He says so." in written[0]
    assert "Local concerns, with no reply on file: Meetings lacked people who were needed." in written[1]
    assert "National strengths: Officers are well trained." in written[2]


def test_what_is_left_out_is_counted(testshire: Testshire) -> None:
    """Of more than a report holds, it says how many are in the annex."""
    for number in range(2, 42):
        summary = f"No {number} of what was found."
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number:02}", paragraph="4", summary=summary)
    written = chapter(made(loaded(testshire), SECOND_LOOK), FOUND)
    shown = len(re.findall(r"Planning in|No \d+ of", written))
    (more,) = re.findall(r"The annex has (\d+) more", written)
    assert shown + int(more) == 41


def test_promises_are_a_table(testshire: Testshire) -> None:
    """Who, what, by when and how measured; what is not stated is said not to be."""
    heads = ["Who acts", "What", "By when", "How measured"]
    what = "The Commissioner will write to health services."
    assert table(made(loaded(testshire), SECOND_LOOK), PROMISED) == [
        heads,
        ["Commissioner", what, "“by the end of the year”", "“a register of attendance”"],
    ]
    testshire.change("K01", owner=None, measure=None, due={"printed": "by October", "date": "2030-10"})
    assert table(made(loaded(testshire), SECOND_LOOK), PROMISED)[1] == [
        "not stated", what, "“by October” (date passed, nothing later read)", "not stated",
    ]  # fmt: skip
    testshire.change("K01", due={"printed": "soon", "doubt": "Which year is not said."})
    assert table(made(loaded(testshire), SECOND_LOOK), PROMISED)[1][2] == "“soon” (date uncertain)"


def test_of_many_promises_the_specific_stand_first(testshire: Testshire) -> None:
    """They stay in the order of the letter, and the others are counted."""
    for number in range(2, 22):
        specific = "true" if number in (9, 20) else "false"
        fields = {"id": f"K{number:02}", "specific": specific, "summary": f"He will do thing {number}."}
        testshire.add(f"{SECOND}/commitments.yaml", "K01", **fields)
    document = made(loaded(testshire), SECOND_LOOK)
    rows = [row[1] for row in table(document, PROMISED)[1:]]
    assert rows[:4] == [
        "The Commissioner will write to health services.", "He will do thing 9.", "He will do thing 20.",
        "He will do thing 2.",
    ]  # fmt: skip
    more = "The annex has {} more commitments. Those that name a specific act come first here."
    assert more.format(21 - len(rows)) in chapter(document, PROMISED)


def test_needs_and_inspectorates_are_no_promises_of_the_commissioner(testshire: Testshire) -> None:
    """What is only said to be needed is counted apart; inspectorates' promises have a table where nobody else does."""
    register = loaded(testshire.add_need())
    assert "The annex also has 1 thing said to be needed, which nobody takes on." in chapter(made(register), PROMISED)
    inspectors = {"voice": "inspectorate", "by": "inspectors", "owner": "inspectors", "document": "press_release"}
    promise = testshire.record("K01") | inspectors | {"paragraph": "2"}
    testshire.records[f"{FIRST}/commitments.yaml"].append(promise)
    assert "The annex also has 1 commitment by inspectorates." in chapter(made(loaded(testshire)), PROMISED)
    document = made(loaded(testshire), Choice(inspections=("2029-first-look",)))
    assert "No letter here promises anything. What inspectorates promised" in chapter(document, PROMISED)
    assert [row[0] for row in table(document, PROMISED)[1:]] == ["Example Inspectorate"]


def test_clear_links_have_their_cautions(testshire: Testshire) -> None:
    """A clear link is told with its caution, how the sides differ and a doubt; possible ones are counted."""
    testshire.add(
        "pairs.yaml", "P01", id="P03", later="2030-second-look.A01", strength="strong", caution="Strongly put."
    )
    written = chapter(made(loaded(testshire.change("second.reply", date=DOUBTED))), COMPARED).splitlines()
    assert written == [
        "Working together: said again. Both are about meetings. Caution. Strongly put. "
        "Inspections on different subjects; both local; same source: inspectors; order uncertain.",
        "The annex has 1 more comparison, each with its caution.",
    ]
    first = Choice(inspections=("2029-first-look",))
    testshire.change("P03", strength="arguable")
    assert chapter(made(loaded(testshire), first), COMPARED) == (
        "No two statements are clearly linked. The annex has 2 possible links, each with its caution."
    )


def test_comparisons_that_were_not_chosen_are_left_out(testshire: Testshire) -> None:
    """A comparison of other inspections, or of other themes, is neither written nor counted."""
    register = loaded(testshire.add_inspections(1).change("P01", strength="strong"))
    for choice in (Choice(inspections=("2031-further-look",)), Choice(themes=("workforce",))):
        assert COMPARED not in headings(made(register, choice))


def test_questions_are_those_picked_in_the_members_words(testshire: Testshire) -> None:
    """All that was picked, in its order and wording, each with whom it is for and its source."""
    picked = ("no_owner.2030-second-look.K02", "gone.2029-first-look.C01", "Q01", "own.1")
    words = {"own.1": "What next?", "Q01": "What did health say?"}
    register = loaded(testshire.add_statements())
    assert chapter(made(register, Choice(themes=("workforce",)), Sheet(picked, words)), "Questions").splitlines() == [
        "Chosen for this meeting:",
        "Commissioner, your letter dated 2 September 2030 (paragraph 4) says “A plan for all children is "
        "essential”. Who will take this on? To: PCC. Letter of 2 September 2030, paragraph 4.",
        "What did health say? To: PCC. Letter of 2 September 2030, paragraph 2; letter of 2 September 2030, "
        "paragraph 3.",
        "What next?",
    ]


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_five_or_six_questions_are_suggested(choice: Choice) -> None:
    """Of those that fit what is chosen, so far as there are any; ten that were picked are all asked."""
    fitting = [
        one
        for one in questions(REAL, TODAY).values()
        if choice.includes(REAL.entries_by_id[one.about]) and one.addressee
    ]
    asked = len(chapter(read(report_of_real(choice)), "Questions").splitlines()) - 1
    assert asked in (5, 6) or asked <= len(fitting) < 5
    assert len(chapter(read(report_of_real(choice, ten=True)), "Questions").splitlines()) == 11


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_what_it_rests_on_is_a_short_box(choice: Choice) -> None:
    """Read and not read, what numbers do not tell and when it was checked, in one bordered paragraph."""
    document = read(report_of_real(choice))
    (box,) = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Box"]
    assert len(box.split()) <= MOST_WORDS_IN_BOX
    assert "No inspection report has been read." in box
    assert "Last checked 28 November 2026." in box
    if "2017-child-protection" in {one.id for one in choice.inspections_in(REAL)}:
        assert "the review of 10 May 2018 (date uncertain)" in box


def test_background_papers_were_read_and_others_are_asked_for(testshire: Testshire) -> None:
    """Each with its date and its address, or that none is known; of the others whom to ask."""
    testshire.change("first.press_release", address="https://example.org/press")
    document = made(loaded(testshire), Choice(("2029-first-look",)))
    assert chapter(document, "Background papers").splitlines() == [
        "A press release (press release, July 2029). https://example.org/press",
        "The annex to this report: every point with its code, its exact words and its source.",
    ]
    assert chapter(document, "Papers to ask for").splitlines() == [
        "Report: A report (First look). Not read. No public address is known. Ask: Example Inspectorate.",
        "Reply (First look). None is on file. Ask: Commissioner.",
        "Chief officer’s comments (First look). None is on file. Ask: Commissioner.",
    ]


def test_papers_to_ask_for_are_few_and_of_the_newest_first(testshire: Testshire) -> None:
    """The annex has the others; where nothing is to be asked for, there is no such chapter."""
    report = testshire.record("first.report")
    testshire.record("second")["documents"].append(dict(report))
    wanted = chapter(made(loaded(testshire)), "Papers to ask for").splitlines()
    assert [re.findall(r"\((.*?)\)", line) for line in wanted] == [*[["Second look"]] * 2, *[["First look"]] * 2, []]
    assert wanted[-1] == "The annex has 1 more paper."
    testshire.record("second")["documents"].pop()
    comments = testshire.record("second.reply") | {"id": "comments", "kind": "statement", "body": "testshire_police"}
    testshire.record("second")["documents"].append(comments | {"file": "comments.txt"})
    assert "Papers to ask for" not in headings(made(loaded(testshire), SECOND_LOOK))


def test_when_the_reply_came_is_told_of_one_inspection(testshire: Testshire) -> None:
    """As far as the dates allow it, with the Act; of several the annex tells."""
    register = loaded(testshire)
    (purpose,) = chapter(made(register, SECOND_LOOK), "Purpose").splitlines()
    assert "The reply is dated 2 September 2030: day 34 to 64 after publication in July 2030." in purpose
    assert CAUTION in purpose
    assert "No reply is on file." in chapter(made(register, Choice(("2029-first-look",))), "Purpose")
    assert "Section 55" not in chapter(made(register), "Purpose")


def test_a_report_without_findings_says_so(testshire: Testshire) -> None:
    """Also of an empty register, of which no page offers a report."""
    nothing = "There are no findings for this selection."
    assert nothing in chapter(made(loaded(testshire.empty())), "Summary")
    figure = Testshire(testshire.folder.with_name("figure"))
    figure.records[f"{SECOND}/figures.yaml"][0]["themes"] = ["workforce"]
    document = made(loaded(figure.change("S01", themes=["partnership"])), Choice(themes=("workforce",)))
    assert nothing in chapter(document, "Summary")
    assert FOUND not in headings(document)


def test_recommendations_have_a_chapter_where_there_are_any(testshire: Testshire) -> None:
    """A table says of whom something is asked, by when, and what the reply says."""
    title = "What inspectors recommended"
    assert title not in headings(made(loaded(testshire)))
    document = made(loaded(testshire.add_recommendations()))
    assert "There are 2 recommendations, in our words." in chapter(document, title)
