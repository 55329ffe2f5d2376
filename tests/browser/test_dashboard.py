"""The dashboard in a real browser, on the real register."""

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny.register.loading import load
from scrutiny.register.register import Register
from tests.browser.conftest import ROOT, Visit, dashboard
from tests.browser.reading import CHART, LINE, MARK, OPENED, menu, opened_id, turn, view_address, whole
from tests.testshire import Testshire

pytestmark = pytest.mark.browser

FAMILIES = "/inspection?inspection=2026-family-environment"


@pytest.fixture(scope="module")
def real() -> Register:
    """Load the real register."""
    loaded = load(ROOT / "data").register
    assert loaded is not None
    return loaded


def ids_of_marks(page: Page) -> list[str]:
    """Return the ids that the symbols of the charts carry."""
    return sorted(
        page.evaluate(
            "[...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => [...chart.data])"
            ".flatMap(trace => [...(trace.customdata ?? [])].map(custom => custom[0]))"
        )
    )


def test_the_first_visit_may_be_a_link_to_any_page(browser: Browser, testshire: Testshire) -> None:
    """After a restart the very first reader may come by a link; the page is whole, with its navigation."""
    with dashboard(testshire.write()) as address:
        page = browser.new_page()
        page.goto(f"{address}/inspection?inspection=2030-second-look")
        expect(page.locator(MARK).first).to_be_attached()
        expect(menu(page, "Inspections")).to_have_attribute("aria-current", "page")
        expect(menu(page, "Overview")).to_be_visible()
        assert "inspection=2030-second-look" in page.url
        page.close()


@pytest.mark.parametrize(
    ("old", "new", "h1"),
    [
        ("/overview", "/", "How Leicestershire Police protects children"),
        ("/answers?answer=none_listed%2Caction", "/replies?answer=none_listed%2Caction", "Replies: what the letters"),
        ("/pairs?relation=conflicts_with", "/then-and-since?relation=conflicts_with", "Then and since: what was said"),
    ],
)
def test_an_old_address_leads_to_its_page(
    visit: Visit, inside: Visit, served: str, old: str, new: str, h1: str
) -> None:
    """What was bookmarked goes on working, with what was chosen."""
    inside("/")
    page = visit(old)
    expect(page.locator("h1")).to_contain_text(h1)
    expect(page).to_have_url(served + new)


def test_a_page_come_to_by_the_navigation_has_its_own_filters(inside: Visit) -> None:
    """Filters that two pages share begin on each as its address says, wherever a reader comes from."""
    page = inside("/themes?scope=local")
    expect(page.locator(".showing")).to_contain_text("Local")
    for name, path in (("Timeline", "timeline"), ("Inspections", "inspection"), ("Themes", "themes")):
        menu(page, name).click()
        expect(page).to_have_url(re.compile(f"/{path}$"))
        expect(menu(page, name)).to_have_attribute("aria-current", "page")
        whole(page)
        expect(page.locator(".showing").get_by_text("Local")).to_have_count(0)


def test_a_point_belongs_to_a_page_of_the_navigation(inside: Visit) -> None:
    """On a point's own page Inspections looks like the current page, on that of an event Timeline does."""
    for full_id, name, other in (
        ("2026-family-environment.C03", "Inspections", "Timeline"),
        ("events.E02", "Timeline", "Inspections"),
    ):
        page = inside(f"/entry?id={full_id}")
        expect(page.locator(".place")).to_be_visible()
        expect(menu(page, name).get_by_text(name)).to_have_css("font-weight", "600")
        expect(menu(page, other).get_by_text(other)).to_have_css("font-weight", "400")


def test_each_inspection_shows_its_findings(inside: Visit, real: Register) -> None:
    """For each inspection there are as many symbols and as many lines as inspectors' findings and own views."""
    for inspection in real.inspections:
        page = inside(f"/inspection?inspection={inspection.id}")
        expect(page.locator("h1")).to_have_text(inspection.short_title)
        findings = sum(finding.inspection == inspection.id for finding in real.findings)
        expect(page.locator(MARK)).to_have_count(findings)
        expect(page.locator(LINE)).to_have_count(findings)


