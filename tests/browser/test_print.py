"""Every page on A4: whole, light, compact, with title, days and address at the foot of each sheet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import raw

from scrutiny.analysis.answers import answered_concerns, general_promises
from scrutiny.analysis.choice import about_newest
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.questions import Sheet as QuestionSheet
from scrutiny.analysis.questions import questions, suggest
from scrutiny.analysis.reply_clock import CAUTION
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Bound, EntryKind, PairStrength, Scope, Voice
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.ui import TEMPLATES
from tests.browser.conftest import ROOT, Visit, visits
from tests.browser.reading import at_rest, paper, squeezed, turn, whole

pytestmark = pytest.mark.browser

PAGES = {
    "overview": "/",
    "inspection": "/inspection?inspection=2026-family-environment",
    "themes": "/themes?entry=2026-family-environment.C07",
    "timeline": "/timeline",
    "search": "/search?q=police",
    "entry": "/entry?id=2026-family-environment.S10",
    "commitments": "/commitments",
    "replies": "/replies",
    "pairs": "/then-and-since",
    "questions": "/questions",
    "present": "/present",
    "about": "/about",
}
CHARTS = ("inspection", "themes", "timeline", "commitments", "replies")
DAY = date(2026, 12, 1)
WAYS = ("portrait", "landscape")
POINTS = 72 / 25.4
SCALE = 0.75  # pixels to the point
SIDE, FOOT, FOOT_IN_FIREFOX = 12 * POINTS, 22 * POINTS, 37 * POINTS
PRESSED = (
    "Share", "Download", "Save as", "About this chart", "Show as a table", "More filters", "✕", "Clear all",
    "Clear the sheet", "Full page", "Read the words", "Follow this theme", "Previous", "Close", "Back to the chart",
    "in the meeting, or", "Remove", "↑", "More suggestions", "Suggest questions again", "Write your own",
    "Add a question", "Keys and touch", "Speaker’s notes", "Choose", "full screen", "keyboard_arrow",
)  # fmt: skip
MOST_SHEETS = {
    "overview": 2, "inspection": 4, "themes": 5, "timeline": 2, "search": 9, "entry": 1, "commitments": 4,
    "replies": 6, "pairs": 6, "questions": 2, "present": 12, "about": 6,
}  # fmt: skip
"""Six at most, but for a search that finds nearly every point, and slides, one a sheet."""
LONG = ("about", "search")
LABELS = (
    "plots => plots.map(plot => [...plot.querySelectorAll('.ytick text, .annotation text')]"
    # line by line: what stands beside a label may be read between two of its lines
    ".flatMap(t => t.children.length ? [...t.children].map(line => line.textContent) : [t.textContent]))"
)
TEXTS = (
    "() => { const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
    " while (walk.nextNode()) found.push(walk.currentNode.data); return found; }"
)
HEADINGS = "h1, h2, h3:not(.found li h3), h4:not(:has(+ ul:empty)), summary, caption"  # a result stays whole


@dataclass(frozen=True)
class Sheet:
    """A printed sheet: the text above its foot, the foot, its pixels in grey, and the sizes of its type in points."""

    body: str
    foot: str
    grey: Any
    sizes: frozenset[float]


@dataclass(frozen=True)
class Print:
    """A page on paper: its name, its sheets each way, and what its window has for headings and labels of charts."""

    name: str
    sheets: dict[str, list[Sheet]]
    headings: frozenset[str]
    words: frozenset[str]
    labels: list[list[str]]

    def text(self, way: str) -> str:
        """Give all text above the feet, without white space, which lines and cells change."""
        return squeezed("".join(sheet.body for sheet in self.sheets[way]))


def settled(page: Page, path: str) -> Page:
    """Go to a view and wait until it stands still, with its marks drawn and its script running."""
    at_rest(whole(turn(whole(page), path)))
    return page


def sheets(page: Page, way: str) -> list[Sheet]:
    """Print a page on A4 and read its sheets back."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4", landscape=way == "landscape", print_background=True))
    return [read(sheet) for sheet in document]


def read(page: pypdfium2.PdfPage) -> Sheet:
    """Read one sheet."""
    text = page.get_textpage()
    sizes = {size(text, place) for place in range(text.count_chars()) if not raw.FPDFText_IsGenerated(text, place)}
    return Sheet(
        body=text.get_text_bounded(bottom=FOOT),
        foot=text.get_text_bounded(top=FOOT),
        grey=page.render(scale=SCALE, grayscale=True).to_numpy().squeeze(),
        sizes=frozenset(sizes),
    )


