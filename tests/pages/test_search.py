"""The search page: how to search, what is found, and what is not."""

import pytest
from markupsafe import escape

from scrutiny.analysis.search import Index
from scrutiny.ui.shell.address import echo
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


def test_empty_box_tells_how_to_search(open_page: OpenPage) -> None:
    """Examples come from the register, each a search of its own."""
    html = words(open_page("search"))
    assert 'href="search?q=Working+together"' in html
    assert 'href="search?q=MASH"' in html


def test_results_stand_by_kind_and_lead_to_their_entry(open_page: OpenPage) -> None:
    """Each result has its words marked, its place, voice and scope, and the way to its own page."""
    page = open_page("search", q="planning")
    html = words(page)
    assert page.text_input[0].value == "planning"
    assert '<h2 id="found-concern">Concerns (1)</h2>' in html
    assert 'href="entry?id=2030-second-look.C01"' in html
    assert "<mark>Planning</mark> in the MASH" in html
    assert "C01 · Second look · Letter, paragraph 2 · Inspectors, as the letter tells it · Local" in html


def test_results_of_all_kinds_are_shown(testshire: Testshire, open_page: OpenPage) -> None:
    """Entries, events, inspections, bodies and the glossary each have a group of their own."""
    testshire.change("MASH", meaning="Testshire meetings.").change("S01", voice="respondent")
    html = words(open_page("search", q="testshire")) + words(open_page("search", q="officers"))
    for kind in ("inspection", "body", "term", "own_view", "action", "concern"):
        assert f'id="found-{kind}"' in html
    assert 'id="found-event"' in words(open_page("search", q="child safety plan"))


def test_highlights_and_questions_lead_to_their_entries(testshire: Testshire, open_page: OpenPage) -> None:
    """Each shows its words, and the way to what it rests on; a question also whom it is for."""
    testshire.add_statements()
    said = words(open_page("search", q="write to health services"))
    for kind in ("highlight", "question", "commitment"):
        assert f'id="found-{kind}"' in said
    assert "To: Police and Crime Commissioner" in said
    assert said.count("Sources:") == 2
    assert 'id="found-need"' in words(open_page("search", q="plan for all children"))


def test_words_found_elsewhere_are_shown(testshire: Testshire, open_page: OpenPage) -> None:
    """Where the words do not stand in summary or excerpt, the field that holds them is shown."""
    testshire.change("C01", note="Hedged: the letter says “perhaps”.")
    assert "<p>Note: <mark>Hedged</mark>: the letter" in words(open_page("search", q="hedged"))


def test_an_id_comes_first(testshire: Testshire, open_page: OpenPage) -> None:
    """The kind of the entry that an id names stands before the others."""
    testshire.change("C01", note="See K01.")
    html = words(open_page("search", q="K01"))
    assert html.index("found-commitment") < html.index("found-concern")


def test_many_results_wait_behind_a_button(testshire: Testshire, open_page: OpenPage) -> None:
    """The best results of a kind are seen at once, the others are one press away."""
    file = "inspections/2029-first-look/findings.yaml"
    for number in range(10, 120):
        testshire.add(file, "C09", id=f"C{number}")
    html = words(open_page("search", q="lacked people"))
    assert "<summary>Show 95 more</summary>" in html
    assert "11 more are not listed" in html


@pytest.mark.parametrize("typed", ["zebra", "<script>alert(1)</script>", '"&<>', "x" * 500])
def test_nothing_found_is_said_kindly(open_page: OpenPage, typed: str) -> None:
    """What was typed comes back as text, and that nothing was found is not said of the documents."""
    html = words(open_page("search", q=typed))
    assert "No results for" in html
    assert f"“{escape(echo(typed))}”" in html


def test_nothing_found_offers_words_alike(open_page: OpenPage) -> None:
    """Words that are spelt alike are offered as searches."""
    assert 'href="search?q=attendance"' in words(open_page("search", q="attendant zebras"))


def test_data_text_is_escaped(testshire: Testshire, open_page: OpenPage) -> None:
    """Markup in the register stays text in the results."""
    testshire.change("C01", summary="Planning <b>lacked</b> & “missed” health.")
    assert "&lt;b&gt;lacked&lt;/b&gt; &amp;" in words(open_page("search", q="planning"))


def test_typing_writes_the_address(open_page: OpenPage) -> None:
    """What is typed stands in the address, and an emptied box leaves it clean."""
    page = open_page("search")
    page.text_input[0].set_value("planning ").run()
    assert page.query_params["q"] == "planning "
    page.text_input[0].set_value("").run()
    assert "q" not in page.query_params


@pytest.mark.parametrize("typed", ["", "police", "C01"])
def test_an_empty_register_can_be_searched(testshire: Testshire, open_page: OpenPage, typed: str) -> None:
    """A register that holds no inspection yet shows the page all the same."""
    testshire.empty()
    assert not open_page("search", q=typed).exception


def test_filters_wait_until_something_is_typed(open_page: OpenPage) -> None:
    """An empty box has nothing to filter."""
    page = open_page("search", kind="body")
    assert not page.button_group
    assert not page.multiselect
    assert open_page("search", q="planning").button_group


def test_without_a_filter_one_search_is_enough(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """That a register has nothing of some kinds, such as comments, filters nothing."""
    searched: list[str] = []
    real = Index.search
    monkeypatch.setattr(Index, "search", lambda *args, **more: searched.append(args[1]) or real(*args, **more))
    open_page("search", q="planning MASH")  # nobody else asks for it, and it is written once
    assert searched == ["planning MASH"]


def test_the_address_chooses_kinds(open_page: OpenPage) -> None:
    """Results and counts are of the kinds that the link holds, and what is left out is said."""
    html = words(open_page("search", q="meetings", kind="action,figure"))
    assert "Found: <a" in html
    assert 'id="found-action"' in html
    assert 'id="found-figure"' in html
    assert 'id="found-concern"' not in html
    assert "The filters hide 2 results." in html
    assert 'href="search?q=meetings"' in html


def test_the_address_chooses_inspections(open_page: OpenPage) -> None:
    """With an inspection chosen, bodies and acronyms are left out, and the page says why."""
    html = words(open_page("search", q="MASH", inspection="2030-second-look"))
    assert 'id="found-concern"' in html
    assert 'id="found-term"' not in html
    assert "The filters hide 1 result. Organisations and acronyms belong to no inspection." in html
    both = words(open_page("search", q="MASH", inspection="2029-first-look,2030-second-look"))
    assert 'id="found-term"' in both
    assert "The filters hide" not in both


def test_filters_that_leave_nothing_say_so_kindly(open_page: OpenPage) -> None:
    """That the filters hide everything is not taken for finding nothing, and the way out is one press."""
    html = words(open_page("search", q="planning", kind="body"))
    assert "Nothing fits the filters. Without them: 1 concern." in html
    assert 'href="search?q=planning"' in html
    assert "Nothing in the register has" not in html


def test_choosing_filters_writes_the_address(open_page: OpenPage) -> None:
    """Filters stand in the address beside what is typed."""
    page = open_page("search", q="planning")
    page.button_group[0].set_value(["concern"]).run()
    page.multiselect[0].set_value(["2030-second-look"]).run()
    assert page.query_params == {"q": "planning", "kind": "concern", "inspection": "2030-second-look"}


def test_an_event_without_a_date_says_so(testshire: Testshire, open_page: OpenPage) -> None:
    """Printed words that name no date are not shown as if they did."""
    testshire.change("E01", date={"printed": "today", "doubt": "Which day is not said."})
    assert "date not known; the document says “today”" in words(open_page("search", q="E01"))