def test_a_click_on_a_symbol_opens_its_words(inside: Visit, real: Register) -> None:
    """A symbol that is clicked opens its line beside the chart, and the address says which; it is ringed."""
    page = inside(FAMILIES)
    page.locator(MARK).nth(3).click(force=True)
    page.wait_for_url(re.compile(r"entry=2026-family-environment\.\w+"))
    entry = real.entries_by_id[opened_id(page)]
    expect(page.locator(f"{OPENED} h4")).to_contain_text(entry.summary)
    quoted = page.locator(f"{OPENED} blockquote")
    expect(quoted).to_have_text(str(entry.excerpt), use_inner_text=True)
    expect(quoted).to_be_in_viewport()
    expect(page.locator(".mark-opened")).to_have_count(1)


def test_a_line_opens_leads_on_and_closes_by_keys(inside: Visit, real: Register) -> None:
    """Enter on a line opens it in place; Next, Previous and Close stand below; Back undoes; the focus follows."""
    page = inside("/inspection?inspection=2017-child-protection")
    lines = page.locator(LINE)
    ids = [str(line.get_attribute("data-id")) for line in lines.all()]
    lines.nth(4).get_by_role("link").press("Enter")
    page.wait_for_url(re.compile("entry="))
    assert opened_id(page) == ids[4]
    heading = page.locator(f"{OPENED} h4")
    expect(heading).to_contain_text(real.entries_by_id[ids[4]].summary)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    ways = page.get_by_role("navigation", name="This point")
    for way, place in (("Next", 5), ("Previous", 4)):
        ways.get_by_role("link", name=way).press("Enter")
        expect(page.locator(f'{OPENED}[data-id="{ids[place]}"] h4')).to_be_focused()
    ways.get_by_role("link", name="Close").press("Enter")
    expect(page.locator(OPENED)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("entry="))
    expect(lines.nth(4).get_by_role("link")).to_be_focused()
    page.go_back()
    expect(page.locator(f'{OPENED}[data-id="{ids[4]}"]')).to_be_visible()
    ways.get_by_role("link", name="Full page").click()
    expect(page.locator("h1")).to_contain_text(real.entries_by_id[ids[4]].summary)


def test_a_filter_that_leaves_an_opened_point_out_closes_it(inside: Visit) -> None:
    """What is not shown is not opened."""
    page = inside("/themes?entry=2026-family-environment.C03")
    assert opened_id(page) == "2026-family-environment.C03"
    page.get_by_role("button", name="Concern", exact=True).click()
    expect(page.locator(".showing")).to_contain_text("Strength")
    expect(page.locator(OPENED)).to_have_count(0)


def test_a_symbol_in_the_middle_of_the_matrix_is_reached_with_keys_alone(inside: Visit, real: Register) -> None:
    """Tab enters the chart, arrows move, the words are spoken, Enter opens, Escape leaves."""
    page = inside("/themes")
    chart = page.locator(CHART)
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
    entry = real.entries_by_id[opened_id(page)]
    quoted = page.locator(f"{OPENED} blockquote")
    expect(quoted).to_have_text(str(entry.excerpt), use_inner_text=True)
    expect(quoted).to_be_in_viewport()
    expect(spoken).to_contain_text(entry.summary)
    expect(page.locator(f"{OPENED} h4")).to_be_focused()
    chart.focus()
    page.keyboard.press("Escape")
    expect(chart).not_to_be_focused()


def test_arrows_stop_at_the_first_and_the_last_symbol(inside: Visit) -> None:
    """Home and End go to the ends, and no arrow leads beyond them."""
    page = inside("/inspection?inspection=2017-child-protection")
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


def test_the_name_of_a_row_leads_to_its_theme(inside: Visit) -> None:
    """The thread has an address of its own and begins at the top of the page."""
    page = inside("/themes")
    page.locator(".ytick text").filter(has_text="Digital evidence").click(force=True)
    page.wait_for_url(re.compile(r"theme=digital"))
    expect(page.locator("h1")).to_contain_text("Digital evidence")
    expect(page.locator("h1")).to_be_in_viewport()


def test_the_name_above_a_row_leads_to_its_theme(visit: Visit) -> None:
    """On a phone a tap on it, or right above or below it, is one on a link."""
    page = whole(visit("/themes", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True))
    name = page.locator(".row-name").filter(has_text="Digital evidence")
    expect(name).to_have_css("text-decoration-line", "underline")
    for beyond in (-5, 17):
        name.evaluate("name => name.scrollIntoView({ block: 'center' })")
        name.tap(position={"x": 20, "y": beyond}, force=True)
        page.wait_for_url(re.compile(r"theme=digital"))
        expect(page.locator("h1")).to_contain_text("Digital evidence")
        page.go_back()
        expect(name).to_be_visible()


