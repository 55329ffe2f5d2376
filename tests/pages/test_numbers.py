"""Every number on a page is what a reader counts, and the same as on other pages, on slides and in the briefing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Scope
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import Part
from tests.agreement import (
    CONCERNS_ONLY,
    agree,
    agree_on_answers,
    agree_on_commitments,
    agree_on_documents,
    agree_on_pairs,
    agree_on_rows_of_commitments,
)
from tests.exports.briefing.reading import made, said
from tests.made_up import TODAY, by_chance, loaded
from tests.pages.conftest import ROOT, OpenPage, words
from tests.recount import ANSWERS, POINTS, Recount, claims
from tests.shown import shown
from tests.test_numbers import NEVER, TODAY_OF_REAL
from tests.testshire import Testshire

SEEDS = (4, 9)
REAL_PAGES = (
    *(("inspection", {"inspection": path.name}) for path in sorted((ROOT / "data/inspections").iterdir())),
    *(
        (name, {})
        for name in ("overview", "replies", "commitments", "then_and_since", "timeline", "questions", "about")
    ),
)
_CELL = re.compile(r'<td data-label="([^"]+)">(\d+)</td>')


@pytest.fixture(params=SEEDS)
def testshire(tmp_path: Path, request: pytest.FixtureRequest) -> Testshire:
    """Give a made-up register by chance in place of the usual one."""
    return by_chance(tmp_path / "data", request.param)


def _cells_of(register: Register, inspections: Iterable[str]) -> list[Recount]:
    """Give what the alternative text of a chart can be about: each inspection, and each theme of it."""
    themes = ["", *(theme.id for theme in register.themes)]
    return [Recount(register, inspection, theme=theme) for inspection in inspections for theme in themes]


def _one(texts: Sequence[str], pattern: str) -> str:
    """Give the first text in which something is said; something must be."""
    return next(text for text in texts if re.search(pattern, text))


def _headline(page: AppTest) -> str:
    """Give the headline of the first chart of a page."""
    return re.findall(r'<h3>([^<]*)</h3><p class="caption">', words(page))[0]


def test_the_overview_says_the_numbers_of_everything(open_page: OpenPage, testshire: Testshire) -> None:
    """Its lead, its three sentences, its table and its chart count the same things."""
    page = open_page("overview")
    register = loaded(testshire)
    texts, basis = shown(page), Recount(register)
    lead = _one(texts, r"points? from")
    agree_on_documents(lead, basis)
    agree([lead], [basis])
    totals = _one(texts, "What was promised")
    answers, promised, compared = re.split("What was promised|Then and since", totals)
    agree_on_answers(answers, Recount(register, scope="local"))
    agree_on_commitments(promised, basis)
    agree_on_pairs(compared, basis)
    rows = [row for row in re.findall(r'<tr><th scope="row">.*?</tr>', words(page)) if "Own views" in row]
    for inspection in register.inspections:
        of_it = Recount(register, inspection.id)
        (row,) = [row for row in rows if f">{inspection.short_title}<" in row]
        told = [claim for head, number in _CELL.findall(row) for claim in claims(f"{number} {head}")]
        assert {claim.name for claim in told} == set(POINTS) - {"undertaking", "expectation", "point"}
        assert [(one.name, one.number) for one in told] == [(one.name, of_it.number(one.name)) for one in told]
        assert dict(_CELL.findall(row))["Documents read"] == str(of_it.number("document read"))
        assert dict(_CELL.findall(row))["Not read"] == str(of_it.number("document not read"))
    rest = [text for text in texts if text not in (lead, totals) and "Summary Whose words" not in text]
    agree(rest, [basis, *_cells_of(register, [one.id for one in register.inspections])])


def test_an_inspection_has_the_same_numbers_everywhere(open_page: OpenPage, testshire: Testshire) -> None:
    """Its page, its slide and its line in the briefing say one thing, and what its letter offers is of the same."""
    register = loaded(testshire)
    slides = build_deck(DeckRequest(register, frames(register), Choice(), Sheet(), TODAY), [Part.FINDINGS])
    briefing = said(made(register))
    for inspection in register.inspections:
        basis = Recount(register, inspection.id)
        texts = shown(open_page("inspection", inspection=inspection.id))
        offers = [text for text in texts if text.startswith("What the letter offers.")]
        agree([text for text in texts if text not in offers and not text.startswith("Concerns to the left")], [basis])
        assert len(offers) <= 1
        for scope in Scope:
            of_scope = replace(basis, scope=scope)
            part = re.search(rf"To (\d+) {scope} concerns?: (.*?)\.", offers[0]) if offers else None
            if part:
                told = {name: int(number) for name, number in re.findall(r"([a-z][a-z ]+) (\d+)", part[2])}
                labels = {answer.label.lower(): of_scope.number(ANSWERS[str(answer)]) for answer in Answer}
                assert told == {label: number for label, number in labels.items() if number}
            assert int(part[1] if part else 0) == (of_scope.number("concern") if inspection.reply else 0)
        found = re.search(r"(?:The letter reports|Inspectors reported) (.*?) Each symbol", _one(texts, "Each symbol"))
        if basis.number("concern") + basis.number("strength") + basis.number("own view"):
            assert found
            sentence = f"{inspection.short_title}: {found[1]}"
            assert sentence in [slide.headline for slide in slides]
            assert f"{sentence}." in briefing


def test_replies_say_the_numbers_of_concerns(open_page: OpenPage, testshire: Testshire) -> None:
    """Of each scope the headline, and of each inspection the list, counts its concerns and what is none of them."""
    register = loaded(testshire)
    page = open_page("replies")
    texts = shown(page)
    for scope in Scope:
        headlines = [text for text in texts if re.search(rf"{scope} concerns?\b.*Each symbol is one concern", text)]
        if Recount(register, scope=scope).number("concern"):
            assert headlines
        for text in headlines:
            agree_on_answers(text, Recount(register, scope=scope))
        for inspection in register.inspections:
            basis = Recount(register, inspection.id, scope)
            titled = rf"<summary>{inspection.short_title}, {scope}: (.*?)</summary>"
            heads = re.findall(titled, words(page))
            told = {CONCERNS_ONLY.get(one.name, one.name): one.number for one in claims(*heads)}
            names = ("concern", *CONCERNS_ONLY.values())
            assert told == {name: number for name in names if (number := basis.number(name))}


def test_commitments_themes_comparisons_and_about_say_their_numbers(open_page: OpenPage, testshire: Testshire) -> None:
    """Headlines and the headings of lists are of all that is shown."""
    register = loaded(testshire)
    basis = Recount(register)
    page = open_page("commitments")
    agree(shown(page), [basis])
    agree_on_commitments(_headline(page), basis)
    agree_on_rows_of_commitments(re.findall(r"<h3>(.*?)</h3>", words(page)), basis)

    page, theme = open_page("themes"), register.themes[0]
    thread = _one(shown(page), rf"^{theme.label}: \d+ points? from")
    named = Recount(register, named=theme.id)
    assert [claim.number for claim in agree([thread], [named])] == [named.number("point")]

    page = open_page("then_and_since")
    agree_on_pairs(_headline(page), basis)
    told = agree([text for text in shown(page) if not text.startswith("Two symbols")], [basis])
    again = basis.number("concern not mentioned again")
    assert {one.number for one in told if one.name == "concern not mentioned again"} == ({again} if again else set())

    texts = shown(open_page("about"))
    lead = _one(texts, "It lists")
    agree_on_documents(lead, basis)
    agree([lead], [basis])


@pytest.mark.parametrize(("name", "query"), REAL_PAGES, ids=str)
def test_no_page_says_what_the_papers_do_not(name: str, query: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On the real data no page adds up what differs in author, dates what is undated, or calls silence a finding."""
    monkeypatch.setenv("SCRUTINY_DATA", str(ROOT / "data"))
    monkeypatch.setenv("SCRUTINY_TODAY", TODAY_OF_REAL.isoformat())
    monkeypatch.chdir(ROOT)
    page = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60)
    page.session_state["reached through the dashboard"] = True
    page.query_params.update(query)
    texts = shown(page.run())
    assert not page.exception
    assert [found[0] for text in texts if (found := NEVER.search(text))] == []
    if name == "overview":
        register = load(ROOT / "data").register
        assert register is not None
        number = Recount(register).number("undertaking")
        assert any(f"none of the {number} undertakings gives a date" in text for text in texts)
