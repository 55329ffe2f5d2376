"""The Commitments page: what each states, and no judgement."""

import re

import pytest

from tests.pages.conftest import OpenPage, words
from tests.pages.test_inspection import drawn
from tests.testshire import SECOND, Testshire

K01, K02 = "2030-second-look.K01", "2030-second-look.K02"
BARE = {"owner": None, "specific": "false", "due": None, "measure": None}
JUDGEMENTS = re.compile(r"fail|broken|\bkept\b|overdue|ignor|improv|wors|scor|rating|\blate\b", re.IGNORECASE)


def more(testshire: Testshire, name: str, **fields: str | list[str] | None) -> None:
    """Add a commitment that is like the first but for some fields."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id=name)
    testshire.change(name, **fields)


def listed(said: str) -> list[str]:
    """Give the entries of the list beside the chart in their order."""
    return re.findall(r'<li [^>]*data-id="([^"]+)"', said)


def needed(said: str) -> list[str]:
    """Give what is said to be needed, by the links to their pages."""
    return re.findall(r'href="entry\?id=([^"]+)" data-here>Read the words</a>', said)


def plain(said: str) -> str:
    """Give what a page says without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


def test_a_commitment_shows_what_it_states(open_page: OpenPage) -> None:
    """Each of the four is a tick with its word, not by colour alone; the time runs to today."""
    page = open_page("commitments")
    assert not page.exception
    said = plain(words(page))
    for text in (
        "The one undertaking gives a date",
        "Commissioner, undertakings (“I will”) (1)",
        "The Commissioner will write to health services. ✓ who ✓ act ✓ date ✓ measure letter of 2 September 2030",
    ):
        assert text in said
    assert "– " not in said
    assert "Date passed." not in said


def test_what_is_not_stated_is_a_gap_in_the_papers(open_page: OpenPage, testshire: Testshire) -> None:
    """Nothing stated is a dash with its word, four times."""
    testshire.change("K01", **BARE)
    said = plain(words(open_page("commitments")))
    assert "– who – act – date – measure" in said
    assert "✓" not in said


def test_authors_and_kinds_have_groups_in_their_order(open_page: OpenPage, testshire: Testshire) -> None:
    """Undertakings, then expectations; those of inspectorates last, with the name of each."""
    more(testshire, "K04", voice="reported", by="inspectors")
    more(testshire, "K02", kind="expectation")
    more(testshire, "K03")
    page = open_page("commitments")
    assert [plain(name) for name in re.findall(r"<h3>(.*?)</h3>", words(page))] == [
        "Commissioner, undertakings (“I will”) (2)",
        "Commissioner, expectations (“I expect”) (1)",
        "Inspectorates (apart), undertakings (“I will”) (1)",
    ]
    assert listed(words(page)) == [K01, "2030-second-look.K03", K02, "2030-second-look.K04"]
    assert "measure Example Inspectorate, letter of 2 September 2030" in plain(words(page))


def test_what_is_only_needed_is_listed_apart(open_page: OpenPage, testshire: Testshire) -> None:
    """A need is not counted among the commitments, has no ticks, and stands folded with their number."""
    testshire.add_need()
    page = open_page("commitments")
    assert not page.exception
    said = words(page)
    assert "The one undertaking gives a date" in said
    assert set(drawn(page)) == {K01}
    assert (listed(said), needed(said)) == ([K01], [K02])
    fold = next(one for one in page.expander if one.label.startswith("Said to be needed"))
    assert fold.label == "Said to be needed, with nobody named to do it: 1"
    apart = plain(fold.get("html")[0].proto.body)
    assert "The Commissioner says that a plan for all children is essential." in apart
    assert "✓" not in apart


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({"by": "testshire_pcc"}, [K01, K02]),
        ({"owner": "testshire_pcc"}, [K01]),
        ({"theme": "workforce"}, [K02]),
        ({"theme": "partnership"}, [K01]),
        ({"inspection": "2029-first-look"}, []),
        ({"kind": "expectation"}, []),
        ({"kind": "undertaking,expectation"}, [K01, K02]),
    ],
)
def test_filters_narrow_needs_as_well(
    open_page: OpenPage, testshire: Testshire, filters: dict[str, str], shown: list[str]
) -> None:
    """Who says it, theme and inspection do; it is neither kind and nobody takes it on, so that these leave none."""
    testshire.add_need()
    said = words(open_page("commitments", **filters))
    assert [*listed(said), *needed(said)] == shown


def test_a_general_promise_is_said_to_be(open_page: OpenPage, testshire: Testshire) -> None:
    """It is about the report as a whole; its opened words say so."""
    testshire.change("K01", general="true").change("C01", answers=["A01"])
    assert "About the report as a whole" in plain(words(open_page("commitments", entry=K01)))


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({"kind": "expectation"}, [K02]),
        ({"kind": "undertaking,expectation"}, [K01, K02]),
        ({"by": "inspectors"}, [K02]),
        ({"owner": "testshire_pcc"}, [K01]),
        ({"owner": "nobody-named"}, [K02]),
        ({"theme": "partnership"}, [K01, K02]),
        ({"theme": "workforce"}, [K02]),
        ({"inspection": "2030-second-look"}, [K01, K02]),
        ({"inspection": "2029-first-look"}, []),
        ({"kind": "undertaking", "owner": "nobody-named"}, []),
    ],
)
def test_filters_are_in_the_address(
    open_page: OpenPage, testshire: Testshire, filters: dict[str, str], shown: list[str]
) -> None:
    """Kind, who says it, who must act, any theme and inspection narrow list and picture together."""
    more(testshire, "K02", kind="expectation", by="inspectors", owner=None, themes=["workforce", "partnership"])
    page = open_page("commitments", **filters)
    assert not page.exception
    assert listed(words(page)) == shown
    assert (set(drawn(page)) if shown else set()) == set(shown)