VIEWS = [
    "/",
    "/inspection?inspection=2026-online-abuse&voice=reported%2Crespondent&scope=local",
    "/inspection?inspection=2025-group-exploitation&entry=2025-group-exploitation.C03",
    "/themes?order=again&kind=concern&body=health",
    "/themes?theme=supervision",
    "/themes?body=pcc%2Cdpcc&inspection=2026-family-environment%2C2026-online-abuse",
    "/entry?id=2026-family-environment.C08",
    "/timeline?scope=national",
    "/search?q=supervision",
    "/commitments?commitment=undertaking&owner=pcc",
    "/replies?answer=none_listed%2Caction",
    "/then-and-since?relation=conflicts_with&themes=information_sharing",
    "/then-and-since?came_back=2017-child-protection",
    "/questions?pick=no_date.2026-family-environment.K12%2CQ03",
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_sent_as_a_link_comes_up_the_same(inside: Visit, visit: Visit, view: str) -> None:
    """The link that the page offers, opened in another window, shows the same words and keeps its address."""
    first = inside(view)
    link = view_address(first)
    second = whole(visit(link))
    assert view_address(second) == link
    for locator in ("h1", "h2", "h3", ".showing", "[data-testid=stMain] li", f"{OPENED} blockquote", "tbody tr"):
        assert second.locator(locator).all_text_contents() == first.locator(locator).all_text_contents()
    assert ids_of_marks(second) == ids_of_marks(first)


def test_a_filter_writes_the_address_and_back_takes_it_away(inside: Visit) -> None:
    """A choice is in the address at once, and said in words; Back undoes it, and so does the cross beside the words."""
    page = inside("/inspection?inspection=2026-online-abuse")
    before = len(ids_of_marks(page))
    page.get_by_role("button", name="More filters").click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name=re.compile("own view")).click()
    page.wait_for_url(re.compile("voice=respondent"))
    expect(page.locator(MARK)).not_to_have_count(before)
    expect(page.locator(".showing")).to_contain_text("own view")
    page.go_back()
    expect(page.locator(MARK)).to_have_count(before)
    expect(page.locator(".showing")).to_have_count(0)
    assert "voice=" not in page.url
    page.go_forward()
    expect(page.locator(MARK)).not_to_have_count(before)
    whole(page).locator(".showing a").first.click()
    expect(page.locator(MARK)).to_have_count(before)
    assert "voice=" not in page.url


def test_share_copies_the_link(visit: Visit) -> None:
    """One click, and the button says that the link is copied."""
    page = visit("/", permissions=["clipboard-read", "clipboard-write"])
    for path in ("/", f"{FAMILIES}&entry=2026-family-environment.C08", "/search?q=health"):
        whole(turn(whole(page), path)).locator("button[data-share]").click()
        expect(page.locator("button[data-share]")).to_have_text("Link copied")
        expect(page.locator(".share input")).to_be_hidden()
        assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-view]").text_content()


def test_share_shows_the_address_where_the_browser_refuses_to_copy(visit: Visit) -> None:
    """It is chosen whole, to be copied by hand."""
    page = whole(visit("/themes?kind=concern"))
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator("button[data-share]").click()
    box = page.locator(".share input")
    expect(box).to_be_visible()
    expect(box).to_have_value(re.compile(r"/themes\?.*kind=concern"))
    chosen = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen == page.locator("[data-view]").text_content()


