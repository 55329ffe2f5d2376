"""What a councillor comes for, done as a person would from the front page: ten tasks, each with at most four clicks."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import BOTH, Visit
from tests.browser.reading import (
    CHART,
    LINE,
    MARK,
    OPENED,
    in_firefox,
    menu,
    opened_id,
    paper,
    view_address,
    whole,
    write,
)

pytestmark = [pytest.mark.browser, BOTH]

LAPTOP = {"width": 1366, "height": 768}
TABLET = {"width": 820, "height": 1180}
MOST_CLICKS = 4
FAMILIES = "Child sexual abuse in families"  # the inspection of which a report came out in February 2026


@dataclass
class Member:
    """Somebody at a window, whose clicks and taps are counted; typing, and the browser's own Back, are not."""

    page: Page
    clicks: int = 0

    def click(self, what: Locator, *, tap: bool = False) -> None:
        """Click or tap once something can be seen to be there, and let the page answer."""
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS
        expect(what).to_be_visible()
        touch = tap and not in_firefox(self.page)  # to Firefox, Playwright gives no finger: there the mouse is used
        (what.tap if touch else what.click)(force=what.get_attribute("class") == "point")

    def opens(self, what: Locator, address: str, *, tap: bool = False) -> None:
        """Click, and wait for another view."""
        self.click(what, tap=tap)
        self.page.wait_for_url(re.compile(address))
        whole(self.page)

    def sees(self, *what: Locator) -> None:
        """Tell that something is on the screen as it is, without scrolling."""
        for one in what:
            expect(one).to_be_in_viewport()


@pytest.fixture
def member(visit: Visit) -> Member:
    """Give a member in front of a council's laptop, at the front page."""
    return Member(whole(visit("/", viewport=LAPTOP)))


def test_1_what_this_is_and_where_to_begin(member: Member) -> None:
    """Without a click: what it is, who made it for whom, what it rests on, and the ways on."""
    page = member.page
    member.sees(
        page.get_by_role("heading", name="How Leicestershire Police protects children"),
        page.get_by_text("Inspectors’ findings and the Commissioner’s promises"),
        page.get_by_text("from one press release and three letters"),
        page.get_by_text("No inspection report has been read."),
        page.get_by_text("Made by a small independent team for members of the Police and Crime Panel").first,
        page.get_by_role("link", name="How to read this"),
        page.get_by_role("link", name="Choose questions"),
        page.get_by_role("link", name="Show the slides"),
        page.get_by_role("link", name=FAMILIES, exact=True),
    )


def test_2_concerns_of_the_newest_local_inspection_and_what_the_letter_offers(member: Member) -> None:
    """The inspection of February 2026 has most symbols; two of its concerns say what the reply offers on them."""
    page = member.page
    rows = page.locator(".strip tbody tr")
    counts = [row.locator("td[data-label=Concerns] a").count() for row in rows.all()]
    most = rows.nth(counts.index(max(counts)))
    expect(most).to_contain_text(FAMILIES)
    member.opens(most.get_by_role("rowheader").get_by_role("link"), "inspection=2026-family-environment")
    expect(page.locator("h2.headline")).to_contain_text("26 local concerns")
    group = page.locator(".words details").filter(has_text="Partnership working")
    concern = group.locator("li[data-id*='.C']").first
    member.opens(concern.get_by_role("link"), r"entry=2026-family-environment\.C")
    first = opened_id(page)
    offers = page.locator(OPENED).get_by_text("What the reply offers")
    expect(offers).to_be_visible()
    linked = page.locator(f"{OPENED} dd li a").first
    expect(linked).to_have_css("display", "inline")
    expect(linked).to_contain_text("The Commissioner")  # the words and not a code
    member.click(page.locator(OPENED).get_by_role("link", name="Next"))
    expect(page.locator(f'{OPENED}[data-id="{first}"]')).to_have_count(0)
    assert ".C" in opened_id(page)
    expect(offers).to_be_visible()


def test_3_what_came_back_from_2017(member: Member) -> None:
    """Each concern of then, with what later papers say of it; and that a review of 2018 was not read."""
    page = member.page
    member.opens(menu(page, "Then and since"), "/then-and-since$")
    member.opens(page.get_by_role("radio", name="What came back from 2017"), "came_back=2017-child-protection")
    expect(page.locator("h1")).to_have_text("What came back from an earlier inspection")
    member.sees(page.locator(".unread").filter(has_text="2018"), page.locator(".came-back li p.later").first)
    expect(page.locator(".came-back li > p:first-child")).to_have_count(7)


def test_4_whether_a_promise_has_a_date_and_who_is_named(member: Member) -> None:
    """The headline says it; the line on audits of supervision names who must act."""
    page = member.page
    member.sees(page.get_by_text("None of the 19 undertakings gives a date"))
    member.opens(menu(page, "Commitments"), "/commitments$")
    member.sees(page.get_by_role("heading", name="None of the 19 undertakings gives a date"))
    member.click(page.get_by_role("heading", name=re.compile("^Deputy Commissioner, expectations")))
    line = page.locator(LINE).filter(has_text="clearer supervisory standards and regular auditing of compliance")
    member.opens(line.get_by_role("link"), r"entry=2026-online-abuse\.K27")
    owner = page.locator(f"{OPENED} dt").filter(has_text="Who must act").locator("+ dd")
    member.sees(owner)
    expect(owner).to_contain_text("Chief Constable")


