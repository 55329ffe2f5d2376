"""Every number on a page is what a reader counts, and the same as on other pages and in the briefing."""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.choice import Choice
from scrutiny.register.vocabulary import Answer, Scope
from tests.agreement import (
    CONCERNS_ONLY,
    LABEL,
    agree,
    agree_on_answers,
    agree_on_commitments,
    agree_on_documents,
    agree_on_labels_of_commitments,
    agree_on_pairs,
    agree_on_rows_of_commitments,
)
from tests.app import ROOT, page_of
from tests.exports.briefing.reading import made, said
from tests.made_up import by_chance
from tests.pages.conftest import OpenPage, words
from tests.real import real
from tests.recount import Recount, offered
from tests.shown import shown
from tests.test_numbers import NEVER, TODAY_OF_REAL
from tests.testshire import Testshire

SEEDS = (4, 9)
REAL_PAGES = (
    *(("inspection", {"inspection": path.name}) for path in sorted((ROOT / "data/inspections").iterdir())),
    *(
        (name, {})
        for name in ("overview", "replies", "commitments", "then-and-since", "timeline", "questions", "about")
    ),
)
_CELL = re.compile(r'<td data-label="([^"]+)">(.*?)</td>', re.DOTALL)
_GROUP = re.compile(r"<summary><h3>(.*?) <span>\((.*?)\)</span></h3></summary>")
_PARTS = re.compile(
    r"(?!$)(?:(\d+)(?=, plus|$))?(?:, plus )?"
    r"(?:(\d+) from elsewhere)?(?: and )?(?:(\d+) of the letter’s own)?"
)


@pytest.fixture(params=SEEDS)
def testshire(tmp_path: Path, request: pytest.FixtureRequest) -> Testshire:
    """Give a made-up register by chance in place of the usual one."""
    return by_chance(tmp_path / "data", request.param)


def _one(texts: Sequence[str], pattern: str) -> str:
    """Give the first text in which something is said; something must be."""
    return next(text for text in texts if re.search(pattern, text))


def _headline(page: AppTest) -> str:
    """Give the headline of the first chart of a page."""
    return html.unescape(re.findall(r'<h2 class="headline"[^>]*>([^<]*)</h2>', words(page))[0])


def _groups(page: AppTest) -> dict[str, tuple[int, ...]]:
    """Give the numbers in the headings of the list beside a chart: of inspectors, of other inspections, own views."""
    found = dict(_GROUP.findall(words(page)))
    return {html.unescape(name): _in_parts(html.unescape(number)) for name, number in found.items()}


def _in_parts(number: str) -> tuple[int, ...]:
    """Read a number like “14, plus 3 from elsewhere and 8 of the letter's own”."""
    parts = _PARTS.fullmatch(number)
    assert parts, number
    return tuple(int(part or 0) for part in parts.groups())


def _counted(basis: Recount) -> tuple[int, ...]:
    """Count findings as the headings of lists do, with concerns and strengths together."""
    found = basis.number("concern") + basis.number("strength")
    return found, basis.number("finding from elsewhere"), basis.number("own view")


def test_the_overview_says_the_numbers_of_everything(open_page: OpenPage, testshire: Testshire) -> None:
    """Its lead, each cell of its strip with the symbols in it, and its sentences on promises count the same things."""
    page = open_page("overview")
    register = testshire.register()
    texts, basis = shown(page), Recount(register)
    lead = _one(texts, r"Inspectors’ findings and")
    read = Counter(
        document.kind.label.lower() for one in register.inspections for document in one.documents if document.held
    )
    told = {kind: _spelt(number) for number, kind in re.findall(rf"(\w+) ({'|'.join(read)})s?\b", lead)}
    assert told == read
    assert ("No inspection report has been read" in lead) == ("report" not in read)
    agree(texts, [basis])

    rows = re.findall(r'<tr><th scope="row">.*?</tr>', words(page), re.DOTALL)
    assert len(rows) == len(register.inspections)
    for inspection, row in zip(register.inspections, rows, strict=True):
        assert f'={inspection.id}"' in row.partition("</th>")[0]
        cells = {head: cell for head, cell in _CELL.findall(row) if "units" in cell}
        assert set(cells) == {"Concerns", "Strengths"}
        for head, cell in cells.items():
            ids = Recount(register, inspection.id).ids(head.lower().rstrip("s"))
            links = [
                parse_qs(html.unescape(link)) for link in re.findall(r'class="unit" href="inspection\?([^"]*)"', cell)
            ]
            assert sorted(link["entry"][0] for link in links) == sorted(ids)
            assert re.findall(r"<b>(.*?)</b>", cell) == [str(len(ids))]

    promised, stated = re.findall(
        r"<h2>What was promised</h2>\s*<p><b>(.*?)</b></p>\s*<p><a [^>]*>(.*?)</a></p>", words(page), re.DOTALL
    )[0]
    agree_on_commitments(promised, basis)
    undertakings = basis.ids("undertaking")
    specific = sum(bool(getattr(register.entries_by_id[one], "specific", None)) for one in undertakings)
    if len(undertakings) > 1:
        assert re.fullmatch(r"(\w+) names? a specific act", stated)
        assert _spelt(stated.split()[0]) == specific
    else:
        assert not re.search(r"\d", stated)