def size(text: pypdfium2.PdfTextPage, place: int) -> float:
    """Give the size of a letter in points, as it stands on the sheet."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, place, matrix)
    return round(matrix.a * raw.FPDFText_GetFontSize(text, place), 1)


@pytest.fixture(scope="module")
def real() -> Register:
    """Load the real register."""
    loaded = load(ROOT / "data").register
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def dark(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Open a window on a dark screen."""
    with visits(request, browser) as visit:
        yield visit("/present", color_scheme="dark")


@pytest.fixture(scope="module")
def printed(request: pytest.FixtureRequest, dark: Page) -> Print:
    """Print a page both ways from a dark screen, once for all tests of it."""
    page = settled(dark, PAGES[request.param])
    both = {way: sheets(page, way) for way in WAYS}
    headings = page.locator(HEADINGS).all_text_contents()
    labels = page.locator(".js-plotly-plot").evaluate_all(LABELS)
    words = [word for text in page.evaluate(TEXTS) for word in text.split()]
    return Print(request.param, both, frozenset(map(squeezed, headings)), frozenset(words), labels)


def of(names: Iterable[str]) -> pytest.MarkDecorator:
    """Ask for these pages on paper, one after another."""
    return pytest.mark.parametrize("printed", names, indirect=True, scope="module")


def expected(register: Register, name: str) -> list[str]:
    """Give texts of the register that a page shows, folded or not."""
    if name == "overview":
        return [one.sentence for one in register.highlights]
    if name == "present":
        slides = DeckRequest(register, frames(register), about_newest(register), QuestionSheet(), DAY)
        return [slide.headline for slide in build_deck(slides)]
    return _expected_of_charts(register, name)


def _expected_of_charts(register: Register, name: str) -> list[str]:
    found = pairs(register)
    by_inspectors = [finding for finding in register.findings if finding.voice is not Voice.RESPONDENT]
    asked = questions(register, DAY)
    match name:
        case "themes":
            texts = [one.summary for one in register.findings]
        case "inspection":
            of_it = [one for one in register.findings if one.inspection == "2026-family-environment"]
            inspection = register.inspections_by_id["2026-family-environment"]
            texts = [CAUTION, *(one.summary for one in of_it), *(document.title for document in inspection.documents)]
        case "timeline":
            texts = [event.title for event in register.events]
        case "search":
            texts = [one.summary for one in by_inspectors if "police" in f"{one.summary} {one.excerpt}".lower()]
        case "entry":
            texts = [term.expansion for term in register.glossary if term.id == "SARC"]
        case "commitments":
            texts = [
                one.summary for one in register.entries if one.entry_kind in (EntryKind.COMMITMENT, EntryKind.NEED)
            ]
        case "replies":
            local = [one for one in answered_concerns(register).values() if one.concern.scope is Scope.LOCAL]
            texts = [entry.summary for one in local for entry in (one.concern, *one.answered_by)]
            texts += [promise.excerpt for promise in general_promises(register)]
        case "pairs":
            texts = [text for view in found for text in (view.pair.id, view.later.summary, view.earlier.summary)]
            clear = [view for view in found if view.pair.strength is PairStrength.STRONG]
            texts += [text for view in clear for text in (view.later.excerpt, view.earlier.excerpt, view.pair.reason)]
        case "questions":
            texts = [question.text for question in suggest(asked.values())]
        case _:
            method = (TEMPLATES / "about" / "method.html").read_text(encoding="utf-8")
            sentences = [" ".join(item.split()) for item in re.findall("<li>(.*?)</li>", method, re.DOTALL)]
            texts = [*sentences, *(term.meaning for term in register.glossary)]
    return texts


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_prints_whole(printed: Print, real: Register, way: str) -> None:
    """Every row, every fold and every question is on paper, word for word."""
    text, texts = printed.text(way), expected(real, printed.name)
    assert texts
    assert [words for words in texts if squeezed(words) not in text] == []


@of(["pairs"])
def test_pairs_print_with_their_cautions(printed: Print, real: Register) -> None:
    """A pair on paper keeps its caution; an acronym in it is followed by what it stands for."""
    text = printed.text("portrait")
    found = pairs(real)
    for term in real.glossary:
        text = text.replace(f"({squeezed(term.expansion)})", "")
    cautions = [view.pair.caution for view in found if view.pair.caution]
    assert [caution for caution in cautions if squeezed(caution) not in text] == []


