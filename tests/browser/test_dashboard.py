"""The dashboard in a real browser, on the real register."""

import re
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind
from tests.browser.conftest import ROOT, Visit, dashboard
from tests.testshire import Testshire

pytestmark = pytest.mark.browser

MARK = ".js-plotly-plot .point"
CHART = "[data-testid=stPlotlyChart]"


@pytest.fixture(scope="module")
def real() -> Register:
    """Load the real register."""
    loaded = load(ROOT / "data").register
    assert loaded is not None
    return loaded


def findings_shown(register: Register, inspection: str) -> int:
    """Count the findings that the Inspection page shows by default: inspectors', and the letter's own views."""
    return sum(finding.inspection == inspection for finding in register.findings)


def ids_of_marks(page: Page) -> list[str]:
    """Return the ids that the marks of the first chart carry."""
    expect(page.locator(MARK).first).to_be_visible()
    return sorted(
        page.evaluate(
            "[...document.querySelector('.js-plotly-plot').data].flatMap(t => [...(t.customdata ?? [])].map(c => c[0]))"
        )
    )


def test_the_first_visit_may_be_a_link_to_any_page(browser: Browser, testshire: Testshire) -> None:
    """After a restart the very first reader may come by a link; the page is whole, with its navigation."""
    with dashboard(testshire.write()) as address:
        page = browser.new_page()
        page.goto(f"{address}/inspection?inspection=2030-second-look")
        expect(page.locator("h1")).to_have_text("Second inspection of Testshire Police")
        expect(page.get_by_text("Explore")).to_be_visible()
        expect(page.get_by_text("Page not found")).to_have_count(0)
        page.close()


def test_a_page_come_to_by_the_navigation_has_its_own_filters(visit: Visit) -> None:
    """Filters that two pages share begin on each as its address says, wherever a reader comes from."""
    page = visit("/themes?scope=local")
    expect(page.locator(MARK).first).to_be_attached()
    for name in ("Timeline", "Inspection", "Themes", "Timeline"):
        page.get_by_role("button", name="Explore", exact=True).click()
        page.get_by_role("menuitem", name=name).click()
        expect(page).to_have_url(re.compile(f"/{name.lower()}$"))
        for scope in ("Local", "National"):
            expect(page.get_by_role("button", name=scope, exact=True)).to_have_attribute("aria-pressed", "true")
        expect(page.locator(MARK).first).to_be_attached()


def test_each_inspection_shows_its_findings(visit: Visit, real: Register) -> None:
    """On the Inspection page of each inspection there are as many marks as findings and own views."""
    page = visit("/inspection")
    for inspection in real.inspections:
        page.goto(page.url.split("?")[0] + f"?inspection={inspection.id}")
        expect(page.locator("h1")).to_have_text(inspection.title)
        expect(page.locator(MARK)).to_have_count(findings_shown(real, inspection.id))


@pytest.mark.parametrize("name", ["", "inspection", "themes", "timeline", "commitments", "answers"])
def test_labels_have_their_room_from_the_beginning(visit: Visit, name: str) -> None:
    """Plotly leaves the margins as they are given; where labels have too little room it draws the chart twice."""
    page = visit(f"/{name}")
    expect(page.locator(MARK).first).to_be_attached()
    margins = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot')]"
        ".map(chart => [chart.layout.margin.l, chart._fullLayout._size.l])"
    )
    assert [given for given, _ in margins] == [taken for _, taken in margins]


def test_a_click_on_a_mark_opens_its_words(visit: Visit, real: Register) -> None:
    """A mark that is clicked shows its excerpt beside the chart, and the address says which."""
    page = visit("/inspection?inspection=2026-family-environment")
    page.locator(MARK).nth(3).click(force=True)
    page.wait_for_url(re.compile(r"entry=2026-family-environment\.\w+"))
    opened = page.url.split("entry=")[1]
    quoted = page.locator("article.entry blockquote").first
    expect(quoted).to_have_text(real.entries_by_id[opened].excerpt, use_inner_text=True)


def test_a_row_of_the_table_opens_its_words(visit: Visit, real: Register) -> None:
    """A link in the table opens the entry in this view, without loading the page anew."""
    page = visit("/inspection?inspection=2017-child-protection")
    page.locator("details.rows summary").last.click()
    link = page.locator("details.rows").last.get_by_role("link", name="2017-child-protection.C04")
    link.scroll_into_view_if_needed()
    link.click()
    card = page.locator("article.entry h3")
    expect(card).to_contain_text(real.entries_by_id["2017-child-protection.C04"].summary)
    expect(card).to_be_in_viewport()
    page.go_back()
    expect(page.locator("article.entry")).to_have_count(0)


