"""Hostile text is text: in a real browser it is shown as written, runs nothing, and asks for nothing outside."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny.analysis.questions import questions, suggest
from scrutiny.charts.style import wrap_label
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from tests.browser.conftest import PAGES, Visit, dashboard, visits
from tests.browser.reading import turn, whole
from tests.hostile import ELEMENTS, TEXTS, fill, mixed, texts_of
from tests.testshire import Testshire

pytestmark = pytest.mark.browser

CHART = "[data-testid=stPlotlyChart]"
TAGGED = "<b>&amp;</b> <i>&lt;</i> <a href='x'>together</a>"
OF_DATA = ("/inspection", "/entry", "/themes?theme")  # pages that are named by what they show
COMMENTED = "Second <!-- look --> </style> <b>&amp;</b>"


@dataclass
class Seen:
    """What a browser was shown of a hostile register, and all that it did."""

    register: Register
    address: str
    words: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    spoken: list[str] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)


def views(register: Register) -> Iterator[str]:
    """Yield every page, what a choice brings to sight on it, and the own page of whatever has one."""
    query = {"": "", "search": "?q=field", "timeline": "?lane=figures&rows=1"}
    yield from (f"/{name}{query.get(name, '?rows=1')}" for name in PAGES)  # with the table of a chart
    yield from (f"/about?part={part}" for part in ("method", "numbers", "words", "doubts", "accessibility", "data"))
    yield "/timeline?rows=1"
    yield from (f"/questions?entry={one.full_id}" for one in register.asked[-1:])
    yield f"/then-and-since?came_back={register.inspections[0].id}"
    yield from (f"/entry?id={item.full_id}" for item in register.items)
    yield f"/themes?theme={register.themes[-1].id}"
    for inspection in register.inspections:
        yield f"/inspection?inspection={inspection.id}&rows=1"
        for part in (*(document.id for document in inspection.documents), "published"):
            yield f"/entry?id={inspection.id}.{part}"


def settled(page: Page, address: str) -> None:
    """Open a view and wait until it is shown to its end, with everything in it unfolded."""
    page.goto(address)
    page.locator("[data-view]").wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")


def turned(page: Page, path: str) -> None:
    """Go to another view, with everything in it unfolded."""
    turn(page, path)
    page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")


def watched(page: Page, seen: Seen) -> Page:
    """Note what a page asks for, and whatever runs or goes wrong on it."""
    page.on("request", lambda request: seen.asked.add(request.url))
    page.on("dialog", lambda dialog: (seen.slips.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.slips.append(f"error: {error}"))
    page.on("popup", lambda popup: seen.slips.append(f"window: {popup.url}"))
    return page


@pytest.fixture(scope="module")
def seen(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Serve a register with hostile texts in every field, and look at every page of it once."""
    testshire = Testshire(tmp_path_factory.mktemp("hostile") / "data")
    testshire.record("F01")["period"] = {"printed": "2030", "date": "2030"}
    testshire.record("C01")["answers"] = []
    fill(testshire.add_panel(), mixed).change("second", short_title=COMMENTED).change("partnership", label=TAGGED)
    register = load(testshire.write()).register
    assert register is not None
    with dashboard(testshire.folder) as address, visits(request, browser) as visit:
        found = Seen(register, address)
        page = watched(visit(f"{address}/_stcore/health"), found)
        settled(page, f"{address}/present")
        for view in views(register):
            turned(page, view)
            found.words[view] = " ".join(page.inner_text("body").split())
            found.titles[view] = page.title()
            found.spoken += page.evaluate("[...document.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel)")
            found.slips += page.evaluate(MADE_OF_TEXT, [*ELEMENTS - {"svg", "form"}])
        yield found


MADE_OF_TEXT = """(names) => [
  ...(window.ran ? ["a script ran"] : []),
  ...[...document.querySelectorAll("[data-testid=stMain] :is(" + names.join() + ")")].map((e) => e.outerHTML),
  ...[...document.querySelectorAll("[data-testid=stMain] a")].map((a) => a.href).filter((to) => !/^https?:/.test(to)),
  ...[...document.querySelectorAll("[data-testid=stMain] *")].filter((e) =>
    [...e.attributes].some((one) => one.name.startsWith("on"))).map((e) => e.outerHTML),
]"""


