"""The Inspection page shows one inspection, and only what is asked for."""

import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from scrutiny.register.vocabulary import Voice
from tests.pages.conftest import OpenPage, words
from tests.testshire import SECOND, Testshire


def drawn(page: AppTest) -> list[str]:
    """Return the ids of the marks on the page's chart."""
    return [custom[0] for trace in traces(page) for custom in trace["customdata"]]


def traces(page: AppTest) -> list[dict[str, Any]]:
    """Return the marks of the page's chart as they are drawn, those of one look together."""
    data: list[dict[str, Any]] = json.loads(page.get("plotly_chart")[0].proto.spec)["data"]
    return data


def titles(page: AppTest) -> list[str]:
    """Return the titles of a page."""
    return re.findall("<h1>.*?</h1>", words(page))


def test_the_newest_local_inspection_is_shown_without_being_asked(open_page: OpenPage, testshire: Testshire) -> None:
    """As on the slides; but a link to a point opens its inspection."""
    page = open_page("inspection")
    assert not page.exception
    assert titles(page) == ["<h1>Second look</h1>"]
    of_point = open_page("inspection", entry="2029-first-look.C09")
    assert titles(of_point) == ["<h1>First look</h1>"]
    assert of_point.query_params["inspection"] == "2029-first-look"  # so that it stays when the point is closed
    testshire.change("second", scope="national")
    page = open_page("inspection")
    assert titles(page) == ["<h1>First look</h1>"]
    assert drawn(page) == ["2029-first-look.C09"]


def test_the_address_chooses_the_inspection(open_page: OpenPage) -> None:
    """A link to an inspection opens it."""
    page = open_page("inspection", inspection="2030-second-look")
    assert titles(page) == ["<h1>Second look</h1>"]
    assert sorted(drawn(page)) == ["2030-second-look.C01", "2030-second-look.S01"]


def test_own_views_are_shown_hollow_and_can_be_switched_off(open_page: OpenPage, testshire: Testshire) -> None:
    """The letter's own views stand, hollow, beside what inspectors found, until “Whose words” leaves them out."""
    testshire.add(f"{SECOND}/findings.yaml", "S01", id="S02", voice="respondent")
    page = open_page("inspection", inspection="2030-second-look")
    shapes = {custom[0]: trace["marker"]["symbol"] for trace in traces(page) for custom in trace["customdata"]}
    assert shapes["2030-second-look.S02"] == f"{shapes['2030-second-look.S01']}-open"
    assert "own views apart" in words(page)
    whose = next(box for box in page.button_group if box.label == "Whose words")
    whose.set_value([str(voice) for voice in Voice if voice is not Voice.RESPONDENT]).run()
    assert sorted(drawn(page)) == ["2030-second-look.C01", "2030-second-look.S01"]
    assert "own views apart" not in words(page)


def test_the_scope_filter_holds(open_page: OpenPage) -> None:
    """Asked for national alone, the page shows national alone."""
    page = open_page("inspection", inspection="2030-second-look", scope="national")
    assert drawn(page) == ["2030-second-look.S01"]


def test_an_opened_entry_shows_its_words(open_page: OpenPage) -> None:
    """Opened in the list, it has summary, excerpt, whose words, document and paragraph, and what the letter offers."""
    said = words(open_page("inspection", inspection="2030-second-look", entry="2030-second-look.C01"))
    for text in (
        "Planning in the",
        "<blockquote>planning meetings were not always attended</blockquote>",
        "Inspectors, as the letter tells it · ",
        "letter of 2 September 2030, paragraph 2",
        "Undertaking: <a",
        ">The Commissioner will write to health services.</a>",
    ):
        assert text in said


def test_what_the_address_asks_in_vain_is_left_out_with_a_word(open_page: OpenPage) -> None:
    """An unknown value gives the right page and says that it was left out."""
    page = open_page("inspection", inspection="1999-nothing", entry="x.C99", scope="lunar")
    assert not page.exception
    said = words(page)
    assert "<h1>Second look</h1>" in said
    for text in ("1999-nothing", "x.C99", "lunar"):
        assert f"leads to nothing here: {text}" in said