def test_a_mark_in_the_middle_of_the_matrix_is_reached_with_keys_alone(visit: Visit, real: Register) -> None:
    """Tab enters the chart, arrows move, the words are spoken, Enter opens, Escape leaves."""
    page = visit("/themes")
    expect(page.locator(MARK).first).to_be_visible()
    chart = page.locator(CHART)
    expect(chart).to_have_attribute("role", "application")
    for _ in range(40):
        page.keyboard.press("Tab")
        if chart.evaluate("chart => chart === document.activeElement"):
            break
    expect(chart).to_be_focused()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".mark-focus")).to_be_visible()
    spoken = page.locator("[aria-live=polite].spoken")
    expect(spoken).to_contain_text(re.compile(r"\d+ of \d+\."))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("entry="))
    entry = real.entries_by_id[page.url.split("entry=")[1]]
    quoted = page.locator("article.entry blockquote").first
    expect(quoted).to_have_text(entry.excerpt, use_inner_text=True)
    expect(quoted).to_be_in_viewport()
    expect(spoken).to_contain_text(entry.summary)
    page.keyboard.press("Escape")
    expect(chart).not_to_be_focused()


def test_arrows_stop_at_the_first_and_the_last_mark(visit: Visit) -> None:
    """Home and End go to the ends, and no arrow leads beyond them."""
    page = visit("/inspection?inspection=2017-child-protection")
    expect(page.locator(CHART)).to_have_attribute("role", "application")
    page.locator(CHART).focus()
    spoken = page.locator("[aria-live=polite].spoken")
    for key, place in (
        ("Home", "1 of 16."),
        ("ArrowLeft", "1 of 16."),
        ("End", "16 of 16."),
        ("ArrowRight", "16 of 16."),
    ):
        page.keyboard.press(key)
        expect(spoken).to_contain_text(place)


