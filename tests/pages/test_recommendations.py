"""Recommendations have their place on the pages, and leave no trace where a register has none."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile import ELEMENTS, Shown, fill, mixed
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
ASKED = "2030-second-look.R01"
QUERY = {"entry": {"id": ASKED}, "search": {"q": "health"}, "inspection": {"inspection": "2030-second-look"}}


def folds(page: AppTest) -> list[str]:
    """Return what can be unfolded on a page."""
    return [fold.label for fold in page.expander]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_with_recommendations(open_page: OpenPage, testshire: Testshire, name: str) -> None:
    """No page is at a loss with a point of this kind."""
    testshire.add_recommendations()
    assert not open_page(name, **QUERY.get(name, {})).exception


@pytest.mark.parametrize("name", PAGES)
def test_no_page_tells_of_recommendations_where_there_are_none(open_page: OpenPage, name: str) -> None:
    """A register without any has no heading, no choice and no definition for them."""
    page = open_page(name, **QUERY.get(name, {}) if name != "entry" else {"id": "2030-second-look.C01"})
    chosen = [option for box in (*page.button_group, *page.multiselect) for option in getattr(box, "options", [])]
    said = f"{words(page)} {' '.join(folds(page))} {' '.join(map(str, chosen))}"
    said = re.sub(r"Inspectorates have terms of their own\..*?</p>", "", said, flags=re.DOTALL)  # which are explained
    assert re.findall(r"(?i)\w*recommend\w*", said) == []


def test_an_inspection_has_its_recommendations_in_a_line_each(open_page: OpenPage, testshire: Testshire) -> None:
    """The line names it as its document does, who is asked, and what the reply says; opened, it has the words."""
    testshire.add_recommendations()
    page = open_page("inspection", inspection="2030-second-look")
    said = words(page)
    assert "Recommendations: 1" in folds(page)
    assert "Recommendation 2a, asked of Testshire Police: Inspectors ask that health attend every meeting." in said
    assert "<blockquote>This is part of our Child Safety Plan</blockquote>" in said
    assert "<b>Accepted in part</b>" in said


def test_replies_have_what_each_says_to_each_recommendation(open_page: OpenPage, testshire: Testshire) -> None:
    """They stand below the grid by inspection; where no reply was read, that is the gap."""
    testshire.add_recommendations()
    page = open_page("replies")
    said = words(page)
    assert "Recommendations: 2" in folds(page)
    assert "Meetings without health are a cause of concern. <b>No reply on file</b>" in said
    assert "The letter says that more than 90 meetings were held." in said
    assert "Recommendations: 1" in folds(open_page("replies", inspection="2030-second-look"))


def test_a_recommendation_has_a_page_and_what_answers_it_leads_back(open_page: OpenPage, testshire: Testshire) -> None:
    """Its card has who is asked, the reply's words and what is said to be done."""
    testshire.add_recommendations()
    said = words(open_page("entry", id=ASKED))
    assert "Recommendation R01" in said
    for text in ("Testshire Police", "Accepted in part", "Letter of 2 September 2030, paragraph 3"):
        assert text in said
    assert f'href="entry?id={ASKED}"' in words(open_page("entry", id="2030-second-look.K01"))


def test_recommendations_are_found_by_the_words_of_replies(open_page: OpenPage, testshire: Testshire) -> None:
    """The search finds them as a kind of their own."""
    testshire.add_recommendations()
    assert "Recommendations" in words(open_page("search", q="part of our Child Safety Plan"))


@pytest.mark.parametrize("name", ["inspection", "replies", "entry"])
def test_hostile_recommendations_stay_text(open_page: OpenPage, testshire: Testshire, name: str) -> None:
    """Whatever stands in their fields is shown as text."""
    fill(testshire.add_recommendations(), mixed)
    assert testshire.load().errors == ()
    page = open_page(name, **QUERY.get(name, {}))
    assert not page.exception
    html = [str(element.value) for element in page.main if isinstance(getattr(element, "value", None), str)]
    shown = Shown("".join(html))
    assert ELEMENTS.isdisjoint(set(shown.tags) - {"style"})
    assert not shown.handlers