def _spelt(number: str) -> int:
    """Read a number in digits or as a word."""
    small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    word = number.lower().replace("none", "no")
    return small.index(word) if word in small else int(word)


def test_an_inspection_has_the_same_numbers_everywhere(open_page: OpenPage, testshire: Testshire) -> None:
    """Its page and its line in the briefing say one thing; lists and folds say how much is in them."""
    register = testshire.register()
    for inspection in register.inspections:
        briefing = " ".join(said(made(register, Choice(inspections=(inspection.id,)))))
        basis = Recount(register, inspection.id)
        page = open_page("inspection", inspection=inspection.id)
        texts = [text.removeprefix(f"{inspection.short_title} ") for text in shown(page)]
        agree([text for text in texts if not text.startswith("Concerns to the left")], [basis])
        by_theme = {theme.label: _counted(replace(basis, theme=theme.id)) for theme in register.themes}
        assert _groups(page) == {label: numbers for label, numbers in by_theme.items() if any(numbers)}
        folds = dict(
            re.findall(r"^([A-Z][a-z ]+): (\d+)$", "\n".join(one.label for one in page.expander), re.MULTILINE)
        )
        others = {
            "Recommendations": basis.number("recommendation"),
            "Figures": basis.number("figure"),
            "Reported actions": basis.number("reported action"),
            "Commitments": basis.number("commitment"),
            "Commitments by inspectorates": basis.number("commitment by inspectorates"),
            "Said to be needed": basis.number("thing said to be needed"),
        }
        assert folds == {name: str(number) for name, number in others.items() if number}
        (documents,) = [one.label for one in page.expander if one.label.startswith("Documents and dates")]
        in_all = [basis.number(f"document {what}") for what in ("read", "not read")]
        assert documents == "Documents and dates: {} read, {} not read".format(*in_all)
        if any(_counted(basis)):
            assert re.match(r"The letter reports|The documents report|Inspectors reported", _headline(page))
            assert f"{_headline(page)}." in briefing


def test_replies_say_the_numbers_of_concerns(open_page: OpenPage, testshire: Testshire) -> None:
    """Of each scope the choice, the headline and the headings of the list count its concerns, other findings apart."""
    register = testshire.register()
    for scope in Scope:
        basis = Recount(register, scope=scope)
        page = open_page("replies", scope=str(scope))
        (choice,) = {text for text in shown(page) if re.fullmatch(rf"{scope.label} concerns \(\d+\)", text)}
        assert choice == f"{scope.label} concerns ({basis.number('concern')})"
        if not any(map(basis.number, ("concern", *CONCERNS_ONLY.values()))):
            continue
        headline = _headline(page)
        assert str(scope) in headline
        agree_on_answers(headline, basis)
        groups = _groups(page)
        for answer in Answer:
            numbers = groups.pop(answer.label, (0, 0, 0))
            assert numbers == _counted_by_answer(basis, str(answer)), answer
        assert groups == {}


def _counted_by_answer(basis: Recount, answer: str) -> tuple[int, ...]:
    """Count the concerns to which a letter offers something, as the headings of lists do."""
    names = ("concern", *(CONCERNS_ONLY[name] for name in ("finding from elsewhere", "own view")))
    by_id = basis.register.entries_by_id
    return tuple(sum(answer in offered(basis.register, by_id[one]) for one in basis.ids(name)) for name in names)