VIEWS = [
    "/",
    "/inspection?inspection=2026-online-abuse&voice=reported%2Crespondent&scope=local",
    "/inspection?inspection=2025-group-exploitation&entry=2025-group-exploitation.A02",
    "/themes?order=again&kind=concern&theme=supervision",
    "/themes?body=pcc%2Cdpcc&inspection=2026-family-environment%2C2026-online-abuse",
    "/entry?id=2026-family-environment.C08",
    "/timeline?scope=national",
    "/search?q=supervision",
    "/commitments?commitment=undertaking&owner=pcc",
    "/answers?answer=none_listed%2Caction",
    "/then-and-since?relation=conflicts_with&themes=information_sharing",
    "/questions?pick=no_date.2026-family-environment.K12%2CQ03",
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_sent_as_a_link_comes_up_the_same(visit: Visit, view: str) -> None:
    """The link that the page offers, opened in another window, shows the same words and keeps its address."""
    first = visit(view)
    expect(first.locator("h1")).to_be_visible()
    first.get_by_role("button", name="Copy link").click()
    link = first.locator(".st-key-link-to-view code, [data-testid=stPopoverBody] code").last
    expect(link).to_contain_text("http")
    address = link.inner_text().strip()
    second = visit(address.removeprefix(address.split("/", 3)[0] + "//" + address.split("/", 3)[2]))
    expect(second.locator("h1")).to_have_text(first.locator("h1").inner_text())
    for locator in ("h3", "article.entry h3", "div.table tbody tr"):
        expect(second.locator(locator)).to_have_count(first.locator(locator).count())
    if first.locator(MARK).count():
        assert ids_of_marks(second) == ids_of_marks(first)


def test_a_filter_writes_the_address_and_back_takes_it_away(visit: Visit) -> None:
    """A choice is in the address at once; Back undoes it."""
    page = visit("/inspection?inspection=2026-online-abuse")
    before = len(ids_of_marks(page))
    page.get_by_role("button", name="The letter's own view").click()
    page.wait_for_url(re.compile("voice="))
    expect(page.locator(MARK)).not_to_have_count(before)
    page.go_back()
    expect(page.locator(MARK)).to_have_count(before)
    assert "voice=" not in page.url


def test_nothing_is_asked_for_outside_this_machine(browser: Browser, served: str) -> None:
    """The dashboard works offline: no font, script, picture or statistic comes from elsewhere."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/themes")
    expect(page.locator(MARK).first).to_be_visible()
    page.close()
    outside = [url for url in asked if not url.startswith((served, "data:", "blob:"))]
    assert asked
    assert not outside


def test_a_picture_to_take_away_carries_its_words(visit: Visit, tmp_path: Path) -> None:
    """The SVG has headline, subtitle, how to read it, and the address; the PNG is a picture."""
    page = visit("/inspection?inspection=2017-child-protection")
    headline = page.locator("h3").filter(has_text="Inspectors reported").inner_text()
    expect(page.locator(CHART)).to_have_attribute("role", "application")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Save as drawing (SVG)").click()
    taken.value.save_as(tmp_path / "taken.svg")
    svg = (tmp_path / "taken.svg").read_text(encoding="utf-8")
    texts = re.findall(
        "<text[^>]*>([^<]*)</text>", svg
    )  # one for each line, broken where the window's width asks for it
    words = " ".join(" ".join(texts).split())
    assert " ".join(headline.split()) in unescape(words)
    assert "Each symbol is one point" in words
    assert "inspection=2017-child-protection" in svg
    assert svg.count("<rect") >= 1
    with page.expect_download() as taken:
        page.get_by_role("button", name="Save as picture (PNG)").click()
    taken.value.save_as(tmp_path / "taken.png")
    assert (tmp_path / "taken.png").read_bytes().startswith(b"\x89PNG")


PRINTED = ["/", "/inspection?inspection=2026-family-environment", "/themes", "/timeline", "/answers", "/then-and-since"]


@pytest.mark.parametrize("path", PRINTED)
def test_a_printed_chart_is_not_cropped(visit: Visit, path: str) -> None:
    """On A4 every chart fits the width of the paper."""
    page = visit(path)
    expect(page.locator(MARK).first).to_be_visible()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.main-svg')].map(svg => svg.getBoundingClientRect().right))"
    )
    assert right <= 794


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/inspection",
        "/themes",
        "/timeline",
        "/search?q=health",
        "/about",
        "/commitments",
        "/answers",
        "/then-and-since",
        "/questions",
    ],
)
def test_no_page_runs_out_of_the_screen(visit: Visit, path: str) -> None:
    """At no size does a page scroll sideways."""
    page = visit(path, viewport={"width": 1920, "height": 900})
    expect(page.locator("h1")).to_be_visible()
    main = page.locator("[data-testid=stMain]")
    for width in (1920, 1440, 768, 390):
        page.set_viewport_size({"width": width, "height": 900})
        expect(main).to_have_js_property("clientWidth", main.evaluate("main => main.scrollWidth"))


def test_a_phone_has_a_list_in_place_of_the_matrix(visit: Visit, real: Register) -> None:
    """Where marks would overlap, the same entries stand as a list by theme."""
    page = visit("/themes?rows=all", viewport={"width": 390, "height": 844})
    expect(page.locator("details.rows summary").first).to_be_visible()
    expect(page.locator(CHART)).to_be_hidden()
    expect(page.get_by_text("Click or tap a symbol")).to_be_hidden()
    shown = sum(entry.entry_kind not in (EntryKind.FIGURE, EntryKind.EVENT) for entry in real.entries)
    expect(page.locator("div.table tbody tr")).to_have_count(shown)


def test_an_acronym_opens_where_it_stands(visit: Visit) -> None:
    """With the keyboard an acronym says what it stands for, and closes again."""
    page = visit("/inspection?inspection=2026-family-environment&entry=2026-family-environment.S10")
    term = page.locator("article.entry h3").get_by_role("button", name="SARC")
    meaning = page.locator("article.entry h3 [popover]")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("Sexual assault referral centre")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/inspection?inspection=2026-family-environment&entry=2026-family-environment.C08",
        "/themes?theme=supervision",
        "/timeline",
        "/search?q=supervision",
        "/about",
        "/entry?id=2025-group-exploitation.A02",
        "/commitments",
        "/answers",
        "/then-and-since",
        "/questions",
        "/present",
    ],
)
def test_no_page_has_an_accessibility_violation(visit: Visit, path: str) -> None:
    """The automatic checks of axe-core for WCAG 2.2 A and AA find nothing, in light and in dark."""
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme)
        expect(page.locator("h1")).to_be_visible()
        expect(page.get_by_role("button", name="Copy link")).to_be_visible()
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [
            f"{violation['id']}: {violation['nodes'][0]['html'][:200]}" for violation in found.response["violations"]
        ] == []


def test_a_sheet_of_rows_is_turned_by_keyboard(visit: Visit) -> None:
    """The list of the next sheet comes into view and has the focus; Back leads to the sheet before."""
    page = visit("/themes?scope=local,national")
    expect(page.locator(CHART)).to_have_attribute("role", "application")  # until then a link loads the page anew
    page.get_by_role("navigation", name="Rows of the list").get_by_role("link", name="Next rows").press("Enter")
    expect(page.locator(".pager p")).to_have_text(re.compile(r"^Rows (?!1 )\d+ to (\d+) of \1\."))
    expect(page.locator("#list-rows")).to_be_focused()
    expect(page.locator("#list-rows summary").first).to_be_in_viewport()
    assert "rows=2" in page.url
    page.go_back()
    expect(page.locator(".pager p")).to_have_text(re.compile("^Rows 1 to "))