def test_nothing_runs_and_nothing_outside_is_asked_for(seen: Seen) -> None:
    """No script, no dialog, no window, no element, no handler and no address is made of a text."""
    assert seen.slips == []
    assert {url for url in seen.asked if not url.startswith((seen.address, "data:", "blob:"))} == set()


def test_every_text_is_shown_as_it_is_written(seen: Seen) -> None:
    """Each text of each field stands on a page, character for character (white space apart, as HTML folds it)."""
    shown = "\n".join(seen.words.values())
    missing = [(name, text) for name, text in texts_of(seen.register) if " ".join(text.split()) not in shown]
    assert missing == []


def test_every_hostile_text_was_in_the_register(seen: Seen) -> None:
    """The texts that are tried are all among those shown."""
    shown = "\n".join(seen.words.values())
    assert [text for text in TEXTS if text not in shown] == []


def test_the_browser_s_title_is_ours(seen: Seen) -> None:
    """It names the page in our words, and the dashboard as its title is written."""
    whole = " ".join(seen.register.settings.title.split())
    assert seen.titles["/"] == whole
    ours = [title.removesuffix(f" – {whole}") for view, title in seen.titles.items() if not view.startswith(OF_DATA)]
    parts = {title.rpartition(" – ")[2] for title in ours}  # before it stands what the page is about
    assert parts <= {"", whole, "Themes", "Timeline", "Search", "Commitments", "Replies", "Then and since", "Questions",
                     "About", "Present", "What is new"}  # fmt: skip
    assert not [title for title in seen.titles.values() if not title.endswith(whole)]


def test_alternative_texts_hold_the_words(seen: Seen) -> None:
    """What a screen reader says of a chart is the text as written."""
    told = "\n".join(seen.spoken)
    for theme in seen.register.themes:
        assert theme.label in told


@pytest.fixture
def page(visit: Visit, seen: Seen) -> Iterator[Page]:
    """Return a window on the hostile register."""
    yield watched(visit(f"{seen.address}/_stcore/health"), seen)
    assert seen.slips == []


def drawn(page: Page, selector: str) -> str:
    """Return the words that a chart writes, without its line breaks."""
    lines = page.locator(f"{CHART} {selector}").all_text_contents()
    return "".join("".join(lines).split())


def test_marks_speak_and_show_their_words(page: Page, seen: Seen) -> None:
    """By keyboard the summary is spoken, its line in the list is marked, and opened it has its words as written."""
    settled(page, f"{seen.address}/inspection?inspection=2030-second-look")
    chart = page.locator(CHART)
    expect(chart).to_have_attribute("role", "application")
    chart.focus()
    page.keyboard.press("Home")
    entry = seen.register.entries_by_id["2030-second-look.C01"]
    expect(page.locator("[aria-live=polite].spoken")).to_contain_text(entry.summary)
    expect(page.locator(".words li.pointed")).to_contain_text(entry.summary)
    page.keyboard.press("Enter")
    expect(page.locator(".words li.opened blockquote").first).to_have_text(entry.excerpt, use_inner_text=True)


def test_axis_labels_are_written_as_they_are(page: Page, seen: Seen) -> None:
    """A label of the axis is the beginning of the text, with its own tags and entities as characters."""
    settled(page, f"{seen.address}/themes")
    expect(page.locator(f"{CHART} .ytick").first).to_be_visible()
    for theme in seen.register.themes:
        begins = "".join(unescape(wrap_label(theme.label).replace("<br>", "")).split())
        assert begins in drawn(page, ".ytick")


def test_questions_hold_the_words_as_they_are(page: Page, seen: Seen) -> None:
    """Braces and percent signs of the data are no templates, and a wording that is long is not cut off."""
    found = questions(seen.register, date(2026, 12, 1))
    texts = [question.text for question in suggest(found.values())]
    assert any("{" in text for text in texts)
    settled(page, f"{seen.address}/questions")
    for place, text in enumerate(texts):
        expect(page.locator("ol.questions > li > div > p:first-child").nth(place)).to_have_text(" ".join(text.split()))
    page.get_by_role("link", name="Edit question 1").click()
    expect(page.get_by_label("Question 1", exact=True)).to_have_value(texts[0])