def dated(register: Register) -> list[str]:
    """Give what stands at the foot of a sheet before the address, on every page."""
    checked = f"Last checked {register.settings.reviewed_on.printed}."
    return ["How Leicestershire Police protects children", f"{checked} Paper copy made on 1 December 2026 from"]


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_the_foot_of_each_sheet_says_what_it_is(printed: Print, served: str, real: Register, way: str) -> None:
    """Title, days, address and number stand at the foot of each sheet, however many there are."""
    read_back = printed.sheets[way]
    page, _, query = PAGES[printed.name].partition("?")
    told = [*dated(real), served, page if printed.name != "overview" else "", *query.split("&")]
    for number, sheet in enumerate(read_back, start=1):
        foot, place = squeezed(sheet.foot), squeezed(f"{number} of {len(read_back)}")
        assert place in foot
        foot = foot.replace(place, "", 1)  # it stands beside the first line, of which there may be two
        assert [words for words in told if squeezed(words) not in foot] == []


@pytest.fixture(scope="module")
def in_firefox(request: pytest.FixtureRequest, firefox: Browser) -> Iterator[Page]:
    """Open a window of Firefox."""
    with visits(request, firefox) as visit:
        yield visit("/about")


@pytest.mark.parametrize("name", ["overview", "themes", "search", "questions", "present"])
def test_the_foot_stands_on_each_sheet_in_firefox(in_firefox: Page, real: Register, name: str) -> None:
    """It is all there, below the text, whichever way the sheet is turned; its number is the browser's own."""
    page = settled(in_firefox, PAGES[name])
    address = page.locator("[data-view]").text_content() or ""
    told = squeezed("".join([*dated(real), address]))
    for way in WAYS:
        texts = [sheet.get_textpage() for sheet in paper(page, landscape=way == "landscape")]
        assert texts
        for text in texts:
            lines = text.get_text_bounded(top=FOOT_IN_FIREFOX).splitlines()
            assert squeezed("".join(lines)).endswith(told)
            assert dated(real)[0] in lines[0]
            assert squeezed(text.get_text_bounded(bottom=FOOT_IN_FIREFOX))


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_sheet_is_light_and_not_cropped(printed: Print, way: str) -> None:
    """From a dark screen: paper stays white, type is dark, and nothing stands in the margins."""
    for sheet in printed.sheets[way]:
        side = round(SIDE * SCALE) - 2
        assert np.median(sheet.grey) == 255
        assert sheet.grey.min() < 60
        assert sheet.grey[:, :side].min() == sheet.grey[:, -side:].min() == sheet.grey[:side].min() == 255


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_sheet_has_nothing_to_press(printed: Print, way: str) -> None:
    """Navigation, buttons, hints and empty boxes are not printed."""
    text = printed.text(way)
    assert [words for words in PRESSED if squeezed(words) in text] == []


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_no_sheet_is_empty_and_no_heading_is_left_alone(printed: Print, way: str) -> None:
    """Every sheet says something, and none ends with a heading whose text is on the next."""
    for sheet in printed.sheets[way]:
        lines = sheet.body.splitlines()
        assert lines
        assert squeezed(lines[-1]) not in printed.headings


@of(CHARTS)
@pytest.mark.parametrize("way", WAYS)
def test_a_chart_stands_whole_on_one_sheet(printed: Print, way: str) -> None:
    """All labels of a chart, to its right and lower edge, are on the same sheet."""
    texts = [squeezed(sheet.body) for sheet in printed.sheets[way]]
    assert printed.labels
    for labels in printed.labels:
        assert labels
        assert min(len([label for label in labels if squeezed(label) not in text]) for text in texts) == 0


@of(["about", "pairs", "search", "questions"])
def test_type_is_large_enough(printed: Print) -> None:
    """Type is of 8 points or more, of 9 where it fits: no wide table made the browser shrink the sheet."""
    for way in WAYS:
        for sheet in printed.sheets[way][1:]:
            assert min(sheet.sizes) >= 8 if printed.name in LONG else min(sheet.sizes - {8}) >= 9