def test_commitments_themes_comparisons_and_about_say_their_numbers(open_page: OpenPage, testshire: Testshire) -> None:
    """Headlines and the headings of lists are of all that is shown."""
    register = testshire.register()
    basis = Recount(register)
    page = open_page("commitments", rows="1")
    (table,) = [text for text in shown(page) if " Said by Who acts " in text]
    for kind in ("undertaking", "expectation"):
        number = basis.number(kind) + basis.number(f"{kind} (by inspectorates)")
        told = re.findall(rf"\b{kind.title()} \((\d+)\)", table)
        assert told == ([str(number)] if number else []), kind
    texts = [text for text in shown(page) if text != table]
    labels = [text for text in texts if LABEL.fullmatch(text)]
    agree([text for text in texts if text not in labels or "(apart)" in text], [basis])
    agree_on_labels_of_commitments(labels, basis)
    agree_on_commitments(_headline(page), basis)
    heads = [re.sub("<[^>]*>", "", head) for head in re.findall(r"<h3>(.*?)</h3>", words(page))]
    agree_on_rows_of_commitments(heads, basis)
    needed = [int(number) for one in page.expander for number in re.findall(r"with nobody named.*: (\d+)", one.label)]
    assert needed == [number for number in [basis.number("thing said to be needed")] if number]

    page = open_page("themes")
    by_theme = {theme.label: _counted(Recount(register, theme=theme.id)) for theme in register.themes}
    assert _groups(page) == {label: numbers for label, numbers in by_theme.items() if any(numbers)}
    theme = register.themes[0]
    thread = _headline(open_page("themes", theme=theme.id))
    named = Recount(register, named=theme.id)
    assert [claim.number for claim in agree([thread], [named])] == [named.number("point")]

    page = open_page("then-and-since")
    agree_on_pairs(_headline(page), basis)
    agree([text for text in shown(page) if not text.startswith("Two symbols")], [basis])

    first = Recount(register, register.inspections[0].id)
    page = open_page("then-and-since", came_back=first.inspection)
    if "What came back" in words(page):
        _agree_on_what_came_back(page, first)

    texts = shown(open_page("about"))
    lead, _, listed = _one(texts, "It lists").partition(" Papers read: ")
    read, _, wanted = listed.partition(" Papers to ask for: ")
    agree_on_documents(lead, basis)
    agree([lead], [basis])
    assert int(read.split()[0]) == basis.number("document read")
    known = len(re.findall(r"Not read\. No public address|A public page is known", wanted))
    assert known == basis.number("document not read")
    assert int(wanted.split()[0]) == known + wanted.count("None is on file.")


def _agree_on_what_came_back(page: AppTest, basis: Recount) -> None:
    """Hold the headline and the headings on what later papers say of the concerns of an inspection."""
    compared = {pair.earlier for pair in basis.register.pairs}
    concerns = basis.ids("concern")
    if len(concerns) > 1:
        counted = f"touch on {len(concerns & compared) or 'none'} of {len(concerns)} concerns of "
        assert _headline(page).startswith(f"Later papers {counted}")
    by_id, own = basis.register.entries_by_id, basis.ids("concern (own view)")
    others = concerns | basis.ids("concern (from elsewhere)")
    looked_for = {one for one in others - compared if getattr(by_id[one], "not_mentioned_in", ())}
    groups = {
        "Touched on in later papers": others & compared,
        "Not mentioned in later papers": looked_for,
        "Not compared with later papers": others - compared - looked_for,
        "In the letter’s own view": own,
    }
    assert _groups(page) == {name: (len(ids), 0, 0) for name, ids in groups.items() if ids}


@pytest.mark.parametrize(("name", "query"), REAL_PAGES, ids=str)
def test_no_page_says_what_the_papers_do_not(name: str, query: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On the real data no page adds up what differs in author, dates what is undated, or calls silence a finding."""
    monkeypatch.setenv("SCRUTINY_DATA", str(ROOT / "data"))
    monkeypatch.setenv("SCRUTINY_TODAY", TODAY_OF_REAL.isoformat())
    monkeypatch.chdir(ROOT)
    page = page_of(name, **query).run()
    texts = shown(page)
    assert not page.exception
    assert [found[0] for text in texts if (found := NEVER.search(text))] == []
    if name == "overview":
        number = Recount(real()).number("undertaking")
        assert any(f"None of the {number} undertakings gives a date" in text for text in texts)