def test_what_is_taken_away_holds_the_words(page: Page, seen: Seen, tmp_path: Path) -> None:
    """Picture, table and register hold the texts as they are, the picture without any element of theirs."""
    settled(page, f"{seen.address}/timeline?inspection=2030-second-look")
    expect(page.locator(".js-plotly-plot .point").first).to_be_visible()
    page.get_by_role("button", name="Download", exact=True).click()
    svg = taken(page, page.get_by_role("button", name="Save as drawing (SVG)"), tmp_path / "taken.svg")
    tree = ElementTree.fromstring(svg)  # noqa: S314  # made by our own page
    assert COMMENTED.split()[1] in " ".join(tree.itertext())
    assert "</style>" in " ".join(tree.itertext())
    assert not ELEMENTS - {"svg"} & {element.tag.rpartition("}")[2] for element in tree.iter()}
    csv = taken(page, page.get_by_role("button", name="Download table (CSV)"), tmp_path / "taken.csv")
    assert seen.register.entries_by_id["2030-second-look.F01"].summary.replace('"', '""') in csv or "F01" not in csv
    settled(page, f"{seen.address}/about?part=data")
    button = page.get_by_role("button", name="Everything as JSON")
    written = json.loads(taken(page, button, tmp_path / "taken.json"))
    assert {text for _, text in texts_of(seen.register)} <= set(leaves(written))


def leaves(value: Any) -> Iterator[str]:
    """Yield every text of a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)


def taken(page: Page, button: Any, path: Path) -> str:
    """Click a button, and give the text of the file that it makes."""
    with page.expect_download() as download:
        button.click()
    download.value.save_as(path)
    assert re.fullmatch(r"[a-z0-9-]+\.[a-z]+", download.value.suggested_filename)
    return path.read_text(encoding="utf-8-sig")


ADDRESSES = [
    "/entry?id=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E",
    "/entry?id=%00%FF%E2%80%AE&id=%ff",
    "/themes?theme=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E&theme=second&entry=%22%3E%3Cb%3E",
    "/search?q=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E&q=%26lt%3Bb%26gt%3B",
    f"/inspection?inspection={'z' * 3000}&nonsense={'y' * 3000}",
    "/questions?pick=javascript%3Aalert(1)%2C%24x%24%2C%3Ared%5Bx%5D",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_hostile_address_gives_a_right_page(page: Page, seen: Seen, path: str) -> None:
    """The page comes up, says no more than a little of what was sent, and offers a clean link to copy."""
    settled(page, seen.address + path)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(MADE_OF_TEXT, [*ELEMENTS - {"svg", "form"}]) == []
    assert "z" * 81 not in page.inner_text("body")
    offered = page.locator("[data-view]").text_content() or ""
    assert not re.search(
        r"zz|yy|script|onerror|javascript|nonsense|%00", offered.replace("%3Cscript", "", path.count("q="))
    )
    links = page.locator("[data-testid=stMain] a[data-here]").evaluate_all("(all) => all.map((a) => a.href)")
    assert not [link for link in links if re.search("zz|yy|onerror|javascript", link)]


LONG = "x" * 9_990


def test_long_texts_do_not_break_the_layout(visit: Visit, testshire: Testshire) -> None:
    """Ten thousand characters without a space wrap; no page and no table scrolls sideways, no chart grows tall."""
    fill(testshire, lambda number: f"{LONG} field {number}")
    register = load(testshire.write()).register
    assert register is not None
    shown = []
    with dashboard(testshire.folder) as address:
        page = whole(visit(f"{address}/present"))
        for name in PAGES:
            turned(page, f"/{name}?rows=1&id=2030-second-look.K01&q=field&entry=2030-second-look.C01")
            for width in (1440, 390):
                page.set_viewport_size({"width": width, "height": 900})
                expect(page.locator("h1")).to_be_visible()
                page.wait_for_function(f"({SIDEWAYS}).length === 0")  # a chart takes a moment to its new width
            shown.append(page.inner_text("body"))
    for text in (register.settings.title, register.themes[0].definition, register.glossary[0].meaning):
        assert any(text in words for words in shown)


SIDEWAYS = """[...document.querySelectorAll("[data-testid=stMain], .table, .entry, .js-plotly-plot")]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 ||
    (part.matches(".js-plotly-plot") && part.clientHeight > 900))
  .map((part) => part.className)"""