def test_words_that_name_no_date_are_quoted(open_page: OpenPage, testshire: Testshire) -> None:
    """A press release that prints “today” does print something: it is not said to print no date."""
    testshire.change("first", published={"printed": "today"})
    testshire.change("first.press_release", date={"printed": "today"})
    said = words(open_page("inspection", inspection="2029-first-look"))
    assert "<li>Published: date not known; the document says “today”</li>" in said
    assert "(date not known; the document says “today”; read" in said
    assert "(no date given; not read)" in said


def test_a_choice_that_fits_nothing_says_so(open_page: OpenPage) -> None:
    """Where a filter leaves nothing there is no chart but a sentence, with the way to clear what was chosen."""
    page = open_page("inspection", inspection="2029-first-look", voice="quoted")
    assert not page.exception
    assert not page.get("plotly_chart")
    assert "Clear the filters" in words(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """Without an inspection the page says so and how to add one."""
    testshire.empty()
    page = open_page("inspection")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")


def test_a_concern_without_a_reply_says_that_none_is_on_file(open_page: OpenPage) -> None:
    """A gap is named as a gap in the papers."""
    assert "No reply is on file." in words(open_page("inspection", entry="2029-first-look.C09"))


def test_own_views_are_not_counted_as_concerns_of_inspectors(testshire: Testshire, open_page: OpenPage) -> None:
    """The headline counts inspectors' concerns alone, and the line below it the letter's own."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", voice="respondent", paragraph="4")
    said = words(open_page("inspection", inspection="2030-second-look"))
    assert "The letter reports 1 concern (1 local) and 1 strength (none local), own views apart" in said
    assert "Not counted: the letter’s own views, 1 concern." in said
    assert "<small>national</small>" in said


def test_documents_that_are_not_held_are_shown_as_such(open_page: OpenPage) -> None:
    """One that is known but not held is counted apart, says so, and has a mark of its own."""
    page = open_page("inspection", inspection="2029-first-look")
    assert [expander.label for expander in page.expander] == [
        "Show as a table", "Documents and dates: 1 read, 1 not read",
    ]  # fmt: skip
    assert re.search(r'<li class="not-held"><b>Report</b> \([^)]*; not read\)', words(page))
    assert re.search(r'<li class="held"><b>Press release</b> \([^)]*; read, 2 paragraphs\)', words(page))


def test_doubts_and_notes_stand_with_the_documents(testshire: Testshire, open_page: OpenPage) -> None:
    """A doubt about a date of the inspection or of a document shows where the date is, and so do notes."""
    testshire.change(
        "first", fieldwork={"printed": "May", "date": "2029-05", "doubt": "Which May?"}, note="A first look."
    )
    dated = {"printed": "July", "date": "2029-07", "doubt": "Which July?"}
    testshire.change("first.press_release", date=dated, note="On two pages.")
    said = words(open_page("inspection", inspection="2029-first-look"))
    for text in ("<p>Which May?</p>", "<p>A first look.</p>", "<br>Which July? On two pages.</li>"):
        assert text in said


def test_how_to_read_the_symbols_stands_above_them(open_page: OpenPage) -> None:
    """A reader is told what shapes, hollow symbols and an N mean, before the list of points."""
    said = words(open_page("inspection", inspection="2030-second-look"))
    key = re.search('<ul class="key".*?</ul>', said, re.DOTALL)
    assert key
    assert re.sub("<[^>]*>", "", key[0]) == "■ concern● strengthN national"
    assert said.index(key[0]) < said.index('<div class="words"')


def test_what_the_documents_say_beside_findings_is_folded_below(open_page: OpenPage) -> None:
    """Actions, commitments and figures of the inspection are a fold each, with their number."""
    page = open_page("inspection", inspection="2030-second-look")
    labels = [expander.label for expander in page.expander]
    assert {"Figures: 1", "Reported actions: 1", "Commitments: 1"} <= set(labels)
    assert "The Commissioner will write to health services." in words(page)


def test_a_grade_is_shown_in_its_words_alone(open_page: OpenPage, testshire: Testshire) -> None:
    """It stands with the documents, as stated, with its place; without one nothing is said of grades."""
    assert "grade" not in words(open_page("inspection", inspection="2029-first-look"))
    grade = {"excerpt": "Officers in Testshire are well trained", "document": "press_release", "paragraph": "1"}
    testshire.change("first", grades=[grade])
    said = words(open_page("inspection", inspection="2029-first-look"))
    assert "“Officers in Testshire are well trained” (press release of July 2029, paragraph 1)." in said
