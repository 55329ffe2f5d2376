"""The page Replies: one chart of the chosen scope, and a line for each concern with what the letter offers on it."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage, words
from tests.testshire import SECOND, Testshire

FIRST_CONCERN, CONCERN, NATIONAL = "2029-first-look.C09", "2030-second-look.C01", "2030-second-look.C02"
JUDGEMENT = re.compile(r"\b(failed|failing|broken|kept|overdue|ignored|improved|worse|scored?|ratings?)\b", re.I)
LINE = re.compile(r'<li data-id="([^"]*)"[^>]*><a [^>]*>(.*?)</li>', re.DOTALL)


def drawn(page: AppTest) -> list[set[str]]:
    """Give the entries of each chart's marks."""
    specs = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    return [{custom[0] for trace in spec["data"] for custom in trace.get("customdata", [])} for spec in specs]


def groups(page: AppTest) -> dict[str, list[str]]:
    """Give the entries of each group of the list, by the name of the group with its number."""
    _, *parts = words(page).split("<summary><h3>")
    return {re.sub("<.*?>", "", part.partition("</h3>")[0]): [line[0] for line in LINE.findall(part)] for part in parts}


def below(page: AppTest, full_id: str) -> list[str]:
    """Give what stands below each line of a concern."""
    lines = [line for name, line in LINE.findall(words(page)) if name == full_id]
    return [re.sub("<.*?>", "", line.partition("<p>")[2]).strip() for line in lines]


@pytest.fixture
def both(testshire: Testshire) -> Testshire:
    """Give a register with a national concern as well."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    return testshire


@pytest.mark.usefixtures("both")
def test_local_and_national_are_the_main_choice(open_page: OpenPage) -> None:
    """One scope is drawn at a time, local first, and each says how many concerns of inspectors it has."""
    page = open_page("replies")
    assert not page.exception
    assert drawn(page) == [{FIRST_CONCERN, CONCERN}]
    names = [name.replace("\\", "") for name in page.segmented_control("filter scope").options]
    assert names == ["Local concerns (2)", "National concerns (1)"]
    assert "The one local concern with a reply has" in words(page)
    page = open_page("replies", scope="national")
    assert drawn(page) == [{NATIONAL}]
    assert "The one national concern has" in words(page)


def test_with_national_concerns_alone_these_come_first(open_page: OpenPage, testshire: Testshire) -> None:
    """A force that only national reports write about does not begin with an empty chart."""
    for one in ("C01", "C09"):
        testshire.change(one, scope="national")
    page = open_page("replies")
    assert not page.exception
    assert page.segmented_control("filter scope").options[1].replace("\\", "") == "Local concerns (0)"
    assert drawn(page) == [{FIRST_CONCERN, CONCERN}]


@pytest.mark.usefixtures("both")
def test_a_link_to_a_national_concern_shows_its_scope(open_page: OpenPage) -> None:
    """Old links name no scope: the one of the opened concern is shown, unless the reader chose."""
    page = open_page("replies", entry=NATIONAL)
    assert drawn(page) == [{NATIONAL}]
    assert words(page).count('<li class="opened"') == 1
    assert drawn(open_page("replies", entry=NATIONAL, scope="local")) == [{FIRST_CONCERN, CONCERN}]


def test_each_concern_has_a_line_in_each_group_that_answers_it(open_page: OpenPage) -> None:
    """The list is grouped as the chart, and below a line is what is offered of that kind."""
    page = open_page("replies")
    assert groups(page) == {
        "Undertaking (1)": [CONCERN],
        "Reported action (1)": [CONCERN],
        "No reply on file (1)": [FIRST_CONCERN],
    }
    assert below(page, CONCERN) == [
        "→ The Commissioner will write to health services.",
        "→ Officers go to every meeting.",
    ]
    assert below(page, FIRST_CONCERN) == [""]


def test_the_first_of_several_answers_is_told_with_how_many_more(open_page: OpenPage, testshire: Testshire) -> None:
    """A line stays short on the screen; the rest is in the opened point, and on paper."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02").change("C01", answers=["K01", "K02", "A01"])
    offer = "→ The Commissioner will write to health services."
    assert below(open_page("replies"), CONCERN)[0] == f"{offer} and 1 more {offer}"


def test_what_is_offered_follows_the_data(open_page: OpenPage, testshire: Testshire) -> None:
    """Lines are written once for all readers, and anew when an answer is mended."""
    open_page("replies")
    testshire.change("K01", summary="The Commissioner will phone health services.")
    assert "→ The Commissioner will phone" in below(open_page("replies"), CONCERN)[0]


def test_an_opened_concern_has_its_words_and_all_that_is_offered(open_page: OpenPage) -> None:
    """They stand in place in the list, once."""
    said = words(open_page("replies", entry=CONCERN))
    assert said.count('<li class="opened"') == 1
    assert "<blockquote>planning meetings were not always attended</blockquote>" in said
    for name in ("K01", "A01"):
        assert f"id=2030-second-look.{name}" in said


def test_concerns_stand_in_the_order_of_the_file(open_page: OpenPage, testshire: Testshire) -> None:
    """What a letter offers, or does not, orders no line."""
    for number in (2, 3):
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C0{number}", answers=["K01"] if number == 3 else [])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("replies")
    assert groups(page)["Undertaking (2)"] == [CONCERN, "2030-second-look.C03"]
    assert groups(page)["No specific answer listed (1)"] == [NATIONAL]


