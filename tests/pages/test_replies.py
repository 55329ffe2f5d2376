"""The Answers page shows each concern with what the reply offers and the words it rests on."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage, words
from tests.testshire import SECOND, Testshire

CONCERN = "2030-second-look.C01"
JUDGEMENT = re.compile(r"\b(failed|failing|broken|kept|overdue|ignored|improved|worse|scored?|ratings?)\b", re.I)


def drawn(page: AppTest) -> list[set[str]]:
    """Give the entries of each chart's marks."""
    specs = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    return [{custom[0] for trace in spec["data"] for custom in trace.get("customdata", [])} for spec in specs]


def test_local_and_national_are_drawn_apart(open_page: OpenPage, testshire: Testshire) -> None:
    """Each scope has its picture, whose headline says so; the concerns of another are not in it."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("answers")
    assert not page.exception
    assert drawn(page) == [{"2029-first-look.C09", CONCERN}, {"2030-second-look.C02"}]
    assert "The one local concern with a reply has" in words(page)
    assert "The one national concern has" in words(page)


def test_a_scope_without_concerns_has_no_picture(open_page: OpenPage) -> None:
    """What has nothing to show is left out."""
    assert len(drawn(open_page("answers"))) == 1


def test_every_answer_has_its_words(open_page: OpenPage) -> None:
    """The list gives the concern and all that answers it, kind by kind, each linked and with its excerpt."""
    said = words(open_page("answers"))
    for text in (
        "<summary>Second look, local: 1 concern</summary>",
        "<blockquote>planning meetings were not always attended</blockquote>",
        "<b>Undertaking</b>",
        "id=2030-second-look.K01",
        "<blockquote>I will write to health services</blockquote>",
        "<b>Reported action</b>",
        "<blockquote>saw that officers attend every meeting</blockquote>",
        "<b>No reply on file</b>: No letter in reply was read.",
    ):
        assert text in said


def test_concerns_stand_in_the_order_of_the_file(open_page: OpenPage, testshire: Testshire) -> None:
    """What a letter offers, or does not, orders no row."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", answers=[])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    said = words(open_page("answers"))
    order = [said.index(f"<b>{kind}</b>") for kind in ("No reply on file", "Undertaking", "No specific answer listed")]
    assert order == sorted(order)


@pytest.mark.parametrize(("inspection", "times"), [("all", 1), ("2030-second-look", 1), ("2029-first-look", 0)])
def test_a_general_promise_is_quoted_once(
    open_page: OpenPage, testshire: Testshire, inspection: str, times: int
) -> None:
    """It stands above the pictures with the letter that makes it, and answers no concern."""
    testshire.change("K01", general="true").change("C01", answers=[])
    said = words(open_page("answers", inspection=inspection))
    assert said.count("<blockquote>I will write to health services</blockquote>") == times
    assert said.count("which answer no single concern") == times
    assert "<b>Undertaking</b>" not in said


def test_filters_hold_together(open_page: OpenPage) -> None:
    """Inspection, theme and answer narrow what is shown."""
    assert drawn(open_page("answers", inspection="2030-second-look")) == [{CONCERN}]
    assert drawn(open_page("answers", answer="no_reply")) == [{"2029-first-look.C09"}]
    assert drawn(open_page("answers", theme="workforce")) == []


@pytest.mark.parametrize("answer", ["undertaking", "action", "expectation,action"])
def test_a_concern_fits_each_kind_among_its_answers(open_page: OpenPage, answer: str) -> None:
    """No kind hides another from the filter."""
    assert drawn(open_page("answers", answer=answer)) == [{CONCERN}]


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
    page = open_page("answers", answer=old)
    assert drawn(page) == drawn(open_page("answers", answer=new)) != []
    assert "The link asks for" not in words(page)


def test_own_views_are_hollow_and_can_be_switched_off(open_page: OpenPage, testshire: Testshire) -> None:
    """They are shown and counted apart, until they are switched off."""
    testshire.change("C01", voice="respondent")
    page = open_page("answers")
    assert drawn(page) == [{"2029-first-look.C09", CONCERN}]
    assert "No reply is on file to 1 local concern; 1 own view" in words(page)
    assert "<summary>Second look, local: 1 own view</summary>" in words(page)
    assert drawn(open_page("answers", voice="inspectorate,reported")) == [{"2029-first-look.C09"}]


def test_an_opened_concern_shows_its_words_once_beside_its_picture(open_page: OpenPage, testshire: Testshire) -> None:
    """With two pictures, the card stands beside the one that holds the opened concern."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    said = words(open_page("answers", entry="2030-second-look.C02"))
    assert said.count('<article class="entry" ') == 1
    assert said.index("The one national concern") < said.index('<article class="entry" ')


def test_an_entry_that_is_no_concern_opens_beside_the_first_picture(open_page: OpenPage) -> None:
    """A link to an entry that answers opens it as well."""
    assert words(open_page("answers", entry="2030-second-look.K01")).count('<article class="entry" ') == 1


def test_a_choice_that_fits_nothing_says_so(open_page: OpenPage) -> None:
    """Without a concern there is a sentence, and neither picture nor table."""
    page = open_page("answers", answer="")
    assert not page.exception
    assert page.info[0].value == "No concern fits what is chosen above."
    assert not drawn(page)


def test_an_empty_register_says_so(open_page: OpenPage, testshire: Testshire) -> None:
    """Without an inspection the page says so."""
    testshire.empty()
    page = open_page("answers")
    assert not page.exception
    assert page.info[0].value.startswith("There is no inspection here yet.")


def test_the_page_passes_no_verdict(open_page: OpenPage, testshire: Testshire) -> None:
    """Gaps are gaps in the papers: no word of judgement stands on the page, not even in its alternative texts."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", answers=[])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("answers", entry=CONCERN)
    said = words(page) + " ".join(chart.proto.spec + chart.proto.alt for chart in page.get("plotly_chart"))
    assert JUDGEMENT.findall(said) == []


def test_text_from_the_data_is_not_markup(open_page: OpenPage, testshire: Testshire) -> None:
    """Whatever the files say is shown as it is written."""
    testshire.change("C01", summary="Planning <script>alert(1)</script> & meeting.")
    said = words(open_page("answers"))
    assert "<script>" not in said
    assert "Planning &lt;script&gt;" in said