def test_nothing_that_fits_says_so(open_page: OpenPage) -> None:
    """A choice that leaves nothing has a sentence instead of a picture and a list."""
    page = open_page("commitments", kind="expectation")
    assert not page.exception
    assert page.info[0].value == "Nothing fits what is chosen above."
    assert "undertakings (“I will”)" not in words(page)


def on(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, today: str) -> str:
    """Open the page on a day and give what it says."""
    page = open_page("commitments")
    monkeypatch.setenv("SCRUTINY_TODAY", today)
    page.run()
    assert not page.exception
    return plain(words(page))


@pytest.mark.parametrize(("today", "passed"), [("2030-12-31", False), ("2031-01-01", True)])
def test_a_date_passes_with_its_last_day(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, today: str, *, passed: bool
) -> None:
    """That a stated date has passed is said from the day after, and that nothing later was read."""
    assert ("Date passed; nothing later read." in on(open_page, monkeypatch, today)) == passed


def test_a_date_before_a_document_that_is_held(open_page: OpenPage, testshire: Testshire) -> None:
    """Where something later is held, it is not said that nothing is."""
    testshire.change("K01", due={"printed": "by last year", "date": "2029"})
    said = words(open_page("commitments"))
    assert "Date passed." in said
    assert "nothing later read" not in said


@pytest.mark.parametrize("due", [None, {"printed": "within six months", "doubt": "Of what is not said."}])
def test_without_a_date_nothing_passes(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, testshire: Testshire, due: dict[str, str] | None
) -> None:
    """However long ago, a commitment without a date that can be placed has no date that could pass."""
    testshire.change("K01", due=due)
    said = on(open_page, monkeypatch, "2099-01-01")
    assert not re.search("Date passed[.;]", said)
    assert ("Date uncertain." in said) == bool(due)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ({"printed": "September 2030", "date": "2030-09"}, "✓ measure letter of September 2030"),
        ({"printed": "2030", "date": "2030"}, "✓ measure letter of 2030"),
        ({"printed": "2/9/2030", "date": "2030-09-02", "doubt": "Odd."}, "2 September 2030 (date uncertain) "),
        ({"printed": "today"}, "✓ measure letter (date not known)"),
    ],
)
def test_a_partial_date_gives_no_false_day(
    open_page: OpenPage, testshire: Testshire, printed: dict[str, str], text: str
) -> None:
    """A date is shown as exactly as it is known, and a doubt is named."""
    testshire.record("second.reply")["date"] = printed
    assert text in plain(words(open_page("commitments")))


def test_the_page_passes_no_judgement(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, testshire: Testshire
) -> None:
    """Even long after every date, there is no verdict, no share and no count of ticks."""
    more(testshire, "K02", kind="expectation", **BARE)
    page = open_page("commitments")
    monkeypatch.setenv("SCRUTINY_TODAY", "2099-01-01")
    said = plain(words(page.run()))
    assert JUDGEMENTS.findall(said.replace("nothing later read", "")) == []
    assert "%" not in said


def test_every_row_opens_its_words(open_page: OpenPage, testshire: Testshire) -> None:
    """Rows and marks name entries that the register holds; an opened one shows its excerpt."""
    more(testshire, "K02", kind="expectation", **BARE)
    page = open_page("commitments", entry=K02)
    said = words(page)
    assert set(listed(said)) == {K01, K02}
    assert set(drawn(page)) == {K01}
    assert f"?entry={K01}" in said
    assert "<blockquote>I will write to health services</blockquote>" in said


def test_text_of_the_data_is_no_markup(open_page: OpenPage, testshire: Testshire) -> None:
    """A summary with angle brackets is shown as it is written."""
    testshire.change("K01", summary="He will <i>write</i> to them.")
    said = words(open_page("commitments"))
    assert "&lt;i&gt;write" in said
    assert "<i>write" not in said


def test_national_is_named(open_page: OpenPage, testshire: Testshire) -> None:
    """What is national is said to be so in its row."""
    testshire.change("K01", scope="national")
    assert "✓ measure National; letter of 2 September 2030" in plain(words(open_page("commitments")))


def test_an_empty_register_has_an_empty_page(open_page: OpenPage, testshire: Testshire) -> None:
    """Without an inspection the page says so."""
    testshire.empty()
    page = open_page("commitments")
    assert not page.exception
    assert page.info[0].value == "Nothing fits what is chosen above."


def test_a_name_on_a_button_is_no_markup(open_page: OpenPage, testshire: Testshire) -> None:
    """Streamlit reads the names of buttons as Markdown: what the data says is escaped on its way there."""
    more(testshire, "K02", by="testshire_panel")
    testshire.record("testshire_panel")["name"] = "*Panel* [here]"
    page = open_page("commitments")
    assert r"\*Panel\* \[here\]" in page.button_group("filter by").options
    assert page.button_group("filter by").set_value(["testshire_panel"]).run().query_params["by"] == "testshire_panel"