@pytest.mark.parametrize(("inspection", "times"), [("all", 1), ("2030-second-look", 1), ("2029-first-look", 0)])
def test_a_general_promise_is_quoted_once(
    open_page: OpenPage, testshire: Testshire, inspection: str, times: int
) -> None:
    """It stands folded above the chart with who makes it, and answers no concern."""
    testshire.change("K01", general="true").change("C01", answers=[])
    page = open_page("replies", inspection=inspection)
    said = words(page)
    assert said.count("<blockquote>I will write to health services</blockquote>") == times
    assert said.count("General promises, which answer no single concern (1)") == times
    assert not any(name.startswith("Undertaking") for name in groups(page))


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({"inspection": "2030-second-look"}, {CONCERN}),
        ({"answer": "no_reply"}, {FIRST_CONCERN}),
        ({"answer": "undertaking"}, {CONCERN}),
        ({"answer": "action"}, {CONCERN}),
        ({"answer": "expectation,action"}, {CONCERN}),
        ({"voice": "inspectorate"}, {FIRST_CONCERN}),
        ({"body": "testshire_police"}, {CONCERN}),
        ({"theme": "partnership"}, {FIRST_CONCERN, CONCERN}),
        ({"themes": "workforce"}, set()),
        ({"answer": ""}, {FIRST_CONCERN, CONCERN}),
    ],
)
def test_filters_hold_together(open_page: OpenPage, filters: dict[str, str], shown: set[str]) -> None:
    """Each narrows chart and list; a concern fits every kind among its answers, and no kind hides another."""
    page = open_page("replies", **filters)
    assert drawn(page) == ([shown] if shown else [])
    assert set().union(*groups(page).values()) == shown
    assert ("Showing only:" in words(page)) == (filters not in ({"answer": ""},))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("action_only", "action"),
        ("acknowledged_only", "none_listed"),
        ("no_reply_held,undertaking", "no_reply,undertaking"),
    ],
)
def test_old_addresses_go_on_working(open_page: OpenPage, testshire: Testshire, old: str, new: str) -> None:
    """A link that was kept shows what it asked for, without a word of anything unknown."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", answers=[])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("replies", answer=old)
    assert drawn(page) == drawn(open_page("replies", answer=new)) != []
    assert "leads to nothing here" not in words(page)


def test_own_views_are_counted_apart_and_can_be_switched_off(open_page: OpenPage, testshire: Testshire) -> None:
    """They are shown, named in the headline, and never in one number with concerns of inspectors."""
    testshire.change("C01", voice="respondent")
    page = open_page("replies")
    assert drawn(page) == [{FIRST_CONCERN, CONCERN}]
    assert "No reply is on file to 1 local concern (own views apart)" in words(page)
    of_letter = "(1 of the letter’s own)"
    assert list(groups(page)) == [f"Undertaking {of_letter}", f"Reported action {of_letter}", "No reply on file (1)"]
    assert drawn(open_page("replies", voice="inspectorate,reported")) == [{FIRST_CONCERN}]


def test_what_is_not_read_is_named(open_page: OpenPage) -> None:
    """Nobody takes the words for all that is known of an inspection, but only for those that are shown."""
    assert "First look. Not read: report" in words(open_page("replies"))
    assert "Not read:" not in words(open_page("replies", inspection="2030-second-look"))


def test_a_choice_that_fits_nothing_says_so(open_page: OpenPage) -> None:
    """Without a concern there is a sentence, and neither picture nor list."""
    page = open_page("replies", scope="national")
    assert not page.exception
    assert page.info[0].value == "Nothing fits what is chosen above."
    assert not drawn(page)


def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire) -> None:
    """Without an inspection the page says so."""
    testshire.empty()
    page = open_page("replies")
    assert not page.exception
    assert page.info[0].value == "Nothing fits what is chosen above."


def test_the_page_passes_no_verdict(open_page: OpenPage, testshire: Testshire) -> None:
    """Gaps are gaps in the papers: no word of judgement stands on the page, not even in its alternative texts."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", answers=[])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("replies", entry=CONCERN)
    said = words(page) + " ".join(chart.proto.spec + chart.proto.alt for chart in page.get("plotly_chart"))
    assert JUDGEMENT.findall(said) == []


def test_text_from_the_data_is_not_markup(open_page: OpenPage, testshire: Testshire) -> None:
    """Whatever the files say is shown as it is written, in the lines and below them."""
    testshire.change("C01", summary="Planning <script>alert(1)</script> & meeting.")
    testshire.change("K01", summary="He will <i>write</i> to them.")
    said = words(open_page("replies"))
    assert "<script>" not in said
    assert "Planning &lt;script&gt;" in said
    assert "→ He will &lt;i&gt;write" in said


def test_the_letter_without_a_specific_answer_is_named(testshire: Testshire, open_page: OpenPage) -> None:
    """Where several offices replied to one report, the line says in whose letter none is listed."""
    assert "In the letter of" not in words(open_page("replies"))
    testshire.add_second_office()
    page = open_page("replies")
    assert not page.exception
    html = words(page)
    heads = json.dumps([json.loads(chart.proto.spec)["layout"] for chart in page.get("plotly_chart")])
    assert "Mayor of Testshire" in heads.replace("<br>", " ")
    assert "In the letter of: Mayor of Testshire" in html
    assert "In the letter of: Commissioner and Mayor of Testshire" in html


def test_when_each_reply_came_stands_on_the_page(open_page: OpenPage) -> None:
    """A row for each inspection that is shown, with what the Act asks and its caution."""
    html = words(open_page("replies"))
    assert "When each reply came (2)" in html
    assert '<td data-label="Reply dated">2 September 2030</td>' in html
    assert '<td data-label="Reply dated">No reply on file</td>' in html
    assert "The Act may not cover joint inspections." in html
    assert "When each reply came (1)" in words(open_page("replies", inspection="2030-second-look"))