def test_5_three_questions_reworded_on_paper(member: Member) -> None:
    """Two clicks lead to the first; each is reworded with the keyboard, and the paper has the member's words."""
    page = member.page
    member.opens(page.get_by_role("link", name="Choose questions"), "/questions$")
    lines = page.locator("ol.questions > li")
    subjects = ("information-sharing protocols", "mandatory attendance", "therapeutic support")
    for subject in subjects:
        expect(lines.filter(has_text=subject)).to_have_count(1)
        number = lines.all_inner_texts().index(next(text for text in lines.all_inner_texts() if subject in text)) + 1
        member.click(page.get_by_role("link", name=f"Edit question {number}", exact=True))
        box = page.get_by_label(f"Question {number}", exact=True)
        write(box, f"Commissioner, what has changed on {subject}?")
        box.press("Control+Enter")
        expect(lines.nth(number - 1)).to_contain_text(f"Commissioner, what has changed on {subject}?")
        whole(page)
    sheets = " ".join(sheet.get_textpage().get_text_bounded() for sheet in paper(page, landscape=False))
    words = " ".join(sheets.split())
    for subject in subjects:
        assert f"Commissioner, what has changed on {subject}?" in words
    assert "Edit" not in words
    assert "Write your own" not in words


def test_6_what_operation_guarding_is_and_what_its_number_means(member: Member) -> None:
    """Searched for by name; the page of its number says what it counts and what is unclear."""
    page = member.page
    member.opens(page.locator(".ways").get_by_role("link", name="Search"), "/search$")
    page.get_by_label("Search for").press_sequentially("Operation Guarding")
    page.wait_for_url(re.compile("q=Operation"))
    expect(page.get_by_text("Operation Guarding was launched in February 2024.").first).to_be_visible()
    member.opens(
        page.get_by_role("link", name="Operation Guarding is said to have resulted in more than 90 arrests."),
        r"/entry\?id=2026-online-abuse\.F01",
    )
    member.sees(
        page.get_by_text("At least 90 arrests"),
        page.get_by_text("Arrests said to have resulted from Operation Guarding"),
        page.get_by_text("It is unclear whether the arrests"),
    )


def test_7_concerns_on_the_projector(member: Member) -> None:
    """From the inspection to its slide, and the words behind a symbol there."""
    page = member.page
    member.opens(page.get_by_role("link", name=FAMILIES, exact=True), "inspection=2026-family-environment")
    member.opens(
        page.get_by_role("link", name="Show this inspection in the meeting"), "/present.*2026-family-environment"
    )
    member.opens(page.get_by_role("link", name=re.compile("^Slide 3: .* local concerns")), "slide=3")
    member.sees(page.locator(".slide h1").filter(has_text="26 local concerns"))
    member.click(page.locator(".bars .unit").nth(5))
    page.wait_for_url(re.compile("entry=2026-family-environment"))
    member.sees(page.locator(".opened-words blockquote"))


def test_8_a_link_to_concerns_about_health_services(member: Member, visit: Visit) -> None:
    """Replies has concerns alone; the one on health services, chosen by typing, goes along with the link."""
    page = member.page
    member.opens(menu(page, "Replies"), "/replies$")
    member.click(page.get_by_role("button", name="More filters"))
    box = page.get_by_label("Which organisation")
    box.click()  # once the filters are at rest: they take the focus themselves when they open
    box.press_sequentially("health")
    expect(page.get_by_role("option", name="Health services")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("body=health$"))
    page.keyboard.press("Escape")
    expect(page.locator(".showing")).to_contain_text("Health services")
    shown = page.locator(LINE).all_text_contents()
    if not in_firefox(page):  # a Chromium without a window asks nobody
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    member.click(page.locator("button[data-share]"))
    expect(page.locator("button[data-share]")).to_have_text("Link copied")
    letter = page.context.new_page()
    letter.set_content("<textarea></textarea>")
    letter.locator("textarea").press("Control+V")
    expect(letter.locator("textarea")).to_have_value(re.compile(re.escape(view_address(page)) + "$"))
    fresh = whole(visit(view_address(page)))
    expect(fresh.locator(".showing")).to_contain_text("Health services")
    assert fresh.locator(LINE).all_text_contents() == shown


def test_9_three_points_of_one_theme_on_a_tablet(visit: Visit) -> None:
    """A tap on a symbol opens it below, two more lead on, and Back leads to where it began."""
    member = Member(whole(visit("/", viewport=TABLET, has_touch=True)))
    page = member.page
    member.opens(menu(page, "Themes"), "/themes$", tap=True)
    member.opens(page.locator(MARK).nth(8), "entry=", tap=True)
    theme = page.locator(".words details").filter(has=page.locator("li.opened")).locator("h3").inner_text()
    seen = [opened_id(page)]
    for _ in range(2):
        member.click(page.locator(OPENED).get_by_role("link", name="Next"), tap=True)
        expect(page.locator(f'{OPENED}[data-id="{seen[-1]}"]')).to_have_count(0)
        seen.append(opened_id(page))
        member.sees(page.locator(f"{OPENED} h4"))
        group = page.locator(".words details").filter(has=page.locator("li.opened"))
        expect(group.locator("h3")).to_have_text(theme)
    assert len({*seen}) == 3
    for _ in seen:
        page.go_back()
    expect(page.locator(OPENED)).to_have_count(0)
    expect(page.locator(CHART)).to_be_visible()
    expect(page).to_have_url(re.compile("/themes$"))


def test_10_what_hollow_and_n_mean(member: Member) -> None:
    """The key stands above the chart, and symbols of both kinds are in sight with it."""
    page = member.page
    member.opens(menu(page, "Themes"), "/themes$")
    key = page.locator(".key li")
    member.sees(
        key.filter(has_text="hollow: the letter’s own view or claim"),
        key.filter(has_text=re.compile("N.*national")),
        page.locator(MARK).first,
    )