@of(["about"])
@pytest.mark.parametrize("way", WAYS)
def test_heads_of_tables_are_repeated(printed: Print, real: Register, way: str) -> None:
    """Each sheet that a table goes on to names its columns."""
    texts = [squeezed(sheet.body) for sheet in printed.sheets[way]]
    tables = {
        "AcronymStandsforMeaning": [term.meaning for term in real.glossary],
        "ThemeMeaning": [theme.definition for theme in real.themes],
        "WordWhatitisaboutMeaning": [word.meaning for use in (EntryKind, Voice, Bound) for word in use],
    }
    of = {head: [text for text in texts if any(squeezed(row) in text for row in rows)] for head, rows in tables.items()}
    assert max(map(len, of.values())) > 1
    assert [head for head, some in of.items() if not all(head in text for text in some)] == []


@of(PAGES)
@pytest.mark.parametrize("way", WAYS)
def test_no_word_is_broken(printed: Print, way: str) -> None:
    """A line ends with a whole word; only what is longer than a line, as an address, goes on in the next."""
    broken, words = [], printed.words
    for sheet in printed.sheets[way]:
        lines = [line.split() for line in sheet.body.splitlines() if line.strip()]
        ends = [(last[-1], first[0]) for last, first in pairwise(lines)]
        broken += [
            (end, start)
            for end, start in ends
            if end.isalpha() and end not in words and f"{end}{start}" in words and len(f"{end}{start}") < 30
        ]
    assert broken == []


@of(CHARTS)
def test_what_a_chart_says_is_printed_once(printed: Print) -> None:
    """The list beside a chart is printed, and not the table that repeats it."""
    text = printed.text("portrait")
    assert "Showasatable" not in text
    assert "WhosewordsLocalornational" not in text


@pytest.mark.parametrize("path", ["search", "replies?answer=none_listed&themes=digital"])
def test_a_page_with_nothing_to_show_has_its_foot(visit: Visit, served: str, path: str) -> None:
    """Where nothing is asked for, or nothing fits, the address still stands at the foot."""
    page = visit(f"/{path}")
    expect(page.locator(".spoken")).to_be_attached()
    assert squeezed(f"{served}/{path.partition('?')[0]}") in squeezed(sheets(page, "portrait")[0].foot)


@of(PAGES)
def test_a_page_is_compact(printed: Print) -> None:
    """A member can carry it."""
    assert max(len(read_back) for read_back in printed.sheets.values()) <= MOST_SHEETS[printed.name]


@of(["themes"])
def test_a_dark_screen_prints_as_a_light_one(printed: Print, visit: Visit) -> None:
    """The sheets are the same to the pixel."""
    page = whole(visit(PAGES["themes"]))
    at_rest(page)
    for light, dark in zip(sheets(page, "portrait"), printed.sheets["portrait"], strict=True):
        assert np.array_equal(light.grey, dark.grey)


def test_a_view_prints_its_filters_and_whole_address(visit: Visit) -> None:
    """On paper stand the filters in force in words, and the address that the page offers to share."""
    page = whole(visit("/themes?kind=concern,strength&scope=local&q=%22%3C/style%3E"))
    at_rest(page)
    address = page.locator("[data-view]").text_content() or ""
    assert "scope=local" in address
    sheet = sheets(page, "portrait")[0]
    text = squeezed(sheet.body)
    assert "Show:Concern;Strength.Whosewords:all.Localornational:Local." in text
    assert squeezed(address) in squeezed(sheet.foot)


def test_a_question_prints_in_full_as_it_is_worded(visit: Visit) -> None:
    """A wording longer than its box on the screen is all on paper, and so are own questions."""
    page = whole(visit(PAGES["questions"]))
    long = " ".join(f"word{number}" for number in range(60))
    page.get_by_role("link", name="Edit question 1", exact=True).click()
    page.get_by_role("textbox", name="Question 1").fill(long)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".questions").first).to_contain_text(long)
    page.get_by_role("link", name="Remove question 2", exact=True).click()
    own = "Commissioner, an own question?"
    page.get_by_role("textbox", name="Write your own question").fill(own)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".questions").first).to_contain_text(own)
    text = squeezed("".join(sheet.body for sheet in sheets(page, "portrait")))
    assert squeezed(long) in text
    assert squeezed(own) in text


def test_a_phone_prints_charts_too(visit: Visit) -> None:
    """A chart that moves sideways on a phone's screen is whole on paper."""
    page = whole(visit(PAGES["themes"], viewport={"width": 390, "height": 844}, color_scheme="dark"))
    at_rest(page)
    labels = page.locator(".js-plotly-plot").first.evaluate_all(LABELS)[0]
    texts = [squeezed(sheet.body) for sheet in sheets(page, "portrait")]
    assert any(all(squeezed(label) in text for label in labels) for text in texts)
