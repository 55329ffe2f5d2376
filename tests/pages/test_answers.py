"""The Answers page shows each concern with what the reply offers and the words it rests on."""

import json
import re

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
    """Each scope has its picture, headed so; the concerns of another are not in it."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    page = open_page("answers")
    assert not page.exception
    assert [header.value for header in page.header] == ["Local concerns", "National concerns", "The same as a table"]
    assert drawn(page) == [{"2029-first-look.C09", CONCERN}, {"2030-second-look.C02"}]


def test_a_scope_without_concerns_has_no_picture(open_page: OpenPage) -> None:
    """What has nothing to show is left out."""
    page = open_page("answers")
    assert [header.value for header in page.header] == ["Local concerns", "The same as a table"]


def test_every_answer_has_its_words(open_page: OpenPage) -> None:
    """The list gives the concern and all that answers it, each linked and with its excerpt."""
    said = words(open_page("answers"))
    for text in (
        "<blockquote>planning meetings were not always attended</blockquote>",
        "<b>Undertaking</b>",
        "Undertaking · Local · ",
        "id=2030-second-look.K01",
        "<blockquote>I will write to health services</blockquote>",
        "Reported action · Local · ",
        "<blockquote>saw that officers attend every meeting</blockquote>",
        "<b>No reply held</b>",
        "The register holds no reply to this inspection.",
    ):
        assert text in said


def test_acknowledged_only_comes_first(open_page: OpenPage, testshire: Testshire) -> None:
    """What has no answer in the reply heads the list; what has no reply stands last."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", answers=[])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    said = words(open_page("answers"))
    order = [said.index(f"<b>{state}</b>") for state in ("Acknowledged only", "Undertaking", "No reply held")]
    assert order == sorted(order)


def test_filters_hold_together(open_page: OpenPage) -> None:
    """Inspection, theme and answer narrow what is shown."""
    assert drawn(open_page("answers", inspection="2030-second-look")) == [{CONCERN}]
    assert drawn(open_page("answers", answer="no_reply_held")) == [{"2029-first-look.C09"}]
    assert drawn(open_page("answers", theme="workforce")) == []


def test_own_views_are_off_by_default_and_can_be_added(open_page: OpenPage, testshire: Testshire) -> None:
    """The page holds inspectors' concerns only, until the respondent's own are asked for."""
    testshire.change("C01", voice="respondent")
    assert drawn(open_page("answers")) == [{"2029-first-look.C09"}]
    assert drawn(open_page("answers", voice="respondent")) == [{CONCERN}]


def test_an_opened_concern_shows_its_words_once_beside_its_picture(open_page: OpenPage, testshire: Testshire) -> None:
    """With two pictures, the card stands beside the one that holds the opened concern."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    said = words(open_page("answers", entry="2030-second-look.C02"))
    assert said.count('<article class="entry" ') == 1
    assert said.index("Of 1 national concern") < said.index('<article class="entry" ')


def test_an_entry_that_is_no_concern_opens_beside_the_first_picture(open_page: OpenPage) -> None:
    """A link to an entry that answers opens it as well."""
    assert words(open_page("answers", entry="2030-second-look.K01")).count('<article class="entry" ') == 1


def test_a_choice_that_fits_nothing_says_so(open_page: OpenPage) -> None:
    """Without a concern there is a sentence, and neither picture nor table."""
    page = open_page("answers", answer="")
    assert not page.exception
    assert page.info[0].value == "No concern of the register fits what is chosen above."
    assert not page.header


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