def test_nothing_is_asked_for_outside_this_machine(browser: Browser, served: str) -> None:
    """The dashboard works offline: no font, script, picture or statistic comes from elsewhere."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/themes"):
        page.goto(f"{served}{path}")
        whole(page)
    page.close()
    outside = [url for url in asked if not url.startswith((served, "data:", "blob:"))]
    assert asked
    assert not outside


def test_a_picture_carries_its_words(inside: Visit, tmp_path: Path) -> None:
    """The SVG has headline, subtitle, key and address; the PNG is a picture."""
    page = inside("/inspection?inspection=2026-family-environment")
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Save as drawing (SVG)").click()
    taken.value.save_as(tmp_path / "taken.svg")
    svg = (tmp_path / "taken.svg").read_text(encoding="utf-8")
    # one text for each line, broken where the window's width asks for it
    drawn = unbroken(unescape("".join(re.findall("<text[^>]*>([^<]*)</text>", svg))))
    assert unbroken(page.locator("h2.headline").inner_text()) in drawn
    assert unbroken(page.locator("p.subtitle").inner_text()) in drawn
    for name in ("key", "source"):
        assert unbroken(str(page.locator(f"[data-word={name}]").text_content())) in drawn
    assert unbroken(str(page.locator("[data-view]").text_content())) in drawn
    assert svg.count("<rect") >= 1
    with page.expect_download() as taken:
        page.get_by_role("button", name="Save as picture (PNG)").click()
    taken.value.save_as(tmp_path / "taken.png")
    assert (tmp_path / "taken.png").read_bytes().startswith(b"\x89PNG")


def unbroken(words: str) -> str:
    """Return words as they are whatever lines they are broken into."""
    return "".join(words.split())


def test_on_a_tablet_the_list_stands_under_the_chart(visit: Visit) -> None:
    """One tap on a symbol opens its words, which come into sight, with a way back to the chart."""
    page = whole(visit(FAMILIES, viewport={"width": 820, "height": 1180}, has_touch=True, is_mobile=True))
    chart, words = page.locator(CHART), page.locator(".words")
    above, below = chart.bounding_box(), words.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    page.locator(MARK).nth(30).tap(force=True)
    page.wait_for_url(re.compile("entry="))
    expect(page.locator(f"{OPENED} h4")).to_be_in_viewport()
    page.locator(OPENED).get_by_role("button", name="Back to the chart").tap()
    expect(chart).to_be_focused()
    expect(chart).to_be_in_viewport(ratio=0.9)
    expect(page.locator(OPENED)).to_have_count(1)


@pytest.mark.parametrize("width", [820, 390])
def test_a_tap_opens_the_symbol_that_was_tapped(visit: Visit, width: int) -> None:
    """One after another, wherever a finger comes down: never the one that was tapped before."""
    page = whole(visit("/themes", viewport={"width": width, "height": 1180}, has_touch=True, is_mobile=True))
    number = page.locator(MARK).count()
    for place in range(0, number, max(number // 24, 1)):
        mark = page.locator(MARK).nth(place)
        mark.evaluate("node => node.scrollIntoView({ block: 'center' })")  # not under the header
        tapped = mark.evaluate("node => node.closest('.trace').__data__[0].trace.customdata[node.__data__.i][0]")
        box = mark.bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.locator(OPENED)).to_have_attribute("data-id", tapped)
        assert f"entry={tapped}" in page.url


def test_on_a_phone_the_chart_stands_above_the_list(visit: Visit, real: Register) -> None:
    """Nothing of it lies beside the screen; one tap on any symbol, or on a line, opens its words."""
    page = whole(visit(FAMILIES, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True))
    findings = sum(finding.inspection == "2026-family-environment" for finding in real.findings)
    expect(page.locator(LINE)).to_have_count(findings)
    frame = page.locator("[class*=st-key-marks-]")
    expect(page.locator(".row-name").first).to_be_visible()
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    above, below = page.locator(CHART).bounding_box(), page.locator(".words").bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    page.locator(MARK).nth(12).tap(force=True)
    page.wait_for_url(re.compile("entry="))
    expect(page.locator(f"{OPENED} h4")).to_be_in_viewport()
    first = page.url
    page.locator(LINE).nth(5).get_by_role("link").tap()
    page.wait_for_url(lambda url: url != first and "entry=" in url)
    expect(page.locator(f"{OPENED} h4")).to_be_in_viewport()


def test_an_acronym_opens_where_it_stands(inside: Visit) -> None:
    """With the keyboard an acronym says what it stands for, and closes again."""
    page = inside(f"{FAMILIES}&entry=2026-family-environment.S10")
    term = page.locator(f"{OPENED} h4").get_by_role("button", name="SARC")
    meaning = page.locator(f"{OPENED} h4 [popover]")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("Sexual assault referral centre")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_sheet_of_rows_is_turned_by_keyboard(inside: Visit) -> None:
    """The list of the next sheet comes into view and has the focus; Back leads to the sheet before."""
    page = inside("/themes?kind=concern%2Cstrength%2Caction%2Ccommitment%2Cneed")
    page.get_by_text("Show as a table").click()
    page.get_by_role("navigation", name="Rows of the list").get_by_role("link", name="Next rows").press("Enter")
    expect(page.locator(".pager p")).to_have_text(re.compile(r"^Rows (?!1 )\d+ to (\d+) of \1\."))
    expect(page.locator("#list-rows")).to_be_focused()
    expect(page.locator("#list-rows summary").first).to_be_in_viewport()
    assert "rows=2" in page.url
    page.go_back()
    expect(page.locator(".pager p")).to_have_text(re.compile("^Rows 1 to "))
